"""Claude's view of jobs: asked for, cheap, never twice, beside the score and never in its place."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import JobsJudged, JudgeWay, is_far
from careercoach_desktop.features.matching.service import JUDGE, JUDGE_BATCH, JudgingService, MatchingService
from careercoach_desktop.features.matching.service.judging import CALL_OFF, FEW, MOST
from careercoach_desktop.features.profile.model import Preferences, Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Outcome
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from tests.features.matching.judges import GAP, REASON, jobs_in, judge, many_jobs
from tests.features.tailoring.engine.people import LENA, NURSE_JOB
from tests.support.attacks import IN_POSTINGS, Attack, posting
from tests.support.claude import Asked, ClaudeServer
from tests.support.workspace import Place

BATCHES = "/v1/messages/batches"


@pytest.fixture
def lena(place: Place) -> int:
    return place.add_resume(LENA)


def run(place: Place, task_id: int | None, state: TaskState = TaskState.SUCCEEDED) -> Task:
    assert task_id is not None
    if not place.queue._is_started:
        place.queue.start()
    return place.watch.until_state(task_id, state, timeout=30)


def posted(server: ClaudeServer) -> int:
    """How many batches the server was given."""
    return len([one for one in server.requests(BATCHES) if one.method == "POST"])


def look_now(place: Place, task_id: int) -> None:
    """Let a task that waits for its time start at once."""
    with place.database.write() as unit:
        unit.session.connection().exec_driver_sql("UPDATE task SET next_attempt = NULL WHERE id = ?", (task_id,))
    place.queue._nudge()


# --- asking ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("lena")
def test_a_few_jobs_are_judged_five_to_a_question(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, lambda words: 12 if "ward" in words.lower() else 81)
    told: list[JobsJudged] = []
    place.database.bus.after(JobsJudged, told.append)
    jobs = [*many_jobs(place, 6), place.add_job(NURSE_JOB)]
    done = run(place, judging.start(jobs))
    assert done.result == {"judged": 7, "left": 0}
    assert len(connected.requests()) == 2
    view = judging.view(jobs[0])
    assert view is not None
    assert (view.judgement.score, view.judgement.reasons, view.judgement.gaps) == (81, [REASON], [GAP])
    assert (view.model, view.is_current) == ("claude-haiku-5-5", True)
    nurse = judging.view(jobs[-1])
    assert nurse is not None
    assert nurse.judgement.score == 12
    assert sorted(job_id for event in told for job_id in event.job_ids) == sorted(jobs)


@pytest.mark.usefixtures("lena")
def test_the_second_question_reads_the_resume_from_the_same_prefix(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 50)
    run(place, judging.start(many_jobs(place, 10)))
    first, second = (one.body for one in connected.requests())
    assert first["system"] == second["system"]
    assert first["messages"][0]["content"][0] == second["messages"][0]["content"][0]
    assert first["output_config"] == second["output_config"]


def test_the_offer_says_what_it_takes_and_sends_nothing(
    connected: ClaudeServer, place: Place, judging: JudgingService, lena: int
) -> None:
    jobs = many_jobs(place, 30)
    few, many = judging.offer(jobs[:5]), judging.offer(jobs)
    assert (few.jobs, few.way, many.jobs, many.way) == (5, JudgeWay.AT_ONCE, 30, JudgeWay.BATCH)
    assert few.seconds is not None
    assert many.seconds is None
    assert few.problem is None
    at_once = judging.offer(jobs, way=JudgeWay.AT_ONCE)
    assert many.estimate.cost is not None
    assert at_once.estimate.cost is not None
    assert abs(at_once.estimate.cost - 2 * many.estimate.cost) <= 1
    assert at_once.estimate.cost < 10_000_000, "thirty jobs for less than a cent"
    assert connected.requests(None) == []


@pytest.mark.usefixtures("lena")
def test_postings_that_say_nothing_are_not_sent(connected: ClaudeServer, place: Place, judging: JudgingService) -> None:
    judge(connected, 50)
    empty, full = place.add_job(Posting(title="Baker", description="Call us.")), many_jobs(place, 1)[0]
    offer = judging.offer([empty, full, full, 999])
    assert (offer.jobs, offer.unread) == (1, 2)
    run(place, judging.start([empty, full]))
    assert judging.view(empty) is None
    assert judging.view(full) is not None


@pytest.mark.usefixtures("lena")
def test_the_same_is_never_asked_twice(connected: ClaudeServer, place: Place, judging: JudgingService) -> None:
    judge(connected, 50)
    jobs = many_jobs(place, 3)
    run(place, judging.start(jobs[:2]))
    offer = judging.offer(jobs)
    assert (offer.jobs, offer.known) == (1, 2)
    run(place, judging.start(jobs))
    assert judging.start(jobs) is None
    assert len(connected.requests()) == 2
    assert connected.requests()[1].asked.user.count("<job>") == 1


def test_a_changed_resume_wish_or_posting_makes_the_view_old_and_open_again(
    connected: ClaudeServer, place: Place, judging: JudgingService, lena: int
) -> None:
    judge(connected, 50)
    (job_id,) = many_jobs(place, 1)
    run(place, judging.start([job_id]))

    def is_current() -> bool:
        view = judging.view(job_id)
        assert view is not None
        return view.is_current

    assert is_current()
    place.get(JobService).edit(job_id, {"deadline": date(2027, 1, 31)})
    assert is_current(), "a deadline is not sent"
    place.get(ProfileService).save(Profile(preferences=Preferences(locations=["York"])))
    assert not is_current()
    run(place, judging.start([job_id]))
    assert is_current()
    better = LENA.model_copy(deep=True)
    better.skills.append(Skill(id="s9", keywords=["Apache Spark"]))
    place.get(ResumeService).save_data(lena, better)
    assert not is_current()
    assert judging.offer([job_id]).jobs == 1


@pytest.mark.usefixtures("lena")
def test_another_model_may_be_asked_anew(connected: ClaudeServer, place: Place, judging: JudgingService) -> None:
    judge(connected, 50)
    (job_id,) = many_jobs(place, 1)
    run(place, judging.start([job_id]))
    place.get(SettingsService).choose(claude_model_matching="claude-sonnet-5-5")
    run(place, judging.start([job_id]))
    view = judging.view(job_id)
    assert view is not None
    assert view.model == "claude-sonnet-5-5"


def test_what_can_not_be_asked_says_why(
    place: Place, judging: JudgingService, no_keychain: None, connected: ClaudeServer
) -> None:
    jobs = many_jobs(place, 1)
    with pytest.raises(UserError) as nobody:
        judging.start(jobs)
    assert nobody.value.code == "no-resume"
    place.add_resume(LENA)
    with pytest.raises(UserError) as too_many:
        judging.offer(list(range(MOST + 1)))
    assert too_many.value.code == "too-many-jobs"
    place.get(SettingsService).choose(claude_endpoint="")
    offer = judging.offer(jobs)
    assert offer.problem is not None
    assert offer.problem.code == "claude-no-key"
    with pytest.raises(UserError):
        judging.start(jobs)


# --- what comes back -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("lena")
def test_a_job_that_is_left_out_stays_without_a_view_and_can_be_asked_about_again(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 50, but=lambda words: "Engineer 1" in words)
    jobs = many_jobs(place, 3)
    assert run(place, judging.start(jobs)).result == {"judged": 2, "left": 1}
    assert judging.view(jobs[1]) is None
    assert judging.offer(jobs).jobs == 1


@pytest.mark.usefixtures("lena")
def test_one_question_that_is_declined_does_not_stop_the_others(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 50)
    connected.misbehave("refusal", match=lambda asked: "Engineer 0" in asked.user)
    jobs = many_jobs(place, 8)
    assert run(place, judging.start(jobs)).result == {"judged": 3, "left": 5}


@pytest.mark.usefixtures("lena")
def test_when_none_could_be_judged_the_reason_is_told(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    connected.misbehave("refusal", times=None)
    failed = run(place, judging.start(many_jobs(place, 2)), TaskState.FAILED)
    assert failed.code == "claude-declined"


@pytest.mark.usefixtures("lena")
def test_a_score_that_is_none_is_repaired_once_and_never_kept(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 250)
    jobs = many_jobs(place, 1)
    failed = run(place, judging.start(jobs), TaskState.FAILED)
    assert failed.code == "claude-unreadable"
    assert len(connected.requests()) == 2
    assert judging.view(jobs[0]) is None


@pytest.mark.usefixtures("lena")
def test_what_was_judged_before_a_failure_is_kept_and_only_the_rest_is_asked_again(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 50)
    connected.misbehave("no_credit", match=lambda asked: "Engineer 7" in asked.user)
    jobs = many_jobs(place, 8)
    task_id = judging.start(jobs)
    failed = run(place, task_id, TaskState.FAILED)
    assert failed.code == "claude-credit-exhausted"
    assert judging.offer(jobs).jobs == 3
    place.queue.again(failed.id)
    assert run(place, task_id).result == {"judged": 3, "left": 0}
    assert [one.asked.user.count("<job>") for one in connected.requests()] == [5, 3, 3]


# --- attacks ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attack", [one for one in IN_POSTINGS if one.score is not None], ids=lambda one: one.name)
@pytest.mark.usefixtures("lena")
def test_a_model_that_obeys_a_posting_moves_no_score_of_ours_and_is_marked(
    connected: ClaudeServer, place: Place, judging: JudgingService, matching: MatchingService, attack: Attack
) -> None:
    """What can't be prevented: that Claude's own view is wrong. It stays Claude's, beside ours, with a warning."""
    judge(connected, 100)
    hostile = Posting(title="Ward nurse", description=f"{NURSE_JOB.description}\n\n{posting(attack)}")
    job_id = place.add_job(hostile)
    run(place, judging.start([job_id]))
    place.done("matching.score-one")
    view, report = judging.view(job_id), matching.report(job_id)
    assert view is not None
    assert view.judgement.score == 100
    assert report.score == place.get(JobService).job(job_id).score
    assert report.score is not None
    assert report.score < 50
    assert is_far(view.judgement.score, report.score)


