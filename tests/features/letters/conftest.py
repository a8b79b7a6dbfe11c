"""Letters on a real file that holds every feature, with a child process that does the work."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.letters.model import Letter
from careercoach_desktop.features.letters.service import WRITE, LetterService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import Task
from tests.features.letters.written import WISHES
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.lena import data_job, lena  # noqa: F401 - fixtures
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def letters(place: Place) -> LetterService:  # noqa: F811
    return place.get(LetterService)


@pytest.fixture
def outline(letters: LetterService, lena: int, data_job: int) -> Letter:  # noqa: F811
    return letters.letter(letters.outline(data_job, WISHES))


def write(place: Place, job_id: int) -> Task:  # noqa: F811
    """The first letter with Claude, to the end."""
    place.get(LetterService).start(job_id, WISHES)
    place.queue.start()
    return place.done(WRITE)


def letter_of(place: Place, task: Task) -> Letter:  # noqa: F811
    assert task.result is not None
    return place.get(LetterService).letter(int(str(task.result["letter_id"])))
