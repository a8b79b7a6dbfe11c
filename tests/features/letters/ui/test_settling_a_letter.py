"""What nothing proves, and what is done about it; versions, files and the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.letters.model import Letter, LetterFormat
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.letters.ui.claim_card import ClaimCard, StandingCard
from careercoach_desktop.features.letters.ui.letter_page import LetterPage
from careercoach_desktop.features.letters.ui.places import gaps
from careercoach_desktop.features.letters.ui.templates_dialog import TemplateDialog, TemplatesDialog, frame_of
from careercoach_desktop.features.letters.ui.versions_pane import CompareDialog
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.foundation.uikit import Button, Desk, Dialog, IconButton, TextArea, TextField
from tests.features.letters.ui.conftest import on_sheet, rows, stored, with_keyboard
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

CLAIM = "I ran Kafka in production at Snowfield Systems."
PLAIN = "I would be glad to meet you."


@pytest.fixture
def doubtful(opened: LetterPage, letters: LetterService, outline: Letter, qtbot: QtBot) -> LetterPage:
    """The page with a letter without gaps, in whose second paragraph something is invented."""
    for number, each in enumerate(outline.draft.paragraphs):
        text = CLAIM if number == 1 else PLAIN
        letters.set_text(outline.id, each.id, text)
    qtbot.waitUntil(lambda: on_sheet(opened)[-1] == PLAIN and bool(opened.findChildren(ClaimCard)))
    return opened


def card(page: LetterPage) -> ClaimCard:
    (shown,) = [each for each in page.findChildren(ClaimCard) if each.isVisible()]
    return shown


def key(
    page: LetterPage, qtbot: QtBot, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, which, held)


# --- what nothing proves ---------------------------------------------------------------------------------------------


def test_what_nothing_proves_is_marked_in_the_letter_and_said_beside_it(doubtful: LetterPage) -> None:
    shown = words(doubtful)
    assert "Snowfield Systems is not in your evidence." in shown
    second = rows(doubtful)[1]
    assert second._warning.isVisible()
    assert "not proved" in second.field.accessibleDescription()
    marked = [each.cursor.selectedText() for each in second.field.extraSelections()]
    assert "Snowfield Systems" in marked
    assert "Kafka" in marked
    assert doubtful.header._standing.text().endswith("not proved")


def test_f8_goes_from_claim_to_claim_and_round(doubtful: LetterPage, qtbot: QtBot) -> None:
    rows(doubtful)[0].field.go_to(0)
    found = []
    for _press in range(3):
        key(doubtful, qtbot, Qt.Key.Key_F8)
        found.append(with_keyboard().textCursor().selectedText())  # type: ignore[attr-defined]
    assert found == ["Kafka", "Snowfield Systems", "Kafka"]
    key(doubtful, qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert with_keyboard().textCursor().selectedText() == "Snowfield Systems"  # type: ignore[attr-defined]


def test_the_mark_leads_to_the_card_and_the_card_to_the_words(doubtful: LetterPage, qtbot: QtBot) -> None:
    doubtful.aside.turn_to("versions")
    rows(doubtful)[1]._warning.click()
    qtbot.waitUntil(lambda: doubtful.aside.tabs.value() == "check")
    assert card(doubtful).isAncestorOf(with_keyboard())
    button(card(doubtful), "Show “Snowfield Systems” in the letter").click()
    assert with_keyboard() is rows(doubtful)[1].field


def test_claims_stand_in_the_order_in_which_one_reads_them(doubtful: LetterPage) -> None:
    named = [each.text() for each in card(doubtful).buttons if each.text().startswith("“")]
    assert named == ["“Kafka”", "“Snowfield Systems”"]


def test_whoever_is_asked_for_evidence_sees_the_whole_sentence(doubtful: LetterPage, qtbot: QtBot) -> None:
    next(each for each in card(doubtful).buttons if each.text() == "Add as my evidence").click()
    asked = dialog(qtbot, EvidenceDialog)
    assert f"The letter says: “{CLAIM}”" in words(asked)
    answer(qtbot, asked, "Not now")


def test_evidence_in_ones_own_words_settles_it(doubtful: LetterPage, place: Place, desk: Desk, qtbot: QtBot) -> None:
    own = [each for each in card(doubtful).buttons if each.text() == "Add as my evidence"]
    own[0].click()
    asked = dialog(qtbot, EvidenceDialog)
    asked.findChild(TextArea).setText("At Snowfield Systems I ran Apache Kafka in production in 2018.")
    answer(qtbot, asked, "Add as my evidence")
    qtbot.waitUntil(lambda: "Kept as your evidence and checked again." in toasts(desk))
    qtbot.waitUntil(lambda: not [each for each in doubtful.findChildren(ClaimCard) if each.isVisible()])
    assert "Snowfield" in place.get(ProfileService).profile().notes
    assert not rows(doubtful)[1]._warning.isVisible()


def test_removing_takes_the_words_out_and_undo_brings_them_back(
    doubtful: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    next(each for each in card(doubtful).buttons if each.text() == "Remove").click()
    qtbot.waitUntil(lambda: stored(letters, doubtful)[1] != CLAIM)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "removing what nothing proves")
    await_(desk.undo.undo(doubtful.undo_scope))
    qtbot.waitUntil(lambda: on_sheet(doubtful)[1] == CLAIM)


def test_who_lets_it_stand_is_not_asked_again_and_can_take_it_back(
    doubtful: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    button(card(doubtful), "Let them stand").click()
    qtbot.waitUntil(lambda: bool(doubtful.findChildren(StandingCard)))
    assert doubtful.header._standing.text() == "Settled by you"
    assert not rows(doubtful)[1].field.extraSelections()
    await_(desk.undo.undo(doubtful.undo_scope))
    qtbot.waitUntil(rows(doubtful)[1]._warning.isVisible)
    await_(desk.undo.redo(doubtful.undo_scope))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in doubtful.findChildren(StandingCard)))
    next(each for each in doubtful.findChildren(StandingCard) if each.isVisible()).marked_again.emit()
    qtbot.waitUntil(rows(doubtful)[1]._warning.isVisible)


def test_nothing_of_the_check_is_built_anew_while_one_types_elsewhere(
    doubtful: LetterPage, letters: LetterService, qtbot: QtBot
) -> None:
    before = card(doubtful)
    rows(doubtful)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "Well, ")
    qtbot.waitUntil(lambda: stored(letters, doubtful)[0].startswith("Well, "))
    qtbot.waitUntil(lambda: not doubtful.saver.dirty)
    assert card(doubtful) is before


# --- versions --------------------------------------------------------------------------------------------------------


def test_a_version_is_saved_compared_and_restored_and_nothing_is_lost(
    doubtful: LetterPage, letters: LetterService, place: Place, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    key(doubtful, qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Saved as version 1 in Documents." in toasts(desk))
    first = doubtful.letter
    assert first is not None
    letters.set_text(first.id, first.draft.paragraphs[0].id, "Something quite different.")
    qtbot.waitUntil(lambda: on_sheet(doubtful)[0] == "Something quite different.")
    doubtful.aside.turn_to("versions")
    qtbot.waitUntil(lambda: any(each.isVisible() and each.text() == "Compare" for each in buttons(doubtful)))
    button(doubtful, "Compare with version 1").click()
    asked = dialog(qtbot, CompareDialog)
    assert "Something quite different." in asked.text()
    assert PLAIN in asked.text()
    answer(qtbot, asked, "Restore this version")
    qtbot.waitUntil(lambda: on_sheet(doubtful)[0] == PLAIN)
    saved = place.get(LetterService).letter(first.id).document_id
    assert saved is not None
    assert [each.number for each in place.get(DocumentService).versions(saved)] == [2, 1]
    qtbot.waitUntil(lambda: desk.undo.undo_label == "restoring a version")
    await_(desk.undo.undo(doubtful.undo_scope))
    qtbot.waitUntil(lambda: on_sheet(doubtful)[0] == "Something quite different.")


def buttons(page: LetterPage) -> list[Button]:
    return page.findChildren(Button)


# --- files and the clipboard -----------------------------------------------------------------------------------------


@pytest.fixture
def target(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """What the system's file dialog would answer, and what it was offered."""
    offered: list[str] = []

    async def choose(_title: str, suggested: str, _filters: object = ()) -> Path:
        offered.append(suggested)
        return tmp_path / suggested

    monkeypatch.setattr(desk, "choose_save", choose)
    return lambda: tmp_path / offered[-1]


