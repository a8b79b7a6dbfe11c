"""Backup, restore, settings and doctor from a terminal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import keyring
import pytest

from careercoach_desktop.features.settings.diagnosis import Finding, State, checks, diagnose
from careercoach_desktop.features.settings.diagnosis.checks import check_keychain
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.claude import ClaudeServer
from tests.support.claude.fixtures import claude  # noqa: F401
from tests.support.terminal import POSTING, Terminal


def test_everything_goes_into_one_file_and_comes_back_elsewhere(hunting: Terminal, tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.careercoach", tmp_path / "restored"
    said = hunting.fine("backup", file, "--json").json
    assert (said["file"], said["bytes"]) == (str(file), file.stat().st_size)
    assert hunting.fine("restore", file, "--into", folder).out.startswith(f"Restored into {folder}\n")
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


# --- settings --------------------------------------------------------------------------------------------------------


def test_settings_are_shown_with_what_they_are_and_where_they_come_from(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCOACH_CLAUDE_MODEL_READING", "claude-opus-5-5")
    terminal.fine("settings", "set", "claude_monthly_budget", "25")
    told = {each["name"]: each for each in terminal.fine("settings", "get", "--json").json}
    assert (told["claude_monthly_budget"]["value"], told["claude_monthly_budget"]["origin"]) == (25.0, "stored")
    assert told["claude_model_reading"]["origin"] == "environment"
    assert told["claude_endpoint"]["origin"] == "default"
    assert all(each["description"] for each in told.values())
    assert "claude_monthly_budget = 25.0" in terminal.fine("settings", "get", "claude_monthly_budget").out


def test_a_setting_goes_back_to_its_default_without_a_value(terminal: Terminal) -> None:
    terminal.fine("settings", "set", "claude_monthly_budget", "none")
    assert terminal.fine("settings", "get", "claude_monthly_budget", "--json").json["value"] is None
    assert terminal.fine("settings", "set", "claude_monthly_budget", "--json").json["value"] == 10.0


@pytest.mark.parametrize("words", [("claude_monthly_budget", "a lot"), ("colour", "red")])
def test_what_is_no_setting_is_refused_with_the_reason(terminal: Terminal, words: tuple[str, str]) -> None:
    said = terminal("settings", "set", *words)
    assert (said.code, said.out) == (1, "")
    assert words[0] in said.err


# --- doctor ----------------------------------------------------------------------------------------------------------


def found(terminal: Terminal, name: str) -> dict[str, str]:
    return next(each for each in terminal("doctor", "--json").json if each["name"] == name)


def test_a_healthy_folder_is_told_in_one_line_each(hunting: Terminal) -> None:
    said = hunting.fine("doctor")
    lines = said.out.splitlines()
    assert lines[0].startswith("✓ Data file  whole, ")
    assert any(
        line.startswith("✓ Versions") and "Python 3." in line and "PySide6-Essentials 6." in line for line in lines
    )
    names = [each["name"] for each in hunting.fine("doctor", "--json").json]
    assert names == ["Data file", "Backups", "Keychain", "Claude", "Browser", "Fonts", "Scans", "Disk", "Versions"]


def test_looking_makes_no_data(terminal: Terminal) -> None:
    assert found(terminal, "Data file")["found"] == f"none yet in {terminal.folder}"
    assert not terminal.folder.exists()


def test_damage_is_found_and_the_way_out_told(hunting: Terminal) -> None:
    file = hunting.folder / "careercoach.db"
    damaged = bytearray(file.read_bytes())
    damaged[8192:24576] = bytes(16384)
    file.write_bytes(damaged)
    said = hunting("doctor")
    assert said.code == 1
    assert "✗ Data file  damaged" in said.out
    assert "last good backup" in said.out
    assert file.read_bytes() == damaged


def test_a_row_that_refers_to_nothing_is_found(hunting: Terminal) -> None:
    with closing(sqlite3.connect(hunting.folder / "careercoach.db")) as connection:
        connection.execute("DELETE FROM job")
        connection.commit()
    state = found(hunting, "Data file")
    assert state["state"] == "warn"
    assert "refer to something missing" in state["found"]


@pytest.mark.parametrize(("backend", "state"), [("fail", "warn"), ("null", "warn")])
def test_a_keychain_that_keeps_nothing_is_told(monkeypatch: pytest.MonkeyPatch, backend: str, state: str) -> None:
    monkeypatch.setattr(keyring, "get_keyring", import_module(f"keyring.backends.{backend}").Keyring)
    assert check_keychain(Path()).state.value == state


def test_a_keychain_that_works_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", MemoryKeychain)
    assert check_keychain(Path()) == Finding("Keychain", State.OK, "test keychain")


def test_claude_is_asked_whether_the_key_is_good_and_nothing_is_paid(
    hunting: Terminal,
    claude: ClaudeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CAREERCOACH_CLAUDE_ENDPOINT", claude.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", claude.key)
    told = found(hunting, "Claude")
    assert told["state"] == "ok"
    assert "answers (key from ANTHROPIC_API_KEY)" in told["found"]
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-wrong")
    told = found(hunting, "Claude")
    assert (told["state"], "does not accept your key" in told["found"]) == ("warn", True)
    assert claude.requests() == []
    assert "sk-ant-wrong" not in hunting("doctor").out


def test_a_check_that_breaks_does_not_take_the_others_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_moon(_folder: Path) -> Finding:
        raise ZeroDivisionError

    monkeypatch.setattr(checks, "CHECKS", (check_moon, *checks.CHECKS))
    first, second, *_ = diagnose(tmp_path)
    assert (first.name, first.state, first.found) == ("Moon", State.BAD, "the check itself failed (ZeroDivisionError)")
    assert second.name == "Data file"