@pytest.mark.usefixtures("lena")
def test_a_posting_that_makes_the_model_speak_of_its_neighbours_twice_gets_nothing(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    def obey(asked: Asked) -> dict[str, object]:
        names = list(jobs_in(asked))
        honest = [{"job": name, "score": 60, "reasons": [REASON], "gaps": []} for name in names]
        return {"jobs": [*honest, {"job": names[0], "score": 0, "reasons": ["A rival says so."], "gaps": []}]}

    connected.answer("Verdicts", obey)
    jobs = many_jobs(place, 2)
    run(place, judging.start(jobs))
    assert judging.view(jobs[0]) is None
    other = judging.view(jobs[1])
    assert other is not None
    assert other.judgement.score == 60


# --- many, together --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("lena")
def test_many_jobs_go_together_at_half_price_and_come_back_to_their_places(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, lambda words: 12 if "ward" in words.lower() else 70)
    jobs = [*many_jobs(place, FEW), place.add_job(NURSE_JOB)]
    connected.batches.hold = True
    task_id = judging.start(jobs)
    assert task_id is not None
    place.queue.start()
    waiting = place.watch.until(lambda task: task.id == task_id and task.next_attempt is not None)
    assert (waiting.kind, waiting.state) == (JUDGE_BATCH, TaskState.QUEUED)
    assert waiting.note == "Claude has them; the answers come within a day"
    assert connected.requests() == [], "nothing is asked at the full price"

    connected.batches.hold = False
    look_now(place, task_id)
    assert run(place, task_id).result == {"judged": FEW + 1, "left": 0}
    nurse = judging.view(jobs[-1])
    assert nurse is not None
    assert (nurse.judgement.score, nurse.is_current) == (12, True)
    calls = place.get(Claude).ledger.calls()
    assert {(call.batch, call.outcome, call.agent) for call in calls} == {(True, Outcome.ANSWERED, "JobMatcher")}
    assert posted(connected) == 1


@pytest.mark.usefixtures("lena")
def test_expired_and_failed_requests_leave_their_jobs_open(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 70)
    connected.batches.spoil = {1: "expired", 3: "errored"}
    jobs = many_jobs(place, FEW + 5)
    task_id = judging.start(jobs)
    assert run(place, task_id).result == {"judged": 15, "left": 10}
    assert judging.offer(jobs).jobs == 10


@pytest.mark.usefixtures("lena")
def test_a_batch_that_came_to_nothing_is_handed_over_anew_when_the_person_says_so(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 70)
    connected.batches.spoil = dict.fromkeys(range(5), "expired")
    task_id = judging.start(many_jobs(place, FEW + 1))
    failed = run(place, task_id, TaskState.FAILED)
    assert (failed.code, posted(connected)) == ("claude-batch-expired", 1)
    connected.batches.spoil = {}
    place.queue.again(failed.id)
    assert run(place, task_id).result == {"judged": FEW + 1, "left": 0}
    assert posted(connected) == 2


@pytest.mark.usefixtures("lena")
def test_a_cancelled_batch_is_called_off_at_the_server_and_what_was_answered_is_kept(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 70)
    connected.batches.hold = True
    task_id = judging.start(many_jobs(place, FEW + 1))
    assert task_id is not None
    place.queue.start()
    place.watch.until(lambda task: task.id == task_id and task.next_attempt is not None)
    place.queue.cancel(task_id)
    told = place.watch.until(lambda task: task.kind == CALL_OFF and task.next_attempt is not None)
    assert any(one.path.endswith("/cancel") for one in connected.requests(None))
    connected.batches.hold = False
    look_now(place, told.id)
    assert run(place, told.id).result == {"judged": 0}
    calls = place.get(Claude).ledger.calls()
    assert {(call.outcome, call.cost) for call in calls} == {(Outcome.CANCELLED, 0)}


def test_a_batch_survives_a_quit_and_is_collected_by_the_next_start(
    connected: ClaudeServer, place: Place, judging: JudgingService, lena: int
) -> None:
    judge(connected, 70)
    connected.batches.hold = True
    jobs = many_jobs(place, FEW + 1)
    task_id = judging.start(jobs)
    assert task_id is not None
    place.queue.start()
    place.watch.until(lambda task: task.id == task_id and task.next_attempt is not None)
    place.queue.stop()
    place.get(Claude).stop()

    connected.batches.hold = False
    later = Place(place.database, place.provider.get(type(place.queue._runner._child)))
    later.get(Claude).keys.keep(connected.key)
    look_now(later, task_id)
    later.queue.start()
    done = later.watch.until_state(task_id, TaskState.SUCCEEDED)
    assert done.result == {"judged": FEW + 1, "left": 0}
    assert posted(connected) == 1
    assert later.queue.stop()
    later.get(Claude).stop()


@pytest.mark.usefixtures("lena")
def test_a_batch_waiting_for_its_answers_keeps_nobody_waiting(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 70)
    place.get(SettingsService).choose(claude_at_once=1)
    connected.batches.hold = True
    many = many_jobs(place, FEW + 3)
    batch = judging.start(many[2:])
    assert batch is not None
    place.queue.start()
    place.watch.until(lambda task: task.id == batch and task.next_attempt is not None)
    assert run(place, judging.start(many[:2])).result == {"judged": 2, "left": 0}
    under_way = judging.under_way(many[5])
    assert under_way is not None
    assert under_way.id == batch
    assert judging.under_way(many[0]) is None


@pytest.mark.usefixtures("lena")
def test_a_posting_that_changed_while_the_batch_was_out_gets_no_judgement_of_the_old_one(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    judge(connected, 70)
    connected.batches.hold = True
    jobs = many_jobs(place, FEW + 1)
    task_id = judging.start(jobs)
    assert task_id is not None
    place.queue.start()
    place.watch.until(lambda task: task.id == task_id and task.next_attempt is not None)
    place.get(JobService).edit(jobs[0], {"description": "Something else altogether. " * 5})
    connected.batches.hold = False
    look_now(place, task_id)
    assert run(place, task_id).result == {"judged": FEW, "left": 1}
    assert judging.view(jobs[0]) is None


@pytest.mark.usefixtures("lena")
def test_asked_twice_for_the_same_it_is_one_task(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    jobs = many_jobs(place, 2)
    asked = [judging.start(jobs) for _ in range(2)]
    assert asked[0] == asked[1]
    assert [task.kind for task in place.queue.active() if task.kind == JUDGE] == [JUDGE]


def test_a_score_is_far_only_when_one_must_be_wrong() -> None:
    assert is_far(100, 40)
    assert is_far(10, 40)
    assert not is_far(60, 40)
    assert not is_far(100, None)


@pytest.mark.usefixtures("lena")
def test_of_very_many_some_stand_for_all_in_the_estimate(
    connected: ClaudeServer, place: Place, judging: JudgingService
) -> None:
    jobs = many_jobs(place, 200)
    whole, half = judging.offer(jobs), judging.offer(jobs[:100])
    assert abs(whole.estimate.input_tokens / half.estimate.input_tokens - 2) < 0.05
    assert whole.jobs == 200
