"""One file out, the same data in again, and nothing lost on the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage import files
from careercoach_desktop.foundation.storage.backup import (
    BEFORE_RESTORE,
    automatic_backup,
    back_up,
    last_backup_time,
    list_backups,
    note_backup_elsewhere,
    recover_from,
    restore,
)
from tests.foundation.storage.small_schema import mentions, notes, open_small, write_note

ROOT = Path(__file__).parents[3]
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTES = ["Call Harbour Robotics", "Ask Priya for a reference"]


def test_a_backup_is_one_private_file_that_restores_into_an_empty_folder(
    tmp_path: Path, folder: Path, first: Path
) -> None:
    database = open_small(folder, first)
    target = tmp_path / "My data.db"
    back_up(database, target)
    database.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["My data.db"]
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o077 == 0

    other = tmp_path / "elsewhere"
    assert restore(target, other, first) is None
    copy = open_small(other, first)
    assert (notes(copy), mentions(copy)) == (NOTES, 2)
    copy.close()


def test_a_backup_taken_while_others_write_is_one_consistent_moment(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    stop = threading.Event()

    def write_pairs() -> None:
        while not stop.is_set():
            write_note(database, "x" * 2000)  # always a note and its mention

    writer = threading.Thread(target=write_pairs)
    writer.start()
    try:
        for number in range(10):
            back_up(database, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    database.close()
    sizes = []
    for number in range(10):
        with sqlite3.connect(tmp_path / f"{number}.db") as copy:
            counts = [copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("note", "mention")]
        copy.close()
        assert counts[0] == counts[1]
        sizes.append(counts[0])
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0]


def test_restoring_over_data_keeps_what_was_there(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    back_up(database, tmp_path / "monday.db")
    write_note(database, "Written after the backup")
    database.close()

    kept = restore(tmp_path / "monday.db", folder, first)
    assert kept is not None
    assert [backup.kind for backup in list_backups(folder)] == [BEFORE_RESTORE]
    database = open_small(folder, first)
    assert notes(database) == NOTES
    database.close()

    restore(kept, folder, first)
    database = open_small(folder, first)
    assert notes(database) == [*NOTES, "Written after the backup"]
    database.close()


def test_restoring_under_an_open_window_is_refused(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    back_up(database, tmp_path / "monday.db")
    write_note(database, "still working")
    with pytest.raises(UserError) as caught:
        restore(tmp_path / "monday.db", folder, first)
    assert caught.value.code == "data-in-use"
    write_note(database, "and still")
    database.close()
    database = open_small(folder, first)
    assert notes(database) == [*NOTES, "still working", "and still"]
    database.close()
    assert not list(folder.glob(".*"))


def test_an_older_backup_is_brought_up_to_date_when_opened(
    tmp_path: Path, folder: Path, first: Path, second: Path
) -> None:
    database = open_small(folder, first)
    back_up(database, tmp_path / "old.db")
    database.close()
    restore(tmp_path / "old.db", tmp_path / "new", second)
    database = open_small(tmp_path / "new", second)
    assert notes(database) == NOTES
    database.close()


def newer(path: Path, second: Path) -> None:
    database = open_small(path.parent / "newer", second)
    back_up(database, path)
    database.close()


def foreign(path: Path, second: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def garbage(path: Path, second: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def empty(path: Path, second: Path) -> None:
    path.touch()


def absent(path: Path, second: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (newer, "backup-newer"),
        (foreign, "backup-not-ours"),
        (garbage, "backup-damaged"),
        (empty, "backup-not-ours"),
        (absent, "backup-missing"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_file_that_is_no_good_backup_changes_nothing(
    tmp_path: Path, folder: Path, first: Path, second: Path, make: object, code: str
) -> None:
    bad = tmp_path / "bad.db"
    make(bad, second)  # type: ignore[operator]  # parametrized
    before = (folder / "careercoach.db").read_bytes()
    for go_back in (lambda: restore(bad, folder, first), lambda: recover_from(folder, bad, first)):
        with pytest.raises(UserError) as caught:
            go_back()
        assert caught.value.code == code
    assert [path.name for path in folder.iterdir()] == ["careercoach.db"]
    assert (folder / "careercoach.db").read_bytes() == before


def test_a_week_of_daily_backups_is_kept(folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    assert last_backup_time(folder) is None
    made = [automatic_backup(database, folder, MONDAY + timedelta(days=day)) for day in range(9)]
    assert all(made)
    assert automatic_backup(database, folder, MONDAY + timedelta(days=8, hours=3)) is None, "one a day"
    kept = list_backups(folder)
    assert [backup.path for backup in kept] == list(reversed(made[2:]))
    assert last_backup_time(folder) == MONDAY + timedelta(days=8)
    database.close()


def test_backups_of_other_kinds_do_not_push_daily_ones_out(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    automatic_backup(database, folder, MONDAY)
    back_up(database, tmp_path / "one.db")
    database.close()
    for _ in range(5):
        restore(tmp_path / "one.db", folder, first)
    assert sorted(backup.kind for backup in list_backups(folder)) == ["automatic"] + ["before-restore"] * 3


def test_what_a_crash_left_half_written_is_cleared_and_never_listed(folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    (folder / "backups").mkdir()
    old = [folder / "backups" / ".automatic-2026-11-22-090000.db-abc.part", folder / ".restoring-def.part-journal"]
    young = folder / "backups" / ".automatic-2026-11-23-085959.db-ghi.part"
    for path in [*old, young]:
        path.write_bytes(b"half")
    for path in old:
        os.utime(path, (0, 0))
    assert list_backups(folder) == []
    automatic_backup(database, folder, MONDAY)
    assert not any(path.exists() for path in old)
    assert young.exists(), "another process may be writing it"
    assert [backup.path.name for backup in list_backups(folder)] == ["automatic-2026-11-23-090000.db"]
    database.close()


def test_a_backup_never_replaces_the_data_it_is_made_from(folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    with pytest.raises(UserError) as caught:
        back_up(database, folder / "careercoach.db")
    assert caught.value.code == "backup-over-data"
    with pytest.raises(UserError) as caught:
        back_up(database, folder / "no such drive" / "backup.db")
    assert caught.value.code == "backup-folder-missing"
    assert notes(database) == NOTES
    database.close()


def test_a_backup_of_damaged_data_is_not_made_and_the_old_one_stays(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    target = tmp_path / "backup.db"
    back_up(database, target)
    good = target.read_bytes()
    database.close()
    path = folder / "careercoach.db"
    whole = path.read_bytes()
    database = open_small(folder, first)
    path.write_bytes(whole[:8192] + b"\x5a" * 4096 + whole[12288:])
    with pytest.raises(UserError) as caught:
        back_up(database, target)
    assert caught.value.code == "data-damaged"
    assert target.read_bytes() == good
    assert not list(tmp_path.glob(".*"))
    database.close()


def test_no_room_is_said_before_anything_is_written(
    tmp_path: Path, folder: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_small(folder, first)
    monkeypatch.setattr(files, "_SPARE_BYTES", 2**62)
    with pytest.raises(UserError) as caught:
        back_up(database, tmp_path / "backup.db")
    assert caught.value.code == "disk-full"
    assert not (tmp_path / "backup.db").exists()
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_log_left_by_a_crash_is_part_of_what_is_kept_and_never_played_into_the_restored_data(
    tmp_path: Path, folder: Path, first: Path
) -> None:
    database = open_small(folder, first)
    back_up(database, tmp_path / "monday.db")
    database.close()
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.foundation.storage.small_schema import open_small, write_note\n"
        "database = open_small(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "write_note(database, 'Only in the log')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder), str(first)], cwd=ROOT, check=False)
    assert (folder / "careercoach.db-wal").exists()
    kept = restore(tmp_path / "monday.db", folder, first)
    assert kept is not None
    database = open_small(folder, first)
    assert notes(database) == NOTES
    database.close()
    restore(kept, folder, first)
    database = open_small(folder, first)
    assert notes(database) == [*NOTES, "Only in the log"]
    database.close()


RESTORING = """
import sys
from pathlib import Path
from careercoach_desktop.foundation.storage.backup import recover_from, restore
folder, history, one, two = map(Path, sys.argv[1:])
print("ready", flush=True)
while True:
    restore(one, folder, history)
    recover_from(folder, two, history)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_at_any_moment_of_going_back_the_data_is_whole(tmp_path: Path, folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    back_up(database, tmp_path / "two notes.db")
    write_note(database, "A third")
    back_up(database, tmp_path / "three notes.db")
    database.close()
    arguments = [str(path) for path in (folder, first, tmp_path / "two notes.db", tmp_path / "three notes.db")]
    for pause in (0.001, 0.007, 0.013, 0.029, 0.053, 0.111):
        victim = subprocess.Popen(
            [sys.executable, "-c", RESTORING, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert victim.stdout is not None
        victim.stdout.readline()
        threading.Event().wait(pause)
        victim.kill()
        victim.wait()
        victim.stdout.close()
        database = open_small(folder, first)
        assert notes(database) in (NOTES, [*NOTES, "A third"])
        database.close()


def test_the_last_backup_may_lie_elsewhere(folder: Path) -> None:
    note_backup_elsewhere(folder, MONDAY)
    assert last_backup_time(folder) == MONDAY
    note_backup_elsewhere(folder, MONDAY + timedelta(days=2))
    assert last_backup_time(folder) == MONDAY + timedelta(days=2)
    (folder / "backups" / f"automatic-{files.stamp(MONDAY + timedelta(days=3))}.db").touch()
    assert last_backup_time(folder) == MONDAY + timedelta(days=3)
    (folder / "backups" / "last-elsewhere").write_bytes(b"\xff not a moment")
    assert last_backup_time(folder) == MONDAY + timedelta(days=3)
