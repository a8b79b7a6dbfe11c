"""What is typed as an answer, kept a moment after it was typed, with the time that has run.

A process that is killed has lost less than a second of words, and a few of time.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service import PracticeService

BATCH_MS = 400
RETRY_MS = 3000
_SECONDS_LOST = 10
"""How much of the running time a crash may take with it."""

Draft = tuple[str, int]
"""The words, and the seconds that have run."""


class DraftSaving(QObject):
    """``state_changed`` brings ``saving``, ``saved`` or ``unsaved`` (the disk did not take it; it tries again)."""

    state_changed = Signal(str)

    def __init__(self, desk: Desk, practice: PracticeService, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._practice = desk, practice
        self._waiting: dict[int, Draft] = {}
        self._held: dict[int, Draft] = {}
        self._kept: dict[int, int] = {}
        self._under_way = 0
        self._keeping: set[asyncio.Task[None]] = set()
        self._batch = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._batch.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._try_again)

    @property
    def dirty(self) -> bool:
        """Whether something that was typed may not be kept yet."""
        return bool(self._waiting or self._held or self._under_way)

    def opened(self, question_id: int, seconds: int) -> None:
        """This question's draft is shown as it is kept."""
        self._kept[question_id] = seconds

    def typed(self, question_id: int, text: str, seconds: int) -> None:
        self._waiting[question_id] = text, seconds
        self.state_changed.emit("saving")
        if not self._batch.isActive():
            self._batch.start()

    def ticked(self, question_id: int, text: str, seconds: int) -> None:
        """Time has run though nothing was typed; now and then that is kept, too."""
        if seconds - self._kept.get(question_id, 0) >= _SECONDS_LOST:
            self._waiting[question_id] = text, seconds
            self.flush()

    def left(self, question_id: int, text: str, seconds: int) -> None:
        """The question leaves the screen: keep now what is not kept."""
        if question_id in self._waiting or seconds != self._kept.get(question_id, 0):
            self._waiting[question_id] = text, seconds
        self.flush()

    def forget(self, question_id: int) -> None:
        """It was handed in: an old draft must not come back."""
        for each in (self._waiting, self._held, self._kept):
            each.pop(question_id, None)

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        self._batch.stop()
        waiting, self._waiting = self._waiting, {}
        for question_id, (text, seconds) in waiting.items():
            self._held.pop(question_id, None)
            self._kept[question_id] = seconds
            self._under_way += 1
            task = self._desk.start(self._keep(question_id, text, seconds))  # no owner: it is kept whoever leaves
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)

    async def settle(self) -> None:
        """After this, whatever is asked of the service next finds everything that was typed."""
        self.flush()
        await asyncio.sleep(0)  # what was just begun to be kept is asked for in its first step

    async def kept(self) -> bool:
        """Keep now what waits to be kept, and say whether the disk took it all."""
        self.flush()
        if keeping := set(self._keeping):
            await asyncio.wait(keeping)
        return not self.dirty

    async def _keep(self, question_id: int, text: str, seconds: int) -> None:
        try:
            await self._desk.run(self._practice.keep_draft, question_id, text, seconds)
        except UserError:
            if shiboken6.isValid(self):
                self._held.setdefault(question_id, (text, seconds))
                self._retry.start()
                self.state_changed.emit("unsaved")
            raise
        except KeyError:
            return  # the session was removed elsewhere; whoever shows it is told
        else:
            self._held.pop(question_id, None)  # refused before these words were taken, so it is older
        finally:
            self._under_way -= 1
        if shiboken6.isValid(self) and not self.dirty:
            self.state_changed.emit("saved")

    def _try_again(self) -> None:
        self._waiting = {**self._held, **self._waiting}
        self.flush()
