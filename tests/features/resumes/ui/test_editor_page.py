"""The editor: what is written stands on the page beside it, is saved by itself and taken back by undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.editing import RemoveItem, SetValue
from careercoach_desktop.features.resumes.model import Mark, ReadingState, ResumeStyle
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.resumes.ui import EditorPage, ExportDialog
from careercoach_desktop.features.resumes.ui.actions import ResumeActions
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk
from tests.features.resumes import files
from tests.features.resumes.people import ines, many_jobs
from tests.support.dialogs import answer, dialog
from tests.support.tasks import TaskWatch
from tests.support.windows import Await

Open = Callable[[int], EditorPage]


@pytest.fixture
def opened(editor_page: EditorPage, qtbot: QtBot) -> Open:
    """Open a résumé and wait until it stands on the page."""

    def open_it(resume_id: int) -> EditorPage:
        editor_page.open_record(resume_id)
        qtbot.waitUntil(lambda: editor_page.preview.preview is not None)
        qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "basics.name")
        return editor_page

    return open_it


def write(qtbot: QtBot, page: EditorPage, path: str, text: str) -> None:
    assert page.form.go_to(path)
    field = QApplication.focusWidget()
    field.selectAll()
    qtbot.keyClicks(field, text)


def places(page: EditorPage, path: str) -> int:
    return len(page.preview.preview.places_of(path))


def test_what_is_written_stands_on_the_page_beside_it(opened: Open, ines_id: int, qtbot: QtBot) -> None:
    page = opened(ines_id)
    before = page.preview.pages._pictures[0]
    with qtbot.waitSignal(page.preview.drawn):
        write(qtbot, page, "work1.name", "Rio Claro SA")
    qtbot.waitUntil(lambda: page.form.data.work[0].name == "Rio Claro SA")
    qtbot.waitUntil(lambda: page.preview.pages._pictures[0] != before)


def test_a_click_on_the_page_goes_to_the_field(opened: Open, ines_id: int, qtbot: QtBot) -> None:
    page = opened(ines_id)
    for path in ("basics.email", "b2", "edu1.institution"):
        region = page.preview.preview.places_of(path)[0].region
        page.preview.pages.page_clicked.emit(
            region.page, (region.left + region.right) / 2, (region.top + region.bottom) / 2
        )
        assert path_of(QApplication.focusWidget()) == path


def test_every_place_on_the_page_leads_somewhere(opened: Open, ines_id: int) -> None:
    page = opened(ines_id)
    for shown in page.preview.preview.pages:
        for place in shown.places:
            assert page.form.go_to(place.path), place.path


def test_the_focused_field_is_outlined_on_the_page(opened: Open, ines_id: int) -> None:
    page = opened(ines_id)
    page.form.go_to("b1")
    region = page.preview.preview.places_of("b1")[0].region
    (mark,) = page.preview.pages._highlights
    assert QRectF(mark.x, mark.y, mark.width, mark.height).contains(region.left + 0.001, region.top + 0.001)


def test_a_bullet_with_a_bold_word_is_outlined_as_one(opened: Open, ines_id: int, resumes: ResumeService) -> None:
    data = ines()
    data.work[0].highlights[0].marks = [Mark(start=9, end=11, bold=True)]
    resumes.save_data(ines_id, data)
    page = opened(ines_id)
    page.form.go_to("b1")
    assert len(page.preview.preview.places_of("b1")) > 1
    assert len(page.preview.pages._highlights) == 1


def test_what_the_child_refuses_is_a_quiet_line_and_the_next_change_tries_again(
    opened: Open, ines_id: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ines_id)
    picture = page.preview.pages._pictures[0]

    def refuse(*_args, **_how):
        raise UserError("No font here has these letters.", "Install one.", code="no-font")

    with monkeypatch.context() as patch:
        patch.setattr(ExportService, "preview", refuse)
        page.form.go_to("work1.name")
        qtbot.keyClicks(QApplication.focusWidget(), "x")
        qtbot.waitUntil(lambda: "No font here" in page.preview.note.text())
        assert page.preview.pages._pictures[0] == picture, "the page before stays"
    with qtbot.waitSignal(page.preview.drawn):
        qtbot.keyClicks(QApplication.focusWidget(), "y")
    assert page.preview.note.text() == "1 page"


def test_a_bug_while_drawing_is_told_once(
    opened: Open, ines_id: int, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ines_id)
    told: list[BaseException] = []
    tried: list[int] = []

    def break_down(*_args, **_how):
        tried.append(1)
        raise RuntimeError

    monkeypatch.setattr(ExportService, "preview", break_down)
    monkeypatch.setattr(desk, "report", told.append)
    page.form.go_to("work1.name")
    for count in (1, 2, 3):
        qtbot.keyClicks(QApplication.focusWidget(), "x")
        qtbot.waitUntil(lambda count=count: len(tried) == count and not page.preview._is_drawing)
    assert len(told) == 1


def test_a_new_picture_leaves_the_view_where_it_is(
    opened: Open, resumes: ResumeService, ines_id: int, qtbot: QtBot
) -> None:
    resumes.save_data(ines_id, many_jobs(40))
    page = opened(ines_id)
    assert len(page.preview.preview.pages) > 1
    page.form.go_to("w0.position")
    bar = page.preview.pages.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(400)
    with qtbot.waitSignal(page.preview.drawn):
        qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert bar.value() == 400


def test_many_changes_at_once_are_drawn_once_more(
    opened: Open, ines_id: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ines_id)
    drawn: list[str] = []
    original = ExportService.preview

    def counted(self: ExportService, data, style, width_px, **how):
        drawn.append(data.work[0].name)
        return original(self, data, style, width_px, **how)

    monkeypatch.setattr(ExportService, "preview", counted)
    page.form.go_to("work1.name")
    field = QApplication.focusWidget()
    with qtbot.waitSignal(page.preview.drawn):
        for name in ("A", "B", "C", "D"):
            field.selectAll()
            qtbot.keyClicks(field, name)
            page.form.flush()
    qtbot.waitUntil(lambda: drawn[-1:] == ["D"] and not page.preview._is_drawing)
    assert len(drawn) <= 2


def test_typing_is_saved_by_itself_and_said(opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService) -> None:
    page = opened(ines_id)
    page.form.go_to("b2")
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].highlights[1].text == "xLed a team.")
    qtbot.waitUntil(lambda: page._saved.text() == "Saved")
    assert path_of(QApplication.focusWidget()) == "b2", "nobody had to leave the field"


def test_a_word_typed_in_one_go_is_one_step_of_undo(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    page = opened(ines_id)
    page._saver._clock = lambda: 0.0  # no pause between the letters, however busy the machine is
    page.form.go_to("work1.position")
    for letter in "Chief":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
        page.form.flush()
    await_(desk.undo.undo())
    assert resumes.resume(ines_id).data == ines()
    assert page.form.data == ines()
    await_(desk.undo.redo())
    assert resumes.resume(ines_id).data.work[0].position == page.form.data.work[0].position != "Hydrologist"


def test_after_a_pause_typing_is_a_step_of_its_own(
    opened: Open, ines_id: int, qtbot: QtBot, desk: Desk, await_
) -> None:
    page = opened(ines_id)
    moments = iter((0.0, 60.0))
    page._saver._clock = lambda: next(moments)
    page.form.go_to("work1.position")
    for text in ("x", "y"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        page.form.flush()
    assert page.form.data.work[0].position == "xyHydrologist"
    await_(desk.undo.undo())
    assert page.form.data.work[0].position == "xHydrologist"
    await_(desk.undo.undo())
    assert page.form.data == ines()


def test_letters_nobody_was_told_of_yet_are_what_an_undo_by_mouse_takes_back(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    page = opened(ines_id)
    moments = iter((0.0, 60.0))
    page._saver._clock = lambda: next(moments)
    page.form.go_to("work1.position")
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    page.form.flush()
    qtbot.keyClicks(QApplication.focusWidget(), "y")
    await_(desk.undo.undo())
    assert page.form.data.work[0].position == "xHydrologist"
    await_(desk.undo.redo())
    assert resumes.resume(ines_id).data.work[0].position == page.form.data.work[0].position == "xyHydrologist"


def test_ctrl_z_takes_back_what_was_typed_a_moment_ago(opened: Open, ines_id: int, qtbot: QtBot, desk: Desk) -> None:
    page = opened(ines_id)
    QShortcut(QKeySequence.StandardKey.Undo, page, activated=lambda: desk.start(desk.undo.undo()))
    write(qtbot, page, "b1", "Oh no")
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: field.text() == "Modelled 12 river basins.")
    assert page.form.data == ines()


def test_a_bullet_that_was_never_written_in_leaves_no_step_behind(
    opened: Open, ines_id: int, qtbot: QtBot, desk: Desk, resumes: ResumeService
) -> None:
    page = opened(ines_id)
    write(qtbot, page, "b1", "Oh")
    page.form.flush()
    before = desk.undo.undo_label
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.undo.undo_label == "added a bullet"
    page.form.go_to("basics.name")
    assert desk.undo.undo_label == before == "changed a bullet"
    assert len(page.form.data.work[0].highlights) == 2
    qtbot.waitUntil(lambda: len(resumes.resume(ines_id).data.work[0].highlights) == 2)


def test_ctrl_z_takes_a_new_bullet_back_that_is_still_empty(
    opened: Open, ines_id: int, qtbot: QtBot, desk: Desk
) -> None:
    page = opened(ines_id)
    QShortcut(QKeySequence.StandardKey.Undo, page, activated=lambda: desk.start(desk.undo.undo(page.undo_scope)))
    page.form.go_to("b2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(page.form.data.work[0].highlights) == 3
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.form.data == ines())
    qtbot.waitUntil(lambda: desk.undo.undo_label == "")


def test_a_resume_that_goes_takes_its_head_along(
    opened: Open, ines_id: int, qtbot: QtBot, desk: Desk, resumes: ResumeService
) -> None:
    page = opened(ines_id)
    write(qtbot, page, "basics.label", "Senior hydrologist")
    qtbot.waitUntil(lambda: page._saved.text() == "Saved")
    resumes.delete(ines_id)
    qtbot.waitUntil(lambda: page.resume_id is None)
    assert (page.header.title(), page._saved.text(), page._done.isVisible()) == ("Edit", "", False)
    assert page.undo_scope is None
    resumes.undelete(ines_id)
    page.open_record(ines_id)
    qtbot.waitUntil(lambda: page.resume_id == ines_id)
    assert page._done.isVisible()


def test_undo_covers_emphasis_moves_and_removals(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    page = opened(ines_id)
    page.form.go_to("b1")
    QApplication.focusWidget().selectAll()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page.form._cards["work"].remove_entry("work2")
    qtbot.waitUntil(lambda: len(resumes.resume(ines_id).data.work) == 1)
    assert [bullet.marks != [] for bullet in resumes.resume(ines_id).data.work[0].highlights] == [False, True]
    while desk.undo.undo_label:
        await_(desk.undo.undo())
    assert resumes.resume(ines_id).data == ines()
    assert page.form.data == ines()
    while desk.undo.redo_label:
        await_(desk.undo.redo())
    assert resumes.resume(ines_id).data == page.form.data != ines()


def test_leaving_the_page_saves_what_is_being_typed(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService
) -> None:
    page = opened(ines_id)
    write(qtbot, page, "b1", "Modelled 14 basins.")
    page.hide()
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].highlights[0].text == "Modelled 14 basins.")


def test_another_look_is_shown_and_the_form_stays(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    page = opened(ines_id)
    page.form.go_to("b1")
    before = page.preview.pages._pictures[0]
    await_(desk.run(resumes.restyle, ines_id, ResumeStyle(template="classic", paper="letter")))
    qtbot.waitUntil(lambda: page.preview.pages._pictures[0] != before)
    assert path_of(QApplication.focusWidget()) == "b1"
    assert page.preview.preview.pages[0].size_mm[0] > 215


def test_a_change_from_elsewhere_loses_no_letter_of_this_moment(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService
) -> None:
    page = opened(ines_id)
    page.form.go_to("b1")
    field = QApplication.focusWidget()
    resumes.edit(ines_id, [SetValue("work1.name", ines().work[0].name, "Rio Claro SA")])
    field.selectAll()
    qtbot.keyClicks(field, "Built")
    page._elsewhere.look()  # the letters were not taken yet
    qtbot.waitUntil(lambda: page.form.data.work[0].name == "Rio Claro SA")
    assert page.form.data.work[0].highlights[0].text == "Built"
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data == page.form.data)


def test_what_the_disk_did_not_take_stays_in_the_form_until_it_does(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, database: Database
) -> None:
    page = opened(ines_id)
    page._saver._retry.setInterval(50)
    with database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=20")
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    write(qtbot, page, "b1", "Modelled 14 basins.")
    qtbot.waitUntil(lambda: page._saved.text() == "Not saved yet")
    write(qtbot, page, "work1.name", "Rio Claro SA")
    assert page.form.data.work[0].highlights[0].text == "Modelled 14 basins."
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: resumes.resume(ines_id).data.work[0].name == "Rio Claro SA")
    assert resumes.resume(ines_id).data.work[0].highlights[0].text == "Modelled 14 basins."
    qtbot.waitUntil(lambda: page._saved.text() == "Saved" and not page._saver.is_busy)


def test_the_look_is_chosen_below_the_preview_and_can_be_undone(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    page = opened(ines_id)
    assert (page.look.template.value(), page.look.paper.value()) == ("modern", "a4")
    first = page.preview.pages._pictures[0]
    page.look.template._choose("sidebar")
    qtbot.waitUntil(lambda: page.preview.pages._pictures[0] != first)
    page.look.paper._choose("letter")
    wanted = ResumeStyle(template="sidebar", paper="letter")
    qtbot.waitUntil(lambda: await_(desk.run(resumes.resume, ines_id)).style == wanted)
    await_(desk.undo.undo())
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: page.look.template.value() == "modern")
    qtbot.waitUntil(lambda: page.preview._style == ResumeStyle())
    assert path_of(QApplication.focusWidget()) == "basics.name"


CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_export_by_key_and_by_name(opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService) -> None:
    page = opened(ines_id)
    write(qtbot, page, "basics.name", "Ines Reis")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL_SHIFT)
    shown = dialog(qtbot, ExportDialog)
    assert shown._data.basics.name == "Ines Reis"
    answer(qtbot, shown, "Cancel")
    qtbot.waitUntil(lambda: not page._is_handing_over)
    resumes.make_primary(ines_id)
    page.export_primary()
    answer(qtbot, dialog(qtbot, ExportDialog), "Cancel")


def test_a_part_that_is_gone_meanwhile_is_said_and_the_file_is_shown(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, desk: Desk
) -> None:
    page = opened(ines_id)
    page._elsewhere._settle.timeout.disconnect()  # the other change has not been noticed yet
    resumes.edit(ines_id, [RemoveItem("work", 0, ines().work[0])])
    write(qtbot, page, "work1.name", "Rio Claro SA")
    qtbot.waitUntil(lambda: [job.id for job in page.form.data.work] == ["work2"])
    assert "no longer there" in desk.toasts.toasts[-1].accessibleName()


def test_the_original_stands_in_place_of_the_preview(
    editor_page: EditorPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    page = editor_page
    page.open_record(resume_id)
    qtbot.waitUntil(lambda: page.preview.preview is not None)
    assert page._views.isVisible()
    qtbot.keyClick(page._views, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(page._original.pages._pictures))
    page.form.go_to("basics.email")
    region = page.form.data.traces["basics.email"].regions[0]
    assert page._original.pages._highlights[0].y == region.top


def test_a_checked_resume_opens_in_the_editor(
    resumes: ResumeService, ines_id: int, desk: Desk, qtbot: QtBot, child
) -> None:
    actions = ResumeActions(desk, resumes, ExportService(child), desk.window)
    for checked, page in ((False, "resumes.check"), (True, "resumes.edit")):
        resumes.mark_checked(ines_id, checked=checked)
        with qtbot.waitSignal(desk.open_requested) as asked:
            actions.do("open", resumes.cards()[0])
        assert asked.args == [page, ines_id]


def test_reading_the_file_again_can_be_undone(
    opened: Open, ines_id: int, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, desk: Desk, await_: Await, child
) -> None:
    page = opened(ines_id)
    actions = ResumeActions(desk, resumes, ExportService(child), page)
    queue.start()
    actions.do("read", resumes.cards()[0])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "read “ines.txt” again")
    qtbot.waitUntil(lambda: page.form.data.work != ines().work)
    await_(desk.undo.undo())
    assert resumes.resume(ines_id).data == ines()
    qtbot.waitUntil(lambda: page.form.data == ines())
    await_(desk.undo.redo())
    assert resumes.resume(ines_id).data != ines()


def test_while_the_file_is_read_nothing_can_be_written(
    editor_page: EditorPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue
) -> None:
    resume_id = resumes.import_file(files.pdf(), "ines.pdf").resume_id
    editor_page.open_record(resume_id)
    qtbot.waitUntil(lambda: editor_page.resume_id == resume_id)
    assert not editor_page.form.isEnabled()
    assert not editor_page._views.isVisible()
    queue.start()
    qtbot.waitUntil(lambda: editor_page.form.data.basics.name == "Inês Caldeira")
    assert editor_page.form.isEnabled()
    assert editor_page._views.isVisible(), "now there is an original to look at"
    assert resumes.resume(resume_id).state is ReadingState.READ


def test_without_any_resume_the_page_says_where_to_begin(editor_page: EditorPage, qtbot: QtBot) -> None:
    editor_page.open_record(None)
    qtbot.waitUntil(lambda: editor_page._stack.currentWidget() is editor_page._none)
