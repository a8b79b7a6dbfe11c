"""Small rounded words: filters that can be taken away, skills that can be added, tags and score pills."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLabel, QLineEdit, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.layouts import FlowLayout
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import TONES, Size, Weight

_HEIGHT = 24
_SIDE = 10.0


class Chip(FocusRing, QAbstractButton):
    """A word in a pill. ``removable`` gives it a cross (also Delete and Backspace): ``removed``. ``selected`` or
    checked chips stand on the soft accent."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        *,
        selected: bool = False,
        removable: bool = False,
        checkable: bool = False,
        icon: str = "",
    ) -> None:
        super().__init__()
        self._removable = removable
        self._selected = selected
        self._icon = icon
        self.setText(text)
        self.setCheckable(checkable)
        self.setChecked(checkable and selected)
        self.setAccessibleName(text)
        if removable:
            self.setAccessibleDescription("Delete removes it")
        self.setFont(current_theme().font(Size.SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        if self.isCheckable():
            self.setChecked(selected)
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2 * _SIDE
        width += 17 * bool(self._icon) + 17 * self._removable
        return QSize(round(width + 0.5), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        lit = self.isChecked() if self.isCheckable() else self._selected
        ink = "on_soft" if lit else "second"
        warm = self.underMouse() and self.isEnabled()
        if lit:
            surface(painter, area, _HEIGHT / 2, theme.color("soft"))
        else:
            surface(painter, area, _HEIGHT / 2, theme.color("hover" if warm else "surface"), theme.color("line"))
        words = area.adjusted(_SIDE + 17 * bool(self._icon), 0, -_SIDE - 17 * self._removable, 0)
        if self._icon:
            paint_icon(painter, self._icon, ink, QRectF(_SIDE - 2, 0, 14, area.height()), 14)
        painter.setFont(self.font())
        painter.setPen(theme.color(ink))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._removable:
            paint_icon(painter, "x", "text" if warm else ink, self._cross(), 12)
        if self.shows_ring:
            focus_ring(painter, area, _HEIGHT / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self.isDown() and self._cross().adjusted(-4, 0, 8, 0).contains(event.position()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _SIDE - 11, 0, 14, self.height())


class ChipInput(QWidget):
    """A list of words as removable chips, and one more chip that becomes a field to add to them (Enter or comma).
    ``changed`` brings the list."""

    changed = Signal(list)

    def __init__(
        self, name: str, values: Iterable[str] = (), *, suggestions: Sequence[str] = (), add: str = "Add"
    ) -> None:
        super().__init__()
        self._values: list[str] = []
        self._chips: list[Chip] = []
        self._known_words = list(suggestions)
        self.setAccessibleName(name)
        self._flow = FlowLayout(6)
        self._add = Chip(add, icon="plus")
        self._add.setAccessibleName(f"Add to {name}")
        self._add.clicked.connect(self.begin_adding)
        self._add.installEventFilter(self)
        self.entry = QLineEdit()
        self._prepare_entry(name)
        self.entry.hide()
        self._flow.addWidget(self._add)
        self._flow.addWidget(self.entry)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._add)
        self.set_values(values)

    def values(self) -> list[str]:
        return list(self._values)

    def set_values(self, values: Iterable[str]) -> None:
        """Show these words without telling."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._values = list(values)
        self._chips = [self._chip(value) for value in self._values]
        for widget in (self._add, self.entry):
            self._flow.removeWidget(widget)
        for each in (*self._chips, self._add, self.entry):
            self._flow.addWidget(each)
        for before, after in pairwise([*self._chips, self._add, self.entry]):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def typed(self) -> list[str]:
        """The words with what stands in the field and was not added yet, for whoever saves now."""
        return [*self._values, *self._fresh()]

    def begin_adding(self) -> None:
        """Show the field and give it the keyboard."""
        self._add.hide()
        self.entry.show()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the field; when the keyboard moves on, what was typed is taken."""
        if watched is self._add and (letters := _letters(event)):
            self.begin_adding()
            self.entry.insert(letters)  # who begins to type here means a word, not a button
            return True
        if watched is self.entry and isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
                return False  # the person looks something up and comes back
            completer = self.entry.completer()
            suggestions = completer.popup() if completer is not None else None
            if suggestions is None or not suggestions.isVisible():
                self._take()
                self.entry.hide()
                self._add.show()
        elif watched is self.entry and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.entry.clear()
            self._add.show()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        elif watched is self.entry and _is_enter(event) and self.entry.text().strip():
            self._take()  # here, and not by the line edit: in a dialog Enter would press the primary button, too
            return True
        return super().eventFilter(watched, event)

    def _prepare_entry(self, name: str) -> None:
        entry = self.entry  # the filter hears of it as soon as it is installed
        entry.setProperty("kit", "bare")
        entry.setFont(current_theme().font(Size.SMALL))
        entry.setPlaceholderText("Type and press Enter")
        entry.setAccessibleName(f"Add to {name}")
        entry.setFixedWidth(150)
        entry.returnPressed.connect(self._take)
        entry.textEdited.connect(self._when_typed)
        entry.installEventFilter(self)
        if self._known_words:
            completer = QCompleter(self._known_words, entry)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            entry.setCompleter(completer)

    def _chip(self, value: str) -> Chip:
        chip = Chip(value, removable=True)
        chip.removed.connect(lambda: self._remove(value))
        return chip

    def _remove(self, value: str) -> None:
        if value not in self._values:
            return
        at = self._values.index(value)
        self.set_values([each for each in self._values if each != value])
        # The keyboard stays where the word was, so that several can be removed in a row.
        after = self._chips[min(at, len(self._chips) - 1)] if self._chips else self._add
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.values())

    def _when_typed(self, text: str) -> None:
        if text.endswith((",", ";")):
            self._take()

    def _take(self) -> None:
        fresh = self._fresh()
        self.entry.clear()
        if fresh:
            self.set_values([*self._values, *fresh])
            self.changed.emit(self.values())

    def _fresh(self) -> list[str]:
        known = {value.casefold() for value in self._values}
        words = [word.strip() for word in self.entry.text().replace(";", ",").split(",")]
        return [word for word in dict.fromkeys(words) if word and word.casefold() not in known]


def _letters(event: QEvent) -> str:
    """What a key writes; nothing for keys that do something (Enter and Space press the button)."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return ""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return text if held == Qt.KeyboardModifier.NoModifier and text.isprintable() and text.strip() else ""


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Tag(QLabel):
    """A quiet label, such as a tag of a job or the kind of a document."""

    def __init__(self, text: str, tone: str = "neutral") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kit", "tag")
        self.setProperty("tone", tone)
        self.setFont(current_theme().font(Size.TINY))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Badge(QWidget):
    """A pill with a figure: a match score, or “72 → 86”."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, text: str, tone: str = "accent", *, large: bool = False, name: str = "") -> None:
        super().__init__()
        self._tone = tone
        self._name = name
        self._height = 24 if large else 20
        self.setFont(current_theme().font(Size.BODY if large else Size.SMALL, Weight.BOLD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(f"{self._name} {text}".strip())
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self._text) + (20 if self._height > 20 else 16)
        return QSize(round(width), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, ground, _icon = TONES[self._tone]
        surface(painter, QRectF(self.rect()), self._height / 2, current_theme().color(ground))
        painter.setFont(self.font())
        painter.setPen(current_theme().color(ink))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self._text)
