"""A believable data folder of any size: one person, her résumé and practice, and jobs as different as real ones.

For looking around, for trying things and for measuring. The jobs are varied from the sample data's, the same ones for
the same seed on every machine; their scores are computed, as for real ones.
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.interviews.model import SampleInterview
from careercoach_desktop.features.jobs.model import Application, JobStatus, Posting, SampleJob
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.resources import resource

if TYPE_CHECKING:
    from careercoach_desktop.features.profile.model import Preferences
    from careercoach_desktop.foundation.feature import Provider
    from careercoach_desktop.foundation.tasks.child import ChildCall, ChildProcess

RESUME = "lena-marsh.pdf"
SEED = 20261102
STANDINGS = {
    JobStatus.INTERESTED: 60,
    JobStatus.APPLIED: 20,
    JobStatus.INTERVIEW_SCHEDULED: 4,
    JobStatus.INTERVIEW_COMPLETED: 3,
    JobStatus.OFFER_RECEIVED: 1,
    JobStatus.ACCEPTED: 1,
    JobStatus.REJECTED: 9,
    JobStatus.WITHDRAWN: 2,
}
"""How many of a hundred jobs stand in which column."""
_PLACES = ("Leeds", "York", "Manchester", "Berlin", "Köln", "Lyon", "Malmö", "Dublin", "Utrecht", "Bristol")
_FROM_ANYWHERE = ("Remote (EU)", "Remote (UK)", "Remote")
_FIRST = (
    "North", "Alder", "Copper", "Harbour", "Cedar", "Larch", "Tern", "Marble", "Beacon", "Fallow", "Ember", "Rook",
)  # fmt: skip
_SECOND = ("wind", "gate", "field", "works", "bridge", "stone", "light", "mere", "path", "ford")
_TRADES = (
    "", "Energy", "Health", "Foods", "Rail", "Mutual", "Labs", "Housing", "Textiles", "Freight", "Media", "Instruments",
)  # fmt: skip
_REASONS = ("Position filled", "Went with somebody else", "Not enough experience", "No answer", "Salary")
_TAGS = ("energy", "health", "public", "start-up", "referral", "four days")
_FIRST_ROUNDS = ("PHONE_SCREEN", "PHONE_SCREEN", "VIDEO_CALL", "VIDEO_CALL", "BEHAVIORAL")
_LATER_ROUNDS = ("TECHNICAL", "TECHNICAL", "PANEL", "IN_PERSON", "FINAL", "VIDEO_CALL")
_HOURS = ("09:00", "09:30", "10:00", "11:00", "13:30", "14:00", "15:00", "16:30")
_ZONES = ("Europe/London", "Europe/London", "Europe/London", "Europe/Berlin", "America/New_York")
_PEOPLE = (
    "Maya Lindqvist", "Tom Okafor", "Ana Sousa", "Jonas Weber", "Priya Nair", "Claire Dubois", "Owen Price",
    "Sana Malik", "Piotr Zieliński", "Hannah Reid", "Luca Moretti", "Freya Holm", "Daniel Cho", "Ines Ferreira",
    "Max Keller", "Ruth Amos",
)  # fmt: skip
_NOTES = (
    "Have the numbers of the batch ready.",
    "Read their last three posts.",
    "Ask who decides what is built next.",
    "",
)
_QUESTIONS = ("Why us, and why now?", "A time you were wrong", "How do you test a pipeline?\nNotice period", "")
_WEEKEND = 2
_THANKED = 0.8
"""How many of those who asked were written to the day after."""
_SILENT = 0.12
"""How many of the applications that stand in Applied are old and were never answered: a few one would ask after."""
_AGES_IN_DAYS = {JobStatus.INTERESTED: 30, JobStatus.APPLIED: 10, JobStatus.REJECTED: 90, JobStatus.WITHDRAWN: 90}
"""For how long cards stand in their column; in the others somebody waits for the next step, within three weeks."""
_AT_ONCE = 250
"""Jobs in one transaction: a few, so that stopping in between leaves whole ones."""


def fill(provider: Provider, count: int, *, seed: int = SEED, tell: Callable[[int], None] = lambda _done: None) -> None:
    """Add Lena Marsh, her résumé as it is read, ``count`` jobs, and what she tells and practised; ``tell`` hears how
    many jobs there are so far.

    For a queue without workers: the résumé is read here and now.
    """
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.tasks.child import ChildProcess

    data = _add_person(provider)
    preferences, done = provider.get(ProfileService).profile().preferences, 0
    invited: list[tuple[datetime, int]] = []
    for scored in _matched(provider.get(ChildProcess), sample_jobs(count, seed), data, preferences):
        ids = provider.get(JobService).add_sample(scored)
        provider.get(InterviewService).add_sample(list(sample_interviews(scored, ids, seed + done)))
        invited += _invited(scored, ids)
        done += len(scored)
        tell(done)
    _add_told(provider, invited)


def _invited(jobs: Sequence[SampleJob], ids: Sequence[int]) -> Iterator[tuple[datetime, int]]:
    """Those somebody would practise for, each with since when it is there."""
    for job, job_id in zip(jobs, ids, strict=True):
        if any(status is JobStatus.INTERVIEW_SCHEDULED for status, _when in job.history):
            yield job.created, job_id


def _add_told(provider: Provider, invited: Sequence[tuple[datetime, int]]) -> None:
    """Her stories, and what she practised, each time for another job that was there by then; once, however often jobs
    are added."""
    from careercoach_desktop.app.sample import add_practice, add_stories
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.practice.service import PracticeService

    left = list(invited)

    def job_for(_company: str, when: datetime) -> int | None:
        found = next((pair for pair in left if pair[0] <= when), None)
        if found is not None:
            left.remove(found)
        return found[1] if found is not None else None

    practice, evidence = provider.get(PracticeService), provider.get(EvidenceService)
    if not evidence.stories():
        add_stories(evidence, provider.get(QuestionBank))
    if not practice.history():
        add_practice(practice, job_for)


def _matched(
    child: ChildProcess, waiting: Iterator[SampleJob], data: ResumeData, preferences: Preferences
) -> Iterator[list[SampleJob]]:
    """Some at a time; while those are being stored, the child compares the next."""
    from careercoach_desktop.features.matching.service import score_postings

    today = utc_now().date()
    ahead = deque[tuple[list[SampleJob], "ChildCall"]]()
    try:
        while (entries := list(islice(waiting, _AT_ONCE))) or ahead:
            if entries:
                postings = list(enumerate(entry.posting for entry in entries))
                ahead.append((entries, child.begin(score_postings, data, postings, preferences, today)))
            if len(ahead) > 1 or not entries:
                compared, call = ahead[0]
                matches = call.result()
                child.end(ahead.popleft()[1])
                yield [replace(compared[number], score=score, match_report=report) for number, score, report in matches]
    finally:
        for _entries, call in ahead:
            child.end(call)


def read_resume_of_sample() -> ResumeData:
    """Lena's résumé as our reader reads it."""
    from careercoach_desktop.features.resumes.reading import read_resume

    return read_resume(resource(f"sample/{RESUME}").read_bytes(), RESUME).data


