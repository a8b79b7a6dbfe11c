"""The person's data: where it is, copies of it, going back to one, and taking everything out for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.model import BackedUp, TakenOut
from careercoach_desktop.features.settings.ui.backing_up import FILTERS, back_up_to_file
from careercoach_desktop.features.settings.ui.page_parts import small, stacked, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Bar,
    Button,
    Card,
    Desk,
    Size,
    Text,
    column,
    holder,
    moment_words,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import BackupService, DataDoor, TakeoutService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

_ZIPS = ("Zip archive (*.zip)",)


class DataSection(QWidget):
    def __init__(
        self, desk: Desk, backups: BackupService, door: DataDoor, takeout: TakeoutService, queue: TaskQueue
    ) -> None:
        super().__init__()
        self._desk = desk
        self._backups = backups
        self._door = door
        self._takeout = takeout
        self._queue = queue
        self._task: int | None = None
        self._last = Text("", size=Size.SMALL, tone="third")
        cards = (self._folder(), self._copies(), self._export())
        self.setLayout(column(stacked(*cards, name=tr("Data")), spacing=0))
        desk.on(BackedUp, lambda _event: self._show_last(), owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(TakenOut, self._on_taken_out, owner=self)
        desk.start(self._show_last(), owner=self)

    def _folder(self) -> Card:
        card = Card(tr("Where it is"))
        folder = Text(str(self._door.folder), size=Size.SMALL, tone="second", selectable=True, elide=True)
        show = Button(tr("Show folder"), compact=True)
        show.clicked.connect(lambda: self._desk.reveal(self._door.folder))
        place = row(folder, show)
        place.setStretch(0, 1)
        card.add(
            holder(place),
            small(tr("Everything is in this one folder on this computer: résumés, jobs, documents, original files.")),
        )
        return card

    def _copies(self) -> Card:
        card = Card(tr("Backup"))
        back_up = Button(tr("Back up to a file…"), icon="download-simple")
        back_up.clicked.connect(lambda: self._desk.start(self._back_up(), owner=self))
        restore = Button(tr("Restore a backup…"), icon="arrow-counter-clockwise")
        restore.clicked.connect(lambda: self._desk.start(self._restore(), owner=self))
        card.add(
            small(
                tr(
                    "One file that holds everything, exactly as it is. A copy is also made beside the data every day. "
                    "Restoring unpacks a backup into an empty folder; what you have now stays where it is."
                ),
                "second",
            ),
            holder(row(back_up, restore, STRETCH, self._last)),
        )
        return card

    def _export(self) -> Card:
        card = Card(tr("Export for other programs"))
        self.export = Button(tr("Export everything…"), icon="export")
        self.export.clicked.connect(lambda: self._desk.start(self._take_out(), owner=self))
        self._bar = Bar(None, name=tr("Progress of the export"))
        self._note = Text("", size=Size.SMALL, tone="third")
        self._cancel = Button(tr("Cancel"), compact=True, name=tr("Cancel the export"))
        self._cancel.clicked.connect(self._stop)
        self._running = holder(row(self._bar, self._note, self._cancel))
        self._running.hide()
        card.add(
            small(
                tr(
                    "One zip of open formats: résumés as JSON Resume with their original files, jobs as a table and as "
                    "JSON with their descriptions and kept pages, documents, timeline, calls to Claude. Your key is "
                    "not in it."
                ),
                "second",
            ),
            holder(row(self.export, STRETCH)),
            self._running,
        )
        return card

    # Backups --------------------------------------------------------------------------------------------------

    async def _show_last(self) -> None:
        last = await self._desk.run(self._backups.last)
        self._last.setText(tr("Last backup {when}").format(when=moment_words(last)) if last else tr("No backup yet"))

    async def _back_up(self) -> None:
        await back_up_to_file(self._desk, self._backups)

    async def _restore(self) -> None:
        files = await self._desk.choose_files(tr("Choose a backup"), FILTERS)
        if not files:
            return
        folder = await self._desk.choose_folder(tr("Choose an empty folder to restore into"))
        if folder is None:
            return
        await self._desk.work(self._backups.restore_into, files[0], folder)
        if await self._ask_to_open(folder):
            self._door.open(folder)

    async def _ask_to_open(self, folder: Path) -> bool:
        return await self._desk.ask(
            tr("The backup is restored"),
            tr("It is complete and stands in “{folder}”. What you have open now stays where it is.").format(
                folder=folder
            ),
            confirm=tr("Open it now"),
            cancel=tr("Later"),
        )

    def _say_where(self, target: Path) -> None:
        self._desk.toast(
            tr("Everything is in {name}.").format(name=target.name),
            action=tr("Show"),
            on_action=lambda: self._desk.reveal(target),
            tone="good",
        )

    # The export -----------------------------------------------------------------------------------------------

    async def _take_out(self) -> None:
        name = self._takeout.suggested_name(today_here())
        target = await self._desk.choose_save(tr("Export everything to one file"), name, _ZIPS)
        if target is None:
            return
        self.export.setEnabled(False)
        try:
            self._task = await self._desk.run(self._takeout.start, target)
            task = await self._desk.run(self._queue.get, self._task)
        except BaseException:
            self.export.setEnabled(True)
            raise
        if task is not None:  # it may have ended before we knew its number
            self._show_task(task)

    def _on_task(self, event: TaskChanged) -> None:
        if event.task.id == self._task:
            self._show_task(event.task)

    def _show_task(self, task: Task) -> None:
        self._running.setVisible(not task.state.is_over)
        self.export.setEnabled(task.state.is_over)
        self._cancel.setEnabled(not task.cancelling)
        self._bar.set_value(task.progress)
        self._note.setText(tr("Stopping…") if task.cancelling else tr(task.note) if task.note else "")

    def _on_taken_out(self, event: TakenOut) -> None:
        self._say_where(event.path)

    def _stop(self) -> None:
        if self._task is not None:
            self._desk.start(self._desk.run(self._queue.cancel, self._task), owner=self)
