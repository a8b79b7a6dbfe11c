"""What becomes of the résumé a form shows when it is changed elsewhere: read again, removed, a version restored, a
look chosen, by a command in a terminal. Never over what is being typed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.resumes.model import Resume, ResumeChanged, ResumeRead, ResumeRemoved
from careercoach_desktop.features.resumes.ui.editor_saving import FormSaving
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService

_SETTLE_MS = 150
"""Changes come in groups: one look for all of them."""


@dataclass(frozen=True)
class Showing:
    """What the page shows (None for nothing); what it does with a newer one (the one before comes first), and when
    it is gone."""

    resume: Callable[[], Resume | None]
    take: Callable[[Resume, Resume], Coroutine[Any, Any, None]]
    gone: Callable[[], None]


class ChangesElsewhere(QObject):
    """Listens for ``page`` as long as it lives. ``look`` when it comes into sight, ``leave`` when it goes out of it."""

    def __init__(
        self, desk: Desk, resumes: ResumeService, form: ResumeForm, saver: FormSaving, page: QWidget, showing: Showing
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._resumes = resumes
        self._form = form
        self._saver = saver
        self._page = page
        self._showing = showing
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        desk.on(ResumeRead, self._on_read, owner=page)
        desk.on(ResumeChanged, self._on_changed, owner=page)
        desk.on(ResumeRemoved, self._on_removed, owner=page)

    def look(self) -> None:
        """Compare what is shown with what is stored."""
        resume = self._showing.resume()
        if resume is not None:
            self._desk.start(self._compare(resume.id), owner=self._page)

    def leave(self) -> None:
        """What is being typed counts as typed when the person leaves the page without leaving the field."""
        focused = QApplication.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            focused.clearFocus()
        self.keep()
        self._settle.stop()

    def keep(self) -> None:
        """Save what is typed, to the last letter."""
        self._form.flush()
        self._saver.flush()

    def _is_shown(self, resume_id: int) -> bool:
        resume = self._showing.resume()
        return resume is not None and resume.id == resume_id

    def _on_read(self, event: ResumeRead) -> None:
        if self._is_shown(event.resume_id):
            self.look()

    def _on_changed(self, event: ResumeChanged) -> None:
        if self._is_shown(event.resume_id) and self._page.isVisible():  # there is another look when it comes back
            self._settle.start()

    def _on_removed(self, event: ResumeRemoved) -> None:
        if self._is_shown(event.resume_id):
            self._showing.gone()

    async def _compare(self, resume_id: int) -> None:
        changes = self._saver.changes
        fresh = await self._desk.run(self._resumes.resume, resume_id)
        if not self._is_shown(resume_id):
            return
        self._form.flush()  # a letter of this moment is typed, too
        if self._saver.is_busy or changes != self._saver.changes:
            return  # saving tells of itself, and then there is another look
        was = self._showing.resume()
        if was is not None:
            await self._showing.take(was, fresh)
