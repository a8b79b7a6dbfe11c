"""A day on a real file, with everything it is read from and a clock that stands where a test puts it."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.following import Following
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.today.service import Below, TodayService
from careercoach_desktop.foundation.storage.database import Database
from tests.features.interviews.conftest import (  # noqa: F401 - fixtures
    Clock,
    clock,
    contacts,
    due,
    following,
    interviews,
    jobs,
    reminders,
    settings,
)
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.workspace import child  # noqa: F401 - a fixture


@pytest.fixture
def profile(database: Database) -> ProfileService:
    return ProfileService(database)


@pytest.fixture
def today(
    jobs: JobService,  # noqa: F811
    due: DueService,  # noqa: F811
    interviews: InterviewService,  # noqa: F811
    following: Following,  # noqa: F811 - listens
    profile: ProfileService,
    clock: Clock,  # noqa: F811
) -> TodayService:
    """In Berlin, on Thursday 26 November 2026, ten in the morning."""
    return TodayService(Below(jobs, due, interviews, profile), clock)
