"""Keeps the sidebar's name and counts true while one workspace is open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from careercoach_desktop.features.interviews.model import InterviewsChanged
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import JobAdded, JobChanged, JobRemoved
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.model import ProfileChanged
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Desk, SidebarNav

_MOST = 99
"""Upcoming interviews that are counted; nobody has more."""


class SidebarPresenter(QObject):
    def __init__(self, sidebar: SidebarNav, desk: Desk, provider: Provider) -> None:
        super().__init__(desk)
        self._sidebar = sidebar
        self._desk = desk
        self._jobs = provider.get(JobService)
        self._profile = provider.get(ProfileService)
        self._interviews = provider.get(InterviewService)
        self._stale = False
        for event in (JobAdded, JobChanged, JobRemoved, InterviewsChanged, ProfileChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._refresh(), owner=self)
        sidebar.person_clicked.connect(self._open_settings)  # a method: the connection ends with this presenter

    async def load(self) -> None:
        self._stale = False
        profile = await self._desk.run(self._profile.profile)
        self._sidebar.set_person(profile.name)
        self._sidebar.set_count("jobs", await self._desk.run(self._jobs.count) or None)
        upcoming = await self._desk.run(self._interviews.upcoming, _MOST)
        self._sidebar.set_count("interviews", len(upcoming) or None)

    def _open_settings(self) -> None:
        self._desk.open("settings", section="profile")

    def _refresh(self) -> None:
        """Changes that come together (an import, an archived selection) are looked at once."""
        if not self._stale:
            self._stale = True
            self._desk.start(self.load(), owner=self)
