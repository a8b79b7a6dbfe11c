"""Reminders on a real file, at a time that stands still."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.storage.database import Database

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def reminders(database: Database) -> ReminderService:
    return ReminderService(database, lambda: NOW)
