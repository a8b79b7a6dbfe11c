"""What Ctrl+Z takes back: pairs of coroutines, newest first, at most a hundred."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

LIMIT = 100
Step = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class _Entry:
    label: str
    undo: Step
    redo: Step


class UndoStack(QObject):
    """Undo and redo of the window's changes. ``changed`` tells that the labels or what is possible changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: deque[_Entry] = deque(maxlen=LIMIT)
        self._undone: list[_Entry] = []
        self._turn = asyncio.Lock()

    @property
    def undo_label(self) -> str:
        """What undo would take back, or an empty string."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1].label if self._undone else ""

    def push(self, label: str, undo: Step, redo: Step) -> None:
        """Remember a change that was just made; what was undone before can no longer be redone."""
        self._done.append(_Entry(label, undo, redo))
        self._undone.clear()
        self.changed.emit()

    async def undo(self) -> str | None:
        """Take the last change back and return its label, None when there is none.

        When taking it back raises, the change is forgotten (it would fail again) and the error goes to the caller.
        """
        async with self._turn:
            if not self._done:
                return None
            entry = self._done.pop()
            self.changed.emit()
            await entry.undo()
            self._undone.append(entry)
        self.changed.emit()
        return entry.label

    async def redo(self) -> str | None:
        """Make the last undone change again and return its label, None when there is none."""
        async with self._turn:
            if not self._undone:
                return None
            entry = self._undone.pop()
            self.changed.emit()
            await entry.redo()
            self._done.append(entry)
        self.changed.emit()
        return entry.label

    def clear(self) -> None:
        """Forget everything, for instance when another file is opened."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()
