"""One window for one data folder; whoever comes second brings the first one forward."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.single_instance import SingleInstance
from careercoach_desktop.foundation.errors import UserError


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> SingleInstance:
    return SingleInstance(tmp_path)


def test_the_second_is_refused_and_the_first_comes_forward(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    assert first.claim()
    with qtbot.waitSignal(first.raise_requested):
        assert not SingleInstance(tmp_path).claim()
    first.release()


def test_the_same_folder_by_another_way_is_the_same_folder(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "sub").mkdir()
    assert first.claim()
    with qtbot.waitSignal(first.raise_requested):
        assert not SingleInstance(tmp_path / "sub" / "..").claim()
    first.release()


def test_once_the_first_has_gone_the_next_is_first(first: SingleInstance, tmp_path: Path) -> None:
    assert first.claim()
    first.release()
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.release()


def test_other_folders_have_windows_of_their_own(first: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    second = SingleInstance(tmp_path / "other")
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


def test_a_window_that_turns_to_another_folder_holds_that_one(first: SingleInstance, tmp_path: Path) -> None:
    other = tmp_path / "restored"
    assert first.claim()
    first.move_to(other)
    assert not SingleInstance(other).claim()
    next_window = SingleInstance(tmp_path)
    assert next_window.claim(), "the folder it left is free again"
    first.release()
    next_window.release()


def test_a_folder_another_window_shows_is_not_taken(first: SingleInstance, tmp_path: Path) -> None:
    other = tmp_path / "busy"
    other.mkdir()
    busy = SingleInstance(other)
    assert first.claim()
    assert busy.claim()
    with pytest.raises(UserError) as told:
        first.move_to(other)
    assert told.value.code == "folder-in-use"
    assert not SingleInstance(tmp_path).claim(), "its own folder is still held"
    first.release()
    busy.release()
