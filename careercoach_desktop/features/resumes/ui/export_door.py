"""Leads to the export of a résumé: the dialog with its data and look, and the look that was chosen kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.ui.export_dialog import ExportDialog
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService


async def export_resume(
    desk: Desk, resumes: ResumeService, exports: ExportService, resume_id: int, owner: QWidget
) -> None:
    """Choose a format and a look, see it, save it. UserError ``resume-gone`` when it is no longer there."""
    resume = await desk.run(resumes.resume, resume_id)

    async def keep(style: ResumeStyle) -> None:
        before = await desk.run(resumes.restyle, resume_id, style)
        desk.undo.push(
            f"changed the look of “{resume.title}”",
            lambda: desk.run(resumes.restyle, resume_id, before),
            lambda: desk.run(resumes.restyle, resume_id, style),
            scope=("resume", resume_id),
        )

    await ExportDialog(desk, exports, resume.data, parent=owner, style=resume.style, keep=keep).run()
