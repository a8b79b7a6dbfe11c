"""Copy into a form: every value of a résumé on its own line, one press away from the clipboard.

For the long forms of job portals: Enter copies a value and goes on to the next one, so a form is filled by going back
and forth between two windows without the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Desk,
    Dialog,
    FocusRing,
    IconView,
    Radius,
    Scroll,
    SegmentedControl,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    current_theme,
    focus_ring,
    recall,
    remember,
    row,
    surface,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.features.resumes.writing import DateStyle, FormField, FormGroup

_DATES = (("iso", "2021-03"), ("words", "Mar 2021"), ("slashes", "03/2021"))
_KEPT = "resumes.form-dates"
_WIDTH, _HEIGHT = 640, 520
_LABEL = 132
_HINT = "Click a line to copy it. With the keyboard: Enter copies and goes on, the arrow keys go from line to line."


class CopyLine(FocusRing, QWidget):
    """A label and its value; a click or Space copies, Enter copies and asks for the next line."""

    accessible_role = QAccessible.Role.Button

    copied = Signal(object)
    next_wanted = Signal(object, int)

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.value = field.value
        self._label = field.label
        label = Text(field.label, size=Size.SMALL, tone="second", elide=True)
        label.setFixedWidth(_LABEL)
        value = Text("  ".join(field.value.split("\n")), elide=True)
        self._state = Text("", size=Size.SMALL, weight=Weight.MEDIUM, tone="green")
        self._icon = IconView("copy", "third")
        line = row(label, value, self._state, self._icon, spacing=Space.M)
        line.setContentsMargins(Space.M, 0, Space.M, 0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFixedHeight(34)
        self.setAccessibleName(f"Copy {field.label}: {field.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def accessible_press(self) -> None:
        self.copy()

    def copy(self) -> None:
        """Put the value into the clipboard and say so."""
        QGuiApplication.clipboard().setText(self.value)
        self._icon.set_icon("check", "green")
        self._state.setText("Copied")
        self.setAccessibleDescription("copied")
        self.copied.emit(self)

    def rest(self) -> None:
        """It was copied, but something else is in the clipboard now: only the mark stays."""
        self._state.setText("")

    @property
    def says_copied(self) -> bool:
        return bool(self._state.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        if self.underMouse():
            surface(painter, area, Radius.CONTROL, current_theme().color("sunken"))
        if self.shows_ring:
            focus_ring(painter, area, Radius.CONTROL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.copy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.copy()
            if key != Qt.Key.Key_Space:
                self.next_wanted.emit(self, 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.next_wanted.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class FormCopyDialog(Dialog):
    """``await answer()`` shows it; nothing comes back."""

    def __init__(self, desk: Desk, exports: ExportService, data: ResumeData, parent: QWidget | None = None) -> None:
        super().__init__("Copy into a form", parent, width=_WIDTH)
        self._desk, self._exports, self._data = desk, exports, data
        self.lines: list[CopyLine] = []
        self.dates = SegmentedControl(_DATES, "How dates are written", recall(_KEPT, "iso"))
        self.dates.changed.connect(self._when_dates_changed)
        self._groups = column(spacing=2)
        self._scroll = Scroll(self._groups, "Fields")
        self._scroll.setFixedHeight(_HEIGHT)
        self.body.addLayout(row(Text("Dates", size=Size.SMALL, tone="second"), self.dates, STRETCH))
        self.body.addWidget(self._scroll)
        self.body.addWidget(Text(_HINT, size=Size.SMALL, tone="third", wrap=True))
        self.add_button("Done", "").setAutoDefault(False)
        desk.start(self._fill(), owner=self)

    def _when_dates_changed(self, key: str) -> None:
        remember(_KEPT, key)
        self._desk.start(self._fill(), owner=self)

    async def _fill(self) -> None:
        dates = cast("DateStyle", self.dates.value())
        groups = await self._desk.work(self._exports.form_groups, self._data, dates)
        if dates != self.dates.value():
            return
        opened = not self.lines
        clear(self._groups)
        self.lines = []
        section = ""
        for group in groups:
            if group.section != section:
                section = group.section
                self._groups.addSpacing(Space.S)
                self._groups.addWidget(Text(section, weight=Weight.BOLD))
            self._add(group)
        self._groups.addStretch(1)
        if self.lines and opened:  # later the person is where they chose to be
            self.lines[0].show()  # the layout would do so a moment later, and what is hidden takes no focus
            self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, group: FormGroup) -> None:
        if group.title:
            self._groups.addSpacing(Space.XS)
            self._groups.addWidget(Text(group.title, size=Size.SMALL, tone="third", elide=True))
        for field in group.fields:
            line = CopyLine(field)
            line.copied.connect(self._when_copied)
            line.next_wanted.connect(self._go)
            self.lines.append(line)
            self._groups.addWidget(line)

    def _when_copied(self, copied: CopyLine) -> None:
        for line in self.lines:
            if line is not copied:
                line.rest()

    def _go(self, line: CopyLine, step: int) -> None:
        at = self.lines.index(line) + step
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.lines[at], 0, 60)
