"""Practice with Claude on the screen: the first question as soon as it is there, what it thinks beside what rules say,
and a way on whatever becomes of it."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.drafting import WrittenQuestions
from careercoach_desktop.features.practice.model import Asker, PracticeSetup, Session
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.service.tasks import ANALYSE, EVALUATE, QUESTIONS
from careercoach_desktop.features.practice.ui import claude_tasks
from careercoach_desktop.features.practice.ui.claim_line import ClaimLine
from careercoach_desktop.features.practice.ui.feedback_pane import HERE
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.foundation.llm import growing
from careercoach_desktop.foundation.llm.model import Estimate
from careercoach_desktop.foundation.uikit import Button, Desk, Tag, TextArea
from tests.features.practice.said import ANALYSED, ANSWER, GOOD, INVENTED, THREE, WEIGHED, weighed
from tests.features.practice.ui.conftest import hand_in, on_screen
from tests.support.claude import ClaudeServer, Trouble
from tests.support.claude.api import Settings
from tests.support.dialogs import answer, button, dialog, words
from tests.support.workspace import Place

MODEL = "Claude Sonnet 5.5"


@pytest.fixture
def asked(data_job: int) -> PracticeSetup:
    return PracticeSetup(job_id=data_job, type=InterviewType.TECHNICAL, count=3, asker=Asker.CLAUDE)


@pytest.fixture
def answered(
    connected: ClaudeServer, page: PracticePage, place: Place, story_session: Session, qtbot: QtBot
) -> PracticePage:
    """An answer to the bank's question, which Claude can be asked about."""
    place.queue.start()
    page.open_record(story_session.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    hand_in(page, ANSWER, qtbot)
    return page


def ask_claude(page: PracticePage, qtbot: QtBot) -> None:
    offer = page.session.side.pane.offer
    qtbot.waitUntil(offer.button.isVisible)
    assert offer.button.text().startswith("Ask Claude · ")
    offer.button.click()


def weighed_words(page: PracticePage, qtbot: QtBot) -> list[str]:
    """What stands beside the question once Claude's view is whole."""
    side = page.session.side.pane
    qtbot.waitUntil(lambda: side._by.text() == MODEL)
    return words(side)


def _pieces_of_first() -> int:
    """How many pieces the server sends until the first question is whole and the second has begun."""
    text = json.dumps(THREE.model_dump(mode="json"))
    return text.index("Tell me about a pipeline that") // Settings.delta_size + 2


def test_the_tasks_are_called_what_the_service_calls_them() -> None:
    assert (claude_tasks.QUESTIONS, claude_tasks.EVALUATE, claude_tasks.ANALYSE) == (QUESTIONS, EVALUATE, ANALYSE)


# --- questions -------------------------------------------------------------------------------------------------------


def test_the_first_question_is_shown_while_the_others_are_written(
    connected: ClaudeServer,
    page: PracticePage,
    place: Place,
    practice: PracticeService,
    lena: int,
    asked: PracticeSetup,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growing, "EVERY", 0.0)  # every piece is looked at, so that the last before the stall is
    monkeypatch.setattr(growing, "_SHARE", 0)
    connected.answer("WrittenQuestions", THREE)
    held = connected.misbehave(Trouble.STALL, after=_pieces_of_first())
    session_id = practice.begin(asked)
    page.open_record(session_id)
    qtbot.waitUntil(page.session.coming.isVisible)
    assert "Claude is writing your first question…" in words(page)
    place.queue.start()
    qtbot.waitUntil(lambda: on_screen(page).content.text == THREE.questions[0].text, timeout=20_000)
    assert "Question 1 of 3" in words(page)
    assert "asked because: The posting asks for streaming." in _tags(page)
    held.release()
    qtbot.waitUntil(lambda: len(practice.session(session_id).questions) == 3)
    assert on_screen(page).content.text == THREE.questions[0].text


def _buttons(widget: QWidget) -> list[Button]:
    return [one for one in widget.findChildren(Button) if one.isVisible()]


def _tags(page: PracticePage) -> list[str]:
    return [tag.text() for tag in page.session.pane.findChildren(Tag)]


def test_when_claude_breaks_off_the_bank_is_a_way_on(
    connected: ClaudeServer,
    page: PracticePage,
    place: Place,
    practice: PracticeService,
    lena: int,
    asked: PracticeSetup,
    qtbot: QtBot,
) -> None:
    connected.answer("WrittenQuestions", THREE)
    connected.misbehave(Trouble.CUT, after=1)
    place.queue.start()
    session_id = practice.begin(asked)
    page.open_record(session_id)
    qtbot.waitUntil(page.session.coming.bank.isVisible, timeout=20_000)
    assert "The questions did not all come" in words(page)
    button(page, "Use the question bank").click()
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    assert len(practice.session(session_id).questions) == 3
    assert "Question 1 of 3" in words(page)


def test_when_claude_breaks_off_it_can_be_asked_again(
    connected: ClaudeServer,
    page: PracticePage,
    place: Place,
    practice: PracticeService,
    lena: int,
    asked: PracticeSetup,
    qtbot: QtBot,
) -> None:
    connected.misbehave(Trouble.CUT, after=1)
    connected.answer("WrittenQuestions", THREE)
    place.queue.start()
    page.open_record(practice.begin(asked))
    qtbot.waitUntil(lambda: any(one.text() == "Start again" for one in _buttons(page)), timeout=20_000)
    button(page, "Start again").click()
    qtbot.waitUntil(lambda: on_screen(page).content.text == THREE.questions[0].text, timeout=20_000)


# --- what it thinks --------------------------------------------------------------------------------------------------


def test_claudes_view_stands_beside_the_rules_and_both_can_be_seen(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    connected.answer("WeighedAnswer", WEIGHED)
    side = answered.session.side.pane
    local = side.answer
    assert local is not None
    ask_claude(answered, qtbot)
    said = weighed_words(answered, qtbot)
    assert {WEIGHED.summary, *WEIGHED.strengths, *WEIGHED.improvements} <= set(said)
    assert side._ring.score() == WEIGHED.score
    assert "A stronger answer, from your evidence" in said
    assert not side.offer.isVisible()
    side._sides._choose(1)
    assert side._sides.value() == HERE
    assert side._ring.score() == local.local.score
    assert "Checked on this computer" in words(side)


def test_what_nothing_proves_is_marked_and_the_person_can_say_that_it_is_true(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    connected.answer("WeighedAnswer", weighed(suggested=INVENTED, follow_up=""))
    connected.answer("MendedSuggestion", {"suggested": INVENTED})
    ask_claude(answered, qtbot)
    weighed_words(answered, qtbot)
    side = answered.session.side.pane
    lines = side.findChildren(ClaimLine)
    assert any("900" in text for line in lines for text in words(line))
    (own,) = [one for one in _buttons(side) if "900" in one.accessibleName()]
    own.click()
    asking = dialog(qtbot, EvidenceDialog)
    asking.findChild(TextArea).setPlainText("At Brightwater I migrated 900 jobs.")
    answer(qtbot, asking, "Add as my evidence")
    qtbot.waitUntil(lambda: not any("900" in one.accessibleName() for one in _buttons(side)))
    qtbot.waitUntil(lambda: len(side.findChildren(ClaimLine)) < len(lines))


def test_where_claude_and_the_rules_are_far_apart_both_are_named(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    harsh = GOOD.model_copy(update={"score": 4})
    connected.answer("WeighedAnswer", harsh)
    local = answered.session.side.pane.answer
    assert local is not None
    ask_claude(answered, qtbot)
    said = f"Claude says {harsh.score}, the rules on this computer {local.local.score}. Look at both."
    qtbot.waitUntil(lambda: said in words(answered.session.side.pane), timeout=20_000)


def test_a_price_that_comes_after_the_view_offers_nothing(
    answered: PracticePage,
    connected: ClaudeServer,
    practice: PracticeService,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    side, come, usual = answered.session.side, threading.Event(), practice.estimate_evaluation
    qtbot.waitUntil(side.pane.offer.button.isVisible)

    def slow(answer_id: int) -> Estimate:
        come.wait(timeout=20)
        return usual(answer_id)

    with monkeypatch.context() as patch:
        patch.setattr(practice, "estimate_evaluation", slow)
        late = desk.start(side._price())
        side.pane.offer.button.click()
        weighed_words(answered, qtbot)
        come.set()
        qtbot.waitUntil(late.done)
    qtbot.waitUntil(lambda: not side.pane.offer.isVisible())


def test_two_tries_are_compared_only_by_the_same_judge(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    side = answered.session.side.pane
    answered.session.answer_again()
    qtbot.waitUntil(lambda: answered.session.pane.question is not None)
    hand_in(answered, f"{ANSWER} As a result we saved 5 hours a day.", qtbot)
    before, after = side.question.answers if side.question is not None else ()
    assert side._change.text() == f"{before.local.score} → {after.local.score}"
    ask_claude(answered, qtbot)
    weighed_words(answered, qtbot)
    assert not side._change.isVisible(), "Claude has read only the second"
    side._sides.changed.emit(HERE)
    assert side._change.isVisible()


def test_it_grows_while_the_next_question_is_answered(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    connected.answer("WeighedAnswer", WEIGHED)
    held = connected.misbehave(Trouble.STALL, after=8)
    ask_claude(answered, qtbot)
    side = answered.session.side.pane
    qtbot.waitUntil(lambda: side._by.text() == "Claude is writing…", timeout=20_000)
    assert side.task_bar.isVisible()
    assert button(side, "Cancel").isVisible()
    assert side._ring.score() is None
    held.release()
    weighed_words(answered, qtbot)
    qtbot.waitUntil(lambda: not side.task_bar.isVisible())


def test_a_cut_leaves_the_rules_view_and_a_way_to_try_again(
    answered: PracticePage, connected: ClaudeServer, qtbot: QtBot
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    connected.misbehave(Trouble.CUT, after=8)
    side = answered.session.side.pane
    local = side.answer
    assert local is not None
    ask_claude(answered, qtbot)
    qtbot.waitUntil(lambda: any(one.text() == "Start again" for one in _buttons(side)), timeout=20_000)
    assert "Checked on this computer" in words(side)
    assert side._ring.score() == local.local.score
    button(side, "Start again").click()
    weighed_words(answered, qtbot)


def test_a_follow_up_comes_right_behind_a_weak_answer(
    connected: ClaudeServer,
    page: PracticePage,
    place: Place,
    practice: PracticeService,
    lena: int,
    asked: PracticeSetup,
    qtbot: QtBot,
) -> None:
    connected.answer("WrittenQuestions", WrittenQuestions(questions=THREE.questions[1:2]))
    connected.answer("WeighedAnswer", WEIGHED)
    place.queue.start()
    page.open_record(practice.begin(asked.model_copy(update={"count": 1})))
    qtbot.waitUntil(lambda: page.session.pane.question is not None, timeout=20_000)
    hand_in(page, ANSWER, qtbot)
    qtbot.waitUntil(lambda: on_screen(page).content.text == WEIGHED.follow_up, timeout=20_000)
    assert "Follow-up to question 1" in _tags(page)
    assert "Question 1a of 1" in words(page), "no question became another one"
    assert "Claude asks about this once more: question 1a." in words(page)
    assert not [tag for tag in _tags(page) if "because" in tag], "it may be about an answer of a while ago"


# --- the whole -------------------------------------------------------------------------------------------------------


def test_claude_looks_back_on_the_whole_when_it_is_asked(
    answered: PracticePage, connected: ClaudeServer, practice: PracticeService, qtbot: QtBot
) -> None:
    connected.answer("AnalysedSession", ANALYSED)
    qtbot.waitUntil(answered.session.end.isVisible)
    answered.session.end.button.click()
    offer = answered.result.body.offer
    qtbot.waitUntil(offer.button.isVisible, timeout=20_000)
    assert any("without name and contact details" in text for text in words(offer))
    offer.button.click()
    qtbot.waitUntil(lambda: ANALYSED.summary in words(answered.result), timeout=20_000)
    qtbot.waitUntil(lambda: any(text.startswith(MODEL) for text in words(answered.result)))
    assert {*ANALYSED.areas, *ANALYSED.next_steps} <= set(words(answered.result))
    qtbot.waitUntil(lambda: not offer.isVisible())
    assert len(connected.requests()) == 1


def test_without_a_key_everything_but_claude_is_there(
    page: PracticePage, story_session: Session, no_keychain: None, qtbot: QtBot
) -> None:
    page.open_record(story_session.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    assert hand_in(page, ANSWER, qtbot).evaluation is None
    assert not page.session.side.pane.offer.isVisible()
    assert button(page, "Answer again").isEnabled()
