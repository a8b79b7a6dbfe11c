"""Paints the week: its head, the strip of whole days, the hours with what stands in them, the line for now."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from careercoach_desktop.features.interviews.model import When
from careercoach_desktop.features.interviews.ui.calendar.events import Event
from careercoach_desktop.features.interviews.ui.calendar.painting import Look, paint_block, paint_chip
from careercoach_desktop.features.interviews.ui.calendar.week_layout import GUTTER, HEAD
from careercoach_desktop.features.interviews.ui.calendar.words import clock, weekday
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Radius, Size, Weight, current_theme, focus_ring, surface

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.ui.calendar.week import WeekView

_DAY = 24 * 60
_MARK = 26
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class WeekPainter:
    """Reads the view, changes nothing."""

    def __init__(self, view: WeekView) -> None:
        self._view = view

    def paint(self) -> None:
        view = self._view
        painter = QPainter(view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = view.now()
        whole = QRectF(GUTTER, HEAD, view.body().width() - GUTTER, view.height() - HEAD)
        surface(painter, whole, Radius.PANEL, current_theme().color("surface"))
        self._paint_head(painter)
        painter.save()
        self._clip(painter, whole)
        self._paint_grounds(painter, whole)
        self._paint_strip(painter, now)
        painter.restore()
        painter.save()
        painter.setClipRect(view.body())
        self._paint_hours(painter)
        self._paint_now(painter, now)
        self._paint_blocks(painter, now)
        self._paint_drag(painter, now)
        painter.restore()
        surface(painter, whole, Radius.PANEL, None, current_theme().color("line"))
        self._paint_day_ring(painter)

    @staticmethod
    def _clip(painter: QPainter, whole: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(whole, Radius.PANEL, Radius.PANEL)
        painter.setClipPath(path)

    def _paint_head(self, painter: QPainter) -> None:
        theme, view = current_theme(), self._view
        today = view.today()
        for day in view.days():
            left, right = view.column(day)
            quiet = day.isoweekday() not in view.working
            painter.setFont(theme.font(Size.TINY, Weight.MEDIUM))
            painter.setPen(theme.color("accent" if day == today else "third"))
            painter.drawText(QRectF(left, 0, right - left, 16), _CENTER, weekday(day, short=True))
            mark = QRectF((left + right - _MARK) / 2, 17, _MARK, _MARK)
            if day == today:
                surface(painter, mark, _MARK / 2, theme.color("accent"))
            painter.setFont(theme.font(Size.LARGE, Weight.BOLD if day == today else Weight.MEDIUM))
            painter.setPen(theme.color("on_accent" if day == today else "third" if quiet else "text"))
            painter.drawText(mark, _CENTER, QLocale().toString(day.day))
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.color("third"))
        painter.drawText(QRectF(0, HEAD + 3, GUTTER - 8, 21), _RIGHT, tr("all day"))

    def _paint_grounds(self, painter: QPainter, whole: QRectF) -> None:
        theme, view = current_theme(), self._view
        for day in view.days():
            left, right = view.column(day)
            if day.isoweekday() not in view.working:
                painter.fillRect(QRectF(left, whole.top(), right - left, whole.height()), theme.color("sunken"))
        line = theme.color("line")
        for day in view.days()[1:]:
            painter.fillRect(QRectF(round(view.column(day)[0]), whole.top(), 1, whole.height()), line)
        painter.fillRect(QRectF(GUTTER, round(view.body().top()) - 1, whole.width(), 1), theme.color("line"))

    def _paint_strip(self, painter: QPainter, now: datetime) -> None:
        view = self._view
        for block in view.blocks:
            if block.in_strip:
                paint_chip(painter, block.area, block.event, self._look(block.event, now), filled=True)
        painter.setFont(current_theme().font(Size.TINY, Weight.MEDIUM))
        painter.setPen(current_theme().color("second"))
        for each in view.gathered:
            if each.in_strip:
                words = tr("+{0} more").format(len(each.events))
                painter.drawText(each.area.adjusted(6, 0, 0, 0), _LEFT, words)
        if (front := view.in_front) is not None and front.in_strip:
            paint_chip(painter, front.area, front.event, self._look(front.event, now), filled=True)
        drag = view.drag
        ghost = drag.ghost(view.zone) if drag is not None else None
        if ghost is not None and ghost.in_strip and ghost.first <= view.last_day() and ghost.last >= view.first_day():
            paint_chip(painter, view.strip_area(ghost.first, ghost.last), ghost, Look(now, ghost=True), filled=True)
        elif drag is not None and drag.event is None and drag.when.all_day:
            theme, last = current_theme(), drag.when.day + timedelta(drag.when.minutes // _DAY - 1)
            area = view.strip_area(drag.when.day, last)
            surface(painter, area, Radius.TAG, theme.color("soft"), theme.color("accent"))

    def _paint_hours(self, painter: QPainter) -> None:
        theme, view = current_theme(), self._view
        body = view.body()
        small, line, pen = theme.font(Size.TINY), theme.color("line"), theme.color("third")
        painter.setFont(small)
        painter.setPen(pen)
        for hour in range(1, 24):
            y = round(view.y_of(hour * 60))
            if body.top() - 10 <= y <= body.bottom() + 10:
                painter.fillRect(QRectF(GUTTER, y, body.width() - GUTTER, 1), line)
                if y - 7 > body.top():
                    painter.drawText(QRectF(0, y - 8, GUTTER - 8, 16), _RIGHT, clock(hour, 0))
        for day in view.days():
            if (gone := view.skipped(day)) is not None:
                self._paint_skipped(painter, day, *gone)

    def _paint_skipped(self, painter: QPainter, day: date, begin: int, end: int) -> None:
        theme, view = current_theme(), self._view
        left, right = view.column(day)
        area = QRectF(left + 1, view.y_of(begin), right - left - 1, view.y_of(end) - view.y_of(begin))
        painter.fillRect(area, theme.color("hover"))
        painter.drawText(area.adjusted(6, 4, -4, 0), _TOP_WRAP, tr("Clocks skip this"))

    def _paint_blocks(self, painter: QPainter, now: datetime) -> None:
        view = self._view
        body = view.body()
        for block in view.blocks:
            if not block.in_strip and block.area.intersects(body):
                paint_block(painter, block.area, block.event, self._look(block.event, now))
        self._paint_gathered(painter)
        if (front := view.in_front) is not None and not front.in_strip:
            paint_block(painter, front.area, front.event, self._look(front.event, now))

    def _paint_gathered(self, painter: QPainter) -> None:
        """“+12” where there is no room to tell rounds apart; a click offers them."""
        theme, body = current_theme(), self._view.body()
        ground, line, ink = theme.color("hover"), theme.color("line"), theme.color("second")
        font = theme.font(Size.TINY, Weight.MEDIUM)
        for each in self._view.gathered:
            if not each.in_strip and each.area.intersects(body):
                surface(painter, each.area, Radius.TAG, ground, line)
                painter.setFont(font)
                painter.setPen(ink)
                words = QRectF(each.area.left(), each.area.top(), each.area.width(), min(each.area.height(), 20))
                painter.drawText(words, _CENTER, f"+{len(each.events)}")

    def _paint_now(self, painter: QPainter, now: datetime) -> None:
        view = self._view
        here = view.here(now)
        if not view.first_day() <= here.date() <= view.last_day():
            return
        left, right = view.column(here.date())
        y = view.y_of(here.hour * 60 + here.minute)
        accent = current_theme().color("accent")
        painter.fillRect(QRectF(left, y - 0.75, right - left, 1.5), accent)
        surface(painter, QRectF(left - 4, y - 4, 8, 8), 4, accent)

    def _paint_drag(self, painter: QPainter, now: datetime) -> None:
        view = self._view
        if view.drag is None:
            return
        ghost = view.drag.ghost(view.zone)
        if ghost is None:
            self._paint_choice(painter, view.drag.when)
        elif not ghost.in_strip:
            for day in view.days():
                if ghost.first <= day <= ghost.last:
                    area = view.block_area(day, *ghost.minutes_on(day))
                    paint_block(painter, area, ghost, Look(now, ghost=True))

    def _paint_choice(self, painter: QPainter, when: When) -> None:
        """The time that is chosen for something new, with its beginning and end."""
        view, theme = self._view, current_theme()
        if when.all_day or not view.first_day() <= when.day <= view.last_day():
            return
        begin = when.local.hour * 60 + when.local.minute
        end = min(begin + when.minutes, _DAY)
        area = view.block_area(when.day, begin, end)
        surface(painter, area, Radius.TAG, theme.color("soft"), theme.color("accent"))
        painter.setFont(theme.font(Size.TINY, Weight.MEDIUM))
        painter.setPen(theme.color("on_soft"))
        words = f"{clock(begin // 60, begin % 60)} – {clock(end // 60, end % 60)}"
        painter.drawText(area.adjusted(7, 2, -2, -2), _TOP_WRAP if area.height() > 30 else _LEFT, words)

    def _paint_day_ring(self, painter: QPainter) -> None:
        """Around the half hour (or the day in the strip) the keyboard is on, unless a round has it."""
        view = self._view
        chosen = view.chosen_id is not None and view.rect_of(view.chosen_id) is not None
        if not view.shows_ring or chosen or not view.first_day() <= view.spot.day <= view.last_day():
            return
        left, right = view.column(view.spot.day)
        if view.spot.minute is None:
            focus_ring(painter, QRectF(left + 2, HEAD + 2, right - left - 3, view.body().top() - HEAD - 4), Radius.TAG)
            return
        area = view.block_area(view.spot.day, view.spot.minute, view.spot.minute + 30)
        painter.setClipRect(view.body())
        focus_ring(painter, area, Radius.TAG)

    def _look(self, event: Event, now: datetime) -> Look:
        view = self._view
        lifted = view.drag is not None and view.drag.event is not None and view.drag.event.id == event.id
        chosen = event.id == view.chosen_id
        return Look(now, chosen, event.id == view.hovered_id, view.shows_ring and chosen, faded=lifted)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TOP_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
