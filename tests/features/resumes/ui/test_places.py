"""Being led to one place of a résumé, and what higher features offer for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import Region
from careercoach_desktop.features.resumes.service import (
    CorrectionService,
    ExportService,
    OriginalService,
    ResumeService,
    TranscriptionService,
)
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, ResumeAction, ResumesPage
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.spelling import Spelling
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, RecordPlace
from tests.features.resumes import files
from tests.features.resumes.ui.conftest import Stand
from tests.support.dialogs import button
from tests.support.tasks import TaskWatch


@pytest.fixture
def asked() -> list[int]:
    """The résumés an action of a higher feature was asked for."""
    return []


@pytest.fixture
def further(asked: list[int]) -> list[ResumeAction]:
    return [ResumeAction("Analyse", "file-search", asked.append)]


@pytest.fixture
def check_page(
    desk: Desk,
    resumes: ResumeService,
    originals: OriginalService,
    corrections: CorrectionService,
    transcriptions: TranscriptionService,
    further: list[ResumeAction],
    stand: Stand,
) -> CheckPage:
    page = CheckPage(desk, resumes, originals, corrections, transcriptions, further)
    stand(page)
    return page


@pytest.fixture
def editor_page(
    desk: Desk,
    resumes: ResumeService,
    originals: OriginalService,
    child: ChildProcess,
    spelling: Spelling,
    further: list[ResumeAction],
    stand: Stand,
) -> EditorPage:
    page = EditorPage(desk, resumes, originals, ExportService(child), spelling, further)
    stand(page)
    return page


def at(path: str) -> bool:
    return path_of(QApplication.focusWidget()) == path


@pytest.mark.parametrize("path", ["b2", "work2.end", "basics.location", "skill1.keywords"])
def test_the_check_page_opens_at_a_value_and_goes_to_another(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, path: str
) -> None:
    check_page.open_place(RecordPlace(ines_id, path))
    qtbot.waitUntil(lambda: at(path) or path.endswith("keywords"))
    check_page.open_place(RecordPlace(ines_id, "edu1.area"))
    qtbot.waitUntil(lambda: at("edu1.area"))


def test_a_value_that_is_gone_leaves_the_person_where_they_usually_begin(
    check_page: CheckPage, qtbot: QtBot, ines_id: int
) -> None:
    check_page.open_place(RecordPlace(ines_id, "no-such-bullet"))
    qtbot.waitUntil(lambda: at("basics.phone"))  # the first doubtful one


def test_the_check_page_shows_a_part_of_a_page(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    check_page.open_place(RecordPlace(resume_id, "", Region(page=0, left=0.1, top=0.2, right=0.9, bottom=0.5)))
    marks = check_page._original.pages
    qtbot.waitUntil(lambda: bool(marks._highlights))
    (mark,) = marks._highlights
    assert (mark.page, mark.x, mark.y) == (0, 0.1, 0.2)


def test_the_editor_opens_at_a_value_and_goes_to_another(editor_page: EditorPage, qtbot: QtBot, ines_id: int) -> None:
    editor_page.open_place(RecordPlace(ines_id, "b2"))
    qtbot.waitUntil(lambda: at("b2"))
    editor_page.open_place(RecordPlace(ines_id, "work2.end"))
    qtbot.waitUntil(lambda: at("work2.end"))


def test_what_higher_features_offer_stands_in_the_head_of_both_pages(
    check_page: CheckPage, editor_page: EditorPage, qtbot: QtBot, ines_id: int, asked: list[int]
) -> None:
    for page in (check_page, editor_page):
        page.open_record(ines_id)
        qtbot.waitUntil(lambda page=page: button(page, "Analyse").isEnabled())
        button(page, "Analyse").click()
    assert asked == [ines_id, ines_id]


def test_and_in_the_menu_of_a_card(
    desk: Desk,
    resumes: ResumeService,
    child: ChildProcess,
    further: list[ResumeAction],
    asked: list[int],
    stand: Stand,
    qtbot: QtBot,
    ines_id: int,
) -> None:
    page = ResumesPage(desk, resumes, ExportService(child), further)
    stand(page)
    qtbot.waitUntil(lambda: len(page.cards()) == 1)
    qtbot.mouseClick(page.cards()[0].menu_anchor(), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Analyse").trigger()
    menu.close()
    assert asked == [ines_id]
