"""The left pane of the review: every change with its tick, its place and a few words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careercoach_desktop.features.tailoring.comparing import Section
from careercoach_desktop.features.tailoring.model import Alignment, Change, Decision
from careercoach_desktop.foundation.uikit import (
    Banner,
    Button,
    CheckBox,
    Heading,
    Line,
    Scroll,
    Text,
    clear,
    column,
    current_theme,
)

_HALTED = "Stopped before the end: these changes had come by then."
_TICK_DROP = 3
"""The tick box is taller than a line: so much lower stands a title whose middle is the tick's."""


class ChangeList(QWidget):
    """Arrow keys walk the list, Space ticks."""

    chosen = Signal(str)
    decided = Signal(str, object)
    section_decided = Signal(object, bool)
    """The changes of a section, and whether all that can be are to be accepted."""
    keywords_wanted = Signal()
    suggestions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._suggestions = Button("", "link", icon="lightbulb", compact=True)
        self._suggestions.clicked.connect(self.suggestions_wanted)
        self._suggestions.hide()
        self._count = Heading("", level=3)
        self._author = Text("", size=12, tone="third", wrap=True)
        self._keywords = Button("", "link", compact=True, tip="What the posting asks for, before and after")
        self._keywords.clicked.connect(self.keywords_wanted)
        self._keywords.hide()
        self._halted = Banner(_HALTED, "warn", icon="info")
        self._halted.hide()
        content = QWidget()
        # As tall as the rows are at the width they have: the least height of wrapped lines is that of a narrow column.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._rows_layout = QVBoxLayout(content)
        self._rows_layout.setContentsMargins(12, 0, 12, 0)
        self._rows_layout.setSpacing(2)
        self._rows: dict[str, ChangeRow] = {}
        self._sections: list[SectionRow] = []
        self._warning = Banner("", "warn")
        self._warning.hide()
        self._note = Text("", size=12, tone="third", wrap=True)
        self._note.hide()
        self._edge = Line()
        self._edge.hide()
        layout = column(spacing=8)
        layout.setContentsMargins(0, 16, 0, 12)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self._count)
        layout.addLayout(head)
        layout.addLayout(column(self._author, margins=(16, 0, 16, 0)))
        layout.addLayout(column(self._keywords, margins=(14, 0, 16, 0)))
        layout.addLayout(column(self._halted, margins=(12, 0, 12, 0)))
        layout.addWidget(Scroll(content, name="Changes"), 1)
        layout.addWidget(self._edge)
        layout.addLayout(column(self._note, margins=(16, 0, 16, 0)))
        layout.addLayout(column(self._suggestions, margins=(12, 0, 12, 0)))
        layout.addLayout(column(self._warning, margins=(12, 0, 12, 0)))
        self.setLayout(layout)

    def set_changes(self, parts: Sequence[Section]) -> None:
        """Show these changes; the same ones keep their rows, their focus and the selection."""
        changes = [change for part in parts for change in part.changes]
        if [*self._rows] != [change.id for change in changes] or len(self._sections) != len(parts):
            self._rebuild(parts)
        for shown, part in zip(self._sections, parts, strict=True):
            shown.set_section(part)
        for change in changes:
            self._rows[change.id].set_change(change)
        accepted = sum(change.decision is Decision.ACCEPTED for change in changes)
        self._count.setText(f"{_count(len(changes))} · {accepted} accepted")
        unsupported = sum(not change.supported for change in changes)
        self._warning.setVisible(unsupported > 0)
        if unsupported:
            one = "One claim has no evidence and is left out."
            self._warning.set_text(one if unsupported == 1 else f"{unsupported} claims have no evidence: left out.")

    def set_author(self, author: str) -> None:
        """Who proposed the changes: a model by its name, else this computer."""
        self._author.setText(
            f"Proposed by {author}, checked on this computer" if author else "Written on this computer"
        )

    def set_keywords(self, alignment: Sequence[Alignment]) -> None:
        """How many of the posting's keywords the résumé says, before and after."""
        before, after = sum(each.before for each in alignment), sum(each.after for each in alignment)
        moved = f"{before} → {after}" if before != after else f"{after}"
        self._keywords.setText(f"Keywords: {moved} of {len(alignment)}")
        self._keywords.setVisible(bool(alignment))

    def set_halted(self, *, halted: bool) -> None:
        """Whether the answer broke off."""
        self._halted.setVisible(halted)

    def set_note(self, text: str) -> None:
        """A sentence under the list; nothing hides it."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._edge.setVisible(bool(text))

    def set_suggestions(self, count: int, *, impact: bool = False) -> None:
        """Whoever proposed the changes has more to say: suggestions, or what the changes do together."""
        words = "1 suggestion" if count == 1 else f"{count} suggestions"
        self._suggestions.setText(words if count else "What Claude says of it")
        self._suggestions.setVisible(count > 0 or impact)

    def select(self, change_id: str | None) -> None:
        for key, shown in self._rows.items():
            shown.set_selected(key == change_id)

    def focus_change(self, change_id: str) -> None:
        self._rows[change_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, change_id: str, step: int) -> None:
        ids = [*self._rows]
        target = ids[max(0, min(len(ids) - 1, ids.index(change_id) + step))]
        self.focus_change(target)
        self.chosen.emit(target)

    def _rebuild(self, parts: Sequence[Section]) -> None:
        clear(self._rows_layout)
        self._rows, self._sections = {}, []
        for part in parts:
            head = SectionRow(part)
            head.decided.connect(self.section_decided)
            self._sections.append(head)
            self._rows_layout.addWidget(head)
            head.setVisible([change.title for change in part.changes] != [part.title])  # its one row says it all
            self._add_rows(part)
        self._rows_layout.addStretch(1)

    def _add_rows(self, part: Section) -> None:
        for change in part.changes:
            shown = ChangeRow(change)
            shown.activated.connect(lambda key=change.id: self.chosen.emit(key))
            shown.walked.connect(lambda step, key=change.id: self._walk(key, step))
            shown.ticked.connect(lambda on, key=change.id: self._decide(key, accept=on))
            self._rows[change.id] = shown
            self._rows_layout.addWidget(shown)

    def _decide(self, change_id: str, *, accept: bool) -> None:
        self.chosen.emit(change_id)
        self.decided.emit(change_id, Decision.ACCEPTED if accept else Decision.REJECTED)


class SectionRow(QWidget):
    """The name of a section, how many of its changes are accepted, and a tick for all that can be."""

    decided = Signal(object, bool)

    def __init__(self, part: Section) -> None:
        super().__init__()
        self._part = part
        self._tick = CheckBox(name=f"Accept all of {part.title}")
        self._tick.clicked.connect(self._on_clicked)
        self._title = Text(part.title, size=12, weight=600, tone="second")
        self._count = Text("", size=12, tone="third")
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 10, 10, 2)
        line.setSpacing(10)
        line.addWidget(self._tick)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)

    def set_section(self, part: Section) -> None:
        self._part = part
        accepted, all_of_it = part.accepted, len(part.changes)
        partly = Qt.CheckState.PartiallyChecked if accepted else Qt.CheckState.Unchecked
        self._tick.setCheckState(Qt.CheckState.Checked if accepted == all_of_it else partly)
        self._tick.setEnabled(bool(part.acceptable) or accepted > 0)
        self._count.setText(f"{accepted} of {all_of_it}")
        self._tick.setAccessibleDescription(f"{accepted} of {all_of_it} accepted")

    def _on_clicked(self) -> None:
        """All that can be accepted, or, when all of these are, none; the tick follows when it is so."""
        accept = any(change.decision is not Decision.ACCEPTED for change in self._part.acceptable)
        part = self._part
        self.set_section(part)
        self.decided.emit(part, accept)


class ChangeRow(QWidget):
    """Tick, title and a few words; amber when the change claims what the evidence lacks."""

    accessible_role = QAccessible.Role.ListItem

    activated = Signal()
    ticked = Signal(bool)
    walked = Signal(int)

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._selected = False
        self._theme = current_theme()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tick = CheckBox(name=f"Accept {change.title}")
        self._tick.clicked.connect(self.ticked)
        self._tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Text("", weight=600, wrap=True)
        self._words = Text("", size=12, tone="second", wrap=True)
        words = column(self._title, self._words, spacing=2, margins=(0, _TICK_DROP, 0, 0))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 8, 10, 10)
        line.setSpacing(10)
        line.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def accessible_press(self) -> None:
        self.activated.emit()

    def set_change(self, change: Change) -> None:
        accepted = change.decision is Decision.ACCEPTED
        self._tick.setChecked(accepted)
        self._title.setText(change.title)
        self._title.set_tone("text" if change.supported else "amber")
        words = change.headline if change.supported else change.claims[0].reason or change.headline
        mine = "Your wording. " if change.edited is not None else "Kept. " if change.kept else ""
        self._words.setText(f"{mine}{words}")
        state = "accepted" if accepted else "left out"
        self.setAccessibleName(f"{change.title}, {state}. {words}")

    def set_selected(self, selected: bool) -> None:
        if selected != self._selected:
            self._selected = selected
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(self._theme.color("accent"), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.setBrush(self._theme.color("soft") if self._selected else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.activated.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):  # the scroll area around would take them to scroll
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def _count(changes: int) -> str:
    return "1 change" if changes == 1 else f"{changes} changes"
