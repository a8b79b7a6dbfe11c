"""The face of reminders."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.reminders.service import ReminderService
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.storage.database import Database

    service = ReminderService(provider.get(Database), utc_now)
    provider.offer(ReminderService, lambda: service)


FEATURE = Feature("reminders", _install)
