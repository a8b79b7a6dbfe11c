"""Tables and exported files become jobs: once, with every row accounted for, and taken back as a whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import insert, select

from careercoach_desktop.features.jobs.exchange import Column, Incoming
from careercoach_desktop.features.jobs.model import (
    ApplicationStatus,
    CaptureState,
    ImportReport,
    Job,
    JobStatus,
    Posting,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.features.jobs.service.importing import IMPORT_TASK, ImportService
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CONTACT, IMPORT, JOB_CONTACT
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import Cancelled, TaskKind, TaskQueue
from careercoach_desktop.foundation.web.fetching import PageFetcher
from careercoach_desktop.foundation.web.rendering import PageRenderer
from tests.features.jobs.conftest import Clock
from tests.support.job_site import JobSite
from tests.support.storage import fresh_database
from tests.support.tasks import TaskWatch
from tests.support.terminal import POSTING

Import = Callable[..., ImportReport]

TABLE = (
    "Role,Company,Link,Status,Date applied,Recruiter,Notes\n"
    "Baker,Crumb & Co,https://crumb.example/1,Applied,2026-10-12,Ada,Near home\n"
    "Nurse,Ward,,Rejected,2026-10-01,,\n"
    ",Ward,,,,,lost\n"
    "BAKER (m/f/d),Crumb & Co Ltd,https://crumb.example/1?utm_source=x,,,,\n"
)


@pytest.fixture
def imports(database: Database, queue: TaskQueue, jobs: JobService, child: ChildProcess, clock: Clock) -> ImportService:
    service = ImportService(database, queue, jobs, child, clock)
    queue.register(TaskKind(IMPORT_TASK, service.take_in, resume_after_crash=True))
    return service


@pytest.fixture
def take(imports: ImportService, database: Database, queue: TaskQueue) -> Import:
    """Import a file's bytes to the end; its report."""
    watch = TaskWatch(database)
    queue.start()

    def run(data: bytes | str, **options: Any) -> ImportReport:
        incoming = imports.look_at_file(data.encode() if isinstance(data, str) else data, "jobs.csv")
        import_id, task_id = imports.begin(incoming, **options)
        done = watch.until(lambda task: task.id == task_id and task.state.is_over)
        assert done.state is TaskState.SUCCEEDED, done.error
        return imports.report(import_id)

    return run


def test_every_row_is_accounted_for(take: Import, jobs: JobService) -> None:
    report = take(TABLE)
    assert [(one.line, one.why) for one in report.refused] == [(4, "It has neither a title nor a link.")]
    assert [(one.line, one.what, one.job_id) for one in report.known] == [
        (5, "BAKER (m/f/d), Crumb & Co Ltd", report.added[0])
    ]
    baker, nurse = (jobs.job(job_id) for job_id in report.added)
    assert (baker.posting.title, baker.status, baker.notes) == ("Baker", JobStatus.APPLIED, "Near home")
    assert baker.applied is not None
    assert baker.applied.date() == date(2026, 10, 12)
    assert nurse.status is JobStatus.REJECTED
    sent = {one.job_id: (one.status, one.submitted) for one in jobs.applications()}
    assert sent == {
        baker.id: (ApplicationStatus.SUBMITTED, date(2026, 10, 12)),
        nurse.id: (ApplicationStatus.REJECTED, date(2026, 10, 1)),
    }
    moved = [(one.from_status, one.to_status) for one in reversed(jobs.timeline(nurse.id)) if one.to_status]
    assert moved == [
        (JobStatus.INTERESTED, JobStatus.APPLIED),
        (JobStatus.APPLIED, JobStatus.REJECTED),
    ]


def test_the_same_table_again_adds_nothing(take: Import, jobs: JobService) -> None:
    first = take(TABLE)
    again = take(TABLE)
    assert again.added == []
    assert [one.job_id for one in again.known] == [*first.added, first.added[0]]
    assert jobs.count() == 2


def test_a_whole_import_is_taken_back_with_its_people(
    take: Import, imports: ImportService, jobs: JobService, database: Database, five: list[int]
) -> None:
    take(TABLE)
    with database.read() as session:
        (import_id,) = session.connection().execute(select(IMPORT.c.id)).scalars()
    assert imports.take_back(import_id) == 2
    assert sorted(card.id for card in jobs.cards()) == sorted(five)
    assert _people(database) == []
    assert imports.take_back(import_id, back=False) == 2
    assert jobs.count() == 7
    assert _people(database) == ["Ada"]


def _people(database: Database) -> list[str]:
    with database.read() as session:
        return list(
            session.connection().execute(select(CONTACT.c.name).where(CONTACT.c.deleted_at.is_(None))).scalars()
        )


