"""The application's life: the first screen, one folder after another in the same window, and a clean end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.resumes.model import ResumeRead
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import EditorPage, ResumesPage
from careercoach_desktop.features.resumes.ui.form_field import path_of
from careercoach_desktop.features.settings.service import DataDoor
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import DropZone
from tests.support.application import Running, at_work
from tests.support.dialogs import button, toasts, words
from tests.support.windows import Await


def drop(target: QWidget, *paths: Path) -> bool:
    """Files let go over a widget, as the system tells it; whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), action, data, left, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(20, 20), action, data, left, none))
    return enter.isAccepted()


def add_job(running: Running, await_: Await, title: str) -> int:
    jobs = running.provider.get(JobService)
    return await_(running.desk.run(jobs.add_manually, Posting(title=title))).job_id


def jobs_in(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "careercoach.db") as connection:
        return [title for (title,) in connection.execute("SELECT title FROM job ORDER BY title")]


# --- the first screen ------------------------------------------------------------------------------------------------


def test_a_resume_dropped_on_the_first_screen_is_read(running: Running, tmp_path: Path, qtbot: QtBot) -> None:
    resume = tmp_path / "lena.txt"
    resume.write_text("Lena Marsh\nlena@marsh.example\n\nSkills\n\nSQL, Python\n")
    running.start()
    welcome = running.page(WelcomePage)
    assert drop(welcome.findChild(DropZone), resume)
    page = running.page(ResumesPage)
    qtbot.waitUntil(lambda: [card.card.file_name for card in page.cards()] == ["lena.txt"])


def test_a_variable_that_holds_no_value_is_said_and_keeps_nobody_out(
    running: Running, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("CAREERCOACH_CLAUDE_MONTHLY_BUDGET", "ten")
    running.start()
    running.page(WelcomePage)
    qtbot.waitUntil(lambda: any("CAREERCOACH_CLAUDE_MONTHLY_BUDGET" in told for told in toasts(running.desk)))


def test_a_film_is_not_taken_for_a_resume(running: Running, tmp_path: Path) -> None:
    film = tmp_path / "me.mp4"
    film.write_bytes(b"\x00\x00\x00\x18ftypmp42")
    running.start()
    welcome = running.page(WelcomePage)
    assert not drop(welcome.findChild(DropZone), film)
    assert running.window.current_page() is welcome


def test_a_resume_can_be_chosen_instead(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    resume = tmp_path / "lena.txt"
    resume.write_text("Lena Marsh")

    async def chosen(*_args: object) -> list[Path]:
        return [resume]

    running.start()
    welcome = running.page(WelcomePage)
    monkeypatch.setattr(running.desk, "choose_files", chosen)  # the system's own file dialog
    button(welcome, "Choose a file").click()
    page = running.page(ResumesPage)
    qtbot.waitUntil(lambda: len(page.cards()) == 1)


def test_a_resume_can_be_written_instead_of_added(running: Running, qtbot: QtBot) -> None:
    running.start()
    button(running.page(WelcomePage), "Write a new one").click()
    page = running.page(EditorPage)
    qtbot.waitUntil(lambda: page.form.focused_path == "basics.name")
    assert running.window.sidebar.isVisible()


def test_starting_empty_leads_to_the_jobs(running: Running) -> None:
    running.start()
    button(running.page(WelcomePage), "Start empty").click()
    running.page(JobsPage)
    assert running.window.sidebar.isVisible()
    assert not running.window.sample_banner.isVisible()


def test_the_sample_is_looked_at_and_left_again_without_touching_one_s_own(running: Running, qtbot: QtBot) -> None:
    running.start()
    button(running.page(WelcomePage), "Explore with sample data").click()
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30)
    assert running.window.sample_banner.isVisible()
    button(running.window.sample_banner, "Use my own").click()
    running.page(WelcomePage)
    assert not running.window.sample_banner.isVisible()
    assert jobs_in(running.folder) == []
    assert len(jobs_in(running.folder / "sample")) == 30


def test_a_folder_with_something_in_it_opens_on_the_jobs(running: Running, await_: Await, qtbot: QtBot) -> None:
    running.start()
    running.page(WelcomePage)
    add_job(running, await_, "Baker")
    running.application.open_folder(running.folder)
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 1)


