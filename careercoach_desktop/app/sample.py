"""Fills the sample workspace: one person, her résumé and thirty jobs, kept apart from one's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from careercoach_desktop.features.jobs.model import JobStatus, Posting, SampleJob
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.resources import resource

RESUME = "lena-marsh.pdf"
_ONWARD = (
    JobStatus.APPLIED,
    JobStatus.INTERVIEW_SCHEDULED,
    JobStatus.INTERVIEW_COMPLETED,
    JobStatus.OFFER_RECEIVED,
    JobStatus.ACCEPTED,
)


def add_sample_data(provider: Provider) -> None:
    """Does nothing when the workspace already holds something."""
    resumes, jobs = provider.get(ResumeService), provider.get(JobService)
    if resumes.cards() or jobs.cards():
        return
    profile = Profile.model_validate_json(resource("sample/profile.json").read_bytes())
    provider.get(ProfileService).save(profile)
    resumes.import_file(resource(f"sample/{RESUME}").read_bytes(), RESUME)
    entries = json.loads(resource("sample/jobs.json").read_text(encoding="utf-8"))
    now = utc_now()
    jobs.add_sample([sample_job(entry, now) for entry in entries])


def sample_job(entry: Mapping[str, Any], now: datetime) -> SampleJob:
    """Turn the file's days ago into dates, and the column a job stands in into the way it took there."""
    fields = {key: value for key, value in entry.items() if key in Posting.model_fields}
    for field, key, sign in (("posted_date", "posted_days_ago", -1), ("deadline", "deadline_in_days", 1)):
        if entry.get(key) is not None:
            fields[field] = (now + sign * timedelta(days=entry[key])).date()
    status = JobStatus(entry["status"])
    entered = now - timedelta(days=entry.get("days_in_column", 0))
    return SampleJob(
        posting=Posting.model_validate(fields),
        status=status,
        created=entered if status is JobStatus.INTERESTED else entered - timedelta(days=5 * len(_way(status))),
        history=dated_way(status, entered),
        tags=tuple(entry.get("tags", ())),
        notes=entry.get("notes", ""),
        priority=bool(entry.get("priority", False)),
    )


def _way(status: JobStatus) -> tuple[JobStatus, ...]:
    """The columns a card passed on its way; a refusal or a withdrawal came after applying."""
    if status is JobStatus.INTERESTED:
        return ()
    if status in _ONWARD:
        return _ONWARD[: _ONWARD.index(status) + 1]
    return JobStatus.APPLIED, status


def dated_way(status: JobStatus, entered: datetime) -> tuple[tuple[JobStatus, datetime], ...]:
    """The columns a card passed: the last one when it entered it, the ones before five days apart."""
    way = _way(status)
    return tuple((step, entered - timedelta(days=5 * (len(way) - 1 - number))) for number, step in enumerate(way))
