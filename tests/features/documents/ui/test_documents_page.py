"""The Documents page: a list, the chosen version as it would be printed, removal that can be undone, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.resumes.ui import ExportDialog
from careercoach_desktop.foundation.uikit import ComboButton, Desk, EmptyState, IconButton
from tests.features.documents.saving import a_resume, keep
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place


@pytest.fixture
def page(desk: Desk, documents: DocumentService, place: Place, show: Callable[..., QWidget]) -> DocumentsPage:
    made = DocumentsPage(desk, documents, place.get(ExportService))
    window = show(made)
    window.resize(1232, 820)
    desk.set_window(window)
    made.open_record(None)
    return made


def titles(page: DocumentsPage) -> list[str]:
    return [row.accessibleName() for row in page._rows] if page._stack.currentIndex() else []


def versions(page: DocumentsPage) -> ComboButton:
    return page.findChild(ComboButton)


def test_an_empty_page_says_what_will_be_here_and_leads_to_the_jobs(
    page: DocumentsPage, desk: Desk, qtbot: QtBot
) -> None:
    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    with qtbot.waitSignal(desk.open_requested) as asked:
        empty.button.click()
    assert asked.args[0] == "jobs"


def test_one_document_is_shown_as_it_would_be_printed(
    page: DocumentsPage, documents: DocumentService, job_id: int, qtbot: QtBot
) -> None:
    keep(documents, "Inês for Rio Claro", job_id=job_id, score_before=61, score_after=70)
    qtbot.waitUntil(lambda: bool(page._pages._pictures), timeout=20_000)
    assert titles(page) == ["Inês for Rio Claro"]
    assert "for Hydrologist, Rio Claro" in words(page)
    assert "match 61 → 70" in words(page)
    assert versions(page).text().startswith("Version 1")


def test_another_version_can_be_chosen(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    first = keep(documents, "For water", data=a_resume("Inês"), score_before=1, score_after=2)
    keep(documents, "For water", document_id=first.document_id, score_before=1, score_after=3)
    qtbot.waitUntil(lambda: "match 1 → 3" in words(page))
    versions(page)._choose(str(first.id))
    qtbot.waitUntil(lambda: "match 1 → 2" in words(page))
    assert versions(page).text().startswith("Version 1")


def test_opened_for_a_record_it_shows_that_one(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    first = keep(documents, "First", score_before=5, score_after=6)
    keep(documents, "Second")
    qtbot.waitUntil(lambda: titles(page) == ["Second", "First"])
    page.open_record(first.document_id)
    qtbot.waitUntil(lambda: [row.is_selected for row in page._rows] == [False, True])
    qtbot.waitUntil(lambda: "match 5 → 6" in words(page))


def test_delete_removes_the_chosen_document_and_undo_brings_it_back(
    page: DocumentsPage, documents: DocumentService, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    keep(documents, "First")
    keep(documents, "Second")
    qtbot.waitUntil(lambda: titles(page) == ["Second", "First"])
    page._rows[1].setFocus()
    qtbot.keyClick(page._rows[1], Qt.Key.Key_Return)
    qtbot.keyClick(page._rows[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["Second"])
    qtbot.waitUntil(lambda: toasts(desk) == ["Document removed."])
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: sorted(titles(page)) == ["First", "Second"])
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: titles(page) == ["Second"])


def test_delete_pressed_twice_removes_one_document_once(
    page: DocumentsPage, documents: DocumentService, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    keep(documents, "Only one")
    qtbot.waitUntil(lambda: titles(page) == ["Only one"])
    for _press in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.findChild(EmptyState).isVisible())
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: titles(page) == ["Only one"])
    assert desk.undo.undo_label == "", "there was one removal to undo"


def test_the_bin_does_the_same_as_the_key(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    keep(documents, "Only one")
    qtbot.waitUntil(lambda: titles(page) == ["Only one"])
    page.findChild(IconButton).click()
    qtbot.waitUntil(lambda: page.findChild(EmptyState).isVisible())


def test_exporting_writes_the_file_and_the_job_remembers_it(
    page: DocumentsPage,
    documents: DocumentService,
    place: Place,
    job_id: int,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    suggested: list[str] = []

    async def chosen(_title: str, name: str, _filters: object = ()) -> Path:
        suggested.append(name)
        return tmp_path / "out.pdf"

    monkeypatch.setattr(desk, "choose_save", chosen)  # the system's own file dialog
    keep(documents, "Inês Caldeira – Rio Claro", job_id=job_id)
    qtbot.waitUntil(lambda: page._version is not None)
    button(page, "Export").click()
    shown = dialog(qtbot, ExportDialog)
    answer(qtbot, shown, "Export")
    qtbot.waitUntil(lambda: any(said.startswith("Exported out.pdf") for said in toasts(desk)), timeout=30_000)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: place.get(JobService).timeline(job_id)[0].kind is TimelineKind.EXPORTED)
    assert suggested == ["inês-caldeira-rio-claro.pdf"]


def test_the_look_of_an_export_stays_with_the_document_and_can_be_undone(
    page: DocumentsPage,
    documents: DocumentService,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def chosen(*_args: object) -> Path:
        return tmp_path / "out.pdf"

    monkeypatch.setattr(desk, "choose_save", chosen)  # the system's own file dialog
    kept = keep(documents, "Inês Caldeira – Rio Claro")
    qtbot.waitUntil(lambda: page._version is not None)
    button(page, "Export").click()
    shown = dialog(qtbot, ExportDialog)
    shown.options.gallery._choose("classic")
    answer(qtbot, shown, "Export")
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Look of Inês Caldeira – Rio Claro", timeout=30_000)
    style = documents.saved(kept.id).style
    assert style is not None
    assert style.template == "classic"
    desk.start(desk.undo.undo())
    qtbot.waitUntil(lambda: documents.saved(kept.id).style is None)


def test_leaving_the_export_dialog_leaves_no_trace(
    page: DocumentsPage, documents: DocumentService, place: Place, job_id: int, qtbot: QtBot
) -> None:
    keep(documents, "Inês Caldeira – Rio Claro", job_id=job_id)
    qtbot.waitUntil(lambda: page._version is not None)
    before = place.get(JobService).timeline(job_id)
    button(page, "Export").click()
    shown = dialog(qtbot, ExportDialog)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert place.get(JobService).timeline(job_id) == before
