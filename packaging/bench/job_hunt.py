"""A believable data folder of any size: one person with a résumé, and jobs as different as real ones.

The jobs are varied from the sample data's and written in one statement, past the service: measuring is about a full
folder, not about filling one.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.resources import resource

RESUME = "lena-marsh.pdf"
SEED = 20261102
_TODAY = datetime.now(UTC).date()
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
    "North",
    "Alder",
    "Copper",
    "Harbour",
    "Quill",
    "Larch",
    "Tern",
    "Marble",
    "Beacon",
    "Fallow",
    "Ember",
    "Rook",
)
_SECOND = ("wind", "gate", "field", "works", "bridge", "stone", "light", "mere", "path", "ford")
_TAGS = ("energy", "health", "public", "start-up", "referral", "four days")


def fill(folder: Path, count: int) -> None:
    """Make ``folder`` hold Lena Marsh, her résumé as it was read, and ``count`` jobs."""
    from careercoach_desktop.app.workspace import open_workspace
    from careercoach_desktop.foundation.events import Bus
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.storage.search.service import SearchService

    workspace = open_workspace(folder, Bus())
    try:
        _add_person(workspace.provider)
        _add_jobs(workspace.provider.get(Database), count)
        workspace.provider.get(SearchService).rebuild()
    finally:
        workspace.close()


def read_resume_of_sample() -> ResumeData:
    """Lena's résumé as our reader reads it."""
    from careercoach_desktop.features.resumes.reading import read_resume

    return read_resume(resource(f"sample/{RESUME}").read_bytes(), RESUME).data


def postings(count: int) -> Iterator[tuple[Posting, Mapping[str, Any]]]:
    """Postings and the sample entries they were varied from; the same ones on every machine."""
    samples = json.loads(resource("sample/jobs.json").read_text(encoding="utf-8"))
    chance = random.Random(SEED)
    for number in range(count):
        sample = samples[number % len(samples)]
        company = f"{chance.choice(_FIRST)}{chance.choice(_SECOND)} {number // 40 + 1}"
        own = {
            "company": company,
            "location": chance.choice(_PLACES),
            "url": f"https://{company.lower().replace(' ', '-')}.example/jobs/{number}",
            "description": f"{company} is hiring.\n\n{sample['description']}",
            "posted_date": _TODAY - timedelta(days=chance.randrange(60)),
            "deadline": _TODAY + timedelta(days=chance.randrange(40)) if chance.random() < 0.4 else None,
        }
        fields = {key: value for key, value in sample.items() if key in Posting.model_fields}
        yield Posting.model_validate({**fields, **own}), sample


def _add_person(provider: Any) -> None:
    from careercoach_desktop.features.profile.model import Profile
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.model import VersionReason
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    provider.get(ProfileService).save(Profile.model_validate_json(resource("sample/profile.json").read_bytes()))
    resumes = provider.get(ResumeService)
    resume_id = resumes.import_file(resource(f"sample/{RESUME}").read_bytes(), RESUME).resume_id
    queue = provider.get(TaskQueue)
    for task in queue.active():  # the queue is not started: the reading is done here and now
        queue.cancel(task.id)
    resumes.save_data(resume_id, read_resume_of_sample(), VersionReason.READ)


def _add_jobs(database: Any, count: int) -> None:
    from sqlalchemy import insert

    from careercoach_desktop.features.jobs.store import JOB, JobRow

    now = datetime.now(UTC)
    empty = JobRow(title="", rank=0, created=now, entered_column=now).model_dump()
    del empty["id"]
    chance = random.Random(SEED)
    rows = [{**empty, **_row(posting, number, chance, now)} for number, (posting, _) in enumerate(postings(count))]
    with database.write() as unit:
        unit.session.connection().execute(insert(JOB), rows)


def _row(posting: Posting, number: int, chance: random.Random, now: datetime) -> dict[str, Any]:
    from careercoach_desktop.features.jobs.store import folded, posting_values

    (status,) = chance.choices(list(STANDINGS), weights=list(STANDINGS.values()))
    since = now - timedelta(minutes=chance.randrange(60 * 24 * 90))
    tags = chance.sample(_TAGS, chance.choice((0, 0, 1, 2)))
    return {
        **posting_values(posting),
        "status": status.value,
        "rank": 1024.0 * (number + 1),
        "score": chance.randrange(15, 96),
        "tags": json.dumps(tags),
        "priority": chance.random() < 0.05,
        "search_text": folded(" ".join((posting.title, posting.company, posting.location, *tags))),
        "created": since - timedelta(days=3),
        "entered_column": since,
        "applied_at": None if status is JobStatus.INTERESTED else since,
    }
