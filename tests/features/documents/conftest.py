"""Documents on a real file that holds every feature."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def documents(place: Place) -> DocumentService:  # noqa: F811
    return place.get(DocumentService)


@pytest.fixture
def job_id(place: Place) -> int:  # noqa: F811
    return place.add_job(Posting(title="Hydrologist", company="Rio Claro"))
