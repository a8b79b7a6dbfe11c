"""Two cards become one without a loss, and two again without a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import insert, select, text

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    Job,
    JobChanged,
    JobRemoved,
    JobStatus,
    Posting,
    SampleJob,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.store.tables import APPLICATION, CONTACT, JOB, JOB_CONTACT
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.naming import TABLES
from tests.features.jobs.conftest import Clock
from tests.support.workspace import Place

WORDS = "Baker\n\nCrumb & Co\n\nLeeds\n\nWhat you do\n- Bake bread and rolls at night\n- Keep the ovens clean\n"


@pytest.fixture
def pair(jobs: JobService) -> tuple[int, int]:
    """A bare card and one that knows more, has notes and tags, and was applied for."""
    keep = jobs.add_manually(Posting(title="Baker", company="Crumb & Co", description="Bake.")).job_id
    other = jobs.add_manually(
        Posting(
            title="Baker (m/f/d)",
            company="Crumb & Co Ltd",
            location="Leeds",
            salary_min=24000,
            salary_currency="GBP",
            description="Bake bread and rolls at night.",
            deadline=date(2026, 12, 18),
            url="https://crumb.example/jobs/1",
            board_id="lever:crumb:1",
        )
    ).job_id
    jobs.set_notes(keep, "Near home.")
    jobs.set_notes(other, "Ask about the night shift.")
    jobs.set_tags(keep, ["food"])
    jobs.set_tags(other, ["food", "nights"])
    jobs.set_priority(other, priority=True)
    jobs.move([other], JobStatus.APPLIED)
    return keep, other


def whole(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in every table but the tasks, to compare."""
    with database.read() as session:
        connection = session.connection()
        kept = [name for name in TABLES.tables if name not in {"task", "task_owner"}]
        return {
            name: sorted((tuple(row) for row in connection.execute(select(TABLES.tables[name]))), key=repr)
            for name in kept
        }


def belongings(database: Database, job_id: int, clock: Clock) -> None:
    """An application, a person and a reminder of a job."""
    with database.write() as unit:
        connection = unit.session.connection()
        sent = {"job_id": job_id, "method": "MANUAL", "status": "SUBMITTED", "created": clock(), "enclosures": "[]"}
        empty = {"portal_url": "", "confirmation": f"for {job_id}", "notes": ""}
        connection.execute(insert(APPLICATION).values(sent | empty))
        names = ("company", "role", "email", "phone", "link", "notes")
        person = dict.fromkeys(names, "") | {"name": f"Ada of {job_id}", "created": clock()}
        key = connection.execute(insert(CONTACT).values(person)).inserted_primary_key
        connection.execute(insert(JOB_CONTACT).values(job_id=job_id, contact_id=key[0], relation="RECRUITER"))
        due = {"subject": f"job:{job_id}", "kind": "OWN", "text": "Ask", "due": date(2026, 12, job_id % 20 + 1)}
        connection.execute(insert(TABLES.tables["reminder"]).values(due | {"created": clock()}))


def test_nothing_is_lost(jobs: JobService, pair: tuple[int, int]) -> None:
    keep, other = pair
    past = {entry.when for job_id in pair for entry in jobs.timeline(job_id)}
    first = min(jobs.job(keep).created, jobs.job(other).created)
    jobs.merge(keep, [other])
    job = jobs.job(keep)
    posting = job.posting
    assert (posting.title, posting.company, posting.location) == ("Baker", "Crumb & Co", "Leeds")
    assert (posting.salary_min, posting.salary_currency) == (24000, "GBP")
    assert (posting.url, posting.board_id) == ("https://crumb.example/jobs/1", "lever:crumb:1")
    assert posting.deadline == date(2026, 12, 18)
    assert job.notes == "Near home.\n\nAsk about the night shift."
    assert (job.tags, job.priority) == (("food", "nights"), True)
    assert (job.status, job.created) == (JobStatus.APPLIED, first)
    assert job.applied is not None
    timeline = jobs.timeline(keep)
    assert past < {entry.when for entry in timeline}
    assert [entry.text for entry in timeline if entry.kind == TimelineKind.MERGED] == [
        "“Baker (m/f/d)” at Crumb & Co Ltd"
    ]
    assert [card.id for card in jobs.cards()] == [keep]
    assert jobs.matching("night shift") == {keep}


