"""The result of a session, the history, and how scores went."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import (
    PracticeSetup,
    Session,
    SessionState,
    Trend,
    TrendPoint,
)
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.ui.history_list import ROW
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.practice.ui.trend_card import series
from careercoach_desktop.features.practice.ui.trend_chart import TrendChart, told, trend_words
from careercoach_desktop.foundation.uikit import Desk
from tests.features.practice.test_practising import OTHER, STORY
from tests.features.practice.ui.conftest import on_screen, shown_in_result
from tests.support.dialogs import button, toasts, words
from tests.support.windows import Await

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def practised(practice: PracticeService, setup: PracticeSetup, *answers: str) -> Session:
    """A session with these answers, finished."""
    session = practice.session(practice.begin(setup))
    for question, text in zip(session.questions, answers, strict=False):
        practice.ask(question.id)
        practice.answer(question.id, text, 60)
    practice.finish(session.id)
    return practice.session(session.id)


@pytest.fixture
def done(practice: PracticeService, behavioural: PracticeSetup, lena: int) -> Session:
    """Of four questions two were answered, one well and one weakly."""
    return practised(practice, behavioural, STORY, OTHER)


@pytest.fixture
def result(page: PracticePage, done: Session, qtbot: QtBot) -> PracticePage:
    page.open_record(done.id)
    qtbot.waitUntil(lambda: page.result.session is not None and len(page.result.body._cards) == 4)
    return page


def choose_in_menu(page: PracticePage, words: str, qtbot: QtBot) -> None:
    page.result.again.click()
    menu = page.result.again.findChild(QMenu)
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    (action,) = [each for each in menu.actions() if each.text().startswith(words)]
    action.trigger()
    menu.close()


# --- the result ------------------------------------------------------------------------------------------------------


def test_the_result_says_how_it_went_and_what_to_work_on(result: PracticePage, done: Session, qtbot: QtBot) -> None:
    found = done.result
    assert found is not None
    qtbot.waitUntil(lambda: set(found.areas) <= set(words(result)))
    assert result.result.body._ring.score() == found.overall
    assert {found.summary, *found.next_steps, "Communication", "Problem-solving"} <= set(words(result))
    assert any(text.startswith("Checked on this computer") for text in words(result))


def test_an_answer_is_opened_with_what_was_thought_of_it(result: PracticePage, done: Session, qtbot: QtBot) -> None:
    cards = result.result.body._cards
    qtbot.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    first = done.questions[0].latest
    qtbot.waitUntil(lambda: shown_in_result(result) == first)
    assert cards[0].is_selected
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown_in_result(result) == done.questions[1].latest)
    assert "not answered" in cards[2].accessibleName()


def test_a_question_without_an_answer_is_asked_when_it_is_pressed(
    result: PracticePage, practice: PracticeService, done: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(result.result.body._cards[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: result.session.isVisible() and on_screen(result).id == done.questions[2].id)
    assert practice.session(done.id).state is SessionState.RUNNING


def test_answering_again_from_the_result_goes_on_with_the_session(
    result: PracticePage, practice: PracticeService, done: Session, qtbot: QtBot
) -> None:
    result.result.side.choose(done.questions[1].id)
    qtbot.keyClick(result.result, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: result.session.isVisible() and on_screen(result).id == done.questions[1].id)
    assert practice.session(done.id).state is SessionState.RUNNING


def test_the_weak_ones_can_be_practised_again_by_themselves(
    result: PracticePage, practice: PracticeService, done: Session, qtbot: QtBot
) -> None:
    choose_in_menu(result, "Only the weak ones", qtbot)
    qtbot.waitUntil(lambda: result.session.isVisible() and result.session.pane.question is not None)
    again = result.session.session
    assert again is not None
    assert again.id != done.id
    weak = [each for each in done.questions if each.latest is None or each.latest.score < 60]
    assert [each.content for each in again.questions] == [each.content for each in weak]
    assert practice.session(done.id).result == done.result


def test_new_questions_begin_with_the_same_choices(result: PracticePage, done: Session, qtbot: QtBot) -> None:
    choose_in_menu(result, "New questions", qtbot)
    form = result.home.setup.form
    qtbot.waitUntil(lambda: result.home.isVisible() and form.setup().job_id == done.setup.job_id)
    assert form.setup().type is done.setup.type


def test_escape_leads_back(result: PracticePage, qtbot: QtBot) -> None:
    qtbot.keyClick(result.result, Qt.Key.Key_Escape)
    qtbot.waitUntil(result.home.isVisible)


# --- the history -----------------------------------------------------------------------------------------------------


@pytest.fixture
def history(
    page: PracticePage, practice: PracticeService, behavioural: PracticeSetup, lena: int, qtbot: QtBot
) -> PracticePage:
    """A finished interview for the job, one of another kind for a role, and one that is not finished."""
    practised(practice, behavioural, STORY)
    practised(practice, PracticeSetup(role="Head gardener", type=InterviewType.FINAL, count=3), OTHER)
    practice.begin(behavioural)
    page.show_home()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    return page


def titles(page: PracticePage) -> list[str]:
    return [line.title for line in page.home.history.list.sessions.lines]


def test_the_newest_comes_first_and_says_how_far_it_is(history: PracticePage) -> None:
    lines = history.home.history.list.sessions.lines
    assert [line.state for line in lines] == [SessionState.RUNNING, SessionState.FINISHED, SessionState.FINISHED]
    spoken = history.home.history.list.sessions.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Final interview · Head gardener" in spoken
    assert "1 of 3 questions answered" in spoken


def test_it_is_found_by_kind_job_and_words(history: PracticePage, qtbot: QtBot) -> None:
    pane = history.home.history
    pane.kind._choose(InterviewType.FINAL.value)
    qtbot.waitUntil(lambda: titles(history) == ["Final interview · Head gardener"])
    qtbot.keyClicks(pane.search, "nobody")
    qtbot.waitUntil(lambda: "None of your practice interviews is like that." in words(history))
    button(history, "Show all").click()
    qtbot.waitUntil(lambda: len(titles(history)) == 3)
    qtbot.keyClicks(pane.search, "gardener")
    qtbot.waitUntil(lambda: titles(history) == ["Final interview · Head gardener"])


def test_return_opens_and_delete_removes_with_a_way_back(
    history: PracticePage, practice: PracticeService, desk: Desk, await_: Await[object], qtbot: QtBot
) -> None:
    one = history.home.history.list
    one.setCurrentIndex(one.sessions.index(1))
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(history)) == 2 and "1 practice interview removed" in str(toasts(desk)).lower())
    assert one.currentIndex().row() == 1
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(titles(history)) == 3)
    one.setCurrentIndex(one.sessions.index(1))
    qtbot.keyClick(one, Qt.Key.Key_Return)
    qtbot.waitUntil(history.result.isVisible)


def test_a_session_that_is_clicked_opens(history: PracticePage, qtbot: QtBot) -> None:
    one = history.home.history.list
    qtbot.mouseClick(one.viewport(), Qt.MouseButton.LeftButton, pos=one.visualRect(one.sessions.index(0)).center())
    qtbot.waitUntil(lambda: history.session.pane.question is not None)
    assert one.visualRect(one.sessions.index(0)).height() == ROW


# --- progress --------------------------------------------------------------------------------------------------------


def points(*scores: int) -> tuple[TrendPoint, ...]:
    return tuple(TrendPoint(DAY + timedelta(days=at), score, at) for at, score in enumerate(scores))


def test_progress_is_told_in_words_and_by_kind_and_skill(history: PracticePage, qtbot: QtBot) -> None:
    card = history.home.trend
    qtbot.waitUntil(card.isVisible)
    assert card.chart.accessibleDescription().startswith("2 scores from ")
    card._what._choose(f"type:{InterviewType.FINAL.value}")
    assert card.chart.accessibleName() == "Scores over time: Final interview"
    assert card.chart.accessibleDescription().startswith("One score, on ")


def test_every_kind_and_skill_is_a_line_and_all_of_them_together() -> None:
    trend = Trend(
        types={InterviewType.FINAL: points(40), InterviewType.TECHNICAL: points(50, 70)},
        skills={"system design": points(30), "teamwork": points(60, 80)},
    )
    found = series(trend)
    assert [name for name, _points in found.values()] == [
        "All interviews",
        "Final interview",
        "Technical interview",
        "Skill: teamwork",
        "Skill: system design",
    ]
    assert len(found["all"][1]) == 3


def test_a_long_line_writes_the_first_the_best_and_the_last_figure() -> None:
    many = points(*range(20, 35), 90, *range(40, 50))
    assert told(many) == [0, 15, len(many) - 1]
    assert told(points(10, 20)) == [0, 1]
    assert trend_words(many).endswith("20 first, 49 last, 90 at best")
    assert trend_words(()) == "No scores yet"


@pytest.mark.parametrize("scores", [(), (50,), (0, 100), tuple(range(60))])
def test_any_line_can_be_painted(scores: tuple[int, ...], qtbot: QtBot) -> None:
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.resize(400, 150)
    chart.show_points("All interviews", points(*scores))
    picture = chart.grab().toImage()
    corner = picture.pixelColor(0, 0)
    inked = sum(picture.pixelColor(x, y) != corner for x in range(0, 400, 2) for y in range(0, 150, 2))
    assert inked > 50
