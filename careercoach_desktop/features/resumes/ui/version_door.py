"""The way from a page that shows one résumé to its versions: a button in its head, and Ctrl+S."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.ui.version_naming import name_version
from careercoach_desktop.foundation.uikit import Desk, IconButton, PageHeader

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ResumeService


class ShowsResume(Protocol):
    """A page with a form: ``header`` takes the button, ``keep`` saves what is typed before the version is named."""

    header: PageHeader

    @property
    def resume_id(self) -> int | None: ...

    def keep(self) -> None: ...


def offer_versions(desk: Desk, resumes: ResumeService, page: ShowsResume) -> None:
    """Let the page lead to the versions of what it shows, and name the present one on Ctrl+S."""

    def show() -> None:
        if page.resume_id is not None:
            desk.open("resumes.versions", page.resume_id)

    def save() -> None:
        if page.resume_id is not None and isinstance(page, QWidget):
            page.keep()
            desk.start(name_version(desk, resumes, page.resume_id, owner=page), owner=page)

    button = IconButton("clock-counter-clockwise", "Versions of this résumé")
    button.clicked.connect(show)
    page.header.put_action_first(button)
    if isinstance(page, QWidget):
        QShortcut(QKeySequence("Ctrl+S"), page).activated.connect(save)
