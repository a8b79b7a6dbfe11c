"""The analysis on a real file that holds every feature, with a child process that looks at files."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.service import AnalysisService, JudgementService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def service(place: Place) -> AnalysisService:  # noqa: F811
    return place.get(AnalysisService)


@pytest.fixture
def judgements(place: Place) -> JudgementService:  # noqa: F811
    return place.get(JudgementService)
