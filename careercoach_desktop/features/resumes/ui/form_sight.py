"""Keeps what a person was sent to in sight while the form around it still grows, until they scroll by themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.uikit import Scroll

_ABOVE_AND_BELOW = 96
"""Pixels of what stands around a value that should be seen, too."""


class KeptInSight(QObject):
    """``content`` is the layout inside ``scroll``; call ``settled`` when its height has changed."""

    def __init__(self, scroll: Scroll, content: QLayout) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._content = content
        self._path = ""
        scroll.verticalScrollBar().actionTriggered.connect(self._let_go)

    def go_to(self, widget: QWidget, path: str) -> None:
        """Bring the field of ``path``, which has the keyboard, into view, and keep it there."""
        self._scroll.ensureWidgetVisible(widget, 0, _ABOVE_AND_BELOW)
        QTimer.singleShot(0, self, self._follow)  # what was moved stands at its new place only then
        # What was built a moment ago gets its place only as the layouts settle: follow it until the person moves.
        self._path = path

    def reveal(self, widget: QWidget) -> None:
        """Show what was moved, once it stands at its new place."""
        self._path = ""
        self._content.activate()
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, _ABOVE_AND_BELOW))

    def settled(self, *, is_growing: bool) -> None:
        """The content has another height; ``is_growing`` when more of it is still to come."""
        if is_growing:
            self._follow()
        else:
            QTimer.singleShot(0, self, self._follow)

    def _let_go(self, _action: int) -> None:
        """The person scrolls by themselves now."""
        self._path = ""

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        if self._path and focused is not None and path_of(focused) == self._path:
            self._scroll.ensureWidgetVisible(focused, 0, _ABOVE_AND_BELOW)
