"""The sample data is believable, complete and free of anything real."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pypdfium2
import pytest

from careercoach_desktop.features.jobs.model import JobStatus, JobType, Posting, WorkMode
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.foundation.resources import resource

OWN_KEYS = {"posted_days_ago", "deadline_in_days", "status", "days_in_column", "tags", "priority", "notes"}
WHAT_CAME_OF_IT = {"application", "reason", "reminders"}
"""Only some jobs have these."""
JOBS: list[dict[str, Any]] = json.loads(resource("sample/jobs.json").read_text("utf-8"))


def test_thirty_jobs_stand_in_the_columns_of_a_search_under_way() -> None:
    counts = Counter(JobStatus(job["status"]) for job in JOBS)
    assert len(JOBS) == 30
    assert counts[JobStatus.INTERESTED] > counts[JobStatus.APPLIED] > counts[JobStatus.INTERVIEW_SCHEDULED] >= 2
    assert 1 <= counts[JobStatus.OFFER_RECEIVED] <= 2
    assert counts[JobStatus.REJECTED]
    assert counts[JobStatus.WITHDRAWN]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: str(job["company"]))
def test_every_job_is_a_whole_posting(job: dict[str, Any]) -> None:
    posting = Posting(**{key: value for key, value in job.items() if key not in OWN_KEYS | WHAT_CAME_OF_IT})
    assert set(job) >= OWN_KEYS
    assert isinstance(posting.work_mode, WorkMode)
    assert isinstance(posting.job_type, JobType)
    assert posting.salary_min
    assert posting.salary_max
    assert posting.salary_min < posting.salary_max
    assert 110 <= len(posting.description.split()) <= 300
    assert posting.description.count("\n## ") >= 4
    assert min(len(posting.requirements), len(posting.responsibilities)) >= 3
    assert len(posting.benefits) >= 2
    assert posting.url.endswith(tuple("abcdefghijklmnopqrstuvwxyz"))
    assert ".example/" in posting.url
    assert job["posted_days_ago"] >= job["days_in_column"]


def test_no_two_jobs_are_the_same() -> None:
    assert len({job["company"] for job in JOBS}) == 30
    assert len({job["description"] for job in JOBS}) == 30


def test_the_profile_is_one() -> None:
    profile = Profile.model_validate_json(resource("sample/profile.json").read_text("utf-8"))
    assert profile.initials() == "LM"
    assert set(profile.preferences.work_modes) <= {mode.name for mode in WorkMode}
    assert "Spark" in profile.notes


def test_addresses_and_numbers_belong_to_nobody() -> None:
    for path in resource("sample").rglob("*"):
        if path.suffix in {".json", ".html", ".txt"}:
            text = path.read_text("utf-8").replace("https://schema.org", "").replace("raw.githubusercontent.com", "")
            hosts = re.findall(r"(?:https?://|@)([\w.-]+\.\w+)", text)
            assert all(host.endswith(".example") for host in hosts), path.name


@pytest.mark.parametrize(("name", "pages"), [("lena-marsh", 2), ("camille-bergmann", 1)])
def test_the_original_resumes_are_there(name: str, pages: int) -> None:
    assert len(pypdfium2.PdfDocument(resource(f"sample/{name}.pdf"))) == pages
    assert resource(f"sample/{name}.docx").read_bytes().startswith(b"PK")
