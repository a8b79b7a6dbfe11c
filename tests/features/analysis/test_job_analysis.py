"""A job's analysis: the rules' part always there and true; Claude's one view for each job and résumé, quoted."""

from __future__ import annotations

import pytest
from sqlmodel import select

from careercoach_desktop.features.analysis.appraising import JobView
from careercoach_desktop.features.analysis.model.job import AnalysedJob, JobAnalysed
from careercoach_desktop.features.analysis.service import APPRAISE_TASK, JobAnalysisService
from careercoach_desktop.features.analysis.store import JobAnalysisRow
from careercoach_desktop.features.jobs.model import Posting, SalaryPeriod
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import AiCall, Effort, Outcome
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.analysis.people import maren
from tests.features.tailoring.agents.long_papers import ONE_PAGE, OTHER_JOB, TWO_PAGES
from tests.support.claude import ClaudeServer, Trouble
from tests.support.workspace import Place

JOB = Posting(
    title="Logistics Manager",
    company="Forty Ovens",
    description="## What you do\n- You plan the routes of forty vans.\n- You lead a team of nine.\n\n"
    "## What you bring\n- SQL and Power BI\n- SAP TM\n\nWe offer 30 days of holiday.",
)
VIEW = JobView.model_validate(
    {
        "verdict": "Your present job with a smaller fleet.",
        "required": [{"text": "Route planning", "quote": "plan the routes of forty vans"}],
        "red_flags": [
            {"text": "Ask who drives.", "quote": "forty vans"},
            {"text": "They never pay.", "quote": "we never pay"},
        ],
        "fit": {name: {"score": 82, "text": "Close."} for name in ("overall", "skills", "experience")},
        "salary_guess": "Perhaps 45,000 to 55,000 pounds.",
    }
)


@pytest.fixture
def analyses(place: Place) -> JobAnalysisService:
    return place.get(JobAnalysisService)


@pytest.fixture
def maren_id(place: Place) -> int:
    return place.add_resume(maren(), "Maren-Holt.txt")


@pytest.fixture
def job_id(place: Place) -> int:
    return place.add_job(JOB)


def ask(place: Place, job: int, resume_id: int | None = None, *, count: int = 1) -> AnalysedJob:
    """To the end; ``count`` says how many times that makes."""
    service = place.get(JobAnalysisService)
    service.start(job, resume_id)
    if count == 1:
        place.queue.start()
    place.done(APPRAISE_TASK, count)
    return service.analysis(job, resume_id)


def ledger(place: Place) -> list[AiCall]:
    """Oldest first."""
    return place.get(Claude).ledger.calls()[::-1]


def rows(place: Place) -> list[JobAnalysisRow]:
    with place.database.read() as session:
        return [*session.exec(select(JobAnalysisRow))]


def test_the_rules_need_nobody(analyses: JobAnalysisService, maren_id: int, job_id: int) -> None:
    found = analyses.analysis(job_id)
    assert found.resume_id == maren_id
    assert [skill.term for skill in found.rules.required]
    assert found.rules.highlights[0].quote == "We offer 30 days of holiday."
    assert found.claude is None


def test_without_a_resume_the_posting_is_read_all_the_same(analyses: JobAnalysisService, job_id: int) -> None:
    found = analyses.analysis(job_id)
    assert (found.resume_id, found.rules.figures) == (None, [])


def test_a_job_without_text_says_so(analyses: JobAnalysisService, place: Place) -> None:
    empty = place.add_job(Posting(title="Baker"))
    with pytest.raises(UserError) as told:
        analyses.analysis(empty)
    assert told.value.code == "posting-empty"


def test_the_persons_other_jobs_tell_about_pay(analyses: JobAnalysisService, place: Place, job_id: int) -> None:
    for low in (40_000.0, 44_000.0, 48_000.0):
        place.add_job(Posting(title="x", salary_min=low, salary_currency="GBP", salary_period=SalaryPeriod.YEAR))
    assert analyses.analysis(job_id).rules.salary[1].text.startswith("Your 3 other jobs here")


def test_the_offer_sends_nothing(connected: ClaudeServer, analyses: JobAnalysisService, job_id: int) -> None:
    offer = analyses.offer(job_id)
    assert offer.estimate is not None
    assert offer.estimate.cost is not None
    assert 0 < offer.estimate.cost < 50_000_000  # nano-dollars: five cents
    assert connected.requests(None) == []


def test_without_a_key_nothing_starts(analyses: JobAnalysisService, no_keychain: None, job_id: int) -> None:
    with pytest.raises(UserError, match="There is no Claude key yet"):
        analyses.start(job_id)


