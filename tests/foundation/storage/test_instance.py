"""The lock on a data folder: one holder, gone with its process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.instance import DataFolderLock

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys
from pathlib import Path
from careercoach_desktop.foundation.storage.instance import DataFolderLock
lock = DataFolderLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = DataFolderLock(tmp_path), DataFolderLock(tmp_path)
    assert first.acquire()
    assert first.acquire(), "asking again is harmless"
    assert not second.acquire()
    assert (first.held, second.held) == (True, False)
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_other_folders_are_other_locks(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    locks = [DataFolderLock(tmp_path / "a"), DataFolderLock(tmp_path / "b")]
    assert [lock.acquire() for lock in locks] == [True, True]
    for lock in locks:
        lock.release()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline().strip() == "True"
    lock = DataFolderLock(tmp_path)
    assert not lock.acquire()
    holder.kill()
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()
    assert lock.acquire()
    lock.release()


def test_a_folder_that_is_not_there_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises((FileNotFoundError, UserError)):
        DataFolderLock(tmp_path / "gone").acquire()
