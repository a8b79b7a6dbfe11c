"""A month: every day a cell with as many rounds as it has room for, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.ui.calendar.canvas import Canvas
from careercoach_desktop.features.interviews.ui.calendar.dragging import EDGE, Drag, Hit, Spot
from careercoach_desktop.features.interviews.ui.calendar.events import DAY_MINUTES, Event
from careercoach_desktop.features.interviews.ui.calendar.layout import lanes, same_day_in, weeks_of_month
from careercoach_desktop.features.interviews.ui.calendar.moving import moved_by_days
from careercoach_desktop.features.interviews.ui.calendar.painting import CHIP, Look, paint_chip
from careercoach_desktop.features.interviews.ui.calendar.words import count_words, day_long, weekday
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Radius, Size, Space, Weight, current_theme, focus_ring, surface

HEAD = 26
NUMBER = 28
"""Room for the day's number above its rounds."""
_STEP = CHIP + 2
_MARK = 22
_OVER = 28
"""How much of the accent lies over the days something would be let go on."""
_FIRST_HOUR = 10
"""When a round is offered on a day without hours."""


@dataclass(frozen=True, slots=True)
class _Chip:
    area: QRectF
    event: Event


class MonthView(Canvas):
    """The weeks of one month. Days of the months beside it are shown with their rounds, quietly."""

    WHAT: ClassVar[str] = "Month"

    def __init__(self, zone: str, now: Callable[[], datetime], day: date | None = None) -> None:
        self._first_weekday = QLocale().firstDayOfWeek().value
        self._month = (day or now().date()).replace(day=1)
        self._weeks = weeks_of_month(self._month, self._first_weekday)
        self._chips: list[_Chip] = []
        self._more: dict[date, tuple[QRectF, int]] = {}
        self._cells: list[QRectF] = []
        self._still: QPixmap | None = None
        super().__init__(zone, now)
        self._working = {each.value for each in QLocale().weekdays()}
        self.setMinimumSize(420, 300)
        if not self.first_day() <= self.spot.day <= self.last_day():
            self.spot = Spot(self._month)

    @property
    def month(self) -> date:
        """The first of the month."""
        return self._month

    def first_day(self) -> date:
        return self._weeks[0]

    def last_day(self) -> date:
        return self._weeks[-1] + timedelta(6)

    def show_day(self, day: date) -> None:
        if day.replace(day=1) != self._month:
            self._month = day.replace(day=1)
            self._weeks = weeks_of_month(self._month, self._first_weekday)
            self.show_events([])
        if not self.first_day() <= self.spot.day <= self.last_day():
            self.spot = Spot(same_day_in(self._month, self.spot.day.day))

    def spot_words(self, spot: Spot) -> str:
        return f"{day_long(spot.day, self.today())}, {count_words(len(self.events_at(spot)))}"

    # Where things are ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        self._chips, self._more, self._still = [], {}, None
        width, height = self._wide() / 7, self._row_height()
        places = range(7 * len(self._weeks))
        self._cells = [QRectF(at % 7 * width, HEAD + at // 7 * height, width, height) for at in places]
        room = max(int((self._row_height() - NUMBER - 2) // _STEP), 1)
        for start in self._weeks:
            self._lay_week(start, room)

    def _lay_week(self, start: date, room: int) -> None:
        end = start + timedelta(6)
        events = [one for one in self.events if one.first <= end and (one.last if one.in_strip else one.first) >= start]
        spans = [_in_week(one, start) for one in events]
        found = lanes(spans)
        counts = [0] * 7
        for (first, last), lane in zip(spans, found, strict=True):
            for day in range(first, last + 1):
                counts[day] = max(counts[day], lane + 1)
        full = {day for day in range(7) if counts[day] > room}
        hidden = [0] * 7
        for event, (first, last), lane in zip(events, spans, found, strict=True):
            days = range(first, last + 1)
            if lane < room - 1 or (lane == room - 1 and not full & set(days)):
                self._chips.append(_Chip(self._lane_area(start, first, last, lane), event))
            else:
                for day in days:
                    hidden[day] += 1
        for day, count in enumerate(hidden):
            if count:
                self._more[start + timedelta(day)] = (self._lane_area(start, day, day, room - 1), count)

    def _lane_area(self, week: date, first: int, last: int, lane: int) -> QRectF:
        left, right = self.cell(week + timedelta(first)), self.cell(week + timedelta(last))
        top = left.top() + NUMBER + lane * _STEP
        return QRectF(left.left() + 4, top, right.right() - left.left() - 8, CHIP)

    def _wide(self) -> float:
        """What a week has for its scroll bar is left free, so that both end where the page's head does."""
        return self.width() - Space.S

    def _row_height(self) -> float:
        return (self.height() - HEAD) / len(self._weeks)

    def cell(self, day: date) -> QRectF:
        """The day's cell."""
        return self._cells[(day - self.first_day()).days]

    def rect_of(self, event_id: int) -> QRectF | None:
        return next((chip.area for chip in self._chips if chip.event.id == event_id), None)

    def hit(self, at: QPointF) -> Hit:
        day = self._day_at(at)
        if day is None:
            return Hit()
        spot = Spot(day)
        for chip in self._chips:
            if chip.area.contains(at):
                return Hit(spot, chip.event)
        if day in self._more and self._more[day][0].contains(at):
            return Hit(spot, more=True)
        if self._number_area(day).contains(at):
            return Hit(spot, number=True)
        return Hit(spot)

    def _day_at(self, at: QPointF) -> date | None:
        if not (0 <= at.x() < self._wide() and HEAD <= at.y() < self.height()):
            return None
        column, line = int(at.x() * 7 / self._wide()), int((at.y() - HEAD) / self._row_height())
        return self.first_day() + timedelta(min(line, len(self._weeks) - 1) * 7 + min(column, 6))

    def inside(self, at: QPointF) -> QPointF:
        held = super().inside(at)
        return QPointF(min(held.x(), self._wide() - 1), max(held.y(), HEAD))

    def _number_area(self, day: date) -> QRectF:
        cell = self.cell(day)
        return QRectF(cell.left() + 4, cell.top() + 3, _MARK, _MARK)

    # Moving --------------------------------------------------------------------------------------------------

    def next_spot(self, across: int, down: int) -> Spot:
        return Spot(self.spot.day + timedelta(across + 7 * down))

    def stepped(self, event: Event, across: int, down: int) -> When:
        return moved_by_days(event.when, across + 7 * down, self.zone)

    def free_time(self, spot: Spot) -> When:
        hour = _FIRST_HOUR
        now = self.here(self.now())
        if spot.day == now.date() and now.hour >= _FIRST_HOUR:
            hour = min(now.hour + 1, 23)
        return When(local=datetime.combine(spot.day, time(hour)), zone=self.zone)

    def dragged(self, drag: Drag, spot: Spot) -> When:
        if drag.event is not None:
            return moved_by_days(drag.event.when, (spot.day - drag.grip.day).days, self.zone)
        first, last = min(drag.grip.day, spot.day), max(drag.grip.day, spot.day)
        if first == last:
            return self.free_time(spot)
        days = min((last - first).days + 1, 14)
        local = datetime.combine(first, time())
        return When(local=local, zone=self.zone, minutes=days * DAY_MINUTES, all_day=True)

    def turns_at(self, at: QPointF) -> int:
        if at.y() < HEAD:
            return -1
        return 1 if at.y() > self.height() - EDGE / 4 else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        self.turn_by_wheel(event, turned.y() if abs(turned.y()) >= abs(turned.x()) else turned.x())
        event.accept()

    # Painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = self.now()
        if self.drag is None:
            self._still = None
            self._paint_month(painter, now)
            self._paint_ring(painter)
            return
        if self._still is None:  # while something is dragged, only that is painted anew
            self._still = QPixmap(self.size() * self.devicePixelRatioF())
            self._still.setDevicePixelRatio(self.devicePixelRatioF())
            self._still.fill(Qt.GlobalColor.transparent)
            still = QPainter(self._still)
            self._paint_month(still, now)
            still.end()
        painter.drawPixmap(0, 0, self._still)
        self._paint_target(painter)
        self._paint_ghost(painter, now)

    def _paint_month(self, painter: QPainter, now: datetime) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        self._paint_days(painter)
        lifted = self.drag.event.id if self.drag is not None and self.drag.event is not None else None
        for chip in self._chips:
            look = Look(
                now, chosen=chip.event.id == self._chosen, hovered=chip.event.id == self._hovered,
                ring=self.shows_ring and chip.event.id == self._chosen, faded=chip.event.id == lifted,
            )  # fmt: skip
            paint_chip(painter, chip.area, chip.event, look, filled=chip.event.in_strip)
        self._paint_more(painter)

    def _paint_head(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setFont(theme.font(Size.SMALL, Weight.MEDIUM))
        painter.setPen(theme.color("third"))
        wide = self._wide() / 7 > 110
        for at in range(7):
            area = QRectF(at * self._wide() / 7 + 10, 0, self._wide() / 7 - 10, HEAD - 4)
            name = weekday(self.first_day() + timedelta(at), short=not wide)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_days(self, painter: QPainter) -> None:
        theme = current_theme()
        whole = QRectF(0, HEAD, self._wide(), self.height() - HEAD)
        surface(painter, whole, Radius.PANEL, theme.color("surface"))
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(whole, Radius.PANEL, Radius.PANEL)
        painter.setClipPath(clip)
        today, quiet = self.today(), theme.color("sunken")
        days = [self.first_day() + timedelta(at) for at in range(7 * len(self._weeks))]
        for day in days:
            if day.isoweekday() not in self._working:
                painter.fillRect(self.cell(day), quiet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        line = theme.color("line")
        for at in range(1, 7):
            painter.fillRect(QRectF(round(at * self._wide() / 7), HEAD, 1, whole.height()), line)
        for at in range(1, len(self._weeks)):
            painter.fillRect(QRectF(0, round(HEAD + at * self._row_height()), self._wide(), 1), line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.restore()
        for day in days:
            self._paint_number(painter, day, today)
        surface(painter, whole, Radius.PANEL, None, line)

    def _paint_number(self, painter: QPainter, day: date, today: date) -> None:
        theme, area = current_theme(), self._number_area(day)
        ink, weight = ("text" if day.month == self._month.month else "third"), Weight.NORMAL
        if day == today:
            surface(painter, area, _MARK / 2, theme.color("accent"))
            ink, weight = "on_accent", Weight.BOLD
        painter.setFont(theme.font(Size.SMALL, weight))
        painter.setPen(theme.color(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), QLocale().toString(day.day))
        if day.day == 1:
            painter.setFont(theme.font(Size.TINY, Weight.MEDIUM))
            painter.setPen(theme.color("third"))
            beside = QRectF(area.right() + 4, area.top(), self.cell(day).right() - area.right() - 8, area.height())
            name = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_more(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setFont(theme.font(Size.TINY, Weight.MEDIUM))
        painter.setPen(theme.color("second"))
        for area, count in self._more.values():
            words = tr("+{0} more").format(count)
            painter.drawText(area.adjusted(6, 0, -2, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_ring(self, painter: QPainter) -> None:
        """Around the day, unless one of its rounds has it."""
        if self.shows_ring and (self._chosen is None or self.rect_of(self._chosen) is None):
            focus_ring(painter, self.cell(self.spot.day).adjusted(2, 2, -1, -1), Radius.CONTROL)

    def _paint_target(self, painter: QPainter) -> None:
        if self.drag is None:
            return
        first, last = self._dragged_days(self.drag)
        over = current_theme().color("accent")
        over.setAlpha(_OVER)
        while first <= last:
            if self.first_day() <= first <= self.last_day():
                painter.fillRect(self.cell(first).adjusted(1, 1, 0, 0), over)
            first += timedelta(1)

    def _dragged_days(self, drag: Drag) -> tuple[date, date]:
        ghost = drag.ghost(self.zone)
        if ghost is not None:
            return ghost.first, ghost.last if ghost.in_strip else ghost.first
        days = drag.when.minutes // DAY_MINUTES - 1 if drag.when.all_day else 0
        return drag.when.day, drag.when.day + timedelta(max(days, 0))

    def _paint_ghost(self, painter: QPainter, now: datetime) -> None:
        ghost = self.drag.ghost(self.zone) if self.drag is not None else None
        if ghost is None or not self.first_day() <= ghost.first <= self.last_day():
            return
        week = self._weeks[(ghost.first - self.first_day()).days // 7]
        first = (ghost.first - week).days
        last = min((ghost.last - week).days, 6) if ghost.in_strip else first
        area = self._lane_area(week, first, last, 0)
        paint_chip(painter, area, ghost, Look(now, ghost=True), filled=True)


def _in_week(event: Event, start: date) -> tuple[int, int]:
    """Its first and last day (0 to 6) in the week; hours that go past midnight stand on the day they begin."""
    first = (event.first - start).days
    last = (event.last - start).days if event.in_strip else first
    return max(first, 0), min(last, 6)
