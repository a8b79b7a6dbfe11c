"""Practice with Claude: over a real socket, through the real SDK, each piece in the file as soon as it is whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.drafting import WrittenQuestions
from careercoach_desktop.features.practice.judging import SaidPart
from careercoach_desktop.features.practice.model import (
    AnalysisGrew,
    Answer,
    Asker,
    Evaluation,
    EvaluationGrew,
    PracticeChanged,
    PracticeSetup,
    QuestionContent,
    QuestionState,
    Session,
    SessionState,
    StarPart,
)
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.service.tasks import EVALUATE, QUESTIONS
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm import growing
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import AiCall, Effort, Outcome
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from tests.features.practice.said import (
    ANALYSED,
    ANSWER,
    GOOD,
    INVENTED,
    SUGGESTED,
    THREE,
    WEIGHED,
    question,
    weighed,
)
from tests.features.tailoring.agents.long_papers import NOTES, ONE_PAGE, TWO_PAGES
from tests.support.claude import ClaudeServer, Trouble
from tests.support.claude.api import Settings
from tests.support.workspace import Place

ROOT = Path(__file__).parents[3]
MODEL = "claude-sonnet-5-5"


@pytest.fixture
def with_claude(data_job: int) -> PracticeSetup:
    return PracticeSetup(
        job_id=data_job, type=InterviewType.TECHNICAL, count=3, asker=Asker.CLAUDE, evaluate_ahead=False
    )


@pytest.fixture
def working(connected: ClaudeServer, place: Place) -> ClaudeServer:
    """Connected, and what is queued runs."""
    place.queue.start()
    return connected


def ledger(place: Place) -> list[AiCall]:
    """Oldest first."""
    return place.get(Claude).ledger.calls()[::-1]


def heard(place: Place, kind: type) -> list[object]:
    told: list[object] = []
    place.database.bus.after(kind, told.append)
    return told


def weighing(place: Place, practice: PracticeService, answer: Answer) -> Evaluation:
    """Have it weighed, to the end."""
    task_id = practice.evaluate(answer.id)
    place.watch.until_state(task_id, TaskState.SUCCEEDED)
    evaluation = practice.given_answer(answer.id).evaluation
    assert evaluation is not None
    return evaluation


def answered(place: Place, practice: PracticeService, begun: Session, *, wants_story: bool = True) -> Answer:
    """An answer to a question that asks for a story."""
    content = QuestionContent(
        text="Tell me about a pipeline that you made much faster.",
        category="pipelines",
        key_points=("what was at stake", "what you did", "what came of it"),
        wants_story=wants_story,
    )
    with place.database.write() as unit:
        added = PracticeStore(unit.session).add_question(begun.id, content, "local")
    return practice.answer(added, ANSWER, 70)


# --- questions -------------------------------------------------------------------------------------------------------


def test_the_estimate_sends_nothing(
    connected: ClaudeServer, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    estimate = practice.estimate_questions(with_claude)
    assert estimate.model == MODEL
    assert estimate.cost is not None
    assert 0 < estimate.cost < 50_000_000  # nano-dollars: five cents
    each = practice.estimate_usual_answer(with_claude)
    assert each.cost is not None
    assert 0 < each.cost < 30_000_000
    assert practice.claude_host() == connected.url.removeprefix("http://")
    assert connected.requests(None) == []


def test_without_a_key_nothing_is_begun(
    practice: PracticeService, no_keychain: None, lena: int, with_claude: PracticeSetup
) -> None:
    assert not practice.can_ask_claude()
    with pytest.raises(UserError) as told:
        practice.begin(with_claude)
    assert (told.value.code, told.value.place) == ("claude-no-key", "settings")
    assert practice.history() == []


def test_questions_are_written_for_the_job(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    connected.answer("WrittenQuestions", THREE)
    place.queue.start()
    session_id = practice.begin(with_claude)
    assert practice.session(session_id).still_to_come == 3
    task = place.done(QUESTIONS)
    session = practice.session(session_id)
    assert [each.content.text for each in session.questions] == [each.text for each in THREE.questions]
    assert {each.made_by for each in session.questions} == {MODEL}
    assert session.questions[1].content.key_points == ("what was at stake", "what you did", "what came of it")
    assert session.still_to_come == 0
    (request,) = connected.requests()
    assert request.asked.effort == Effort.MEDIUM
    assert "Write exactly 3 questions" in request.asked.user
    (call,) = ledger(place)
    assert (call.agent, call.task_id, call.subject) == ("MockInterview", task.id, f"practice:{session_id}")


def test_the_first_question_is_there_before_the_second_is_written(
    connected: ClaudeServer,
    place: Place,
    practice: PracticeService,
    lena: int,
    with_claude: PracticeSetup,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growing, "EVERY", 0.0)  # every piece is looked at, so that the last before the stall is
    monkeypatch.setattr(growing, "_SHARE", 0)
    first = Event()
    place.database.bus.after(PracticeChanged, lambda changed: first.set() if changed.question_id else None)
    connected.answer("WrittenQuestions", THREE)
    held = connected.misbehave(Trouble.STALL, after=_pieces_of_first())
    session_id = practice.begin(with_claude)
    place.queue.start()
    assert first.wait(30)
    session = practice.session(session_id)
    assert [each.content.text for each in session.questions] == [THREE.questions[0].text]
    practice.ask(session.questions[0].id)  # it can be answered while the others are being written
    practice.answer(session.questions[0].id, ANSWER, 30)
    held.release()
    place.done(QUESTIONS)
    assert [each.state for each in practice.session(session_id).questions] == [
        QuestionState.ANSWERED,
        QuestionState.WAITING,
        QuestionState.WAITING,
    ]


def _pieces_of_first() -> int:
    """How many pieces the server sends until the first question is whole and the second has begun."""
    text = json.dumps(THREE.model_dump(mode="json"))
    return text.index("Tell me about a pipeline that") // Settings.delta_size + 2


def test_what_was_asked_before_is_not_asked_again(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    connected.answer("WrittenQuestions", THREE, times=1)
    place.queue.start()
    practice.begin(with_claude)
    place.done(QUESTIONS)
    again = [question("TELL me about a pipeline that you made much faster!"), question("Which tool would you drop?")]
    connected.answer("WrittenQuestions", WrittenQuestions(questions=again))
    session_id = practice.begin(with_claude)
    place.done(QUESTIONS, 2)
    assert THREE.questions[1].text in connected.requests()[1].asked.user
    session = practice.session(session_id)
    assert [each.content.text for each in session.questions] == ["Which tool would you drop?"]
    assert session.still_to_come == 2


def test_a_cut_keeps_what_had_come_and_the_rest_can_be_asked_for(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    connected.answer("WrittenQuestions", THREE, times=1)
    connected.misbehave(Trouble.CUT, after=_pieces_of_first())
    place.queue.start()
    session_id = practice.begin(with_claude)
    (task,) = practice.under_way(session_id)
    assert place.watch.until_state(task.id, TaskState.FAILED).code == "claude-cut"
    session = practice.session(session_id)
    assert [each.content.text for each in session.questions] == [THREE.questions[0].text]
    assert len(connected.requests()) == 1  # never repeated by itself
    rest = WrittenQuestions(questions=THREE.questions[1:])
    connected.answer("WrittenQuestions", rest)
    place.watch.until_state(practice.ask_for_more(session_id), TaskState.SUCCEEDED)
    assert "Write exactly 2 questions" in connected.requests()[1].asked.user
    assert len(practice.session(session_id).questions) == 3


def test_or_taken_from_the_bank(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    connected.answer("WrittenQuestions", THREE)
    connected.misbehave(Trouble.CUT, after=_pieces_of_first())
    place.queue.start()
    session_id = practice.begin(with_claude)
    place.watch.until_state(practice.under_way(session_id)[0].id, TaskState.FAILED)
    assert practice.fill_from_bank(session_id) == 2
    session = practice.session(session_id)
    assert [each.made_by for each in session.questions] == [MODEL, "local", "local"]
    assert practice.fill_from_bank(session_id) == 0


def test_without_a_network_the_session_waits_and_the_bank_helps(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    place.queue.start()
    with connected.down():
        session_id = practice.begin(with_claude)
        (task,) = practice.under_way(session_id)
        place.watch.until_state(task.id, TaskState.RETRYING)
        practice.stop(session_id)
        assert practice.fill_from_bank(session_id) == 3
        answer = practice.answer(practice.session(session_id).questions[0].id, ANSWER, 30)
        assert answer.local.words > 0


# --- an answer -------------------------------------------------------------------------------------------------------


def test_an_answer_is_weighed(working: ClaudeServer, place: Place, practice: PracticeService, begun: Session) -> None:
    working.answer("WeighedAnswer", WEIGHED)
    grew = heard(place, EvaluationGrew)
    answer = answered(place, practice, begun)
    evaluation = weighing(place, practice, answer)
    assert (evaluation.score, evaluation.made_by) == (64, MODEL)
    assert evaluation.strengths == ("You say what you did yourself.",)
    assert evaluation.missing == ("what came of it",)
    assert (evaluation.suggested, evaluation.claims) == (SUGGESTED, ())
    quotes = {each.part: each.quote for each in evaluation.star}
    assert quotes[StarPart.SITUATION] == "The nightly batch jobs took six hours"
    assert quotes[StarPart.TASK] == "I had to bring them below one"
    assert practice.given_answer(answer.id).score == 64
    assert grew
    assert all(isinstance(each, EvaluationGrew) and each.answer_id == answer.id for each in grew)
    assert len(working.requests()) == 1


def test_a_quote_that_is_not_in_the_answer_is_dropped_and_the_offer_is_my_own_line(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", WEIGHED)
    evaluation = weighing(place, practice, answered(place, practice, begun))
    result = next(each for each in evaluation.star if each.part is StarPart.RESULT)
    assert result.quote == ""
    assert result.offer == "Rebuilt the nightly batch jobs, cutting run time from 6 h to 50 min."


def test_a_part_that_claude_quotes_loosely_is_told_in_the_words_rules_heard(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    loose = SaidPart(part=StarPart.ACTION, quote="Then I was profiling and rebuilding the slow ones", evidence="")
    working.answer("WeighedAnswer", weighed(star=[loose]))
    evaluation = weighing(place, practice, answered(place, practice, begun))
    quotes = {each.part: each.quote for each in evaluation.star}
    assert quotes[StarPart.ACTION] == "I profiled them and rebuilt the slow ones"
    assert quotes[StarPart.TASK] == "", "rules heard it, but Claude does not call it told"


def test_no_story_no_star(working: ClaudeServer, place: Place, practice: PracticeService, begun: Session) -> None:
    working.answer("WeighedAnswer", WEIGHED)
    assert weighing(place, practice, answered(place, practice, begun, wants_story=False)).star == ()


@pytest.mark.parametrize("score", [101, -3, 1000])
def test_a_score_that_is_none_is_put_right_by_the_model(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session, score: int
) -> None:
    working.answer("WeighedAnswer", WEIGHED.model_dump(mode="json") | {"score": score}, times=1)
    working.answer("WeighedAnswer", WEIGHED)
    assert weighing(place, practice, answered(place, practice, begun)).score == 64
    assert "score" in working.requests()[1].asked.user


def test_what_nothing_proves_goes_back_once(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", weighed(suggested=INVENTED))
    working.answer("MendedSuggestion", {"suggested": SUGGESTED})
    evaluation = weighing(place, practice, answered(place, practice, begun))
    assert (evaluation.suggested, evaluation.claims) == (SUGGESTED, ())
    assert "900" in working.requests()[1].asked.user


def test_what_stays_unproved_is_marked_and_the_person_can_say_that_it_is_true(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", weighed(suggested=INVENTED))
    working.answer("MendedSuggestion", {"suggested": INVENTED})
    answer = answered(place, practice, begun)
    evaluation = weighing(place, practice, answer)
    assert evaluation.suggested == INVENTED
    assert any("900" in claim.text for claim in evaluation.claims)
    assert len(working.requests()) == 2
    checked = practice.state_as_true(answer.id, "At Brightwater I migrated 900 jobs.")
    assert checked is not None
    assert not any("900" in claim.text for claim in checked.claims)
    assert practice.given_answer(answer.id).evaluation == checked


def test_my_answer_is_what_i_claim_and_no_evidence(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    mine = "I led a team of forty engineers at Brightwater and migrated 900 jobs."
    working.answer("WeighedAnswer", weighed(suggested=mine, star=[]))
    working.answer("MendedSuggestion", {"suggested": mine})
    evaluation = weighing(place, practice, practice.answer(begun.questions[0].id, mine, 20))
    assert evaluation.claims


def test_a_weak_answer_is_asked_about_once_more(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", WEIGHED)
    first = begun.questions[0]
    answer = practice.answer(first.id, ANSWER, 20)
    weighing(place, practice, answer)
    session = practice.session(begun.id)
    assert [each.follows for each in session.questions] == [None, first.id, None, None, None]
    follow_up = session.questions[1]
    assert follow_up.content.text == WEIGHED.follow_up
    assert follow_up.content.key_points == ("what came of it",)
    assert session.current == follow_up
    assert session.still_to_come == 0
    weighing(place, practice, practice.answer(first.id, f"{ANSWER} Again.", 20))  # weak again: once is enough
    weighing(place, practice, practice.answer(follow_up.id, ANSWER, 20))  # and never about a follow-up
    assert len(practice.session(begun.id).questions) == 5


def test_a_good_answer_is_not_asked_about(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", GOOD.model_copy(update={"follow_up": "And what then, if I may ask?"}))
    weighing(place, practice, practice.answer(begun.questions[0].id, ANSWER, 20))
    assert len(practice.session(begun.id).questions) == 4


def test_nor_where_the_person_wants_none(
    working: ClaudeServer, place: Place, practice: PracticeService, lena: int, behavioural: PracticeSetup
) -> None:
    working.answer("WeighedAnswer", WEIGHED)
    session = practice.session(practice.begin(behavioural.model_copy(update={"follow_ups": False})))
    weighing(place, practice, practice.answer(session.questions[0].id, ANSWER, 20))
    assert len(practice.session(session.id).questions) == 4


def test_the_same_answer_is_never_paid_for_twice(
    connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    assert practice.evaluate(answer.id) == practice.evaluate(answer.id)  # a second press
    place.queue.start()
    weighing(place, practice, answer)
    weighing(place, practice, answer)
    assert len(connected.requests()) == 1


def test_answers_are_weighed_while_the_next_is_given(
    connected: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    connected.answer("WrittenQuestions", THREE)
    connected.answer("WeighedAnswer", GOOD)
    place.queue.start()
    session_id = practice.begin(with_claude.model_copy(update={"evaluate_ahead": True}))
    place.done(QUESTIONS)
    held = connected.misbehave(Trouble.STALL)
    first, second, _ = practice.session(session_id).questions
    practice.answer(first.id, ANSWER, 20)
    held.wait_until_reached()
    practice.ask(second.id)
    practice.answer(second.id, f"{ANSWER} Twice.", 20)
    held.release()
    place.done(EVALUATE, 2)
    session = practice.session(session_id)
    assert [each.latest.evaluation is not None for each in session.questions if each.latest] == [True, True]


@pytest.mark.parametrize(
    ("trouble", "how", "code"),
    [
        (Trouble.CUT, {"after": 12}, "claude-cut"),
        (Trouble.REFUSAL, {}, "claude-declined"),
    ],
)
def test_trouble_in_the_middle_loses_no_answer_and_can_be_tried_again(
    connected: ClaudeServer,
    place: Place,
    practice: PracticeService,
    begun: Session,
    trouble: Trouble,
    how: dict[str, object],
    code: str,
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    connected.misbehave(trouble, **how)  # type: ignore[arg-type]
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    place.queue.start()
    task_id = practice.evaluate(answer.id)
    assert place.watch.until_state(task_id, TaskState.FAILED).code == code
    assert practice.given_answer(answer.id) == answer
    practice.answer(begun.questions[1].id, ANSWER, 20)  # text practice goes on
    connected.behave()
    place.queue.again(task_id)
    place.watch.until_state(task_id, TaskState.SUCCEEDED)
    assert practice.given_answer(answer.id).evaluation is not None


VICTIM = """
import sys
from pathlib import Path
import careercoach_desktop.app.schema
from careercoach_desktop.app.workspace import connected_slots, furnish
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

