"""How a round looks on the calendar: a line in a month, a block in a week.

Quiet when it is over, struck through when it is cancelled; an overlap and what came of it have an icon each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from careercoach_desktop.features.interviews.model import InterviewOutcome
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.calendar.words import (
    called,
    round_words,
    span_words,
    there_words,
    time_of,
)
from careercoach_desktop.features.interviews.ui.words import OUTCOME_ICONS, TYPE_ICONS, tr
from careercoach_desktop.foundation.uikit import (
    Radius,
    Size,
    Weight,
    current_theme,
    focus_ring,
    paint_icon,
    surface,
)

CHIP = 21
"""Height of a line in a month and in the strip of whole days."""
_ICON = 13
_BAR = 3
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROOM_FOR_ICON = 84
_ROOM_FOR_THERE = 210
_Type = tuple[QFont, QFontMetricsF]


@dataclass(frozen=True, slots=True)
class Look:
    """How one event is to be shown now."""

    now: datetime
    chosen: bool = False
    hovered: bool = False
    ring: bool = False
    ghost: bool = False
    faded: bool = False


def mark_of(event: Event, now: datetime) -> tuple[str, str]:
    """(icon, colour) that says the most about it."""
    one = event.interview
    if event.line.conflicts and not one.cancelled and not event.is_past(now):
        return "warning", "amber"
    if one.outcome is not InterviewOutcome.PENDING:
        return OUTCOME_ICONS[one.outcome]
    return TYPE_ICONS[one.type], "third" if event.is_past(now) else "second"


def paint_chip(painter: QPainter, area: QRectF, event: Event, look: Look, *, filled: bool, time: bool = True) -> None:
    """One line: icon, time, whose round. ``filled`` gives it a ground, as whole days have."""
    theme = current_theme()
    if look.faded:
        painter.setOpacity(0.4)
    if look.chosen or look.ghost:
        line = theme.color("accent") if look.ghost else None
        surface(painter, area, Radius.TAG, theme.color("soft"), line)
    elif look.hovered or filled:
        surface(painter, area, Radius.TAG, theme.color("hover" if look.hovered else "sunken"))
    inner = area.adjusted(5, 0, -5, 0)
    quiet = event.interview.cancelled or event.is_past(look.now)
    bright = look.chosen or look.ghost
    if inner.width() > _ROOM_FOR_ICON:
        name, ink = mark_of(event, look.now)
        paint_icon(painter, name, ink, QRectF(inner.left(), inner.top(), _ICON, inner.height()), _ICON)
        inner.setLeft(inner.left() + _ICON + 5)
    if time and not event.in_strip:
        inner.setLeft(
            _word(painter, inner, time_of(event.start), _font(Size.TINY, Weight.NORMAL),
                  "on_soft" if bright else "third" if quiet else "second") + 5
        )  # fmt: skip
    if inner.width() > _ROOM_FOR_THERE and (there := there_words(event)):
        inner.setRight(_word(painter, inner, there, _font(Size.TINY, Weight.NORMAL), "third", right=True) - 6)
    font = _font(Size.SMALL, Weight.NORMAL if quiet else Weight.MEDIUM, struck=event.interview.cancelled)
    _word(painter, inner, called(event.line), font, "on_soft" if bright else "third" if quiet else "text")
    if look.ring:
        focus_ring(painter, area, Radius.TAG)
    painter.setOpacity(1.0)


def paint_block(painter: QPainter, area: QRectF, event: Event, look: Look) -> None:
    """As many lines as there is room for: whose round, when (there too), what kind, where."""
    theme = current_theme()
    quiet = event.interview.cancelled or event.is_past(look.now)
    bright = look.chosen or look.ghost
    if look.faded:
        painter.setOpacity(0.4)
    ground = "soft" if bright else "hover" if look.hovered else "sunken"
    surface(painter, area, Radius.TAG, theme.color("surface"))  # a gap where blocks touch
    edge = theme.color("accent") if look.ghost else theme.color("line")
    surface(painter, area, Radius.TAG, theme.color(ground), edge)
    bar = "accent" if bright else "line_strong" if not quiet else "line"
    surface(painter, QRectF(area.left(), area.top(), _BAR, area.height()), 1.5, theme.color(bar))
    inner = area.adjusted(_BAR + 5, 2, -4, -2)
    ink = "on_soft" if bright else "third" if quiet else "text"
    second = "on_soft" if bright else "third" if quiet else "second"
    name, colour = mark_of(event, look.now)
    title = _font(Size.SMALL, Weight.MEDIUM, struck=event.interview.cancelled)
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    row = QRectF(inner.left(), inner.top(), inner.width(), 17)
    if inner.height() < 30:
        row.setHeight(max(inner.height(), 12))
    if inner.width() > 70 or (name == "warning" and inner.width() > 30):
        paint_icon(painter, name, colour, QRectF(row.right() - _ICON, row.top(), _ICON, row.height()), _ICON)
        row.setRight(row.right() - _ICON - 4)
    if inner.height() < 30:
        small = _font(Size.TINY, Weight.NORMAL)
        right = _word(painter, row, called(event.line), title, ink)
        row.setLeft(right + 6)
        if row.width() > 30:
            _word(painter, row, time_of(event.start), small, second)
    else:
        _word(painter, row, called(event.line), title, ink)
        tiny, top = _font(Size.TINY, Weight.NORMAL), row.bottom()
        lines = _lines(event, look.now, wide=tiny[1].horizontalAdvance(span_words(event)) <= inner.width())
        for text, tone in lines[: max(int((inner.bottom() - top + 3) // 15), 0)]:
            _word(painter, QRectF(inner.left(), top, inner.width(), 15), text, tiny, tone or second)
            top += 15
    painter.restore()
    if look.ring:
        focus_ring(painter, area, Radius.TAG)
    painter.setOpacity(1.0)


def _lines(event: Event, now: datetime, *, wide: bool) -> list[tuple[str, str]]:
    """(words, colour or none of its own) below whose round it is; a narrow block says only when it begins."""
    people = ", ".join(each.name for each in event.interview.interviewers)
    overlaps = tr("Overlaps another round") if mark_of(event, now)[0] == "warning" else ""
    time = span_words(event) if wide else time_of(event.start)
    lines = [(time, ""), (overlaps, "amber"), (there_words(event), ""), (round_words(event.line), "")]
    lines += [(event.line.title, ""), (event.interview.place, ""), (people, "")]
    return [line for line in lines if line[0]]


def _word(painter: QPainter, area: QRectF, text: str, type_: _Type, ink: str, *, right: bool = False) -> float:
    """One piece of text, cut where the room ends; where it ends (or begins, from the right)."""
    if area.width() < 6:
        return area.left() if not right else area.right()
    font, metrics = type_
    width = metrics.horizontalAdvance(text)
    if width > area.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        width = area.width()
    painter.setFont(font)
    painter.setPen(_color(current_theme().hex(ink)))
    painter.drawText(area, _RIGHT if right else _LEFT, text)
    return area.right() - width if right else area.left() + width


@cache
def _color(value: str) -> QColor:
    return QColor(value)


@cache
def _font(size: int, weight: int, *, struck: bool = False) -> tuple[QFont, QFontMetricsF]:
    """The font and what measures it: made once, asked for hundreds of times a frame."""
    font = current_theme().font(size, weight)
    font.setStrikeOut(struck)
    return font, QFontMetricsF(font)
