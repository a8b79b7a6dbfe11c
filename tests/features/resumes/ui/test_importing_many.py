"""Many files at once: one line that says how far it is, can be stopped, and lists in the end what was not added."""

from __future__ import annotations

from pathlib import Path
from threading import Semaphore

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.model import Imported, ReadingState, ResumeRead
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import ResumesPage
from careercoach_desktop.features.resumes.ui.batch_report import Mention, Report, ReportDialog
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import Desk, Text
from tests.features.resumes import files
from tests.features.resumes.ui.test_resumes_page import drop, toasts
from tests.support.windows import Await


def person(folder: Path, number: int) -> Path:
    file = folder / f"cv-{number:02}.txt"
    file.write_text(
        f"Ada Quist {number}\nada{number}@quist.example\n\nEXPERIENCE\nEngineer, Acme\n2019 - 2021\n- Built it\n"
    )
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eight readable files, one that is locked, some of other kinds, one hidden, one deeper."""
    top = tmp_path / "old cvs"
    deeper = top / "2019"
    deeper.mkdir(parents=True)
    for number in range(7):
        person(top, number)
    person(deeper, 7)
    (top / "locked.pdf").write_bytes(files.encrypted_pdf())
    (top / "photo.jpg").write_bytes(b"\xff\xd8")
    (top / ".hidden.pdf").write_bytes(files.pdf())
    return top


def test_a_dropped_folder_is_read_with_one_line_for_all(
    resumes_page: ResumesPage, qtbot: QtBot, folder: Path, queue: TaskQueue, resumes: ResumeService, desk: Desk
) -> None:
    line = resumes_page.importing.line
    drop(resumes_page, folder)
    qtbot.waitUntil(lambda: line.words.text() == "Reading 1 of 9" and len(resumes_page.cards()) == 9)
    assert line.isVisible()
    queue.start()
    qtbot.waitUntil(lambda: "added" in line.words.text(), timeout=30_000)
    assert line.words.text() == "8 résumés added · 1 could not be read · 1 file of other kinds left alone"
    assert line.accessibleName() == line.words.text()
    assert toasts(desk) == []
    primary = resumes.primary()
    assert primary is not None
    assert primary.file_name == "cv-00.txt"  # the first, whichever was read first


def test_the_list_says_which_and_why(resumes_page: ResumesPage, qtbot: QtBot, folder: Path, queue: TaskQueue) -> None:
    queue.start()
    resumes_page.add_files([folder])
    line = resumes_page.importing.line
    qtbot.waitUntil(line.list.isVisible, timeout=30_000)
    qtbot.mouseClick(line.list, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReportDialog))
    dialog = QApplication.activeModalWidget()
    words = [text.text() for text in dialog.findChildren(Text)]
    assert "locked.pdf" in words
    assert any("password" in said for said in words)
    dialog.reject()
    qtbot.mouseClick(line.away, Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def test_stopping_keeps_what_was_read(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue, resumes: ResumeService
) -> None:
    first = resumes.import_path(person(tmp_path, 99)).resume_id
    paths = [person(tmp_path, number) for number in range(6)]
    resumes_page.add_files(paths)
    line = resumes_page.importing.line
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 7)
    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: line.words.text() == "Stopped: 0 of 6 were added")
    qtbot.waitUntil(lambda: [card.card.id for card in resumes_page.cards()] == [first])
    queue.start()
    qtbot.waitUntil(lambda: resumes.resume(first).state is ReadingState.READ, timeout=20_000)
    assert [card.id for card in resumes.cards()] == [first]


def test_all_of_it_is_one_step_back(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue, desk: Desk, await_: Await
) -> None:
    queue.start()
    resumes_page.add_files([person(tmp_path, number) for number in range(5)])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "added 5 files", timeout=30_000)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: resumes_page.cards() == [])
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: len(resumes_page.cards()) == 5)


def test_what_does_not_look_like_a_resume_is_not_counted_as_added(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue, desk: Desk
) -> None:
    queue.start()
    note, film = tmp_path / "note.txt", tmp_path / "film.mp4"
    note.write_text("Milk and bread")
    film.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 9)
    resumes_page.add_files([person(tmp_path, 1), person(tmp_path, 2), note, film])
    line = resumes_page.importing.line
    qtbot.waitUntil(lambda: "added" in line.words.text(), timeout=30_000)
    assert line.words.text() == "2 résumés added · 1 could not be read · 1 does not look like a résumé"
    assert len(resumes_page.cards()) == 3
    assert desk.undo.undo_label == "added 3 files"


def test_the_line_is_a_line_and_the_cards_get_the_rest(resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path) -> None:
    resumes_page.add_files([person(tmp_path, number) for number in range(5)])
    line = resumes_page.importing.line
    qtbot.waitUntil(lambda: line.isVisible() and len(resumes_page.cards()) == 5)
    qtbot.waitUntil(lambda: line.height() == line.sizeHint().height())
    assert line.height() < 70
    assert resumes_page._stack.height() > resumes_page.height() - 200


def test_only_what_went_well_whole_has_a_tick() -> None:
    assert Report(total=3, added=[1, 2, 3]).tone == "good"
    assert Report(total=55, added=[1] * 17, stopped=True).tone == "neutral"
    assert Report(total=3, added=[1], doubted=[Mention("a", "")]).tone == "warn"
    assert Report(skipped=[Mention("x", "")]).tone == "neutral"


def test_files_already_here_are_counted(
    resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path, queue: TaskQueue
) -> None:
    queue.start()
    paths = [person(tmp_path, number) for number in range(5)]
    line = resumes_page.importing.line
    resumes_page.add_files(paths[:4])
    qtbot.waitUntil(lambda: line.words.text() == "4 résumés added", timeout=30_000)
    resumes_page.add_files(paths)
    qtbot.waitUntil(lambda: line.words.text() == "1 résumé added · 4 were here already", timeout=30_000)


def test_files_read_before_the_window_hears_that_they_were_stored(
    resumes_page: ResumesPage,
    qtbot: QtBot,
    tmp_path: Path,
    queue: TaskQueue,
    resumes: ResumeService,
    bus: Bus,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored, read = resumes.import_path, Semaphore(0)
    bus.after(ResumeRead, lambda _event: read.release())

    def stored_and_read(path: Path) -> Imported:
        imported = stored(path)
        assert read.acquire(timeout=20)
        return imported

    monkeypatch.setattr(resumes, "import_path", stored_and_read)
    queue.start()
    resumes_page.add_files([person(tmp_path, number) for number in range(4)])
    line = resumes_page.importing.line
    qtbot.waitUntil(lambda: line.words.text() == "4 résumés added", timeout=30_000)


def test_an_empty_folder_says_so(resumes_page: ResumesPage, qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    resumes_page.add_files([empty])
    line = resumes_page.importing.line
    qtbot.waitUntil(lambda: line.words.text() == "There is nothing here that could be a résumé.")


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (Report(total=1, added=[1]), "1 résumé added"),
        (
            Report(total=9, added=[1, 2], known=[Mention("a", "")], failed=[Mention("b", "")] * 2, others=3),
            "2 résumés added · 1 was here already · 2 could not be read · 3 files of other kinds left alone",
        ),
        (Report(total=50, added=[1] * 12, stopped=True), "Stopped: 12 of 50 were added"),
        (Report(skipped=[Mention("x", "")]), "0 résumés added · 1 passed over"),
    ],
)
def test_sentences(report: Report, sentence: str) -> None:
    assert report.sentence() == sentence
