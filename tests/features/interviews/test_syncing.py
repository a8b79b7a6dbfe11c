"""Interviews kept in a calendar of a real server: changes on both sides, other people's events, and every trouble."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from careercoach_desktop.features.interviews.model import Interview, InterviewOutcome, InterviewsChanged
from careercoach_desktop.features.interviews.service import Below, InterviewService
from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
from careercoach_desktop.features.interviews.service.leaving import LEAVE_TASK
from careercoach_desktop.features.interviews.service.syncing import CalendarSynced, SyncService
from careercoach_desktop.features.interviews.store import CalendarStore, Link
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.calendars import Account
from careercoach_desktop.foundation.calendars.server import CalendarServer
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.interviews.conftest import Clock, video_call, wall
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.calendar_server import PASSWORD, USER, RunningServer, radicale_server

BERLIN = "Europe/Berlin"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningServer]:
    with radicale_server(tmp_path / "radicale") as server:
        yield server


@pytest.fixture
def queue(database: Database, child: ChildProcess, clock: Clock) -> Iterator[TaskQueue]:
    """Without workers: a test says when a pass is made."""
    queue = TaskQueue(database, child, workers=0, clock=clock)
    yield queue
    queue.stop()


@pytest.fixture
def keychain() -> MemoryKeychain:
    return MemoryKeychain()


@pytest.fixture
def sync(
    database: Database,
    jobs: JobService,
    contacts: ContactService,
    settings: SettingsService,
    interviews: InterviewService,
    child: ChildProcess,
    queue: TaskQueue,
    keychain: MemoryKeychain,
    clock: Clock,
) -> SyncService:
    below = Below(database, jobs, contacts, settings.current)
    exchange = ExchangeService(below, interviews, child)
    return SyncService(below, interviews, exchange, queue, settings, Keychain(keychain), now=clock)


@pytest.fixture
def connected(sync: SyncService, running: RunningServer) -> SyncService:
    sync.use(running.address, USER, PASSWORD, running.calendar)
    return sync


@pytest.fixture
def theirs(running: RunningServer) -> Iterator[CalendarServer]:
    """The person's other calendar program."""
    with CalendarServer(Account(running.address, USER, PASSWORD)) as server:
        yield server


@pytest.fixture
def passed(connected: SyncService, queue: TaskQueue) -> Callable[[], Task]:
    """Make a pass to its end."""

    def run() -> Task:
        return queue.run_here(connected.start_sync())

    return run


def href(running: RunningServer) -> str:
    """The address of the one event of ours."""
    (name,) = files(running)
    return running.calendar + name


def files(running: RunningServer, calendar: str = "work") -> list[str]:
    folder = running.folder / "collections" / "collection-root" / USER / calendar
    return sorted(each.name for each in folder.glob("*.ics"))


def edited(server: CalendarServer, address: str, *changes: tuple[str, str], stamp: str = "20270101T000000Z") -> None:
    """Change an event as another program would: the words, and when it was changed."""
    event = server.event(address)
    assert event is not None
    text = event.data.decode()
    for old, new in changes:
        assert old in text, text
        text = text.replace(old, new)
    lines = [
        f"{line.split(':')[0]}:{stamp}" if line.startswith(("DTSTAMP", "LAST-MODIFIED")) else line
        for line in text.splitlines()
    ]
    server.replace(address, "\r\n".join([*lines, ""]).encode(), event.etag)


@pytest.fixture
def one(interviews: InterviewService, job: int) -> Interview:
    """Thursday at ten in Berlin, in Halden."""
    return interviews.schedule(job, video_call(place="Halden", notes="secret"))


MOVED = ("T100000", "T160000"), ("T110000", "T173000")


def test_a_round_appears_in_the_calendar_and_its_notes_stay_here(
    passed: Callable[[], Task], theirs: CalendarServer, running: RunningServer, one: Interview
) -> None:
    assert passed().state is TaskState.SUCCEEDED
    event = theirs.event(href(running))
    assert event is not None
    assert b"Halden" in event.data
    assert b"secret" not in event.data
    assert b"DTSTART;TZID=Europe/Berlin:20261203T100000" in event.data


