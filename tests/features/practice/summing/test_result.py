"""What a session came to: scores that follow from its answers, and advice that follows from its habits."""

from __future__ import annotations

from datetime import UTC, datetime

from careercoach_desktop.features.evidence.bank import Place, QuestionBank
from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.listening import local_feedback
from careercoach_desktop.features.practice.model import (
    Answer,
    Evaluation,
    PracticeSetup,
    Question,
    QuestionContent,
    QuestionState,
    Session,
    SessionState,
)
from careercoach_desktop.features.practice.summing import result_of

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
STORY = (
    "In March we had two outages of the nightly load. I owned the rerun. I made the loads idempotent and added alerts. "
    "I talked to the billing team every morning and wrote down what had failed. "
)
END = "As a result incidents fell by a third, from 12 to 8 a quarter."


def question(number: int, category: str, *answers: str, story: bool = True, claude: int | None = None) -> Question:
    content = QuestionContent(text=f"Question {number}?", category=category, wants_story=story)
    kept = [
        Answer(
            id=number * 10 + attempt,
            question_id=number,
            attempt=attempt,
            text=text,
            seconds=60,
            local=local_feedback(content, text, 60),
            evaluation=None if claude is None else Evaluation(score=claude, made_by="a model"),
            created=NOW,
        )
        for attempt, text in enumerate(answers, 1)
    ]
    state = QuestionState.ANSWERED if kept else QuestionState.SKIPPED
    return Question(id=number, session_id=1, position=number, content=content, state=state, answers=tuple(kept))


def session(*questions: Question, kind: InterviewType = InterviewType.BEHAVIORAL) -> Session:
    setup = PracticeSetup(type=kind)
    return Session(
        id=1, setup=setup, title="Practice", state=SessionState.FINISHED, questions=questions, created=NOW, updated=NOW
    )


def test_the_last_try_counts_and_what_was_skipped_does_not() -> None:
    whole = session(question(1, "reliability", "We met.", STORY + END), question(2, "teamwork"))
    result = result_of(whole)
    assert result.overall == whole.questions[0].answers[-1].score
    assert result.summary.startswith("1 answer, 1 question skipped.")
    assert result.skills == {"reliability": result.overall}


def test_claudes_score_counts_where_there_is_one() -> None:
    assert result_of(session(question(1, "teamwork", STORY, claude=83))).overall == 83


def test_scores_that_no_question_looked_for_are_left_out() -> None:
    soft = result_of(session(question(1, "motivation", STORY), question(2, "teamwork", STORY)))
    assert (soft.technical, soft.problem_solving) == (None, None)
    assert soft.communication is not None
    trade = session(
        question(1, "system design", STORY, story=False),
        question(2, "SQL", STORY, story=False),
        kind=InterviewType.TECHNICAL,
    )
    assert result_of(trade).technical is not None
    assert result_of(trade).problem_solving == trade.questions[0].answers[0].score


def test_the_opening_and_the_close_of_a_technical_round_are_not_of_the_trade() -> None:
    asked = {
        each.category
        for each in QuestionBank().questions(InterviewType.TECHNICAL.value)
        if each.place is not Place.MIDDLE
    }
    assert len(asked) >= 2
    for category in asked:
        alone = session(question(1, category, STORY, story=False), kind=InterviewType.TECHNICAL)
        assert result_of(alone).technical is None, category


def test_a_habit_is_named_with_the_step_that_changes_it() -> None:
    result = result_of(session(*(question(number, "reliability", STORY) for number in range(1, 4))))
    assert result.areas[0] == "The result was missing in 3 of 3 stories."
    assert result.next_steps[0] == "End each story with what changed, for whom, and by how much."


def test_what_went_well_is_said_first_hand() -> None:
    result = result_of(session(*(question(number, "reliability", STORY + END) for number in range(1, 4))))
    assert result.strengths[0] == "Whole stories, from situation to result, in 3 of 3."
    assert "You back up what you say with figures." in result.strengths


def test_a_session_without_an_answer_says_so_kindly() -> None:
    result = result_of(session(question(1, "teamwork")))
    assert result.overall == 0
    assert result.summary == "No question was answered this time."
    assert result.next_steps