def test_claudes_view_stands_beside_the_rules_and_what_it_makes_up_is_dropped(
    connected: ClaudeServer, place: Place, analyses: JobAnalysisService, maren_id: int, job_id: int
) -> None:
    before = analyses.analysis(job_id).rules
    heard: list[JobAnalysed] = []
    place.database.bus.after(JobAnalysed, heard.append)
    connected.answer("JobView", VIEW)
    found = ask(place, job_id)
    assert found.rules == before
    assert found.claude is not None
    assert [point.text for point in found.claude.red_flags] == ["Ask who drives."]
    assert (found.claude.dropped, found.model, found.is_stale) == (1, "claude-sonnet-5-5", False)
    assert heard == [JobAnalysed(job_id)]
    (call,) = ledger(place)
    assert (call.agent, call.outcome, call.subject) == ("JobAnalyzer", Outcome.ANSWERED, f"job:{job_id}")
    assert connected.requests()[0].asked.effort == Effort.MEDIUM


def test_one_is_kept_for_each_resume(connected: ClaudeServer, place: Place, maren_id: int, job_id: int) -> None:
    other = place.add_resume(TWO_PAGES, "lena.txt")
    connected.answer("JobView", VIEW)
    ask(place, job_id)
    ask(place, job_id, other, count=2)
    ask(place, job_id, other, count=3)
    assert sorted(row.resume_id or 0 for row in rows(place)) == sorted([maren_id, other])


def test_a_changed_posting_or_resume_makes_it_old(
    connected: ClaudeServer, place: Place, analyses: JobAnalysisService, maren_id: int, job_id: int
) -> None:
    connected.answer("JobView", VIEW)
    assert not ask(place, job_id).is_stale
    place.get(ResumeService).edit(maren_id, [SetValue("basics.label", maren().basics.label, "Head of Logistics")])
    assert analyses.analysis(job_id).is_stale
    place.get(ResumeService).edit(maren_id, [SetValue("basics.label", "Head of Logistics", maren().basics.label)])
    assert not analyses.analysis(job_id).is_stale
    place.get(JobService).edit(job_id, {"description": f"{JOB.description} And a bicycle."})
    assert analyses.analysis(job_id).is_stale


def test_the_next_job_reads_the_resume_from_the_prompt_cache(connected: ClaudeServer, place: Place) -> None:
    place.add_resume(TWO_PAGES)
    first, second = place.add_job(ONE_PAGE), place.add_job(OTHER_JOB)
    connected.answer("JobView", JobView(verdict="A job."))
    ask(place, first)
    ask(place, second, count=2)
    written, read = ledger(place)
    assert written.usage.cache_write > 0
    assert read.usage.cache_read == written.usage.cache_write


def test_who_the_person_is_stays_here(connected: ClaudeServer, place: Place, job_id: int) -> None:
    place.add_resume(TWO_PAGES)
    connected.answer("JobView", JobView(verdict="A job."))
    ask(place, job_id)
    sent = connected.requests()[0].asked.user
    for private in (TWO_PAGES.basics.name, TWO_PAGES.basics.email, TWO_PAGES.basics.phone):
        assert private not in sent


def test_it_answers_in_the_language_asked_for(connected: ClaudeServer, place: Place, job_id: int) -> None:
    connected.answer("JobView", JobView(verdict="Eine Stelle."))
    place.get(JobAnalysisService).start(job_id, language="de")
    place.queue.start()
    place.done(APPRAISE_TASK)
    assert "everything else in: German" in connected.requests()[0].asked.user


def test_it_can_be_stopped_and_put_away(
    connected: ClaudeServer, place: Place, analyses: JobAnalysisService, job_id: int
) -> None:
    connected.answer("JobView", VIEW)
    ask(place, job_id)
    connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    task_id = analyses.start(job_id, language="fr")
    connected.wait_for_request(2)
    analyses.stop(job_id)
    place.watch.until(lambda task: task.id == task_id and task.state is TaskState.CANCELLED, timeout=30)
    assert analyses.analysis(job_id).claude is not None
    analyses.dismiss(job_id, None)
    assert analyses.analysis(job_id).claude is None


def test_a_view_is_of_the_posting_that_was_sent_and_old_when_that_changed_meanwhile(
    connected: ClaudeServer, place: Place, analyses: JobAnalysisService, maren_id: int, job_id: int
) -> None:
    connected.answer("JobView", VIEW)
    held = connected.misbehave(Trouble.STALL)
    analyses.start(job_id)
    place.queue.start()
    held.wait_until_reached()
    place.get(JobService).edit(job_id, {"description": "- You bake bread.\n- You sell it."})
    held.release()
    place.done(APPRAISE_TASK)
    found = analyses.analysis(job_id)
    assert found.claude is not None
    assert [point.text for point in found.claude.red_flags] == ["Ask who drives."]
    assert found.is_stale


def test_a_view_of_a_job_that_was_removed_meanwhile_is_there_when_the_job_comes_back(
    connected: ClaudeServer, place: Place, analyses: JobAnalysisService, maren_id: int, job_id: int
) -> None:
    connected.answer("JobView", VIEW)
    held = connected.misbehave(Trouble.STALL)
    analyses.start(job_id)
    place.queue.start()
    held.wait_until_reached()
    place.get(JobService).delete([job_id])
    held.release()
    place.done(APPRAISE_TASK)
    place.get(JobService).restore([job_id])
    assert analyses.analysis(job_id).claude is not None
