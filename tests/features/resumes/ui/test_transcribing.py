"""A file of pictures on the check screen: what Claude could do about it, what it would cost, and what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.transcribing import TRANSCRIBE_TASK
from careercoach_desktop.features.resumes.ui import CheckPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes.transcripts import NOTHING, TRANSCRIPT, hardly_a_resume, unreadable_scan
from tests.support.claude import ClaudeServer
from tests.support.tasks import TaskWatch


@pytest.fixture
def scan_id(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> int:
    made = resumes.import_file(unreadable_scan(1), "scan.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.FAILED)
    return made


def says(page: CheckPage, qtbot: QtBot, beginning: str) -> None:
    def said() -> bool:
        state = page._claude.row.state
        return state is not None and state.text.startswith(beginning)

    qtbot.waitUntil(said)


def press(page: CheckPage, qtbot: QtBot, key: str) -> None:
    button = page._claude.row.button(key)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_key_the_line_says_what_a_key_would_do(check_page: CheckPage, qtbot: QtBot, scan_id: int) -> None:
    check_page.open_record(scan_id)
    says(check_page, qtbot, "With a Claude key, Claude can read it")
    assert check_page._claude.row.button("settings") is not None


def test_claude_reads_it_and_the_fields_fill_in(
    check_page: CheckPage, qtbot: QtBot, with_key: Claude, claude: ClaudeServer, scan_id: int
) -> None:
    claude.answer("Transcript", TRANSCRIPT)
    check_page.open_record(scan_id)
    says(check_page, qtbot, "Sends the file itself to")
    button = check_page._claude.row.button("read")
    assert button is not None
    assert button.text().startswith("Let Claude read it (")
    press(check_page, qtbot, "read")
    qtbot.waitUntil(lambda: check_page.form.data.basics.name == "Inês Caldeira")
    qtbot.waitUntil(lambda: not check_page._claude.row.isVisible())
    assert len(check_page.form.doubts()) > 5
    assert check_page._banner is not None
    assert "worth a look" in check_page._banner_said[0]


def test_a_picture_that_was_hardly_read_can_be_read_by_claude(
    check_page: CheckPage,
    qtbot: QtBot,
    with_key: Claude,
    claude: ClaudeServer,
    resumes: ResumeService,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    claude.answer("Transcript", TRANSCRIPT)
    made = resumes.import_file(hardly_a_resume(), "scan.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.SUCCEEDED)
    check_page.open_record(made)
    says(check_page, qtbot, "Sends the file itself to")
    press(check_page, qtbot, "read")
    qtbot.waitUntil(lambda: check_page.form.data.basics.name == "Inês Caldeira")


def test_what_went_wrong_can_be_started_again(
    check_page: CheckPage, qtbot: QtBot, with_key: Claude, claude: ClaudeServer, scan_id: int
) -> None:
    claude.answer("Transcript", NOTHING)
    check_page.open_record(scan_id)
    says(check_page, qtbot, "Sends the file itself to")
    press(check_page, qtbot, "read")
    says(check_page, qtbot, "Claude could make out no résumé")
    assert check_page._claude.row.button("read") is not None
    press(check_page, qtbot, "away")
    says(check_page, qtbot, "Sends the file itself to")


def test_a_failure_told_of_while_the_page_was_looking_is_not_forgotten(
    check_page: CheckPage,
    qtbot: QtBot,
    with_key: Claude,
    claude: ClaudeServer,
    bus: Bus,
    scan_id: int,
    watch: TaskWatch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a look at the database found (it runs) is older than what the bus told meanwhile (it failed)."""
    claude.answer("Transcript", NOTHING)
    check_page.open_record(scan_id)
    says(check_page, qtbot, "Sends the file itself to")
    press(check_page, qtbot, "read")
    says(check_page, qtbot, "Claude could make out no résumé")
    failed = watch.until(lambda task: task.kind == TRANSCRIBE_TASK and task.state is TaskState.FAILED)
    press(check_page, qtbot, "away")
    says(check_page, qtbot, "Sends the file itself to")

    transcriptions, corrections = check_page._claude._transcriptions, check_page._claude._corrections
    found = [replace(failed, state=TaskState.RUNNING)]
    told = [TaskChanged(failed)]

    def look(resume_id: int) -> Task | None:
        return found.pop() if found else None

    def proposal(resume_id: int) -> None:
        if told:
            bus.tell(told.pop())

    monkeypatch.setattr(transcriptions, "under_way", look)
    monkeypatch.setattr(corrections, "proposal", proposal)
    check_page._claude.refresh()
    says(check_page, qtbot, "Claude could make out no résumé")
