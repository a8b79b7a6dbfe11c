"""Pages over real services: nothing between the widget and the SQLite file is pretended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import VersionReason
from careercoach_desktop.features.resumes.service import (
    CorrectionService,
    ExportService,
    OriginalService,
    ResumeService,
    TranscriptionService,
)
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, ResumesPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.spelling import Spelling
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, remembered
from tests.features.resumes.people import ines
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures

Stand = Callable[[QWidget], None]


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look another test chose last is not this one's."""
    monkeypatch.setattr(remembered, "_memory", remembered._Memory())


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    """``stand(page)`` puts the page into an active window of a usual size."""
    pages: list[QWidget] = []

    def put(page: QWidget) -> None:
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1232, 869)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    yield put
    for page in pages:
        page.close()


@pytest.fixture
def originals(resumes: ResumeService, child: ChildProcess) -> OriginalService:
    return OriginalService(resumes, child)


@pytest.fixture
def check_page(
    desk: Desk,  # noqa: F811
    resumes: ResumeService,
    originals: OriginalService,
    corrections: CorrectionService,
    transcriptions: TranscriptionService,
    stand: Stand,
) -> CheckPage:
    page = CheckPage(desk, resumes, originals, corrections, transcriptions)
    stand(page)
    return page


@pytest.fixture
def spelling() -> Spelling:
    """A computer without dictionaries, whatever the one has on which the tests run."""
    return Spelling(lambda _language: ())


@pytest.fixture
def editor_page(
    desk: Desk,  # noqa: F811
    resumes: ResumeService,
    originals: OriginalService,
    child: ChildProcess,
    spelling: Spelling,
    stand: Stand,
) -> EditorPage:
    page = EditorPage(desk, resumes, originals, ExportService(child), spelling)
    stand(page)
    return page


@pytest.fixture
def resumes_page(desk: Desk, resumes: ResumeService, child: ChildProcess, stand: Stand) -> ResumesPage:  # noqa: F811
    page = ResumesPage(desk, resumes, ExportService(child))
    stand(page)
    return page


@pytest.fixture
def ines_id(resumes: ResumeService, queue: TaskQueue) -> int:
    """A résumé whose data is known to the last letter, with two doubtful values; nothing waits to be read."""
    made = resumes.import_file("Inês Caldeira\nFoz & Filhos, Trainee\n2019 - 20\n".encode(), "ines.txt").resume_id
    queue.cancel(queue.active()[0].id)
    resumes.save_data(made, ines(), VersionReason.READ)
    return made
