"""The system's voice and microphone through Qt's add-ons, where that optional part is installed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

pytest.importorskip("PySide6.QtTextToSpeech", reason="Qt's speech is an optional part of the installation (voice)")

from careercoach_desktop.features.practice.ui.speaking.microphone import Microphone
from careercoach_desktop.features.practice.ui.speaking.speaker import Speaker


def test_a_question_is_read_and_reading_can_be_ended(qtbot: QtBot) -> None:
    speaker = Speaker("mock")  # an engine Qt brings for tests: it takes its time and makes no sound
    assert not speaker.is_there, "nothing is looked for on the Qt thread"
    speaker.load()
    assert speaker.is_there
    speech = speaker._made()
    states: list[str] = []
    speech.stateChanged.connect(lambda state: states.append(state.name))
    speaker.say("Tell me about a time you changed your mind.", "en")
    qtbot.waitUntil(lambda: "Speaking" in states)
    assert speech.locale().name().startswith("en")
    speaker.stop()
    qtbot.waitUntil(lambda: states[-1] == "Ready")


def test_a_computer_without_a_microphone_says_so_and_goes_on(qtbot: QtBot) -> None:
    microphone = Microphone()
    microphone.load()
    if microphone.is_there:
        pytest.skip("this computer has a microphone")
    with qtbot.waitSignal(microphone.failed):
        microphone.begin()
    microphone.end()
