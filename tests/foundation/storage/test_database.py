"""Reading and writing: transactions, events in order, faults as sentences, several processes at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from tests.foundation.storage.small_schema import NOTE, mentions, notes, open_small, write_note

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class NoteAdded:
    text: str


@pytest.fixture
def small(tmp_path: Path, first: Path) -> Iterator[Database]:
    database = open_small(tmp_path / "data", first)
    yield database
    database.close()


def add(database: Database, text: str) -> None:
    """What a service does."""
    with database.write() as unit:
        unit.session.connection().execute(NOTE.insert().values(text=text))
        unit.emit(NoteAdded(text))


def add_and_fail(database: Database, text: str) -> None:
    with database.write():
        add(database, text)
        raise ZeroDivisionError


def test_a_block_that_raises_leaves_nothing_and_tells_nobody(small: Database) -> None:
    told: list[object] = []
    small.bus.after_any(told.append)
    with pytest.raises(ZeroDivisionError):
        add_and_fail(small, "half")
    assert notes(small) == []
    assert told == []


def test_nested_blocks_are_one_transaction(small: Database) -> None:
    told: list[object] = []
    small.bus.after_any(told.append)
    with small.write():
        add(small, "one")
        add(small, "two")
        assert told == []
    assert notes(small) == ["one", "two"]
    assert told == [NoteAdded("one"), NoteAdded("two")]


def test_a_nested_block_that_raises_takes_back_only_its_own(small: Database) -> None:
    told: list[object] = []
    small.bus.after_any(told.append)
    with small.write():
        add(small, "kept")
        with pytest.raises(ZeroDivisionError):
            add_and_fail(small, "taken back")
        add(small, "also kept")
    assert notes(small) == ["kept", "also kept"]
    assert told == [NoteAdded("kept"), NoteAdded("also kept")]


def test_listeners_inside_the_transaction_share_its_fate(small: Database) -> None:
    def echo(happened: NoteAdded, unit: UnitOfWork) -> None:
        unit.session.connection().execute(NOTE.insert().values(text=f"echo of {happened.text}"))
        if happened.text == "bad":
            raise LookupError

    small.bus.within(NoteAdded, echo)
    add(small, "good")
    with pytest.raises(LookupError):
        add(small, "bad")
    assert notes(small) == ["good", "echo of good"]


def test_what_follows_from_many_events_is_worked_out_once_inside_the_transaction(small: Database) -> None:
    worked_out: list[list[str]] = []

    def count(unit: UnitOfWork, texts: Collection[str]) -> None:
        worked_out.append(sorted(texts))
        if len(worked_out) == 1:
            write_note(small, f"{len(texts)} notes")
            unit.emit(NoteAdded("a third"))  # which owes the same once more

    small.bus.within(NoteAdded, lambda happened, unit: unit.before_commit(count, happened.text))
    with small.write() as unit:
        for text in ("one", "two", "one"):
            unit.emit(NoteAdded(text))
        assert worked_out == []
    assert worked_out == [["one", "two"], ["a third"]]
    assert "2 notes" in notes(small)
    with suppress(ValueError), small.write() as unit:
        unit.emit(NoteAdded("three"))
        raise ValueError
    assert len(worked_out) == 2, "what is taken back owes nothing"


def test_reading_inside_a_write_sees_what_was_just_written(small: Database) -> None:
    with small.write():
        add(small, "just now")
        assert notes(small) == ["just now"]


def test_a_reader_keeps_its_moment_while_others_write(small: Database) -> None:
    add(small, "before")
    with small.read() as session:
        assert count(session) == 1
        writer = threading.Thread(target=add, args=(small, "meanwhile"))
        writer.start()
        writer.join()
        assert count(session) == 1
    assert notes(small) == ["before", "meanwhile"]


def count(session: Session) -> int:
    return len(session.connection().execute(NOTE.select()).all())


def test_writing_in_a_read_block_fails_loudly(small: Database) -> None:
    with pytest.raises(RuntimeError, match="would be lost"), small.read() as session:
        session.connection().execute(NOTE.insert().values(text="lost"))


def test_changing_objects_in_a_read_block_fails_loudly(database: Database) -> None:
    from careercoach_desktop.foundation.storage.blobs import BlobRow

    with pytest.raises(RuntimeError, match="would be lost"), database.read() as session:
        session.add(BlobRow(sha256="0" * 64, media_type="text/plain", size=0, data=b""))


def test_the_qt_thread_may_be_forbidden(small: Database) -> None:
    small.forbid_this_thread()
    with pytest.raises(RuntimeError, match="Qt thread"), small.read():
        pass
    with pytest.raises(RuntimeError, match="Qt thread"), small.write():
        pass
    worker = threading.Thread(target=add, args=(small, "from elsewhere"))
    worker.start()
    worker.join()
    small._forbidden.clear()
    assert notes(small) == ["from elsewhere"]


class SlowToLeave:
    """A lock whose first holder, having let go, is held up until somebody else has come and gone."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._others_done = threading.Event()
        self.first_let_go = threading.Event()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if not self.first_let_go.is_set():
            self.first_let_go.set()
            assert self._others_done.wait(20)

    def others_are_done(self) -> None:
        self._others_done.set()