def test_columns_can_be_named_by_hand(imports: ImportService, jobs: JobService, child: ChildProcess) -> None:
    incoming = imports.look_at_file(b"One,Two,Three\nCrumb,Baker,Leeds\n", "jobs.csv")
    assert incoming.table is not None
    assert incoming.table.head == []
    named = incoming.model_copy(update={"table": incoming.table.with_head(head=True)})
    import_id, _ = imports.begin(named, (Column.COMPANY, Column.TITLE, Column.LOCATION))
    imports.take_in(_Cut(after=9, child=child), {"import_id": import_id})  # type: ignore[arg-type]  # as below
    (job_id,) = imports.report(import_id).added
    job = jobs.job(job_id)
    assert (job.posting.title, job.posting.company, job.posting.location) == ("Baker", "Crumb", "Leeds")


def test_what_stood_on_the_board_stays_above(take: Import, jobs: JobService, five: list[int]) -> None:
    report = take("Title,Company\nX,Crumb\nY,Crumb\n")
    assert [card.id for card in jobs.cards()] == [*five, *report.added]


def test_an_import_that_was_cut_goes_on_where_it_was(
    imports: ImportService, jobs: JobService, clock: Clock, child: ChildProcess
) -> None:
    rows = "".join(f"Baker {chr(65 + number // 26)}{chr(65 + number % 26)},Crumb {number}\n" for number in range(250))
    import_id, _ = imports.begin(imports.look_at_file(f"Title,Company\n{rows}".encode(), "jobs.csv"))
    cut = _Cut(after=2, child=child)
    with pytest.raises(Cancelled):
        imports.take_in(cut, {"import_id": import_id})  # type: ignore[arg-type]  # as much of a context as it needs
    assert len(imports.report(import_id).added) == 25
    imports.take_in(_Cut(after=99, child=child), {"import_id": import_id})  # type: ignore[arg-type]  # as above
    report = imports.report(import_id)
    assert (len(report.added), report.known, jobs.count()) == (250, [], 250)
    assert imports.take_in(_Cut(after=0, child=child), {"import_id": import_id}) is None  # type: ignore[arg-type]


class _Cut:
    """A task's context that says stop at its nth step."""

    def __init__(self, *, after: int, child: ChildProcess) -> None:
        self._left = after
        self._child = child

    def progress(self, _fraction: float | None, _note: str = "") -> None:
        self._left -= 1
        self.check_cancelled()

    def check_cancelled(self) -> None:
        if self._left <= 0:
            raise Cancelled("stop")

    def in_child(self, function: Callable[..., Any], *args: Any) -> Any:
        return self._child.call(function, *args)


def test_postings_behind_links_are_read_and_what_the_table_says_stays(
    take: Import, jobs: JobService, httpserver: HTTPServer, database: Database
) -> None:
    watch = TaskWatch(database)
    address = JobSite(httpserver).add("one", POSTING.read_bytes())
    report = take(f"Title,Company,Link\nMy engineer,,{address}\n", read_links=True)
    watch.until(lambda task: task.kind == CAPTURE_TASK and task.state.is_over)
    job = jobs.job(report.added[0])
    assert job.capture is CaptureState.READ
    assert (job.posting.title, job.posting.company) == ("My engineer", "Brackenfield Foods")
    assert job.posting.description


def test_a_list_of_links_alone_is_read(
    take: Import, jobs: JobService, httpserver: HTTPServer, database: Database
) -> None:
    watch = TaskWatch(database)
    address = JobSite(httpserver).add("one", POSTING.read_bytes())
    report = take(f"Company,Link\n,{address}\n")
    watch.until(lambda task: task.kind == CAPTURE_TASK and task.state.is_over)
    assert jobs.job(report.added[0]).posting.title == "Senior Data Engineer"


# There and back ----------------------------------------------------------------------------------------------


@pytest.fixture
def lived(jobs: JobService, database: Database, run: Callable[[int], Job], clock: Clock) -> list[int]:
    """Jobs with everything a job can have."""
    read = jobs.add_from_file(POSTING.read_bytes(), "posting.html").job_id
    run(read)
    jobs.move([read], JobStatus.APPLIED, reason="sent on Monday")
    jobs.move([read], JobStatus.INTERVIEW_SCHEDULED)
    jobs.set_tags(read, ["data", "near home"])
    jobs.set_notes(read, "=SUM(A1) **bold**\n\nzweite Zeile")
    jobs.set_priority(read, priority=True)
    jobs.edit(read, {"company": "Brackenfield"})
    typed = jobs.add_manually(Posting(title="Bäcker", company="Krume", salary_min=1850.5, salary_currency="EUR")).job_id
    merged = jobs.add_manually(Posting(title="Bäcker", company="Krume", url="https://krume.example/1")).job_id
    jobs.edit(typed, {"url": "https://krume.example/2"})
    jobs.merge(typed, [merged])
    with database.write() as unit:
        connection = unit.session.connection()
        enclosed = json.dumps([{"kind": "RESUME", "ref": "", "version": 2, "title": "CV"}])
        connection.execute(
            insert(APPLICATION).values(
                job_id=read, method="MANUAL", status="UNDER_REVIEW", enclosures=enclosed, portal_url="https://p.example",
                confirmation="A-1", submitted=date(2026, 11, 2), responded=None, notes="fine", created=clock(),
            )
        )  # fmt: skip
        names = dict.fromkeys(("role", "phone", "link", "notes"), "")
        who = names | {"name": "Ada", "company": "Brackenfield", "email": "a@b.example", "created": clock()}
        key = connection.execute(insert(CONTACT).values(who)).inserted_primary_key
        for job_id in (read, typed):
            connection.execute(insert(JOB_CONTACT).values(job_id=job_id, contact_id=key[0], relation="RECRUITER"))
    return [read, typed]


