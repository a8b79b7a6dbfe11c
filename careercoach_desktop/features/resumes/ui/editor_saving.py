"""What a form's edits become: saved a moment after they were made, and undone from anywhere.

The form applies an edit at once and the service saves the same edit; both sides see the same small values, so nothing
large travels. Typing is saved in small batches, at the latest half a second after a letter was taken: a process that
is killed has lost less than a second of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import Edit, InsertItem, RemoveItem, SetTrace, SetValue, inverse
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService

BATCH_MS = 400
RETRY_MS = 3000
_FORM_IS_WRONG = {"resume-part-gone", "resume-gone"}
"""Why an edit can never be taken; whatever else hinders it (a full disk, a locked file) passes."""
_ONE_STEP_S = 1.2
"""Typing that rests longer than this begins a new step of undo."""

Load = Callable[[int], Coroutine[Any, Any, None]]


@dataclass
class _Typing:
    """The step of undo that the next letters may still become part of."""

    edits: list[Edit]
    change: Change
    at: float

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether ``edits`` go on with the same values, written the same way."""
        was = {edit.path: type(edit.after) for edit in self.edits if isinstance(edit, SetValue)}
        now = {edit.path: type(edit.before) for edit in edits if isinstance(edit, SetValue)}
        return bool(now) and all(was.get(path) is kind for path, kind in now.items())

    def drops(self, edits: Sequence[Edit]) -> bool:
        """Whether ``edits`` only take away what the step began last and nobody has written in: a bullet that was left
        empty. Then nothing has happened that somebody would want back."""
        last, one = self.edits[-1], edits[0]
        return (
            len(edits) == 1
            and isinstance(last, InsertItem)
            and isinstance(one, RemoveItem)
            and (one.where, one.index, one.item) == (last.where, last.index, last.item)
        )

    def add(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            places = [at for at, old in enumerate(self.edits) if type(old) is type(edit) and _path(old) == _path(edit)]
            first = self.edits[places[0]] if places else None
            if isinstance(edit, SetValue) and isinstance(first, SetValue):
                self.edits[places[0]] = SetValue(edit.path, first.before, edit.after)
            elif isinstance(edit, SetTrace) and isinstance(first, SetTrace):
                self.edits[places[0]] = SetTrace(edit.path, first.before, edit.after)
            else:
                self.edits.append(edit)


class FormSaving(QObject):
    """``state_changed`` brings ``saving``, ``saved`` or ``unsaved`` (the disk did not take it). ``load(resume_id)``
    shows a résumé anew, when the form and the file no longer say the same. ``page`` is what undo goes to when the form
    is out of sight."""

    state_changed = Signal(str)

    def __init__(
        self, desk: Desk, resumes: ResumeService, form: ResumeForm, owner: QWidget, page: str, load: Load
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._resumes = resumes
        self._form = form
        self._owner = owner
        self._page = page
        self._load = load
        self._resume_id: int | None = None
        self._pending: list[Edit] = []
        self._saving = 0
        self._typing: _Typing | None = None
        self._clock = monotonic
        self.changes = 0
        self._batch = QTimer(self)
        self._batch.setSingleShot(True)
        self._batch.setInterval(BATCH_MS)
        self._batch.timeout.connect(self.flush)
        self._is_held = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.flush)
        form.edited.connect(self._on_edited)
        desk.undo.asked.connect(form.flush)

    def open(self, resume_id: int | None) -> None:
        """The form shows another résumé from now on."""
        if resume_id != self._resume_id:
            self.flush()
            self._typing = None
            self._is_held = False
            self._resume_id = resume_id

    @property
    def is_busy(self) -> bool:
        """Whether what is read from the file now may be older than the form."""
        return bool(self._saving or self._pending or self._is_held)

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self._batch.stop()
        edits, self._pending = self._pending, []
        if self._resume_id is None or not (edits or self._is_held):
            return
        self._saving += 1
        # Without an owner: it must be saved whoever leaves.
        if self._is_held:
            self._is_held = False
            self._retry.stop()
            self._desk.start(self._save_all(self._resume_id, self._form.data.model_copy(deep=True)))
        else:
            self._desk.start(self._save(self._resume_id, edits))

    async def settle(self) -> None:
        """After this, whatever is asked of the service next finds everything that was typed."""
        self.flush()
        await asyncio.sleep(0)  # what was just begun to be saved is asked for in its first step

    def _on_edited(self, edits: Sequence[Edit], label: str) -> None:
        if self._resume_id is None:
            return
        self.changes += 1
        self._pending.extend(edits)
        self._remember(list(edits), label)
        self.state_changed.emit("saving")
        if not all(isinstance(edit, SetValue | SetTrace) for edit in edits):
            self.flush()
        elif not self._batch.isActive():
            self._batch.start()

    def _remember(self, edits: list[Edit], label: str) -> None:
        typing, now = self._typing, self._clock()
        if typing is not None and self._desk.undo.is_latest(typing.change) and typing.drops(edits):
            typing.edits.pop()
            if not typing.edits:
                self._desk.undo.forget(typing.change)
                self._typing = None
            return
        if (
            typing is not None
            and now - typing.at < _ONE_STEP_S
            and self._desk.undo.is_latest(typing.change)
            and typing.change.label == label
            and typing.takes(edits)
        ):
            typing.add(edits)
            typing.at = now
            return
        resume_id, step = self._resume_id or 0, edits
        change = self._desk.undo.push(
            label,
            lambda: self._replay(resume_id, [inverse(edit) for edit in reversed(step)]),
            lambda: self._replay(resume_id, step),
            scope=("resume", resume_id),
        )
        self._typing = _Typing(step, change, now)

    async def _save(self, resume_id: int, edits: Sequence[Edit]) -> None:
        """``_saving`` was counted up by whoever begins it."""
        try:
            await self._desk.run(self._resumes.edit, resume_id, edits)
        except BaseException as error:
            if isinstance(error, UserError) and error.code not in _FORM_IS_WRONG:
                self._hold(resume_id)
                raise
            self._pending.clear()
            self._desk.start(self._load_again(resume_id), owner=self._owner)
            raise
        finally:
            self._saving -= 1
        self._tell_saved()

    def _hold(self, resume_id: int) -> None:
        """Nothing that was written is wrong: it stays in the form and is saved as a whole as soon as that is possible,
        because later edits may have been taken meanwhile."""
        if resume_id == self._resume_id and shiboken6.isValid(self):
            self._is_held = True
            self._retry.start()
            self.state_changed.emit("unsaved")

    async def _save_all(self, resume_id: int, data: ResumeData) -> None:
        """As ``_save``, when some edits did not get into the file."""
        try:
            await self._desk.run(self._resumes.save_data, resume_id, data)
        except UserError as error:
            if error.code not in _FORM_IS_WRONG:
                self._hold(resume_id)
            raise
        finally:
            self._saving -= 1
        self._tell_saved()

    def _tell_saved(self) -> None:
        if not self.is_busy and shiboken6.isValid(self):  # the page may have gone while its last words were saved
            self.state_changed.emit("saved")

    async def _load_again(self, resume_id: int) -> None:
        """The file did not take an edit: show what it says instead."""
        if resume_id == self._resume_id:
            await self._load(resume_id)

    async def _replay(self, resume_id: int, edits: Sequence[Edit]) -> None:
        """Undo or redo: saved first, then shown where it happened."""
        self._typing = None
        await self.settle()
        self.changes += 1
        self._saving += 1
        self.state_changed.emit("saving")
        await self._save(resume_id, edits)
        if resume_id == self._resume_id:
            try:
                self._form.replay(edits)
            except KeyError:  # the form shows an older state than the file
                await self._load(resume_id)
        if not self._owner.isVisible():
            self._desk.open(self._page, resume_id)


def _path(edit: Edit) -> str:
    return edit.path if isinstance(edit, SetValue | SetTrace) else ""
