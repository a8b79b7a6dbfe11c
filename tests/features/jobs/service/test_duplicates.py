"""Cards for the same job are found when a posting was read, offered, and never merged by themselves."""

from __future__ import annotations

from collections.abc import Callable

from pytest_httpserver import HTTPServer

from careercoach_desktop.features.jobs.model import DuplicateFound, Job, Likeness, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.storage.database import Database
from tests.support.job_site import JobSite
from tests.support.terminal import POSTING

BAKER = Posting(title="Baker (m/f/d)", company="Crumb & Co Ltd", location="Leeds, UK", url="https://crumb.example/1")


def test_the_same_job_from_another_site_is_found_with_its_reason(jobs: JobService) -> None:
    first = jobs.add_manually(BAKER).job_id
    second = jobs.add_manually(Posting(title="Baker", company="Crumb & Co", location="Leeds")).job_id
    jobs.add_manually(Posting(title="Head Baker", company="Crumb & Co", location="Leeds"))
    jobs.add_manually(Posting(title="Baker", company="Loaf", location="Leeds"))
    (found,) = jobs.duplicates_of(second)
    assert (found.job_id, found.likeness, found.reason) == (first, Likeness.LIKELY, "same company, place and title")
    (back,) = jobs.duplicates_of(first)
    assert back.job_id == second


def test_not_the_same_is_remembered_and_can_be_taken_back(jobs: JobService) -> None:
    first = jobs.add_manually(BAKER).job_id
    second = jobs.add_manually(BAKER.model_copy(update={"url": ""})).job_id
    assert jobs.set_distinct(second, first)
    assert not jobs.set_distinct(first, second)
    assert jobs.duplicates_of(first) == jobs.duplicates_of(second) == []
    assert jobs.all_duplicates() == []
    assert jobs.set_distinct(first, second, distinct=False)
    assert [one.job_id for one in jobs.duplicates_of(first)] == [second]


def test_removed_jobs_are_no_duplicates(jobs: JobService) -> None:
    first = jobs.add_manually(BAKER).job_id
    second = jobs.add_manually(BAKER).job_id
    jobs.delete([first])
    assert jobs.duplicates_of(second) == []
    assert jobs.duplicates_of(first) == []


def test_every_group_is_listed_once(jobs: JobService) -> None:
    bakers = [jobs.add_manually(BAKER).job_id for _ in range(3)]
    jobs.add_manually(Posting(title="Nurse", company="Ward"))
    ((oldest, others),) = jobs.all_duplicates()
    assert (oldest, [one.job_id for one in others]) == (bakers[0], bakers[1:])
    assert {one.reason for one in others} == {"the same address"}


def test_what_was_read_is_offered_and_not_merged(
    jobs: JobService, database: Database, httpserver: HTTPServer, run: Callable[[int], Job]
) -> None:
    told: list[DuplicateFound] = []
    database.bus.after(DuplicateFound, told.append)
    site = JobSite(httpserver)
    first = jobs.add_from_url(site.add("one", POSTING.read_bytes())).job_id
    run(first)
    assert told == []
    second = jobs.add_from_url(site.add("two", POSTING.read_bytes())).job_id
    assert run(second).posting.title == jobs.job(first).posting.title
    assert told == [DuplicateFound(second, (first,))]
    assert jobs.count() == 2


def test_a_card_that_is_still_read_is_compared_with_nothing(jobs: JobService) -> None:
    jobs.add_manually(Posting(title="x.example", url="https://x.example/jobs/1?utm_source=a"))
    waiting = jobs.add_from_url("https://y.example/1").job_id
    assert jobs.duplicates_of(waiting) == []
