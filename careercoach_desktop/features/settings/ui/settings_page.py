"""Settings: a list of sections at the left, the chosen one beside it; each is built when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careercoach_desktop.features.settings.ui.page_parts import tr
from careercoach_desktop.foundation.uikit import PageHeader, Space, column, holder, row
from careercoach_desktop.foundation.uikit.sidebar import NavEntry

_LIST_WIDTH = 176


@dataclass(frozen=True)
class Section:
    """One entry of the list. ``build`` makes its content, on the first visit."""

    key: str
    title: str
    icon: str
    build: Callable[[], QWidget]


class SettingsPage(QWidget):
    """``open_section`` knows the sections' keys."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = {section.key: section for section in sections}
        self._built: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._list = SectionList(sections)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.chose = self.open_section
        body = row(self._list, self._stack, spacing=Space.L, margins=(Space.M, 0, 0, 0))
        body.setStretch(1, 1)
        whole = column(PageHeader(tr("Settings")), holder(body), spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.section = ""
        self.open_section(sections[0].key)

    def open_section(self, key: str) -> None:
        """Bring a section to the front; one that is not there is passed over."""
        if key not in self._sections:
            return
        if key not in self._built:
            self._built[key] = self._sections[key].build()
            self._stack.addWidget(self._built[key])
        self.section = key
        self._list.light(key)
        self._stack.setCurrentWidget(self._built[key])

    def shown(self) -> QWidget:
        """The section in front."""
        return self._built[self.section]


class SectionList(QWidget):
    """The sections by name; the arrow keys go through them."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections of the settings"))
        self.chose: Callable[[str], object] = lambda _key: None
        self._entries: dict[str, NavEntry] = {}
        listed: QVBoxLayout = column(spacing=2)
        for section in sections:
            entry = NavEntry(section.key, section.title, section.icon)
            entry.clicked.connect(lambda _checked=False, key=section.key: self.chose(key))
            entry.installEventFilter(self)
            self._entries[section.key] = entry
            listed.addWidget(entry)
        listed.addStretch(1)
        self.setLayout(listed)

    def light(self, key: str) -> None:
        for name, entry in self._entries.items():
            entry.setChecked(name == key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons take the arrow keys for themselves and would only move the focus.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, NavEntry):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            entries = list(self._entries.values())
            at = entries.index(watched) + step if step is not None else -1
            if 0 <= at < len(entries):
                entries[at].setFocus(Qt.FocusReason.TabFocusReason)
                entries[at].click()
            return step is not None
        return super().eventFilter(watched, event)
