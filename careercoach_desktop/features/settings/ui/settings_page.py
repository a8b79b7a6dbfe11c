"""Settings: who you are and what you look for, the look, your data, and what this program is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop import __version__
from careercoach_desktop.features.settings.model import BackedUp
from careercoach_desktop.features.settings.ui.backing_up import FILTERS, back_up_to_file
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Card,
    Desk,
    PageHeader,
    Scroll,
    SegmentedControl,
    Text,
    current_theme,
    moment_words,
    remember,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import BackupService, DataDoor

_WIDTH = 680


class SettingsPage(QWidget):
    """``profile`` is the profile feature's own panel."""

    def __init__(self, desk: Desk, backups: BackupService, door: DataDoor, profile: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._backups = backups
        self._door = door
        self._last = Text("", size=12, tone="third")
        column = QVBoxLayout()
        column.setSpacing(16)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (profile, self._appearance(), self._data(), self._about()):
            column.addWidget(part)
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        content = QWidget()
        inner = QHBoxLayout(content)
        inner.setContentsMargins(20, 4, 20, 24)
        inner.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageHeader("Settings"))
        layout.addWidget(Scroll(content, name="Settings"), 1)
        desk.on(BackedUp, lambda _event: self._desk.start(self._show_last(), owner=self), owner=self)
        desk.start(self._show_last(), owner=self)

    def _appearance(self) -> Card:
        card = Card("Appearance")
        theme = current_theme()
        look = SegmentedControl(
            [("system", "Follow the system"), ("light", "Light"), ("dark", "Dark")], "Look", value=theme.choice
        )
        look.changed.connect(self._choose_look)
        card.add(row(Text("Look", tone="second"), STRETCH, look))
        return card

    def _data(self) -> Card:
        card = Card("Your data")
        folder = Text(str(self._door.folder), size=12, tone="second", selectable=True, elide=True)
        show = Button("Show folder", compact=True)
        show.clicked.connect(lambda: self._desk.reveal(self._door.folder))
        card.add(row(folder, STRETCH, show))
        card.add(
            Text(
                "Everything is in this one folder on this computer: résumés, jobs, documents and the original files.",
                size=12,
                tone="third",
                wrap=True,
            )
        )
        back_up = Button("Back up to a file …", icon="download-simple")
        back_up.clicked.connect(lambda: self._desk.start(self._back_up(), owner=self))
        restore = Button("Restore a backup …", icon="arrow-counter-clockwise")
        restore.clicked.connect(lambda: self._desk.start(self._restore(), owner=self))
        card.add(row(back_up, restore, STRETCH, self._last, spacing=8))
        return card

    def _about(self) -> Card:
        card = Card("About")
        card.add(Text(f"Career Coach {__version__}", weight=500))
        card.add(
            Text(
                "Works offline. No account, no server of ours, no statistics. Something is fetched only when you add "
                "a job by its link, and then only that page.",
                tone="second",
                wrap=True,
            )
        )
        card.add(
            Text("MIT licence. Typeface: Inter, SIL Open Font License. Icons: Phosphor, MIT.", size=12, tone="third")
        )
        return card

    def _choose_look(self, choice: str) -> None:
        current_theme().choose(choice)
        remember("appearance.theme", choice)

    async def _show_last(self) -> None:
        last = await self._desk.run(self._backups.last)
        self._last.setText(f"last backup {moment_words(last)}" if last else "no backup yet")

    async def _back_up(self) -> None:
        await back_up_to_file(self._desk, self._backups)

    async def _restore(self) -> None:
        files = await self._desk.choose_files("Choose a backup", FILTERS)
        if not files:
            return
        folder = await self._desk.choose_folder("Choose an empty folder to restore into")
        if folder is None:
            return
        await self._desk.work(self._backups.restore_into, files[0], folder)
        if await self._ask_to_open(folder):
            self._door.open(folder)

    async def _ask_to_open(self, folder: Path) -> bool:
        return await self._desk.ask(
            "The backup is restored",
            f"It is complete and stands in “{folder}”. What you have open now stays where it is.",
            confirm="Open it now",
            cancel="Later",
        )
