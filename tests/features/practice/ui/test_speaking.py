"""An answer is spoken: heard, kept on the disk at once, written down by a recogniser; whatever fails, text goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.features.practice.service.speaking import FETCH, SpeakingService
from careercoach_desktop.features.practice.ui.speaking import MachineVoice, VoiceLine
from careercoach_desktop.features.practice.ui.speaking.voice_line import Voicing
from careercoach_desktop.features.practice.ui.voice import Spoken
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.speech import SAMPLE_RATE, Recogniser, SpeechModels, SpokenWord, Transcript
from careercoach_desktop.foundation.speech.sound import seconds_of
from careercoach_desktop.foundation.uikit import Button, Desk
from careercoach_desktop.foundation.uikit.desk import REMEDIES
from tests.support.workspace import Place

SECOND = b"\x00\x10" * SAMPLE_RATE
SAID = Transcript(
    "Um, I rebuilt the load.",
    (
        SpokenWord("Um,", 0.0, 0.4),
        SpokenWord("I", 2.0, 2.2),
        SpokenWord("rebuilt", 2.3, 2.8),
        SpokenWord("it.", 2.9, 3.4),
    ),
    4.0,
    "en",
    "scripted",
)


class ScriptedMicrophone(QObject):
    """Says what the test lets it say."""

    arrived = Signal(bytes)
    failed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_there = True
        self.is_refused = False
        self.is_open = False
        self.rest = b""
        """What it had heard and not brought yet when it is told to end, as real ones have."""

    def load(self) -> None:
        """Nothing to load."""

    def begin(self) -> None:
        self.is_open = True

    def end(self) -> None:
        self.is_open = False
        rest, self.rest = self.rest, b""
        if rest:
            self.arrived.emit(rest)


class ScriptedSpeaker:
    def __init__(self) -> None:
        self.is_there = True
        self.said: list[tuple[str, str]] = []

    def load(self) -> None:
        """Nothing to load."""

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))

    def stop(self) -> None:
        self.said.append(("", ""))


class ScriptedRecogniser:
    """Writes down whatever it is given; remembers how long the sound was."""

    def __init__(self, transcript: Transcript = SAID) -> None:
        self.transcript = transcript
        self.heard: list[float] = []

    def transcribe(self, sound: Path, language: str, heard: Callable[[float], None]) -> Transcript:
        self.heard.append(seconds_of(sound))
        heard(1.0)
        return self.transcript


class ScriptedModels(SpeechModels):
    """A computer on which a model is there."""

    def __init__(self, folder: Path, engine: Recogniser) -> None:
        super().__init__(folder)
        self.engine = engine

    def recogniser(self, name: str) -> Recogniser | None:
        return self.engine if name == "base" else None


@pytest.fixture
def engine() -> ScriptedRecogniser:
    return ScriptedRecogniser()


@pytest.fixture
def speaking(place: Place, engine: ScriptedRecogniser, tmp_path: Path) -> SpeakingService:
    settings = place.get(SettingsService)
    settings.choose(speech_model="base")
    place.queue._runner.kinds.pop(FETCH, None)
    models = ScriptedModels(tmp_path / "models", engine)
    return SpeakingService(place.database, models, settings, place.queue, tmp_path / "recordings")


@pytest.fixture
def microphone() -> ScriptedMicrophone:
    return ScriptedMicrophone()


@pytest.fixture
def voice(desk: Desk, speaking: SpeakingService, microphone: ScriptedMicrophone, await_: Any) -> MachineVoice:
    made = MachineVoice(desk, speaking, microphone, ScriptedSpeaker())
    await_(made.look())
    return made


def speak(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    qtbot: QtBot,
    loop: Any,
    then: Callable[[], None],
    seconds: int = 2,
) -> asyncio.Task[Spoken | None]:
    """Somebody speaks for that long, and then something happens."""
    task: asyncio.Task[Spoken | None] = loop.create_task(voice.listen(7, "en"))
    qtbot.waitUntil(lambda: microphone.is_open)
    for _ in range(seconds):
        microphone.arrived.emit(SECOND)
    then()
    qtbot.waitUntil(task.done, timeout=10_000)
    return task


def test_what_is_said_is_written_down_with_how_it_was_said(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    engine: ScriptedRecogniser,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    levels: list[tuple[float, float]] = []
    voice.heard.connect(lambda seconds, level: levels.append((seconds, level)))
    spoken = speak(voice, microphone, qtbot, qt_loop, voice.stop).result()
    assert spoken is not None
    assert spoken.text == "Um, I rebuilt the load."
    assert spoken.speech is not None
    assert (spoken.speech.pauses, spoken.speech.fillers) == (1, {"um": 1})
    assert spoken.recording == b"", "the sound is not kept unless the person wants it"
    assert engine.heard == [2.0]
    assert [seconds for seconds, _ in levels] == [1.0, 2.0]
    assert all(0 < level < 1 for _, level in levels)
    assert not microphone.is_open


def test_a_recording_stays_until_its_words_are_kept(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    speaking: SpeakingService,
    qtbot: QtBot,
    qt_loop: Any,
    await_: Any,
) -> None:
    speak(voice, microphone, qtbot, qt_loop, voice.stop)
    assert speaking.left_behind(7) == 2.0
    await_(voice.forget(7))
    assert speaking.left_behind(7) == 0.0


def test_a_recording_of_a_killed_process_can_still_be_written_down(
    voice: MachineVoice,
    speaking: SpeakingService,
    engine: ScriptedRecogniser,
    await_: Any,
) -> None:
    speaking.record(7).add(SECOND * 3)  # never closed
    assert await_(voice.left_behind(7)) == 3.0
    assert await_(voice.write_down(7, "en")).text == SAID.text
    assert engine.heard == [3.0]


def test_a_recording_whose_question_was_forgotten_is_forgotten_too(speaking: SpeakingService, begun: Session) -> None:
    there, gone = begun.questions[0].id, begun.questions[-1].id + 1
    for question_id in (there, gone):
        recording = speaking.record(question_id)
        recording.add(SECOND)
        recording.close()
    assert speaking.forget_lost() == 1
    assert (speaking.left_behind(there), speaking.left_behind(gone)) == (1.0, 0.0)
    assert speaking.forget_lost() == 0


def test_what_was_cancelled_leaves_nothing(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    speaking: SpeakingService,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    assert speak(voice, microphone, qtbot, qt_loop, voice.cancel).result() is None
    assert speaking.left_behind(7) == 0.0


def test_what_arrives_after_it_was_cancelled_is_let_go(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    speaking: SpeakingService,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    qt_loop: Any,
    await_: Any,
) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr(desk, "report", reported.append)
    microphone.rest = SECOND
    assert speak(voice, microphone, qtbot, qt_loop, voice.cancel).result() is None
    await_(desk.drain())
    await_(desk.settled())
    assert reported == []
    assert speaking.left_behind(7) == 0.0


def test_what_arrives_after_it_was_ended_is_written_down_too(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    engine: ScriptedRecogniser,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    microphone.rest = SECOND
    speak(voice, microphone, qtbot, qt_loop, voice.stop)
    assert engine.heard == [3.0]


def test_a_microphone_that_goes_away_loses_nothing_that_was_said(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    spoken = speak(voice, microphone, qtbot, qt_loop, microphone.failed.emit).result()
    assert spoken is not None
    assert spoken.text == SAID.text


def test_a_microphone_that_cant_be_opened_is_told_of(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    qtbot: QtBot,
    qt_loop: Any,
    await_: Any,
) -> None:
    task = speak(voice, microphone, qtbot, qt_loop, microphone.failed.emit, seconds=0)
    with pytest.raises(UserError, match="could not be opened"):
        task.result()
    microphone.is_refused = True
    with pytest.raises(UserError, match="may not use the microphone"):
        await_(voice.listen(7, "en"))


def test_what_cant_be_understood_is_kept_and_told_of(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    engine: ScriptedRecogniser,
    speaking: SpeakingService,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    engine.transcript = Transcript(" ", (), 2.0, "en", "scripted")
    task = speak(voice, microphone, qtbot, qt_loop, voice.stop)
    with pytest.raises(UserError, match="Nothing could be understood"):
        task.result()
    assert speaking.left_behind(7) == 2.0


def test_the_sound_is_kept_when_the_person_wants_it(
    voice: MachineVoice,
    microphone: ScriptedMicrophone,
    place: Place,
    qtbot: QtBot,
    qt_loop: Any,
) -> None:
    place.get(SettingsService).choose(keep_recordings="on")
    spoken = speak(voice, microphone, qtbot, qt_loop, voice.stop).result()
    assert spoken is not None
    assert spoken.recording[:4] == b"RIFF"
    assert len(spoken.recording) == 44 + 2 * len(SECOND)


def test_without_a_model_nobody_listens_and_without_a_voice_nobody_reads(
    voice: MachineVoice,
    place: Place,
    await_: Any,
) -> None:
    assert voice.can_listen
    assert voice.can_speak
    place.get(SettingsService).choose(speech_model="")
    await_(voice.look())
    assert not voice.can_listen


def test_who_has_no_model_any_more_is_led_to_where_one_is_chosen(speaking: SpeakingService, place: Place) -> None:
    speaking.record(7).add(SECOND)
    speaking.choose("")
    with pytest.raises(UserError, match="Your recording is kept") as caught:
        speaking.write_down(7, "en", lambda _fraction: None)
    assert REMEDIES[caught.value.place][1:] == ("settings", "voice")


def test_a_model_that_is_removed_is_no_longer_chosen(speaking: SpeakingService, place: Place) -> None:
    speaking.remove("base")
    assert place.get(SettingsService).current().speech_model == ""
    assert not any(line.is_present or line.is_chosen for line in speaking.lines())


def test_asked_for_twice_a_model_is_fetched_once(speaking: SpeakingService) -> None:
    assert speaking.fetch("tiny") == speaking.fetch("tiny")
    assert speaking.fetch("base") != speaking.fetch("tiny")


def test_the_line_says_what_goes_on_and_offers_what_can_be_done(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    line = VoiceLine()
    show(line)

    def buttons() -> list[str]:
        return [button.text() for button in line.findChildren(Button) if button.isVisible()]

    assert not line.isVisible()
    line.show_listening(72, 0.4)
    assert buttons() == ["Stop and write it down", "Cancel"]
    line.show_writing(0.5)
    assert buttons() == []
    line.show_left(72)
    assert buttons() == ["Write it down", "Delete the recording"]
    assert line.state is Voicing.LEFT
    with qtbot.waitSignal(line.write_wanted):
        next(button for button in line.findChildren(Button) if button.text() == "Write it down").click()
    line.show_nothing()
    assert not line.isVisible()