def export(page: LetterPage, qtbot: QtBot, name: str) -> None:
    button(page, "Export").click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()


@pytest.mark.parametrize(
    ("name", "begins", "kind"),
    [("PDF", b"%PDF", LetterFormat.PDF), ("Word", b"PK", LetterFormat.DOCX), ("Plain text", b"", LetterFormat.TXT)],
)
def test_it_is_exported_as_a_file(
    opened: LetterPage,
    letters: LetterService,
    outline: Letter,
    target: Callable[[], Path],
    desk: Desk,
    qtbot: QtBot,
    name: str,
    begins: bytes,
    kind: LetterFormat,
) -> None:
    for each in outline.draft.paragraphs:
        letters.set_text(outline.id, each.id, PLAIN)
    qtbot.waitUntil(lambda: on_sheet(opened)[-1] == PLAIN)
    export(opened, qtbot, name)
    qtbot.waitUntil(lambda: any(text.startswith("Exported lena-marsh-northwind-letter.") for text in toasts(desk)))
    assert target().suffix == f".{kind.value}"
    assert target().read_bytes().startswith(begins)
    if kind is LetterFormat.TXT:
        assert PLAIN in target().read_text(encoding="utf-8")


def test_with_gaps_left_nothing_is_exported_and_one_is_led_to_the_first(
    opened: LetterPage, target: Callable[[], Path], desk: Desk, qtbot: QtBot
) -> None:
    rows(opened)[-1].field.go_to(0)
    export(opened, qtbot, "PDF")
    qtbot.waitUntil(lambda: any("still places to fill in" in text for text in toasts(desk)))
    first = next(row.field for row in rows(opened) if gaps(row.field.text()))
    assert first.selection() == gaps(first.text())[0]


