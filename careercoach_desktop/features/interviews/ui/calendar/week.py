"""A week: days beside each other, hours under each other, whole days in a strip above, a line for now.

Hours are those of the clock on the wall. Where clocks change, the day has the hours it has: one that is skipped says so
and stays empty, one that comes twice holds what is in both beside each other.
"""

from __future__ import annotations

from collections.abc import Callable
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
from careercoach_desktop.features.interviews.ui.calendar.layout import week_of
from careercoach_desktop.features.interviews.ui.calendar.moving import (
    SNAP,
    all_of,
    at_hours,
    lasting,
    moved_by_days,
    moved_by_minutes,
    moved_to,
    snapped,
)
from careercoach_desktop.features.interviews.ui.calendar.week_layout import (
    BAR,
    GUTTER,
    HEAD,
    HOUR,
    Block,
    Gathered,
    WeekLayout,
)
from careercoach_desktop.features.interviews.ui.calendar.week_painting import WeekPainter
from careercoach_desktop.features.interviews.ui.calendar.words import clock, count_words, day_long
from careercoach_desktop.features.interviews.ui.words import tr

_EDGE = 6
"""Pixels at the lower edge of a block by which it is made longer."""
_STEP_MINUTES = 30
_FIRST_SEEN = 7.5
"""The hour at the top when the week is first seen."""