# --- one folder after another ----------------------------------------------------------------------------------------


def test_another_folder_replaces_the_first_in_the_same_window(
    running: Running, tmp_path: Path, await_: Await, qtbot: QtBot
) -> None:
    running.start()
    running.page(WelcomePage)
    add_job(running, await_, "Baker")
    running.window.page_requested.emit("jobs")
    first = running.page(JobsPage)
    before = running.provider
    running.provider.get(DataDoor).open(tmp_path / "other")
    running.page(WelcomePage)
    assert running.provider is not before
    button(running.page(WelcomePage), "Start empty").click()
    second = running.page(JobsPage)
    assert second is not first
    add_job(running, await_, "Nurse")
    qtbot.waitUntil(lambda: second.board.cards.total() == 1)
    assert (jobs_in(running.folder), jobs_in(tmp_path / "other")) == (["Baker"], ["Nurse"])


def test_nothing_of_the_first_folder_answers_any_more(
    running: Running, tmp_path: Path, await_: Await, qtbot: QtBot
) -> None:
    running.start()
    running.page(WelcomePage)
    running.desk.toast("Job deleted.", action="Undo", on_action=lambda: None)
    closed = running.provider.get(Database)
    running.application.open_folder(tmp_path / "other")
    qtbot.waitUntil(lambda: running.application._open is not None and running.provider.get(Database) is not closed)
    running.page(WelcomePage)
    running.window.sidebar.person_clicked.emit()
    running.page(SettingsPage).open_section("data")
    assert "Job deleted." not in words(running.window), "its button would act on data that is closed"
    assert str(tmp_path / "other") in words(running.window)


def test_pressing_twice_opens_one_workspace(running: Running, tmp_path: Path, qtbot: QtBot) -> None:
    before = at_work()
    running.start()
    running.page(WelcomePage)
    for folder in ("one", "two", "three"):
        running.application.open_folder(tmp_path / folder)
    qtbot.waitUntil(lambda: not running.application._steps, timeout=20_000)
    running.page(WelcomePage)
    assert running.provider.get(Database).path.parent == tmp_path / "three"
    running.leave()
    assert at_work() == before


def test_a_page_chosen_while_the_data_is_opened_is_shown_when_it_is(running: Running) -> None:
    before = open_workspace(running.folder, Bus())
    before.provider.get(JobService).add_manually(Posting(title="Baker"))
    before.close()
    running.start(page="settings")
    running.page(SettingsPage)


def test_going_elsewhere_with_the_sidebar_is_heard_like_any_other_way(running: Running, qtbot: QtBot) -> None:
    running.start()
    running.page(WelcomePage)
    with qtbot.waitSignal(running.desk.open_requested) as asked:
        running.window.page_requested.emit("resumes")
    assert asked.args == ["resumes", None]
    running.page(ResumesPage)


def test_undo_and_redo_say_what_they_did(running: Running, await_: Await, qtbot: QtBot) -> None:
    running.start()
    running.page(WelcomePage)
    log: list[str] = []

    async def undo() -> None:
        log.append("undone")

    async def redo() -> None:
        log.append("redone")

    running.desk.undo.push("Move job", undo, redo)
    running.window.undo_requested.emit()
    qtbot.waitUntil(lambda: "Undone: Move job" in toasts(running.desk))
    running.window.redo_requested.emit()
    qtbot.waitUntil(lambda: "Redone: Move job" in toasts(running.desk))
    assert log == ["undone", "redone"]
    assert toasts(running.desk) == ["Redone: Move job"], "the last one takes the place of the one before"


