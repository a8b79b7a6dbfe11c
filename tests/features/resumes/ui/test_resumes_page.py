"""The page of all résumés: files dropped on it become cards, and every action has its undo."""

from __future__ import annotations

from pathlib import Path
from threading import Semaphore

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard, ResumeChanged, VersionReason
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.resumes.ui import PageWay, ResumesPage
from careercoach_desktop.features.resumes.ui.dialogs import RenameDialog
from careercoach_desktop.features.resumes.ui.file_card import ResumeFileCard
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Button, Desk
from tests.features.resumes import files
from tests.features.resumes.people import ines, many_jobs
from tests.features.resumes.ui.conftest import Stand
from tests.support.dialogs import button
from tests.support.windows import Await


def card_of(page: ResumesPage, qtbot: QtBot, resume_id: int) -> ResumeFileCard:
    qtbot.waitUntil(lambda: resume_id in page._cards)
    return page._cards[resume_id]


def drop(page: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), action, data, button, none))


def toasts(desk: Desk) -> list[str]:
    return [toast.accessibleName() for toast in desk.toasts.toasts]


def dialog(qtbot: QtBot, kind: type) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def test_an_empty_page_teaches_with_one_button(resumes_page: ResumesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: resumes_page._stack.currentWidget() is resumes_page._empty)
    assert not resumes_page._add.isVisible()


def test_files_dropped_together_become_cards_that_fill_in(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue, resumes: ResumeService, desk: Desk
) -> None:
    one, two, locked = tmp_path / "ines.pdf", tmp_path / "ines.txt", tmp_path / "locked.pdf"
    one.write_bytes(files.pdf())
    two.write_bytes(files.text())
    locked.write_bytes(files.encrypted_pdf())
    drop(resumes_page, one, two, locked)
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 3)
    assert all(card.card.state is ReadingState.READING for card in resumes_page.cards())
    queue.start()
    qtbot.waitUntil(
        lambda: all(card.card.state is not ReadingState.READING for card in resumes_page.cards()), timeout=20_000
    )
    by_name = {card.card.file_name: card.card for card in resumes_page.cards()}
    assert by_name["ines.pdf"].thumbnail is not None
    assert by_name["locked.pdf"].state is ReadingState.FAILED
    assert sum(card.is_primary for card in by_name.values()) == 1
    qtbot.waitUntil(lambda: any("from ines.pdf" in said for said in toasts(desk)))
    desk.open("resumes.check", by_name["ines.pdf"].id)  # whoever is there need not be shown the way
    qtbot.waitUntil(lambda: not any("from ines.pdf" in said for said in toasts(desk)))


def test_a_file_already_here_is_said_and_one_that_cannot_be_opened_too(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    one = tmp_path / "ines.pdf"
    one.write_bytes(files.pdf())
    resumes_page.add_files([one])
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)
    resumes_page.add_files([one, tmp_path / "gone.pdf"])
    qtbot.waitUntil(lambda: len(toasts(desk)) == 2)
    assert "“ines.pdf” is already here." in toasts(desk)[0]
    assert "“gone.pdf” could not be opened." in toasts(desk)[1]
    assert len(resumes_page.cards()) == 1


def test_adding_can_be_undone(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, desk: Desk, await_: Await
) -> None:
    one = tmp_path / "ines.pdf"
    one.write_bytes(files.pdf())
    resumes_page.add_files([one])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "added “ines.pdf”")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: resumes_page.cards() == [])
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)


def test_a_card_opens_with_a_click_and_from_the_keyboard(
    resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, desk: Desk
) -> None:
    card = card_of(resumes_page, qtbot, ines_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert asked.args == ["resumes.check", ines_id]
    card.setFocus()
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == ["resumes.check", ines_id]


def test_arrow_keys_go_from_card_to_card(
    resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService, ines_id: int
) -> None:
    for number in range(6):
        resumes.import_file(f"{number}".encode(), f"{number}.txt")
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 7)
    cards = resumes_page.cards()
    cards[0].setFocus()
    qtbot.waitUntil(lambda: cards[5].y() > cards[0].y())
    for key, to in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 6), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Left, 0)):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is cards[to]


def test_deleting_from_the_keyboard_is_undone_from_its_toast_or_with_ctrl_z(
    resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, desk: Desk, await_: Await, resumes: ResumeService
) -> None:
    card = card_of(resumes_page, qtbot, ines_id)
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: resumes_page.cards() == [])
    qtbot.waitUntil(lambda: any(said.startswith("“Ines” deleted") for said in toasts(desk)))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)
    assert resumes.resume(ines_id).data == ines()


def test_another_becomes_primary_and_back(
    resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    other = resumes.import_file(b"two", "two.txt").resume_id
    resumes.save_data(other, many_jobs(2), VersionReason.READ)
    resumes_page._actions.do("primary", card_of(resumes_page, qtbot, other).card)
    qtbot.waitUntil(lambda: [card.card.id for card in resumes_page.cards()] == [other, ines_id])
    assert resumes_page.cards()[0].card.is_primary
    qtbot.waitUntil(lambda: "primary" in desk.undo.undo_label)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: resumes_page.cards()[0].card.id == ines_id)


def test_renaming_with_f2(resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, desk: Desk, await_: Await) -> None:
    card = card_of(resumes_page, qtbot, ines_id)
    qtbot.keyClick(card, Qt.Key.Key_F2)
    asked = dialog(qtbot, RenameDialog)
    asked.field.setText("For water jobs")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.card.title == "For water jobs")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: card.card.title == "Ines")