def test_a_change_here_is_written_there_and_nothing_else_is(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    running.asked.clear()
    passed()
    assert "PUT" not in [method for method, _ in running.asked]
    interviews.change(one.id, {"notes": "other notes"})
    passed()
    assert "PUT" not in [method for method, _ in running.asked], "what stays here is no reason to write there"
    interviews.change(one.id, {"when": wall("2026-12-04 09:00")})
    passed()
    event = theirs.event(href(running))
    assert event is not None
    assert b"20261204T090000" in event.data


def test_a_change_there_is_made_here_told_and_undone(
    passed: Callable[[], Task],
    connected: SyncService,
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    database: Database,
    one: Interview,
) -> None:
    told: list[CalendarSynced] = []
    database.bus.after(CalendarSynced, told.append)
    passed()
    edited(theirs, href(running), *MOVED, ("LOCATION:Halden", "LOCATION:Oslo"))
    passed()
    now = interviews.get(one.id)
    assert now.when.same(wall("2026-12-03 16:00", minutes=90))
    assert now.place == "Oslo"
    assert told[-1].told == ("“Signal engineer, Halden Rail” was changed in your calendar.",)
    connected.take_back(told[-1].taken)
    assert interviews.get(one.id).when.same(one.when)
    passed()
    event = theirs.event(href(running))
    assert event is not None
    assert b"T100000" in event.data, "the calendar follows the undo"


def test_a_time_in_utc_there_keeps_the_zone_that_was_agreed_on(
    passed: Callable[[], Task], theirs: CalendarServer, running: RunningServer, interviews: InterviewService, job: int
) -> None:
    one = interviews.schedule(job, video_call(wall("2026-12-03 10:00", "America/New_York")))
    passed()
    zone = ";TZID=America/New_York"
    edited(
        theirs,
        href(running),
        (f"DTSTART{zone}:20261203T100000", "DTSTART:20261203T160000Z"),
        (f"DTEND{zone}:20261203T110000", "DTEND:20261203T170000Z"),
    )
    passed()
    assert interviews.get(one.id).when.same(wall("2026-12-03 11:00", "America/New_York"))


def test_what_is_deleted_there_is_cancelled_here_and_an_undo_brings_it_back(
    passed: Callable[[], Task],
    connected: SyncService,
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    database: Database,
    one: Interview,
) -> None:
    told: list[CalendarSynced] = []
    database.bus.after(CalendarSynced, told.append)
    passed()
    theirs.delete(href(running), "")
    passed()
    assert interviews.get(one.id).outcome is InterviewOutcome.CANCELLED
    passed()
    assert files(running) == [], "it is not put back by itself"
    connected.take_back(told[1].taken)
    assert interviews.get(one.id).outcome is InterviewOutcome.PENDING
    passed()
    assert len(files(running)) == 1


def test_what_is_cancelled_there_is_cancelled_here(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    edited(theirs, href(running), ("STATUS:CONFIRMED", "STATUS:CANCELLED"))
    passed()
    assert interviews.get(one.id).cancelled


def test_what_is_removed_here_goes_there_and_comes_back(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, one: Interview
) -> None:
    passed()
    interviews.remove([one.id])
    passed()
    assert files(running) == []
    interviews.restore([one.id])
    passed()
    assert len(files(running)) == 1


def test_rounds_of_a_removed_job_go_and_come_back_with_it(
    passed: Callable[[], Task], running: RunningServer, jobs: JobService, one: Interview
) -> None:
    passed()
    jobs.delete([one.job_id])
    passed()
    assert files(running) == []
    jobs.restore([one.job_id])
    passed()
    assert len(files(running)) == 1


def test_of_two_changes_of_one_field_the_newer_stands_and_the_person_is_told(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    database: Database,
    one: Interview,
) -> None:
    told: list[CalendarSynced] = []
    database.bus.after(CalendarSynced, told.append)
    passed()
    interviews.change(one.id, {"when": wall("2026-12-05 09:00"), "place": "Bergen"})
    edited(theirs, href(running), *MOVED, stamp="20270101T000000Z")
    passed()
    now = interviews.get(one.id)
    assert now.when.same(wall("2026-12-03 16:00", minutes=90)), "the calendar's change is newer"
    assert now.place == "Bergen", "the other field was changed here only"
    assert "the time was changed here and in your calendar" in told[-1].told[0]
    event = theirs.event(href(running))
    assert event is not None
    assert b"LOCATION:Bergen" in event.data
    assert b"T160000" in event.data


def test_an_older_change_there_gives_way(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    edited(theirs, href(running), *MOVED, stamp="20261126T000000Z")
    interviews.change(one.id, {"when": wall("2026-12-05 09:00")})
    passed()
    assert interviews.get(one.id).when.same(wall("2026-12-05 09:00"))
    event = theirs.event(href(running))
    assert event is not None
    assert b"20261205T090000" in event.data


def test_other_people_s_events_are_neither_read_nor_touched(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    foreign = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20261120T090000Z",
        "DTSTART:20261203T090000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ]
    theirs.create(running.calendar + "dentist.ics", "\r\n".join(foreign).encode())
    before = theirs.event(running.calendar + "dentist.ics")
    running.asked.clear()
    passed()
    interviews.change(one.id, {"place": "Oslo"})
    passed()
    interviews.remove([one.id])
    passed()
    assert all("dentist" not in path for _, path in running.asked)
    assert theirs.event(running.calendar + "dentist.ics") == before


def test_an_invitation_that_is_in_the_calendar_already_is_left_there(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    event = theirs.event(href(running))
    assert event is not None
    theirs.delete(href(running), "")
    theirs.create(running.calendar + "accepted.ics", event.data)
    interviews.change(one.id, {"place": "Oslo"})
    assert passed().state is TaskState.SUCCEEDED
    assert files(running) == ["accepted.ics"]
    assert not interviews.get(one.id).cancelled


def test_killed_between_writing_and_noting_nothing_is_doubled(
    passed: Callable[[], Task], database: Database, running: RunningServer, interviews: InterviewService, one: Interview
) -> None:
    passed()
    with database.write() as unit:
        CalendarStore(unit.session).drop_links()
    running.asked.clear()
    passed()
    assert len(files(running)) == 1
    assert interviews.get(one.id).when.same(one.when)
    running.asked.clear()
    passed()
    assert "PUT" not in [method for method, _ in running.asked]


def test_killed_after_a_change_was_taken_it_is_not_taken_for_one_of_ours(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    database: Database,
    one: Interview,
) -> None:
    passed()
    with database.read() as session:
        old: dict[int, Link] = CalendarStore(session).links()
    edited(theirs, href(running), *MOVED)
    passed()
    with database.write() as unit:  # as if the note had not been written any more
        CalendarStore(unit.session).put_link(old[one.id])
    passed()
    assert interviews.get(one.id).when.local.hour == 16
    event = theirs.event(href(running))
    assert event is not None
    assert b"T160000" in event.data


def test_without_a_network_it_says_so_and_nothing_is_lost(
    sync: SyncService, tmp_path: Path, queue: TaskQueue, interviews: InterviewService, one: Interview
) -> None:
    with radicale_server(tmp_path / "radicale") as running:
        sync.use(running.address, USER, PASSWORD, running.calendar)
        port = int(running.address.rpartition(":")[2])
    with pytest.raises(UserError) as caught:
        sync.find_calendars(sync.state().server, USER, "")
    assert caught.value.code == "calendar-offline"
    interviews.change(one.id, {"place": "Oslo"})
    with radicale_server(tmp_path / "radicale", port) as running:
        assert queue.run_here(sync.start_sync()).state is TaskState.SUCCEEDED
        assert len(files(running)) == 1


def test_a_wrong_password_is_said_where_it_can_be_put_right(
    sync: SyncService, running: RunningServer, queue: TaskQueue, one: Interview
) -> None:
    sync.use(running.address, USER, "wrong", running.calendar)
    task = queue.run_here(sync.start_sync())
    assert (task.state, task.code) == (TaskState.FAILED, "calendar-password")
    assert "does not accept" in sync.state().problem


def test_a_calendar_that_is_gone_cancels_nothing(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, one: Interview
) -> None:
    passed()
    running.instead["REPORT"] = ("404 Not Found", [], b"")
    task = passed()
    assert (task.state, task.code) == (TaskState.FAILED, "calendar-missing")
    assert not interviews.get(one.id).cancelled


def test_an_answer_that_leaves_events_out_cancels_nothing(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, one: Interview
) -> None:
    passed()
    empty = b'<d:multistatus xmlns:d="DAV:"></d:multistatus>'
    running.instead["REPORT"] = ("207 Multi-Status", [("Content-Type", "text/xml")], empty)
    passed()
    assert not interviews.get(one.id).cancelled


def test_what_nobody_can_read_there_is_left_alone(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    edited(theirs, href(running), ("DTSTART;TZID=Europe/Berlin:20261203", "DTSTART;TZID=Europe/Berlin:18261203"))
    assert passed().state is TaskState.SUCCEEDED
    assert interviews.get(one.id).when.same(one.when)


def test_every_change_asks_for_one_pass_in_the_background(
    connected: SyncService, queue: TaskQueue, interviews: InterviewService, job: int
) -> None:
    for task in queue.active():
        queue.cancel(task.id)
    for hour in range(9, 14):
        interviews.schedule(job, video_call(wall(f"2026-12-03 {hour:02}:00")))
    assert [task.state for task in queue.active()] == [TaskState.QUEUED]


def test_a_pass_asks_for_no_other(
    passed: Callable[[], Task], theirs: CalendarServer, running: RunningServer, queue: TaskQueue, one: Interview
) -> None:
    passed()
    edited(theirs, href(running), *MOVED)
    passed()
    assert queue.active() == []


def test_nothing_is_asked_of_anybody_before_a_calendar_is_chosen(
    sync: SyncService, queue: TaskQueue, one: Interview
) -> None:
    assert queue.active() == []
    with pytest.raises(UserError) as caught:
        sync.start_sync()
    assert caught.value.code == "calendar-none-chosen"


def test_the_password_is_in_the_keychain_and_nowhere_else(
    connected: SyncService, keychain: MemoryKeychain, database: Database
) -> None:
    assert PASSWORD in keychain.kept.values()
    assert PASSWORD.encode() not in database.path.read_bytes()
    connected.forget()
    assert PASSWORD not in keychain.kept.values()
    assert connected.state().calendar == ""


def test_who_moves_to_another_server_leaves_no_password_behind(
    connected: SyncService, keychain: MemoryKeychain, running: RunningServer
) -> None:
    connected.use("https://calendar.example.com/", "somebody", "another", "https://calendar.example.com/lena/work/")
    assert list(keychain.kept.values()) == ["another"]
    connected.use("https://calendar.example.com/", "somebody", "", "https://calendar.example.com/lena/home/")
    assert list(keychain.kept.values()) == ["another"]


def test_the_state_says_when_it_was_last_done(
    passed: Callable[[], Task], connected: SyncService, one: Interview
) -> None:
    passed()
    state = connected.state()
    assert state.has_password
    assert state.problem == ""
    assert state.last is not None
    assert state.last > datetime(2026, 11, 26, tzinfo=UTC)


def test_what_is_long_over_is_not_brought(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, job: int
) -> None:
    interviews.schedule(job, video_call(wall("2026-03-03 10:00")))
    passed()
    assert files(running) == []


def test_a_pass_tells_the_window_what_changed(
    passed: Callable[[], Task], theirs: CalendarServer, running: RunningServer, database: Database, one: Interview
) -> None:
    passed()
    edited(theirs, href(running), *MOVED)
    told: list[InterviewsChanged] = []
    database.bus.after(InterviewsChanged, told.append)
    passed()
    assert [event.interview_ids for event in told] == [(one.id,)]


def test_a_pass_that_is_stopped_while_the_server_is_silent_ends_at_once(
    connected: SyncService, running: RunningServer, queue: TaskQueue, one: Interview
) -> None:
    asked, go_on = threading.Event(), threading.Event()
    running.before = lambda method: (asked.set(), go_on.wait(60)) if method == "PUT" else None
    task_id = connected.start_sync()
    ended: list[Task] = []
    worker = threading.Thread(target=lambda: ended.append(queue.run_here(task_id)))
    worker.start()
    assert asked.wait(60)
    queue.cancel(task_id)
    worker.join(60)
    go_on.set()
    assert [task.state for task in ended] == [TaskState.CANCELLED]


# What is theirs in an event of ours --------------------------------------------------------------------------------

THEIRS = (
    *("CATEGORIES:Important", "ATTENDEE;CN=Tom:mailto:tom@example.com", "COLOR:tomato"),
    *("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"),
)


def test_what_somebody_set_there_stays_when_a_change_is_written(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    edited(theirs, href(running), ("END:VEVENT", "\r\n".join((*THEIRS, "END:VEVENT"))))
    passed()
    interviews.change(one.id, {"when": wall("2026-12-05 09:00"), "place": "Bergen"})
    passed()
    event = theirs.event(href(running))
    assert event is not None
    text = event.data.decode()
    assert "20261205T090000" in text
    assert "LOCATION:Bergen" in text
    assert all(line in text for line in THEIRS)
    running.asked.clear()
    passed()
    assert "PUT" not in [method for method, _ in running.asked]
    assert interviews.get(one.id).when.same(wall("2026-12-05 09:00"))


@pytest.mark.parametrize("weak", ["server", "proxy"])
def test_a_server_whose_versions_are_weak_takes_changes_and_removals(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
    weak: Literal["server", "proxy"],
) -> None:
    running.weak = weak
    passed()
    interviews.change(one.id, {"place": "Bergen"})
    assert passed().state is TaskState.SUCCEEDED
    event = theirs.event(href(running))
    assert event is not None
    assert b"LOCATION:Bergen" in event.data
    interviews.remove([one.id])
    passed()
    assert files(running) == []


# Trouble -----------------------------------------------------------------------------------------------------------


def test_what_the_server_never_takes_is_told_once_for_each_change(
    passed: Callable[[], Task],
    connected: SyncService,
    running: RunningServer,
    interviews: InterviewService,
    theirs: CalendarServer,
    one: Interview,
) -> None:
    passed()
    running.instead["PUT"] = ("412 Precondition Failed", [], b"")
    interviews.change(one.id, {"place": "Bergen"})
    passed()
    (told,) = connected.state().told
    assert told.startswith("“Signal engineer, Halden Rail” was changed here but not in your calendar")
    passed()
    assert connected.state().told == ()
    running.instead.clear()
    passed()
    event = theirs.event(href(running))
    assert event is not None
    assert b"LOCATION:Bergen" in event.data, "it is written as soon as it can be"


def test_a_change_of_what_nobody_can_read_there_is_told(
    passed: Callable[[], Task],
    connected: SyncService,
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    edited(theirs, href(running), ("DTSTART;TZID=Europe/Berlin:20261203", "DTSTART;TZID=Europe/Berlin:18261203"))
    passed()
    assert connected.state().told == ()
    interviews.change(one.id, {"place": "Bergen"})
    passed()
    assert "can’t be understood" in connected.state().told[0]
    event = theirs.event(href(running))
    assert event is not None
    assert b"18261203" in event.data


def test_a_server_that_fills_up_on_the_way_keeps_what_was_done_and_nothing_is_doubled(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, job: int
) -> None:
    for hour in (9, 11, 13):
        interviews.schedule(job, video_call(wall(f"2026-12-03 {hour:02}:00")))
    puts: list[str] = []

    def full(method: str) -> None:
        puts.extend([method] if method == "PUT" else [])
        if len(puts) == 3:  # the first is asked who it is
            running.instead["PUT"] = ("507 Insufficient Storage", [], b"")

    running.before = full
    task = passed()
    assert (task.state, task.code) == (TaskState.FAILED, "calendar-full")
    assert len(files(running)) == 1
    running.before = lambda _method: None
    running.instead.clear()
    assert passed().state is TaskState.SUCCEEDED
    assert len(files(running)) == 3


def test_an_answer_that_breaks_off_cancels_nothing(
    passed: Callable[[], Task], running: RunningServer, interviews: InterviewService, one: Interview
) -> None:
    passed()
    running.instead["REPORT"] = (
        "207 Multi-Status",
        [("Content-Type", "text/xml")],
        b'<d:multistatus xmlns:d="DAV:"><d:r',
    )
    assert passed().state is not TaskState.SUCCEEDED
    assert not interviews.get(one.id).cancelled


def test_deleted_there_while_changed_here_it_comes_back_as_it_is_here(
    passed: Callable[[], Task],
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    theirs.delete(href(running), "")
    interviews.change(one.id, {"place": "Bergen"})
    passed()
    assert not interviews.get(one.id).cancelled
    event = theirs.event(href(running))
    assert event is not None
    assert b"LOCATION:Bergen" in event.data


# Other calendars ---------------------------------------------------------------------------------------------------


def test_an_event_that_was_put_into_another_calendar_is_followed_there(
    passed: Callable[[], Task],
    connected: SyncService,
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    home = running.make_calendar("Home")
    passed()
    event = theirs.event(href(running))
    assert event is not None
    theirs.delete(event.address, "")
    theirs.create(home + "moved.ics", event.data)
    passed()
    assert not interviews.get(one.id).cancelled
    assert "another of your calendars" in connected.state().told[0]
    interviews.change(one.id, {"place": "Bergen"})
    passed()
    assert (files(running), files(running, "home")) == ([], ["moved.ics"])
    moved = theirs.event(home + "moved.ics")
    assert moved is not None
    assert b"LOCATION:Bergen" in moved.data
    edited(theirs, moved.address, *MOVED)
    passed()
    assert interviews.get(one.id).when.local.hour == 16
    theirs.delete(moved.address, "")
    passed()
    assert interviews.get(one.id).cancelled


def test_who_chooses_another_calendar_can_take_everything_along(
    passed: Callable[[], Task],
    connected: SyncService,
    theirs: CalendarServer,
    running: RunningServer,
    interviews: InterviewService,
    job: int,
    one: Interview,
) -> None:
    other = interviews.schedule(job, video_call(wall("2026-12-04 10:00")))
    home = running.make_calendar("Home")
    interviews.remove([other.id])
    passed()
    edited(theirs, href(running), ("END:VEVENT", "\r\n".join((*THEIRS, "END:VEVENT"))), ("Halden", "Oslo"))
    interviews.restore([other.id])
    passed()
    interviews.remove([other.id])
    connected.use(running.address, USER, "", home, take_along=True)
    passed()
    assert files(running) == []
    (name,) = files(running, "home")
    event = theirs.event(home + name)
    assert event is not None
    assert all(line in event.data.decode() for line in THEIRS)
    assert interviews.get(one.id).place == "Oslo"
    running.asked.clear()
    passed()
    assert {method for method, _ in running.asked} <= {"REPORT"}


def test_killed_while_everything_was_taken_along_nothing_is_doubled(
    passed: Callable[[], Task],
    connected: SyncService,
    running: RunningServer,
    interviews: InterviewService,
    one: Interview,
) -> None:
    home = running.make_calendar("Home")
    passed()
    connected.use(running.address, USER, "", home, take_along=True)
    running.instead["DELETE"] = ("503 Busy", [], b"")
    assert passed().state is not TaskState.SUCCEEDED
    assert (len(files(running)), len(files(running, "home"))) == (1, 1)
    running.instead.clear()
    passed()
    assert (len(files(running)), len(files(running, "home"))) == (0, 1)
    assert not interviews.get(one.id).cancelled


def test_who_chooses_another_calendar_can_leave_everything_where_it_is(
    passed: Callable[[], Task], connected: SyncService, running: RunningServer, one: Interview
) -> None:
    home = running.make_calendar("Home")
    passed()
    connected.use(running.address, USER, "", home)
    passed()
    assert (len(files(running)), len(files(running, "home"))) == (1, 1)


def test_who_leaves_for_another_server_can_take_everything_along_and_the_password_goes_last(
    passed: Callable[[], Task],
    connected: SyncService,
    running: RunningServer,
    queue: TaskQueue,
    keychain: MemoryKeychain,
    tmp_path: Path,
    theirs: CalendarServer,
    interviews: InterviewService,
    job: int,
    one: Interview,
) -> None:
    interviews.schedule(job, video_call(wall("2026-12-04 10:00")))
    passed()
    edited(theirs, running.calendar + files(running)[0], ("END:VEVENT", "\r\n".join((*THEIRS, "END:VEVENT"))))
    with radicale_server(tmp_path / "other") as other:
        connected.use(other.address, USER, PASSWORD, other.calendar, take_along=True)
        (leaving,) = [task for task in queue.active() if task.kind == LEAVE_TASK]
        assert len(keychain.kept) == 2
        assert queue.run_here(leaving.id).state is TaskState.SUCCEEDED
        passed()
        assert (len(files(running)), len(files(other))) == (1, 2), "what was changed there since stays there"
        assert len(keychain.kept) == 1


def test_who_stops_can_have_everything_taken_out(
    passed: Callable[[], Task],
    connected: SyncService,
    running: RunningServer,
    queue: TaskQueue,
    keychain: MemoryKeychain,
    interviews: InterviewService,
    one: Interview,
) -> None:
    passed()
    connected.forget(take_out=True)
    (leaving,) = [task for task in queue.active() if task.kind == LEAVE_TASK]
    assert queue.run_here(leaving.id).state is TaskState.SUCCEEDED
    assert files(running) == []
    assert keychain.kept == {}
    assert not interviews.get(one.id).cancelled


def test_who_comes_back_before_it_was_done_loses_nothing(
    passed: Callable[[], Task], connected: SyncService, running: RunningServer, queue: TaskQueue, one: Interview
) -> None:
    passed()
    connected.forget(take_out=True)
    connected.use(running.address, USER, PASSWORD, running.calendar)
    assert [task for task in queue.active() if task.kind == LEAVE_TASK] == []
    passed()
    assert len(files(running)) == 1
