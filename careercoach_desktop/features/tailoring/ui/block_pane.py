"""One side of the review: a résumé as blocks, with marked words and clickable changes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from careercoach_desktop.features.tailoring.comparing import Block, BlockKind, BlockState, Segment, Tone
from careercoach_desktop.foundation.uikit import Line, Scroll, Text, Theme, clear, column, current_theme, row

_NOTES = {BlockState.LEFT_OUT: "left out", BlockState.HIDDEN: "left out", BlockState.MOVED: "moved up"}
_EDGE = 22
"""Where the column of text begins and ends."""
_AIR = 6
"""Between the words of a chosen block and the edge of its tint; the words themselves stay on the column's line."""
_DOT = 15
"""A bullet and the gap after it."""


class BlockPane(QWidget):
    """``title`` stands left, ``side`` right above the blocks (``Master · version 6`` / ``Original``)."""

    change_clicked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title = Text("", size=12, tone="third")
        self._side = Text("", size=12, tone="third")
        content = QWidget()
        # As tall as the lines are at the width they have: the least height of wrapped lines is that of a narrow column.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._blocks = QVBoxLayout(content)
        self._blocks.setContentsMargins(_EDGE - _AIR, 0, _EDGE - _AIR, 24)
        self._blocks.setSpacing(0)
        self._scroll = Scroll(content, name=name)
        self._rows: list[BlockRow] = []
        head = row(self._title, self._side, margins=(_EDGE, 16, _EDGE, 8))
        head.setStretch(0, 1)
        layout = column(head, self._scroll, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def set_head(self, title: str, side: str) -> None:
        self._title.setText(title)
        self._side.setText(side)

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; keeps the scroll position when only decisions changed."""
        bar = self._scroll.verticalScrollBar()
        at = bar.value()
        if len(blocks) == len(self._rows):
            for shown, block in zip(self._rows, blocks, strict=True):
                shown.set_block(block)
        else:
            self._rebuild(blocks)
        bar.setValue(at)

    def select(self, change_id: str | None) -> None:
        """Highlight the blocks a change touches and bring the first into view."""
        first: BlockRow | None = None
        for shown in self._rows:
            chosen = change_id is not None and change_id in shown.block.change_ids
            shown.set_selected(chosen)
            if chosen and first is None:
                first = shown
        if first is not None:
            self._scroll.ensureWidgetVisible(first, 0, 60)

    def _rebuild(self, blocks: Sequence[Block]) -> None:
        clear(self._blocks)
        self._rows = []
        for block in blocks:
            shown = BlockRow(block)
            shown.clicked.connect(self.change_clicked)
            self._rows.append(shown)
            self._blocks.addWidget(shown)
        self._blocks.addStretch(1)


class BlockRow(QWidget):
    """A heading, paragraph or bullet; a click on one that a change touches selects that change."""

    clicked = Signal(str)

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.block = block
        self._selected = False
        self._dot = Text("•") if block.kind is BlockKind.BULLET else None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout()
        line.setContentsMargins(*_margins(block.kind))
        line.setSpacing(0)
        if self._dot is not None:
            self._dot.setFixedWidth(_DOT)
            line.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        if block.kind is BlockKind.SECTION:
            outer.addLayout(row(Line(), margins=(_AIR, 0, _AIR, 0)))
            outer.addSpacing(4)
        self._theme = current_theme()
        self._theme.changed.connect(self._render)
        self._render()

    def set_block(self, block: Block) -> None:
        if block != self.block:
            self.block = block
            self._render()

    def set_selected(self, selected: bool) -> None:
        if selected != self._selected:
            self._selected = selected
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        left_out = self.block.state is BlockState.LEFT_OUT
        if self._selected or left_out:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("amber_soft" if left_out else "soft"))
            indent = _DOT if self.block.kind is BlockKind.BULLET else 0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(indent, 0, 0, 0), 6, 6)
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.block.change_ids:
            self.clicked.emit(self.block.change_ids[0])
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._render()
        super().changeEvent(event)

    def _render(self) -> None:
        block = self.block
        if block.change_ids:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label.setFont(self._theme.font(*_font(block.kind)))
        self._label.setText(_html(block, self._theme))
        note = _NOTES.get(block.state, "")
        self.setAccessibleName(f"{block.text}, {note}" if note else block.text)
        self.update()


def _font(kind: BlockKind) -> tuple[int, int]:
    return {BlockKind.SECTION: (12, 600), BlockKind.ENTRY: (13, 600)}.get(kind, (13, 400))


def _margins(kind: BlockKind) -> tuple[int, int, int, int]:
    if kind is BlockKind.SECTION:
        return (_AIR, 10, _AIR, 5)
    return (_AIR, 4, _AIR, 4)


def _html(block: Block, theme: Theme) -> str:
    section = block.kind is BlockKind.SECTION
    colour = theme.hex("third" if block.state is BlockState.HIDDEN else "second" if section else "text")
    words = "".join(_span(segment, block.state, theme) for segment in block.segments)
    note = _NOTES.get(block.state, "")
    if note:
        tone = theme.hex("amber" if block.state is BlockState.LEFT_OUT else "third")
        words += f'&nbsp;&nbsp;<span style="color:{tone}; font-size:11px">{note}</span>'
    return f'<div style="color:{colour}; line-height:125%">{words}</div>'


def _span(segment: Segment, state: BlockState, theme: Theme) -> str:
    text = escape(segment.text)
    if segment.tone is Tone.SAME:
        return f"<s>{text}</s>" if state is BlockState.HIDDEN else text
    if segment.tone is Tone.REMOVED:
        style = f"background-color:{theme.hex('red_soft')}; color:{theme.hex('red')}; text-decoration:line-through"
    elif state is BlockState.LEFT_OUT:
        style = f"color:{theme.hex('amber')}"
    else:
        style = f"background-color:{theme.hex('green_soft')}; color:{theme.hex('green')}"
    return f'<span style="{style}">{text}</span>'
