"""One row of the table, painted once per content, state and layout and then copied from a cache.

A screen of rows has some three hundred cells; painted one by one through delegates they take longer than a frame, as
pictures of whole rows two milliseconds. A picture is keyed by everything it shows, so it only ever falls out of the
cache.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QPixmapCache

from careercoach_desktop.features.jobs.model import CaptureState, JobCard
from careercoach_desktop.features.jobs.ui.card_painting import see_through
from careercoach_desktop.features.jobs.ui.highlights import mark_behind
from careercoach_desktop.features.jobs.ui.status_mark import MARK, paint_status
from careercoach_desktop.features.jobs.ui.table_columns import (
    EDITABLE,
    TableColumn,
    cell_words,
    is_near,
)
from careercoach_desktop.features.jobs.ui.words import wants_follow_up
from careercoach_desktop.foundation.uikit.icons import icon_pixmap
from careercoach_desktop.foundation.uikit.painting import surface
from careercoach_desktop.foundation.uikit.texts import plain_tip
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius, Size, Space, Weight

ROW_HEIGHT = 38
PAD = 8.0
"""Between a column's edge and its words."""
CHIP = 24.0
PILL = 20.0
TAG = 20.0
MIDDLE = ROW_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Where the columns stand: (column, left, width), in pixels from the row's own left edge."""

    cells: tuple[tuple[TableColumn, int, int], ...]
    width: int


@dataclass(frozen=True, slots=True)
class RowLook:
    """What besides the job changes a row's picture. ``over`` is the editable cell under the pointer; ``words`` are
    marked."""

    selected: bool = False
    hovered: bool = False
    over: TableColumn | None = None
    words: tuple[str, ...] = ()


def row_picture(card: JobCard, look: RowLook, layout: RowLayout, ratio: float, today: date) -> QPixmap:
    """The row as a picture of ``layout.width`` × ``ROW_HEIGHT`` device-independent pixels."""
    key = f"row/{hash(card)}/{hash(look)}/{hash(layout)}/{ratio}/{today.toordinal()}/{current_theme().is_dark}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(layout.width * ratio), round(ROW_HEIGHT * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _RowPainter(painter, card, look, layout, today).paint()
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def room_for_words(column: TableColumn, width: int) -> float:
    """How many pixels of a cell its plain words have; for telling whether they were cut."""
    beside = {TableColumn.STATUS: MARK + 18.0}.get(column, 0.0)
    return width - 2 * PAD - beside


def font_of(column: TableColumn) -> tuple[int, int]:
    """Size and weight of a column's words."""
    return (Size.BODY, Weight.MEDIUM) if column is TableColumn.TITLE else (Size.SMALL, Weight.NORMAL)


def cell_tip(card: JobCard, column: TableColumn, width: int, today: date) -> str:
    """What a cell of this width could not show whole; a job that could not be read says why."""
    if column is TableColumn.TITLE and card.problem:
        return plain_tip(card.problem)
    words, room = cell_words(card, column, today), room_for_words(column, width)
    if column is TableColumn.TAGS:
        shown = [text for text, _width in tags_that_fit(card.tags, room)]
        return "" if shown == list(card.tags) else plain_tip(words)
    wide = QFontMetricsF(current_theme().font(*font_of(column))).horizontalAdvance(words)
    return plain_tip(words) if wide > room else ""


def tags_that_fit(tags: tuple[str, ...], room: float) -> list[tuple[str, float]]:
    """(text, width) of the chips there is room for; the first is shortened, and ``+2`` stands for the rest."""
    metrics = QFontMetricsF(current_theme().font(Size.TINY))
    rest_width = metrics.horizontalAdvance("+99") + Space.XS
    fitting: list[tuple[str, float]] = []
    left = room
    for at, tag in enumerate(tags):
        last = at == len(tags) - 1
        free = left - (0 if last else rest_width)
        shown = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, max(free - 12, 0))
        if (fitting and shown != tag) or len(shown) < min(len(tag), 3):
            fitting.append((f"+{len(tags) - at}", -1.0))
            break
        width = metrics.horizontalAdvance(shown) + 12
        fitting.append((shown, width))
        left -= width + Space.XS
    return fitting


