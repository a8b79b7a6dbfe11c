"""The practice page in a window, on the real services."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.practice.model import (
    LOCAL,
    Answer,
    PracticeSetup,
    Question,
    QuestionContent,
    Session,
)
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.practice.ui.session_view import Practising
from careercoach_desktop.features.practice.ui.setup_card import Grounds
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def page(desk: Desk, place: Place, practice: PracticeService, show: Callable[..., QWidget]) -> PracticePage:  # noqa: F811
    """The page in a window; nothing was asked of it yet."""
    made = PracticePage(
        desk,
        Practising(practice, place.get(EvidenceService), place.queue),
        Grounds(practice, place.get(JobService), place.get(InterviewService), None),
    )
    window = show(made)
    window.layout().setContentsMargins(0, 0, 0, 0)
    window.resize(1232, 820)
    desk.set_window(window)
    return made


@pytest.fixture
def researching(
    desk: Desk,  # noqa: F811
    place: Place,
    practice: PracticeService,
    show: Callable[..., QWidget],  # noqa: F811
) -> PracticePage:
    """The page where companies and people can be looked up."""
    made = PracticePage(
        desk,
        Practising(practice, place.get(EvidenceService), place.queue),
        Grounds(practice, place.get(JobService), place.get(InterviewService), place.get(BriefService)),
    )
    desk.set_window(show(made))
    return made


@pytest.fixture
def opened(page: PracticePage, begun: Session, qtbot: QtBot) -> PracticePage:
    """Lena's session for the data job, with its first question on the screen."""
    page.open_record(begun.id)
    qtbot.waitUntil(lambda: page.session.pane.question is not None)
    return page


def _with_question(place: Place, practice: PracticeService, setup: PracticeSetup, content: QuestionContent) -> Session:
    """A session that asks just this."""
    with place.database.write() as unit:
        store = PracticeStore(unit.session)
        session_id = store.add_session(setup, "Behavioural interview · Senior Data Engineer", utc_now())
        store.add_question(session_id, content, LOCAL)
    return practice.session(session_id)


@pytest.fixture
def story_session(place: Place, practice: PracticeService, behavioural: PracticeSetup, lena: int) -> Session:
    content = QuestionContent(
        text="Tell me about a pipeline that you made much faster.",
        category="pipelines",
        key_points=("what was at stake", "what you did", "what came of it"),
        wants_story=True,
    )
    return _with_question(place, practice, behavioural.model_copy(update={"count": 1}), content)


@pytest.fixture
def long_session(place: Place, practice: PracticeService, behavioural: PracticeSetup, lena: int) -> Session:
    content = QuestionContent(
        text="Our meters send readings every half hour, some of them late. How would you build the nightly load so "
        "that a late reading corrects yesterday’s bill, and how would you tell the people who read that bill?",
        category="system design",
        why="streaming, cost",
    )
    return _with_question(place, practice, behavioural.model_copy(update={"count": 1}), content)


def on_screen(page: PracticePage) -> Question:
    """The question that is asked, once it is not being handed in."""
    question = page.session.pane.question
    return question if question is not None else _NONE


_NONE = Question(id=0, session_id=0, position=0.0, content=QuestionContent(text=""))


def shown_feedback(page: PracticePage) -> Answer | None:
    """The answer whose feedback stands beside."""
    return page.session.side.pane.answer if page.session.side.question is not None else None


def hand_in(page: PracticePage, text: str, qtbot: QtBot) -> Answer:
    """Type an answer in the field's place and hand it in; the answer, once what was thought of it is shown."""
    before = shown_feedback(page)
    page.session.pane.field.insertPlainText(text)
    page.session.pane.done.click()
    qtbot.waitUntil(lambda: shown_feedback(page) not in (None, before))
    shown = shown_feedback(page)
    assert shown is not None
    return shown


def shown_in_result(page: PracticePage) -> Answer | None:
    """The answer whose feedback stands beside the result."""
    return page.result.side.pane.answer if page.result.side.question is not None else None
