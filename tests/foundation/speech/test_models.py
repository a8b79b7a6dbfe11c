"""Speech models are fetched when asked, whole or not at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech import SpeechModels
from careercoach_desktop.foundation.tasks.context import Cancelled


def brings(repository: str, folder: str) -> None:
    """Instead of the network: what the makers publish, in small."""
    Path(folder, "config.json").write_text(repository, encoding="utf-8")
    Path(folder, "model.bin").write_bytes(b"weights")


def fails(repository: str, folder: str) -> None:
    Path(folder, "config.json").write_text(repository, encoding="utf-8")
    raise SystemExit(1)


def never_ends(repository: str, folder: str) -> None:
    Path(folder, "model.bin").write_bytes(b"half")
    while True:
        time.sleep(60)


def stop(_fraction: float) -> None:
    """What the progress of a cancelled task does."""
    raise Cancelled


def test_a_model_is_there_once_it_was_fetched_and_gone_once_it_was_removed(tmp_path: Path) -> None:
    models = SpeechModels(tmp_path, brings)
    assert models.present() == []
    said: list[float] = []
    models.fetch("base", said.append)
    assert [model.name for model in models.present()] == ["base"]
    assert (tmp_path / "base" / "config.json").read_text(encoding="utf-8") == "Systran/faster-whisper-base"
    assert said
    assert all(0 <= fraction < 1 for fraction in said)
    models.remove("base")
    assert models.present() == []


def test_a_fetch_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    SpeechModels(tmp_path, brings).fetch("base", lambda _fraction: None)
    with pytest.raises(UserError, match="could not be fetched") as raised:
        SpeechModels(tmp_path, fails).fetch("base", lambda _fraction: None)
    assert raised.value.transient
    assert [path.name for path in tmp_path.iterdir()] == ["base"]
    assert [model.name for model in SpeechModels(tmp_path).present()] == ["base"]


def test_a_fetch_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        SpeechModels(tmp_path, never_ends).fetch("tiny", stop)
    assert list(tmp_path.iterdir()) == []


def test_without_a_model_there_is_nobody_to_write_down(tmp_path: Path) -> None:
    assert SpeechModels(tmp_path).recogniser("base") is None