def test_events_are_told_in_the_order_of_their_commits(small: Database) -> None:
    """Also when a thread is held up between its commit and telling of it."""
    told: list[str] = []
    small.bus.after(NoteAdded, lambda happened: told.append(happened.text))
    lock = SlowToLeave()
    small._writer = lock  # type: ignore[assignment]  # as good as an RLock here
    first = threading.Thread(target=add, args=(small, "first"))
    first.start()
    assert lock.first_let_go.wait(20)
    add(small, "second")
    lock.others_are_done()
    first.join()
    assert notes(small) == told == ["first", "second"]


def test_many_threads_writing_are_all_told_of(small: Database) -> None:
    told: list[str] = []
    small.bus.after(NoteAdded, lambda happened: told.append(happened.text))

    def work(name: int) -> None:
        for number in range(25):
            add(small, f"{name}-{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 100
    assert told == notes(small)


def test_a_listener_that_writes_does_not_block_anyone(small: Database) -> None:
    def answer(happened: NoteAdded) -> None:
        if not happened.text.startswith("re: "):
            add(small, f"re: {happened.text}")

    small.bus.after(NoteAdded, answer)
    threads = [threading.Thread(target=add, args=(small, f"{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(notes(small)) == sorted([f"{n}" for n in range(8)] + [f"re: {n}" for n in range(8)])


def test_a_listener_that_fails_is_reported_and_does_not_look_like_a_failed_save(
    small: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException] | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))
    told: list[object] = []

    def fail(happened: NoteAdded) -> None:
        raise LookupError

    stop = small.bus.after(NoteAdded, fail)
    add(small, "saved")
    stop()
    small.bus.after_any(told.append)
    add(small, "next")
    assert reported == [LookupError]
    assert told == [NoteAdded("next")]
    assert notes(small) == ["saved", "next"]


def test_foreign_keys_hold(small: Database) -> None:
    write_note(small, "with a mention")
    with pytest.raises(IntegrityError), small.write() as unit:
        unit.session.connection().exec_driver_sql("INSERT INTO mention (note_id) VALUES (999)")
    with small.write() as unit:
        unit.session.connection().execute(NOTE.delete())
    assert mentions(small) == 0


def add_many(database: Database, how_many: int) -> None:
    for _ in range(how_many):
        add(database, "x" * 2000)


def test_a_full_disk_is_a_clear_sentence_and_loses_nothing(tmp_path: Path, first: Path) -> None:
    open_small(tmp_path / "full", first).close()
    database = Database(tmp_path / "full" / "careercoach.db")

    @event.listens_for(database.engine, "connect")
    def limit(connection: object, _: object) -> None:
        connection.execute("PRAGMA max_page_count=30")  # type: ignore[attr-defined]  # a sqlite3 connection

    with pytest.raises(UserError) as caught:
        add_many(database, 1000)
    assert caught.value.code == "disk-full"
    saved = len(notes(database))
    assert saved > 10
    add(database, "small enough")
    assert len(notes(database)) == saved + 1
    database.close()


def test_a_file_damaged_while_in_use_is_a_clear_sentence(tmp_path: Path, first: Path) -> None:
    database = open_small(tmp_path / "data", first)
    add_many(database, 50)
    database.close()
    path = tmp_path / "data" / "careercoach.db"
    database = Database(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x5a" * (len(whole) - 8192))
    with pytest.raises(UserError) as caught:
        notes(database)
    assert caught.value.code == "data-damaged"
    database.close()


def test_another_process_holding_the_file_is_worth_another_try(
    tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercoach_desktop.foundation.storage.database.BUSY_TIMEOUT_MS", 50)
    database, other = open_small(tmp_path / "data", first), open_small(tmp_path / "data", first)
    with other.write() as unit:
        unit.session.connection()
        with pytest.raises(UserError) as caught:
            add(database, "too early")
    assert (caught.value.code, caught.value.transient) == ("data-busy", True)
    add(database, "now")
    database.close()
    other.close()


WRITER = """
import sys
from pathlib import Path
from tests.foundation.storage.small_schema import open_small, write_note
database = open_small(Path(sys.argv[1]), Path(sys.argv[2]))
for number in range(100):
    write_note(database, f"{sys.argv[3]}-{number}")
    print(number, flush=True)
database.close()
"""


def test_processes_writing_at_once_lose_nothing(tmp_path: Path, first: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "data"), str(first), name],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        for name in ("window", "terminal")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    database = open_small(tmp_path / "data", first)
    assert sorted(notes(database)) == sorted(f"{name}-{n}" for name in ("window", "terminal") for n in range(100))
    assert mentions(database) == 200
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_what_was_committed_before_a_kill_is_there(tmp_path: Path, first: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "data"), str(first), "n"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    said = 0
    for line in writer.stdout:
        said = int(line)
        if said >= 20:
            writer.kill()
            break
    writer.stdout.close()
    writer.wait()
    database = open_small(tmp_path / "data", first)
    there = notes(database)
    assert len(there) > said
    assert there == [f"n-{number}" for number in range(len(there))]
    assert mentions(database) == len(there), "a note without its mention would be half a transaction"
    database.close()


def test_what_a_person_wrote_is_not_in_the_message_of_a_database_error(small: Database) -> None:
    def add_twice() -> None:
        with small.write() as unit:
            for _ in range(2):
                unit.session.connection().execute(NOTE.insert().values(id=1, text="Ask Priya"))

    with pytest.raises(IntegrityError) as caught:
        add_twice()
    assert "Priya" not in str(caught.value)
