"""A session on the screen: asked, typed, handed in, skipped, paused; and nothing of it is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.practice.model import QuestionState, Session, SessionState
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.ui.answer_clock import AnswerClock
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.foundation.storage.faults import disk_full
from careercoach_desktop.foundation.uikit import Desk
from tests.features.practice.test_practising import OTHER, STORY
from tests.features.practice.ui.conftest import hand_in, on_screen, shown_feedback
from tests.support.dialogs import button, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def text_beside(page: PracticePage) -> str:
    """The answer whose feedback is shown."""
    answer = shown_feedback(page)
    return answer.text if answer is not None else ""


def test_the_first_question_stands_there_with_the_keyboard_in_its_field(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    first = begun.questions[0]
    pane = opened.session.pane
    assert first.content.text in words(opened)
    assert "Question 1 of 4" in words(opened)
    assert QApplication.focusWidget() is pane.field
    assert not pane.done.isEnabled()
    qtbot.waitUntil(lambda: practice.session(begun.id).questions[0].state is QuestionState.ASKED)


def test_what_is_typed_is_kept_while_it_is_typed(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(opened.session.pane.field, "When the nightly jobs")
    qtbot.waitUntil(lambda: practice.session(begun.id).questions[0].draft == "When the nightly jobs")
    assert practice.session(begun.id).questions[0].answers == ()


def test_who_comes_back_finds_words_and_time_as_they_were(
    page: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    practice.keep_draft(begun.questions[0].id, "When the nightly jobs", 134)
    page.open_record(begun.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    assert page.session.pane.field.text() == "When the nightly jobs"
    assert "2:14 · 4 words" in words(page)


def test_an_answer_is_thought_about_at_once_and_the_next_question_stands_there(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    answer = hand_in(opened, STORY, qtbot)
    assert answer.text == STORY
    assert on_screen(opened).id == begun.questions[1].id
    assert opened.session.pane.field.text() == ""
    side = opened.session.side.pane
    assert side._ring.score() == answer.local.score
    assert {"Question 1 · your answer", answer.local.summary, "Checked on this computer"} <= set(words(side))
    assert set(answer.local.missing) <= set(words(side))
    assert practice.session(begun.id).questions[0].draft == ""


def test_the_keys_hand_in_and_skip(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    field = opened.session.pane.field
    qtbot.keyClicks(field, OTHER)
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: on_screen(opened).id == begun.questions[1].id)
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: on_screen(opened).id == begun.questions[2].id)
    states = [each.state for each in practice.session(begun.id).questions[:2]]
    assert states == [QuestionState.ANSWERED, QuestionState.SKIPPED]


def test_nothing_cannot_be_handed_in(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(opened.session.pane.field, "   ")
    opened.session.pane.hand_in()
    assert not opened.session.pane.done.isEnabled()
    assert practice.session(begun.id).answered == ()


def test_a_skipped_question_comes_back_with_undo_and_its_words(
    opened: PracticePage, begun: Session, desk: Desk, await_: Await[object], qtbot: QtBot
) -> None:
    qtbot.keyClicks(opened.session.pane.field, "Half a thought")
    opened.session.pane.skip.click()
    qtbot.waitUntil(lambda: on_screen(opened).id == begun.questions[1].id and bool(toasts(desk)))
    await_(desk.undo.undo())
    opened.session.pane.skip.click()  # question two; the first waits again, and comes before the others
    qtbot.waitUntil(lambda: on_screen(opened).id == begun.questions[0].id)
    assert opened.session.pane.field.text() == "Half a thought"


def test_a_pause_stops_the_time_and_hides_nothing_that_was_written(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    view = opened.session
    qtbot.keyClicks(view.pane.field, "Half a thought")
    assert view.clock.runs
    qtbot.keyClick(view.pane.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.paused.isVisible)
    assert not view.clock.runs
    assert practice.session(begun.id).state is SessionState.PAUSED
    assert practice.session(begun.id).questions[0].draft == "Half a thought"
    assert QApplication.focusWidget() is view.paused.go_on
    qtbot.keyClick(view.paused.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.pane.isVisible() and view.clock.runs)
    assert view.pane.field.text() == "Half a thought"


def test_whoever_leaves_is_offered_to_go_on(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    hand_in(opened, STORY, qtbot)
    qtbot.keyClicks(opened.session.pane.field, "Half a thought")
    opened.session.header.back_requested.emit()
    go_on = opened.home.go_on.button
    qtbot.waitUntil(lambda: go_on.isVisible() and go_on.text() == "Go on with question 2")
    assert not opened.session.clock.runs
    assert practice.session(begun.id).questions[1].draft == "Half a thought"
    go_on.click()
    qtbot.waitUntil(lambda: opened.session.pane.question is not None and opened.session.isVisible())
    assert opened.session.pane.field.text() == "Half a thought"


def test_news_that_come_while_an_answer_is_handed_in_do_not_bring_its_question_back(
    opened: PracticePage,
    practice: PracticeService,
    begun: Session,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    await_: Await,
) -> None:
    first, second = begun.questions[:2]
    qtbot.waitUntil(lambda: practice.session(begun.id).questions[0].state is QuestionState.ASKED)
    await_(desk.drain())
    asked: list[int] = []
    ask = practice.ask
    monkeypatch.setattr(practice, "ask", lambda question_id: (asked.append(question_id), ask(question_id))[1])
    opened.session.pane.field.setPlainText(STORY)
    opened.session.reload()  # reads how things are just before the answer is stored
    opened.session.pane.hand_in()
    qtbot.waitUntil(lambda: practice.session(begun.id).questions[1].state is QuestionState.ASKED)
    await_(desk.drain())
    assert on_screen(opened).id == second.id
    assert asked == [second.id]
    assert practice.question(first.id).state is QuestionState.ANSWERED


def test_answering_again_shows_what_changed(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    first = hand_in(opened, OTHER, qtbot)
    qtbot.keyClick(opened.session.pane.field, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: on_screen(opened).id == begun.questions[0].id)
    assert opened.session.pane.field.text() == ""
    button(opened, "Start from your last answer").click()
    assert opened.session.pane.field.text() == OTHER
    opened.session.pane.field.selectAll()
    again = hand_in(opened, STORY, qtbot)
    side = opened.session.side.pane
    assert again.attempt == 2
    assert side._change.text() == f"{first.score} → {again.score}"
    qtbot.waitUntil(lambda: any(text.startswith("Since try 1") for text in words(side)))
    side._tries._choose(str(first.id))
    assert side._ring.score() == first.local.score
    qtbot.waitUntil(lambda: OTHER in words(side))
    assert [each.text for each in practice.session(begun.id).questions[0].answers] == [OTHER, STORY]
    assert on_screen(opened).id == begun.questions[1].id


def test_what_was_thought_of_earlier_answers_can_be_looked_at_while_going_on(
    opened: PracticePage, begun: Session, qtbot: QtBot
) -> None:
    side, field = opened.session.side.pane, opened.session.pane.field
    hand_in(opened, STORY, qtbot)
    assert not side.earlier.isVisible()
    hand_in(opened, OTHER, qtbot)
    qtbot.keyClicks(field, "Half a thought")
    qtbot.waitUntil(side.earlier.isVisible)
    assert (side.earlier.isEnabled(), side.later.isEnabled()) == (True, False)
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: text_beside(opened) == STORY)
    side.later.click()
    qtbot.waitUntil(lambda: text_beside(opened) == OTHER)
    assert on_screen(opened).id == begun.questions[2].id
    assert field.text() == "Half a thought"


def test_the_end_leads_to_the_result(opened: PracticePage, begun: Session, qtbot: QtBot) -> None:
    hand_in(opened, STORY, qtbot)
    for question in begun.questions[1:]:
        qtbot.waitUntil(lambda question=question: on_screen(opened).id == question.id)
        opened.session.pane.skip.click()
    qtbot.waitUntil(opened.session.end.isVisible)
    assert shown_feedback(opened) is not None
    qtbot.keyClick(opened.session.end.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.result.isVisible() and opened.result.session is not None)


def test_who_skips_everything_is_not_shown_an_empty_result(opened: PracticePage, begun: Session, qtbot: QtBot) -> None:
    for question in begun.questions:
        qtbot.waitUntil(lambda question=question: on_screen(opened).id == question.id)
        opened.session.pane.skip.click()
    qtbot.waitUntil(opened.session.end.isVisible)
    button(opened, "Back to Practice").click()
    qtbot.waitUntil(opened.home.isVisible)


def test_one_can_finish_before_the_end(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    hand_in(opened, STORY, qtbot)
    button(opened, "Finish").click()
    qtbot.waitUntil(opened.result.isVisible)
    assert practice.session(begun.id).state is SessionState.FINISHED


def test_a_question_looked_up_before_the_end_does_not_begin_the_session_anew(
    opened: PracticePage, practice: PracticeService, begun: Session, desk: Desk, await_: Await[object], qtbot: QtBot
) -> None:
    hand_in(opened, STORY, qtbot)
    view = opened.session
    await_(desk.drain())
    before = practice.session(begun.id)  # what a reading that began a moment ago brings
    other = next(one for one in before.questions if not one.answers and one.id != view.pane.question.id)
    held = threading.Event()
    desk.start(desk.run(held.wait, 30))
    qtbot.waitUntil(lambda: len(desk._asked) == 1)
    view._finish()
    qtbot.waitUntil(lambda: len(desk._asked) > 1)  # the end is asked for, behind what is held
    view._show_question(before, other)
    held.set()
    qtbot.waitUntil(opened.result.isVisible)
    await_(desk.drain())
    assert practice.session(begun.id).state is SessionState.FINISHED


def test_a_session_removed_elsewhere_leads_home(
    opened: PracticePage, practice: PracticeService, begun: Session, qtbot: QtBot
) -> None:
    practice.remove([begun.id])
    qtbot.waitUntil(opened.home.isVisible)
    assert opened.session.session is None


def test_an_answer_becomes_a_story_with_its_question(
    page: PracticePage, place: Place, story_session: Session, desk: Desk, await_: Await[object], qtbot: QtBot
) -> None:
    page.open_record(story_session.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    hand_in(page, STORY, qtbot)
    button(page, "Save as story").click()
    evidence = place.get(EvidenceService)
    qtbot.waitUntil(lambda: len(evidence.stories()) == 1)
    (story,) = evidence.stories()
    text = story.text
    assert text.title
    assert STORY.startswith(text.title[:20]), "what it is about, not what was asked"
    told = " ".join((text.situation, text.task, text.action, text.result))
    assert set(told.split()) == set(STORY.split())
    assert [each.question for each in story.questions] == [story_session.questions[0].content.text]
    qtbot.waitUntil(lambda: "Kept among your stories." in toasts(desk))
    await_(desk.undo.undo())
    assert evidence.stories() == []
    qtbot.waitUntil(lambda: page.session.side.pane.story.text() == "Save as story")


def test_an_answer_is_a_story_once_and_its_button_leads_there(
    page: PracticePage, place: Place, story_session: Session, desk: Desk, qtbot: QtBot
) -> None:
    opened: list[tuple[object, ...]] = []
    desk.open_requested.connect(lambda *where: opened.append(where))
    page.open_record(story_session.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    hand_in(page, STORY, qtbot)
    saving = page.session.side.pane.story
    saving.click()
    saving.click()  # an impatient hand
    qtbot.waitUntil(lambda: saving.text() == "In your stories")
    saving.click()
    qtbot.waitUntil(lambda: bool(opened))
    evidence = place.get(EvidenceService)
    (story,) = evidence.stories()
    assert str(story.id) in map(str, opened[0])
    evidence.change_story(story.id, replace(story.text, title="The slow night", result=story.text.result + " Twice."))
    page.show_home()
    page.open_record(story_session.id)
    qtbot.waitUntil(lambda: saving.isVisible() and saving.text() == "In your stories")


def test_what_a_full_disk_refused_is_not_lost(
    opened: PracticePage,
    practice: PracticeService,
    begun: Session,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_asked: object) -> None:
        raise disk_full()

    view = opened.session
    with monkeypatch.context() as disk:
        disk.setattr(practice, "keep_draft", full)
        disk.setattr(practice, "answer", full)
        qtbot.keyClicks(view.pane.field, "Half a thought")
        qtbot.waitUntil(lambda: "Not kept yet; trying again" in words(opened))
        view.pane.hand_in()
        qtbot.waitUntil(lambda: view.pane.done.isEnabled() and bool(toasts(desk)))
    assert view.pane.field.text() == "Half a thought"
    assert on_screen(opened).id == begun.questions[0].id
    view.saver._try_again()
    qtbot.waitUntil(lambda: practice.session(begun.id).questions[0].draft == "Half a thought")
    qtbot.waitUntil(lambda: "Not kept yet; trying again" not in words(opened))


def test_a_draft_that_was_refused_never_takes_the_place_of_a_later_one(
    opened: PracticePage,
    practice: PracticeService,
    begun: Session,
    await_: Await[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep, saver, question_id = practice.keep_draft, opened.session.saver, begun.questions[0].id

    def refused_once(of: int, text: str, seconds: int) -> None:
        if text == "Half":
            raise disk_full()
        keep(of, text, seconds)

    monkeypatch.setattr(practice, "keep_draft", refused_once)
    saver.typed(question_id, "Half", 1)
    saver.flush()
    saver.typed(question_id, "Half a thought", 2)
    assert await_(saver.kept()), "the later words are in the file, so nothing is left to be tried again"
    monkeypatch.undo()
    saver._try_again()
    assert await_(saver.kept())
    assert practice.question(question_id).draft == "Half a thought"


def test_the_time_runs_only_while_it_is_let() -> None:
    now = [100.0]
    clock = AnswerClock(now=lambda: now[0])
    clock.set_seconds(30)
    now[0] += 50
    assert clock.seconds == 30
    clock.start()
    now[0] += 12.4
    assert clock.seconds == 42
    clock.stop()
    now[0] += 500
    clock.start()
    now[0] += 2
    assert clock.seconds == 44


def test_the_time_stands_still_while_another_page_is_in_front(opened: PracticePage, qtbot: QtBot) -> None:
    assert opened.session.clock.runs
    opened.hide()
    assert not opened.session.clock.runs
    opened.show()
    qtbot.waitUntil(lambda: opened.session.clock.runs)


@pytest.mark.parametrize("width", [1072, 1712])
def test_a_long_question_is_whole(
    page: PracticePage, long_session: Session, width: int, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    page.window().resize(width, 770)
    page.open_record(long_session.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    pane = page.session.pane
    qtbot.waitUntil(lambda: pane._text.height() >= pane._text.heightForWidth(pane._text.width()))
    assert pane.field.height() > 200
    assert pane.done.geometry().bottom() < pane.height()
