"""Tells the person what has become due, once for each reminder: through the system, or in the window where it can't."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from careercoach_desktop.features.jobs.model import DueLine
from careercoach_desktop.features.jobs.ui.due_words import due_words
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.foundation.uikit.notifications import Notifier

FIRST_LOOK_S = 15
LOOK_S = 15 * 60
"""A computer that slept over midnight is told of the new day this long after it woke, at the latest."""
_NAMED = 3
ALL = "all"


class Announcer(QObject):
    """Looks a while after the start and every quarter of an hour; the first look of a day passes over every job."""

    def __init__(self, desk: Desk, reminding: Reminding, notifier: Notifier) -> None:
        super().__init__(desk)
        self._desk = desk
        self._reminding = reminding
        self._notifier = notifier
        self._passed: date | None = None
        self._told: dict[str, DueLine] = {}
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_again)
        notifier.clicked.connect(self._on_clicked)
        desk.on(SettingsChanged, self._on_settings, owner=self)

    def begin(self) -> None:
        """Look a while from now, and every quarter of an hour until the desk is closed."""
        self._clock.start(FIRST_LOOK_S * 1000)

    def _look_again(self) -> None:
        self._clock.setInterval(LOOK_S * 1000)
        self._desk.start(self.look(), owner=self)

    async def look(self) -> None:
        """Look whether something has become due, and tell of it."""
        today, service = today_here(), self._reminding.service
        if self._passed != today:
            await self._desk.work(service.pass_over)
            self._passed = today
        news = await self._desk.work(service.news)
        if news:
            await self._announce(news, today)

    async def _announce(self, news: Sequence[DueLine], today: date) -> None:
        title, text = notice(news, today)
        key = ALL
        if len(news) == 1:
            key = str(news[0].reminder.id)
            self._told[key] = news[0]
        if not await self._notifier.show(title, text, key):
            self._desk.toast(
                f"{title}: {text}" if len(news) == 1 else title,
                action=tr("Show"),
                on_action=lambda: self._open(key),
                kind="due",
            )

    def _on_clicked(self, key: str) -> None:
        window = self._desk.window
        if window is not None:
            window = window.window()
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()
        self._open(key)

    def _open(self, key: str) -> None:
        line = self._told.get(key)
        if line is not None and (line.job_id is not None or line.contact_id is not None):
            self._reminding.open(line)
        else:
            self._desk.start(self._reminding.show_due())

    def _on_settings(self, event: SettingsChanged) -> None:
        if "notifications" in event.names:
            self._desk.start(self.look(), owner=self)


def notice(news: Sequence[DueLine], today: date) -> tuple[str, str]:
    """Title and text; of the person's own words and of people nothing, because it may stand on a locked screen."""
    if len(news) == 1:
        return _what(news[0], today), _which(news[0])
    named = [_which(line) for line in news[:_NAMED]]
    if len(news) > _NAMED:
        named.append(tr("and {0} more").format(len(news) - _NAMED))
    return tr("{0} things are due").format(len(news)), "\n".join(named)


def _what(line: DueLine, today: date) -> str:
    own = line.reminder.kind is ReminderKind.OWN
    return tr("Reminder") if own else due_words(line, today)


def _which(line: DueLine) -> str:
    if line.job_id is None:
        return line.company or tr("Somebody you know")
    return ", ".join(part for part in (line.title, line.company) if part)
