"""Practice on a real file that holds every feature, with a child process that does the work."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import PracticeChanged, PracticeSetup, Session
from careercoach_desktop.features.practice.service import PracticeService
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.lena import data_job, lena  # noqa: F401 - fixtures
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@pytest.fixture
def practice(place: Place) -> PracticeService:  # noqa: F811
    return place.get(PracticeService)


@pytest.fixture
def behavioural(data_job: int) -> PracticeSetup:  # noqa: F811
    return PracticeSetup(job_id=data_job, type=InterviewType.BEHAVIORAL, count=4)


@pytest.fixture
def begun(practice: PracticeService, behavioural: PracticeSetup, lena: int) -> Session:  # noqa: F811
    """Lena's practice for the data job: four questions of the bank, none asked yet."""
    return practice.session(practice.begin(behavioural))


def told(place: Place) -> list[PracticeChanged]:  # noqa: F811
    """What is told of practice from now on."""
    heard: list[PracticeChanged] = []
    place.database.bus.after(PracticeChanged, heard.append)
    return heard
