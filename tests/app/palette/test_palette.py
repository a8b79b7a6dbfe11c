"""Ctrl+K: by name to anything that can be done and to every record, with the keyboard or the mouse."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.palette.lines import ActionLine, Head, RecordLine
from careercoach_desktop.app.palette.palette import Palette
from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
from careercoach_desktop.features.jobs.store import JobStore
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.resumes.model import Basics, ReadingState, ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.resumes.ui import ResumesPage
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.opening import open_database
from careercoach_desktop.foundation.storage.search.model import Hit
from careercoach_desktop.foundation.storage.search.service import SearchService
from careercoach_desktop.foundation.uikit import Dialog, current_theme, recall
from tests.support.application import Running
from tests.support.dialogs import dialog
from tests.support.windows import Await

HEADS = {"Actions", "Jobs", "People", "Résumés", "Documents", "Interviews", "Practice", "Stories"}


@pytest.fixture
def sample(running: Running, qtbot: QtBot) -> Running:
    running.start(sample=True)
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30)
    return running


def palette(running: Running) -> Palette:
    assert running.application is not None
    assert running.application._open is not None
    assert running.application._open.palette is not None
    return running.application._open.palette.palette


def opened(running: Running, qtbot: QtBot) -> Palette:
    """Pressed on whatever has the keyboard."""
    focused = QApplication.focusWidget() or running.window
    qtbot.keyClick(focused, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: palette(running).is_open)
    return palette(running)


def shown(which: Palette) -> list[str]:
    lines = [which.model.line(row) for row in range(which.model.rowCount())]
    return [line.title if isinstance(line, Head) else line.spoken for line in lines if line is not None]


def marked(which: Palette) -> str:
    line = which.model.line(which.list.currentIndex().row())
    assert isinstance(line, ActionLine | RecordLine)
    return line.spoken


def type_in(which: Palette, text: str, qtbot: QtBot) -> None:
    """And wait for the answer."""
    which.field.clear()
    qtbot.keyClicks(which.field, text)
    qtbot.waitUntil(lambda: which._settled)


def press(which: Palette, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(which.field, key)


def test_it_is_not_made_before_it_is_asked_for(sample: Running, qtbot: QtBot) -> None:
    assert sample.application is not None
    assert sample.application._open is not None
    assert sample.application._open.palette is None
    opened(sample, qtbot)


def test_before_anything_is_typed_it_shows_what_can_be_done(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    assert which.field.hasFocus()
    assert shown(which)[:2] == ["Actions", "Add a job…"]
    assert marked(which) == "Add a job…"
    assert "Undo" not in shown(which), "there is nothing to undo"
    assert "Tailor my résumé for this job" not in shown(which), "no job is open"


def test_escape_and_the_same_keys_close_it_and_the_keyboard_goes_back(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    page.focus_search()
    which = opened(sample, qtbot)
    press(which, Qt.Key.Key_Escape, qtbot)
    assert not which.is_open
    assert page._search.hasFocus()
    opened(sample, qtbot)
    qtbot.keyClick(which.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not which.is_open


def test_the_arrows_pass_over_the_heads_and_stop_at_the_ends(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    type_in(which, "data", qtbot)
    lines = [text for text in shown(which) if text not in HEADS]
    seen = [marked(which)]
    for _ in range(len(lines) + 3):
        press(which, Qt.Key.Key_Down, qtbot)
        seen.append(marked(which))
    assert list(dict.fromkeys(seen)) == lines
    for _ in lines:
        press(which, Qt.Key.Key_PageUp, qtbot)
    assert marked(which) == lines[0]


def test_a_job_is_found_by_words_of_its_posting_and_opened(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("settings")
    sample.page(SettingsPage)
    which = opened(sample, qtbot)
    type_in(which, "smart meters nottingham", qtbot)
    assert shown(which)[0] == "Jobs"
    assert marked(which).startswith("Data Engineer, Smart Meters, Marston Grid")
    press(which, Qt.Key.Key_Return, qtbot)
    assert not which.is_open
    page = sample.page(JobsPage)
    qtbot.waitUntil(lambda: page.open_job is not None)
    assert page.open_job is not None
    assert page.open_job.posting.company == "Marston Grid"


def test_enter_at_once_opens_what_the_search_will_find(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    qtbot.keyClicks(which.field, "kestrel insurance")
    press(which, Qt.Key.Key_Return, qtbot)
    page = sample.page(JobsPage)
    qtbot.waitUntil(lambda: page.open_job is not None)
    assert page.open_job is not None
    assert page.open_job.posting.company == "Kestrel Insurance"


def test_a_resume_and_a_document_are_opened(sample: Running, await_: Await, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            [card.state for card in await_(sample.desk.run(sample.provider.get(ResumeService).cards))]
            == [ReadingState.READ]
        ),
        timeout=20_000,
    )
    documents = sample.provider.get(DocumentService)
    for number in (1, 2):
        content = ResumeData(basics=Basics(name="Lena Marsh", summary=f"Zeppelin {number}")).model_dump_json()
        title = f"Lena Marsh – Airship {number}"
        await_(sample.desk.run(documents.save_version, DocumentType.RESUME, title, content, name="", details={}))
    which = opened(sample, qtbot)
    type_in(which, "lena", qtbot)
    assert [text for text in shown(which) if text in {"Résumés", "Documents"}] == ["Résumés", "Documents"]
    press(which, Qt.Key.Key_Return, qtbot)
    resumes = sample.page(ResumesPage)
    qtbot.waitUntil(lambda: any(card.hasFocus() for card in resumes.cards()))
    opened(sample, qtbot)
    type_in(which, "zeppelin 1", qtbot)
    press(which, Qt.Key.Key_Return, qtbot)
    page = sample.page(DocumentsPage)
    qtbot.waitUntil(lambda: len(page.list.documents.cards) == 2 and page.detail.version is not None)
    assert page.detail.version is not None
    assert "Zeppelin 1" in page.detail.version.content


def test_an_action_is_done_and_offered_first_next_time(sample: Running, await_: Await, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    type_in(which, "dark", qtbot)
    press(which, Qt.Key.Key_Return, qtbot)
    assert current_theme().is_dark
    assert recall("appearance.theme", "") == "dark"
    settings = sample.provider.get(SettingsService)
    qtbot.waitUntil(lambda: await_(sample.desk.run(settings.value, "appearance_theme")) == "dark")
    opened(sample, qtbot)
    assert shown(which)[:3] == ["Used lately", "Look: dark", "Actions"]


def test_an_action_that_asks_goes_on_by_itself(sample: Running, qtbot: QtBot) -> None:
    sample.desk.open("settings")
    sample.page(SettingsPage)
    which = opened(sample, qtbot)
    type_in(which, "add a job", qtbot)
    press(which, Qt.Key.Key_Return, qtbot)
    shown_dialog = dialog(qtbot, Dialog)
    sample.page(JobsPage)
    qtbot.keyClick(shown_dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_undo_is_offered_when_there_is_something_to_undo(sample: Running, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    job = next(card for card in page.board.cards._cards.values() if card.company == "Kestrel Insurance")
    sample.desk.start(page.changes.delete([job.id]), owner=page)
    qtbot.waitUntil(lambda: page.board.cards.total() == 29)
    which = opened(sample, qtbot)
    type_in(which, "kestrel", qtbot)
    assert [text for text in shown(which) if text.startswith("Data Platform Engineer")] == [], "it was removed"
    type_in(which, "undo", qtbot)
    press(which, Qt.Key.Key_Return, qtbot)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30)
    opened(sample, qtbot)
    type_in(which, "kestrel", qtbot)
    assert marked(which).startswith("Data Platform Engineer, Kestrel Insurance")


def test_tailoring_is_offered_for_the_open_job(sample: Running, await_: Await, qtbot: QtBot) -> None:
    page = sample.page(JobsPage)
    page.open_record(next(iter(page.board.cards._cards)))
    qtbot.waitUntil(lambda: page.open_job is not None)
    which = opened(sample, qtbot)
    type_in(which, "tailor", qtbot)
    assert marked(which) == "Tailor my résumé for this job"


def test_nothing_found_is_said(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    type_in(which, "zeppelin xyz", qtbot)
    assert which._sentence.isVisible()
    assert which._sentence.text() == "Nothing found for “zeppelin xyz”."
    press(which, Qt.Key.Key_Return, qtbot)
    assert which.is_open, "there is nothing to open"
    type_in(which, "spark", qtbot)
    assert which.list.isVisible()


def test_the_mouse_marks_opens_and_closes(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    type_in(which, "engineer", qtbot)
    third = which.list.visualRect(which.model.index(3)).center()
    qtbot.mouseMove(which.list.viewport(), third)
    qtbot.waitUntil(lambda: which.list.currentIndex().row() == 3)
    line = which.model.line(3)
    assert isinstance(line, RecordLine)
    qtbot.mouseClick(which.list.viewport(), Qt.MouseButton.LeftButton, pos=third)
    page = sample.page(JobsPage)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == line.hit.record)
    opened(sample, qtbot)
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton, pos=QPoint(20, which.height() - 20))
    assert not which.is_open


def test_a_head_cannot_be_chosen(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    head = which.list.visualRect(which.model.index(0)).center()
    qtbot.mouseMove(which.list.viewport(), head)
    qtbot.mouseClick(which.list.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert which.is_open
    assert which.list.currentIndex().row() == 1


def test_an_answer_to_what_is_no_longer_in_the_field_is_not_shown(
    sample: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first search is held back until something else was typed."""
    let_go, asked = threading.Event(), []
    search = SearchService.search_each

    def slow(service: SearchService, text: str, limit: int) -> dict[str, list[Hit]]:
        asked.append(text)
        if len(asked) == 1:
            assert let_go.wait(10)
        return search(service, text, limit)

    monkeypatch.setattr(SearchService, "search_each", slow)
    which = opened(sample, qtbot)
    answers: list[list[str]] = []
    which.model.modelReset.connect(lambda: answers.append(shown(which)))
    which.field.setText("kestrel")
    qtbot.waitUntil(lambda: asked == ["kestrel"])
    for text in ("mar", "marl", "marlow"):
        which.field.setText(text)
    let_go.set()
    qtbot.waitUntil(lambda: which._settled)
    assert asked == ["kestrel", "marlow"], "what was typed meanwhile is searched for once"
    assert marked(which).startswith("Staff Data Engineer, Marlow Energy")
    assert not any("Kestrel" in text for answer in answers for text in answer)


