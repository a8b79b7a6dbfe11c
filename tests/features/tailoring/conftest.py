"""Tailoring on a real file that holds every feature, with a child process that does the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careercoach_desktop.features.tailoring.service import TAILOR, TailoringService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.lena import data_job, lena  # noqa: F401 - fixtures
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures

Tailor = Callable[..., int]


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def tailoring(place: Place) -> TailoringService:  # noqa: F811
    return place.get(TailoringService)


@pytest.fixture
def tailored(place: Place, tailoring: TailoringService, lena: int, data_job: int) -> int:  # noqa: F811
    """The id of a tailoring of Lena's résumé for the data job, as the queue made it."""
    tailoring.start(data_job)
    place.queue.start()
    result = place.done(TAILOR).result
    assert result is not None
    return int(str(result["tailoring_id"]))
