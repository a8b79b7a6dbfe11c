"""The sidebar: who is at work, the pages, and below them the quieter ones. Collapses to its icons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from careercoach_desktop.foundation.uikit.buttons import IconButton
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.icons import NAMES, paint_icon
from careercoach_desktop.foundation.uikit.layouts import column, row
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import (
    SIDEBAR,
    SIDEBAR_COLLAPSED,
    Radius,
    Size,
    Space,
    Weight,
)

_ROW = 32
_INSET = 8


class _Entry(FocusRing, QAbstractButton):
    """What entries and the person share: one row, hover, the keyboard's ring."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.collapsed = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_collapsed(self, collapsed: bool) -> None:
        self.collapsed = collapsed
        self.setToolTip(self.text() if collapsed else "")
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class NavEntry(_Entry):
    """One page: icon, name, perhaps a count."""

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__(text)
        if icon not in NAMES:
            raise KeyError(f"{icon!r} is not in icons.NAMES")
        self.key = key
        self._icon = icon
        self.count: int | None = None
        self.setCheckable(True)

    def set_count(self, count: int | None) -> None:
        self.count = count
        self.setAccessibleDescription("" if count is None else QLocale().toString(count))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_ROW + 8, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        ink = "on_soft" if self.isChecked() else "second"
        if self.isChecked() or self.underMouse():
            ground = theme.color("soft" if self.isChecked() else "hover")
            surface(painter, area, Radius.CONTROL, ground)
        if self.collapsed:
            paint_icon(painter, self._icon, ink, area, 18)
        else:
            paint_icon(painter, self._icon, ink, QRectF(10, 0, 16, _ROW), 16)
            painter.setFont(theme.font(Size.BODY, Weight.BOLD if self.isChecked() else Weight.MEDIUM))
            painter.setPen(theme.color(ink))
            painter.drawText(QRectF(36, 0, self.width() - 70, _ROW), int(Qt.AlignmentFlag.AlignVCenter), self.text())
            if self.count:
                painter.setFont(theme.font(Size.SMALL, Weight.MEDIUM if self.isChecked() else Weight.NORMAL))
                right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                painter.drawText(area.adjusted(0, 0, -10, 0), right, QLocale().toString(self.count))
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)


class Person(_Entry):
    """A round picture made of initials, and the name."""

    def sizeHint(self) -> QSize:
        return QSize(_ROW + 8, 36)

    def initials(self) -> str:
        words = [word for word in self.text().split() if word[0].isalpha()]
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse():
            surface(painter, area, Radius.CONTROL, theme.color("hover"))
        round_area = QRectF(area.center().x() - 13 if self.collapsed else 7, (self.height() - 26) / 2, 26, 26)
        surface(painter, round_area, 13, theme.color("soft"))
        initials = self.initials()
        if initials:
            painter.setFont(theme.font(Size.TINY, Weight.BOLD))
            painter.setPen(theme.color("on_soft"))
            painter.drawText(round_area, int(Qt.AlignmentFlag.AlignCenter), initials)
        else:
            paint_icon(painter, "user", "on_soft", round_area, 14)
        if not self.collapsed:
            painter.setFont(theme.font(Size.BODY, Weight.BOLD))
            painter.setPen(theme.color("text"))
            room = area.adjusted(42, 0, -8, 0)
            shown = painter.fontMetrics().elidedText(
                self.text() or "Your profile", Qt.TextElideMode.ElideRight, round(room.width())
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)


class SidebarNav(QFrame):
    """The whole sidebar. ``chosen`` brings the key of a page; up and down move between entries."""

    accessible_role = QAccessible.Role.ToolBar

    chosen = Signal(str)
    collapsed_changed = Signal(bool)
    person_clicked = Signal()

    def __init__(self, person: str = "") -> None:
        super().__init__()
        self.setProperty("kit", "sidebar")
        self.setAccessibleName("Pages")
        self._entries: dict[str, NavEntry] = {}
        self._collapsed = False
        self._person = Person(person)
        self._person.clicked.connect(self.person_clicked)
        self._fold = IconButton("caret-double-left", "Collapse the sidebar", color="third")
        self._fold.clicked.connect(lambda: self.set_collapsed(not self._collapsed))
        self._upper: QVBoxLayout = column(spacing=2)
        self._lower: QVBoxLayout = column(spacing=2)
        foot = row(self._fold, spacing=0, margins=(2, Space.XS, 0, 0))
        foot.addStretch(1)
        whole = column(self._person, Space.S, self._upper, spacing=0, margins=(_INSET, 14, _INSET, Space.S))
        whole.addStretch(1)
        whole.addLayout(self._lower)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.set_person(person)
        self.setFixedWidth(SIDEBAR)

    def add(self, key: str, text: str, icon: str, *, below: bool = False) -> None:
        """Append a page; ``below`` puts it into the lower group. Raises KeyError for an unknown icon."""
        entry = NavEntry(key, text, icon)
        entry.set_collapsed(self._collapsed)
        entry.clicked.connect(lambda: self._choose(key))
        self._entries[key] = entry
        (self._lower if below else self._upper).addWidget(entry)

    def entry(self, key: str) -> NavEntry:
        """Raises KeyError for an unknown page."""
        return self._entries[key]

    def set_count(self, key: str, count: int | None) -> None:
        """Show a figure at the entry; None or 0 shows none."""
        self._entries[key].set_count(count or None)

    def set_current(self, key: str) -> None:
        """Light this entry without telling; a key that is not here lights none."""
        for name, entry in self._entries.items():
            entry.setChecked(name == key)

    def set_person(self, name: str) -> None:
        """Whose data is open; without a name it says what is behind it."""
        self._person.setText(name)
        self._person.setAccessibleName(f"Profile of {name}" if name else "Your profile")
        self._person.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show only icons, or icons and names."""
        if collapsed == self._collapsed:
            return
        self._collapsed = collapsed
        self.setFixedWidth(SIDEBAR_COLLAPSED if collapsed else SIDEBAR)
        self._fold.set_icon("caret-double-right" if collapsed else "caret-double-left")
        self._fold.setToolTip("Expand the sidebar" if collapsed else "Collapse the sidebar")
        self._fold.setAccessibleName(self._fold.toolTip())
        for entry in (self._person, *self._entries.values()):
            entry.set_collapsed(collapsed)
        self.collapsed_changed.emit(collapsed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entries = list(self._entries.values())
        at = next((place for place, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(entries):
            entries[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
