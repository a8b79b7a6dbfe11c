"""A calendar file follows what is kept here; nothing but a file of ours is ever replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from careercoach_desktop.features.interviews.service import Below, InterviewService
from careercoach_desktop.features.interviews.service.calendar_file import FILE_NAME, CalendarFileService
from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.interviews.conftest import Clock, video_call, wall


@pytest.fixture
def queue(database: Database, child: ChildProcess, clock: Clock) -> Iterator[TaskQueue]:
    queue = TaskQueue(database, child, workers=0, clock=clock)
    yield queue
    queue.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "calendars"
    made.mkdir()
    return made


@pytest.fixture
def kept(
    database: Database,
    jobs: JobService,
    contacts: ContactService,
    settings: SettingsService,
    interviews: InterviewService,
    child: ChildProcess,
    queue: TaskQueue,
) -> CalendarFileService:
    exchange = ExchangeService(Below(database, jobs, contacts, settings.current), interviews, child)
    return CalendarFileService(database, exchange, queue, settings)


def done(queue: TaskQueue) -> list[TaskState]:
    """Do what waits, to its end."""
    return [queue.run_here(task.id).state for task in queue.active()]


def test_the_file_follows_every_change(
    kept: CalendarFileService, queue: TaskQueue, interviews: InterviewService, folder: Path, job: int
) -> None:
    kept.keep_in(folder)
    one = interviews.schedule(job, video_call())
    interviews.change(one.id, {"when": wall("2026-12-04 11:00")})
    assert done(queue) == [TaskState.SUCCEEDED], "several changes are one file"
    (read,) = read_invitations((folder / FILE_NAME).read_bytes(), "Europe/Berlin").invitations
    assert read.when == wall("2026-12-04 11:00")
    interviews.remove([one.id])
    done(queue)
    assert b"VEVENT" not in (folder / FILE_NAME).read_bytes()


def test_it_is_written_only_when_something_is_different(
    kept: CalendarFileService, interviews: InterviewService, folder: Path, job: int
) -> None:
    kept.keep_in(folder)
    interviews.schedule(job, video_call())
    assert kept.write()
    assert not kept.write()
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]


def test_another_time_for_alarms_is_another_file(
    kept: CalendarFileService, settings: SettingsService, queue: TaskQueue, folder: Path, interviews: InterviewService,
    job: int,
) -> None:  # fmt: skip
    kept.keep_in(folder)
    interviews.schedule(job, video_call())
    done(queue)
    settings.choose(interview_notices="15")
    assert done(queue) == [TaskState.SUCCEEDED]
    assert b"TRIGGER:-PT15M" in (folder / FILE_NAME).read_bytes()


def test_a_folder_that_is_gone_is_said(
    kept: CalendarFileService, queue: TaskQueue, folder: Path, interviews: InterviewService, job: int
) -> None:
    kept.keep_in(folder)
    folder.rmdir()
    interviews.schedule(job, video_call())
    assert done(queue) == [TaskState.FAILED]
    assert "is not there" in kept.state().problem
    folder.mkdir()
    interviews.schedule(job, video_call(wall("2026-12-05 09:00")))
    assert done(queue) == [TaskState.SUCCEEDED]
    assert kept.state().problem == ""


def test_a_file_of_somebody_else_s_is_left_as_it_is(
    kept: CalendarFileService, folder: Path, interviews: InterviewService, job: int
) -> None:
    (folder / FILE_NAME).write_text("mine")
    kept.keep_in(folder)
    interviews.schedule(job, video_call())
    with pytest.raises(UserError) as caught:
        kept.write()
    assert caught.value.code == "calendar-file-foreign"
    assert (folder / FILE_NAME).read_text() == "mine"


def test_without_a_folder_nothing_is_written(
    kept: CalendarFileService, queue: TaskQueue, interviews: InterviewService, job: int
) -> None:
    interviews.schedule(job, video_call())
    assert queue.active() == []
    assert not kept.write()
