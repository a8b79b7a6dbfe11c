"""What is typed into a letter, saved a moment after it was typed, and undone from anywhere.

Saved in small batches, at the latest half a second after a letter was taken: a process that is killed has lost less
than a second. Typing in one part that does not rest is one step of undo.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.ui.part_row import PartRow
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.undo import Change, Scope

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService

BATCH_MS = 400
RETRY_MS = 3000
_ONE_STEP_S = 1.2
PAGE = "letters.letter"


def scope_of(letter_id: int) -> Scope:
    """On its page Ctrl+Z takes back what was done to this letter, not what came before it elsewhere."""
    return ("letter", letter_id)


@dataclass
class _Typing:
    """The step of undo that the next letters may still become part of."""

    part: str
    before: str
    after: str
    change: Change
    at: float


class LetterSaving(QObject):
    """``state_changed`` brings ``saving``, ``saved`` or ``unsaved`` (the disk did not take it); ``lost`` when a part
    that was typed in is no longer in the letter."""

    state_changed = Signal(str)
    lost = Signal()

    def __init__(self, desk: Desk, letters: LetterService, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._letters = letters
        self._owner = owner
        self._letter_id: int | None = None
        self._texts: dict[str, str] = {}
        self._saving: dict[str, int] = {}
        self._held: dict[str, str] = {}
        self._typing: _Typing | None = None
        self.changes = 0
        """How often something was typed: what was read from the file before the last time is old."""
        self._batch = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._batch.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        desk.undo.asked.connect(self.flush)

    def open(self, letter_id: int | None) -> None:
        """The page shows another letter from now on."""
        if letter_id != self._letter_id:
            self.flush()
            self._typing = None
            self._held.clear()
            self._letter_id = letter_id

    @property
    def dirty(self) -> set[str]:
        """The parts whose stored words may be older than the sheet's."""
        return {*self._texts, *self._saving, *self._held}

    def typed(self, row: PartRow) -> None:
        """A part says something else now. One that has no name yet is told again once it has."""
        if self._letter_id is None or not row.part or row.field.isReadOnly():
            return
        text = row.field.text()
        self.changes += 1
        self._texts[row.part] = text
        self._remember(row.part, row.stored, text)
        row.stored = text
        self.state_changed.emit("saving")
        if not self._batch.isActive():
            self._batch.start()

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self._batch.stop()
        texts, self._texts = self._texts, {}
        if self._letter_id is None:
            return
        for part, text in texts.items():
            self._held.pop(part, None)
            self._saving[part] = self._saving.get(part, 0) + 1
            self._desk.start(self._save(self._letter_id, part, text))  # no owner: it is saved whoever leaves

    async def settle(self) -> None:
        """After this, whatever is asked of the service next finds everything that was typed."""
        self.flush()
        await asyncio.sleep(0)  # what was just begun to be saved is asked for in its first step

    def rest(self) -> None:
        """What is typed next is a step of its own."""
        self._typing = None

    def _remember(self, part: str, before: str, after: str) -> None:
        typing, now = self._typing, monotonic()
        goes_on = typing is not None and typing.part == part and now - typing.at < _ONE_STEP_S
        if typing is not None and goes_on and self._desk.undo.is_latest(typing.change):
            typing.after, typing.at = after, now
            return
        letter_id = self._letter_id or 0
        change = self._desk.undo.push(
            "typing in the letter",
            lambda: self._replay(letter_id, part, made.before),
            lambda: self._replay(letter_id, part, made.after),
            scope=scope_of(letter_id),
        )
        made = self._typing = _Typing(part, before, after, change, now)

    async def _replay(self, letter_id: int, part: str, text: str) -> None:
        self.rest()
        await self.settle()
        await self._desk.run(self._letters.set_text, letter_id, part, text)
        if not self._owner.isVisible():
            self._desk.open(PAGE, letter_id)

    async def _save(self, letter_id: int, part: str, text: str) -> None:
        try:
            await self._desk.run(self._letters.set_text, letter_id, part, text)
        except KeyError:
            if shiboken6.isValid(self):
                self.lost.emit()
        except UserError:
            self._hold(letter_id, part, text)
            raise
        finally:
            self._settled(part)
        if shiboken6.isValid(self) and not self.dirty:  # the page may have gone while its last words were saved
            self.state_changed.emit("saved")

    def _settled(self, part: str) -> None:
        left = self._saving.get(part, 1) - 1
        if left > 0:
            self._saving[part] = left
        else:
            self._saving.pop(part, None)

    def _hold(self, letter_id: int, part: str, text: str) -> None:
        """Nothing that was written is lost: it stays on the sheet and is saved as soon as that is possible."""
        if shiboken6.isValid(self) and letter_id == self._letter_id:
            self._held.setdefault(part, text)
            self._retry.start()
            self.state_changed.emit("unsaved")

    def _try_again(self) -> None:
        self._texts = {**self._held, **self._texts}
        self.flush()
