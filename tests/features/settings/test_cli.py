"""Backup and restore from a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.support.terminal import POSTING, Terminal


def test_everything_goes_into_one_file_and_comes_back_elsewhere(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fine("jobs", "add", POSTING)
    file, folder = tmp_path / "mine.careercoach", tmp_path / "restored"
    said = terminal.fine("backup", file, "--json").json
    assert (said["file"], said["bytes"]) == (str(file), file.stat().st_size)
    assert terminal.fine("restore", file, "--into", folder).out.startswith(f"Restored into {folder}\n")
    (job,) = Terminal(folder).fine("jobs", "list", "--json").json
    assert job["title"] == "Senior Data Engineer"


def test_a_backup_that_is_there_stays_unless_it_may_go(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.careercoach"
    file.write_text("an older one")
    assert terminal("backup", file).code == 1
    assert file.read_text() == "an older one"
    terminal.fine("backup", file, "--force")
    assert file.read_bytes().startswith(b"SQLite")


def test_restoring_never_mixes_with_what_is_there(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.careercoach"
    terminal.fine("backup", file)
    said = terminal("restore", file, "--into", terminal.folder)
    assert said.code == 1
    assert "is not empty" in said.err


def test_a_file_that_is_no_backup_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Buy milk" * 100)
    said = terminal("restore", file, "--into", tmp_path / "restored")
    assert (said.code, said.out) == (1, "")
    assert "Traceback" not in said.err


def test_only_a_command_that_changed_something_makes_the_backup_of_the_day(terminal: Terminal) -> None:
    terminal.fine("jobs", "list")
    assert not list(terminal.folder.glob("backups/*.db"))
    terminal.fine("jobs", "add", POSTING)
    assert len(list(terminal.folder.glob("backups/automatic-*.db"))) == 1
