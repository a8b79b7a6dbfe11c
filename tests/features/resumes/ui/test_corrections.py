"""Claude's second look on the check screen: offered with its price, watched, reviewed card by card, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import VersionReason
from careercoach_desktop.features.resumes.service import CorrectionService, ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage
from careercoach_desktop.features.resumes.ui.claude_row import ClaudeRow
from careercoach_desktop.features.resumes.ui.corrections_panel import CorrectionsPanel
from careercoach_desktop.features.resumes.ui.difference_card import DifferenceCard
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.resources import resource
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk
from tests.features.resumes.suggestions import entry, field, removal, suggested
from tests.support.claude import ClaudeServer, Trouble
from tests.support.tasks import TaskWatch
from tests.support.windows import Await

SUGGESTED = suggested(
    fields=[
        field("work3.position", "Junior Analyst", "L25"),
        field("work3.end", "2019", "L25"),
        field("work1.position", "Principal Data Engineer", "L9"),
    ],
    entries=[
        entry("awards", {"title": ("Testing tables like code", "L47"), "date": ("2024-10", "L47")}, ["L48"]),
    ],
    removals=[removal("projects2", "Ten years old.")],
)


@pytest.fixture
def lena(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> int:
    """The sample's PDF, read here, with a title and a year that were read wrongly."""
    made = resumes.import_file(resource("sample/lena-marsh.pdf").read_bytes(), "lena-marsh.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.SUCCEEDED)
    data = resumes.resume(made).data
    data.work[2].position, data.work[2].end = "Harcourt & Sons", "2020"
    resumes.save_data(made, data, VersionReason.READ)
    return made


def row(page: CheckPage) -> ClaudeRow:
    return page._claude.row


def panel(page: CheckPage) -> CorrectionsPanel:
    return page._claude.panel


def says(page: CheckPage, qtbot: QtBot, beginning: str) -> str:
    """Wait until the line says something that begins so; the whole of it."""

    def said() -> str:
        state = row(page).state
        return "" if state is None else state.text

    qtbot.waitUntil(lambda: said().startswith(beginning), timeout=10_000)
    return said()


def press(page: CheckPage, qtbot: QtBot, key: str) -> None:
    button = row(page).button(key)
    assert button is not None, f"there is no {key}"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def reviewed(page: CheckPage, qtbot: QtBot, claude: ClaudeServer, lena: int) -> list[DifferenceCard]:
    """Let Claude look it over and open what it suggests."""
    claude.answer("Corrections", SUGGESTED)
    page.open_record(lena)
    says(page, qtbot, "Sends")
    press(page, qtbot, "start")
    says(page, qtbot, "Claude suggests")
    press(page, qtbot, "review")
    qtbot.waitUntil(lambda: panel(page).isVisible() and isinstance(QApplication.focusWidget(), DifferenceCard))
    return panel(page).cards


def test_without_a_key_one_small_line_says_what_a_key_would_add(
    check_page: CheckPage, qtbot: QtBot, lena: int, desk: Desk
) -> None:
    opened: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, part: opened.append((page, part)))
    check_page.open_record(lena)
    says(check_page, qtbot, "With a Claude key, Claude can look this over too.")
    press(check_page, qtbot, "settings")
    assert opened == [("settings", "claude")]


def test_the_offer_names_the_price_and_where_the_text_goes_and_comes_as_soon_as_there_is_a_key(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer, talk: Claude
) -> None:
    check_page.open_record(lena)
    host = claude.url.removeprefix("http://")
    assert says(check_page, qtbot, "Sends") == f"Sends the résumé’s text to the server at {host}."
    button = row(check_page).button("start")
    assert button is not None
    assert button.text() == "Let Claude look it over · less than $0.01"
    assert claude.requests(None) == []


def test_a_custom_price_less_server_says_that_the_price_is_unknown(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, settings: object
) -> None:
    settings.choose(claude_model_reading="gemma-of-mine")  # type: ignore[attr-defined]
    check_page.open_record(lena)
    says(check_page, qtbot, "Sends")
    button = row(check_page).button("start")
    assert button is not None
    assert button.text() == "Let Claude look it over · price unknown"


def test_it_can_be_watched_and_cancelled(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer,
    corrections: CorrectionService,
) -> None:  # fmt: skip
    held = claude.misbehave(Trouble.STALL)
    check_page.open_record(lena)
    says(check_page, qtbot, "Sends")
    press(check_page, qtbot, "start")
    says(check_page, qtbot, "Claude looks it over")
    held.wait_until_reached()
    press(check_page, qtbot, "stop")
    says(check_page, qtbot, "Sends")
    assert corrections.proposal(lena) is None


