"""How a round looks on the calendar: a line in a month, a block in a week.

Quiet when it is over, struck through when it is cancelled; an overlap and what came of it have an icon each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache

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
_LEFT_UNCUT = _LEFT | int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)
_ROOM_FOR_ICON = 84
_ROOM_FOR_THERE = 210
_ROOM_FOR_LINES = 34
"""A block has at least so much room inside when a time can be read in it."""


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
        edge = theme.color("line") if filled else None  # days off work have the same ground
        surface(painter, area, Radius.TAG, theme.color("hover" if look.hovered else "sunken"), edge)
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
    bright = look.chosen or look.ghost
    quiet = event.interview.cancelled or event.is_past(look.now)
    if look.faded:
        painter.setOpacity(0.4)
    _paint_ground(painter, area, look, quiet=quiet)
    inner = area.adjusted(_BAR + 5, 2, -4, -2)
    inks = ("on_soft", "on_soft") if bright else ("third", "third") if quiet else ("text", "second")
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    if inner.width() < _ROOM_FOR_LINES:
        _paint_beginning(painter, inner, event, inks[0])
    else:
        _paint_inside(painter, inner, event, look.now, inks)
    painter.restore()
    if look.ring:
        focus_ring(painter, area, Radius.TAG)
    painter.setOpacity(1.0)


def _paint_ground(painter: QPainter, area: QRectF, look: Look, *, quiet: bool) -> None:
    theme = current_theme()
    bright = look.chosen or look.ghost
    ground = "soft" if bright else "hover" if look.hovered else "sunken"
    surface(painter, area, Radius.TAG, theme.color(ground), theme.color("accent" if look.ghost else "line"))
    bar = "accent" if bright else "line_strong" if not quiet else "line"
    surface(painter, QRectF(area.left(), area.top(), _BAR, area.height()), 1.5, theme.color(bar))


def _paint_beginning(painter: QPainter, inner: QRectF, event: Event, ink: str) -> None:
    """Where there is room for a few letters only those are painted, without dots that would take their place."""
    painter.setFont(_font(Size.SMALL, Weight.MEDIUM, struck=event.interview.cancelled).font)
    painter.setPen(_color(current_theme().hex(ink)))
    row = QRectF(inner.left(), inner.top(), _ROOM_FOR_LINES, max(min(inner.height(), 17), 12))
    painter.drawText(row, _LEFT_UNCUT, called(event.line))


def _paint_inside(painter: QPainter, inner: QRectF, event: Event, now: datetime, inks: tuple[str, str]) -> None:
    name, colour = mark_of(event, now)
    title = _font(Size.SMALL, Weight.MEDIUM, struck=event.interview.cancelled)
    tiny, is_low = _font(Size.TINY, Weight.NORMAL), inner.height() < 30
    row = QRectF(inner.left(), inner.top(), inner.width(), max(inner.height(), 12) if is_low else 17)
    if inner.width() > 70 or name == "warning":
        paint_icon(painter, name, colour, QRectF(row.right() - _ICON, row.top(), _ICON, row.height()), _ICON)
        row.setRight(row.right() - _ICON - 4)
    right = _word(painter, row, called(event.line), title, inks[0])
    if is_low:
        row.setLeft(right + 6)
        if row.width() > 30:
            _word(painter, row, time_of(event.start), tiny, inks[1])
        return
    top = row.bottom()
    lines = _lines(event, now, wide=tiny.metrics.horizontalAdvance(span_words(event)) <= inner.width())
    for text, tone in lines[: max(int((inner.bottom() - top + 3) // 15), 0)]:
        _word(painter, QRectF(inner.left(), top, inner.width(), 15), text, tiny, tone or inks[1])
        top += 15


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
    shown, width = _fitting(text, type_, int(area.width()))
    painter.setFont(type_.font)
    painter.setPen(_color(current_theme().hex(ink)))
    painter.drawText(area, _RIGHT if right else _LEFT, shown)
    return area.right() - width if right else area.left() + width


@cache
def _color(value: str) -> QColor:
    return QColor(value)


@dataclass(frozen=True, slots=True, eq=False)
class _Type:
    font: QFont
    metrics: QFontMetricsF


@cache
def _font(size: int, weight: int, *, struck: bool = False) -> _Type:
    """The font and what measures it: made once, asked for hundreds of times a frame."""
    font = current_theme().font(size, weight)
    font.setStrikeOut(struck)
    return _Type(font, QFontMetricsF(font))


@lru_cache(4096)
def _fitting(text: str, type_: _Type, room: int) -> tuple[str, float]:
    """As much of the text as ``room`` has place for, and how wide that is: rounds of a week are called alike, and
    measuring costs as much as painting."""
    width = type_.metrics.horizontalAdvance(text)
    if width <= room:
        return text, width
    return type_.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), float(room)