class _RowPainter:
    """The strokes of one row, left to right."""

    def __init__(self, painter: QPainter, card: JobCard, look: RowLook, layout: RowLayout, today: date) -> None:
        self._painter = painter
        self._card = card
        self._look = look
        self._layout = layout
        self._today = today
        self._theme = current_theme()
        self._ratio = painter.device().devicePixelRatioF()

    def paint(self) -> None:
        self._ground()
        for column, left, width in self._layout.cells:
            if column in EDITABLE and self._look.over is column:
                self._invite(left, width)
            _CELLS.get(column, _RowPainter._words)(self, column, left + PAD, left + width - PAD)

    def _ground(self) -> None:
        theme, look, width = self._theme, self._look, self._layout.width
        area = QRectF(0, 0, width, ROW_HEIGHT)
        if look.selected:
            surface(self._painter, area.adjusted(0, 0, 0, -1), Radius.CONTROL, theme.color("soft"))
        elif look.hovered:
            surface(self._painter, area.adjusted(0, 0, 0, -1), Radius.CONTROL, theme.color("hover"))
        if not look.selected:
            self._painter.fillRect(QRectF(PAD, ROW_HEIGHT - 1, width - 2 * PAD, 1), see_through("line", 170))

    def _invite(self, left: int, width: int) -> None:
        """What can be changed here shows it under the pointer."""
        area = QRectF(left + 1, MIDDLE - CHIP / 2 - 1, width - 4, CHIP + 1)
        line = "accent" if self._look.selected else "line_strong"
        surface(self._painter, area, Radius.CONTROL, self._theme.color("surface"), see_through(line, 150))

    def _words(self, column: TableColumn, left: float, right: float) -> None:
        size, weight = font_of(column)
        words = cell_words(self._card, column, self._today)
        self._text(words, left, right, size, weight, "second", marked=column is TableColumn.LOCATION)

    def _title(self, column: TableColumn, left: float, right: float) -> None:
        card = self._card
        if card.capture == CaptureState.FAILED:
            self._icon("warning", "amber", left)
            left += 20
        tone = "second" if card.capture == CaptureState.READING or card.archived else "text"
        size, weight = font_of(column)
        self._text(card.title, left, right, size, weight, tone, marked=True)

    def _company(self, column: TableColumn, left: float, right: float) -> None:
        tone = "third" if self._card.capture == CaptureState.READING else "second"
        words = cell_words(self._card, column, self._today)
        self._text(words, left, right, Size.SMALL, Weight.NORMAL, tone, marked=True)

    def _status(self, column: TableColumn, left: float, right: float) -> None:
        paint_status(self._painter, self._card.status, QPointF(left + MARK / 2, MIDDLE))
        words = cell_words(self._card, column, self._today)
        self._text(words, left + MARK + 8, right, Size.SMALL, Weight.MEDIUM, "text")

    def _match(self, _column: TableColumn, left: float, _right: float) -> None:
        if self._card.score is None:
            return
        font, text = self._theme.font(Size.SMALL, Weight.BOLD), str(self._card.score)
        width = max(QFontMetricsF(font).horizontalAdvance(text) + 14, 28)
        ground = "surface" if self._look.selected else "soft"
        self._pill(QRectF(left, MIDDLE - PILL / 2, width, PILL), PILL / 2, ground)
        self._chip_text(text, QRectF(left, MIDDLE - PILL / 2, width, PILL), font, "on_soft")

    def _deadline(self, column: TableColumn, left: float, right: float) -> None:
        words = cell_words(self._card, column, self._today)
        if words and is_near(self._card, self._today):
            self._urgent(words, left, right)
            return
        over = self._card.deadline is not None and self._card.deadline < self._today
        self._text(words, left, right, Size.SMALL, Weight.NORMAL, "third" if over else "second")

    def _follow_up(self, column: TableColumn, left: float, right: float) -> None:
        card, words = self._card, cell_words(self._card, column, self._today)
        if wants_follow_up(card, self._today):
            self._urgent(words, left, right)
        else:
            self._text(words, left, right, Size.SMALL, Weight.NORMAL, "second")

    def _next_interview(self, column: TableColumn, left: float, right: float) -> None:
        words = cell_words(self._card, column, self._today)
        if words:
            self._urgent(words, left, right)

    def _tags(self, _column: TableColumn, left: float, right: float) -> None:
        font = self._theme.font(Size.TINY)
        at = left
        for text, width in tags_that_fit(self._card.tags, right - left):
            if width < 0:
                self._text(text, at, right, Size.TINY, Weight.NORMAL, "third")
                break
            area = QRectF(at, MIDDLE - TAG / 2, width, TAG)
            self._pill(area, Radius.TAG, "surface" if self._look.selected or self._look.hovered else "sunken")
            self._chip_text(text, area, font, "second")
            at += width + Space.XS

    def _priority(self, column: TableColumn, left: float, _right: float) -> None:
        if self._card.priority:
            self._icon("flag", "text", left)
        elif self._look.over is column:
            self._icon("flag", "third", left)

    # Strokes -------------------------------------------------------------------------------------------------

    def _urgent(self, words: str, left: float, right: float) -> None:
        self._icon("calendar-check", "amber", left)
        self._text(words, left + 19, right, Size.SMALL, Weight.MEDIUM, "amber")

    def _pill(self, area: QRectF, radius: float, ground: str) -> None:
        surface(self._painter, area, radius, self._theme.color(ground))

    def _chip_text(self, text: str, area: QRectF, font: object, tone: str) -> None:
        self._painter.setFont(font)  # type: ignore[arg-type]  # a QFont
        self._painter.setPen(self._theme.color(tone))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _icon(self, name: str, tone: str, left: float) -> None:
        picture = icon_pixmap(name, tone, 14, self._ratio)
        self._painter.drawPixmap(QPointF(round(left), round(MIDDLE - 7)), picture)

    def _text(
        self, text: str, left: float, right: float, size: int, weight: int, tone: str, *, marked: bool = False
    ) -> None:
        if not text or right <= left:
            return
        font = self._theme.font(size, weight)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        if marked and self._look.words:
            mark_behind(self._painter, shown, self._look.words, metrics, left, MIDDLE)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(tone))
        area = QRectF(left, 0, right - left, ROW_HEIGHT - 1)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


_CELLS: dict[TableColumn, Callable[[_RowPainter, TableColumn, float, float], None]] = {
    TableColumn.TITLE: _RowPainter._title,  # noqa: SLF001 - which strokes a column gets
    TableColumn.COMPANY: _RowPainter._company,  # noqa: SLF001 - as above
    TableColumn.STATUS: _RowPainter._status,  # noqa: SLF001 - as above
    TableColumn.MATCH: _RowPainter._match,  # noqa: SLF001 - as above
    TableColumn.DEADLINE: _RowPainter._deadline,  # noqa: SLF001 - as above
    TableColumn.TAGS: _RowPainter._tags,  # noqa: SLF001 - as above
    TableColumn.PRIORITY: _RowPainter._priority,  # noqa: SLF001 - as above
    TableColumn.FOLLOW_UP: _RowPainter._follow_up,  # noqa: SLF001 - as above
    TableColumn.NEXT_INTERVIEW: _RowPainter._next_interview,  # noqa: SLF001 - as above
}
