"""Opening a data folder: new, as it was left, older, newer, foreign, damaged, missing, read-only, by two at once."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.backup import AUTOMATIC, BEFORE_UPDATE, automatic_backup, list_backups
from careercoach_desktop.foundation.storage.inspection import is_whole
from careercoach_desktop.foundation.storage.opening import DamagedDatabase, recover_from
from tests.foundation.storage.small_schema import mentions, notes, open_small, write_note

ROOT = Path(__file__).parents[3]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_new_folder_is_created_for_its_owner_only(tmp_path: Path, first: Path) -> None:
    folder = tmp_path / "new" / "data"
    database = open_small(folder, first)
    write_note(database, "hello")
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    database.close()
    assert [path.name for path in folder.iterdir()] == ["careercoach.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="not a legal name there")
def test_any_folder_name_will_do(tmp_path: Path, first: Path) -> None:
    folder = tmp_path / "Léna's data? 50% #1 & more=1"
    database = open_small(folder, first)
    write_note(database, "hello")
    automatic_backup(database, folder)
    database.close()
    (folder / "careercoach.db").unlink()
    recover_from(folder, list_backups(folder)[0].path, first)
    database = open_small(folder, first)
    assert notes(database) == ["hello"]
    database.close()
    assert sorted(path.name for path in folder.iterdir()) == ["backups", "careercoach.db"]


def test_what_was_saved_is_there_at_the_next_start_and_nothing_is_migrated(folder: Path, first: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.foundation.storage.small_schema import notes, open_small\n"
        "print(notes(open_small(Path(sys.argv[1]), Path(sys.argv[2]))), 'alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(first)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['Call Harbour Robotics', 'Ask Priya for a reference'] False"
    assert list_backups(folder) == []


def test_an_older_file_is_copied_first_and_then_brought_up_to_date(folder: Path, first: Path, second: Path) -> None:
    database = open_small(folder, second)
    assert notes(database) == ["Call Harbour Robotics", "Ask Priya for a reference"]
    assert mentions(database) == 2, "rebuilding the table they point to must not delete them"
    with database.read() as session:
        titles = session.connection().exec_driver_sql("SELECT title FROM note").scalars().all()
        assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert titles == ["Untitled", "Untitled"]
    with database.write() as unit:
        assert unit.session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.close()

    (kept,) = list_backups(folder)
    assert kept.kind == BEFORE_UPDATE
    other = folder.parent / "other"
    other.mkdir()
    shutil.copy(kept.path, other / "careercoach.db")
    old = open_small(other, first)
    assert notes(old) == ["Call Harbour Robotics", "Ask Priya for a reference"]
    old.close()


def test_a_migration_that_fails_leaves_everything_as_it_was(folder: Path, first: Path, failing: Path) -> None:
    with pytest.raises(Exception, match="no_such_table"):
        open_small(folder, failing)
    database = open_small(folder, first)
    assert notes(database) == ["Call Harbour Robotics", "Ask Priya for a reference"]
    database.close()


def test_a_file_of_a_newer_version_is_refused_and_stays_as_it_is(folder: Path, first: Path, second: Path) -> None:
    open_small(folder, second).close()
    before = contents(folder)
    with pytest.raises(UserError) as caught:
        open_small(folder, first)
    assert caught.value.code == "data-newer"
    assert contents(folder) == before


def test_another_programs_database_is_refused_and_stays_as_it_is(tmp_path: Path, first: Path) -> None:
    with sqlite3.connect(tmp_path / "careercoach.db") as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    before = contents(tmp_path)
    with pytest.raises(UserError) as caught:
        open_small(tmp_path, first)
    assert caught.value.code == "data-not-ours"
    assert contents(tmp_path) == before


def fill(folder: Path, first: Path) -> None:
    """Enough pages that a part of them can be missing."""
    database = open_small(folder, first)
    with database.write() as unit:
        for number in range(200):
            unit.session.connection().exec_driver_sql("INSERT INTO note (text) VALUES (?)", (f"note {number} " * 100,))
    database.close()


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def truncated_to_a_page(data: bytes) -> bytes:
    return data[:4096]


def truncated_inside_the_header(data: bytes) -> bytes:
    return data[:50]


def scribbled_over(data: bytes) -> bytes:
    return data[:4096] + b"\x5a" * 8192 + data[12288:]


def not_a_database(data: bytes) -> bytes:
    return b"%PDF-1.7 this is something else" * 400


def emptied(data: bytes) -> bytes:
    return b""


DAMAGES = [truncated, truncated_to_a_page, truncated_inside_the_header, scribbled_over, not_a_database]


@pytest.mark.parametrize("damage", [*DAMAGES, emptied], ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_recognised_and_the_last_good_backup_brings_it_back(
    folder: Path, first: Path, damage: object
) -> None:
    fill(folder, first)
    database = open_small(folder, first)
    automatic_backup(database, folder)
    whole = notes(database)
    database.close()
    (folder / "backups" / "automatic-2030-01-01-000000.db").write_bytes(b"not good")
    path = folder / "careercoach.db"
    broken = damage(path.read_bytes())  # type: ignore[operator]  # parametrized
    path.write_bytes(broken)

    with pytest.raises(DamagedDatabase) as caught:
        open_small(folder, first)
    assert path.read_bytes() == broken, "looking must not touch it"
    (good,) = caught.value.backups
    assert good.kind == AUTOMATIC

    aside = recover_from(folder, good.path, first)
    assert aside is not None
    assert aside.read_bytes() == broken
    recovered = open_small(folder, first)
    assert notes(recovered) == whole
    recovered.close()


@pytest.mark.parametrize("version", [(3, 40, 0), (3, 45, 0)])
@pytest.mark.parametrize("damage", [truncated, truncated_to_a_page, scribbled_over], ids=lambda damage: damage.__name__)
def test_damage_is_seen_with_every_version_of_sqlite(
    folder: Path, first: Path, damage: Callable[[bytes], bytes], version: tuple[int, int, int]
) -> None:
    """Newer ones are asked table by table."""
    fill(folder, first)
    path = folder / "careercoach.db"
    for thorough in (False, True):
        with closing(sqlite3.connect(path)) as connection:
            assert is_whole(connection, thorough=thorough, version=version)
    path.write_bytes(damage(path.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        try:
            whole = is_whole(connection, version=version)
        except sqlite3.DatabaseError:
            whole = False
    assert not whole


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_without_a_backup_one_may_start_empty_and_the_damaged_file_is_kept(
    folder: Path, first: Path, damage: object
) -> None:
    fill(folder, first)
    path = folder / "careercoach.db"
    broken = damage(path.read_bytes())  # type: ignore[operator]  # parametrized
    path.write_bytes(broken)
    with pytest.raises(DamagedDatabase) as caught:
        open_small(folder, first)
    assert caught.value.backups == ()
    database = open_small(folder, first, start_empty=True)
    assert notes(database) == []
    database.close()
    (kept,) = folder.glob("careercoach-damaged-*.db")
    assert kept.read_bytes() == broken


def test_a_missing_file_with_backups_is_not_taken_for_a_new_start(folder: Path, first: Path) -> None:
    database = open_small(folder, first)
    automatic_backup(database, folder)
    database.close()
    (folder / "careercoach.db").unlink()
    with pytest.raises(DamagedDatabase) as caught:
        open_small(folder, first)
    assert caught.value.code == "data-missing"
    assert recover_from(folder, caught.value.backups[0].path, first) is None
    database = open_small(folder, first)
    assert notes(database) == ["Call Harbour Robotics", "Ask Priya for a reference"]
    database.close()


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere; become nobody for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("case", ["no data yet", "data there"])
def test_a_read_only_folder_is_a_clear_sentence(folder: Path, first: Path, case: str) -> None:
    place = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    history = place / "history"
    try:
        shutil.copytree(first, history)
        if case == "data there":
            shutil.copy(folder / "careercoach.db", place)
            (place / "careercoach.db").chmod(0o444)
        place.chmod(0o555)
        with ordinary_user(), pytest.raises(UserError) as caught:
            open_small(place, history)
        assert caught.value.code == "folder-read-only"
        assert sorted(path.name for path in place.iterdir()) == sorted(
            ["history"] + (["careercoach.db"] if case == "data there" else [])
        )
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)


def test_a_file_in_the_place_of_the_folder_is_a_clear_sentence(tmp_path: Path, first: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(UserError) as caught:
        open_small(tmp_path / "data", first)
    assert caught.value.code == "folder-is-file"


KILLED_AFTER_WRITING = (
    "import os, sys; from pathlib import Path\n"
    "from tests.foundation.storage.small_schema import open_small, write_note\n"
    "database = open_small(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    "write_note(database, 'Committed, then the power went')\n"
    "os.kill(os.getpid(), 9)\n"
)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_the_log_of_a_damaged_file_is_kept_with_it_and_not_played_into_the_backup(folder: Path, first: Path) -> None:
    fill(folder, first)
    database = open_small(folder, first)
    automatic_backup(database, folder)
    whole = notes(database)
    database.close()
    subprocess.run([sys.executable, "-c", KILLED_AFTER_WRITING, str(folder), str(first)], cwd=ROOT, check=False)
    log = (folder / "careercoach.db-wal").read_bytes()
    path = folder / "careercoach.db"
    path.write_bytes(scribbled_over(path.read_bytes()))
    with pytest.raises(DamagedDatabase) as caught:
        open_small(folder, first)
    aside = recover_from(folder, caught.value.backups[0].path, first)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == log
    database = open_small(folder, first)
    assert notes(database) == whole
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_start_after_a_crash_reads_the_log_left_behind(folder: Path, first: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED_AFTER_WRITING, str(folder), str(first)], cwd=ROOT, check=False)
    assert (folder / "careercoach.db-wal").stat().st_size > 0
    database = open_small(folder, first)
    assert notes(database)[-1] == "Committed, then the power went"
    database.close()


def test_two_processes_starting_on_the_same_old_file_migrate_it_once(folder: Path, second: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.foundation.storage.small_schema import notes, open_small\n"
        "sys.stdin.read(1)\n"
        "database = open_small(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(len(notes(database)))\n"
        "database.close()\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(folder), str(second)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b"g")
        process.stdin.flush()
    for process in started:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out.strip()) == (0, b"2"), err.decode()
    database = open_small(folder, second)
    assert mentions(database) == 2
    database.close()
