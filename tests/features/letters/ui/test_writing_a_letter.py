"""The sheet: what is typed is there at once, saved behind, and goes back with one step of undo."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.letters.model import Letter
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.letters.ui.letter_page import LetterPage
from careercoach_desktop.features.letters.ui.places import gaps
from careercoach_desktop.foundation.uikit import Desk
from tests.features.letters.ui.conftest import on_sheet, rows, stored, with_keyboard
from tests.support.dialogs import button, toasts, words
from tests.support.windows import Await

Key, Held = Qt.Key, Qt.KeyboardModifier


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    qtbot.keyClick(with_keyboard(), key, held)


def scope(page: LetterPage) -> Any:
    assert page.undo_scope is not None
    return page.undo_scope


def test_the_whole_letter_stands_on_the_sheet(opened: LetterPage, outline: Letter) -> None:
    draft = outline.draft
    shown = [row.field.text() for row in opened.sheet.paper.rows()]
    paragraphs = [each.text for each in draft.paragraphs]
    assert shown == [draft.subject, draft.greeting, *paragraphs, draft.closing, draft.signature]
    assert opened.header.title() == "Letter for Senior Data Engineer, Northwind"


def test_typing_is_saved_and_one_step_of_undo_takes_it_back(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    first = on_sheet(opened)[0]
    rows(opened)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "So: ")
    qtbot.waitUntil(lambda: stored(letters, opened)[0] == f"So: {first}")
    assert await_(desk.undo.undo(scope(opened))) == "typing in the letter"
    qtbot.waitUntil(lambda: on_sheet(opened)[0] == first)
    assert stored(letters, opened)[0] == first
    await_(desk.undo.redo(scope(opened)))
    qtbot.waitUntil(lambda: on_sheet(opened)[0] == f"So: {first}")


def test_undo_right_after_a_letter_does_not_lose_it_under_the_saving(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    first = on_sheet(opened)[0]
    rows(opened)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "X")
    await_(desk.undo.undo(scope(opened)))
    qtbot.waitUntil(lambda: on_sheet(opened)[0] == first and not opened.saver.dirty)
    assert stored(letters, opened)[0] == first
    await_(desk.undo.redo(scope(opened)))
    qtbot.waitUntil(lambda: stored(letters, opened)[0] == f"X{first}")


def test_what_others_change_is_shown_but_never_over_what_is_typed(
    opened: LetterPage, letters: LetterService, outline: Letter, qtbot: QtBot
) -> None:
    rows(opened)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "mine ")
    letters.set_text(outline.id, "subject", "Theirs")
    qtbot.waitUntil(lambda: opened.sheet.paper.rows()[0].field.text() == "Theirs")
    assert on_sheet(opened)[0].startswith("mine ")
    assert with_keyboard() is rows(opened)[0].field


def test_the_subject_the_greeting_and_the_name_are_written_in_place(
    opened: LetterPage, letters: LetterService, outline: Letter, qtbot: QtBot
) -> None:
    for row, words_ in zip(opened.sheet.paper.rows()[:2], ("Short", "Dear Ms Vale,"), strict=True):
        row.field.selectAll()
        row.field.setFocus()
        qtbot.keyClicks(row.field, words_)
    qtbot.waitUntil(lambda: letters.letter(outline.id).draft.greeting == "Dear Ms Vale,")
    assert letters.letter(outline.id).draft.subject == "Short"


def test_enter_begins_a_paragraph_and_the_words_typed_in_the_same_moment_are_its_own(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    before = on_sheet(opened)
    rows(opened)[0].field.go_to(4)
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(with_keyboard(), "new ")
    after = [before[0][:4].rstrip(), f"new {before[0][4:].lstrip()}", *before[1:]]
    assert on_sheet(opened) == after
    qtbot.waitUntil(lambda: stored(letters, opened) == after)
    for _step in range(2):  # the typing, then the paragraph
        await_(desk.undo.undo(scope(opened)))
    qtbot.waitUntil(lambda: on_sheet(opened) == before)
    assert stored(letters, opened) == before


def test_what_was_read_before_a_step_is_not_shown_over_it(
    opened: LetterPage, letters: LetterService, qtbot: QtBot
) -> None:
    """The letter is read anew with every change; one that was read a moment too early lacks the new paragraph."""
    before = on_sheet(opened)
    rows(opened)[0].field.go_to(len(before[0]))
    for number in range(1, 4):
        opened.reload()
        QApplication.processEvents()
        press(qtbot, Key.Key_Return)
        made = rows(opened)[number]
        qtbot.keyClicks(with_keyboard(), f"No. {number}")
        qtbot.waitUntil(lambda number=number: stored(letters, opened)[number] == f"No. {number}")
        qtbot.waitUntil(lambda: not opened.saver.dirty and not opened.edits.is_busy)
        assert rows(opened)[number] is made
        assert with_keyboard() is made.field


def test_enter_twice_makes_two_paragraphs_though_the_first_has_no_name_yet(
    opened: LetterPage, letters: LetterService, qtbot: QtBot
) -> None:
    before = on_sheet(opened)
    end = rows(opened)[0].field
    end.go_to(len(end.text()))
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(with_keyboard(), "one")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(with_keyboard(), "two")
    qtbot.waitUntil(lambda: stored(letters, opened) == [before[0], "one", "two", *before[1:]])


def test_backspace_at_the_start_joins_it_to_the_one_above(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    before = on_sheet(opened)
    rows(opened)[1].field.go_to(0)
    press(qtbot, Key.Key_Backspace)
    joined = [f"{before[0]} {before[1]}", *before[2:]]
    assert on_sheet(opened) == joined
    assert rows(opened)[0].field.at() == len(before[0]) + 1
    qtbot.waitUntil(lambda: stored(letters, opened) == joined)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "joining two paragraphs")
    await_(desk.undo.undo(scope(opened)))
    qtbot.waitUntil(lambda: on_sheet(opened) == before)


def test_paragraphs_move_with_the_keyboard_and_take_it_along(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    first, second, *rest = on_sheet(opened)
    field = rows(opened)[0].field
    field.go_to(0)
    press(qtbot, Key.Key_Down, Held.AltModifier)
    qtbot.waitUntil(lambda: on_sheet(opened) == [second, first, *rest])
    assert stored(letters, opened) == [second, first, *rest]
    assert with_keyboard() is field
    qtbot.waitUntil(lambda: desk.undo.undo_label == "moving a paragraph")
    await_(desk.undo.undo(scope(opened)))
    qtbot.waitUntil(lambda: on_sheet(opened) == [first, second, *rest])


def test_a_removed_paragraph_comes_back_from_its_message(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot
) -> None:
    before = on_sheet(opened)
    rows(opened)[1].field.go_to(0)
    press(qtbot, Key.Key_Delete, Held.ControlModifier | Held.ShiftModifier)
    qtbot.waitUntil(lambda: stored(letters, opened) == [before[0], *before[2:]])
    qtbot.waitUntil(lambda: "Paragraph removed." in toasts(desk))
    assert desk.toasts is not None
    button(desk.toasts.toasts[0], "Undo").click()
    qtbot.waitUntil(lambda: on_sheet(opened) == before)


def test_a_paragraph_is_added_at_the_end_with_the_keyboard_in_it(
    opened: LetterPage, letters: LetterService, qtbot: QtBot
) -> None:
    before = on_sheet(opened)
    button(opened, "Add a paragraph").click()
    qtbot.keyClicks(with_keyboard(), "One thing more.")
    qtbot.waitUntil(lambda: stored(letters, opened) == [*before, "One thing more."])


def test_tab_goes_from_gap_to_gap_and_typing_fills_one(
    opened: LetterPage, letters: LetterService, qtbot: QtBot
) -> None:
    count = sum(len(gaps(text)) for text in on_sheet(opened))
    assert count >= 2
    assert any(f"{count} gaps are left" in text for text in words(opened))
    opened.sheet.paper.rows()[0].field.go_to(0)
    chosen = []
    for _gap in range(count):
        press(qtbot, Key.Key_Tab)
        chosen.append(with_keyboard().textCursor().selectedText())  # type: ignore[attr-defined]
    assert all(text.startswith("[") and text.endswith("]") for text in chosen)
    press(qtbot, Key.Key_Backtab, Held.ShiftModifier)
    assert with_keyboard().textCursor().selectedText() == chosen[-2]  # type: ignore[attr-defined]
    qtbot.keyClicks(with_keyboard(), "their trains")
    qtbot.waitUntil(lambda: sum(len(gaps(text)) for text in stored(letters, opened)) == count - 1)
    qtbot.waitUntil(lambda: any(f"{count - 1} gap" in text for text in words(opened)))


def test_after_the_last_gap_tab_goes_on_to_the_next_control(opened: LetterPage, qtbot: QtBot) -> None:
    *_others, last = [row for row in rows(opened) if gaps(row.field.text())]
    last.field.go_to(len(last.field.text()))
    press(qtbot, Key.Key_Tab)
    assert with_keyboard() is not last.field


def test_arrows_leave_a_paragraph_at_its_edges(opened: LetterPage, qtbot: QtBot) -> None:
    first, second = rows(opened)[:2]
    second.field.go_to(0)
    press(qtbot, Key.Key_Up)
    assert with_keyboard() is first.field
    assert first.field.at() == len(first.field.text())
    press(qtbot, Key.Key_Down)
    assert with_keyboard() is second.field


def test_pasted_text_comes_without_its_look(opened: LetterPage, qtbot: QtBot) -> None:
    field = rows(opened)[0].field
    field.selectAll()
    QGuiApplication.clipboard().setText("plain & <b>kept</b>")
    field.paste()
    assert field.text() == "plain & <b>kept</b>"


def test_nothing_of_a_field_is_cut_off(opened: LetterPage, qtbot: QtBot) -> None:
    field = rows(opened)[0].field
    for length in (40, 900, 40):
        field.show_text("word " * (length // 5))
        QApplication.processEvents()
        assert field.viewport().height() >= round(field.document().size().height())
        assert field.viewport().height() <= field.document().size().height() + 2


@pytest.mark.parametrize("width", [900, 1232, 1920])
def test_the_sheet_is_never_wider_than_paper_nor_wider_than_its_room(opened: LetterPage, width: int) -> None:
    opened.window().resize(width, 820)
    QApplication.processEvents()
    assert opened.sheet.paper.width() <= min(760, opened.sheet.width())
    assert opened.sheet.paper.width() >= min(760, opened.sheet.width() - 60)


def test_closing_the_letter_saves_what_was_typed_last(
    opened: LetterPage, letters: LetterService, outline: Letter, data_job: int, qtbot: QtBot
) -> None:
    rows(opened)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "last words ")
    opened.open_section(f"job:{data_job}")
    qtbot.waitUntil(lambda: letters.letter(outline.id).draft.paragraphs[0].text.startswith("last words "))