def postings(count: int, seed: int = SEED, today: date | None = None) -> Iterator[tuple[Posting, Mapping[str, Any]]]:
    """Postings and the sample entries they were varied from."""
    samples = json.loads(resource("sample/jobs.json").read_text(encoding="utf-8"))
    chance = random.Random(seed)  # noqa: S311 - the same ones again is what is wanted
    day = today or utc_now().date()
    companies = _companies(chance)
    for number in range(count):
        sample = samples[number % len(samples)]
        # Round after round the companies meet other postings, so that none is there twice.
        company = companies[(number + number // len(companies)) % len(companies)]
        site = f"{company.lower().replace(' ', '-')}.example"
        own = {
            "company": company,
            "company_url": f"https://{site}",
            "location": chance.choice(_FROM_ANYWHERE if sample["work_mode"] == "REMOTE" else _PLACES),
            "url": f"https://{site}/jobs/{number}",
            "source": site,
            "description": sample["description"].replace(sample["company"], company),
            "posted_date": day - timedelta(days=chance.randrange(60)),
            "deadline": day + timedelta(days=chance.randrange(40)) if chance.random() < 0.4 else None,
        }
        fields = {key: value for key, value in sample.items() if key in Posting.model_fields}
        yield Posting.model_validate({**fields, **own}), sample


def _companies(chance: random.Random) -> list[str]:
    """Some fourteen hundred names, in an order of chance."""
    names = [f"{first}{second} {trade}".strip() for first in _FIRST for second in _SECOND for trade in _TRADES]
    chance.shuffle(names)
    return names


def sample_jobs(count: int, seed: int = SEED, now: datetime | None = None) -> Iterator[SampleJob]:
    """Jobs with their past."""
    from careercoach_desktop.app.sample import dated_way

    moment = now or utc_now()
    chance = random.Random(seed)  # noqa: S311 - as above
    deck: list[JobStatus] = []
    for posting, _ in postings(count, seed, moment.date()):
        if not deck:
            deck = [each for each, share in STANDINGS.items() for _card in range(share)]
            chance.shuffle(deck)
        status = deck.pop()
        is_silent = status is JobStatus.APPLIED and chance.random() < _SILENT
        since = moment - timedelta(minutes=_age_in_minutes(status, chance, is_silent=is_silent))
        history = dated_way(status, since)
        yield SampleJob(
            posting=posting,
            status=status,
            created=(history[0][1] if history else since) - timedelta(days=3),
            history=history,
            tags=tuple(chance.sample(_TAGS, chance.choice((0, 0, 1, 2)))),
            priority=chance.random() < 0.05,
            reason=chance.choice(_REASONS) if status is JobStatus.REJECTED else "",
            application=_application(posting, history, chance) if history else None,
        )


def sample_interviews(
    jobs: Sequence[SampleJob], ids: Sequence[int], seed: int = SEED, now: datetime | None = None
) -> Iterator[SampleInterview]:
    """The rounds of jobs that got as far: what was, one after the other, and what is to come."""
    moment = now or utc_now()
    chance = random.Random(seed)  # noqa: S311 - as above
    for job, job_id in zip(jobs, ids, strict=True):
        invited = next((when for status, when in job.history if status is JobStatus.INTERVIEW_SCHEDULED), None)
        if invited is None:
            continue
        ahead = job.status is JobStatus.INTERVIEW_SCHEDULED
        count = chance.choice((1, 1, 2, 3))
        for number in range(1, count + 1):
            is_next = ahead and number == count
            days = chance.randrange(1, 15) if is_next else -chance.randrange(1, 6) - 5 * (count - number)
            if moment + timedelta(days=days - _WEEKEND) < invited:
                continue  # nobody was asked before they were invited
            yield _round(job_id, number, days, invited, moment, chance)


def _round(
    job_id: int, number: int, days: int, invited: datetime, now: datetime, chance: random.Random
) -> SampleInterview:
    from careercoach_desktop.app.sample import sample_interview

    entry = {
        "type": chance.choice(_FIRST_ROUNDS if number == 1 else _LATER_ROUNDS),
        "round": number,
        "in_days": days,
        "time": chance.choice(_HOURS),
        "zone": chance.choice(_ZONES),
        "minutes": chance.choice((30, 45, 60, 60, 90)),
        "link": f"https://meet.example/{job_id}-{number}",
        "arranged_days_ago": max((now - invited).days, 1 - min(days, 0)),
        "interviewers": [{"name": name} for name in chance.sample(_PEOPLE, chance.choice((1, 1, 2, 3)))],
        "notes": chance.choice(_NOTES) if days > 0 else "",
        "questions": "" if days > 0 else chance.choice(_QUESTIONS),
        "outcome": "PENDING" if days > 0 else chance.choice(("PASSED", "PASSED", "NO_DECISION", "PENDING")),
    }
    if days <= 0 and chance.random() < _THANKED:
        entry["followed_up_after_days"] = 1
    return sample_interview(entry, job_id, now)


def _age_in_minutes(status: JobStatus, chance: random.Random, *, is_silent: bool) -> int:
    """How long the card stands in its column. What was applied for long ago has been answered and moved on, but for
    the few that never are."""
    day = 60 * 24
    if is_silent:
        return chance.randrange(11 * day, 21 * day)
    return chance.randrange(60, _AGES_IN_DAYS.get(status, 21) * day)


def _application(
    posting: Posting, history: tuple[tuple[JobStatus, datetime], ...], chance: random.Random
) -> Application:
    """Most were sent through the company's site, and some sites give a number."""
    from careercoach_desktop.app.sample import answered_on

    through_site = chance.random() < 0.8
    numbered = through_site and chance.random() < 0.5
    return Application(
        job_id=0,
        portal_url=f"{posting.company_url}/apply" if through_site else "",
        confirmation=f"{posting.company[:2].upper()}-{chance.randrange(10_000, 99_999)}" if numbered else "",
        responded=answered_on(history),
    )


def _add_person(provider: Provider) -> ResumeData:
    """Lena, unless the person has a name already, and her résumé, which is read now."""
    from careercoach_desktop.features.profile.model import Profile
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    profiles, resumes, queue = provider.get(ProfileService), provider.get(ResumeService), provider.get(TaskQueue)
    if not profiles.profile().name:
        profiles.save(Profile.model_validate_json(resource("sample/profile.json").read_bytes()))
    imported = resumes.import_file(resource(f"sample/{RESUME}").read_bytes(), RESUME)
    for task in queue.active():
        if task.subject == f"resume:{imported.resume_id}":
            queue.run_here(task.id)
    primary = resumes.primary()
    return primary.data if primary is not None else resumes.resume(imported.resume_id).data
