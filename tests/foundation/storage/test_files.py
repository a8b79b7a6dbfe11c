"""Files written for the person are whole and theirs, and what the disk refuses becomes a sentence."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import flush, read_whole, write_whole

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="modes are a matter of POSIX systems")
NO_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may write everywhere"
)
TOO_LARGE = UserError("Too large.", "Choose a smaller one.", code="too-large")


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "cv.pdf").write_bytes(b"old")
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@POSIX_ONLY
def test_an_exported_file_is_readable_by_whom_the_person_lets_read(usual_mask: None, tmp_path: Path) -> None:
    write_whole(tmp_path / "cv.pdf", b"new")
    assert stat.S_IMODE((tmp_path / "cv.pdf").stat().st_mode) == 0o644


def test_the_file_there_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"a longer old one")
    write_whole(tmp_path / "cv.pdf", b"new")
    assert (tmp_path / "cv.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["cv.pdf"]


def test_the_longest_name_there_is_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 251 + ".pdf"), b"new")
    assert names(tmp_path) == ["n" * 251 + ".pdf"]


@NO_ROOT
def test_a_folder_that_takes_no_files_keeps_the_old_one_and_says_what_to_do(sealed: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_whole(sealed / "cv.pdf", b"new")
    assert refused.value.code == "folder-read-only"
    assert refused.value.next_step
    assert (sealed / "cv.pdf").read_bytes() == b"old"
    assert names(sealed) == ["cv.pdf"]


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "folder-read-only"), (errno.EIO, "disk-trouble")]
)
def test_what_the_disk_says_when_writing_ends_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "cv.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError) as refused:
        write_whole(tmp_path / "cv.pdf", b"new")
    assert refused.value.code == code
    assert refused.value.next_step
    assert (tmp_path / "cv.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["cv.pdf"]


@pytest.mark.parametrize("place", ["taken", "gone/cv.pdf"])
def test_a_place_that_can_hold_no_file_is_refused_and_left_as_it_was(tmp_path: Path, place: str) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(UserError) as refused:
        write_whole(tmp_path / place, b"new")
    assert refused.value.code == "file-unwritable"
    assert refused.value.next_step
    assert names(tmp_path) == ["taken"]


@POSIX_ONLY
def test_a_folder_whose_file_system_flushes_no_folders_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    (tmp_path / "cv.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", cannot)
    flush(tmp_path)
    with pytest.raises(OSError, match="Invalid argument"):
        flush(tmp_path / "cv.pdf")


def test_a_file_is_read_up_to_the_largest_size_and_no_further(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes(b"12345")
    assert read_whole(tmp_path / "cv.txt", 5, TOO_LARGE) == b"12345"
    with pytest.raises(UserError) as refused:
        read_whole(tmp_path / "cv.txt", 4, TOO_LARGE)
    assert refused.value is TOO_LARGE


@pytest.mark.parametrize("name", ["", "gone.txt"])
def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        read_whole(tmp_path / name, 5_000_000, TOO_LARGE)
    assert refused.value.code == "file-unreadable"
    assert refused.value.next_step
