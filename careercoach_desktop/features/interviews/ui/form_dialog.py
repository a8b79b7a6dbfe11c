"""A dialog with a form that may be taller than the screen, and that Escape does not close on what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Banner, Dialog, Scroll, Size, Space, Text, column

_AROUND = 210
"""Pixels of a dialog and a screen that its form can't have: title, buttons, edges, the system's own bars."""


class FormDialog(Dialog):
    """Fill ``grid`` with ``line``; ``is_changed`` says whether there is something to lose. The first Escape then only
    warns (with the words of ``warning``), the second leaves; so does “Cancel”, which nobody presses by accident."""

    def __init__(self, title: str, parent: QWidget | None, *, width: int, warning: str = "") -> None:
        super().__init__(title, parent, width=width)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 2, Space.S, 2)
        self.grid.setHorizontalSpacing(Space.M)
        self.grid.setVerticalSpacing(10)
        self.grid.setColumnStretch(1, 1)
        self._form = column(self.grid, spacing=0)
        self._scroll = Scroll(self._form, title)
        words = warning or tr("Not saved yet. Escape once more leaves without saving.")
        self._warning = Banner(words, "warn")
        self._warning.hide()
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._warning)

    def is_changed(self) -> bool:
        raise NotImplementedError

    def line(self, name: str, widget: QWidget, *, top: bool = False) -> Text:
        """A row of the form; ``top`` puts its name beside the first line of something tall."""
        at = self.grid.rowCount()
        label = Text(name, size=Size.SMALL, tone="second")
        place = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        if top:
            label.setContentsMargins(0, 8, 0, 0)
        self.grid.addWidget(label, at, 0, place)
        self.grid.addWidget(widget, at, 1)
        return label

    def across(self, widget: QWidget) -> None:
        """A row that takes the whole width."""
        self.grid.addWidget(widget, self.grid.rowCount(), 0, 1, 2)

    def below(self, widget: QWidget) -> None:
        """A row without a name, under the values."""
        self.grid.addWidget(widget, self.grid.rowCount(), 1)

    def fit(self) -> None:
        most = max(240, self.screen().availableGeometry().height() - _AROUND)
        self._scroll.take_height(self.width() - 2 * Space.XXL, most)
        self._whole.activate()  # the layouts inside it hold on to the height from before
        super().fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._holds_back():
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._answer and self._holds_back():
            event.ignore()
            return
        super().closeEvent(event)

    def _holds_back(self) -> bool:
        if self._warning.isVisible() or not self.is_changed():
            return False
        self._warning.show()
        self.fit_soon()
        return True
