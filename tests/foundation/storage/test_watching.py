"""Noticing what another process committed, and only that."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere, Watcher
from tests.foundation.storage.small_schema import notes, open_small, write_note

ROOT = Path(__file__).parents[3]

OTHER = """
import sys
from pathlib import Path
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.storage.small_schema import write_note

database = Database(Path(sys.argv[1]))
for line in sys.stdin:
    write_note(database, line.strip())
    print("DONE", flush=True)
"""


class Neighbour:
    """Another process on the same file; ``write`` returns once it has committed."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-c", OTHER, str(path)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def write(self, text: str) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "DONE\n"

    def leave(self) -> None:
        self._process.communicate(timeout=20)


@pytest.fixture
def small(tmp_path: Path, first: Path) -> Iterator[Database]:
    database = open_small(tmp_path / "data", first)
    yield database
    database.close()


@pytest.fixture
def neighbour(small: Database) -> Iterator[Neighbour]:
    made = Neighbour(small.path)
    yield made
    made.leave()


def test_only_the_commits_of_others_count(small: Database, neighbour: Neighbour) -> None:
    write_note(small, "before")
    assert not small.changed_elsewhere(), "the first look is where it begins"
    write_note(small, "ours")
    write_note(small, "ours again")
    assert not small.changed_elsewhere()
    neighbour.write("theirs")
    assert small.changed_elsewhere()
    assert not small.changed_elsewhere(), "told once"


def test_a_commit_of_ours_never_hides_one_of_theirs(small: Database, neighbour: Neighbour) -> None:
    small.changed_elsewhere()
    for round_ in range(20):
        neighbour.write(f"theirs {round_}")
        write_note(small, f"ours {round_}")
        assert small.changed_elsewhere(), round_


def test_writing_from_many_threads_is_still_us(small: Database) -> None:
    small.changed_elsewhere()
    threads = [threading.Thread(target=write_note, args=(small, f"thread {number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(small)) == 8
    assert not small.changed_elsewhere()


def test_the_bus_hears_of_it(small: Database, neighbour: Neighbour) -> None:
    told = threading.Event()
    small.bus.after(ChangedElsewhere, lambda _event: told.set())
    watcher = Watcher(small, every=0.01)
    watcher.start()
    try:
        write_note(small, "ours")
        neighbour.write("theirs")
        assert told.wait(20)
    finally:
        watcher.stop()


def test_a_watcher_that_was_never_started_stops_all_the_same(small: Database) -> None:
    Watcher(small).stop()
