"""A practice interview with the bank's questions, from its first question to its result."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import (
    LOCAL,
    PracticeChanged,
    PracticeSetup,
    QuestionState,
    Session,
    SessionState,
    Speech,
)
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.store import PracticeQuestionRow
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobStore
from tests.features.practice.conftest import told
from tests.support.workspace import Place

STORY = (
    "When the nightly batch jobs took six hours, I was asked to bring them below one. I profiled them, rebuilt the "
    "slow ones in Spark and moved the rest to Airflow. In the end the run took 50 minutes."
)
OTHER = "I would ask for help."


def states(session: Session) -> list[QuestionState]:
    return [each.state for each in session.questions]


def test_the_banks_questions_are_there_at_once(place: Place, begun: Session) -> None:
    assert begun.title == "Behavioural interview · Senior Data Engineer, Northwind"
    assert begun.state is SessionState.RUNNING
    assert len(begun.questions) == 4
    assert len({each.content.text for each in begun.questions}) == 4
    assert states(begun) == [QuestionState.WAITING] * 4
    assert {each.made_by for each in begun.questions} == {LOCAL}
    assert all(each.content.key_points for each in begun.questions)
    assert begun.current == begun.questions[0]
    assert begun.still_to_come == 0


def test_a_role_is_enough(practice: PracticeService) -> None:
    session = practice.session(practice.begin(PracticeSetup(role="Head gardener", type=InterviewType.FINAL, count=3)))
    assert session.title == "Final interview · Head gardener"
    assert len(session.questions) == 3


def test_the_next_session_for_a_job_asks_something_else(
    practice: PracticeService, behavioural: PracticeSetup, begun: Session
) -> None:
    again = practice.session(practice.begin(behavioural))
    asked = {each.content.bank_id for each in begun.questions}
    assert not asked & {each.content.bank_id for each in again.questions}


def test_an_answer_is_kept_with_what_rules_say_of_it(place: Place, practice: PracticeService, begun: Session) -> None:
    heard = told(place)
    first = begun.questions[0]
    practice.ask(first.id)
    practice.keep_draft(first.id, "When the nightly", 12)
    answer = practice.answer(first.id, STORY, 95)
    assert (answer.attempt, answer.text, answer.seconds, answer.evaluation) == (1, STORY, 95, None)
    assert answer.score == answer.local.score > 0
    session = practice.session(begun.id)
    assert session.questions[0].latest == answer
    assert session.questions[0].state is QuestionState.ANSWERED
    assert (session.questions[0].draft, session.questions[0].seconds) == ("", 0)
    assert session.current == session.questions[1]
    assert session.seconds == 95
    assert heard == [PracticeChanged(begun.id, first.id)] * 2  # asked, answered; a draft tells nobody


def test_nothing_is_no_answer_and_the_draft_stays(practice: PracticeService, begun: Session) -> None:
    first = begun.questions[0].id
    practice.keep_draft(first, "  \n", 3)
    with pytest.raises(UserError) as refused:
        practice.answer(first, "  \n", 3)
    assert refused.value.code == "answer-empty"
    assert practice.question(first).draft == "  \n"


def test_every_try_stays(practice: PracticeService, begun: Session) -> None:
    first = begun.questions[0].id
    practice.answer(first, OTHER, 20)
    practice.ask(first)
    practice.keep_draft(first, STORY[:40], 31)
    assert practice.session(begun.id).current == practice.question(first)
    practice.answer(first, STORY, 80)
    tries = practice.question(first).answers
    assert [(each.attempt, each.text) for each in tries] == [(1, OTHER), (2, STORY)]
    assert tries[1].score > tries[0].score
    assert practice.session(begun.id).seconds == 100


def test_a_question_that_is_left_for_another_is_what_it_was(practice: PracticeService, begun: Session) -> None:
    first, second, third, _ = (each.id for each in begun.questions)
    practice.ask(first)
    practice.ask(second)
    assert states(practice.session(begun.id))[:2] == [QuestionState.WAITING, QuestionState.ASKED]
    practice.answer(second, OTHER, 5)
    practice.ask(second)
    practice.ask(third)
    assert states(practice.session(begun.id))[:3] == [
        QuestionState.WAITING,
        QuestionState.ANSWERED,
        QuestionState.ASKED,
    ]


def test_skipping_is_taken_back(practice: PracticeService, begun: Session) -> None:
    first, second = begun.questions[0].id, begun.questions[1].id
    practice.keep_draft(first, "Half a thought", 9)
    practice.skip(first)
    assert practice.session(begun.id).current == begun.questions[1]
    practice.unskip(first)
    question = practice.question(first)
    assert (question.state, question.draft) == (QuestionState.WAITING, "Half a thought")
    practice.answer(second, OTHER, 5)
    practice.skip(second)
    practice.unskip(second)
    assert practice.question(second).state is QuestionState.ANSWERED


def test_a_spoken_answer_keeps_its_sound(place: Place, practice: PracticeService, begun: Session) -> None:
    spoken = Speech(seconds=61.0, words=120, words_per_minute=118.0, pauses=2, longest_pause=1.4, fillers={"um": 3})
    sound = b"RIFF\x24\x00\x00\x00WAVEfmt "
    answer = practice.answer(begun.questions[0].id, STORY, 61, spoken, sound)
    assert practice.given_answer(answer.id).speech == spoken
    assert practice.recording(answer.id) == (sound, "audio/wav")
    silent = practice.answer(begun.questions[1].id, STORY, 61)
    with pytest.raises(KeyError):
        practice.recording(silent.id)
    with place.database.write() as unit:
        assert BlobStore(unit.session).forget_unused() == 0


def test_pausing_and_going_on(place: Place, practice: PracticeService, begun: Session) -> None:
    practice.ask(begun.questions[1].id)
    practice.pause(begun.id)
    assert practice.session(begun.id).state is SessionState.PAUSED
    assert [(line.id, line.state) for line in practice.unfinished()] == [(begun.id, SessionState.PAUSED)]
    practice.resume(begun.id)
    session = practice.session(begun.id)
    assert (session.state, session.current) == (SessionState.RUNNING, session.questions[1])


def test_finishing_gives_a_result_at_once(practice: PracticeService, begun: Session) -> None:
    practice.answer(begun.questions[0].id, STORY, 95)
    practice.answer(begun.questions[1].id, OTHER, 10)
    result = practice.finish(begun.id)
    session = practice.session(begun.id)
    assert (session.state, session.result, result.made_by) == (SessionState.FINISHED, result, LOCAL)
    assert session.finished is not None
    assert set(result.skills) <= {each.content.category for each in session.answered}
    assert practice.unfinished() == []
    practice.pause(begun.id)
    practice.resume(begun.id)
    assert practice.session(begun.id).state is SessionState.FINISHED


def test_nothing_answered_is_no_result(practice: PracticeService, begun: Session) -> None:
    with pytest.raises(UserError) as refused:
        practice.finish(begun.id)
    assert refused.value.code == "practice-empty"
    assert practice.session(begun.id).state is SessionState.RUNNING


def test_a_better_answer_after_the_end_opens_it_again(practice: PracticeService, begun: Session) -> None:
    first = begun.questions[0].id
    practice.answer(first, OTHER, 10)
    before = practice.finish(begun.id)
    practice.answer(first, STORY, 80)
    session = practice.session(begun.id)
    assert (session.state, session.result) == (SessionState.RUNNING, before)
    assert practice.finish(begun.id).overall > before.overall


def test_removed_and_brought_back(place: Place, practice: PracticeService, begun: Session) -> None:
    assert practice.remove([begun.id, 9_999]) == [begun.id]
    assert practice.history() == []
    with pytest.raises(KeyError):
        practice.session(begun.id)
    assert practice.purge_removed() == 0
    assert practice.restore([begun.id]) == [begun.id]
    assert practice.session(begun.id) == begun


def test_what_is_not_there(practice: PracticeService) -> None:
    for verb in (practice.session, practice.question, practice.ask, practice.skip, practice.finish, practice.pause):
        with pytest.raises(KeyError):
            verb(7)
    with pytest.raises(KeyError):
        practice.keep_draft(7, "text", 1)
    with pytest.raises(KeyError):
        practice.answer(7, "text", 1)


def test_a_forgotten_job_leaves_its_practice(place: Place, practice: PracticeService, begun: Session) -> None:
    from careercoach_desktop.features.jobs.store.tables import JobRow

    assert begun.setup.job_id is not None
    with place.database.write() as unit:
        unit.session.delete(unit.session.get(JobRow, begun.setup.job_id))
    session = practice.session(begun.id)
    assert (session.setup.job_id, session.title) == (None, begun.title)
    assert practice.answer(session.questions[0].id, STORY, 60).attempt == 1


def test_a_draft_is_one_small_write(place: Place, practice: PracticeService, begun: Session) -> None:
    from sqlalchemy import event

    statements: list[str] = []
    event.listen(place.database.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    practice.keep_draft(begun.questions[0].id, "When the nightly", 12)
    assert [each.split()[0] for each in statements if not each.startswith("BEGIN")] == ["UPDATE"]
    with place.database.read() as rows:
        kept = rows.get(PracticeQuestionRow, begun.questions[0].id)
        assert kept is not None
        assert (kept.draft, kept.seconds) == ("When the nightly", 12)
