"""What the keyboard and the menu do to the paragraphs on the sheet: shown at once, stored behind, undoable.

Somebody who presses Enter goes on typing in the same moment, so the sheet does not wait for the disk: the new paragraph
stands there without a name until the service has given it one, and what was typed meanwhile is saved then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.ui.letter_saving import LetterSaving
from careercoach_desktop.features.letters.ui.letter_steps import LetterSteps
from careercoach_desktop.features.letters.ui.paper import LetterPaper
from careercoach_desktop.features.letters.ui.part_row import ParagraphRow
from careercoach_desktop.foundation.uikit import Desk


class ParagraphEdits(QObject):
    """``done`` after each step was stored: what the letter says now is shown."""

    done = Signal()

    def __init__(
        self,
        desk: Desk,
        paper: LetterPaper,
        saver: LetterSaving,
        steps: LetterSteps,
        letter_id: Callable[[], int],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._desk, self._paper, self._saver, self._steps = desk, paper, saver, steps
        self._letter_id = letter_id
        self._turn = asyncio.Lock()
        self._waiting = 0
        self.steps_taken = 0
        """How often the sheet went ahead or was caught up with: what was read before the last time is old."""
        paper.split.connect(self._split)
        paper.join_wanted.connect(self._join)
        paper.add_wanted.connect(lambda: self.add(None))

    @property
    def is_busy(self) -> bool:
        """The sheet is ahead of what is stored."""
        return self._waiting > 0

    def add(self, after: ParagraphRow | None) -> None:
        """An empty paragraph below another (None: below all), with the keyboard in it."""
        rows = self._paper.paragraphs()
        above = after or (rows[-1] if rows else None)
        made = self._paper.insert_row(rows.index(above) + 1 if above in rows else 0)
        made.field.go_to(0)
        letter_id = self._letter_id()

        async def store() -> None:
            self._name(made, await self._steps.add(letter_id, above.part if above is not None else None))

        self._do(store)

    def remove(self, shown: ParagraphRow) -> None:
        """Take it out; the keyboard goes to its neighbour."""
        rows = self._paper.paragraphs()
        at, letter_id = rows.index(shown), self._letter_id()
        beside = rows[at + 1] if at + 1 < len(rows) else rows[at - 1] if at > 0 else None
        self._paper.take_row(shown)
        if beside is not None:
            beside.field.go_to(0)

        async def store() -> None:
            change = await self._steps.remove(letter_id, shown.part)
            self._desk.offer_undo("Paragraph removed.", change)

        self._do(store)

    def move(self, shown: ParagraphRow, step: int) -> None:
        rows, letter_id = self._paper.paragraphs(), self._letter_id()
        to = rows.index(shown) + step
        if 0 <= to < len(rows):
            self._do(lambda: self._steps.move(letter_id, shown.part, to))

    def _split(self, shown: ParagraphRow, at: int) -> None:
        whole, letter_id = shown.field.text(), self._letter_id()
        self._saver.rest()
        made = self._paper.insert_row(self._paper.paragraphs().index(shown) + 1, whole[at:].lstrip())
        shown.show_text(whole[:at].rstrip())
        made.field.go_to(0)

        async def store() -> None:
            self._name(made, await self._steps.split(letter_id, shown.part, whole, at))

        self._do(store)

    def _join(self, shown: ParagraphRow) -> None:
        rows, letter_id = self._paper.paragraphs(), self._letter_id()
        at = rows.index(shown)
        if at == 0 or rows[at - 1].field.isReadOnly():
            return
        upper, lower = rows[at - 1], shown
        above, below = upper.field.text(), lower.field.text()
        joined = " ".join(part for part in (above, below) if part)
        self._saver.rest()
        self._paper.take_row(lower)
        upper.show_text(joined)
        upper.field.go_to(len(joined) - len(below))
        self._do(lambda: self._steps.join(letter_id, upper.part, above, lower.part, joined))

    def _name(self, made: ParagraphRow, part: str) -> None:
        made.part = part
        if made.field.text() != made.stored:
            self._saver.typed(made)

    def _do(self, store: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self._waiting += 1
        self.steps_taken += 1
        self._saver.flush()
        self._desk.start(self._in_turn(store))  # no owner: it is stored whoever leaves

    async def _in_turn(self, store: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """One after the other: the paragraph a second step is about may get its name in the first."""
        try:
            async with self._turn:
                await self._saver.settle()
                await store()
        finally:
            self._waiting -= 1
            self.steps_taken += 1
            self.done.emit()
