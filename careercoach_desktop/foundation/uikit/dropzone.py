"""A dashed area that takes files: dropped, or chosen with its button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.layouts import STRETCH, column
from careercoach_desktop.foundation.uikit.notices import IconView, hide_without_words
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Space, Weight


def dropped_files(data: QMimeData, suffixes: Sequence[str] = ()) -> list[Path]:
    """The local files in a drag, of these suffixes (``".pdf"``; none means any)."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if not suffixes or file.suffix.lower() in suffixes]


class DropZone(QWidget):
    """``dropped`` brings the files, ``browse_requested`` comes from its button."""

    accessible_role = QAccessible.Role.Grouping

    dropped = Signal(list)
    browse_requested = Signal()

    def __init__(
        self,
        text: str,
        *,
        hint: str = "",
        button: str = "",
        suffixes: Sequence[str] = (),
        icon: str = "file-arrow-down",
    ) -> None:
        super().__init__()
        self._suffixes = tuple(suffix.lower() for suffix in suffixes)
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = column(spacing=Space.S)
        words.addWidget(IconView(icon, "accent", size=32), 0, middle)
        words.addWidget(Text(text, size=Size.LARGE, weight=Weight.MEDIUM), 0, middle)
        if hint:
            words.addWidget(Text(hint, size=Size.SMALL, tone="third"), 0, middle)
        self.button = Button(button)
        hide_without_words(self.button)
        self.button.clicked.connect(self.browse_requested)
        words.addSpacing(Space.XS)
        words.addWidget(self.button, 0, middle)
        self.setLayout(column(STRETCH, words, STRETCH, margins=Space.XXL))
        self.setMinimumHeight(180)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), self._suffixes):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        files = dropped_files(event.mimeData(), self._suffixes)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if self._over else "line_strong"), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color("soft" if self._over else "surface"))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, Radius.PANEL, Radius.PANEL)

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()
