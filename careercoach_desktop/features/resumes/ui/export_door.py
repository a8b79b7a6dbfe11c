"""Leads to the export of a résumé: the dialog with its data and look, and the look that was chosen kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.editing import SetValue, inverse
from careercoach_desktop.features.resumes.model import Resume, ResumeStyle
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
        await restyle(desk, resumes, resume, style)

    async def speak(language: str) -> None:
        await _speak(desk, resumes, resume, language)

    dialog = ExportDialog(desk, exports, resume.data, parent=owner, style=resume.style, keep=keep, speak=speak)
    await dialog.run()


async def restyle(desk: Desk, resumes: ResumeService, resume: Resume, style: ResumeStyle) -> None:
    """Keep another look of a résumé, with undo."""
    before = await desk.run(resumes.restyle, resume.id, style)
    desk.undo.push(
        f"changed the look of “{resume.title}”",
        lambda: desk.run(resumes.restyle, resume.id, before),
        lambda: desk.run(resumes.restyle, resume.id, style),
        scope=("resume", resume.id),
    )


async def _speak(desk: Desk, resumes: ResumeService, resume: Resume, language: str) -> None:
    """Keep another language of a résumé's headings and dates, with undo."""
    edit = SetValue("language", resume.data.language, language)
    await desk.run(resumes.edit, resume.id, [edit])
    desk.undo.push(
        f"changed the language of “{resume.title}”",
        lambda: desk.run(resumes.edit, resume.id, [inverse(edit)]),
        lambda: desk.run(resumes.edit, resume.id, [edit]),
        scope=("resume", resume.id),
    )
