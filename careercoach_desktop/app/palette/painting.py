"""How a line of the palette looks: an icon, words with what was typed marked, keys at the right end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from careercoach_desktop.app.palette.line_model import LINE
from careercoach_desktop.app.palette.lines import ActionLine, Head, Line, RecordLine
from careercoach_desktop.foundation.storage.search.model import Marked
from careercoach_desktop.foundation.uikit import (
    Radius,
    Size,
    Space,
    Weight,
    current_theme,
    key_words,
    paint_icon,
    surface,
)

HEAD, ONE_LINE, TWO_LINES = 30, 36, 54
"""Pixels: heights of a group's name, an action or short record, and a record with a snippet."""
_INSET = Space.S
_ICON = 32
_GAP = 10


class LinePainter(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, height_of(index.data(LINE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if isinstance(line, Head):
            _paint_head(painter, area, line)
        elif isinstance(line, ActionLine | RecordLine):
            if chosen:
                surface(painter, area.adjusted(_INSET, 0, -_INSET, 0), Radius.CONTROL, current_theme().color("soft"))
            _paint_line(painter, area.adjusted(_INSET, 0, -_INSET, 0), line, chosen=chosen)
        painter.restore()


def height_of(line: Line) -> int:
    """In pixels."""
    if isinstance(line, Head):
        return HEAD
    return TWO_LINES if isinstance(line, RecordLine) and line.snippet.text else ONE_LINE


def _paint_head(painter: QPainter, area: QRectF, line: Head) -> None:
    theme = current_theme()
    painter.setFont(theme.font(Size.TINY, Weight.BOLD))
    painter.setPen(theme.color("third"))
    text = area.adjusted(_INSET + _GAP, 6, -_INSET, 0)
    painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line.title)


def _paint_line(painter: QPainter, area: QRectF, line: ActionLine | RecordLine, *, chosen: bool) -> None:
    tall = isinstance(line, RecordLine) and bool(line.snippet.text)
    first = QRectF(area.left(), area.top() + (5 if tall else 0), area.width(), 24 if tall else area.height())
    icon = line.action.icon if isinstance(line, ActionLine) else line.source.icon
    paint_icon(
        painter, icon, "on_soft" if chosen else "second", QRectF(area.left() + 4, first.top(), 28, first.height())
    )
    text = first.adjusted(_ICON + 4, 0, -_GAP, 0)
    if isinstance(line, ActionLine):
        if line.action.keys:
            text.setRight(_paint_keys(painter, text, line.action.keys) - _GAP)
        paint_marked(painter, text, line.title, Size.BODY, "text")
        return
    used = paint_marked(painter, text, line.hit.title, Size.BODY, "text", Weight.MEDIUM)
    if line.hit.context.text and text.width() - used > 60:
        paint_marked(painter, text.adjusted(used + _GAP, 0, 0, 0), line.hit.context, Size.SMALL, "second")
    if tall:
        second = QRectF(text.left(), first.bottom() - 1, text.width(), 20)
        paint_marked(painter, second, line.snippet, Size.SMALL, "second")


def paint_marked(
    painter: QPainter, area: QRectF, marked: Marked, size: int, color: str, weight: int = Weight.NORMAL
) -> float:
    """Paint one line of text, what is marked in the accent's ink and bold; cut with an ellipsis. The width it took."""
    theme = current_theme()
    plain, strong = theme.font(size, weight), theme.font(size, Weight.BOLD)
    left, text = area.left(), marked.text
    for begin, end, is_marked in _runs(marked):
        font, room = (strong if is_marked else plain), area.right() - left
        piece = _cut(text[begin:end], font, room, last=end == len(text))
        painter.setFont(font)
        painter.setPen(theme.color("on_soft" if is_marked else color))
        spot = QRectF(left, area.top(), room, area.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), piece)
        left += QFontMetricsF(font).horizontalAdvance(piece)
        if piece != text[begin:end]:
            break
    return left - area.left()


def _cut(text: str, font: QFont, room: float, *, last: bool) -> str:
    metrics = QFontMetricsF(font)
    needed = metrics.horizontalAdvance(text) + (0 if last else metrics.horizontalAdvance("…"))
    return (
        text if needed <= room else metrics.elidedText(text + ("" if last else "…"), Qt.TextElideMode.ElideRight, room)
    )


def _runs(marked: Marked) -> list[tuple[int, int, bool]]:
    """The text in pieces: (start, end, marked)."""
    runs, at = [], 0
    for begin, end in marked.ranges:
        if begin > at:
            runs.append((at, begin, False))
        runs.append((begin, end, True))
        at = end
    if at < len(marked.text):
        runs.append((at, len(marked.text), False))
    return runs


def _paint_keys(painter: QPainter, area: QRectF, keys: str) -> float:
    """The keys in a small frame at the right; where it begins."""
    theme = current_theme()
    words = key_words(keys)
    font = theme.font(Size.TINY, Weight.MEDIUM)
    width = QFontMetricsF(font).horizontalAdvance(words) + 12
    frame = QRectF(area.right() - width, area.center().y() - 10, width, 20)
    surface(painter, frame, Radius.TAG, theme.color("sunken"), theme.color("line"))
    painter.setFont(font)
    painter.setPen(theme.color("second"))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)
    return frame.left()
