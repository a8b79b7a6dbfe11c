"""The quiet bar at the foot of the page while résumés are selected: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Bar,
    Button,
    IconButton,
    Space,
    Text,
    Weight,
    current_theme,
    row,
)

_HEIGHT = 52


class SelectionBar(QWidget):
    """Signals say what the person wants; ``show_progress`` takes the place of the buttons while files are written."""

    tag_wanted = Signal()
    export_wanted = Signal()
    delete_wanted = Signal()
    all_wanted = Signal()
    none_wanted = Signal()
    stop_wanted = Signal()
    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._busy = False
        self._words = Text("", weight=Weight.MEDIUM)
        self._all = Button("Select all", "ghost", tip="Ctrl+A")
        self._tag = Button("Tags…", icon="tag")
        self._export = Button("Export…", icon="export", tip="As PDF or Word documents, into a folder")
        self._delete = Button("Delete", icon="trash")
        self._none = IconButton("x", "Clear the selection")
        self._bar = Bar(None, name="Export")
        self._bar.setFixedWidth(180)
        self._stop = Button("Stop", "ghost")
        ways = (
            (self._all, self.all_wanted),
            (self._tag, self.tag_wanted),
            (self._export, self.export_wanted),
            (self._delete, self.delete_wanted),
            (self._none, self.none_wanted),
            (self._stop, self.stop_wanted),
        )
        for button, wanted in ways:
            button.clicked.connect(wanted)
        line = row(self._words, self._all, self._bar, self._stop, STRETCH, self._tag, self._export, self._delete,
                   self._none, spacing=Space.S, margins=(Space.XL, 0, Space.XL, 0))  # fmt: skip
        self.setLayout(line)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName("Selected résumés")
        self._arrange()
        self.hide()

    @property
    def export_button(self) -> QWidget:
        """Where the choice of a format opens."""
        return self._export

    def show_count(self, count: int, of: int = 0) -> None:
        """How many are selected ``of`` those that are shown; nothing selected hides the bar."""
        self._all.setEnabled(count != of)
        if not self._busy:
            self._words.setText(f"{counted(count)} selected")
            self.setVisible(count > 0)

    def show_progress(self, done: int, total: int, title: str) -> None:
        """Files are being written: which one, and how far."""
        self._busy = True
        self._words.setText(f"Exporting {min(done + 1, total)} of {total}: {title}")
        self._bar.set_value(done / total if total else None)
        self._arrange()
        self.show()

    def end_progress(self) -> None:
        """The files are written, or it was stopped: say again how many are selected."""
        self._busy = False
        self._arrange()
        self.over.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))

    def _arrange(self) -> None:
        for shown_while_busy in (self._bar, self._stop):
            shown_while_busy.setVisible(self._busy)
        for hidden_meanwhile in (self._all, self._tag, self._export, self._delete, self._none):
            hidden_meanwhile.setHidden(self._busy)
