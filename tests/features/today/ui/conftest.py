"""The page of the day in a real window; what it shows is what a test says, where it leads is written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.ui import Reminding
from careercoach_desktop.features.today.model import DayView
from careercoach_desktop.features.today.ui.doors import Doors
from careercoach_desktop.features.today.ui.today_page import TodayPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.features.today.ui import days
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@dataclass(frozen=True)
class Happened:
    """Something that changes the day."""


@dataclass
class Days:
    """What the day is, each time it is asked for."""

    now: datetime = days.MONDAY
    view: DayView = days.FULL
    asked: list[int] = field(default_factory=list)

    def day(self, needs: int = 6, lately: int = 6) -> DayView:
        self.asked.append(needs)
        left_out = max(0, len(self.view.needs) - needs)
        midnight = datetime.combine(self.now.date() + timedelta(1), time(), self.now.tzinfo)
        return replace(
            self.view,
            now=self.now,
            until=midnight,
            needs=self.view.needs[:needs],
            more_needs=left_out,
            lately=self.view.lately[:lately],
        )


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture
def today() -> Days:
    return Days()


@pytest.fixture
def led() -> list[tuple[Any, ...]]:
    """Where the page led, in order."""
    return []


@pytest.fixture
def doors(desk: Desk, place: Place, led: list[tuple[Any, ...]]) -> Doors:  # noqa: F811
    def to(name: str) -> Callable[..., Any]:
        async def go(*about: Any) -> None:
            led.append((name, *about))

        return go

    desk.open_requested.connect(lambda page, what: led.append(("open", page, what)))
    return Doors(
        reminding=Reminding(desk, place.get(DueService)),
        add_job=to("add"),
        show_jobs=lambda ids: led.append(("jobs", ids)),
        that_reached=lambda stage: (len(stage), 1),
        show_history=lambda: led.append(("history",)),
        schedule=to("schedule"),
        thank=to("thank"),
        tell=to("tell"),
    )


@pytest.fixture
def page(desk: Desk, today: Days, doors: Doors) -> TodayPage:  # noqa: F811
    return TodayPage(desk, today, doors, (Happened,), lambda: today.now)
