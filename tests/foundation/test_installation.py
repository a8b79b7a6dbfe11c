"""A part is added to the installation that runs, in the way that one was made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from careercoach_desktop.foundation.installation import how_to_add


@pytest.mark.parametrize(
    ("trace", "begins"), [("pipx_metadata.json", "pipx install"), ("uv-receipt.toml", "uv tool install")]
)
def test_tools_that_keep_programs_apart_are_asked_themselves(
    trace: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / trace).write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert how_to_add("voice", "transcription").startswith(begins)
    assert how_to_add("voice", "transcription").endswith('"careercoach-desktop[voice,transcription]"')


def test_any_other_python_is_named_so_that_no_other_one_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", "/home/ada/my programs/bin/python")
    assert how_to_add("voice") == "'/home/ada/my programs/bin/python' -m pip install \"careercoach-desktop[voice]\""


def test_a_bundle_can_be_given_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert how_to_add("voice") == ""
