"""Many links, files and tables at once: each is taken in or its reason told, and all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import CaptureState, JobStatus
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.importing import IMPORT_TASK, ImportService
from careercoach_desktop.features.jobs.ui import JobsPage, import_notices
from careercoach_desktop.features.jobs.ui.add_dialog import TABLE, AddDialog
from careercoach_desktop.features.jobs.ui.export_dialog import ExportDialog, export_jobs
from careercoach_desktop.features.jobs.ui.import_dialog import ImportDialog
from careercoach_desktop.features.jobs.ui.import_notices import ResultsDialog
from careercoach_desktop.features.jobs.ui.intake import links_in, recognised
from careercoach_desktop.features.jobs.ui.panels import own_panels
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from careercoach_desktop.foundation.uikit import Desk, TextArea
from tests.features.jobs.conftest import Clock
from tests.support.dialogs import answer, button, dialog, toasts, words

Await = Callable[[Coroutine[Any, Any, Any]], Any]

TABLE_TEXT = "Role\tCompany\tStatus\tVibe\nBaker\tCrumb\tApplied\twarm\nNurse\tWard\tInterview\t\n\tWard\t\tlost\n"


@pytest.fixture
def imports(database: Database, queue: TaskQueue, jobs: JobService, child: ChildProcess, clock: Clock) -> ImportService:
    service = ImportService(database, queue, jobs, child, clock)
    queue.register(TaskKind(IMPORT_TASK, service.take_in, resume_after_crash=True))
    return service


@pytest.fixture
def board(desk: Desk, jobs: JobService, imports: ImportService, qtbot: QtBot) -> Iterator[JobsPage]:
    """An empty board that can import."""
    made = JobsPage(desk, jobs, own_panels(desk, jobs), imports=imports)
    qtbot.addWidget(made)
    made.resize(1232, 820)
    made.show()
    desk.set_window(made)
    qtbot.waitUntil(made.layouts.empty.isVisible)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_both_sides_mean_the_same_task() -> None:
    assert import_notices.TASK_KIND == IMPORT_TASK


def test_many_links_are_one_change(board: JobsPage, jobs: JobService, desk: Desk, await_: Await, qtbot: QtBot) -> None:
    jobs.add_from_url("https://a.example/7")
    data = QMimeData()
    data.setText("\n".join(f"- https://a.example/{number}" for number in range(60)))
    await_(board.adding.take_in(board.adding.intake.add_mime(data)))
    assert jobs.count() == 60
    assert toasts(desk) == ["59 jobs added · 1 you had already"]
    await_(desk.undo.undo())
    assert jobs.count() == 1


def test_more_links_than_can_be_opened_are_refused(board: JobsPage, await_: Await) -> None:
    with pytest.raises(UserError, match="more than 500"):
        await_(board.adding.intake.add_text("\n".join(f"https://a.example/{number}" for number in range(501))))


def test_one_bad_file_stops_no_other(
    board: JobsPage, jobs: JobService, desk: Desk, tmp_path: Path, await_: Await, qtbot: QtBot
) -> None:
    tmp_path = tmp_path / "chosen"
    tmp_path.mkdir()
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(
            f"Baker {number}\n\nCrumb & Co\n\nBake bread and rolls at night, please."
        )
    (tmp_path / "links.txt").write_text("https://a.example/1\nhttps://a.example/2\n")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty.html").write_text(" ")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted(tmp_path.iterdir()) if path.is_file()])
    await_(board.adding.take_in(board.adding.intake.add_mime(data)))
    assert jobs.count() == 4
    assert "4 jobs added · 2 could not be read" in toasts(desk)
    button(board, "Show why").click()
    shown = dialog(qtbot, ResultsDialog)
    said = words(shown)
    assert "photo.png" in said
    assert any("is empty" in one for one in said)
    answer(qtbot, shown, "Close")
    await_(desk.undo.undo())
    assert jobs.count() == 0


def test_rows_of_a_spreadsheet_are_shown_imported_and_taken_back(
    board: JobsPage, jobs: JobService, desk: Desk, queue: TaskQueue, await_: Await, qtbot: QtBot
) -> None:
    queue.start()
    data = QMimeData()
    data.setText(TABLE_TEXT)
    desk.start(board.adding.take_in(board.adding.intake.add_mime(data)))
    shown = dialog(qtbot, ImportDialog)
    qtbot.waitUntil(lambda: "Baker · Crumb" in words(shown))
    assert "3 rows. Check what each column holds." in words(shown)
    assert "Row 4 can’t be imported: it has neither a title nor a link." in words(shown)
    answer(qtbot, shown, "Import 2 rows")
    qtbot.waitUntil(lambda: "1 could not be read." in toasts(desk), timeout=20_000)
    assert "2 jobs added" in toasts(desk)
    by_title = {card.title: jobs.job(card.id) for card in jobs.cards()}
    assert by_title["Baker"].status is JobStatus.APPLIED
    assert by_title["Baker"].notes == "warm"
    assert by_title["Nurse"].status is JobStatus.INTERVIEW_SCHEDULED
    qtbot.waitUntil(lambda: board.board.cards.total() == 2)
    await_(desk.undo.undo())
    assert jobs.count() == 0
    await_(desk.undo.redo())
    assert jobs.count() == 2


def test_a_column_can_be_said_to_hold_something_else(
    desk: Desk, board: JobsPage, imports: ImportService, qtbot: QtBot
) -> None:
    shown = ImportDialog(board, desk, imports, imports.look_at_paste(TABLE_TEXT, "", "pasted table"))
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: "Baker · Crumb" in words(shown))
    shown.choose(1, "TITLE")
    assert [column.value for column in shown.mapping()] == ["SKIP", "TITLE", "STATUS", "NOTES"]
    qtbot.waitUntil(lambda: "Crumb" in words(shown))
    shown.choose(1, "SKIP")
    assert not button(shown, "Import 3 rows").isEnabled()
    assert "3 rows. Say which column holds the title or the link." in words(shown)


def test_the_first_row_can_be_a_job_or_a_head(
    desk: Desk, board: JobsPage, imports: ImportService, qtbot: QtBot
) -> None:
    incoming = imports.look_at_paste("Crumb\tNight baker\nWard\tDay nurse\n", "", "pasted table")
    shown = ImportDialog(board, desk, imports, incoming)
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: "Night baker · Crumb" in words(shown))
    shown._head.setChecked(True)
    qtbot.waitUntil(lambda: "Night baker" in words(shown))
    assert "1 row. Say which column holds the title or the link." in words(shown)


def test_our_own_export_is_known_by_its_content(
    board: JobsPage, jobs: JobService, desk: Desk, queue: TaskQueue, five: list[int], tmp_path: Path, qtbot: QtBot
) -> None:
    queue.start()
    (tmp_path / "jobs.json").write_bytes(jobs.export_jobs(None, "json"))
    jobs.delete(five)
    desk.start(board.adding.take_in(board.adding.intake.add_files([tmp_path / "jobs.json"])))
    from careercoach_desktop.foundation.uikit import Dialog

    shown = dialog(qtbot, Dialog)
    assert shown.windowTitle() == "Import 5 jobs?"
    answer(qtbot, shown, "Import")
    qtbot.waitUntil(lambda: "5 jobs added" in toasts(desk), timeout=20_000)
    assert [card.title for card in jobs.cards()] == list("ABCDE")
    assert {card.capture for card in jobs.cards()} == {CaptureState.READ}


def test_jobs_are_exported_where_the_person_says(
    board: JobsPage, jobs: JobService, desk: Desk, five: list[int], tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    suggested = []

    async def choose(_title: str, name: str, _filters: object = ()) -> Path:
        suggested.append(name)
        return tmp_path / "mine.csv"

    monkeypatch.setattr(desk, "choose_save", choose)
    desk.start(export_jobs(desk, jobs, five[:2]))
    shown = dialog(qtbot, ExportDialog)
    assert shown.windowTitle() == "Export 2 jobs"
    shown.choose("json")
    assert any("without a loss" in one for one in words(shown))
    shown.choose("csv")
    answer(qtbot, shown, "Export…")
    qtbot.waitUntil(lambda: "Exported to “mine.csv”." in toasts(desk))
    assert (tmp_path / "mine.csv").read_bytes() == jobs.export_jobs(five[:2], "csv")
    assert suggested[0].endswith(".csv")


def test_the_dialog_says_what_it_sees(board: QWidget, qtbot: QtBot) -> None:
    shown = AddDialog(board)
    qtbot.addWidget(shown)
    shown.open()
    area = shown.findChild(TextArea)
    assert not button(shown, "Add job").isEnabled()
    area.setText("https://a.example/1\nhttps://b.example/2")
    assert button(shown, "Add 2 jobs").isEnabled()
    area.setText(TABLE_TEXT)
    assert button(shown, "Next…").isEnabled()
    assert "A table with 4 rows. You see its columns before anything is added." in words(shown)
    button(shown, "Import a spreadsheet…").click()
    assert shown._answer == TABLE


def test_what_is_recognised() -> None:
    assert links_in("* https://a.example/1\n• b.example/2\n") == ["https://a.example/1", "https://b.example/2"]
    assert recognised("a.example/1\nb.example/2").startswith("Links to 2 jobs.")
