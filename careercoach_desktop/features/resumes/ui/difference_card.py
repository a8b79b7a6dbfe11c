"""One suggested correction: what stands there now, what is suggested word by word, and the line of the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from careercoach_desktop.features.resumes.comparing import Segment, difference
from careercoach_desktop.features.resumes.correcting import (
    Difference,
    DifferenceKind,
    Suggestion,
)
from careercoach_desktop.features.resumes.ui.compare_html import span_html
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ClickCard,
    Size,
    Space,
    Tag,
    Text,
    Theme,
    Weight,
    add_to,
    current_theme,
    row,
)

_SHORT = 44
"""Texts up to this many letters stand beside each other."""
_MOST_OF_LINE = 220
_KINDS = {DifferenceKind.ENTRY: "not read yet", DifferenceKind.REMOVAL: "remove"}


class DifferenceCard(ClickCard):
    """``accepted`` and ``skipped`` say what the person wants; ``walked`` that an arrow key asks for a neighbour;
    ``entered`` that the keyboard or the mouse came here."""

    accepted = Signal()
    skipped = Signal()
    walked = Signal(int)
    entered = Signal()

    def __init__(self, suggestion: Suggestion) -> None:
        one = suggestion.difference
        super().__init__(spoken(one), padding=Space.L, spacing=Space.S)
        self.difference = one
        self._theme = current_theme()
        head = row(Text(one.title, weight=Weight.BOLD, elide=True), spacing=Space.S)
        head.setStretch(0, 1)
        if one.kind in _KINDS:
            add_to(head, Tag(_KINDS[one.kind]))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setFont(self._theme.font(Size.BODY))
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words.setAccessibleName(spoken(one))
        self.add(head, self._words)
        for text, tone in notes(one):
            self.add(Text(text, size=Size.SMALL, tone=tone, wrap=True))
        self._skip = Button("Skip", "ghost", compact=True, name=f"Skip: {one.title}", tip="Leave it as it is (S)")
        self._accept = Button("Accept", compact=True, icon="check", name=f"Accept: {one.title}", tip="Use it (A)")
        self._skip.clicked.connect(self.skipped)
        self._accept.clicked.connect(self.accepted)
        self.add(row(STRETCH, self._skip, self._accept, spacing=Space.S))
        self.clicked.connect(self.entered)
        for button in (self._skip, self._accept):
            button.installEventFilter(self)
        self._theme.changed.connect(self._render)
        self._render()

    @property
    def accept_button(self) -> Button:
        return self._accept

    @property
    def skip_button(self) -> Button:
        return self._skip

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _render(self) -> None:
        self._words.setText(comparison_html(self.difference, self._theme))


def spoken(one: Difference) -> str:
    """The whole difference for a screen reader."""
    if not one.now:
        return f"{one.title}: add “{one.proposed}”"
    if not one.proposed:
        return f"{one.title}: remove “{one.now}”"
    return f"{one.title}: “{one.now}” becomes “{one.proposed}”"


def notes(one: Difference) -> list[tuple[str, str]]:
    """Sentences under the comparison, with their colours."""
    found = []
    line = " … ".join(part.replace("\t", "  ") for part in one.line.split("\n"))
    if line:
        shown = line if len(line) <= _MOST_OF_LINE else f"{line[:_MOST_OF_LINE].rstrip()} …"
        found.append((f"In the file: “{shown}”", "third"))
    if one.reason:
        found.append((f"Claude’s reason: {one.reason}", "third"))
    if one.loses:
        found.append(("Takes words away that stand nowhere else in the résumé.", "amber"))
    return found


def comparison_html(one: Difference, theme: Theme) -> str:
    """Short texts with an arrow between them, long ones under each other; what changes is marked."""
    before, after = difference(one.now, one.proposed)
    parts = [_html(segments, theme) for segments in (before, after) if segments]
    is_short = len(one.now) <= _SHORT and len(one.proposed) <= _SHORT and "\n" not in one.now + one.proposed
    arrow = f'&nbsp;&nbsp;<span style="color:{theme.hex("third")}">→</span>&nbsp;&nbsp;'
    inner = (
        arrow.join(parts)
        if is_short
        else f'<p style="margin:6px 0 0 0">{"</p><p style=margin-top:6px>".join(parts)}</p>'
    )
    return f'<div style="color:{theme.hex("text")}; line-height:125%">{inner}</div>'


def _html(segments: Sequence[Segment], theme: Theme) -> str:
    return "".join(span_html(segment, theme) for segment in segments)