def test_the_versions_open_from_the_menu(resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, desk: Desk) -> None:
    card = card_of(resumes_page, qtbot, ines_id)
    with qtbot.waitSignal(desk.open_requested) as asked:
        resumes_page._actions.do("versions", card.card)
    assert asked.args == ["resumes.versions", ines_id]


def test_a_copy_is_made_and_taken_back(
    resumes_page: ResumesPage, qtbot: QtBot, ines_id: int, desk: Desk, await_: Await
) -> None:
    resumes_page._actions.do("duplicate", card_of(resumes_page, qtbot, ines_id).card)
    qtbot.waitUntil(lambda: [card.card.title for card in resumes_page.cards()] == ["Ines", "Copy of Ines"])
    assert [card.card.is_primary for card in resumes_page.cards()] == [True, False]
    qtbot.waitUntil(lambda: desk.undo.undo_label == "copied “Ines”")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)


def test_the_menu_offers_what_is_possible(resumes_page: ResumesPage, qtbot: QtBot, ines_id: int) -> None:
    card = card_of(resumes_page, qtbot, ines_id)
    qtbot.mouseClick(card.menu_anchor(), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    offered = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    menu.close()
    assert list(offered) == [
        "Check what was read", "Export…", "Copy into a form…", "Make primary", "Rename…", "Tags…", "Duplicate",
        "Versions",
        "Save the original…", "Read the file again", "Delete",
    ]  # fmt: skip
    assert not offered["Make primary"]


def test_a_failed_card_offers_to_read_again_or_to_type(
    resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, desk: Desk
) -> None:
    resume_id = resumes.import_file(files.encrypted_pdf(), "locked.pdf").resume_id
    queue.start()
    card = card_of(resumes_page, qtbot, resume_id)
    qtbot.waitUntil(lambda: card.card.state is ReadingState.FAILED, timeout=20_000)
    assert "password" in card.accessibleName()
    with qtbot.waitSignal(card.asked) as asked:
        card.asked.emit("read")
    assert asked.args == ["read"]
    qtbot.waitUntil(lambda: card.card.state is ReadingState.READING)
    qtbot.waitUntil(lambda: card.card.state is ReadingState.FAILED, timeout=20_000)


def test_a_file_that_is_no_resume_warns_and_offers_to_type_or_delete(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue, desk: Desk
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Please find the shopping list attached, thanks.\n", encoding="utf-8")
    resumes_page.add_files([bad])
    queue.start()
    qtbot.waitUntil(lambda: any("does not look like a résumé" in said for said in toasts(desk)), timeout=20_000)
    (card,) = resumes_page.cards()
    assert not card.card.is_primary
    assert "does not look like a résumé" in card.accessibleName()
    shown = {button.text(): button for button in card.findChildren(Button) if button.isVisible()}
    assert set(shown) == {"Type it in", "Delete"}
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.mouseClick(shown["Type it in"], Qt.MouseButton.LeftButton)
    assert asked.args == ["resumes.check", card.card.id]
    qtbot.mouseClick(shown["Delete"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: resumes_page.cards() == [])


def test_many_changes_at_once_are_looked_up_once_more(
    resumes_page: ResumesPage,
    qtbot: QtBot,
    ines_id: int,
    resumes: ResumeService,
    bus: Bus,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1 and not resumes_page._turn.locked())
    read, gate, looks, asked = resumes.cards, Semaphore(0), [], resumes_page._asked

    def read_at_the_gate() -> list[ResumeCard]:
        looks.append(1)
        assert gate.acquire(timeout=20)
        return read()

    monkeypatch.setattr(resumes, "cards", read_at_the_gate)
    for _ in range(20):
        bus.tell(ResumeChanged(ines_id))
    qtbot.waitUntil(lambda: resumes_page._asked == asked + 20)
    gate.release(20)
    qtbot.waitUntil(lambda: resumes_page._answered == resumes_page._asked)
    assert len(looks) == 2


def test_titles_stand_in_line_whatever_the_cards_say(
    resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService, queue: TaskQueue, ines_id: int
) -> None:
    queue.start()
    resumes.import_file(files.encrypted_pdf(), "locked.pdf")
    resumes.import_file(b"Milk and bread", "note.txt")
    qtbot.waitUntil(
        lambda: (
            len(resumes_page.cards()) == 3
            and all(card.card.state is not ReadingState.READING for card in resumes_page.cards())
        ),
        timeout=20_000,
    )

    def heights() -> set[int]:
        return {card._title.mapTo(card, card._title.rect().topLeft()).y() for card in resumes_page.cards()}

    qtbot.waitUntil(lambda: len(heights()) == 1)


def test_a_quiet_button_leads_to_pages_that_belong_here(
    desk: Desk, resumes: ResumeService, child: ChildProcess, stand: Stand, qtbot: QtBot, ines_id: int
) -> None:
    stories = PageWay("My stories", "book-open", "evidence.stories")
    page = ResumesPage(desk, resumes, ExportService(child), doors=[stories])
    stand(page)
    qtbot.waitUntil(lambda: card_of(page, qtbot, ines_id).isVisible())
    door = button(page, "My stories")
    assert door.isVisible()
    with qtbot.waitSignal(desk.open_requested) as asked:
        door.click()
    assert asked.args[0] == "evidence.stories"
