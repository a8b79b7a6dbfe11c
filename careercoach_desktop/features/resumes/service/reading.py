"""The task that reads an original: bytes in the child process, fields and a picture into the database.

Whatever goes wrong, the original stays and the card says what happened and what to do. The queue's own record of the
task is the one source of that sentence: the résumé takes it over in the same transaction that ends the task, so no
crash can leave a résumé "being read" for ever.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from careercoach_desktop.features.profile.model import Contact
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.editing import place
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeChanged,
    ResumeData,
    ResumeRead,
    ResumeRemoved,
    ResumeStyle,
    VersionReason,
)
from careercoach_desktop.features.resumes.picture import first_page
from careercoach_desktop.features.resumes.reading import ReadResume, read_resume
from careercoach_desktop.features.resumes.service.files import title_from
from careercoach_desktop.features.resumes.service.likeness import NEXT_STEP, doubt_about
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.child import ChildFailed
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskKind, TaskQueue

log = logging.getLogger(__name__)

READ_TASK = "resumes.read"
PICTURE_TASK = "resumes.picture"
_PICTURE_SECONDS = 5.0
_PICTURE_WIDTH = 480
"""Pixels: twice the width of a card's picture, for screens of double density."""


class ResumeReading:
    """Registers the task kinds and runs them."""

    def __init__(
        self, database: Database, queue: TaskQueue, profile: ProfileService, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._queue = queue
        self._profile = profile
        self._clock = clock
        queue.register(TaskKind(READ_TASK, self._read, resume_after_crash=True))
        queue.register(TaskKind(PICTURE_TASK, self._draw, resume_after_crash=True))
        database.bus.within(TaskChanged, self._on_task_changed)

    def enqueue(self, unit: UnitOfWork, row: ResumeRow) -> int:
        """Queue the reading in the caller's transaction; returns the task's id."""
        title, subject = f"Reading “{row.file_name}”", f"resume:{row.id}"
        return self._queue.enqueue(unit, READ_TASK, title, {"resume_id": row.id}, subject)

    def enqueue_picture(self, unit: UnitOfWork, row: ResumeRow) -> None:
        """Queue a new picture when it is made from the data, not from a page of the original."""
        if row.pages == 0 or row.thumbnail is None:
            title, subject = f"Drawing “{row.title}”", f"resume:{row.id}"
            self._queue.enqueue(unit, PICTURE_TASK, title, {"resume_id": row.id}, subject)

    def redraw(self) -> int:
        """Queue a new picture for every résumé that has an old one, unless one is queued already; how many."""
        with self._database.read() as session:
            if not ResumeStore(session).old_pictures():
                return 0
        waiting = {
            task.subject for task in self._queue.active()
            if task.kind == PICTURE_TASK and task.state is TaskState.QUEUED
        }  # fmt: skip
        with self._database.write() as unit:
            old = [row for row in ResumeStore(unit.session).old_pictures() if f"resume:{row.id}" not in waiting]
            for row in old:
                self.enqueue_picture(unit, row)
        return len(old)

    def _read(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        resume_id = int(payload["resume_id"])
        found = self._original(resume_id)
        if found is None:
            return None
        data, row = found
        context.progress(None, "Reading the text")
        read: ReadResume = context.in_child(read_resume, data, row.file_name)
        context.check_cancelled()
        context.progress(0.8, "Drawing the first page")
        picture = _picture(context, data, read.media_type, read.data)
        context.check_cancelled()
        fields = self._keep(resume_id, read, picture)
        return {"fields": fields, "pages": read.pages, "seconds": read.seconds}

    def _original(self, resume_id: int) -> tuple[bytes, ResumeRow] | None:
        """The file to read; None when the résumé was removed while its task waited."""
        with self._database.read() as session:
            store = ResumeStore(session)
            row = store.get(resume_id)
            if row is None or row.removed is not None or row.original_sha256 is None:
                return None
            return store.original(row.original_sha256), row

    def _keep(self, resume_id: int, read: ReadResume, picture: bytes | None) -> int:
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = store.get(resume_id)
            if row is None:
                return 0
            row.state, row.problem, row.checked = ReadingState.READ, doubt_about(read.data), False
            row.next_step = NEXT_STEP if row.problem else ""
            _name_after_person(store, row, read.data)
            row.media_type, row.raw_text, row.pages = read.media_type, read.raw_text, read.pages
            row.read_seconds, row.warnings = read.seconds, json.dumps(list(read.warnings), ensure_ascii=False)
            row.thumbnail = picture
            store.write_version(row, read.data, VersionReason.READ, self._clock())
            row.picture_is_old = False  # it was drawn from the same data
            if row.is_primary and not row.problem:
                self._profile.correct_contact(unit, Contact(), contact_of(read.data))
            self._settle_mark(unit)
            unit.emit(ResumeRead(resume_id))
            return row.fields

    def _settle_mark(self, unit: UnitOfWork) -> None:
        """When no résumé is the primary one yet: the first of those that were added, and its contact in the profile."""
        store = ResumeStore(unit.session)
        heir = store.first_in_line() if store.primary() is None else None
        if heir is None or heir.id is None:
            return
        store.give_mark(heir)
        self._profile.correct_contact(unit, Contact(), contact_of(store.data(heir.id, heir.version)))
        unit.emit(ResumeChanged(heir.id))

    def give_up(self, resume_ids: Collection[int]) -> list[int]:
        """Take away those that were not read yet, and no longer read them; which ones that were."""
        gone: list[int] = []
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            for resume_id in resume_ids:
                row = store.get(resume_id)
                if row is None or row.removed is not None or row.version or row.state != ReadingState.READING:
                    continue
                row.removed = self._clock()
                store.add(row)
                gone.append(resume_id)
                unit.emit(ResumeRemoved(resume_id))
            self._settle_mark(unit)
        subjects = {f"resume:{resume_id}" for resume_id in gone}
        for task in self._queue.active():
            if task.kind == READ_TASK and task.subject in subjects:
                self._queue.cancel(task.id)
        return gone

    def _draw(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        resume_id = int(payload["resume_id"])
        with self._database.read() as session:
            row = ResumeStore(session).get(resume_id)
            if row is None or row.removed is not None:
                return None
            data, style = ResumeStore(session).data(resume_id, row.version), row.style
        picture = _picture(context, b"", "", data, ResumeStyle.model_validate_json(style))
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            fresh = store.get(resume_id)
            if fresh is None:
                return None
            if (store.data(resume_id, fresh.version), fresh.style) == (data, style):
                fresh.picture_is_old = False
            fresh.thumbnail = picture or fresh.thumbnail
            store.add(fresh)
            unit.emit(ResumeChanged(resume_id))
        return None

    def _on_task_changed(self, event: TaskChanged, unit: UnitOfWork) -> None:
        task = event.task
        if task.kind != READ_TASK:
            return
        store = ResumeStore(unit.session)
        row = store.get(int(str(task.payload["resume_id"])))
        if row is None:
            return
        if task.state in (TaskState.FAILED, TaskState.CANCELLED) and row.state == ReadingState.READING:
            _give_up(store, row, task)
            self._settle_mark(unit)
            unit.emit(ResumeRead(int(str(task.payload["resume_id"]))))
        elif task.state is TaskState.QUEUED and row.state == ReadingState.FAILED:  # started again from the strip
            row.state, row.problem, row.next_step = ReadingState.READING, "", ""
            store.add(row)
            unit.emit(ResumeChanged(int(str(task.payload["resume_id"]))))


def _give_up(store: ResumeStore, row: ResumeRow, task: Task) -> None:
    """Say on the card what the queue says of the task."""
    stopped = task.state is TaskState.CANCELLED
    row.state = ReadingState.FAILED
    row.problem = "Reading was stopped." if stopped else task.error
    row.next_step = "Read it again, or type the fields yourself." if stopped else task.next_step
    store.add(row)


def _name_after_person(store: ResumeStore, row: ResumeRow, data: ResumeData) -> None:
    """A file called ``cv_final_2`` shows the person's name instead, unless a title was typed or is taken."""
    name = " ".join(data.basics.name.split())
    untouched = row.title == title_from(row.file_name)
    if name and untouched and not row.problem and not store.is_titled(name):
        row.title = name


def contact_of(data: ResumeData) -> Contact:
    """What a résumé says about how to reach the person."""
    basics = data.basics
    links = [basics.url, *(profile.url for profile in basics.profiles)]
    return Contact(
        name=basics.name,
        headline=basics.label,
        email=basics.email,
        phone=basics.phone,
        location=place(basics.location),
        links=tuple(dict.fromkeys(link for link in links if link)),
    )


def _picture(
    context: TaskContext, data: bytes, media_type: str, resume: ResumeData, style: ResumeStyle | None = None
) -> bytes | None:
    """A picture is nice to have: a page that cannot be drawn does not undo a résumé that was read."""
    try:
        return (
            context.in_child(first_page, data, media_type, resume, _PICTURE_WIDTH, style, timeout=_PICTURE_SECONDS)
            or None
        )
    except (UserError, ChildFailed):
        log.warning("The first page could not be drawn", exc_info=True)
        return None
