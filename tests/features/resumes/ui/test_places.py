"""Being led to one place of a résumé, and what higher features offer for it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.features import pages
from careercoach_desktop.features.resumes.model import Region
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, ResumesPage
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.uikit import Desk, RecordPlace
from tests.features.resumes import files
from tests.features.resumes.people import ines
from tests.features.resumes.ui.conftest import Stand
from tests.support.dialogs import button
from tests.support.workspace import Place, place  # noqa: F401 - a fixture


@pytest.fixture
def desk_there(place: Place, desk: Desk) -> Place:  # noqa: F811
    """The workspace with every feature, as the window has it."""
    place.provider.offer(Desk, lambda: desk)
    return place


def page_of(place: Place, name: str) -> Any:  # noqa: F811
    return next(page for page in pages() if page.name == name).build(place.provider)


@pytest.fixture
def ines_id(desk_there: Place) -> int:
    return desk_there.add_resume(ines(), "ines.txt")


@pytest.fixture
def check_page(desk_there: Place, stand: Stand) -> CheckPage:
    page: CheckPage = page_of(desk_there, "resumes.check")
    stand(page)
    return page


@pytest.fixture
def editor_page(desk_there: Place, stand: Stand) -> EditorPage:
    page: EditorPage = page_of(desk_there, "resumes.edit")
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


def test_the_check_page_shows_a_part_of_a_page(check_page: CheckPage, qtbot: QtBot, desk_there: Place) -> None:
    resume_id = desk_there.get(ResumeService).import_file(files.pdf(), "ines.pdf").resume_id
    desk_there.queue.start()
    desk_there.done("resumes.read")
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


@pytest.mark.parametrize("name", ["resumes.check", "resumes.edit"])
def test_what_higher_features_offer_stands_in_the_head(
    desk_there: Place, stand: Stand, desk: Desk, qtbot: QtBot, ines_id: int, name: str
) -> None:
    page = page_of(desk_there, name)
    stand(page)
    page.open_record(ines_id)
    qtbot.waitUntil(lambda: button(page, "Analyse").isEnabled())
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(page, "Analyse").click()
    assert asked.args == ["analysis", ines_id]


def test_and_in_the_menu_of_a_card(desk_there: Place, stand: Stand, desk: Desk, qtbot: QtBot, ines_id: int) -> None:
    page: ResumesPage = page_of(desk_there, "resumes")
    stand(page)
    qtbot.waitUntil(lambda: len(page.cards()) == 1)
    qtbot.mouseClick(page.cards()[0].menu_anchor(), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(desk.open_requested) as asked:
        next(action for action in menu.actions() if action.text() == "Analyse").trigger()
    menu.close()
    assert asked.args == ["analysis", ines_id]
