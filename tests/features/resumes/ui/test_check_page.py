"""Checking what was read: the original beside the form, every change saved at once and taken back by undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ReadingState
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage
from careercoach_desktop.features.resumes.ui.editor_rows import LabelledRow
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk
from tests.features.resumes import files
from tests.features.resumes.people import ines
from tests.support.tasks import TaskWatch
from tests.support.windows import Await


def opened(page: CheckPage, qtbot: QtBot, resume_id: int) -> None:
    """Open a résumé and wait until its form has the keyboard."""
    page.open_record(resume_id)
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) != "", timeout=10_000)


def type_into(page: CheckPage, qtbot: QtBot, path: str, text: str) -> None:
    assert page.form.go_to(path)
    widget = QApplication.focusWidget()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def banner(page: CheckPage) -> str:
    assert page._banner is not None
    return f"{page._banner.text()} {page._banner_said[-1]}".strip()


def test_the_first_doubtful_value_has_the_keyboard_and_the_banner_counts(
    check_page: CheckPage, qtbot: QtBot, ines_id: int
) -> None:
    opened(check_page, qtbot, ines_id)
    assert path_of(QApplication.focusWidget()) == "basics.phone"
    assert banner(check_page) == "2 of 22 fields are worth a look. Press Enter to go through them. 1 of 2"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert banner(check_page) == "1 of 22 fields is worth a look. Press Enter to go through them. 2 of 2"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert banner(check_page) == "You have looked at everything that was doubtful."
    assert QApplication.focusWidget() is check_page._done


def test_an_enter_that_comes_too_early_presses_nothing_and_the_walk_begins(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService
) -> None:
    check_page._done.setFocus()
    check_page.open_record(ines_id)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "basics.phone")
    assert not resumes.resume(ines_id).checked
    check_page.setFocus()
    qtbot.keyClick(check_page, Qt.Key.Key_Return)
    assert path_of(QApplication.focusWidget()) == "basics.phone"
    assert banner(check_page).endswith("1 of 2")


def test_every_row_keeps_its_height_once_the_page_has_come_to_rest(
    check_page: CheckPage, qtbot: QtBot, ines_id: int
) -> None:
    check_page.resize(1072, 720)
    opened(check_page, qtbot, ines_id)
    rows = check_page.form.findChildren(LabelledRow)
    qtbot.waitUntil(lambda: not check_page.form.is_building)
    qtbot.waitUntil(lambda: all(row.height() >= row.minimumSizeHint().height() for row in rows), timeout=5_000)


def test_the_text_of_the_original_is_marked_where_the_focused_value_stands(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.text(), "another.txt").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    check_page.form.go_to("basics.email")
    assert check_page._original.text.marked == "ines@caldeira.example"
    check_page.form.go_to("basics.name")
    assert check_page._original.text.marked == "Inês Caldeira"


def test_the_page_of_a_pdf_is_shown_with_the_region_marked_and_a_click_finds_the_field(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    pages = check_page._original.pages
    qtbot.waitUntil(lambda: bool(pages._pictures), timeout=10_000)
    check_page.form.go_to("basics.email")
    region = check_page.form.data.traces["basics.email"].regions[0]
    mark = pages._highlights[0]
    assert (mark.page, mark.x, mark.y) == (0, region.left, region.top)
    check_page.form.go_to("basics.name")
    pages.page_clicked.emit(0, (region.left + region.right) / 2, (region.top + region.bottom) / 2)
    assert path_of(QApplication.focusWidget()) == "basics.email"


def test_a_page_wanted_while_nobody_looks_is_drawn_when_the_page_is_shown_again(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    pages = check_page._original.pages
    qtbot.waitUntil(lambda: bool(pages._pictures), timeout=10_000)
    check_page.hide()
    pages._pictures.clear()
    pages.page_wanted.emit(0, 300)
    check_page.show()
    qtbot.waitUntil(lambda: bool(pages._pictures), timeout=10_000)


def test_an_edit_is_saved_at_once_and_undo_takes_it_back_on_both_sides(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    opened(check_page, qtbot, ines_id)
    type_into(check_page, qtbot, "work1.name", "Rio Claro SA")
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].name == "Rio Claro SA")
    assert desk.undo.undo_label == "changed “Employer”"
    await_(desk.undo.undo())
    assert resumes.resume(ines_id).data == ines()
    assert check_page.form.data == ines()
    await_(desk.undo.redo())
    assert resumes.resume(ines_id).data.work[0].name == "Rio Claro SA"
    assert check_page.form.data.work[0].name == "Rio Claro SA"


def test_ctrl_z_in_the_next_field_takes_back_the_last_change(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk
) -> None:
    QShortcut(QKeySequence.StandardKey.Undo, check_page, activated=lambda: desk.start(desk.undo.undo()))
    opened(check_page, qtbot, ines_id)
    type_into(check_page, qtbot, "work1.name", "Rio Claro SA")
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].name == "Rio Claro SA")
    position = QApplication.focusWidget()
    assert path_of(position) == "work1.position", position
    qtbot.keyClicks(position, "x")
    qtbot.keyClick(position, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: position.text() == "Hydrologist")
    qtbot.keyClick(position, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data == ines())
    qtbot.waitUntil(lambda: check_page.form.data == ines())


def test_undo_works_from_another_page_and_shows_where_it_happened(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    opened(check_page, qtbot, ines_id)
    type_into(check_page, qtbot, "work1.name", "Rio Claro SA")
    check_page.hide()
    with qtbot.waitSignal(desk.open_requested) as asked:
        await_(desk.undo.undo())
    assert asked.args == ["resumes.check", ines_id]
    assert resumes.resume(ines_id).data == ines()


def test_leaving_the_page_keeps_what_was_being_typed(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService
) -> None:
    opened(check_page, qtbot, ines_id)
    check_page.form.go_to("b1")
    bullet = QApplication.focusWidget()
    bullet.selectAll()
    qtbot.keyClicks(bullet, "Modelled 14 basins.")
    check_page.hide()
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].highlights[0].text == "Modelled 14 basins.")


def test_looks_right_marks_it_checked_fills_the_profile_and_goes_back(
    check_page: CheckPage,
    qtbot: QtBot,
    ines_id: int,
    resumes: ResumeService,
    profiles: ProfileService,
    desk: Desk,
) -> None:
    opened(check_page, qtbot, ines_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.mouseClick(check_page._done, Qt.MouseButton.LeftButton)
    assert asked.args == ["resumes", None]
    card = resumes.cards()[0]
    assert card.checked
    assert card.doubtful == 0
    assert profiles.profile().name == "Inês Caldeira"
    assert [toast.accessibleName() for toast in desk.toasts.toasts][-1].startswith("Profile filled from this résumé")


def test_what_was_just_typed_is_part_of_what_looks_right(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, profiles: ProfileService, desk: Desk
) -> None:
    opened(check_page, qtbot, ines_id)
    check_page.form.go_to("basics.phone")
    field = QApplication.focusWidget()
    field.selectAll()
    qtbot.keyClicks(field, "+351 910 000 001")
    with qtbot.waitSignal(desk.open_requested):
        qtbot.mouseClick(check_page._done, Qt.MouseButton.LeftButton)
    assert resumes.versions(ines_id)[0].name == "Checked"
    assert resumes.resume(ines_id).data.basics.phone == "+351 910 000 001"
    assert profiles.profile().phone == "+351 910 000 001"


def test_a_version_restored_elsewhere_is_shown(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    opened(check_page, qtbot, ines_id)
    type_into(check_page, qtbot, "work1.name", "Wrong")
    qtbot.waitUntil(lambda: resumes.resume(ines_id).version == 2)
    await_(desk.run(resumes.restore_version, ines_id, 1))
    qtbot.waitUntil(lambda: check_page.form.data == ines())


def test_a_file_that_could_not_be_read_can_be_typed_by_hand(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.encrypted_pdf(), "locked.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    assert "password" in banner(check_page)
    type_into(check_page, qtbot, "basics.name", "Ines Caldeira")
    qtbot.waitUntil(lambda: resumes.resume(resume_id).state is ReadingState.READ)
    assert resumes.resume(resume_id).data.basics.name == "Ines Caldeira"


def test_a_resume_opened_while_it_is_read_fills_in(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    check_page.open_record(resume_id)
    qtbot.waitUntil(lambda: "being read" in banner(check_page) if check_page._banner else False)
    assert not check_page.form.isEnabled()
    assert not check_page._done.isEnabled()
    queue.start()
    qtbot.waitUntil(lambda: check_page.form.data.basics.name == "Inês Caldeira", timeout=20_000)
    assert check_page.form.isEnabled()
    qtbot.waitUntil(lambda: check_page._original.currentWidget() is check_page._original.pages)


def test_without_any_resume_the_page_says_where_to_begin(check_page: CheckPage, qtbot: QtBot) -> None:
    check_page.open_record(None)
    qtbot.waitUntil(lambda: check_page._stack.currentWidget() is check_page._none)


def test_a_resume_deleted_meanwhile_is_not_shown_any_more(
    check_page: CheckPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    opened(check_page, qtbot, ines_id)
    await_(desk.run(resumes.delete, ines_id))
    qtbot.waitUntil(lambda: check_page._stack.currentWidget() is check_page._none)


def test_a_press_on_the_original_leaves_the_keyboard_where_it_is(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    """The second press of a double click on a card lands on the page that has just opened."""
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    focused = QApplication.focusWidget()
    pages = check_page._original.pages
    qtbot.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.viewport().rect().center())
    assert QApplication.focusWidget() is focused


def test_a_file_that_is_no_resume_says_so_until_it_is_one(
    check_page: CheckPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(b"Please find the shopping list attached, thanks.\n", "bad.txt").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    opened(check_page, qtbot, resume_id)
    assert banner(check_page).startswith("This does not look like a résumé: only 1 field could be read.")
    for path, text in (("basics.name", "Ines Caldeira"), ("basics.email", "ines@caldeira.example"),
                       ("basics.phone", "+351 21 000 1122"), ("basics.label", "Hydrologist")):  # fmt: skip
        type_into(check_page, qtbot, path, text)
    qtbot.waitUntil(lambda: "does not look" not in banner(check_page))
    assert resumes.resume(resume_id).is_primary
