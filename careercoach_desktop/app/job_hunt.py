"""A believable data folder of any size: one person with a résumé, and jobs as different as real ones.

For looking around, for trying things and for measuring. The jobs are varied from the sample data's, the same ones for
the same seed on every machine; their scores are computed, as for real ones.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.model import JobStatus, Posting, SampleJob
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.resources import resource

if TYPE_CHECKING:
    from careercoach_desktop.foundation.feature import Provider

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
_PLACES = ("Leeds", "York", "Manchester", "Berlin", "Köln", "Lyon", "Malmö", "Dublin", "Utrecht", "Remote (EU)")
_FIRST = (
    "North", "Alder", "Copper", "Harbour", "Quill", "Larch", "Tern", "Marble", "Beacon", "Fallow", "Ember", "Rook",
)  # fmt: skip
_SECOND = ("wind", "gate", "field", "works", "bridge", "stone", "light", "mere", "path", "ford")
_TAGS = ("energy", "health", "public", "start-up", "referral", "four days")
_AT_ONCE = 250
"""Jobs in one transaction: a few, so that stopping in between leaves whole ones."""


def fill(provider: Provider, count: int, *, seed: int = SEED, tell: Callable[[int], None] = lambda _done: None) -> None:
    """Add Lena Marsh, her résumé as it is read, and ``count`` jobs; ``tell`` hears how many there are so far.

    For a queue without workers: the résumé is read here and now.
    """
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.matching.service import score_postings
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.tasks.child import ChildProcess

    data = _add_person(provider)
    jobs, child = provider.get(JobService), provider.get(ChildProcess)
    preferences, today, done = provider.get(ProfileService).profile().preferences, utc_now().date(), 0
    waiting = sample_jobs(count, seed)
    while entries := list(islice(waiting, _AT_ONCE)):
        postings = list(enumerate(entry.posting for entry in entries))
        reports = child.call(score_postings, data, postings, preferences, today)
        scored = [replace(entries[number], score=score, match_report=explained) for number, score, explained in reports]
        jobs.add_sample(scored)
        done += len(scored)
        tell(done)


def read_resume_of_sample() -> ResumeData:
    """Lena's résumé as our reader reads it."""
    from careercoach_desktop.features.resumes.reading import read_resume

    return read_resume(resource(f"sample/{RESUME}").read_bytes(), RESUME).data


def postings(count: int, seed: int = SEED, today: date | None = None) -> Iterator[tuple[Posting, Mapping[str, Any]]]:
    """Postings and the sample entries they were varied from."""
    samples = json.loads(resource("sample/jobs.json").read_text(encoding="utf-8"))
    chance = random.Random(seed)  # noqa: S311 - the same ones again is what is wanted
    day = today or utc_now().date()
    for number in range(count):
        sample = samples[number % len(samples)]
        company = f"{chance.choice(_FIRST)}{chance.choice(_SECOND)} {number // 40 + 1}"
        own = {
            "company": company,
            "location": chance.choice(_PLACES),
            "url": f"https://{company.lower().replace(' ', '-')}.example/jobs/{number}",
            "description": f"{company} is hiring.\n\n{sample['description']}",
            "posted_date": day - timedelta(days=chance.randrange(60)),
            "deadline": day + timedelta(days=chance.randrange(40)) if chance.random() < 0.4 else None,
        }
        fields = {key: value for key, value in sample.items() if key in Posting.model_fields}
        yield Posting.model_validate({**fields, **own}), sample


def sample_jobs(count: int, seed: int = SEED, now: datetime | None = None) -> Iterator[SampleJob]:
    """Jobs with their past."""
    from careercoach_desktop.app.sample import dated_way

    moment = now or utc_now()
    chance = random.Random(seed)  # noqa: S311 - as above
    for posting, _ in postings(count, seed, moment.date()):
        (status,) = chance.choices(list(STANDINGS), weights=list(STANDINGS.values()))
        since = moment - timedelta(minutes=chance.randrange(60 * 24 * 90))
        history = dated_way(status, since)
        yield SampleJob(
            posting=posting,
            status=status,
            created=(history[0][1] if history else since) - timedelta(days=3),
            history=history,
            tags=tuple(chance.sample(_TAGS, chance.choice((0, 0, 1, 2)))),
            priority=chance.random() < 0.05,
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
