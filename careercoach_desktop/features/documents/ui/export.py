"""Export a saved version: the résumés feature's dialog, with the job's timeline knowing about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.documents.naming import file_stem
from careercoach_desktop.features.resumes.ui import ExportDialog
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.resumes.model import ResumeStyle
    from careercoach_desktop.features.resumes.service import ExportService


async def export_version(
    desk: Desk, documents: DocumentService, exports: ExportService, version_id: int, parent: QWidget
) -> None:
    """Ask for look and place, write the file, note it; nothing happens when the person changes their mind."""
    saved = await desk.run(documents.saved, version_id)

    async def keep(style: ResumeStyle) -> None:
        before = await desk.run(documents.restyle, version_id, style)
        desk.undo.push(
            f"Look of {saved.title}",
            lambda: desk.run(documents.restyle, version_id, before),
            lambda: desk.run(documents.restyle, version_id, style),
        )

    stem = file_stem(saved.title)
    if await ExportDialog(desk, exports, saved.data, stem, parent, style=saved.style, keep=keep).run():
        await desk.run(documents.note_export, version_id)
