"""Commands as real processes: exit codes, what goes to which stream, what is loaded, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop import __version__
from careercoach_desktop.__main__ import is_for_the_window
from tests.support.job_site import JobSite
from tests.support.terminal import POSTING, RESUME, ROOT, Terminal

HEAVY = {"PySide6", "qasync", "sqlmodel", "sqlalchemy", "alembic", "anthropic", "httpx", "playwright", "structlog"}

LOADED = """
import sys
sys.argv = ["careercoach", *sys.argv[1:]]
from careercoach_desktop.__main__ import main
if __name__ == "__main__":
    code = main()
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
    sys.exit(code)
"""

WINDOW = """
import sys
sys.argv = ["careercoach", *sys.argv[1:]]
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from careercoach_desktop.__main__ import main

def look():
    for window in application.topLevelWidgets():
        if hasattr(window, "close_requested") and window.current_page() is not None:
            window.close_requested.emit()

if __name__ == "__main__":
    application = QApplication([])
    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    code = main()
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
    sys.exit(code)
"""


def loaded_by(script: str, *words: object) -> set[str]:
    """The libraries a process has loaded when it ends."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("LOADED")]
    return set(line.split())


def test_a_resume_goes_to_stdout_as_json_and_nothing_else_does(terminal: Terminal) -> None:
    said = terminal.process("resumes", "parse", RESUME, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json["basics"]["name"] == "Lena Marsh"
    assert not terminal.folder.exists(), "no data folder is opened for it"


def test_a_posting_goes_to_stdout_with_exactly_its_fields(terminal: Terminal) -> None:
    said = terminal.process("jobs", "read", POSTING, "--json")
    assert (said.code, said.err) == (0, "")
    assert list(said.json) == [
        "title", "company", "location", "work_mode", "job_type", "salary_min", "salary_max", "salary_currency",
        "posted_date", "deadline", "closed", "description", "url", "source",
    ]  # fmt: skip
    assert (said.json["title"], said.json["work_mode"]) == ("Senior Data Engineer", "HYBRID")
    assert not terminal.folder.exists()


def test_what_the_page_does_not_say_is_null(terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "baker.txt"
    page.write_text("Baker\n\nWhat you do\n- Bake bread at night\n- Bake rolls\n")
    said = terminal.process("jobs", "read", page, "--json")
    assert said.json["title"] == "Baker"
    assert (said.json["salary_min"], said.json["deadline"], said.json["url"]) == (None, None, None)


def test_a_page_without_a_single_posting_is_refused_on_stderr(terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "home.html"
    page.write_text("<html><title>Welcome</title><body><h1>Welcome</h1><p>We make soup.</p></body></html>")
    said = terminal.process("jobs", "read", page, "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines() == ["There is no job posting on this page.", "Paste the posting’s text instead."]


@pytest.mark.parametrize(
    "words",
    [
        ("jobs", "bogus"),
        ("jobs", "read"),
        ("jobs", "list", "--bogus"),
        ("jobs", "list", "--status", "asleep"),
        ("--bogus",),
    ],
)
def test_wrong_usage_is_two(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.process(*words)
    assert (said.code, said.out) == (2, "")
    assert "Usage: careercoach" in said.err
    assert not terminal.folder.exists()


def test_a_file_that_is_not_there_is_one(terminal: Terminal) -> None:
    for words in (
        ("resumes", "parse", "nothing.pdf"),
        ("jobs", "read", "nothing.html"),
        ("resumes", "import", "no.pdf"),
    ):
        said = terminal.process(*words)
        assert said.code == 1
        assert "could not be opened" in said.err
        assert "Traceback" not in said.err


def test_a_damaged_data_file_is_told_and_left_alone(terminal: Terminal) -> None:
    terminal.folder.mkdir()
    database = terminal.folder / "careercoach.db"
    database.write_bytes(b"SQLite format 3\x00" + b"rubbish" * 500)
    said = terminal.process("jobs", "list")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Your data file is damaged.")
    assert database.read_bytes().endswith(b"rubbish")


def test_a_folder_that_cannot_be_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        said = terminal.process("jobs", "list", "--data-dir", place)
        assert (said.code, said.out) == (1, "")
        assert "folder" in said.err
        assert "Traceback" not in said.err
        assert "File " not in said.err


def test_a_bug_is_one_kind_sentence_and_a_line_in_the_log(terminal: Terminal, tmp_path: Path) -> None:
    """A child process that cannot even be started is nobody's fault but ours."""
    terminal.folder.mkdir()
    broken = tmp_path / "broken"
    (broken / "pebble").mkdir(parents=True)
    (broken / "pebble" / "__init__.py").write_text("said = 'secret words of a person'\nraise RuntimeError(said)")
    with terminal.start("resumes", "parse", RESUME, PYTHONPATH=str(broken)) as process:
        out, err = process.communicate(timeout=60)
    log = terminal.folder / "logs" / "commands.log"
    assert (process.returncode, out) == (1, "")
    assert err == f"Something went wrong on our side; your data is safe. What happened is in {log}\n"
    assert "RuntimeError" in log.read_text()
    assert "secret words" not in log.read_text()


def test_the_version_and_the_help_are_told_without_opening_anything(terminal: Terminal) -> None:
    assert terminal.process("--version").out == f"Career Coach {__version__}\n"
    said = terminal.process("--help")
    assert said.code == 0
    for command in ("resumes", "jobs", "match", "tailor", "backup", "restore"):
        assert command in said.out
    assert not terminal.folder.exists()


# --- what is loaded --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("--help",), ("resumes", "parse", RESUME), ("jobs", "read", POSTING)])
def test_commands_that_open_no_data_load_nothing_heavy(words: tuple[object, ...]) -> None:
    loaded = loaded_by(LOADED, *words)
    assert "typer" in loaded
    assert loaded & HEAVY == set()


def test_commands_never_load_qt(terminal: Terminal) -> None:
    for words in (
        ("jobs", "add", POSTING),
        ("resumes", "import", RESUME),
        ("tailor", "primary", "1"),
        ("letter", "--job", "1", "--outline"),
        ("jobs", "list"),
    ):
        loaded = loaded_by(LOADED, "--data-dir", terminal.folder, *words)
        assert "sqlmodel" in loaded
        assert loaded & {"PySide6", "shiboken6", "qasync"} == set(), words


def test_the_window_never_loads_typer(terminal: Terminal) -> None:
    loaded = loaded_by(WINDOW, "--data-dir", terminal.folder)
    assert "PySide6" in loaded
    assert "typer" not in loaded
    assert (terminal.folder / "careercoach.db").is_file(), "the window had opened its data by then"


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--data-dir", "jobs"], True),
        (["--data-dir=x", "--theme", "dark"], True),
        (["--help"], False),
        (["--json"], False),
        (["--data-dir", "x", "jobs", "list"], False),
        (["jobs", "--version"], False),
    ],
)
def test_only_options_of_the_window_open_the_window(words: list[str], window: bool) -> None:
    assert is_for_the_window(words) is window


# --- how they end ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent another way there")
def test_ctrl_c_cancels_what_was_begun_and_says_so(terminal: Terminal, httpserver: HTTPServer) -> None:
    site = JobSite(httpserver)
    address = site.drip("slow")
    with terminal.start("jobs", "add", address) as process:
        assert site.dripping.wait(30)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    site.release.set()
    assert (process.returncode, out) == (130, "")
    assert err.splitlines() == [f"This folder is new: {terminal.folder}", "Stopped."]
    (job,) = terminal.fine("jobs", "list", "--json").json
    assert job["problem"] == "Reading was cancelled."
    assert list(terminal.folder.glob("worker-*.lock")) == [], "nobody looks alive who is gone"


def test_a_reader_that_has_had_enough_is_no_trouble(terminal: Terminal) -> None:
    with terminal.start("resumes", "parse", RESUME) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


def test_json_may_be_asked_for_before_the_command_too(terminal: Terminal) -> None:
    said = terminal.process("--json", "jobs", "list")
    assert json.loads(said.out) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there can a display be missing")
def test_without_a_display_the_window_says_so_instead_of_breaking_off(terminal: Terminal) -> None:
    with terminal.start(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert "There is no display here" in err