def test_what_belongs_to_the_other_belongs_to_the_kept_one(
    jobs: JobService, pair: tuple[int, int], database: Database, clock: Clock
) -> None:
    for job_id in pair:
        belongings(database, job_id, clock)
    jobs.merge(pair[0], [pair[1]])
    with database.read() as session:
        connection = session.connection()
        assert set(connection.execute(select(APPLICATION.c.job_id)).scalars()) == {pair[0]}
        assert set(connection.execute(select(JOB_CONTACT.c.job_id)).scalars()) == {pair[0]}
        assert set(connection.execute(text("SELECT subject FROM reminder")).scalars()) == {f"job:{pair[0]}"}


def test_undo_restores_every_row_exactly(
    jobs: JobService, pair: tuple[int, int], database: Database, clock: Clock
) -> None:
    for job_id in pair:
        belongings(database, job_id, clock)
    with database.write() as unit:  # one person knows of both
        unit.session.connection().execute(insert(JOB_CONTACT).values(job_id=pair[1], contact_id=1, relation="REFERRAL"))
    third = jobs.add_manually(Posting(title="Night baker", company="Crumb & Co")).job_id
    before = whole(database)
    first = jobs.merge(pair[1], [third])
    second = jobs.merge(pair[0], [pair[1]])
    assert jobs.count() == 1
    jobs.unmerge(second)
    assert jobs.count() == 2
    jobs.unmerge(first)
    assert whole(database) == before
    jobs.unmerge(jobs.merge(pair[0], [pair[1], third]))
    assert whole(database) == before


def test_what_was_changed_since_stays_when_a_merge_is_undone(jobs: JobService, pair: tuple[int, int]) -> None:
    merged = jobs.merge(pair[0], [pair[1]])
    jobs.set_notes(pair[0], "Called them.")
    jobs.unmerge(merged)
    assert jobs.job(pair[0]).notes == "Called them."
    assert jobs.job(pair[1]).notes == "Ask about the night shift."
    assert jobs.job(pair[0]).status == JobStatus.INTERESTED


def test_what_the_person_wrote_wins_and_the_longer_posting_stays(jobs: JobService, run: Callable[[int], Job]) -> None:
    read = jobs.add_from_text(WORDS).job_id
    run(read)
    typed = jobs.add_manually(Posting(title="Baker at night", company="Crumb & Co")).job_id
    merged = jobs.merge(read, [typed])
    job = jobs.job(read)
    assert job.posting.title == "Baker at night"
    assert "ovens" in job.posting.description
    jobs.unmerge(merged)
    jobs.merge(typed, [read])
    job = jobs.job(typed)
    assert job.posting.title == "Baker at night"
    assert "ovens" in job.posting.description
    page = jobs.original(typed)
    assert page is not None
    assert page.text.startswith("Baker")


def test_both_pages_can_still_be_read(jobs: JobService, run: Callable[[int], Job], clock: Clock) -> None:
    one, other = (jobs.add_from_text(f"{WORDS}- Number {number}").job_id for number in (1, 2))
    run(one)
    run(other)
    jobs.merge(one, [other])
    assert [page.text[-1] for page in jobs.originals(one)] == ["1", "2"]
    clock.now += timedelta(days=60)
    jobs.purge_removed()
    assert [page.text[-1] for page in jobs.originals(one)] == ["1", "2"]
    jobs.delete([one])
    clock.now += timedelta(days=60)
    jobs.purge_removed()
    jobs.purge_removed()
    with jobs._db.read() as session:
        assert list(session.connection().execute(select(JOB.c.id))) == []


def test_a_job_that_was_merged_away_comes_back_with_its_merge_only(jobs: JobService, pair: tuple[int, int]) -> None:
    kept, other = pair
    merged = jobs.merge(kept, [other])
    jobs.restore([other])
    assert [card.id for card in jobs.cards([kept, other])] == [kept]
    jobs.unmerge(merged)
    assert {card.id for card in jobs.cards([kept, other])} == {kept, other}


def test_the_address_of_a_merged_job_is_known(jobs: JobService, pair: tuple[int, int]) -> None:
    jobs.edit(pair[0], {"url": "https://mirror.example/9"})
    jobs.merge(pair[0], [pair[1]])
    assert jobs.job(pair[0]).also_at == ("https://crumb.example/jobs/1",)
    again = jobs.add_from_url("https://crumb.example/jobs/1?utm_source=mail")
    assert (again.job_id, again.duplicate) == (pair[0], True)


