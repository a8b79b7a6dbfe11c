"""Choosing between a few things: a segmented control, a button with a menu, a check box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.focus import FocusRing
from careercoach_desktop.foundation.uikit.icons import paint_icon
from careercoach_desktop.foundation.uikit.menus import MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.painting import focus_ring, raised, surface
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import CONTROL, Radius, Size, Weight

Choices = Sequence[tuple[str, str]]


class SegmentedControl(FocusRing, QWidget):
    """Two to five views of the same thing, as (key, label); arrow keys move, ``changed`` brings the key."""

    accessible_role = QAccessible.Role.ComboBox

    changed = Signal(str)

    def __init__(self, choices: Choices, name: str, value: str | None = None) -> None:
        super().__init__()
        self._choices = list(choices)
        self._value = value if value is not None else self._choices[0][0]
        self._warm = -1
        self.setAccessibleName(name)
        self.setFont(current_theme().font(Size.BODY, Weight.MEDIUM))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def accessible_value(self) -> str:
        return dict(self._choices)[self._value]

    def value(self) -> str:
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without telling; raises ValueError for an unknown key."""
        if key not in [each for each, _label in self._choices]:
            raise ValueError(f"unknown choice {key!r}")
        self._value = key
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._areas()[-1].right()) + 3, CONTROL - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        theme = current_theme()
        surface(painter, QRectF(self.rect()), Radius.CARD - 1, theme.color("sunken"))
        painter.setFont(self.font())
        for at, ((key, label), area) in enumerate(zip(self._choices, self._areas(), strict=True)):
            chosen = key == self._value
            if chosen:
                raised(painter, area, Radius.CONTROL, theme.color("surface"), theme.color("line"))
            painter.setPen(theme.color("text" if chosen or at == self._warm else "second"))
            painter.drawText(area.adjusted(0, 0, 0, -1), int(Qt.AlignmentFlag.AlignCenter), label)
            if chosen and self.shows_ring:
                focus_ring(painter, area, Radius.CONTROL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event)
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._warm = self._at(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._warm = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = [key for key, _label in self._choices].index(self._value)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self._choices):
            self._choose(at + step)

    def _choose(self, at: int) -> None:
        key = self._choices[at][0]
        if key != self._value:
            self.set_value(key)
            self.changed.emit(key)

    def _describe(self) -> None:
        labels = dict(self._choices)
        self.setAccessibleDescription(f"{labels[self._value]} of {', '.join(labels.values())}")

    def _areas(self) -> list[QRectF]:
        metrics = QFontMetricsF(self.font())
        left, areas = 2.0, []
        for _key, label in self._choices:
            width = round(metrics.horizontalAdvance(label)) + 26
            areas.append(QRectF(left, 2, width, CONTROL - 6))
            left += width
        return areas

    def _at(self, event: QMouseEvent) -> int:
        for at, area in enumerate(self._areas()):
            if area.contains(event.position()):
                return at
        return -1


class ComboButton(Button):
    """A button that shows the chosen label and opens the choices as a menu; ``changed`` brings the key."""

    changed = Signal(str)

    def __init__(
        self,
        choices: Choices,
        name: str,
        *,
        value: str | None = None,
        placeholder: str = "",
        icon: str = "",
        compact: bool = False,
    ) -> None:
        super().__init__(placeholder or name, icon=icon, compact=compact, name=name)
        self._name = name
        self._placeholder = placeholder or name
        self._choices: list[tuple[str, str]] = []
        self._value = ""
        self.set_trailing_icon("caret-down")
        self.set_choices(choices)
        self.set_value(value if value is not None else "")
        self.clicked.connect(self.open_choices)

    def value(self) -> str:
        """The chosen key, or an empty string."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without telling; an unknown or empty key shows the placeholder."""
        label = dict(self._choices).get(key, "")
        self._value = key if label else ""
        self.setText(label or self._placeholder)
        self.setAccessibleName(f"{self._name}: {label}" if label else self._name)

    def set_choices(self, choices: Choices) -> None:
        self._choices = list(choices)
        self.set_value(self._value)

    def open_choices(self) -> None:
        """Open the menu of choices below the button."""
        open_menu(
            self,
            [
                MenuEntry(label, lambda key=key: self._choose(key), checked=key == self._value)  # type: ignore[misc]  # mypy does not see the default's type
                for key, label in self._choices
            ],
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_choices()
            return
        super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        if key != self._value:
            self.set_value(key)
            self.changed.emit(key)


class CheckBox(FocusRing, QCheckBox):
    """A check box of 16 pixels; without text it needs a name."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name or text)
        self.setFont(current_theme().font(Size.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = 22 + (round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 8 if self.text() else 0)
        return QSize(width, 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        theme = current_theme()
        box = QRectF(3, (self.height() - 16) / 2, 16, 16)
        if self.checkState() == Qt.CheckState.Unchecked:
            ink = "second" if self.underMouse() else "line_strong"
            surface(painter, box, Radius.TAG, theme.color("surface"), theme.color(ink), 1.2)
        else:
            surface(painter, box, Radius.TAG, theme.color("accent"))
            partly = self.checkState() == Qt.CheckState.PartiallyChecked
            paint_icon(painter, "minus" if partly else "check", "on_accent", box, 12)
        if self.shows_ring:
            focus_ring(painter, box.adjusted(-3, -3, 3, 3), Radius.CONTROL)
        if self.text():
            painter.setFont(self.font())
            painter.setPen(theme.color("text"))
            words = QRectF(self.rect()).adjusted(28, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
