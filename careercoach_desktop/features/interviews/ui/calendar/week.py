"""A week: days beside each other, hours under each other, whole days in a strip above, a line for now.

Hours are those of the clock on the wall. Where clocks change, the day has the hours it has: one that is skipped says so
and stays empty, one that comes twice holds what is in both beside each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.canvas import Canvas
from careercoach_desktop.features.interviews.ui.calendar.dragging import Drag, Hit, Spot, speed
from careercoach_desktop.features.interviews.ui.calendar.events import DAY_MINUTES, Event
from careercoach_desktop.features.interviews.ui.calendar.layout import lanes, side_by_side, week_of
from careercoach_desktop.features.interviews.ui.calendar.moving import (
    SNAP,
    lasting,
    moved_by_days,
    moved_by_minutes,
    moved_to,
    snapped,
)
from careercoach_desktop.features.interviews.ui.calendar.painting import CHIP
from careercoach_desktop.features.interviews.ui.calendar.week_painting import WeekPainter
from careercoach_desktop.features.interviews.ui.calendar.words import clock, count_words, day_long
from careercoach_desktop.features.interviews.ui.words import tr

HOUR = 48
"""Pixels of an hour."""
GUTTER = 58
HEAD = 50
_LANE = CHIP + 2
_MOST_LANES = 4
_BAR = 8
_EDGE = 6
"""Pixels at the lower edge of a block by which it is made longer."""
_STEP_MINUTES = 30
_FIRST_SEEN = 7.5
"""The hour at the top when the week is first seen."""


@dataclass(frozen=True, slots=True)
class Block:
    """An event on one day (or in the strip), and where."""

    area: QRectF
    event: Event
    day: date
    in_strip: bool = False
    ends_here: bool = True


class WeekView(Canvas):
    """The week that holds a day. Places inside the hours are in pixels of the widget, as scrolled now."""

    WHAT: ClassVar[str] = "Week"

    def __init__(self, zone: str, now: Callable[[], datetime], day: date | None = None) -> None:
        self._first_weekday = QLocale().firstDayOfWeek().value
        self._start = week_of(day or now().date(), self._first_weekday)
        self.working = {each.value for each in QLocale().weekdays()}
        self.blocks: list[Block] = []
        self.more: dict[date, tuple[QRectF, int]] = {}
        self._lanes = 1
        self._scrolled = False
        super().__init__(zone, now)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setSingleStep(HOUR // 2)
        self.bar.valueChanged.connect(self._scroll)
        self._painter = WeekPainter(self)
        self.setMinimumSize(420, 300)
        if not self.first_day() <= self.spot.day <= self.last_day():
            self.spot = Spot(self._start)

    def sizeHint(self) -> QSize:
        return QSize(900, 640)

    def first_day(self) -> date:
        return self._start

    def last_day(self) -> date:
        return self._start + timedelta(6)

    def days(self) -> list[date]:
        return [self._start + timedelta(at) for at in range(7)]

    def show_day(self, day: date) -> None:
        start = week_of(day, self._first_weekday)
        if start != self._start:
            moved = start - self._start
            self._start = start
            if not self.first_day() <= self.spot.day <= self.last_day():
                self.spot = Spot(self.spot.day + moved, self.spot.minute)
            if not self.first_day() <= self.spot.day <= self.last_day():
                self.spot = Spot(day, self.spot.minute)
            self.show_events([])

    def spot_words(self, spot: Spot) -> str:
        day = day_long(spot.day, self.today())
        if spot.minute is None:
            return f"{day}, {tr('all day')}, {count_words(len(self.events_at(spot)))}"
        return f"{day}, {clock(spot.minute // 60, spot.minute % 60)}, {tr('free')}"

    def spot_of(self, event: Event) -> Spot:
        day = max(event.first, self._start)
        return Spot(day, None if event.in_strip else event.minutes_on(day)[0])

    def events_at(self, spot: Spot) -> list[Event]:
        there = [one for one in super().events_at(spot) if one.in_strip == (spot.minute is None)]
        if spot.minute is None:
            return there
        until = spot.minute + _STEP_MINUTES
        return [
            one for one in there if one.minutes_on(spot.day)[0] < until and spot.minute < one.minutes_on(spot.day)[1]
        ]

    # Where things are ----------------------------------------------------------------------------------------

    def body(self) -> QRectF:
        """The part with the hours, as far as it is in sight."""
        top = HEAD + self._strip_height()
        return QRectF(0, top, self.width() - _BAR, max(self.height() - top, 1))

    def column(self, day: date) -> tuple[float, float]:
        """Left and right of the day."""
        width = (self.width() - _BAR - GUTTER) / 7
        left = GUTTER + (day - self._start).days * width
        return left, left + width

    def y_of(self, minute: float) -> float:
        return self.body().top() + minute * HOUR / 60 - self.bar.value()

    def skipped(self, day: date) -> tuple[int, int] | None:
        """The minutes that clocks leave out that day."""
        return _missing(day, self.zone)

    def _strip_height(self) -> float:
        return self._lanes * _LANE + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._scrolled:
            self._scrolled = True
            self.scroll_to_work()

    def scroll_to_work(self) -> None:
        """The working day, or the earliest round before it."""
        first = min(
            (block.event.minutes_on(block.day)[0] / 60 - 0.5 for block in self.blocks if not block.in_strip),
            default=24.0,
        )
        self.bar.setValue(round(min(_FIRST_SEEN, max(first, 0)) * HOUR))

    def scroll_to(self, day: date) -> None:
        """The day's first round, a little below the top."""
        tops = [block.event.minutes_on(day)[0] for block in self.blocks if block.day == day and not block.in_strip]
        if tops:
            self.bar.setValue(round((min(tops) / 60 - 0.5) * HOUR))

    def lay_out(self) -> None:
        self.blocks, self.more = [], {}
        self._lay_strip()
        body = self.body()
        self.bar.setGeometry(self.width() - _BAR, round(body.top()), _BAR, round(body.height()))
        self.bar.setRange(0, max(24 * HOUR - int(body.height()), 0))
        self.bar.setPageStep(int(body.height()))
        for day in self.days():
            self._lay_day(day)

    def _lay_strip(self) -> None:
        end = self.last_day()
        events = [one for one in self.events if one.in_strip and one.first <= end and one.last >= self._start]
        spans = [(max((one.first - self._start).days, 0), min((one.last - self._start).days, 6)) for one in events]
        found = lanes(spans)
        self._lanes = max(1, min(max(found, default=0) + 1, _MOST_LANES))
        crowded = max(found, default=0) >= _MOST_LANES
        for event, (first, last), lane in zip(events, spans, found, strict=True):
            if crowded and lane >= _MOST_LANES - 1:
                for at in range(first, last + 1):
                    day = self._start + timedelta(at)
                    count = self.more[day][1] + 1 if day in self.more else 1
                    self.more[day] = (self._strip_area(at, at, _MOST_LANES - 1), count)
            else:
                area = self._strip_area(first, last, lane)
                self.blocks.append(Block(area, event, self._start + timedelta(first), in_strip=True))

    def _strip_area(self, first: int, last: int, lane: int) -> QRectF:
        left = self.column(self._start + timedelta(first))[0]
        right = self.column(self._start + timedelta(last))[1]
        return QRectF(left + 3, HEAD + 3 + lane * _LANE, right - left - 6, CHIP)

    def _lay_day(self, day: date) -> None:
        events = [one for one in self.events if not one.in_strip and one.first <= day <= one.last]
        spans = [one.minutes_on(day) for one in events]
        order = sorted(range(len(events)), key=lambda at: (spans[at][0], -spans[at][1]))
        places = side_by_side([spans[at] for at in order])
        for at, (column, columns) in zip(order, places, strict=True):
            area = self.block_area(day, *spans[at], column, columns)
            self.blocks.append(Block(area, events[at], day, ends_here=day == events[at].last))

    def block_area(self, day: date, top: int, bottom: int, column: int = 0, columns: int = 1) -> QRectF:
        """Where these minutes of the day are; no block is too low to be seen."""
        left, right = self.column(day)
        width = (right - left - 6) / columns
        height = max((bottom - top) * HOUR / 60, HOUR / 60 * SNAP + 5)
        gap = 2 if column < columns - 1 else 0
        return QRectF(left + 3 + column * width, self.y_of(top) + 1, width - gap, height - 2)

    def rect_of(self, event_id: int) -> QRectF | None:
        return next((block.area for block in self.blocks if block.event.id == event_id), None)

    def hit(self, at: QPointF) -> Hit:
        day = self._day_at(at)
        if day is None:
            return Hit()
        if at.y() < HEAD:
            return Hit(Spot(day), number=True)
        in_strip = at.y() < self.body().top()
        spot = Spot(day, None if in_strip else self._minute_at(at))
        for block in reversed(self.blocks):
            if block.in_strip == in_strip and block.area.contains(at):
                low = not in_strip and block.ends_here and at.y() > block.area.bottom() - _EDGE
                return Hit(spot, block.event, edge=low)
        if in_strip and day in self.more and self.more[day][0].contains(at):
            return Hit(spot, more=True)
        return Hit(spot)

    def _day_at(self, at: QPointF) -> date | None:
        width = (self.width() - _BAR - GUTTER) / 7
        place = int((at.x() - GUTTER) // width)
        return self._start + timedelta(place) if 0 <= place < 7 and at.y() >= 0 else None

    def _minute_at(self, at: QPointF) -> int:
        minute = (at.y() - self.body().top() + self.bar.value()) * 60 / HOUR
        return int(min(max(minute, 0), DAY_MINUTES - 1))

    def inside(self, at: QPointF) -> QPointF:
        """A drag that began among the hours stays there, one in the strip too."""
        body = self.body()
        x = min(max(at.x(), GUTTER + 1), self.width() - _BAR - 2)
        if self.drag is not None and self.drag.grip.minute is None:
            return QPointF(x, HEAD + 2)
        return QPointF(x, min(max(at.y(), body.top() + 1), body.bottom() - 1))

    # Moving --------------------------------------------------------------------------------------------------

    def next_spot(self, across: int, down: int) -> Spot:
        day, minute = self.spot.day + timedelta(across), self.spot.minute
        if down > 0:
            minute = (
                0
                if minute is None
                else min(minute // _STEP_MINUTES * _STEP_MINUTES + _STEP_MINUTES, DAY_MINUTES - _STEP_MINUTES)
            )
        elif down < 0 and minute is not None:
            minute = (minute - 1) // _STEP_MINUTES * _STEP_MINUTES if minute > 0 else None
        return Spot(day, minute)

    def stepped(self, event: Event, across: int, down: int) -> When:
        if across or event.when.all_day:
            return moved_by_days(event.when, across, self.zone)
        return moved_by_minutes(event.when, down * SNAP)

    def free_time(self, spot: Spot) -> When:
        day = datetime.combine(spot.day, time())
        if spot.minute is None:
            return When(local=day, zone=self.zone, minutes=DAY_MINUTES, all_day=True)
        begin = min(spot.minute // _STEP_MINUTES * _STEP_MINUTES, DAY_MINUTES - _STEP_MINUTES)
        return When(local=day + timedelta(minutes=begin), zone=self.zone)

    def dragged(self, drag: Drag, spot: Spot) -> When:
        if drag.grip.minute is None or spot.minute is None:
            return self._dragged_days(drag, spot)
        if drag.event is None:
            return self._chosen_time(drag.grip, spot)
        when, days = drag.event.when, (spot.day - drag.grip.day).days
        if drag.resizes:
            end = drag.event.minutes_on(drag.event.last)[1]
            return lasting(when, when.minutes + snapped(end + spot.minute - drag.grip.minute) - end)
        begin = drag.event.start.hour * 60 + drag.event.start.minute
        shift = spot.minute - drag.grip.minute
        if days == 0 and abs(shift) < SNAP / 2:
            return when
        minute = min(max(snapped(begin + shift), 0), DAY_MINUTES - SNAP)
        return moved_to(
            when, drag.event.first + timedelta(days), minute if abs(shift) >= SNAP / 2 else begin, self.zone
        )

    def _dragged_days(self, drag: Drag, spot: Spot) -> When:
        days = (spot.day - drag.grip.day).days
        if drag.event is not None:
            return moved_by_days(drag.event.when, days, self.zone)
        first = min(spot.day, drag.grip.day)
        local = datetime.combine(first, time())
        return When(local=local, zone=self.zone, minutes=(abs(days) + 1) * DAY_MINUTES, all_day=True)

    def _chosen_time(self, grip: Spot, spot: Spot) -> When:
        """From the quarter that was taken to the one under the pointer, on the day that was taken."""
        one, other = sorted(((grip.minute or 0) // SNAP * SNAP, (spot.minute or 0) // SNAP * SNAP))
        day = datetime.combine(grip.day, time())
        return When(local=day + timedelta(minutes=one), zone=self.zone, minutes=max(other - one + SNAP, SNAP))

    def scroll_near(self, at: QPointF) -> None:
        if self.drag is None or self.drag.grip.minute is None:
            return
        body = self.body()
        step = speed(at.y() - body.top(), body.height())
        if step:
            self.bar.setValue(self.bar.value() + step)
            self.drag_again(at)

    def turns_at(self, at: QPointF) -> int:
        if self.drag is not None and (self.drag.resizes or self.drag.event is None):
            return 0
        return -1 if at.x() < GUTTER / 2 else 1 if at.x() > self.width() - _BAR else 0

    def bring_into_sight(self, spot: Spot) -> None:
        if spot.minute is None:
            return
        top, height = spot.minute * HOUR / 60, self.body().height()
        if top < self.bar.value():
            self.bar.setValue(int(top) - HOUR // 2)
        elif top + HOUR > self.bar.value() + height:
            self.bar.setValue(int(top + HOUR * 1.5 - height))

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta().y() or event.angleDelta().y() * HOUR / 120
        self.bar.setValue(round(self.bar.value() - delta))
        event.accept()

    def _scroll(self) -> None:
        self.lay_out()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painter.paint()

    @property
    def chosen_id(self) -> int | None:
        return self._chosen

    @property
    def hovered_id(self) -> int | None:
        return self._hovered


@lru_cache(400)
def _missing(day: date, zone: str) -> tuple[int, int] | None:
    """Minutes after midnight between which clocks are put forward, if they are on that day."""
    place = zone_of(zone)
    begin = datetime.combine(day, time())
    for minute in range(0, DAY_MINUTES, 30):
        local = begin + timedelta(minutes=minute)
        before, after = (local.replace(tzinfo=place, fold=fold).utcoffset() for fold in (0, 1))
        if before is not None and after is not None and after > before:
            return minute, minute + int((after - before).total_seconds() // 60)
    return None
