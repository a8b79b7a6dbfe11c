"""Notes a person wrote stay in sight until they are on the disk."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui.notes_panel import NotesPanel
from careercoach_desktop.foundation.storage.faults import disk_full
from careercoach_desktop.foundation.uikit import Desk, MarkdownView
from careercoach_desktop.foundation.uikit.fields import TextArea
from tests.support.windows import Await


@pytest.fixture
def notes(desk: Desk, jobs: JobService, five: list[int], qtbot: QtBot) -> NotesPanel:
    made = NotesPanel(desk, jobs)
    qtbot.addWidget(made)
    made.show_job(jobs.job(five[0]))
    return made


def test_notes_a_full_disk_refused_are_not_lost(
    notes: NotesPanel, jobs: JobService, five: list[int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*arguments: object) -> str:
        asked.append(arguments)
        raise disk_full()

    area = notes.findChild(TextArea)
    with monkeypatch.context() as full:
        full.setattr(jobs, "set_notes", refuse)
        qtbot.keyClicks(area, "Ask Priya")
        notes.show_job(jobs.job(five[0]))
        assert area.text() == "Ask Priya", "it is being saved"
        qtbot.waitUntil(lambda: asked == [(five[0], "Ask Priya")])
        notes.show_job(jobs.job(five[0]))
        assert area.text() == "Ask Priya", "the job was shown again"
        notes.show_job(jobs.job(five[1]))
        assert area.text() == ""
        notes.show_job(jobs.job(five[0]))
        assert area.text() == "Ask Priya", "another job was shown in between"
        qtbot.waitUntil(lambda: notes._state.text() == "Not saved yet")
    notes.save()
    qtbot.waitUntil(lambda: notes._state.text() == "Saved")
    assert jobs.job(five[0]).notes == "Ask Priya"


def test_going_back_to_the_old_words_while_new_ones_are_saved_ends_with_the_old_ones(
    notes: NotesPanel, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    area = notes.findChild(TextArea)
    qtbot.keyClicks(area, "Ask Priya")
    notes.save()
    area.clear()
    notes.save()
    qtbot.waitUntil(lambda: notes._state.text() == "Saved")
    assert jobs.job(five[0]).notes == ""


def test_a_session_of_writing_is_undone_as_one(
    notes: NotesPanel, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Await[Any]
) -> None:
    area = notes.findChild(TextArea)
    for words in ("Ask Priya", " and Tom"):
        qtbot.keyClicks(area, words)
        notes.save()
        qtbot.waitUntil(lambda: notes._state.text() == "Saved")
    assert desk.undo.undo_label == "Write notes"
    await_(desk.undo.undo())
    assert jobs.job(five[0]).notes == ""
    notes.show_job(jobs.job(five[0]))
    assert area.text() == ""
    await_(desk.undo.redo())
    assert jobs.job(five[0]).notes == "Ask Priya and Tom"


def test_the_preview_follows_what_is_written(notes: NotesPanel, qtbot: QtBot) -> None:
    area = notes.findChild(TextArea)
    notes.preview.click()
    qtbot.keyClicks(area, "**Ask** Priya")
    qtbot.waitUntil(lambda: any(view.toPlainText() == "Ask Priya" for view in notes.findChildren(MarkdownView)))
    notes.preview.click()
    assert not notes._reading.isVisibleTo(notes)
