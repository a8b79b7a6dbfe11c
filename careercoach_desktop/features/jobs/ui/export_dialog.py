"""Handing jobs to other programs: which kind of file, where to, and where it is now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.uikit import Desk, Dialog, SegmentedControl, Size, Text

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

EXPORT = "export"
_KINDS = {
    "csv": (
        "Table (CSV)",
        "One row for each job, for Excel, LibreOffice, Numbers or Google Sheets. Nothing in it can run as a formula.",
    ),
    "json": (
        "Everything (JSON)",
        "With history, applications, people and the posting’s text. Career Coach imports it again without a loss.",
    ),
}


async def export_jobs(desk: Desk, service: JobService, job_ids: Sequence[int] | None = None) -> None:
    """Ask for the kind of file and the place, and write these jobs there; None exports all, archived ones included."""
    dialog = ExportDialog(desk.window, None if job_ids is None else len(job_ids))
    if await dialog.answer() != EXPORT:
        return
    kind = dialog.kind
    today = today_here().isoformat()
    filters = (f"{tr(_KINDS[kind][0])} (*.{kind})",)
    path = await desk.choose_save(tr("Export jobs"), f"jobs-{today}.{kind}", filters)
    if path is None:
        return
    content = await desk.work(service.export_jobs, None if job_ids is None else list(job_ids), kind)
    await desk.work(write_whole, path, content)
    desk.toast(
        tr("Exported to “{0}”.").format(path.name),
        tone="good",
        action=tr("Show file"),
        on_action=lambda: desk.reveal(path),
    )


class ExportDialog(Dialog):
    """Answers ``EXPORT`` (then ``kind``) or an empty string. ``count``: how many jobs; None for all."""

    def __init__(self, parent: QWidget | None, count: int | None) -> None:
        super().__init__(tr("Export all jobs") if count is None else tr("Export {0}").format(count_word(count)), parent)
        choices = [(key, tr(words)) for key, (words, _) in _KINDS.items()]
        self._kind = SegmentedControl(choices, tr("Kind of file"), "csv")
        self._says = Text("", size=Size.SMALL, tone="second", wrap=True)
        self._kind.changed.connect(lambda _key: self._explain())
        self.body.addWidget(self._kind)
        self.body.addWidget(self._says)
        self.add_button(tr("Cancel"), "")
        self.add_button(tr("Export…"), EXPORT, "primary")
        self._explain()

    @property
    def kind(self) -> str:
        return self._kind.value()

    def choose(self, kind: str) -> None:
        """``csv`` or ``json``."""
        self._kind.set_value(kind)
        self._explain()

    def _explain(self) -> None:
        self._says.setText(tr(_KINDS[self.kind][1]))
        self.fit_soon()
