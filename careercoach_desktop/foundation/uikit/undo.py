"""What Ctrl+Z takes back: pairs of coroutines, newest first, at most a hundred.

A change made to one record may say so (its ``scope``). On a page where that record is written, only its own changes are
taken back: nobody who corrects a word wants to lose the files imported before it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

LIMIT = 100
Step = Callable[[], Awaitable[object]]
Scope = tuple[str, int]
"""The record a change was made to, such as ``("resume", 3)``."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One change that can be undone, as ``push`` remembers it; each is only equal to itself."""

    label: str
    undo: Step
    redo: Step
    scope: Scope | None = None


class UndoStack(QObject):
    """Undo and redo of the window's changes. ``changed`` tells that the labels or what is possible changed."""

    changed = Signal()
    asked = Signal()
    """Before anything is undone or redone: whoever holds letters that were not told yet pushes them now, so that they
    are what is undone, and not lost under it."""
    left = Signal(object)
    """This ``Change`` was undone or forgotten: who still offers to undo it can stop."""

    def __init__(self, parent: QObject | None = None, settled: Callable[[], Awaitable[None]] | None = None) -> None:
        """``settled`` waits until what is under way has become a change: who undoes what they just did, before it was
        stored, must not lose what they did before that."""
        super().__init__(parent)
        self._settled = settled
        self._done: deque[Change] = deque(maxlen=LIMIT)
        self._undone: list[Change] = []
        self._turn = asyncio.Lock()

    @property
    def undo_label(self) -> str:
        """What undo would take back, or an empty string."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1].label if self._undone else ""

    def push(self, label: str, undo: Step, redo: Step, scope: Scope | None = None) -> Change:
        """Remember a change that was just made; what was undone before can no longer be redone. ``label`` says what was
        done, to be read after “Undone:” (“moved a bullet”)."""
        change = Change(label, undo, redo, scope)
        self._done.append(change)
        self._undone.clear()
        self.changed.emit()
        return change

    def forget(self, change: Change) -> None:
        """The change has come to nothing by itself: there is nothing to take back."""
        if change in self._done:
            self._done.remove(change)
            self.left.emit(change)
            self.changed.emit()

    def is_latest(self, change: Change) -> bool:
        """Whether ``change`` is what undo would take back and nothing has been undone since: then more of the same (the
        next letters of a word) may become part of it instead of a change of its own."""
        return bool(self._done) and self._done[-1] is change and not self._undone

    async def undo(self, scope: Scope | None = None) -> str | None:
        """Take the last change back (with a ``scope``: the last one made to that record) and return its label, None
        when there is none.

        When taking it back raises, the change is forgotten (it would fail again) and the error goes to the caller.
        """
        async with self._turn:
            if self._settled is not None:
                await self._settled()
            self.asked.emit()
            change = _last(self._done, scope)
            if change is None:
                return None
            await self._take_back(change)
        self.changed.emit()
        return change.label

    async def take_back(self, change: Change) -> None:
        """Undo this change though others may have followed; nothing happens when it is undone or forgotten already."""
        async with self._turn:
            self.asked.emit()
            if change not in self._done:
                return
            await self._take_back(change)
        self.changed.emit()

    async def redo(self, scope: Scope | None = None) -> str | None:
        """Make the last undone change again (with a ``scope``: to that record) and return its label, None when there is
        none."""
        async with self._turn:
            self.asked.emit()
            entry = _last(self._undone, scope)
            if entry is None:
                return None
            self._undone.remove(entry)
            self.changed.emit()
            await entry.redo()
            self._done.append(entry)
        self.changed.emit()
        return entry.label

    def clear(self) -> None:
        """Forget everything, for instance when another file is opened."""
        forgotten = list(self._done)
        self._done.clear()
        self._undone.clear()
        for change in forgotten:
            self.left.emit(change)
        self.changed.emit()

    async def _take_back(self, change: Change) -> None:
        self._done.remove(change)
        self.left.emit(change)
        self.changed.emit()
        await change.undo()
        self._undone.append(change)


def _last(changes: Sequence[Change], scope: Scope | None) -> Change | None:
    """The newest change, or the newest to that record."""
    return next((each for each in reversed(changes) if scope in (None, each.scope)), None)
