"""Generated data and the gallery."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QImage

from careercoach_desktop.app.job_hunt import sample_jobs
from careercoach_desktop.features.jobs.model import JobStatus
from tests.support.terminal import Terminal


def test_a_folder_is_filled_with_a_person_a_resume_and_jobs(terminal: Terminal) -> None:
    said = terminal.fine("sample", "--jobs", "60", "--json")
    assert said.json == {"folder": str(terminal.folder), "jobs": 60}
    jobs = terminal.fine("jobs", "list", "--json").json
    assert len(jobs) == 60
    assert len({job["company"] for job in jobs}) > 40
    assert all(isinstance(job["score"], int) for job in jobs)
    (resume,) = terminal.fine("resumes", "list", "--json").json
    assert (resume["title"], resume["primary"]) == ("Lena Marsh", True)


def test_the_scores_are_those_the_match_explains(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "3")
    for job in terminal.fine("jobs", "list", "--json").json:
        assert terminal.fine("match", "primary", job["id"], "--json").json["score"] == job["score"]


def test_the_same_seed_makes_the_same_jobs_and_another_one_others() -> None:
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    first = list(sample_jobs(200, seed=1, now=now))
    assert list(sample_jobs(200, seed=1, now=now)) == first
    assert list(sample_jobs(200, seed=2, now=now)) != first


def test_generated_jobs_stand_all_over_the_board_with_a_past() -> None:
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    jobs = list(sample_jobs(300, now=now))
    assert set(Counter(job.status for job in jobs)) == set(JobStatus)
    for job in jobs:
        steps = [job.created, *(when for _status, when in job.history)]
        assert steps == sorted(steps)
        assert steps[-1] <= now
        assert (job.history[-1][0] if job.history else JobStatus.INTERESTED) is job.status


def test_she_has_practised_for_jobs_that_were_there_and_once_only(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "100")
    terminal.fine("sample", "--jobs", "5", "--force")
    practised = terminal.fine("practice", "list", "--json").json
    jobs = {job["id"]: job for job in terminal.fine("jobs", "list", "--json").json}
    assert [each["state"] for each in practised] == ["RUNNING", *["FINISHED"] * 4]
    assert len({each["job_id"] for each in practised}) == 5
    assert all(jobs[each["job_id"]]["company"] in each["title"] for each in practised)


def test_without_a_job_to_practise_for_it_was_for_her_kind_of_work(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "0")
    practised = terminal.fine("practice", "list", "--json").json
    assert [each["job_id"] for each in practised] == [None] * 5
    assert all("Data Engineer" in each["title"] for each in practised)


def test_jobs_that_got_as_far_have_their_rounds(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "100")
    jobs = {job["id"]: job["status"] for job in terminal.fine("jobs", "list", "--json").json}
    rounds = terminal.fine("interviews", "list", "--all", "--json").json
    now = datetime.now(UTC)
    assert len(rounds) >= 8
    assert len({each["type"] for each in rounds}) >= 3
    assert all(each["interviewers"] for each in rounds)
    ahead = {each["job"] for each in rounds if datetime.fromisoformat(each["ends"]) > now}
    assert ahead == {job for job, status in jobs.items() if status == "INTERVIEW_SCHEDULED"}


def test_generated_companies_have_names_of_their_own() -> None:
    postings = [job.posting for job in sample_jobs(3000)]
    assert not any(letter.isdigit() for posting in postings for letter in posting.company)
    assert len({posting.company for posting in postings[:1000]}) == 1000
    assert len({(posting.company, posting.description) for posting in postings}) == 3000


def test_a_generated_hunt_is_due_a_handful_of_things(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "100")
    due = terminal.fine("due", "list", "--days", "0", "--json").json
    assert 2 <= len(due) <= 12


def test_data_that_is_there_is_left_alone_unless_that_is_meant(terminal: Terminal) -> None:
    terminal.fine("sample", "--jobs", "2")
    said = terminal("sample", "--jobs", "2")
    assert said.code == 1
    assert "holds data already" in said.err
    assert len(terminal.fine("jobs", "list", "--json").json) == 2
    terminal.fine("sample", "--jobs", "2", "--force")
    assert len(terminal.fine("jobs", "list", "--json").json) == 4
    assert len(terminal.fine("resumes", "list", "--json").json) == 1


def test_the_gallery_is_drawn_in_both_themes(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.process("gallery", "--to", tmp_path / "pictures", "--json")
    assert said.code == 0, said.err
    light, dark = (QImage(file) for file in said.json["files"])
    assert light.width() >= 1440
    assert light.pixelColor(light.width() // 2, 5).lightness() > dark.pixelColor(dark.width() // 2, 5).lightness()
    assert not terminal.folder.exists()