def test_a_posting_that_could_not_be_read_takes_all_of_the_one_that_could(
    jobs: JobService, httpserver: HTTPServer, run: Callable[[int], Job]
) -> None:
    httpserver.expect_request("/none").respond_with_data("Gone", status=404)
    broken = jobs.add_from_url(httpserver.url_for("/none")).job_id
    assert run(broken).capture == CaptureState.FAILED
    good = jobs.add_from_text(WORDS).job_id
    run(good)
    jobs.merge(broken, [good])
    job = jobs.job(broken)
    assert (job.capture, job.problem, job.posting.title) == (CaptureState.READ, "", "Baker")


def test_an_end_is_further_than_anything_before_it(jobs: JobService, pair: tuple[int, int]) -> None:
    jobs.move([pair[0]], JobStatus.REJECTED)
    jobs.merge(pair[0], [pair[1]])
    assert jobs.job(pair[0]).status == JobStatus.REJECTED


def test_what_cannot_be_merged_says_why(jobs: JobService, five: list[int]) -> None:
    waiting = jobs.add_from_url("https://y.example/1").job_id
    for keep, others, code in (
        (five[0], [five[0]], "merge-itself"),
        (five[0], [], "merge-itself"),
        (five[0], [999], "job-gone"),
        (five[0], [waiting], "job-reading"),
    ):
        with pytest.raises(UserError) as problem:
            jobs.merge(keep, others)
        assert problem.value.code == code


def test_a_preview_changes_nothing_and_is_what_comes(
    jobs: JobService, pair: tuple[int, int], database: Database
) -> None:
    before = whole(database)
    preview = jobs.merge_preview(*pair[:1], [pair[1]])
    assert whole(database) == before
    jobs.merge(pair[0], [pair[1]])
    assert jobs.job(pair[0]) == preview.result
    assert (preview.keep.id, [one.id for one in preview.others]) == (pair[0], [pair[1]])


def test_a_merge_is_told(jobs: JobService, pair: tuple[int, int], database: Database) -> None:
    told: list[object] = []
    database.bus.after_any(told.append)
    jobs.merge(pair[0], [pair[1]])
    assert JobRemoved(pair[1]) in told
    (changed,) = [one for one in told if isinstance(one, JobChanged)]
    assert "location" in changed.fields


def test_everything_that_listens_is_as_it_was_after_undo(place: Place) -> None:
    """In a whole workspace: what is due, whose people, which words find it, and what later features keep of a job."""
    service, due = place.get(JobService), place.get(DueService)
    soon = due.today() + timedelta(days=9)
    keep, other = (
        service.add_manually(Posting(title=title, company="Crumb", deadline=day)).job_id
        for title, day in (("Baker", soon), ("Baker (m/f/d)", soon + timedelta(days=1)))
    )
    for job_id in (keep, other):
        due.remind([job_id], soon, "Ask Ada")
    service.move([other], JobStatus.APPLIED)
    before = standing(place)
    merged = service.merge(keep, [other])
    assert {line[0] for line in standing(place)["reminder"]} == {f"job:{keep}", f"job:{other}"}
    assert [line.reminder.subject for line in due.lines() if line.reminder.text == "Ask Ada"] == [f"job:{keep}"]
    service.unmerge(merged)
    assert standing(place) == before


def standing(place: Place) -> dict[str, list[tuple[Any, ...]]]:
    """What is kept of jobs, without the numbers of rows that are computed anew."""
    wanted = {
        "job": ("id", "title", "status", "rank", "deadline", "deleted_at", "merged_into", "created", "applied_at"),
        "reminder": ("subject", "kind", "text", "due", "done"),
        "status_change": ("job_id", "from_status", "to_status", "at"),
        "job_event": ("job_id", "kind", "text", "at"),
        "search_entry": ("kind", "record"),
    }
    with place.database.read() as session:
        connection = session.connection()
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(*(TABLES.tables[name].c[one] for one in columns)))),
                key=repr,
            )
            for name, columns in wanted.items()
        }


@pytest.mark.parametrize(("here", "there", "then"), [(True, False, False), (False, True, False), (True, True, True)])
def test_as_long_as_it_is_open_somewhere_it_is_open(jobs: JobService, here: bool, there: bool, then: bool) -> None:
    read = [Posting(title="Baker", description="Bake.", closed=closed) for closed in (here, there)]
    keep, other = jobs.add_sample(
        [SampleJob(one, JobStatus.INTERESTED, datetime(2026, 11, 1, tzinfo=UTC)) for one in read]
    )
    merged = jobs.merge(keep, [other])
    assert jobs.job(keep).posting.closed is then
    jobs.unmerge(merged)
    assert [jobs.job(one).posting.closed for one in (keep, other)] == [here, there]
