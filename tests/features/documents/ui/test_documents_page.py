"""The Documents page: a list, the chosen version as it would be printed, removal that can be undone, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import (
    AttachmentService,
    DocumentService,
    HandingService,
    SightService,
)
from careercoach_desktop.features.documents.ui.dialogs import JobDialog, TagsDialog, TitleDialog
from careercoach_desktop.features.documents.ui.documents_page import DocumentsPage
from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.resumes.ui import ExportDialog
from careercoach_desktop.foundation.uikit import ComboButton, Desk
from tests.features.documents.saving import a_resume, keep
from tests.support.dialogs import answer, button, dialog, toasts
from tests.support.windows import Await
from tests.support.workspace import Place


@pytest.fixture
def page(desk: Desk, documents: DocumentService, place: Place, show: Callable[..., QWidget]) -> DocumentsPage:
    services = (AttachmentService, HandingService, SightService, ExportService)
    made = DocumentsPage(desk, documents, *(place.get(each) for each in services))
    window = show(made)
    window.resize(1232, 820)
    desk.set_window(window)
    made.open_record(None)
    return made


def titles(page: DocumentsPage) -> list[str]:
    return [card.title for card in page.list.documents.cards]


def versions(page: DocumentsPage) -> ComboButton:
    return page.detail.versions


def test_an_empty_page_says_what_will_be_here_and_leads_to_the_jobs(
    page: DocumentsPage, desk: Desk, qtbot: QtBot
) -> None:
    empty = page._empty
    qtbot.waitUntil(empty.isVisible)
    with qtbot.waitSignal(desk.open_requested) as asked:
        empty.link.click()
    assert asked.args[0] == "jobs"


def test_one_document_is_shown_as_it_would_be_printed(
    page: DocumentsPage, documents: DocumentService, job_id: int, qtbot: QtBot
) -> None:
    keep(documents, "Inês for Rio Claro", job_id=job_id, score_before=61, score_after=70)
    qtbot.waitUntil(lambda: len(page.detail.sight.pages._pictures) > 0, timeout=20_000)
    assert titles(page) == ["Inês for Rio Claro"]
    assert page.detail.about.text() == "for Hydrologist, Rio Claro · match 61 → 70"
    assert versions(page).text().startswith("Version 1")


def test_another_version_can_be_chosen(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    first = keep(documents, "For water", data=a_resume("Inês"), score_before=1, score_after=2)
    keep(documents, "For water", document_id=first.document_id, score_before=1, score_after=3)
    qtbot.waitUntil(lambda: page.detail.about.text() == "match 1 → 3")
    versions(page)._choose(str(first.id))
    qtbot.waitUntil(lambda: page.detail.about.text() == "match 1 → 2")
    assert versions(page).text().startswith("Version 1")


def test_opened_for_a_record_it_shows_that_one(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    first = keep(documents, "First", score_before=5, score_after=6)
    keep(documents, "Second")
    qtbot.waitUntil(lambda: titles(page) == ["Second", "First"])
    page.open_record(first.document_id)
    qtbot.waitUntil(lambda: page.list.current() is not None and page.list.current().title == "First")
    qtbot.waitUntil(lambda: page.detail.about.text() == "match 5 → 6")


def test_delete_removes_the_chosen_document_and_undo_brings_it_back(
    page: DocumentsPage, documents: DocumentService, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    keep(documents, "First")
    keep(documents, "Second")
    qtbot.waitUntil(lambda: titles(page) == ["Second", "First"])
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["Second"])
    qtbot.waitUntil(lambda: toasts(desk) == ["Document removed"])
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
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(page._empty.isVisible)
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: titles(page) == ["Only one"])
    assert desk.undo.undo_label == "", "there was one removal to undo"


def test_the_menu_does_the_same_as_the_key(page: DocumentsPage, documents: DocumentService, qtbot: QtBot) -> None:
    keep(documents, "Only one")
    qtbot.waitUntil(lambda: page.detail.version is not None)
    choose(page, qtbot, "Remove")
    qtbot.waitUntil(page._empty.isVisible)


def choose(page: DocumentsPage, qtbot: QtBot, entry: str) -> None:
    """Open the menu of the chosen document and take this entry."""
    page.detail.more.click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == entry)
    menu.close()
    action.trigger()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    path = tmp_path / "Hydrology certificate.txt"
    path.write_text("Passed with distinction: flood models", encoding="utf-8")
    return path


@pytest.fixture
def file_chosen(desk: Desk, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    async def chosen(_title: str, _filters: object = ()) -> list[Path]:
        return [certificate]

    monkeypatch.setattr(desk, "choose_files", chosen)  # the system's own file dialog
    return certificate


def test_a_file_is_attached_shown_and_taken_back(
    page: DocumentsPage, desk: Desk, qtbot: QtBot, await_: Await, place: Place, file_chosen: Path
) -> None:
    place.queue.start()
    page._empty.button.click()
    qtbot.waitUntil(lambda: titles(page) == ["Hydrology certificate"])
    qtbot.waitUntil(lambda: "flood models" in page.detail.sight.text.toPlainText(), timeout=20_000)
    assert page.detail.hand_over.text() == "Save a copy"
    assert toasts(desk) == ["File attached"]
    page._attach.click()
    qtbot.waitUntil(lambda: "“Hydrology certificate.txt” is here already, as “Hydrology certificate”." in toasts(desk))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: titles(page) == [])


def test_files_dropped_on_the_page_are_attached(page: DocumentsPage, qtbot: QtBot, certificate: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(certificate))])
    where, left, none = QPointF(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dragEnterEvent(entering := QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, left, none))
    assert entering.isAccepted()
    assert page._veil.isVisible()
    page.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, left, none))
    assert not page._veil.isVisible()
    qtbot.waitUntil(lambda: titles(page) == ["Hydrology certificate"])


def test_copied_files_are_on_the_clipboard_as_files(page: DocumentsPage, qtbot: QtBot, certificate: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(certificate))])
    QApplication.clipboard().setMimeData(data)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["Hydrology certificate"])
    QApplication.clipboard().setText("something else")
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.clipboard().mimeData().hasUrls())
    (url,) = QApplication.clipboard().mimeData().urls()
    assert Path(url.toLocalFile()).read_bytes() == certificate.read_bytes()
    assert Path(url.toLocalFile()).name == "Hydrology certificate.txt"


def test_what_is_dragged_is_the_file_itself(
    page: DocumentsPage, documents: DocumentService, qtbot: QtBot, await_: Await
) -> None:
    keep(documents, "Inês – Rio Claro")
    qtbot.waitUntil(lambda: titles(page) == ["Inês – Rio Claro"])
    cards = page.list.documents.cards
    await_(page.drag._lay_out(cards))
    (url,) = page.drag.data(cards).urls()
    assert Path(url.toLocalFile()).name == "inês-rio-claro.pdf"
    assert Path(url.toLocalFile()).read_bytes().startswith(b"%PDF-")


def test_two_letters_are_compared_and_the_old_one_comes_back(
    page: DocumentsPage, documents: DocumentService, qtbot: QtBot
) -> None:
    kind = DocumentType.COVER_LETTER
    old = documents.save_version(kind, "Letter", "I measured rivers.", name="", details={})
    documents.save_version(kind, "Letter", "I measured oceans.", name="", details={}, document_id=old.document_id)
    qtbot.waitUntil(lambda: "oceans" in page.detail.sight.text.toPlainText())
    page.detail.against._choose(str(old.id))
    qtbot.waitUntil(page.detail.sight.words.isVisible)
    assert "rivers" in page.detail.sight.words.toPlainText()
    assert "oceans" in page.detail.sight.words.toPlainText()
    page.detail.versions._choose(str(old.id))
    qtbot.waitUntil(page.detail.restore.isVisible)
    page.detail.restore.click()
    qtbot.waitUntil(lambda: page.detail.versions.text().startswith("Version 3"))
    qtbot.waitUntil(lambda: "rivers" in page.detail.sight.text.toPlainText())


def test_type_job_tags_and_words_say_what_is_shown(
    page: DocumentsPage, documents: DocumentService, job_id: int, qtbot: QtBot
) -> None:
    keep(documents, "For Rio Claro", job_id=job_id)
    letter = documents.save_version(DocumentType.COVER_LETTER, "Letter", "Rivers", name="", details={})
    documents.set_tags({letter.document_id: ["draft"]})
    qtbot.waitUntil(lambda: sorted(titles(page)) == ["For Rio Claro", "Letter"])
    page.filter.type._choose(DocumentType.COVER_LETTER.value)
    assert titles(page) == ["Letter"]
    page.filter.job._choose(str(job_id))
    assert page._no_match.isVisible()
    page._no_match.button.click()
    assert len(titles(page)) == 2
    page.filter.tag._choose("draft")
    assert titles(page) == ["Letter"]
    page.filter.clear.click()
    page._search.setText("rivers")
    qtbot.waitUntil(lambda: titles(page) == ["Letter"])
    page._search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    page.filter.order._choose("title")
    assert titles(page) == ["For Rio Claro", "Letter"]


def test_title_tags_and_job_are_changed_and_taken_back(
    page: DocumentsPage, documents: DocumentService, desk: Desk, job_id: int, qtbot: QtBot, await_: Await
) -> None:
    made = keep(documents, "First").document_id
    qtbot.waitUntil(lambda: page.detail.version is not None)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    rename = dialog(qtbot, TitleDialog)
    rename.field.setText("For the river people")
    answer(qtbot, rename, "Rename")
    qtbot.waitUntil(lambda: titles(page) == ["For the river people"])
    choose(page, qtbot, "Tags…")
    tags = dialog(qtbot, TagsDialog)
    qtbot.keyClicks(tags.field.entry, "sent")
    answer(qtbot, tags, "Save")
    qtbot.waitUntil(lambda: documents.card(made).tags == ("sent",))
    choose(page, qtbot, "For which job…")
    job = dialog(qtbot, JobDialog)
    qtbot.keyClicks(job.field, "hydro")
    qtbot.waitUntil(lambda: job.job_id == job_id)
    answer(qtbot, job, "Choose")
    qtbot.waitUntil(lambda: documents.card(made).job_id == job_id)
    for _step in range(3):
        await_(desk.undo.undo())
    card = documents.card(made)
    assert (card.title, card.tags, card.job_id) == ("First", (), None)


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
    qtbot.waitUntil(lambda: page.detail.version is not None)
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
    qtbot.waitUntil(lambda: page.detail.version is not None)
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
    qtbot.waitUntil(lambda: page.detail.version is not None)
    before = place.get(JobService).timeline(job_id)
    button(page, "Export").click()
    shown = dialog(qtbot, ExportDialog)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert place.get(JobService).timeline(job_id) == before


def test_one_file_that_cannot_be_attached_stops_none_of_the_others(
    page: DocumentsPage, desk: Desk, certificate: Path, tmp_path: Path, await_: Await, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    await_(page.document_actions.attach([empty, certificate]))
    qtbot.waitUntil(lambda: titles(page) == ["Hydrology certificate"])
    assert any(said.startswith("“empty.txt” is empty.") for said in toasts(desk))


def test_what_is_dragged_looks_as_the_document_does_now(
    page: DocumentsPage, documents: DocumentService, qtbot: QtBot, await_: Await
) -> None:
    kept = keep(documents, "Inês – Rio Claro")
    qtbot.waitUntil(lambda: titles(page) == ["Inês – Rio Claro"])
    cards = page.list.documents.cards
    await_(page.drag._lay_out(cards))
    before = Path(page.drag.data(cards).urls()[0].toLocalFile()).read_bytes()
    documents.restyle(kept.id, ResumeStyle(template="classic"))
    page.drag.prepare(cards)
    qtbot.waitUntil(lambda: page.drag.data(cards).urls() != [])
    after = Path(page.drag.data(cards).urls()[0].toLocalFile()).read_bytes()
    assert after != before
