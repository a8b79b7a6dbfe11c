"""The months around the one that is shown, fetched once and kept, so that turning a page asks nothing of the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from careercoach_desktop.features.interviews.model import InterviewLine, When
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.calendar.events import Event, event_of, events_of, in_order
from careercoach_desktop.features.interviews.ui.calendar.layout import last_of_month, month_on, within_reach
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService

AHEAD = 2
"""Months before and after those that are shown that are fetched too."""
_MOST = 60
"""Months that are kept."""
_MARGIN = timedelta(days=1)
"""Whole days keep their date in every zone, so they may begin a day away from where the clock says."""


class CalendarData(QObject):
    """``arrived`` when what ``events`` answers may be another. ``zone`` is the person's, once anything has arrived."""

    arrived = Signal()

    def __init__(self, desk: Desk, service: InterviewService, zone: str) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self.zone = zone
        self._months: dict[date, tuple[Event, ...]] = {}
        self._stale: set[date] = set()
        self._asked: set[date] = set()
        self._turn = 0
        self._held: dict[int, tuple[InterviewLine, When, int]] = {}

    def events(self, first: date, last: date) -> list[Event]:
        """What is known to touch these days, in order: all of it once ``is_whole``."""
        found = {event.id: event for month in _months(first, last) for event in self._months.get(month, ())}
        for line, when, _moves in self._held.values():
            found[line.interview.id] = self._moved(line, when)
        return in_order(one for one in found.values() if one.first <= last and one.last >= first)

    def is_whole(self, first: date, last: date) -> bool:
        """Whether all of these days was fetched at some time."""
        return all(month in self._months for month in _months(first, last))

    def want(self, first: date, last: date) -> None:
        """These days are shown: fetch what is missing of them and of those around, the shown ones first."""
        shown = _months(first, last)
        around = _months(within_reach(month_on(shown[0], -AHEAD)), within_reach(month_on(shown[-1], AHEAD)))
        for wanted in (shown, around):
            missing = [
                one for one in wanted if (one not in self._months or one in self._stale) and one not in self._asked
            ]
            if missing:
                self._asked.update(missing)
                self._desk.start(self._fetch(missing, self._turn), owner=self)
        if len(self._months) > _MOST:
            kept = set(around)
            self._months = {month: events for month, events in self._months.items() if month in kept}

    def invalidate(self) -> None:
        """Something changed: what is kept is shown until it was fetched again."""
        self._turn += 1
        self._stale = set(self._months)
        self._asked.clear()

    def put(self, line: InterviewLine, when: When) -> None:
        """Show the interview at that time already, whatever is fetched, until ``stored`` has been called as often."""
        moves = self._held[line.interview.id][2] if line.interview.id in self._held else 0
        self._held[line.interview.id] = (line, when, moves + 1)
        self._place(line, when)
        self.arrived.emit()

    def stored(self, interview_id: int) -> None:
        """What was put is on the disk, or could not be: what is fetched from now on counts."""
        line, when, moves = self._held.pop(interview_id)
        if moves > 1:
            self._held[interview_id] = (line, when, moves - 1)

    def _place(self, line: InterviewLine, when: When) -> None:
        event = self._moved(line, when)
        for month, events in self._months.items():
            kept = [one for one in events if one.id != event.id]
            if event.first <= last_of_month(month) and event.last >= month:
                kept.append(event)
            self._months[month] = tuple(in_order(kept))

    def _moved(self, line: InterviewLine, when: When) -> Event:
        moved = line.interview.model_copy(update={"when": when})
        return event_of(replace(line, interview=moved), zone_of(self.zone))

    async def _fetch(self, months: Sequence[date], turn: int) -> None:
        try:
            zone, found = await self._desk.run(_read, self._service, months)
        except BaseException:
            if turn == self._turn:
                self._asked.difference_update(months)
            raise
        if turn != self._turn:  # old by now, but better than nothing where there was nothing
            found = {month: events for month, events in found.items() if month not in self._months}
            if found and zone == self.zone:
                self._months.update(found)
                self._stale.update(found)
                self.arrived.emit()
            return
        self._asked.difference_update(months)
        self._stale.difference_update(months)
        if zone != self.zone:
            self._months.clear()
            self.zone = zone
        self._months.update(found)
        for line, when, _moves in self._held.values():
            self._place(line, when)
        self.arrived.emit()


def _months(first: date, last: date) -> list[date]:
    month, found = first.replace(day=1), []
    while month <= last:
        found.append(month)
        month = month_on(month, 1)
    return found


def _read(service: InterviewService, months: Sequence[date]) -> tuple[str, dict[date, tuple[Event, ...]]]:
    """On the desk's thread: one question for all of these months, and who is in which."""
    zone = service.own_zone()
    place = zone_of(zone)
    begin = datetime.combine(min(months), time(), place) - _MARGIN
    end = datetime.combine(last_of_month(max(months)), time(), place) + 2 * _MARGIN
    events = events_of(service.between(begin, end), zone)
    found = {}
    for month in months:
        last = last_of_month(month)
        found[month] = tuple(one for one in events if one.first <= last and one.last >= month)
    return zone, found
