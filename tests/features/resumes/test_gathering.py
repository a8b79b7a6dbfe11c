"""Which files a folder stands for: readable kinds, not hidden, not endless."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from careercoach_desktop.features.resumes.looking import gathering
from careercoach_desktop.features.resumes.looking.gathering import gather

KINDS = (".pdf", ".docx")


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_files_named_are_taken_and_folders_are_looked_through_by_name(tmp_path: Path) -> None:
    for name in ("b.pdf", "A.PDF", "c.docx", "notes.txt", ".hidden.pdf", "~$lock.docx"):
        (tmp_path / name).touch()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "z.pdf").touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.pdf").touch()
    odd = tmp_path / "notes.txt"
    found = gather([odd, tmp_path, tmp_path / "b.pdf"], KINDS)
    assert names(found.files) == ["notes.txt", "A.PDF", "b.pdf", "c.docx", "z.pdf"]
    assert found.has_folders
    assert found.skipped == []


def test_too_many_and_too_deep_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_FILES", 3)
    monkeypatch.setattr(gathering, "MAX_DEPTH", 2)
    folder = tmp_path
    for depth in range(5):
        (folder / f"{depth}.pdf").touch()
        (folder / f"{depth}b.pdf").touch()
        folder = folder / f"in {depth}"
        folder.mkdir()
    found = gather([tmp_path], KINDS)
    assert names(found.files) == ["0.pdf", "0b.pdf", "1.pdf"]
    assert [each.name for each in found.skipped] == ["in 1", "3 more files"]


def test_a_folder_that_holds_too_much_is_not_looked_through_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MAX_LOOKED_AT", 4)
    for number in range(9):
        (tmp_path / f"{number}.pdf").touch()
    found = gather([tmp_path], KINDS)
    assert len(found.files) == 4
    assert "too much" in found.skipped[0].why


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_between_folders_do_not_go_round(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert names(gather([tmp_path], KINDS).files) == ["a.pdf"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open everything")
def test_a_folder_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert [each.name for each in gather([closed], KINDS).skipped] == ["closed"]
