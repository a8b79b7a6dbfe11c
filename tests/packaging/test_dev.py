"""The set-up behind the two commands: what it notices, what it says, and when it does nothing. No network."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest


def an_environment(dev: ModuleType, *, made_for: str) -> None:
    """An environment as a finished set-up leaves it, with this Python in it."""
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.symlink_to(sys.executable)
    dev.stamp(made_for).write_text(dev.digest(made_for))


def test_a_finished_set_up_is_not_repeated(dev: ModuleType) -> None:
    an_environment(dev, made_for="run")
    assert dev.is_ready("run")


def test_an_environment_made_to_run_lacks_what_the_tests_need(dev: ModuleType) -> None:
    an_environment(dev, made_for="run")
    assert not dev.is_ready("test")


def test_an_environment_made_for_the_tests_can_also_run(dev: ModuleType) -> None:
    an_environment(dev, made_for="test")
    assert dev.is_ready("test")
    assert dev.is_ready("run")


@pytest.mark.parametrize("changed", ["run.txt", "pyproject.toml"])
def test_a_changed_lock_file_or_project_is_installed_again(dev: ModuleType, tmp_path: Path, changed: str) -> None:
    an_environment(dev, made_for="run")
    (tmp_path / changed).write_text("# another\n")
    assert not dev.is_ready("run")


def test_a_moved_checkout_is_installed_again(dev: ModuleType, tmp_path: Path) -> None:
    an_environment(dev, made_for="run")
    before = dev.digest("run")
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (moved / "pyproject.toml").write_bytes((tmp_path / "pyproject.toml").read_bytes())
    dev.ROOT = moved
    assert dev.digest("run") != before


def test_an_environment_without_its_python_is_not_ready(dev: ModuleType) -> None:
    an_environment(dev, made_for="run")
    dev.PYTHON.unlink()
    dev.PYTHON.symlink_to("/nonexistent/python")
    assert not dev.is_ready("run")
    assert not dev.works(dev.PYTHON)


def test_a_half_made_environment_is_noticed(dev: ModuleType) -> None:
    dev.venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(dev.VENV)
    assert dev.PYTHON.exists()
    assert not dev.works(dev.PYTHON), "pip is missing"


def test_a_failed_installation_ends_with_one_sentence_and_is_tried_again(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_environment(dev, made_for="run")
    (dev.ROOT / "run.txt").write_text("one==2\n")
    monkeypatch.setattr(dev, "system_packages", lambda _programs: None)
    monkeypatch.setattr(dev, "works", lambda _python: True)
    monkeypatch.setattr(dev.subprocess, "call", lambda *_command, **_options: 1)
    with pytest.raises(SystemExit, match="Run the same command again"):
        dev.set_up("run")
    assert not dev.stamp("run").exists()


def test_missing_packages_become_one_line_to_run(dev: ModuleType) -> None:
    said = dev.advice(["libegl1", "xvfb"], "Some system packages are missing.", has_apt=True)
    assert said.startswith("Some system packages are missing. Run this once")
    assert "    sudo apt-get install -y --no-install-recommends libegl1 xvfb\n" in said


def test_without_apt_the_names_are_said(dev: ModuleType) -> None:
    said = dev.advice(["libegl1", "xvfb"], "Some system packages are missing.", has_apt=False)
    assert said.endswith("(Debian's names): libegl1 xvfb")
    assert "apt-get" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are Linux's affair")
def test_only_what_is_missing_is_asked_for(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(dev, "apt", lambda packages, _why: asked.append(packages))
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})
    dev.system_packages({"sh": "dash", "no-such-program": "nowhere-tools"})
    assert asked == [["libnowhere9", "nowhere-tools"]]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt is Debian's")
def test_nobody_but_root_installs(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.subprocess, "call", lambda *_command, **_options: pytest.fail("something was run"))
    with pytest.raises(SystemExit, match="libegl1"):
        dev.apt(["libegl1"], "Some system packages are missing.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_run_says_what_to_do_instead(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.run([]) == 1
    assert "python3 packaging/dev.py run --demo" in capsys.readouterr().err


def test_asking_for_help_needs_no_display(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert not dev.needs_display(["--help"])
    assert dev.needs_display(["--theme", "dark"])


def test_only_the_window_and_the_gallery_need_a_display(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    for words in (["jobs", "list"], ["--data-dir", "x", "--json", "match", "1", "2"], ["gallery", "--to", "pictures"]):
        assert not dev.needs_display(words), words
    for words in ([], ["--data-dir", "jobs"], ["--demo"], ["gallery"]):
        assert dev.needs_display(words), words


def test_an_unknown_command_explains_the_known_ones(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "packaging/dev.py run" in capsys.readouterr().err


def test_an_old_python_is_told_so_before_anything_happens(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 18))
    assert dev.main(["run"]) == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err
