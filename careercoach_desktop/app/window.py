"""The frame: sidebar, the page in front, the activity strip. It knows pages by name and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from careercoach_desktop.app.keys import FRAME, page_keys
from careercoach_desktop.foundation.feature import Page
from careercoach_desktop.foundation.uikit import ActivityStrip, Banner, Heading, SidebarNav, recall, remember

_MINIMUM = (960, 620)
_FIRST_SIZE = (1440, 900)
_FRAME = QSize(16, 48)
"""Room for the window's own frame and title bar, which Qt does not know before the window is shown."""


class MainWindow(QWidget):
    """Asks to be closed through ``close_requested``; the application closes it when everything is safe."""

    close_requested = Signal()
    page_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    search_requested = Signal()
    palette_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self.setWindowTitle("Career Coach")
        self.setMinimumSize(*_MINIMUM)
        self._may_close = False
        self.asked_for = ""
        """The page last asked for; the application reads it once, for clicks that came before it was there."""
        self._pages = {page.name: page for page in pages}
        self.sidebar = SidebarNav()
        self.strip = ActivityStrip()
        self.sample_banner = Banner("", "accent", icon="compass", action="Use my own")
        self.sample_banner.setFixedHeight(36)
        self.sample_banner.hide()
        self._stack = QStackedWidget()
        self._shown: dict[str, QWidget] = {}
        self._lay_out()
        for page in pages:
            if page.in_sidebar:
                self.sidebar.add(page.name, page.title, page.icon, below=page.below)
        self.sidebar.chosen.connect(self._ask_for)
        self.sidebar.set_collapsed(recall("sidebar.collapsed", default=False))
        self.sidebar.collapsed_changed.connect(lambda on: remember("sidebar.collapsed", on))
        self._bind_keys()
        self._restore_place()

    def show_opening(self, name: str) -> None:
        """Before any page exists: the page's title, so that the first paint already is the application."""
        opening = QWidget()
        layout = QVBoxLayout(opening)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(Heading(self._pages[name].title, level=1))
        layout.addStretch(1)
        self._put("", opening)
        self.sidebar.set_current(name)

    def show_page(self, name: str, widget: QWidget) -> None:
        """Bring a page to the front; it is added on first use."""
        self.sidebar.show()
        self._put(name, widget)
        page = self._pages.get(name)
        if page is not None:
            self.sidebar.set_current(page.name if page.in_sidebar else page.under)

    def show_alone(self, widget: QWidget) -> None:
        """A screen that comes before the pages (welcome, recovery), without the sidebar."""
        self._put("", widget)
        self.sidebar.hide()

    def hide_page(self) -> None:
        """Put the page in front away (it saves what was typed last); the frame stays."""
        self._put("", QWidget())

    def drop_pages(self) -> None:
        """Forget every page: another workspace is being opened."""
        for widget in self._shown.values():
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._shown.clear()

    def current_page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def close_for_good(self) -> None:
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        remember("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()

    def _ask_for(self, page: str) -> None:
        self.asked_for = page
        self.page_requested.emit(page)

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(0)
        banner = QHBoxLayout()
        banner.setContentsMargins(20, 8, 20, 0)
        banner.addWidget(self.sample_banner)
        content.addLayout(banner)
        content.addWidget(self._stack, 1)
        content.addWidget(self.strip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(content, 1)

    def _put(self, name: str, widget: QWidget) -> None:
        old = self._shown.get(name)
        if old is not widget:
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
            self._shown[name] = widget
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _bind_keys(self) -> None:
        for keys, name in page_keys(self._pages.values()).items():
            self.bind(keys, partial(self._ask_for, name))
        for key in FRAME:
            for keys in key.keys:
                self.bind(keys, partial(self.ask, key.name))

    def ask(self, name: str) -> None:
        """Ask for what the frame does itself, by the name of its key (``"undo"``). Raises KeyError for another one."""
        asked = {
            "palette": self.palette_requested,
            "search": self.search_requested,
            "undo": self.undo_requested,
            "redo": self.redo_requested,
            "shortcuts": self.shortcuts_requested,
            "close": self.close_requested,
        }
        asked[name].emit()

    def bind(self, keys: str, run: Callable[[], object]) -> None:
        """Call ``run`` when ``keys`` are pressed anywhere in the window."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(run)

    def _restore_place(self) -> None:
        kept = recall("window.geometry", "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        else:
            available = self.screen().availableSize() - _FRAME
            self.resize(min(_FIRST_SIZE[0], available.width()), min(_FIRST_SIZE[1], available.height()))
