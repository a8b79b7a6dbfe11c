"""When the data can't be opened: what happened, what is safe, and what can be done, instead of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import STRETCH, Banner, Button, Heading, Text, row

_WIDTH = 560


class RecoveryPage(QWidget):
    """``backup_chosen`` carries the path of the backup to go back to."""

    backup_chosen = Signal(object)
    empty_requested = Signal()
    folder_requested = Signal()
    retry_requested = Signal()

    def __init__(self, problem: UserError, folder: Path, backups: Sequence[tuple[Path, str]], *, damaged: bool) -> None:
        """``backups``: newest first, each with a date in words. ``damaged``: starting empty is a way out, too."""
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Heading("Your data could not be opened", level=1))
        column.addWidget(Banner(problem.message, "warn"))
        if problem.next_step:
            column.addWidget(Text(problem.next_step, wrap=True))
        column.addWidget(Text(f"Nothing was changed. Your data is in {folder}", size=12, tone="third", wrap=True))
        column.addSpacing(8)
        buttons: list[QWidget] = []
        if backups:
            newest, when = backups[0]
            restore = Button(f"Go back to the backup of {when}", "primary")
            restore.clicked.connect(lambda: self.backup_chosen.emit(newest))
            buttons.append(restore)
        retry = Button("Try again")
        retry.clicked.connect(self.retry_requested)
        other = Button("Open another folder…")
        other.clicked.connect(self.folder_requested)
        if damaged:
            empty = Button("Start empty", tip="The damaged file is kept beside the new one")
            empty.clicked.connect(self.empty_requested)
            buttons.append(empty)
        column.addLayout(row(*buttons, retry, other, STRETCH, spacing=8))
        column.addStretch(3)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        outer = QHBoxLayout(self)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
