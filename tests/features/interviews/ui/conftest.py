"""Interviews in a real window over the real service."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus
