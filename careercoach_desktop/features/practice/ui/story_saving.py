"""An answer becomes a story: kept once, and the way to it where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import StoriesChanged
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.practice.service import PracticeService

STORIES = "evidence.stories"


class StorySaving(QObject):
    """``found`` brings an answer's id and whether it is among the stories, after ``look`` and whenever that may have
    changed."""

    found = Signal(int, bool)

    def __init__(self, desk: Desk, practice: PracticeService, evidence: EvidenceService, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._practice, self._evidence, self._owner = desk, practice, evidence, owner
        self._answer_id: int | None = None
        self._busy = False
        desk.on(StoriesChanged, lambda _event: self.look(self._answer_id), owner=owner)

    def look(self, answer_id: int | None) -> None:
        """This answer is shown now."""
        self._answer_id = answer_id
        if answer_id is not None:
            self._desk.start(self._look(answer_id), owner=self._owner)

    def press(self, answer_id: int) -> None:
        """Keep it; open the story where it is kept already."""
        if not self._busy:
            self._desk.start(self._keep(answer_id), owner=self._owner)

    async def _look(self, answer_id: int) -> None:
        try:
            story_id = await self._desk.run(self._practice.story_of_answer, answer_id)
        except KeyError:
            return  # removed meanwhile; whoever shows it goes home by itself
        if answer_id == self._answer_id:
            self.found.emit(answer_id, story_id is not None)

    async def _keep(self, answer_id: int) -> None:
        self._busy = True
        try:
            kept = await self._desk.run(self._practice.keep_as_story, answer_id)
        finally:
            self._busy = False
        story_id = kept.story_id
        if not kept.is_new:
            self._desk.open(STORIES, story_id)
            return
        self._desk.undo.push(
            "saved an answer as a story",
            lambda: self._desk.run(self._evidence.delete_story, story_id),
            lambda: self._desk.run(self._evidence.undelete_story, story_id),
        )
        self._desk.toast(
            "Kept among your stories.", action="Open", on_action=lambda: self._desk.open(STORIES, story_id), tone="good"
        )
