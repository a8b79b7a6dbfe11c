"""A folder opened from the window (a restored backup) is the one the next start shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.main import _chosen_folder
from careercoach_desktop.app.single_instance import FOLDER_KEY
from careercoach_desktop.app.workspace import chosen_folder
from careercoach_desktop.foundation.uikit import keep_in, remember


@pytest.fixture
def home(tmp_path: Path, qapp: object) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    keep_in(home / "window.ini")
    yield home
    keep_in(tmp_path / "elsewhere.ini")


def test_without_a_choice_it_is_the_usual_place(home: Path) -> None:
    assert _chosen_folder(home) == home


def test_the_folder_opened_last_is_opened_again(home: Path, tmp_path: Path) -> None:
    restored = tmp_path / "restored"
    restored.mkdir()
    remember(FOLDER_KEY, str(restored))
    assert _chosen_folder(home) == restored


def test_a_folder_that_is_gone_gives_way_to_the_usual_place(home: Path, tmp_path: Path) -> None:
    gone = tmp_path / "stick"
    gone.mkdir()
    remember(FOLDER_KEY, str(gone))
    shutil.rmtree(gone)
    assert _chosen_folder(home) == home


@pytest.mark.parametrize("name", ["plain", "Zoës Daten; a, b = “c”", 'with "quotes"', "日本語 100 %", "back\\slash"])
def test_commands_use_the_folder_the_window_used(home: Path, tmp_path: Path, name: str) -> None:
    """They must not load Qt, so they read what Qt wrote by themselves."""
    folder = tmp_path / name
    folder.mkdir()
    remember(FOLDER_KEY, str(folder))
    remember("window.geometry", "data.folder=/elsewhere")
    keep_in(tmp_path / "elsewhere.ini")  # Qt writes now
    assert chosen_folder(home) == folder
    folder.rmdir()
    assert chosen_folder(home) == home


def test_commands_without_a_window_before_them_use_the_usual_place(tmp_path: Path) -> None:
    assert chosen_folder(tmp_path / "never") == tmp_path / "never"
