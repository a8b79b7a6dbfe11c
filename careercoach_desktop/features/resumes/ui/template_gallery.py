"""The looks to choose from, each shown as the person's own first page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from careercoach_desktop.features.resumes.typeset.templates import Template
from careercoach_desktop.foundation.uikit import (
    FocusRing,
    Radius,
    Size,
    Weight,
    current_theme,
    focus_ring,
    plain_tip,
    surface,
)

COLUMNS = 4
THUMBNAIL = QSize(84, 119)
"""A page of A4, in pixels."""
_LABEL = 22


class TemplateCard(FocusRing, QWidget):
    """One look: a small page and its name. ``chosen`` on click, Enter or Space."""

    accessible_role = QAccessible.Role.RadioButton

    chosen = Signal(str)

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.template = template
        self._page = QImage()
        self._selected = False
        self.setAccessibleName(f"{template.title}: {template.description}")
        self.setToolTip(plain_tip(template.description))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(THUMBNAIL + QSize(6, 6 + _LABEL))

    def accessible_press(self) -> None:
        self.chosen.emit(self.template.name)

    @property
    def is_selected(self) -> bool:
        return self._selected

    @property
    def is_drawn(self) -> bool:
        """Whether the page is there yet."""
        return not self._page.isNull()

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        self.setAccessibleDescription("selected" if selected else "")
        self.update()

    def set_page(self, png: bytes) -> None:
        """Show this page."""
        self._page = QImage.fromData(png)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(0, 0, self.width(), self.height() - _LABEL)
        paper = frame.adjusted(3, 3, -3, -3)
        edge = "line_strong" if self.underMouse() else "line"
        surface(painter, paper, Radius.TAG, theme.color("sunken"), theme.color(edge))
        if not self._page.isNull():
            painter.drawImage(self._placed(paper.adjusted(1, 1, -1, -1)), self._page)
        if self._selected or self.shows_ring:
            focus_ring(painter, frame, Radius.CONTROL)
        weight = Weight.BOLD if self._selected else Weight.NORMAL
        painter.setFont(theme.font(Size.SMALL, weight))
        painter.setPen(theme.color("text" if self._selected else "second"))
        label = QRectF(0, self.height() - _LABEL + 2, self.width(), _LABEL - 2)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), self.template.title)

    def _placed(self, area: QRectF) -> QRectF:
        """The page as wide as its frame; Letter is a little less tall than A4."""
        height = min(area.width() * self._page.height() / max(self._page.width(), 1), area.height())
        return QRectF(area.left(), area.top(), area.width(), height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.template.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.template.name)
        else:
            super().keyPressEvent(event)


class TemplateGallery(QWidget):
    """All looks; one Tab stop, arrow keys go from one to the next and choose it. ``changed`` brings the name."""

    accessible_role = QAccessible.Role.Grouping

    changed = Signal(str)

    def __init__(self, templates: Sequence[Template], value: str) -> None:
        super().__init__()
        self.setAccessibleName("Template")
        self.cards = [TemplateCard(each) for each in templates]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for at, card in enumerate(self.cards):
            grid.addWidget(card, at // COLUMNS, at % COLUMNS, Qt.AlignmentFlag.AlignLeft)
            card.chosen.connect(self._choose)
        grid.setColumnStretch(COLUMNS, 1)
        self.setLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._value = ""
        self.set_value(value)

    def value(self) -> str:
        """The name of the chosen template."""
        return self._value

    def set_value(self, name: str) -> None:
        """Choose without telling."""
        self._value = name
        for card in self.cards:
            card.set_selected(card.template.name == name)
            one_stop = card.is_selected or (card is self.cards[0] and name not in self._names())
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one_stop else Qt.FocusPolicy.ClickFocus)

    def set_page(self, name: str, png: bytes) -> None:
        """The first page as this template sets it."""
        for card in self.cards:
            if card.template.name == name:
                card.set_page(png)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }.get(Qt.Key(event.key()))
        names = self._names()
        at = names.index(self._value) + step if step is not None and self._value in names else -1
        if 0 <= at < len(names):
            self._choose(names[at])
            self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif step is None:
            super().keyPressEvent(event)

    def _choose(self, name: str) -> None:
        if name != self._value:
            self.set_value(name)
            self.changed.emit(name)

    def _names(self) -> list[str]:
        return [card.template.name for card in self.cards]