def test_going_to_a_page_closes_it(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    qtbot.keyClick(which.field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    sample.page(ResumesPage)
    assert not which.is_open


def test_it_lies_over_the_whole_window_as_that_grows(sample: Running, qtbot: QtBot) -> None:
    which = opened(sample, qtbot)
    sample.window.resize(1300, 760)
    qtbot.waitUntil(lambda: which.size() == sample.window.size())


def test_another_folder_has_its_own(sample: Running, qtbot: QtBot) -> None:
    first = opened(sample, qtbot)
    assert sample.application is not None
    destroyed: list[bool] = []
    first.destroyed.connect(lambda: destroyed.append(True))
    sample.application.open_folder(sample.folder, sample=True)
    qtbot.waitUntil(lambda: bool(destroyed), timeout=20_000)
    page = sample.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 30, timeout=20_000)
    second = opened(sample, qtbot)
    type_in(second, "kestrel", qtbot)
    assert marked(second).startswith("Data Platform Engineer")


def test_without_data_there_is_no_palette(running: Running, qtbot: QtBot) -> None:
    running.folder.mkdir()
    (running.folder / "careercoach.db").write_bytes(b"not a database, by far " * 400)
    running.start()
    running.page(RecoveryPage)
    qtbot.keyClick(running.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert running.window.findChildren(Palette) == []


def test_what_was_stored_before_there_was_an_index_is_found_soon_after_the_start(
    running: Running, await_: Await, qtbot: QtBot
) -> None:
    with closing(open_database(running.folder, Bus(), metadata())) as older, older.write() as unit:
        now = utc_now()
        JobStore(unit.session).insert({"title": "Zeppelin pilot", "rank": 1.0, "created": now, "entered_column": now})
        for table in ("search_index", "search_entry", "search_state"):
            unit.session.connection().exec_driver_sql(f"DELETE FROM {table}")
    running.start()
    page = running.page(JobsPage)
    qtbot.waitUntil(lambda: page.board.cards.total() == 1)
    search = running.provider.get(SearchService)
    qtbot.waitUntil(lambda: await_(running.desk.run(search.is_whole)), timeout=20_000)
    which = opened(running, qtbot)
    type_in(which, "zepp", qtbot)
    assert marked(which) == "Zeppelin pilot"
