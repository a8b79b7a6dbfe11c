"""What a real start has loaded when the window is first painted, and what the window's process never loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import careercoach_desktop
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.events import Bus

AFTER_FIRST_PAINT = {
    "alembic", "anthropic", "babel", "dateparser", "docx", "httpcore", "httpx", "jinja2", "keyring", "pebble",
    "phonenumbers", "playwright", "pydantic", "pydantic_settings", "pypdfium2", "rapidfuzz", "selectolax",
    "sqlalchemy", "sqlmodel", "structlog", "typst",
}  # fmt: skip
"""Everything that is not needed to paint a window."""
BEFORE_THE_BOARD_STANDS = {"sqlalchemy", "sqlmodel", "alembic", "httpx", "typst", "anthropic", "playwright"}
NEVER = {"typer", "pytest", "qtawesome", "qtpy"}
WATCHED = """
import json, sys

def loaded():
    return sorted({name.partition(".")[0] for name in sys.modules})

def watch():
    from PySide6.QtCore import QTimer
    from careercoach_desktop.app import main as start

    class Watched(start.MainWindow):
        seen = {}

        def paintEvent(self, event):
            super().paintEvent(event)
            if not self.seen:
                self.seen["first paint"] = loaded()
                QTimer.singleShot(0, self, self.look)

        def look(self):
            page = self.current_page()
            board = getattr(page, "board", None)
            if board is not None and board.cards.total() == 1 and "board" not in self.seen:
                self.seen["board"] = loaded()
                page.open_record(board.selected()[0].id if board.selected() else 1)
            if board is not None and page.details.job is not None:
                self.seen["used"] = loaded()
                print(json.dumps(self.seen))
                self.close()
                return
            QTimer.singleShot(1, self, self.look)

    start.MainWindow = Watched

if __name__ == "__main__":
    watch()
    from careercoach_desktop.__main__ import main

    sys.exit(main())
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The packages a start had loaded when its window was painted, when its board stood, when a job was opened."""
    place = tmp_path_factory.mktemp("start")
    before = open_workspace(place / "data", Bus())
    before.provider.get(JobService).add_manually(Posting(title="Baker"))
    before.close()
    script = place / "watched.py"
    script.write_text(WATCHED)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(careercoach_desktop.__file__).parents[1]),
    }
    command = [sys.executable, str(script), "--data-dir", str(place / "data"), "--theme", "light"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=True)
    return {moment: set(names) for moment, names in json.loads(done.stdout).items()}


def test_the_first_window_waits_for_nothing_heavy(seen: dict[str, set[str]]) -> None:
    assert "PySide6" in seen["first paint"]
    assert seen["first paint"] & AFTER_FIRST_PAINT == set()


def test_the_board_waits_for_no_service(seen: dict[str, set[str]]) -> None:
    assert seen["board"] & BEFORE_THE_BOARD_STANDS == set()
    assert "sqlmodel" in seen["used"], "the services came after that"


def test_what_only_some_things_need_waits_until_they_are_wanted(seen: dict[str, set[str]]) -> None:
    assert seen["used"] & {"anthropic", "click", "httpx", "playwright", "rich", "typst"} == set()


def test_the_window_never_loads_the_command_line(seen: dict[str, set[str]]) -> None:
    assert seen["used"] & NEVER == set()
