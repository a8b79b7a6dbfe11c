"""Says that a letter is ready to whoever has gone elsewhere meanwhile; who sees it come needs no word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from careercoach_desktop.features.letters.model import LetterReady
from careercoach_desktop.features.letters.ui.letter_page import LetterPage
from careercoach_desktop.features.letters.ui.letter_saving import PAGE
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService


class LetterAnnouncer(QObject):
    """One for the window. ``front`` is the page in front."""

    def __init__(self, desk: Desk, letters: LetterService, front: Callable[[], object]) -> None:
        super().__init__(desk)
        self._desk, self._letters, self._front = desk, letters, front
        desk.on(LetterReady, self._on_ready, owner=self)

    async def _on_ready(self, event: LetterReady) -> None:
        if self._is_looked_at(event.job_id):
            return
        draft = (await self._desk.run(self._letters.letter, event.letter_id)).draft
        named = f": {draft.subject}" if draft.subject else ""
        self._desk.toast(
            f"Your letter is ready{named}." if draft.complete else f"What had come of your letter is kept{named}.",
            action="Open",
            on_action=lambda: self._desk.open(PAGE, event.letter_id),
            tone="good" if draft.complete else "neutral",
        )

    def _is_looked_at(self, job_id: int) -> bool:
        page = self._front()
        if isinstance(page, LetterPage):
            return page.job is not None and page.job.id == job_id
        job = getattr(page, "open_job", None)
        return job is not None and job.id == job_id
