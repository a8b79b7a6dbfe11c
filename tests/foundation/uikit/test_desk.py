"""The desk: services run in order off the Qt thread, events arrive on it, errors are never swallowed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.uikit.desk import Desk, RecordPlace
from careercoach_desktop.foundation.uikit.dialogs import Dialog
from careercoach_desktop.foundation.uikit.texts import Text
from tests.support.windows import settle


@dataclass(frozen=True)
class JobMoved:
    id: int


@dataclass(frozen=True)
class JobAdded:
    id: int


def open_dialog() -> Dialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, Dialog) else None


def button(within: QWidget, text: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == text)


def test_services_run_in_order_on_one_thread_that_is_not_qts(desk: Desk, await_: Any) -> None:
    seen: list[tuple[int, str]] = []

    def service(number: int) -> int:
        seen.append((number, threading.current_thread().name))
        return number * 2

    async def many() -> list[int]:
        return await asyncio.gather(*(desk.run(service, number) for number in range(20)))

    assert await_(many()) == [number * 2 for number in range(20)]
    assert [number for number, _thread in seen] == list(range(20))
    assert {thread for _number, thread in seen} == {"desk-run_0"}


def test_work_uses_several_threads_at_once(desk: Desk, await_: Any) -> None:
    meeting = threading.Barrier(3, timeout=5)

    async def together() -> list[int]:
        return await asyncio.gather(*(desk.work(meeting.wait) for _each in range(3)))

    assert sorted(await_(together())) == [0, 1, 2]


def test_an_error_of_a_service_reaches_its_caller(desk: Desk, await_: Any) -> None:
    def refuse() -> None:
        raise UserError("That file is empty.", "Choose another one.")

    with pytest.raises(UserError, match="empty"):
        await_(desk.run(refuse))


def test_events_told_on_another_thread_arrive_on_the_qt_thread(desk: Desk, bus: Bus, await_: Any, qtbot: QtBot) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    desk.happened.connect(lambda event: heard.append((event, threading.current_thread())))

    await_(desk.run(bus.deliver_after, JobMoved(3)))

    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(JobMoved(3), threading.main_thread())]


def test_a_listener_hears_only_its_event_and_only_while_its_owner_lives(
    desk: Desk, bus: Bus, qapp: QApplication
) -> None:
    owner = QWidget()
    heard: list[JobMoved] = []
    desk.on(JobMoved, heard.append, owner=owner)

    bus.deliver_after(JobAdded(1))
    bus.deliver_after(JobMoved(1))
    settle(qapp)
    assert heard == [JobMoved(1)]

    owner.deleteLater()
    settle(qapp)
    bus.deliver_after(JobMoved(2))
    settle(qapp)
    assert heard == [JobMoved(1)]


def test_a_failing_listener_does_not_silence_the_others(desk: Desk, bus: Bus, qtbot: QtBot) -> None:
    heard: list[object] = []
    owner = QWidget()
    qtbot.addWidget(owner)

    def fail(_event: JobMoved) -> None:
        raise UserError("The board could not be drawn.")

    desk.on(JobMoved, fail, owner=owner)
    desk.on(JobMoved, heard.append, owner=owner)
    bus.deliver_after(JobMoved(5))

    qtbot.waitUntil(lambda: heard == [JobMoved(5)])
    assert [toast.accessibleName() for toast in desk.toasts.toasts] == ["The board could not be drawn."]


def test_a_user_error_becomes_a_toast_with_the_next_step(desk: Desk, qtbot: QtBot) -> None:
    async def read() -> None:
        raise UserError("This PDF is locked with a password.", "Save a copy without it and drop that.")

    task = desk.start(read())

    qtbot.waitUntil(task.done)
    assert [toast.accessibleName() for toast in desk.toasts.toasts] == [
        "This PDF is locked with a password. Save a copy without it and drop that."
    ]


def test_a_bug_is_logged_and_shown_once_with_details_to_copy(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    words = "Ask Priya about the team"

    async def fail() -> None:
        raise ZeroDivisionError(words)

    desk.start(fail())
    desk.start(fail())

    qtbot.waitUntil(lambda: open_dialog() is not None)
    dialog = open_dialog()
    assert dialog is not None
    assert "safe" in " ".join(each.text() for each in dialog.findChildren(QWidget) if hasattr(each, "set_tone"))
    button(dialog, "Copy details").click()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in QGuiApplication.clipboard().text())
    assert "in fail" in QGuiApplication.clipboard().text()
    assert sum("ZeroDivisionError" in record.getMessage() for record in caplog.records) == 2
    assert words not in QGuiApplication.clipboard().text() + caplog.text
    qtbot.waitUntil(lambda: open_dialog() is None)


def test_a_coroutine_ends_with_its_owner(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    owner = QWidget()
    reached = asyncio.Event()

    async def forever() -> None:
        reached.set()
        await asyncio.Event().wait()

    task = desk.start(forever(), owner=owner)
    qtbot.waitUntil(reached.is_set)
    owner.deleteLater()
    settle(qapp)

    qtbot.waitUntil(task.done)
    assert task.cancelled()


def test_closing_cancels_what_runs_and_lets_the_current_call_finish(desk: Desk, await_: Any, qtbot: QtBot) -> None:
    began, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def long_call() -> None:
        began.set()
        may_end.wait(5)
        ended.set()

    async def page() -> None:
        await desk.run(long_call)

    task = desk.start(page())
    qtbot.waitUntil(began.is_set)
    may_end.set()
    await_(desk.close())

    assert task.done()
    assert ended.is_set()


@pytest.mark.parametrize(("pressed", "answer"), [("Delete for good", True), ("Cancel", False)])
def test_a_question_is_awaited_while_the_window_lives(desk: Desk, qtbot: QtBot, pressed: str, *, answer: bool) -> None:
    answers: list[bool] = []

    async def page() -> None:
        answers.append(await desk.ask("Delete?", "This cannot be undone.", confirm="Delete for good", danger=True))

    desk.start(page())
    qtbot.waitUntil(lambda: open_dialog() is not None)
    button(open_dialog(), pressed).click()
    qtbot.waitUntil(lambda: answers == [answer])


def test_files_are_chosen_without_blocking(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "lena.pdf"
    file.write_bytes(b"%PDF-")
    chosen: list[list[Path]] = []

    async def page() -> None:
        chosen.append(await desk.choose_files("Add a résumé", ("PDF (*.pdf)",)))

    desk.start(page())
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: chosen == [[file]])


def test_changing_ones_mind_about_a_place_to_save_gives_nothing(desk: Desk, qtbot: QtBot) -> None:
    chosen: list[Path | None] = []

    async def page() -> None:
        chosen.append(await desk.choose_save("Export", "lena.pdf", ("PDF (*.pdf)",)))

    desk.start(page())
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    QApplication.activeModalWidget().reject()
    qtbot.waitUntil(lambda: chosen == [None])


def test_opening_a_page_is_left_to_the_application(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.open_requested) as heard:
        desk.open("jobs", 7)
    assert heard.args == ["jobs", 7]
    with qtbot.waitSignal(desk.open_requested) as heard:
        desk.open("resumes.check", place=RecordPlace(7, "basics.email"))
    assert heard.args == ["resumes.check", RecordPlace(7, "basics.email")]


@pytest.mark.parametrize(("place", "section"), [("settings", "claude"), ("settings.web", "web")])
def test_an_error_that_can_be_put_right_in_the_settings_leads_there(
    desk: Desk, qtbot: QtBot, place: str, section: str
) -> None:
    desk.report(UserError("Claude does not accept your key.", "Enter a new one.", place=place))
    (toast,) = desk.toasts.toasts
    assert toast.action.text() == "Open Settings"
    with qtbot.waitSignal(desk.open_requested) as asked:
        toast.action.click()
    assert asked.args == ["settings", section]


def test_ten_things_that_fail_for_one_reason_say_it_once(desk: Desk) -> None:
    for _ in range(10):
        desk.report(UserError("Claude can’t be reached.", "Check your connection."))
    desk.report(UserError("The disk is full."))
    assert [toast.accessibleName() for toast in desk.toasts.toasts] == [
        "Claude can’t be reached. Check your connection.",
        "The disk is full.",
    ]


def test_a_toast_runs_its_coroutine_when_its_action_is_pressed(desk: Desk, qtbot: QtBot) -> None:
    done: list[str] = []

    async def undo() -> None:
        done.append("undone")

    desk.toast("Moved to Applied", action="Undo", on_action=undo)
    desk.toasts.toasts[0].action.click()

    qtbot.waitUntil(lambda: done == ["undone"])
    assert desk.toasts.toasts == []


def test_enter_does_not_confirm_what_cannot_be_undone(desk: Desk, qtbot: QtBot) -> None:
    answers: list[bool] = []

    async def page() -> None:
        answers.append(await desk.ask("Delete?", "It goes for good.", confirm="Delete for good", danger=True))
        answers.append(await desk.ask("Restore?", "The copy of 08:02 comes back.", confirm="Restore"))

    desk.start(page())
    for asked in range(2):
        qtbot.waitUntil(lambda asked=asked: open_dialog() is not None and len(answers) == asked)
        qtbot.keyClick(open_dialog(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda asked=asked: len(answers) == asked + 1)
    assert answers == [False, True]


def test_a_dialog_is_as_tall_as_its_words(desk: Desk, qtbot: QtBot) -> None:
    short, long = Dialog("Restore?"), Dialog("Restore?")
    for dialog, words in ((short, "One line."), (long, "Many lines that go on and on and wrap. " * 12)):
        qtbot.addWidget(dialog)
        dialog.body.addWidget(Text(words, wrap=True))
        dialog.add_button("Close", "")
        dialog.show()
    assert short.height() < 200 < long.height() < 420


def test_the_offer_to_undo_goes_when_the_change_is_undone_another_way(
    desk: Desk, qtbot: QtBot, await_: Callable[..., object]
) -> None:
    async def nothing() -> None: ...

    moved = desk.undo.push("Move “ML Engineer”", nothing, nothing)
    desk.offer_undo("“ML Engineer” moved to Applied", moved)
    desk.toast("Saved")
    assert [toast.accessibleName() for toast in desk.toasts.toasts] == ["“ML Engineer” moved to Applied", "Saved"]
    await_(desk.undo.undo())
    assert [toast.accessibleName() for toast in desk.toasts.toasts] == ["Saved"]


def test_the_offer_to_undo_takes_back_its_own_change(desk: Desk, qtbot: QtBot) -> None:
    done: list[str] = []

    async def note(word: str) -> None:
        done.append(word)

    moved = desk.undo.push("Move", lambda: note("moved back"), lambda: note("moved"))
    desk.offer_undo("Moved", moved)
    desk.undo.push("Remove", lambda: note("restored"), lambda: note("removed"))
    (toast,) = desk.toasts.toasts
    qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: done == ["moved back"])
    assert (desk.undo.undo_label, desk.toasts.toasts) == ("Remove", [])


def test_closing_finishes_what_was_asked_of_the_services(desk: Desk, await_: Any) -> None:
    slow, written = threading.Event(), []
    desk.start(desk.run(slow.wait, 10))
    desk.start(desk.run(written.append, "moved"))

    async def close_while_busy() -> None:
        closing = asyncio.ensure_future(desk.close())
        await asyncio.sleep(0)
        slow.set()
        await closing

    await_(close_while_busy())
    assert written == ["moved"]


def test_what_is_undone_at_once_is_what_was_just_done_and_not_what_was_before(desk: Desk, await_: Any) -> None:
    """Ctrl+Z may come before the change was stored, and so before it can be undone."""
    undone: list[str] = []
    stored = threading.Event()

    async def keep(name: str) -> None:
        await desk.run(stored.wait, 10)

        async def undo() -> None:
            undone.append(name)

        desk.undo.push(name, undo, undo)

    async def change_and_undo() -> None:
        stored.set()
        await keep("before")
        stored.clear()
        desk.start(keep("just now"))
        await asyncio.sleep(0)
        pressed = asyncio.ensure_future(desk.undo.undo())
        await asyncio.sleep(0)
        stored.set()
        await pressed

    await_(change_and_undo())
    assert undone == ["just now"]