def test_unproved_claims_are_said_before_the_file_is_made(
    doubtful: LetterPage, target: Callable[[], Path], desk: Desk, qtbot: QtBot
) -> None:
    rows(doubtful)[0].field.go_to(0)
    export(doubtful, qtbot, "Plain text")
    asked = dialog(qtbot, Dialog)
    assert any("Snowfield Systems" in text for text in words(asked))
    answer(qtbot, asked, "Look again")
    export(doubtful, qtbot, "Plain text")
    answer(qtbot, dialog(qtbot, Dialog), "Export all the same")
    qtbot.waitUntil(lambda: any(text.startswith("Exported ") for text in toasts(desk)))
    assert CLAIM in target().read_text(encoding="utf-8")


def test_it_is_copied_as_plain_text_to_the_last_letter_typed(opened: LetterPage, desk: Desk, qtbot: QtBot) -> None:
    rows(opened)[0].field.go_to(0)
    qtbot.keyClicks(with_keyboard(), "Now ")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    key(opened, qtbot, Qt.Key.Key_C, held)
    qtbot.waitUntil(lambda: any(text.startswith("Copied with ") for text in toasts(desk)))
    copied = QGuiApplication.clipboard().text()
    assert f"\n\nNow {on_sheet(opened)[0][4:]}\n\n" in copied
    button(desk.toasts.toasts[0], "Copy the subject").click()  # type: ignore[union-attr]
    assert QGuiApplication.clipboard().text() == opened.sheet.paper.rows()[0].field.text()


# --- templates -------------------------------------------------------------------------------------------------------


def test_a_letters_frame_leaves_out_what_belongs_to_one_job(outline: Letter) -> None:
    draft = outline.draft.model_copy(update={"greeting": "Dear Northwind team,"})
    frame = frame_of(draft, "Northwind", "Senior Data Engineer")
    assert frame == "Dear {company} team,\n\n{body}\n\nKind regards,\n{name}"


def test_a_template_is_made_from_the_letter_and_used(opened: LetterPage, letters: LetterService, qtbot: QtBot) -> None:
    opened.aside.turn_to("wishes")
    button(opened, "Manage templates").click()
    kept = dialog(qtbot, TemplatesDialog)
    button(kept, "New from this letter").click()
    asked = dialog(qtbot, TemplateDialog)
    assert "{body}" in asked.findChild(TextArea).text()
    asked.findChild(TextField).setText("Short and warm")
    answer(qtbot, asked, "Save template")
    qtbot.waitUntil(lambda: "Short and warm" in words(kept))
    (template,) = letters.templates()
    button(kept, "Use Short and warm").click()
    qtbot.waitUntil(lambda: opened.aside.composer.wishes.template_id == template.id)


def test_a_template_that_is_removed_can_be_had_back(
    opened: LetterPage, letters: LetterService, desk: Desk, qtbot: QtBot, await_: Await[Any]
) -> None:
    letters.save_template("Warm", "Hello,\n\n{body}")
    opened.aside.turn_to("wishes")
    button(opened, "Manage templates").click()
    kept = dialog(qtbot, TemplatesDialog)
    qtbot.waitUntil(lambda: "Warm" in words(kept))
    next(each for each in kept.findChildren(IconButton) if each.accessibleName() == "Remove Warm").click()
    qtbot.waitUntil(lambda: "None yet." in words(kept))
    answer(qtbot, kept, "Close")
    await_(desk.undo.undo())
    assert [each.name for each in letters.templates()] == ["Warm"]
