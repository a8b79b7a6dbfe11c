"""Everything in one file, and back from it into an empty folder: the same data in the same window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import App, keys, write

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]


def answer_file_dialog(app: App, path: Path) -> None:
    app.see("File name", kind="QLabel")
    keys("ctrl+a")
    write(str(path))
    keys("Return")


def test_backed_up_and_restored_into_an_empty_folder(start: START, tmp_path: Path) -> None:
    backup, empty = tmp_path / "mine.careercoach", tmp_path / "restored"
    empty.mkdir()
    app = start(options=["--demo"])
    app.see("Interested: Senior Data Engineer, Northwind", kind="item")
    app.see("match", kind="item")
    app.click("Settings", kind="NavEntry")
    app.click("Data", kind="NavEntry")
    app.click("Back up to a file…")
    answer_file_dialog(app, backup)
    app.see("Everything is in mine.careercoach.")
    assert backup.stat().st_size > 100_000

    app.click("Restore a backup…")
    answer_file_dialog(app, backup)
    app.see("Choose an empty folder", kind="QFileDialog")
    app.see("Directory", kind="QLabel")
    keys("ctrl+a")
    write(str(empty))
    keys("Return")
    app.see("The backup is restored")
    app.click("Open it now")
    app.miss("You are looking around with sample data")
    app.see("Interested: Senior Data Engineer, Northwind", kind="item")
    app.click("Résumés", kind="NavEntry")
    app.see("Primary")
    app.quit()

    again = start(empty)
    again.see("Interested: Senior Data Engineer, Northwind", kind="item")
    again.quit()