@pytest.fixture
def elsewhere(
    tmp_path: Any, child: ChildProcess, renderer: PageRenderer
) -> Iterator[tuple[JobService, ImportService, TaskQueue]]:
    """An empty workspace of somebody else."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    database = fresh_database(folder)
    queue = TaskQueue(database, child, workers=0)
    service = JobService(database, queue, PageFetcher(), renderer, Clock())
    queue.register(TaskKind(CAPTURE_TASK, service.capture, resume_after_crash=True))
    imports = ImportService(database, queue, service, child, Clock())
    queue.register(TaskKind(IMPORT_TASK, imports.take_in, resume_after_crash=True))
    yield service, imports, queue
    queue.stop()
    database.close()


def test_an_export_comes_back_without_a_loss(
    jobs: JobService, lived: list[int], elsewhere: tuple[JobService, ImportService, TaskQueue]
) -> None:
    there, imports, queue = elsewhere
    incoming = imports.look_at_file(jobs.export_jobs(None, "json"), "jobs.json")
    assert incoming.count == 2
    import_id, task_id = imports.begin(incoming)
    assert queue.run_here(task_id).state is TaskState.SUCCEEDED
    assert len(imports.report(import_id).added) == 2
    ours, theirs = (_plain(service.records()) for service in (jobs, there))
    assert theirs == ours
    assert len(there.matching("bold")) == 1
    page = there.original(next(card.id for card in there.cards() if card.title.startswith("Senior")))
    assert page is not None
    assert there.add_from_url("https://krume.example/1").duplicate


def _plain(records: list[Any]) -> list[dict[str, Any]]:
    """Everything but what belongs to a place: the number of a job."""
    held = [one.model_dump(mode="json") for one in records]
    for one in held:
        for sent in one["applications"]:
            del sent["job_id"]
    return sorted(held, key=lambda one: one["posting"]["title"])


def test_only_what_was_asked_for_is_exported(jobs: JobService, five: list[int]) -> None:
    held = json.loads(jobs.export_jobs(five[1:3], "json"))
    assert [one["posting"]["title"] for one in held["jobs"]] == ["B", "C"]
    rows = list(csv.DictReader(io.StringIO(jobs.export_jobs([five[4], 99], "csv").decode("utf-8-sig"))))
    assert [row["title"] for row in rows] == ["E"]
    with pytest.raises(ValueError, match="xml"):
        jobs.export_jobs(None, "xml")


def test_a_table_of_ours_comes_back_and_runs_nothing(
    jobs: JobService, lived: list[int], elsewhere: tuple[JobService, ImportService, TaskQueue]
) -> None:
    there, imports, queue = elsewhere
    content = jobs.export_jobs(None, "csv")
    assert b"'=SUM(A1)" in content
    incoming = imports.look_at_file(content, "jobs.csv")
    _, task_id = imports.begin(incoming)
    assert queue.run_here(task_id).state is TaskState.SUCCEEDED
    back = {job.posting.title: job for job in map(there.job, [card.id for card in there.cards()])}
    first = jobs.job(lived[0])
    same = back[first.posting.title]
    assert same.posting.model_dump(include={"title", "company", "salary_min", "salary_max", "salary_currency",
        "salary_period", "deadline", "posted_date", "work_mode", "job_type", "location"}) == first.posting.model_dump(
        include={"title", "company", "salary_min", "salary_max", "salary_currency", "salary_period", "deadline",
                 "posted_date", "work_mode", "job_type", "location"})  # fmt: skip
    assert (same.status, same.tags, same.priority, same.notes) == (first.status, first.tags, True, first.notes)
    assert back["Bäcker"].posting.salary_min == 1850.5


def test_a_preview_shows_what_the_first_rows_become(imports: ImportService, jobs: JobService) -> None:
    incoming = imports.look_at_file(TABLE.encode(), "jobs.csv")
    assert isinstance(incoming, Incoming)
    rows = imports.preview(incoming, incoming.mapping, usual_month_first=False, most=3)
    assert len(rows) == 3
    assert jobs.count() == 0


def test_the_timeline_says_where_it_came_from(take: Import, jobs: JobService) -> None:
    report = take(TABLE)
    added = [one for one in jobs.timeline(report.added[0]) if one.kind is TimelineKind.ADDED]
    assert [one.text for one in added] == ["from “jobs.csv”"]
