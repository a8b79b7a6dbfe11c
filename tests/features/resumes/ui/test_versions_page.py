"""The page of versions: what changed in each, any two beside each other, naming and restoring with their undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import Mark, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import VersionsPage
from careercoach_desktop.features.resumes.ui.version_naming import VersionNameDialog
from careercoach_desktop.foundation.uikit import Desk
from tests.features.resumes.ui.conftest import Stand
from tests.support.tasks import FakeClock
from tests.support.windows import Await


def dialog(qtbot: QtBot, kind: type) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


@pytest.fixture
def page(
    desk: Desk, resumes: ResumeService, ines_id: int, clock: FakeClock, stand: Stand, qtbot: QtBot
) -> VersionsPage:
    """Three versions: as read, another headline, another bullet."""
    clock.now += timedelta(hours=1)
    resumes.edit(ines_id, [SetValue("basics.label", "Hydrologist", "Senior hydrologist")])
    clock.now += timedelta(hours=1)
    resumes.edit(ines_id, [SetValue("b1", "", "Modelled 14 river basins.")])
    made = VersionsPage(desk, resumes)
    stand(made)
    made.open_record(ines_id)
    qtbot.waitUntil(lambda: len(made.list.rows()) == 3)
    qtbot.waitUntil(lambda: "14" in made.view.text())
    return made


def test_each_version_says_in_a_few_words_what_changed(page: VersionsPage) -> None:
    newest, second, first = (row.accessibleName() for row in page.list.rows())
    assert newest.startswith("Edited, the present one, Version 3")
    assert newest.endswith("Work: 1 bullet reworded")
    assert second.endswith("Headline changed")
    assert first.startswith("Read from the file, Version 1")


def test_choosing_a_version_shows_it_beside_the_present_one(page: VersionsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.list.rows()[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Senior hydrologist" in page.view.text())
    assert page._restore.text() == "Restore version 1"
    page.compare(1, 2)
    qtbot.waitUntil(lambda: "14" not in page.view.text())
    assert "Inês" not in page.view.text(), "what stayed the same is left out"
    page.view.everything.click()
    assert "Inês" in page.view.text()
    page.view.everything.click()
    page.compare(2, 2)
    qtbot.waitUntil(lambda: page.view.says_they_are_equal)


def test_both_texts_can_be_read_as_one(page: VersionsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view.layout_choice, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "Modelled 1214 river basins." in page.view.text())
    qtbot.keyClick(page.view.layout_choice, Qt.Key.Key_Left)
    assert "Modelled 12 river basins." in page.view.text()


def test_arrow_keys_walk_the_versions(page: VersionsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.list.rows()[0].hasFocus)
    qtbot.keyClick(page.list.rows()[0], Qt.Key.Key_Down)
    assert page.list.rows()[1].hasFocus()
    assert page._restore.text() == "Restore version 2"
    qtbot.keyClick(page.list.rows()[1], Qt.Key.Key_Up)
    assert page.list.rows()[0].is_selected


def test_ctrl_s_keeps_the_present_version_under_a_name(
    page: VersionsPage, qtbot: QtBot, resumes: ResumeService, ines_id: int, desk: Desk, await_: Await
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot, VersionNameDialog)
    asked.field.setText("For water jobs")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.rows()[0].accessibleName().startswith("For water jobs"))
    assert resumes.versions(ines_id)[0].name == "For water jobs"
    await_(desk.undo.undo())
    assert resumes.versions(ines_id)[0].name == ""
    await_(desk.undo.redo())
    assert resumes.versions(ines_id)[0].name == "For water jobs"


def test_f2_names_an_earlier_version_and_an_empty_name_takes_it_away(
    page: VersionsPage, qtbot: QtBot, resumes: ResumeService, ines_id: int
) -> None:
    resumes.name_version(ines_id, 1, "As read")
    qtbot.waitUntil(lambda: page.list.rows()[2].accessibleName().startswith("As read"))
    qtbot.keyClick(page.list.rows()[2], Qt.Key.Key_F2)
    asked = dialog(qtbot, VersionNameDialog)
    assert asked.windowTitle() == "Name version 1"
    asked.field.setText("")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: resumes.versions(ines_id)[2].name == "")


def test_a_version_is_restored_and_that_is_undone(
    page: VersionsPage, qtbot: QtBot, resumes: ResumeService, ines_id: int, desk: Desk, await_: Await
) -> None:
    page.choose(1)
    page._restore.click()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 4)
    assert resumes.resume(ines_id).data.basics.label == "Hydrologist"
    assert page.list.rows()[0].accessibleName().startswith("Restored, the present one")
    await_(desk.undo.undo())
    assert resumes.resume(ines_id).data.basics.label == "Senior hydrologist"
    qtbot.waitUntil(lambda: len(page.list.rows()) == 5)


def test_a_resume_that_goes_leaves_the_page_with_a_way_on(
    page: VersionsPage, qtbot: QtBot, resumes: ResumeService, ines_id: int, desk: Desk
) -> None:
    resumes.delete(ines_id)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._none)
    with qtbot.waitSignal(desk.open_requested) as asked:
        page._none.button.click()
    assert asked.args == ["resumes", None]


def test_the_columns_say_which_version_they_are_and_both_sides_have_their_bullet(page: VersionsPage) -> None:
    said = page.view.text()
    assert "Version 2 · Edited" in said
    assert "Version 3 · Edited" in said
    assert said.count("•") == 2


def test_a_bullet_stands_at_the_left_of_its_column(page: VersionsPage) -> None:
    browser = page.view._page
    document = browser.document()
    layout = document.documentLayout()
    bullet, title = document.find("•"), document.find("Rio Claro")
    assert not bullet.isNull()
    assert not title.isNull()
    left = [layout.blockBoundingRect(found.block()).left() for found in (bullet, title)]
    assert abs(left[0] - left[1]) < 4


def test_emphasis_alone_has_a_quiet_note(
    page: VersionsPage, resumes: ResumeService, ines_id: int, qtbot: QtBot
) -> None:
    data = resumes.resume(ines_id).data
    data.work[0].highlights[0].marks = [Mark(start=0, end=8, bold=True)]
    resumes.save_data(ines_id, data, VersionReason.SAVED)
    qtbot.waitUntil(lambda: len(page.list.rows()) == 4)
    qtbot.waitUntil(lambda: "bold" in page.view.text())


def test_a_name_leaves_the_frame_where_it_was(
    page: VersionsPage, resumes: ResumeService, ines_id: int, qtbot: QtBot
) -> None:
    assert page.list.chosen_number == 3
    resumes.name_version(ines_id, 3, "Before the agency")
    qtbot.waitUntil(lambda: page.list.rows()[0].accessibleName().startswith("Before the agency"))
    assert page.list.chosen_number == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [("resumes.edit", "resumes.edit"), ("resumes.check", "resumes.check"), ("jobs", "resumes"), ("", "resumes")],
)
def test_escape_and_the_arrow_lead_back_to_where_one_was_writing(
    page: VersionsPage, desk: Desk, qtbot: QtBot, ines_id: int, before: str, after: str
) -> None:
    page.came_from(before)
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    assert asked.args == [after, ines_id]
    with qtbot.waitSignal(desk.open_requested) as asked:
        page._header.back_requested.emit()
    assert asked.args == [after, ines_id]