def test_where_a_resume_is_written_ctrl_z_leaves_the_other_records_alone(
    running: Running, await_: Await, qtbot: QtBot
) -> None:
    running.start()
    running.page(WelcomePage)
    desk, resumes = running.desk, running.provider.get(ResumeService)
    with qtbot.waitSignal(desk.happened, check_params_cb=lambda told: isinstance(told, ResumeRead), timeout=20_000):
        resume_id = await_(desk.run(resumes.import_file, b"Lena Marsh\nlena@marsh.example\n", "lena.txt")).resume_id
    desk.undo.push(
        "added 1 file",
        lambda: desk.run(resumes.delete, resume_id),
        lambda: desk.run(resumes.undelete, resume_id),
    )
    desk.open("resumes.edit", resume_id)
    page = running.page(EditorPage)
    qtbot.waitUntil(lambda: page.preview.preview is not None)
    assert page.form.go_to("basics.label")
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "basics.label")
    qtbot.keyClicks(QApplication.focusWidget(), "Analyst")
    qtbot.waitUntil(lambda: page.form.data.basics.label == "Analyst")

    for said in ("Undone: changed “Headline”", "Nothing left to undo here"):
        running.window.undo_requested.emit()
        qtbot.waitUntil(lambda said=said: toasts(desk) == [said])
    assert page.form.data.basics.label == ""
    assert page.resume_id == resume_id

    desk.open("resumes")
    running.page(ResumesPage)
    running.window.undo_requested.emit()
    qtbot.waitUntil(lambda: toasts(desk) == ["Undone: added 1 file"])
    assert page.resume_id is None
    desk.open("resumes.edit")
    running.page(EditorPage)
    qtbot.waitUntil(lambda: page.header.title() == "Edit")
    assert not page._export.isVisible()


# --- the threads -----------------------------------------------------------------------------------------------------


def test_a_query_on_the_qt_thread_is_refused(running: Running) -> None:
    running.start()
    running.page(WelcomePage)
    with pytest.raises(RuntimeError, match="Qt thread"):
        running.provider.get(JobService).cards()


# --- the end ---------------------------------------------------------------------------------------------------------


def test_leaving_ends_every_thread_and_child_process(running: Running, await_: Await) -> None:
    before = at_work()
    running.start()
    running.page(WelcomePage)
    add_job(running, await_, "Baker")
    await_(running.desk.work(running.provider.get(ChildProcess).warm))
    assert any(name.startswith("process ") for name in at_work() - before)
    running.leave()
    assert at_work() == before
    assert not running.window.isVisible()


def test_leaving_while_the_data_is_still_being_opened_waits_for_it(running: Running) -> None:
    before = at_work()
    running.start()
    running.leave()
    assert at_work() == before
    assert running.application._open is None
    assert not running.application._steps


def test_the_close_button_may_be_pressed_twice(running: Running) -> None:
    running.start()
    running.page(WelcomePage)
    running.window.close()
    running.leave()
    assert not running.window.isVisible()


def test_what_was_typed_last_is_kept_when_one_leaves(running: Running, await_: Await, qtbot: QtBot) -> None:
    from careercoach_desktop.features.jobs.ui.notes_panel import NotesPanel
    from careercoach_desktop.foundation.uikit import TextArea

    running.start()
    running.page(WelcomePage)
    job_id = add_job(running, await_, "Baker")
    running.window.page_requested.emit("jobs")
    page = running.page(JobsPage)
    page.open_record(job_id)
    qtbot.waitUntil(lambda: page.details.job is not None)
    page.details.show_panel("notes")
    qtbot.waitUntil(lambda: any(area.isVisible() for area in page.findChildren(NotesPanel)))
    page.findChild(NotesPanel).findChild(TextArea).setText("Ask about the night shift")
    running.leave()
    with sqlite3.connect(running.folder / "careercoach.db") as connection:
        assert connection.execute("SELECT notes FROM job").fetchall() == [("Ask about the night shift",)]