if __name__ == "__main__":
    database, child = Database(Path(sys.argv[1])), ChildProcess()
    queue = TaskQueue(database, child)
    furnish(connected_slots(), database, child, queue, asks_first=False)
    queue.start()
    sys.stdin.read()
"""


def test_killed_while_an_answer_is_weighed(
    connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    connected.answer("WeighedAnswer", GOOD)
    held = connected.misbehave(Trouble.STALL, after=12)
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    task_id = practice.evaluate(answer.id)
    environment = os.environ | {"CAREERCOACH_CLAUDE_ENDPOINT": connected.url, "ANTHROPIC_API_KEY": connected.key}
    command = [sys.executable, "-c", VICTIM, str(place.database.path)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE) as victim:
        held.wait_until_reached(timeout=90)
        victim.kill()
    place.queue.start()
    left = place.watch.until(lambda task: task.id == task_id and task.interrupted)
    assert (left.state, left.code) == (TaskState.FAILED, "left-by-crash")
    assert [task.id for task in practice.under_way(begun.id)] == [task_id]
    assert practice.given_answer(answer.id) == answer
    assert len(connected.requests()) == 1
    place.get(Claude).ledger.settle_interrupted()
    place.queue.again(task_id)
    place.done(EVALUATE)
    assert [call.outcome for call in ledger(place)] == [Outcome.INTERRUPTED, Outcome.ANSWERED]


def test_removed_while_it_is_weighed(
    connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    connected.answer("WeighedAnswer", WEIGHED)
    held = connected.misbehave(Trouble.STALL)
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    place.queue.start()
    practice.evaluate(answer.id)
    held.wait_until_reached()
    practice.remove([begun.id])
    held.release()
    place.done(EVALUATE)
    practice.restore([begun.id])
    assert practice.given_answer(answer.id).evaluation is not None


def test_removed_before_it_was_its_turn(
    connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    task_id = practice.evaluate(answer.id)
    practice.remove([begun.id])
    place.queue.start()
    assert place.watch.until_state(task_id, TaskState.FAILED).code == "practice-gone"
    assert connected.requests() == []


def test_the_budget_stops_it(connected: ClaudeServer, place: Place, practice: PracticeService, begun: Session) -> None:
    place.get(SettingsService).choose(claude_monthly_budget=0.000001)
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    place.queue.start()
    task_id = practice.evaluate(answer.id)
    assert place.watch.until_state(task_id, TaskState.FAILED).code == "claude-budget-reached"
    assert practice.given_answer(answer.id) == answer


def test_a_score_that_comes_after_the_end_counts(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("WeighedAnswer", GOOD)
    held = working.misbehave(Trouble.STALL)
    answer = practice.answer(begun.questions[0].id, ANSWER, 20)
    task_id = practice.evaluate(answer.id)
    held.wait_until_reached()
    before = practice.finish(begun.id)
    held.release()
    place.watch.until_state(task_id, TaskState.SUCCEEDED)
    session = practice.session(begun.id)
    assert session.result is not None
    assert (before.overall, session.result.overall) == (answer.local.score, 88)
    assert len(session.questions) == 4  # nothing is asked once more after the end
    assert practice.history()[0].overall == 88


def test_the_bank_took_the_place_meanwhile(
    working: ClaudeServer, place: Place, practice: PracticeService, lena: int, with_claude: PracticeSetup
) -> None:
    working.answer("WrittenQuestions", THREE)
    held = working.misbehave(Trouble.STALL)
    session_id = practice.begin(with_claude)
    held.wait_until_reached()
    assert practice.fill_from_bank(session_id) == 3
    held.release()
    place.done(QUESTIONS)
    assert [each.made_by for each in practice.session(session_id).questions] == ["local"] * 3


# --- a session -------------------------------------------------------------------------------------------------------


def finished(practice: PracticeService, begun: Session) -> Session:
    practice.answer(begun.questions[0].id, ANSWER, 70)
    practice.answer(begun.questions[1].id, f"{ANSWER} It was in spring.", 60)
    practice.finish(begun.id)
    return practice.session(begun.id)


def looked_back_on(place: Place, practice: PracticeService, session: Session) -> Task:
    return place.watch.until_state(practice.analyse(session.id), TaskState.SUCCEEDED)


def test_a_session_is_looked_back_on(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("AnalysedSession", ANALYSED)
    grew = heard(place, AnalysisGrew)
    session = finished(practice, begun)
    local = session.result
    assert local is not None
    looked_back_on(place, practice, session)
    result = practice.session(begun.id).result
    assert result is not None
    assert (result.made_by, result.summary) == (MODEL, ANALYSED.summary)
    assert (result.technical, result.communication, result.problem_solving) == (70, 61, None)
    assert (result.overall, result.skills) == (local.overall, local.skills)  # they follow from the answers
    assert practice.history()[0].made_by == MODEL
    assert practice.session(begun.id).state is SessionState.FINISHED
    assert practice.finish(begun.id) == result  # nothing changed since: it stays
    assert grew
    assert all(isinstance(each, AnalysisGrew) and each.session_id == begun.id for each in grew)
    (request,) = working.requests()
    assert request.asked.effort == Effort.HIGH
    looked_back_on(place, practice, session)
    assert len(working.requests()) == 1


def test_a_score_that_comes_while_it_is_looked_back_on_counts(
    working: ClaudeServer, place: Place, practice: PracticeService, begun: Session
) -> None:
    working.answer("AnalysedSession", ANALYSED)
    working.answer("WeighedAnswer", GOOD)
    answer = practice.answer(begun.questions[0].id, ANSWER, 70)
    before = practice.finish(begun.id)
    held = working.misbehave(Trouble.STALL)
    task_id = practice.analyse(begun.id)
    held.wait_until_reached()
    weighing(place, practice, answer)
    held.release()
    place.watch.until_state(task_id, TaskState.SUCCEEDED)
    result = practice.session(begun.id).result
    assert result is not None
    assert (result.made_by, result.summary) == (MODEL, ANALYSED.summary)
    assert (before.overall, result.overall) == (answer.local.score, 88)
    assert practice.history()[0].overall == 88


def test_only_what_is_finished(connected: ClaudeServer, practice: PracticeService, begun: Session) -> None:
    practice.answer(begun.questions[0].id, ANSWER, 70)
    with pytest.raises(UserError) as told:
        practice.analyse(begun.id)
    assert told.value.code == "practice-running"
    assert practice.estimate_analysis(begun.id).cost


# --- what it costs ---------------------------------------------------------------------------------------------------


def test_every_further_answer_reads_the_person_and_the_job_from_the_prompt_cache(
    working: ClaudeServer, place: Place, practice: PracticeService
) -> None:
    place.get(ProfileService).save(Profile(notes=NOTES))
    place.add_resume(TWO_PAGES)
    setup = PracticeSetup(job_id=place.add_job(ONE_PAGE), type=InterviewType.BEHAVIORAL, count=4)
    session = practice.session(practice.begin(setup))
    working.answer("WeighedAnswer", GOOD.model_copy(update={"suggested": "", "star": []}))
    for number, each in enumerate(session.questions):
        weighing(place, practice, practice.answer(each.id, f"{ANSWER} {number} times.", 70))
    written, *read = [call.usage for call in ledger(place)]
    assert written.cache_write > 2_500
    assert [usage.cache_read for usage in read] == [written.cache_write] * 3
    assert all(usage.input < 600 for usage in read)
