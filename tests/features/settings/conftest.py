"""Settings on a real data folder that holds every feature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.claude.fixtures import claude  # noqa: F401 - fixture
from tests.support.keychain import keychain, locked_keychain  # noqa: F401 - fixtures
from tests.support.storage import fresh_database
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """In a folder of its own, beside which backups and other folders can lie."""
    folder = tmp_path / "data"
    folder.mkdir()
    made = fresh_database(folder)
    yield made
    made.close()


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def backups(place: Place) -> BackupService:  # noqa: F811
    return place.get(BackupService)
