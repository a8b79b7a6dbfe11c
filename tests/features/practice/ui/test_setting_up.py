"""Where a practice interview begins: good choices are made already, and what they take is said before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewPlan, InterviewType, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.practice.model import Asker, Difficulty, PracticeMethod, Session
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.practice.ui.setup_form import SetupForm
from careercoach_desktop.foundation.uikit import keep_in
from tests.support.claude import ClaudeServer
from tests.support.dialogs import button, words
from tests.support.workspace import Place


@pytest.fixture(autouse=True)
def _nothing_remembered(tmp_path: Path) -> None:
    """No choice of another test holds."""
    keep_in(tmp_path / "window.ini")


@pytest.fixture
def home(page: PracticePage, lena: int, data_job: int, qtbot: QtBot) -> PracticePage:
    """Where one begins, with Lena's job and nothing practised yet."""
    page.show_home()
    qtbot.waitUntil(lambda: bool(form(page).job._ids))
    return page


def form(page: PracticePage) -> SetupForm:
    return page.home.setup.form


def begin(page: PracticePage, practice: PracticeService, qtbot: QtBot) -> Session:
    """Press the button; the session that was begun, once its first question is on the screen."""
    page.home.setup.begin.click()
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    return practice.session(practice.history()[0].id)


def schedule(place: Place, job_id: int) -> int:
    """A technical round, years ahead."""
    when = When.at(datetime(2040, 12, 3, 10, 0, tzinfo=UTC), "Europe/London")
    plan = InterviewPlan(type=InterviewType.TECHNICAL, when=when)
    return place.get(InterviewService).schedule(job_id, plan).id


def test_nothing_practised_yet_says_what_will_be_here(home: PracticePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Nothing practised yet" in words(home))
    assert not home.home.go_on.isVisible()
    assert not home.home.trend.isVisible()
    assert home.home.setup.begin._kind == "primary"


def test_without_a_key_the_bank_asks_and_one_line_says_what_a_key_would_add(
    home: PracticePage, no_keychain: None, practice: PracticeService, qtbot: QtBot
) -> None:
    card = form(home).asker.claude
    assert not card.can_be_chosen
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.price.text() == "needs a key"
    led: list[str] = []
    home._desk.open_requested.connect(lambda where, _record: led.append(where))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert form(home).setup().asker is Asker.BANK
    button(home, "Add a key in Settings").click()
    assert led, "the card leads to where a key is added"
    assert "With a Claude key of your own, Claude asks what this employer would ask." in words(home)
    assert not form(home).ahead.isVisible()
    session = begin(home, practice, qtbot)
    assert session.setup.asker is Asker.BANK
    assert len(session.questions) == 6


def test_the_next_round_is_chosen_already(
    page: PracticePage, place: Place, practice: PracticeService, lena: int, data_job: int, qtbot: QtBot
) -> None:
    round_id = schedule(place, data_job)
    page.show_home()
    qtbot.waitUntil(lambda: form(page).setup().interview_id == round_id)
    setup = form(page).setup()
    assert (setup.job_id, setup.type) == (data_job, InterviewType.TECHNICAL)
    session = begin(page, practice, qtbot)
    assert session.title.startswith("Technical interview · ")
    assert session.setup.interview_id == round_id


def test_a_job_is_found_by_typing_and_a_role_needs_none(
    home: PracticePage, practice: PracticeService, data_job: int, qtbot: QtBot
) -> None:
    job = form(home).job
    job.clear()
    qtbot.keyClicks(job, "north")
    popup = job.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form(home).setup().job_id == data_job)
    job.selectAll()
    qtbot.keyClicks(job, "Head gardener")
    assert (form(home).setup().job_id, form(home).setup().role) == (None, "Head gardener")
    assert begin(home, practice, qtbot).title == "Behavioural interview · Head gardener"


def test_what_was_chosen_last_is_chosen_again(home: PracticePage, qtbot: QtBot) -> None:
    first = form(home)
    first.difficulty._choose(2)
    first.count._choose(0)
    second = SetupForm()
    qtbot.addWidget(second)
    assert (second.setup().difficulty, second.setup().count) == (Difficulty.HARD, 3)


def test_another_page_asks_to_practise_for_a_job_or_a_round(
    page: PracticePage, place: Place, lena: int, data_job: int, qtbot: QtBot
) -> None:
    page.open_section(f"job:{data_job}")
    qtbot.waitUntil(lambda: form(page).setup().job_id == data_job)
    round_id = schedule(place, data_job)
    page.open_section(f"interview:{round_id}")
    qtbot.waitUntil(lambda: form(page).setup().interview_id == round_id)
    assert form(page).setup().type is InterviewType.TECHNICAL


def test_claude_says_its_price_and_what_is_sent_before_it_is_asked(
    connected: ClaudeServer, home: PracticePage, data_job: int, qtbot: QtBot
) -> None:
    form(home).job.choose(data_job)
    home.home.setup.load()
    card = form(home).asker.claude
    qtbot.waitUntil(lambda: card.can_be_chosen and card.price.text().startswith(("about $", "less than $")))
    assert "without name and contact details" in card.sent.text()
    assert connected.url.removeprefix("http://") in card.sent.text()
    assert connected.requests(None) == []
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert form(home).setup().asker is Asker.CLAUDE
    qtbot.keyClick(card, Qt.Key.Key_Up)
    assert form(home).setup().asker is Asker.BANK


def test_nothing_moves_under_the_hand_when_rounds_and_price_arrive(
    connected: ClaudeServer, page: PracticePage, data_job: int, qtbot: QtBot
) -> None:
    page.show_home()
    one = form(page)
    qtbot.waitUntil(lambda: bool(one.job._ids) and one.asker.claude.can_be_chosen)
    one.asker.show_claude(None, can=True)  # nobody knows the price yet
    begin_button = page.home.setup.begin

    seen: list[list[int]] = []

    def at_rest() -> bool:
        QApplication.processEvents()
        seen.append([each.mapTo(page, QPoint()).y() for each in (one.type, one.count, one.asker.claude, begin_button)])
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

    qtbot.waitUntil(at_rest)
    before = seen[-1]
    one.job.choose(data_job)
    page.home.setup.load()
    qtbot.waitUntil(lambda: bool(one.asker.claude.price.text()) and one.asker.claude.sent.isVisible())
    seen.clear()
    qtbot.waitUntil(at_rest)
    assert seen[-1] == before


def test_research_that_is_not_there_is_named(
    connected: ClaudeServer, researching: PracticePage, lena: int, data_job: int, qtbot: QtBot
) -> None:
    researching.show_home()
    one = form(researching)
    qtbot.waitUntil(lambda: bool(one.job._ids) and one.asker.claude.can_be_chosen)
    one.job.choose(data_job)
    one.asker._choose(Asker.CLAUDE)
    one.method._choose(PracticeMethod.JOB_COMPANY.value)
    qtbot.waitUntil(lambda: "Northwind" in one.missing.text())
    assert one.missing.isVisible()
    assert researching.home.setup.begin.isEnabled()


def test_every_field_is_reached_with_tab_in_the_order_it_is_read(home: PracticePage, qtbot: QtBot) -> None:
    one = form(home)
    expected: list[QWidget] = [one.job, one.type, one.language, one.difficulty, one.count, one.asker.bank]
    one.job.setFocus()
    reached: list[QWidget | None] = [home.window().focusWidget()]
    for _step in expected[1:]:
        qtbot.keyClick(home.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(home.window().focusWidget())
    assert reached == expected


def test_begin_is_the_one_primary_button_unless_something_is_unfinished(
    page: PracticePage, begun: Session, qtbot: QtBot
) -> None:
    page.show_home()
    qtbot.waitUntil(lambda: page.home.go_on.isVisible() and page.home.go_on.button.text() == "Go on with question 1")
    assert page.home.setup.begin._kind == "secondary"
    assert button(page, "Go on with question 1")._kind == "primary"
