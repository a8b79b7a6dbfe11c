"""What became of many: said in passing when it is over, with undo for all of it and a list of what was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import ImportReport, NotTaken
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import Desk, Dialog, Heading, Rows, Scroll, Size, Text, column, holder

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service.importing import ImportService

TASK_KIND = "jobs.import"
_LIST_HEIGHT = 340
_MOST_LISTED = 200


class ImportNotices(QObject):
    """Listens for imports that end."""

    def __init__(self, desk: Desk, imports: ImportService, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._imports = imports
        self._told: set[int] = set()
        desk.on(TaskChanged, self._on_task, owner=self)

    def _on_task(self, event: TaskChanged) -> None:
        task = event.task
        if task.kind != TASK_KIND:
            return
        if not task.state.is_over:
            self._told.discard(task.id)  # it runs, perhaps once more
        elif task.id not in self._told:
            self._told.add(task.id)
            import_id = int(str(task.payload["import_id"]))
            self._desk.start(self._tell(import_id, stopped=task.state is not TaskState.SUCCEEDED), owner=self)

    async def _tell(self, import_id: int, *, stopped: bool) -> None:
        report = await self._desk.run(self._imports.report, import_id)
        taken = report.model_copy(update={"refused": []})  # the others are told below, with the way to the reasons
        if report.added:

            async def undo() -> None:
                await self._desk.run(self._imports.take_back, import_id)

            async def redo() -> None:
                await self._desk.run(self._imports.take_back, import_id, back=False)

            change = self._desk.undo.push(tr("Import {0}").format(count_word(len(report.added))), undo, redo)
            self._desk.offer_undo(summary(taken, stopped=stopped), change, action=tr("Undo"))
        elif not stopped:
            self._desk.toast(summary(taken))
        tell_of_refused(self._desk, report)


def tell_of_refused(desk: Desk, report: ImportReport, words: str = "") -> None:
    """Offer the list of what was not taken, where there is something to say of it. ``words`` instead of only that."""
    if not report.refused:
        if words:
            desk.toast(words)
        return
    number = QLocale().toString(len(report.refused))
    only = tr("1 could not be read.") if len(report.refused) == 1 else tr("{0} could not be read.").format(number)

    async def show() -> None:
        await ResultsDialog(desk.window, report).answer()

    desk.toast(words or only, action=tr("Show why"), on_action=show, tone="warn")


def summary(report: ImportReport, *, stopped: bool = False) -> str:
    """``18 added · 3 you had already · 2 could not be read``."""
    number = QLocale().toString
    parts = [tr("{0} added").format(count_word(len(report.added))) if report.added else tr("Nothing new")]
    if report.known:
        parts.append(tr("{0} you had already").format(number(len(report.known))))
    if report.refused:
        parts.append(tr("{0} could not be read").format(number(len(report.refused))))
    words = " · ".join(parts)
    return tr("Stopped: {0}").format(words) if stopped else words


class ResultsDialog(Dialog):
    """Why each of these was not taken."""

    def __init__(self, parent: QWidget | None, report: ImportReport) -> None:
        super().__init__(tr("What was not added"), parent, width=560)
        self.body.addWidget(Text(summary(report), size=Size.SMALL, tone="second", wrap=True))
        content = column(spacing=12, margins=(0, 0, 12, 0))
        for title, held in ((tr("Could not be read"), report.refused), (tr("You had already"), report.known)):
            if held:
                content.addWidget(Heading(title, 3))
                content.addWidget(_list(title, held))
        content.addStretch(1)
        scroll = Scroll(content, tr("Results"))
        scroll.setFixedHeight(min(_LIST_HEIGHT, 60 + 58 * (len(report.refused) + len(report.known))))
        self.body.addWidget(scroll)
        self.add_button(tr("Close"), "", "primary").setFocus()


def _list(name: str, held: list[NotTaken]) -> Rows:
    rows = Rows(name)
    for one in held[:_MOST_LISTED]:
        where = tr("Row {0}: ").format(one.line) if one.line else ""
        what = Text(f"{where}{one.what}" if one.what else where.rstrip(": "), size=Size.SMALL, elide=True)
        rows.add(holder(column(what, Text(one.why, size=Size.SMALL, tone="third", wrap=True), spacing=2)))
    if len(held) > _MOST_LISTED:
        more = tr("and {0} more").format(QLocale().toString(len(held) - _MOST_LISTED))
        rows.add(Text(more, size=Size.SMALL, tone="third"))
    return rows
