"""Activity on a real file, with calls as they would have been written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.model import AiCall, CallRecorded, Outcome
from careercoach_desktop.foundation.llm.store import LedgerStore
from careercoach_desktop.foundation.storage.database import Database
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures

AddCall = Callable[..., AiCall]


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def service(place: Place) -> ActivityService:  # noqa: F811
    return place.get(ActivityService)


@pytest.fixture
def add_call(database: Database) -> AddCall:
    """``add_call(cost=…, agent=…)`` writes a call down as the ledger does, and tells of it."""

    def add(**values: Any) -> AiCall:
        usual: dict[str, Any] = {
            "agent": "resume-tailor",
            "agent_version": 1,
            "model": "claude-sonnet-5-5",
            "endpoint": "api.anthropic.com",
            "outcome": Outcome.ANSWERED.value,
            "input_tokens": 1000,
            "output_tokens": 200,
            "cost": 4_000_000,
            "started": datetime.now(UTC),
            "seconds": 3.2,
            "request_id": "req_1",
        }
        with database.write() as unit:
            call = LedgerStore(unit.session).add(usual | values)
            unit.emit(CallRecorded(call))
        return call

    return add
