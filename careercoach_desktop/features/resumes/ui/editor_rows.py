"""What the rows of the form are made of: a label, fields beside it, quiet buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.ui.editor_reorder import Reordering
from careercoach_desktop.features.resumes.ui.form_field import Commit, Field, FormField, LongField
from careercoach_desktop.features.resumes.ui.form_plan import RowPlan
from careercoach_desktop.foundation.uikit import IconButton, Space, Text, TextField, holder, row

LABEL_WIDTH = 112
NARROW = 420
"""Pixels of a row below which two fields beside their label leave no room for what is in them."""
_FIELD_EDGES = 26
_MARK = 24
"""Pixels around the text of a field, and for the mark that says how sure it is."""
_ANY_WIDTH = (1 << 24) - 1
"""Qt's own "no maximum"."""


@dataclass(frozen=True)
class FormContext:
    """What every part of the form works with: the résumé as it is now, where edits go, who knows the fields.

    ``checking``: what was read is being looked over, so every value says how sure it is and Enter goes on; otherwise a
    person writes. ``flush`` takes what is being typed, before anything else is done; ``attend`` is told of every new
    field for sentences, ``attend_photo`` of the row of the photo; ``reveal`` scrolls to what was moved."""

    data: Callable[[], ResumeData]
    commit: Commit
    fields: dict[str, Field]
    go_to: Callable[[str], bool]
    flush: Callable[[], None]
    attend: Callable[[LongField], None]
    attend_photo: Callable[[Any], None]
    reordering: Reordering
    checking: bool = True
    reveal: Callable[[QWidget], None] = lambda _widget: None


class QuietButton(IconButton):
    """A small button that shows only while the pointer or the keyboard is at its entry; it keeps its place."""

    def __init__(self, icon: str, name: str, whose: QWidget) -> None:
        super().__init__(icon, name, size=24, color="third")
        self._whose = whose

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_shown:
            super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @property
    def is_shown(self) -> bool:
        """Whether the pointer or the keyboard is in what it belongs to."""
        focused = QApplication.focusWidget()
        is_written_in = focused is not None and (focused is self or self._whose.isAncestorOf(focused))
        return is_written_in or self._whose.underMouse()


class Grip(QuietButton):
    """What a bullet is dragged by. It takes no part in the tab order: Alt with the arrow keys moves a bullet too."""

    WIDTH = 16

    def __init__(self, whose: QWidget) -> None:
        super().__init__("dots-six-vertical", "Drag this bullet", whose)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(self.WIDTH, 32)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Drag, or Alt with the arrow keys, to move it")

    def stand_in(self, whose: QWidget) -> None:
        """Show while the pointer is at ``whose``."""
        self._whose = whose


class LabelledRow(QWidget):
    """A row of the form: the label in its own column, perhaps a button at that column's end, then the fields.

    Where the row is narrow the label stands above and every field has a line of its own; where what is written does not
    fit into two halves, the longer one gets more, and when that is not enough, too, each field has a line of its own.
    """

    def __init__(
        self, label: str, content: QHBoxLayout | QVBoxLayout, beside: QWidget | None = None, inset: int = 0
    ) -> None:
        super().__init__()
        self.setProperty("kit", "plain")
        self._content = content
        self._label_width = LABEL_WIDTH + Space.S - inset
        self._gap = 0 if inset else Space.S
        self._stacks = isinstance(content, QHBoxLayout)
        self._words = Text(label, tone="second")
        head = row(self._words, spacing=0)
        head.addStretch(1)
        if beside is not None:
            head.addWidget(beside)
        self._left = holder(head)
        self._whole = row(spacing=Space.S)
        self._whole.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self._whole.addLayout(content, 1)
        self.setLayout(self._whole)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(narrow=width < NARROW)
        if self._stacks and width >= NARROW:
            self._share(width - self._label_width)

    def _share(self, width: int) -> None:
        """Give each field what its text needs. While one types nothing moves: only another width has another look."""
        content = self._content
        fields = [item.widget() for at in range(content.count()) if (item := content.itemAt(at)) is not None]
        needs = [_needed(field) for field in fields]
        room = width - content.spacing() * (len(fields) - 1)
        halves = all(need <= room // max(len(fields), 1) for need in needs)
        fits = halves or sum(needs) <= room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction, shares = across if fits else down, [1 if halves or not fits else need for need in needs]
        if (direction, shares) == (content.direction(), [content.stretch(at) for at in range(content.count())]):
            return  # Qt lays everything out anew, whether or not anything has changed
        content.setDirection(direction)
        for at, share in enumerate(shares):
            content.setStretch(at, share)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(down if narrow else across)
        self._whole.setSpacing(2 if narrow else self._gap)
        self._words.setFixedHeight(20 if narrow else 32)
        width = self._label_width - self._gap
        self._left.setMinimumWidth(0 if narrow else width)
        self._left.setMaximumWidth(_ANY_WIDTH if narrow else width)
        if self._stacks:
            self._content.setDirection(down if narrow else across)


def _needed(field: QWidget | None) -> int:
    """Pixels a field of one line wants for what is written in it."""
    if not isinstance(field, TextField):
        return 0
    mark = _MARK if field.state != "plain" else 0
    return QFontMetrics(field.font()).horizontalAdvance(field.text()) + _FIELD_EDGES + mark


def field_row(plan: RowPlan, owner: str, context: FormContext, of: str = "", beside: QWidget | None = None) -> QWidget:
    """The fields of one row, tied to ``<owner>.<name>`` and made known to the form."""
    fields = row(spacing=10)
    for each in plan.fields:
        field = FormField(f"{owner}.{each.name}", each, context.data, context.commit, of=of, ticks=context.checking)
        context.fields[field.path] = field
        if isinstance(field.widget, LongField):
            context.attend(field.widget)
        fields.addWidget(field.widget, 1, Qt.AlignmentFlag.AlignTop)
    return LabelledRow(plan.label, fields, beside)