def test_a_refused_key_is_said_in_place_with_the_way_to_settings(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer, desk: Desk
) -> None:
    opened: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, part: opened.append((page, part)))
    claude.misbehave(Trouble.BAD_KEY)
    check_page.open_record(lena)
    says(check_page, qtbot, "Sends")
    press(check_page, qtbot, "start")
    assert "does not accept your key. Check it in Settings" in says(check_page, qtbot, "The server at")
    press(check_page, qtbot, "settings")
    assert opened == [("settings", "claude")]
    press(check_page, qtbot, "start")
    says(check_page, qtbot, "Claude")


def test_agreement_is_said(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer
) -> None:
    claude.answer("Corrections", suggested())
    check_page.open_record(lena)
    says(check_page, qtbot, "Sends")
    press(check_page, qtbot, "start")
    says(check_page, qtbot, "Claude agrees with what was read.")
    press(check_page, qtbot, "dismiss")
    says(check_page, qtbot, "Sends")


def test_each_card_shows_now_and_proposed_and_its_place_in_the_original(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer
) -> None:
    cards = reviewed(check_page, qtbot, claude, lena)
    assert [card.accessibleName() for card in cards][:2] == [
        "Harcourt & Sons · Position: “Harcourt & Sons” becomes “Junior Analyst”",
        "Harcourt & Sons · To: “2020” becomes “2019”",
    ]
    assert "1 suggestion was left out because the file doesn’t say that." in panel(check_page)._note.text()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is cards[1]
    mark = check_page._original.pages._highlights[0]
    region = cards[1].difference.regions[0]
    assert (mark.page, mark.x, mark.y) == (region.page, region.left, region.top)


def test_accepting_with_the_keyboard_changes_one_thing_and_undo_brings_the_card_back(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer, resumes: ResumeService,
    desk: Desk, await_: Await[object],
) -> None:  # fmt: skip
    cards = reviewed(check_page, qtbot, claude, lena)
    count = len(cards)
    qtbot.keyClick(cards[0], Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(panel(check_page).cards) == count - 1, timeout=10_000)
    assert QApplication.focusWidget() is panel(check_page).cards[0]
    work = resumes.resume(lena).data.work[2]
    assert (work.position, work.end) == ("Junior Analyst", "2020")
    qtbot.keyClick(panel(check_page).cards[0], Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(panel(check_page).cards) == count - 2, timeout=10_000)
    assert resumes.resume(lena).data.work[2].end == "2020"
    await_(desk.undo.undo())
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(panel(check_page).cards) == count, timeout=10_000)
    assert resumes.resume(lena).data.work[2].position == "Harcourt & Sons"


def test_accept_all_leaves_what_would_be_lost_to_the_person(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer, resumes: ResumeService
) -> None:
    reviewed(check_page, qtbot, claude, lena)
    qtbot.mouseClick(panel(check_page).all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel(check_page).cards) == 1, timeout=10_000)
    data = resumes.resume(lena).data
    assert (data.work[2].position, data.work[2].end) == ("Junior Analyst", "2019")
    assert [award.title for award in data.awards] == ["Testing tables like code"]
    assert len(data.projects) == 2
    left = panel(check_page).cards[0]
    assert left.difference.title == "Project · Web shop for a bicycle workshop"
    qtbot.mouseClick(left.skip_button, Qt.MouseButton.LeftButton)
    says(check_page, qtbot, "You have decided on everything Claude suggested.")
    qtbot.waitUntil(lambda: not panel(check_page).isVisible())
    assert check_page.form.isVisible()


def test_the_form_shows_what_was_accepted(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer
) -> None:
    cards = reviewed(check_page, qtbot, claude, lena)
    qtbot.mouseClick(cards[1].accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: check_page.form.data.work[2].end == "2019", timeout=10_000)
    assert panel(check_page).isVisible()


def test_dismissing_changes_nothing_and_asking_again_is_free(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer, resumes: ResumeService
) -> None:
    before = resumes.resume(lena).data
    claude.answer("Corrections", SUGGESTED)
    check_page.open_record(lena)
    says(check_page, qtbot, "Sends")
    press(check_page, qtbot, "start")
    says(check_page, qtbot, "Claude suggests")
    press(check_page, qtbot, "dismiss")
    says(check_page, qtbot, "Sends")
    button = row(check_page).button("start")
    assert button is not None
    assert button.text() == "Let Claude look it over · free, it was answered before"
    assert resumes.resume(lena).data == before


def test_the_original_is_pointed_at_for_the_card_that_has_the_keyboard_after_others_went(
    check_page: CheckPage, qtbot: QtBot, lena: int, with_key: Claude, claude: ClaudeServer
) -> None:
    cards = reviewed(check_page, qtbot, claude, lena)
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    qtbot.mouseClick(panel(check_page).all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel(check_page).cards) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: check_page.form.data.work[2].end == "2019", timeout=10_000)
    left = panel(check_page).cards[0]
    assert QApplication.focusWidget() is left
    region = left.difference.regions[0]
    assert check_page._original.pages._highlights[0].y == region.top
