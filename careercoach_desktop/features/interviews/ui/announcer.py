"""Tells of interviews in time, once each: through the system, or in the window where it can’t. And it keeps the
window’s clocks in the zone the person lives in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service import InterviewService, Notice
from careercoach_desktop.features.interviews.ui.words import clock, minutes_words, tr, type_word
from careercoach_desktop.features.jobs.ui import live_in, near_day
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.following import Following
    from careercoach_desktop.foundation.uikit.notifications import Notifier

FIRST_LOOK_S = 10
LOOK_S = 30
"""A computer that slept tells of what it missed this long after it woke, at the latest."""
_SOON = timedelta(hours=3)
_KEY = "interview:"


class InterviewAnnouncer(QObject):
    """``now`` says what time it is. Everything is looked up off the Qt thread."""

    def __init__(
        self,
        desk: Desk,
        service: InterviewService,
        following: Following,
        notifier: Notifier,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._service = service
        self._following = following
        self._notifier = notifier
        self._now = now
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_again)
        notifier.clicked.connect(self._on_clicked)
        desk.on(SettingsChanged, self._on_settings, owner=self)

    def begin(self) -> None:
        """Look a while from now, and every half minute until the desk is closed."""
        self._desk.start(self.set_clocks(), owner=self)
        self._timer.start(FIRST_LOOK_S * 1000)

    async def look(self) -> None:
        """What has come to be told is told, and what is over is nobody's next interview."""
        await self._desk.work(self._following.pass_over)
        for notice in await self._desk.work(self._service.news):
            await self._announce(notice)

    async def set_clocks(self) -> None:
        """Let the whole window show times as clocks show them where the person lives."""
        zone = await self._desk.work(self._service.own_zone)
        window = self._desk.window
        if live_in(zone_of(zone)) and window is not None:
            for each in window.window().findChildren(QWidget):
                each.update()

    def _look_again(self) -> None:
        self._timer.setInterval(LOOK_S * 1000)
        self._desk.start(self.look(), owner=self)

    async def _announce(self, notice: Notice) -> None:
        own = await self._desk.work(self._service.own_zone)
        title, text = notice_words(notice, own, self._now())
        interview_id = notice.line.interview.id
        if not await self._notifier.show(title, text, f"{_KEY}{interview_id}"):
            self._desk.toast(
                f"{title}: {text}", action=tr("Show"), on_action=lambda: self._open(interview_id), kind="due"
            )

    def _on_clicked(self, key: str) -> None:
        number = key.removeprefix(_KEY)
        if not (key.startswith(_KEY) and number.isdecimal()):
            return
        window = self._desk.window
        if window is not None:
            window = window.window()
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()
        self._open(int(number))

    def _open(self, interview_id: int) -> None:
        self._desk.open("interviews", interview_id)

    def _on_settings(self, event: SettingsChanged) -> None:
        if "time_zone" in event.names:
            self._desk.start(self.set_clocks(), owner=self)
        if {"notifications", "interview_notices"} & set(event.names):
            self._desk.start(self.look(), owner=self)


def notice_words(notice: Notice, own: str, now: datetime) -> tuple[str, str]:
    """``Video call in 1 h``, ``Thursday 10:00, Signal engineer, Halden Rail``. Of people and notes nothing, because it
    may stand on a locked screen."""
    one = notice.line.interview
    here = now.astimezone(zone_of(own))
    text = ", ".join(part for part in (notice.line.title, notice.line.company) if part)
    if one.when.all_day:
        return _on_day(type_word(one.type), one.when.day, here.date()), text
    begins = one.when.on(own)
    at = f"{clock(begins)}, {text}"
    if now >= one.when.start:
        return tr("{0} has begun").format(type_word(one.type)), at
    left = one.when.start - now
    if left <= _SOON:
        minutes = max(1, round(left.total_seconds() / 60))
        return tr("{0} in {1}").format(type_word(one.type), minutes_words(minutes)), at
    return _on_day(type_word(one.type), begins.date(), here.date()), at


def _on_day(what: str, day: date, today: date) -> str:
    return tr("{0} {1}").format(what, near_day(day, today))
