"""The letter's page and the drawer's tab in a window, on the real services."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.letters.model import Letter
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.letters.ui.letter_page import LetterPage
from careercoach_desktop.features.letters.ui.letter_panel import LetterPanel
from careercoach_desktop.features.letters.ui.part_row import ParagraphRow
from careercoach_desktop.features.letters.ui.under_way import LettersUnderWay
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Desk
from tests.support.workspace import Place


@pytest.fixture
def page(desk: Desk, letters: LetterService, place: Place, show: Callable[..., QWidget]) -> LetterPage:
    """Empty: nothing was asked of it yet."""
    made = LetterPage(
        desk,
        letters,
        place.get(JobService),
        place.get(ResumeService),
        place.get(DocumentService),
        place.queue,
        LettersUnderWay(desk),
    )
    window = show(made)
    window.resize(1232, 820)
    desk.set_window(window)
    return made


@pytest.fixture
def opened(page: LetterPage, outline: Letter, qtbot: QtBot) -> LetterPage:
    """The page with Lena's outline for the data job."""
    page.open_record(outline.id)
    qtbot.waitUntil(lambda: page.letter is not None)
    return page


@pytest.fixture
def panel(desk: Desk, letters: LetterService, place: Place, show: Callable[..., QWidget]) -> LetterPanel:
    made = LetterPanel(desk, letters, place.get(ResumeService), place.queue, LettersUnderWay(desk))
    window = show(made)
    window.resize(520, 900)
    desk.set_window(window)
    return made


@pytest.fixture
def visited(desk: Desk) -> list[tuple[str, object]]:
    """Where somebody was led, in turn."""
    pages: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: pages.append((page, record)))
    return pages


def rows(page: LetterPage) -> list[ParagraphRow]:
    return page.sheet.paper.paragraphs()


def on_sheet(page: LetterPage) -> list[str]:
    """The paragraphs as they stand on the sheet."""
    return [row.field.text() for row in rows(page)]


def stored(letters: LetterService, page: LetterPage) -> list[str]:
    """The paragraphs as they are saved."""
    assert page.letter is not None
    return [each.text for each in letters.letter(page.letter.id).draft.paragraphs]


def with_keyboard() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
