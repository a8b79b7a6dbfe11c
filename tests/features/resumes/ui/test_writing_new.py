"""A résumé from nothing: begun from the empty page, from the button's menu, opened where one writes, undone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import CheckPage, EditorPage, ResumesPage
from careercoach_desktop.foundation.uikit import Button, Desk, Text
from tests.support.dialogs import button
from tests.support.windows import Await


def test_the_empty_page_offers_it_and_undo_takes_it_away(
    resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService, desk: Desk, await_: Await
) -> None:
    qtbot.waitUntil(lambda: resumes_page._stack.currentWidget() is resumes_page._empty)
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(resumes_page, "Write a new one").click()
    (card,) = resumes.cards()
    assert asked.args == ["resumes.edit", card.id]
    await_(desk.undo.undo())
    assert resumes.cards() == []
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)


def test_the_button_s_menu_offers_files_and_writing(
    resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService, desk: Desk
) -> None:
    begun = resumes.begin()
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)
    card = resumes_page.cards()[0]
    assert "Written here" in [text.text() for text in card.findChildren(Text)]
    assert not any(text.isVisible() and text.text() == "Checked" for text in card.findChildren(Text))
    resumes_page._add.click()
    menu = QApplication.activePopupWidget()
    entries = {action.text(): action for action in menu.actions()}
    assert list(entries) == ["Choose files…", "Write a new one"]
    with qtbot.waitSignal(desk.open_requested) as asked:
        entries["Write a new one"].trigger()
    menu.close()
    assert asked.args[0] == "resumes.edit"
    assert asked.args[1] != begun


def test_its_menu_says_nothing_of_a_file(resumes_page: ResumesPage, qtbot: QtBot, resumes: ResumeService) -> None:
    resumes.begin()
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 1)
    resumes_page._on_asked(resumes_page.cards()[0].card.id, "menu")
    menu = QApplication.activePopupWidget()
    said = [action.text() for action in menu.actions()]
    menu.close()
    assert "Edit" in said
    assert not {"Save the original…", "Read the file again"} & set(said)


def test_the_editor_shows_the_page_and_no_original(
    editor_page: EditorPage, qtbot: QtBot, resumes: ResumeService
) -> None:
    begun = resumes.begin()
    editor_page.open_record(begun)
    qtbot.waitUntil(lambda: editor_page.resume_id == begun)
    qtbot.waitUntil(lambda: editor_page.form.focused_path == "basics.name")
    assert not editor_page._views.isVisible()


def test_the_check_page_says_that_there_is_no_file(check_page: CheckPage, qtbot: QtBot, resumes: ResumeService) -> None:
    begun = resumes.begin()
    check_page.open_record(begun)
    words = "This résumé is written here; there is no file it was read from."
    qtbot.waitUntil(lambda: any(each.isVisible() and each.text() == words for each in check_page.findChildren(Text)))
    assert not any(each.isVisible() and each.text() == "Read it again" for each in check_page.findChildren(Button))
