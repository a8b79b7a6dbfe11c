"""The drawer's Documents tab: only what was made for this job, and always as it is now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import AttachmentService, DocumentService
from careercoach_desktop.features.documents.ui.documents_panel import DocumentsPanel
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.uikit import ClickCard, Desk
from tests.features.documents.saving import keep
from tests.support.dialogs import words
from tests.support.workspace import Place

NOTHING = "Nothing saved for this job yet. What you tailor and write for it appears here."


@pytest.fixture
def panel(
    desk: Desk, documents: DocumentService, place: Place, job_id: int, show: Callable[..., QWidget]
) -> DocumentsPanel:
    made = DocumentsPanel(desk, documents, place.get(AttachmentService))
    show(made)
    made.show_job(place.get(JobService).job(job_id))
    return made


def titles(panel: DocumentsPanel) -> list[str]:
    return [row.accessibleName() for row in panel.findChildren(ClickCard) if row.isVisible()]


def test_it_says_that_there_is_nothing_yet(panel: DocumentsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: NOTHING in words(panel))


def test_it_shows_what_was_made_for_this_job_and_nothing_else(
    panel: DocumentsPanel, documents: DocumentService, place: Place, job_id: int, qtbot: QtBot
) -> None:
    other = place.add_job(Posting(title="Baker"))
    keep(documents, "For the bakery", job_id=other)
    keep(documents, "First for Rio Claro", job_id=job_id)
    keep(documents, "Second for Rio Claro", job_id=job_id)
    qtbot.waitUntil(lambda: titles(panel) == ["Second for Rio Claro", "First for Rio Claro"])
    panel.show_job(place.get(JobService).job(other))
    qtbot.waitUntil(lambda: titles(panel) == ["For the bakery"])


def test_it_follows_removals(panel: DocumentsPanel, documents: DocumentService, job_id: int, qtbot: QtBot) -> None:
    document_id = keep(documents, "For Rio Claro", job_id=job_id).document_id
    qtbot.waitUntil(lambda: titles(panel) == ["For Rio Claro"])
    documents.remove(document_id)
    qtbot.waitUntil(lambda: NOTHING in words(panel))


def test_a_row_opens_the_document_with_the_mouse_and_with_the_keyboard(
    panel: DocumentsPanel, documents: DocumentService, desk: Desk, job_id: int, qtbot: QtBot
) -> None:
    document_id = keep(documents, "For Rio Claro", job_id=job_id).document_id
    qtbot.waitUntil(lambda: titles(panel) == ["For Rio Claro"])
    row = panel.findChild(ClickCard)
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == ["documents", document_id]
    row.setFocus()
    with qtbot.waitSignal(desk.open_requested) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == ["documents", document_id]
