"""A start shows the board from a glance at the file, and answers, while the services are still being imported."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.app import workspace as workspaces
from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from tests.support.application import Running
from tests.support.dialogs import words
from tests.support.windows import Await


class Gate:
    """Holds the opening of the services back until it is told to go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.reached.set()
        self.open.wait()
        return open_workspace(*args, **kwargs)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(workspaces, "open_workspace", made)
    yield made
    made.open.set()


@pytest.fixture
def lived_in(running: Running) -> Path:
    """The folder that will be opened, with two jobs in it; its data file."""
    before = open_workspace(running.folder, Bus())
    for title in ("Baker", "Nurse"):
        before.provider.get(JobService).add_manually(Posting(title=title, company="Halden"))
    before.close()
    return running.folder / DATABASE_NAME


def first_board(running: Running, qtbot: QtBot) -> JobsPage:
    """Wait for the board alone, not for the services."""
    qtbot.waitUntil(lambda: isinstance(running.window.current_page(), JobsPage), timeout=20_000)
    page = running.window.current_page()
    assert isinstance(page, JobsPage)
    return page


def test_the_board_stands_before_any_service_does(running: Running, lived_in: Path, gate: Gate, qtbot: QtBot) -> None:
    running.start()
    page = first_board(running, qtbot)
    assert page.board.cards.total() == 2
    assert page.board.isVisible()
    qtbot.waitUntil(gate.reached.is_set)
    assert running.application is not None
    assert running.application._open is None


def test_what_is_asked_meanwhile_is_answered_when_the_services_stand(
    running: Running, lived_in: Path, gate: Gate, await_: Await, qtbot: QtBot
) -> None:
    running.start()
    page = first_board(running, qtbot)
    qtbot.waitUntil(gate.reached.is_set)
    column = page.board.columns[JobStatus.INTERESTED].view
    spot = column.visualRect(column.cards.index(0)).center()
    qtbot.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    wanted = column.cards.id_at(0)
    qtbot.waitUntil(lambda: page.details.wanted == wanted)
    assert page.details.job is None
    page._start(page.changes.move([wanted], JobStatus.APPLIED, None))
    gate.open.set()
    qtbot.waitUntil(lambda: page.details.job is not None and page.details.job.status == JobStatus.APPLIED)
    assert running.page(JobsPage) is page
    stored = await_(running.desk.run(running.provider.get(JobService).cards, [wanted]))
    assert [card.status for card in stored] == [JobStatus.APPLIED]


def test_keys_pressed_meanwhile_are_kept(running: Running, lived_in: Path, gate: Gate, qtbot: QtBot) -> None:
    running.start()
    page = first_board(running, qtbot)
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    gate.open.set()
    assert running.page(JobsPage) is page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page._search)


def test_every_tab_of_the_drawer_can_be_opened_meanwhile(
    running: Running, lived_in: Path, gate: Gate, qtbot: QtBot
) -> None:
    running.start()
    page = first_board(running, qtbot)
    qtbot.waitUntil(gate.reached.is_set)
    page.open_record(page.board.columns[JobStatus.INTERESTED].view.cards.id_at(0))
    for name in list(page.details._panels):
        page.details.show_panel(name)
    page.details.show_panel("match")
    gate.open.set()
    qtbot.waitUntil(lambda: any("no résumé to match" in text.lower() for text in words(page.details)))


def test_data_that_turns_out_damaged_takes_the_board_away_again(
    running: Running, lived_in: Path, gate: Gate, qtbot: QtBot
) -> None:
    with sqlite3.connect(lived_in) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'status_change'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with lived_in.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    running.start()
    page = first_board(running, qtbot)
    assert page.board.cards.total() == 2
    page.open_record(page.board.columns[JobStatus.INTERESTED].view.cards.id_at(0))
    gate.open.set()
    recovery = running.page(RecoveryPage)
    assert any("damaged" in text for text in words(recovery))
    assert not [one for one in running.window.findChildren(JobsPage) if one.isVisible()]
    assert running.desk._telling_of_bug is False
