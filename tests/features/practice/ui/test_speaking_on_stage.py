"""Answers are spoken on the screen: a button where the machine can, the words in the field as if they were typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.practice.service.speaking import SpeakingService
from careercoach_desktop.features.practice.ui.practice_page import PracticePage
from careercoach_desktop.features.practice.ui.session_view import Practising
from careercoach_desktop.features.practice.ui.setup_card import Grounds
from careercoach_desktop.features.practice.ui.speaking import MachineVoice
from careercoach_desktop.features.practice.ui.speaking.voice_line import Voicing
from careercoach_desktop.foundation.storage.faults import disk_full
from careercoach_desktop.foundation.uikit import Desk
from tests.features.practice.ui.conftest import on_screen, shown_feedback
from tests.features.practice.ui.test_speaking import (  # noqa: F401 - fixtures
    SAID,
    SECOND,
    ScriptedMicrophone,
    ScriptedRecogniser,
    engine,
    microphone,
    speaking,
    voice,
)
from tests.support.dialogs import button, words
from tests.support.workspace import Place


@pytest.fixture
def talking(
    desk: Desk,
    place: Place,
    practice: PracticeService,
    voice: MachineVoice,  # noqa: F811
    begun: Session,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> PracticePage:
    """The first question on the screen of a machine that reads aloud and listens."""
    made = PracticePage(
        desk,
        Practising(practice, place.get(EvidenceService), place.queue),
        Grounds(practice, place.get(JobService), place.get(InterviewService), None),
        voice,
    )
    window = show(made)
    window.resize(1232, 820)
    desk.set_window(window)
    made.open_record(begun.id)
    qtbot.waitUntil(lambda: made.session.pane.question is not None and made.session.pane.speak.isVisible())
    return made


def test_where_the_machine_can_do_neither_no_button_is_seen(opened: PracticePage) -> None:
    assert not opened.session.pane.speak.isVisible()
    assert not opened.session.pane.read_aloud.isVisible()


def test_the_question_is_read_aloud_in_its_language(talking: PracticePage, voice: MachineVoice) -> None:  # noqa: F811
    talking.session.pane.read_aloud.click()
    assert voice._speaker.said[-1] == (on_screen(talking).content.text, "en")


def test_what_is_said_stands_in_the_field_and_is_handed_in_with_how_it_was_said(
    talking: PracticePage,
    microphone: ScriptedMicrophone,  # noqa: F811
    speaking: SpeakingService,  # noqa: F811
    practice: PracticeService,
    begun: Session,
    qtbot: QtBot,
) -> None:
    pane = talking.session.pane
    pane.speak.click()
    qtbot.waitUntil(lambda: microphone.is_open)
    assert pane.voice_line.state is Voicing.LISTENING
    assert pane.field.isReadOnly()
    microphone.arrived.emit(SECOND * 4)
    button(talking, "Stop and write it down").click()
    qtbot.waitUntil(lambda: pane.field.text() == SAID.text)
    qtbot.waitUntil(lambda: not pane.voice_line.isVisible() and not pane.field.isReadOnly())
    first = begun.questions[0]
    assert practice.session(begun.id).questions[0].draft == SAID.text
    qtbot.waitUntil(lambda: speaking.left_behind(first.id) == 0.0)
    pane.hand_in()
    qtbot.waitUntil(lambda: shown_feedback(talking) is not None)
    answer = practice.session(begun.id).questions[0].latest
    assert answer is not None
    assert answer.speech is not None
    qtbot.waitUntil(lambda: any("words a minute" in text for text in words(talking.session.side.pane)))


def test_what_was_said_is_forgotten_only_when_the_disk_has_its_words(
    talking: PracticePage,
    microphone: ScriptedMicrophone,  # noqa: F811
    speaking: SpeakingService,  # noqa: F811
    practice: PracticeService,
    begun: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_asked: object) -> None:
        raise disk_full()

    pane = talking.session.pane
    monkeypatch.setattr(practice, "keep_draft", full)
    pane.speak.click()
    qtbot.waitUntil(lambda: microphone.is_open)
    microphone.arrived.emit(SECOND * 4)
    button(talking, "Stop and write it down").click()
    qtbot.waitUntil(lambda: not pane.voice_line.isVisible() and not pane.field.isReadOnly())
    assert pane.field.text() == SAID.text
    assert speaking.left_behind(begun.questions[0].id) == 4.0


def test_behind_typed_words_how_it_was_said_measures_nothing(
    talking: PracticePage,
    microphone: ScriptedMicrophone,  # noqa: F811
    practice: PracticeService,
    begun: Session,
    qtbot: QtBot,
) -> None:
    pane = talking.session.pane
    pane.field.insertPlainText("First of all:")
    pane.speak.click()
    qtbot.waitUntil(lambda: microphone.is_open)
    microphone.arrived.emit(SECOND * 4)
    button(talking, "Stop and write it down").click()
    qtbot.waitUntil(lambda: pane.field.text() == f"First of all: {SAID.text}" and pane.done.isEnabled())
    pane.hand_in()
    qtbot.waitUntil(lambda: shown_feedback(talking) is not None)
    answer = practice.session(begun.id).questions[0].latest
    assert answer is not None
    assert answer.speech is None


def test_who_cancels_keeps_what_was_typed(
    talking: PracticePage,
    microphone: ScriptedMicrophone,  # noqa: F811
    qtbot: QtBot,
) -> None:
    pane = talking.session.pane
    pane.field.insertPlainText("Half a thought")
    pane.speak.click()
    qtbot.waitUntil(lambda: microphone.is_open)
    button(talking, "Cancel").click()
    qtbot.waitUntil(lambda: not pane.voice_line.isVisible() and not pane.field.isReadOnly())
    assert pane.field.text() == "Half a thought"


def test_what_was_said_before_a_crash_can_still_be_written_down(
    talking: PracticePage,
    speaking: SpeakingService,  # noqa: F811
    begun: Session,
    qtbot: QtBot,
) -> None:
    recording = speaking.record(begun.questions[1].id)
    recording.add(SECOND * 3)
    recording.close()
    talking.session.pane.skip.click()
    line = talking.session.pane.voice_line
    qtbot.waitUntil(lambda: on_screen(talking).id == begun.questions[1].id and line.state is Voicing.LEFT)
    button(talking, "Write it down").click()
    qtbot.waitUntil(lambda: talking.session.pane.field.text() == SAID.text)
