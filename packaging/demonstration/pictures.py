"""Pictures of every screen, finished and in both looks; what is behind them is the sample data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui.page import JobsPage
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.tailoring.model import TailoringReady
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.uikit import SegmentedControl
from demonstration.stage import Stage

COMPANY = "Northwind"
"""The sample job whose drawer is shown."""
PANELS = ("overview", "match", "tailor", "contacts", "timeline", "notes")
LAYOUTS = ("table", "timeline", "board")
PAGE_WIDTH = 1240


async def welcome(stage: Stage, target: Path) -> str:
    """Open the empty folder and picture the first screen."""
    await stage.open()
    stage.page(WelcomePage)
    await stage.picture("welcome", target)
    return "the welcome screen asks for a résumé"


async def every_screen(stage: Stage, target: Path) -> str:
    """All pages with the sample person and her thirty jobs."""
    await stage.open_sample()
    await stage.show("jobs")
    await _the_layouts(stage, target)
    await _what_is_due(stage, target)
    job_id = next(card.id for card in await stage.desk.run(stage.get(JobService).cards) if card.company == COMPANY)
    tailoring_id = await _tailored(stage, job_id)
    await _the_drawer(stage, job_id, target)
    await stage.show("tailoring.review", tailoring_id)
    await stage.picture("review", target)
    await _the_export(stage, tailoring_id, target)
    resume = await stage.desk.run(stage.get(ResumeService).primary)
    if resume is None:
        raise LookupError("the sample data has no primary résumé")
    others = (("jobs.people", None), ("resumes", None), ("resumes.check", resume.id), ("documents", None))
    for page, record in (*others, ("settings", None)):
        await stage.show(page, record)
        await stage.picture(page.rpartition(".")[2], target)
    return f"{len(list(target.glob('*.png')))} files"


async def _the_layouts(stage: Stage, target: Path) -> None:
    """The same jobs in each of the three ways; the board stays."""
    switch = stage.find(SegmentedControl, lambda control: control.accessibleName() == "Layout")
    for layout in LAYOUTS:
        switch.set_value(layout.upper())
        switch.changed.emit(layout.upper())
        await stage.settled()
        await stage.picture(layout, target)


async def _what_is_due(stage: Stage, target: Path) -> None:
    stage.find(QAbstractButton, lambda button: button.accessibleName().endswith("due")).click()
    await stage.settled()
    dialog = stage.dialog()
    await stage.picture("due", target, dialog)
    dialog.reject()
    await stage.settled()


async def _tailored(stage: Stage, job_id: int) -> int:
    async with stage.hearing(TailoringReady) as ready:
        await stage.desk.run(stage.get(TailoringService).start, job_id)
        tailoring_id = (await ready).tailoring_id
    await stage.settled()
    return tailoring_id


async def _the_drawer(stage: Stage, job_id: int, target: Path) -> None:
    await stage.show("jobs", job_id)
    for panel in PANELS:
        stage.page(JobsPage).details.show_panel(panel)
        await stage.picture(f"job-{panel}", target)


async def _the_export(stage: Stage, tailoring_id: int, target: Path) -> None:
    """The dialog over the review, and the first page of the file itself."""
    stage.find(QAbstractButton, lambda button: button.text() == "Export").click()
    await stage.settled()
    dialog = stage.dialog()
    await stage.picture("export", target, dialog)
    dialog.reject()
    await stage.settled()
    version = await stage.desk.run(stage.get(TailoringService).save_as_document, tailoring_id)
    saved = await stage.desk.run(stage.get(DocumentService).saved, version.id)
    exports = stage.get(ExportService)
    for template in exports.templates():
        style = ResumeStyle(template=template.name)
        preview = await stage.desk.work(exports.preview, saved.data, style, PAGE_WIDTH)
        (target / f"page-{template.name}.png").write_bytes(preview.pages[0].png)