class WeekView(Canvas):
    """The week that holds a day. Places inside the hours are in pixels of the widget, as scrolled now."""

    WHAT: ClassVar[str] = "Week"

    def __init__(self, zone: str, now: Callable[[], datetime], day: date | None = None) -> None:
        self._first_weekday = QLocale().firstDayOfWeek().value
        self._layout = WeekLayout(week_of(day or now().date(), self._first_weekday))
        self.working = {each.value for each in QLocale().weekdays()}
        self._scrolled = False
        super().__init__(zone, now)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setSingleStep(HOUR // 2)
        self.bar.valueChanged.connect(self._scroll)
        self._painter = WeekPainter(self)
        self.setMinimumSize(420, 300)
        if not self.first_day() <= self.spot.day <= self.last_day():
            self.spot = Spot(self.first_day())

    def sizeHint(self) -> QSize:
        return QSize(900, 640)

    def first_day(self) -> date:
        return self._layout.start

    def last_day(self) -> date:
        return self._layout.start + timedelta(6)

    def days(self) -> list[date]:
        return self._layout.days()

    def show_day(self, day: date) -> None:
        start = week_of(day, self._first_weekday)
        if start != self._layout.start:
            moved = start - self._layout.start
            self._layout.start = start
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
        day = max(event.first, self.first_day())
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
        return self._layout.body()

    def column(self, day: date) -> tuple[float, float]:
        """Left and right of the day."""
        return self._layout.column(day)

    def y_of(self, minute: float) -> float:
        return self._layout.y_of(minute)

    def block_area(self, day: date, top: int, bottom: int) -> QRectF:
        """Where these minutes of the day are."""
        return self._layout.block_area(day, top, bottom)

    def strip_area(self, first: date, last: date) -> QRectF:
        """The uppermost line above these days."""
        return self._layout.strip_area(first, last)

    @property
    def blocks(self) -> list[Block]:
        """Every round that has a place of its own."""
        return self._layout.blocks

    @property
    def gathered(self) -> list[Gathered]:
        """What there is no room for."""
        return self._layout.gathered

    @property
    def in_front(self) -> Block | None:
        """The chosen round where it is none of the ``blocks``."""
        event = self.chosen_event
        return self._layout.in_front(event) if event is not None else None

    def skipped(self, day: date) -> tuple[int, int] | None:
        """The minutes that clocks leave out that day."""
        return _missing(day, self.zone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._scrolled:
            self._scrolled = True
            self.scroll_to_work()

    def scroll_to_work(self) -> None:
        """The working day, or the earliest beginning before it: what only ends in the morning doesn't count."""
        begins = (one.start.hour + one.start.minute / 60 - 0.5 for one in self.events if not one.in_strip)
        first = min(begins, default=24.0)
        self.bar.setValue(round(min(_FIRST_SEEN, max(first, 0)) * HOUR))

    def scroll_to(self, day: date) -> None:
        """The day's first round, a little below the top."""
        tops = [block.event.minutes_on(day)[0] for block in self.blocks if block.day == day and not block.in_strip]
        if tops:
            self.bar.setValue(round((min(tops) / 60 - 0.5) * HOUR))

    def lay_out(self) -> None:
        self._layout.width, self._layout.height = self.width(), self.height()
        self._layout.arrange(self.events)
        body = self.body()
        self.bar.setGeometry(self.width() - BAR, round(body.top()), BAR, round(body.height()))
        self.bar.setRange(0, max(24 * HOUR - int(body.height()), 0))
        self.bar.setPageStep(int(body.height()))

    def rect_of(self, event_id: int) -> QRectF | None:
        front = self.in_front if event_id == self._chosen else None
        return front.area if front is not None else self._layout.rect_of(event_id)

    def hit(self, at: QPointF) -> Hit:
        day = self._layout.day_at(at)
        if day is None:
            return Hit()
        if at.y() < HEAD:
            return Hit(Spot(day), number=True)
        in_strip = at.y() < self.body().top()
        spot = Spot(day, None if in_strip else self._layout.minute_at(at.y()))
        front = self.in_front
        for block in (*((front,) if front is not None else ()), *reversed(self.blocks)):
            if block.in_strip == in_strip and block.area.contains(at):
                low = not in_strip and block.ends_here and at.y() > block.area.bottom() - _EDGE
                return Hit(spot, block.event, edge=low)
        for each in self.gathered:
            if each.in_strip == in_strip and each.area.contains(at):
                return Hit(spot, more=True, gathered=each.events)
        return Hit(spot)

    def inside(self, at: QPointF) -> QPointF:
        """A round goes from the hours to the strip and back; what is chosen or made longer stays where it began."""
        body, drag = self.body(), self.drag
        top, bottom = body.top() + 1, body.bottom() - 1
        if drag is not None and _changes_kind(drag):
            top = HEAD + 2
        elif drag is not None and drag.grip.minute is None:
            top = bottom = HEAD + 2
        return QPointF(min(max(at.x(), GUTTER + 1), self.width() - BAR - 2), max(min(at.y(), bottom), top))

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
        if drag.event is not None and _changes_kind(drag) and (drag.grip.minute is None) != (spot.minute is None):
            if spot.minute is None:
                return all_of(drag.event.when, spot.day)
            minute = min(spot.minute // SNAP * SNAP, DAY_MINUTES - 2 * _STEP_MINUTES)
            return at_hours(drag.event.when, spot.day, minute, self.zone)
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
        drag, body = self.drag, self.body()
        if drag is None or (drag.grip.minute is None and not _changes_kind(drag)):
            return
        over_strip = _changes_kind(drag) and at.y() < body.top()
        step = speed(at.y() - body.top(), body.height())
        if step and not over_strip:
            self.bar.setValue(self.bar.value() + step)
            self.drag_again(at)

    def turns_at(self, at: QPointF) -> int:
        if self.drag is not None and (self.drag.resizes or self.drag.event is None):
            return 0
        return -1 if at.x() < GUTTER / 2 else 1 if at.x() > self.width() - BAR else 0

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
        self._layout.scrolled = self.bar.value()
        self._layout.place()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painter.paint()

    @property
    def chosen_id(self) -> int | None:
        return self._chosen

    @property
    def hovered_id(self) -> int | None:
        return self._hovered


def _changes_kind(drag: Drag) -> bool:
    """Whether it may go from the hours to the whole days and back: a round of either that is moved. One of more than a
    day that has hours stands in the strip because of its length, and stays there."""
    return drag.event is not None and not drag.resizes and drag.event.in_strip == drag.event.when.all_day


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
