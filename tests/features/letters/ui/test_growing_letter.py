"""A letter on its page while Claude writes it: it grows without taking the keyboard, stops when told, and what had come
stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.letters.drafting import RewrittenParagraph, RewrittenParagraphs
from careercoach_desktop.features.letters.model import LetterDraft, Paragraph
from careercoach_desktop.features.letters.service import REWRITE, WRITE, LetterService
from careercoach_desktop.features.letters.ui.letter_dialogs import RewriteDialog
from careercoach_desktop.features.letters.ui.letter_page import LetterPage
from careercoach_desktop.features.letters.ui.paper import LetterPaper
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit import Button, Chip, Desk, TextField
from tests.features.letters.conftest import letter_of, write
from tests.features.letters.ui.conftest import on_sheet, rows, stored, with_keyboard
from tests.features.letters.written import HONEST, OPENING, PROOF, WHY, WISHES
from tests.support.claude import ClaudeServer, Planned, Trouble
from tests.support.dialogs import button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

WRITTEN = [OPENING.text, PROOF.text, WHY.text]


@pytest.fixture
def beginning(connected: ClaudeServer, page: LetterPage, lena: int, data_job: int, qtbot: QtBot) -> LetterPage:
    """The page of a job that has no letter yet; Claude would write an honest one."""
    connected.answer("WrittenLetter", HONEST)
    connected.settings.pace = 0.02  # as a person sees it: pieces that come at once are told at once
    page.open_section(f"job:{data_job}")
    qtbot.waitUntil(lambda: any(text.startswith("Sends ") for text in words(page)))
    return page


@pytest.fixture
def written(
    connected: ClaudeServer, page: LetterPage, place: Place, lena: int, data_job: int, qtbot: QtBot
) -> LetterPage:
    """The page with a letter Claude wrote."""
    connected.answer("WrittenLetter", HONEST)
    letter = letter_of(place, write(place, data_job))
    page.open_record(letter.id)
    qtbot.waitUntil(lambda: page.letter is not None and page.sheet.paper._can_rewrite)
    return page


def write_here(page: LetterPage) -> None:
    button(page, "Write with Claude · about $0.01").click()


def reached(held: Planned, server: ClaudeServer, qtbot: QtBot, sent: int = 0) -> None:
    """Until the answer stands still; Qt runs until the question is asked."""
    qtbot.waitUntil(lambda: len(server.requests()) > sent)
    held.wait_until_reached()


def test_the_price_stands_on_the_button_and_nothing_is_sent_before_it_is_pressed(
    beginning: LetterPage, connected: ClaudeServer
) -> None:
    assert button(beginning, "Write with Claude · about $0.01").isEnabled()
    assert "free, nothing sent" in words(beginning)
    assert connected.requests(None) == []


def test_it_grows_on_the_sheet_and_is_there_to_edit_when_it_is_done(
    beginning: LetterPage, connected: ClaudeServer, place: Place, letters: LetterService, data_job: int, qtbot: QtBot
) -> None:
    held = connected.misbehave(Trouble.STALL, after=16)
    place.queue.start()
    write_here(beginning)
    reached(held, connected, qtbot)
    qtbot.waitUntil(lambda: bool(on_sheet(beginning)) and bool(on_sheet(beginning)[0]))
    assert OPENING.text.startswith(on_sheet(beginning)[0])
    assert on_sheet(beginning)[0] != OPENING.text
    assert "Claude is writing…" in words(beginning)
    assert rows(beginning)[0].field.isReadOnly()
    held.release()
    qtbot.waitUntil(lambda: "By Claude Sonnet 5.5" in words(beginning))
    assert on_sheet(beginning) == WRITTEN
    assert not rows(beginning)[0].field.isReadOnly()
    assert letters.latest_for(data_job) == beginning.letter
    qtbot.waitUntil(lambda: beginning.header._standing.text() == "Nothing unproved")


def test_whoever_comes_in_the_middle_sees_what_has_come(
    beginning: LetterPage,
    connected: ClaudeServer,
    place: Place,
    desk: Desk,
    letters: LetterService,
    data_job: int,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> None:
    held = connected.misbehave(Trouble.STALL, after=16)
    place.queue.start()
    write_here(beginning)
    reached(held, connected, qtbot)
    qtbot.waitUntil(lambda: bool(on_sheet(beginning)) and bool(on_sheet(beginning)[0]))
    late = LetterPage(
        desk,
        letters,
        place.get(JobService),
        place.get(ResumeService),
        place.get(DocumentService),
        place.queue,
        beginning._under_way,
    )
    show(late)
    late.open_section(f"job:{data_job}")
    qtbot.waitUntil(lambda: on_sheet(late) == on_sheet(beginning))
    held.release()
    qtbot.waitUntil(lambda: on_sheet(late) == WRITTEN)


def test_what_had_come_stays_when_it_is_cancelled_and_another_try_is_offered(
    beginning: LetterPage, connected: ClaudeServer, place: Place, letters: LetterService, data_job: int, qtbot: QtBot
) -> None:
    held = connected.misbehave(Trouble.STALL, after=30)
    place.queue.start()
    write_here(beginning)
    reached(held, connected, qtbot)
    qtbot.waitUntil(lambda: len(on_sheet(beginning)) >= 1 and bool(on_sheet(beginning)[0]))
    button(beginning, "Cancel").click()
    qtbot.waitUntil(lambda: beginning.letter is not None and not beginning.writing.is_writing)
    kept = letters.latest_for(data_job)
    assert kept is not None
    assert not kept.draft.complete
    qtbot.waitUntil(lambda: on_sheet(beginning) == [each.text for each in kept.draft.paragraphs])
    assert connected.wait_until_finished(connected.requests()[0]).closed_early
    qtbot.waitUntil(lambda: beginning.header._standing.text() == "Not finished")
    button(beginning, "Write it again").click()
    assert beginning.aside.tabs.value() == "wishes"


def test_a_fragment_can_be_thrown_away_and_had_back(
    beginning: LetterPage,
    connected: ClaudeServer,
    place: Place,
    letters: LetterService,
    data_job: int,
    desk: Desk,
    visited: list[tuple[str, object]],
    qtbot: QtBot,
    await_: Await[Any],
) -> None:
    held = connected.misbehave(Trouble.STALL, after=30)
    place.queue.start()
    write_here(beginning)
    reached(held, connected, qtbot)
    qtbot.waitUntil(lambda: len(on_sheet(beginning)) >= 1 and bool(on_sheet(beginning)[0]))
    letters.stop(data_job)
    qtbot.waitUntil(lambda: beginning.letter is not None and not beginning.writing.is_writing)
    fragment = beginning.letter
    assert fragment is not None
    qtbot.waitUntil(lambda: any(each.isVisible() and each.text() == "Throw it away" for each in buttons(beginning)))
    button(beginning, "Throw it away").click()
    qtbot.waitUntil(beginning.start.isVisible)
    assert letters.latest_for(data_job) is None
    await_(desk.undo.undo())
    assert visited == [("letters.letter", fragment.id)]
    assert letters.letter(fragment.id) == fragment


def buttons(page: LetterPage) -> list[Button]:
    return page.findChildren(Button)


def test_cancelled_before_the_first_word_it_leads_back_to_the_wishes(
    beginning: LetterPage, connected: ClaudeServer, place: Place, qtbot: QtBot
) -> None:
    held = connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    place.queue.start()
    write_here(beginning)
    reached(held, connected, qtbot)
    button(beginning, "Cancel").click()
    qtbot.waitUntil(beginning.start.isVisible)
    assert beginning.letter is None


def test_a_refused_key_is_said_where_one_is_with_the_way_to_settings(
    beginning: LetterPage, connected: ClaudeServer, place: Place, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.BAD_KEY)
    place.queue.start()
    write_here(beginning)
    qtbot.waitUntil(lambda: any("does not accept your key." in text for text in words(beginning)))
    button(beginning, "Open Settings").click()
    assert visited == [("settings", "claude")]
    qtbot.waitUntil(beginning.start.isVisible)
    assert button(beginning, "Outline on this computer").isEnabled()


def test_no_answer_says_that_it_is_tried_again_and_can_be_cancelled(
    beginning: LetterPage, connected: ClaudeServer, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.OVERLOADED, times=None)
    place.queue.start()
    write_here(beginning)
    qtbot.waitUntil(lambda: any("It is tried again by itself" in text for text in words(beginning)))
    button(beginning, "Cancel").click()
    qtbot.waitUntil(beginning.start.isVisible)


def test_an_outline_needs_no_key_and_no_network(
    page: LetterPage, no_keychain: None, lena: int, data_job: int, letters: LetterService, qtbot: QtBot
) -> None:
    page.open_section(f"job:{data_job}")
    qtbot.waitUntil(lambda: any("With a Claude key of your own" in text for text in words(page)))
    button(page, "Outline on this computer").click()
    qtbot.waitUntil(lambda: page.letter is not None)
    assert page.letter == letters.latest_for(data_job)
    assert "Outlined on this computer" in words(page)


def test_growing_leaves_the_rows_and_the_selection_where_they_are(qtbot: QtBot) -> None:
    paper = LetterPaper()
    qtbot.addWidget(paper)
    paper.show()

    def grown(*texts: str) -> LetterDraft:
        paragraphs = [Paragraph(id=f"p{at}", text=text) for at, text in enumerate(texts)]
        return LetterDraft(engine="x", subject="S", greeting="G", paragraphs=paragraphs)

    paper.show_draft(grown("Some"), still=True)
    (first,) = paper.paragraphs()
    first.field.select((0, 2))
    blocks = first.field.document().begin().layout()
    paper.show_draft(grown("Some words", "And"), still=True)
    paper.show_draft(grown("Some words more.", "And more"), still=True)
    assert paper.paragraphs()[0] is first
    assert first.field.document().begin().layout() is blocks or first.field.textCursor().selectedText() == "So"
    assert first.field.textCursor().selectedText() == "So"
    assert [row.field.text() for row in paper.paragraphs()] == ["Some words more.", "And more"]


def test_growing_takes_the_keyboard_from_nobody(
    beginning: LetterPage, connected: ClaudeServer, place: Place, letters: LetterService, data_job: int, qtbot: QtBot
) -> None:
    elsewhere = TextField("Elsewhere")
    layout = beginning.window().layout()
    assert layout is not None
    layout.addWidget(elsewhere)
    elsewhere.setFocus()
    place.queue.start()
    letters.start(data_job, WISHES)
    qtbot.waitUntil(lambda: beginning.letter is not None and on_sheet(beginning) == WRITTEN)
    assert QApplication.focusWidget() is elsewhere


def test_writing_again_keeps_the_letter_that_was_there_as_a_version(
    written: LetterPage, letters: LetterService, place: Place, qtbot: QtBot
) -> None:
    before = written.letter
    assert before is not None
    written.aside.turn_to("wishes")
    qtbot.waitUntil(lambda: any(text.startswith("Nothing is sent") for text in words(written)))
    button(written, "Write with Claude · free").click()
    qtbot.waitUntil(lambda: written.letter is not None and written.letter.id != before.id)
    qtbot.waitUntil(lambda: [version.number for version in written.versions] == [1])
    assert WHY.text in written.versions[0].content
    qtbot.waitUntil(lambda: written.aside.tabs.value() == "check")  # what nothing proves comes next


# --- one paragraph anew ----------------------------------------------------------------------------------------------


def anew(text: str) -> RewrittenParagraphs:
    return RewrittenParagraphs(paragraphs=[RewrittenParagraph(id="p2", text=text, rests_on=["w1.2"])])


SHORTER = "I cut the nightly batch jobs from 6 h to 50 min."


def ask_for_another(page: LetterPage, qtbot: QtBot) -> RewriteDialog:
    rows(page)[1].field.go_to(0)
    qtbot.keyClick(with_keyboard(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot, RewriteDialog)
    qtbot.waitUntil(lambda: asked._write.text() != "Write anew")
    return asked


def test_a_paragraph_is_written_anew_with_a_wish_and_the_old_words_are_one_undo_away(
    written: LetterPage,
    connected: ClaudeServer,
    letters: LetterService,
    place: Place,
    desk: Desk,
    qtbot: QtBot,
    await_: Await[Any],
) -> None:
    connected.answer("RewrittenParagraphs", anew(SHORTER))
    asked = ask_for_another(written, qtbot)
    assert asked._write.text().startswith("Write anew · ")
    assert "$" in asked._write.text()
    next(chip for chip in asked.findChildren(Chip) if chip.text() == "Shorter").click()
    qtbot.keyClicks(asked._own, "more about the nights")
    assert asked.wish_now() == "shorter, more about the nights"
    sent_before = len(connected.requests())
    asked._write.click()
    qtbot.waitUntil(lambda: on_sheet(written) == [OPENING.text, SHORTER, WHY.text])
    assert len(connected.requests()) == sent_before + 1
    assert "shorter, more about the nights" in str(connected.requests()[-1].asked.body)
    qtbot.waitUntil(lambda: "The paragraph is written anew." in toasts(desk))
    await_(desk.undo.undo(written.undo_scope))
    qtbot.waitUntil(lambda: on_sheet(written) == WRITTEN)
    assert stored(letters, written) == WRITTEN


def test_while_a_paragraph_is_written_anew_the_others_can_be_typed_in(
    written: LetterPage, connected: ClaudeServer, letters: LetterService, place: Place, qtbot: QtBot
) -> None:
    connected.answer("RewrittenParagraphs", anew(SHORTER))
    held = connected.misbehave(Trouble.STALL, after=4)
    sent = len(connected.requests())
    ask_for_another(written, qtbot)._write.click()
    reached(held, connected, qtbot, sent)
    qtbot.waitUntil(rows(written)[1].field.isReadOnly)
    assert not rows(written)[0].field.isReadOnly()
    rows(written)[0].field.go_to(0)
    qtbot.keyClicks(rows(written)[0].field, "Mine: ")
    held.release()
    qtbot.waitUntil(lambda: on_sheet(written) == [f"Mine: {OPENING.text}", SHORTER, WHY.text])
    qtbot.waitUntil(lambda: stored(letters, written) == on_sheet(written))
    assert not rows(written)[1].field.isReadOnly()


def test_a_paragraph_that_could_not_be_written_anew_stays_as_it_was(
    written: LetterPage, connected: ClaudeServer, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.REFUSAL)
    ask_for_another(written, qtbot)._write.click()
    qtbot.waitUntil(lambda: any("declined to answer" in text for text in words(written)))
    assert on_sheet(written) == WRITTEN
    assert not rows(written)[1].field.isReadOnly()


def test_thinking_better_of_it_sends_nothing(
    written: LetterPage, connected: ClaudeServer, place: Place, qtbot: QtBot
) -> None:
    sent = len(connected.requests(None))
    button(ask_for_another(written, qtbot), "Cancel").click()
    assert [task.state for task in place.queue.latest() if task.kind == REWRITE] == []
    assert len(connected.requests(None)) == sent


def test_what_was_interrupted_is_said_and_offered_again(
    beginning: LetterPage, letters: LetterService, place: Place, data_job: int, qtbot: QtBot
) -> None:
    task_id = letters.start(data_job, WISHES)
    with place.database.write() as unit:
        from careercoach_desktop.foundation.tasks.model import TaskChanged
        from careercoach_desktop.foundation.tasks.store import TaskStore

        left = {
            "state": "FAILED",
            "interrupted": True,
            "code": "left-by-crash",
            "error": "It stopped.",
            "next_step": "",
        }
        changed = TaskStore(unit.session).change(task_id, left)
        assert changed is not None
        unit.emit(TaskChanged(changed))
    qtbot.waitUntil(lambda: "It stopped." in words(beginning))
    place.queue.start()
    button(beginning, "Start again").click()
    qtbot.waitUntil(lambda: beginning.letter is not None and on_sheet(beginning) == WRITTEN)
    assert [task.state for task in place.queue.latest() if task.kind == WRITE] == [TaskState.SUCCEEDED]
