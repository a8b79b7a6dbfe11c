"""Speaks and listens with what this machine has: the door the practice page knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from careercoach_desktop.features.practice.service.speaking import SpeakingService, WrittenDown
from careercoach_desktop.features.practice.ui.speaking.microphone import level_of
from careercoach_desktop.features.practice.ui.voice import Spoken
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech import BYTES_PER_SECOND, Recording
from careercoach_desktop.foundation.uikit import Desk

_CHUNK = BYTES_PER_SECOND // 2
"""Half a second goes to the disk at once: what a crash may cost."""


class Hearing(Protocol):
    """What is asked of a microphone (see ``Microphone``)."""

    arrived: SignalInstance
    failed: SignalInstance

    @property
    def is_there(self) -> bool: ...
    @property
    def is_refused(self) -> bool: ...
    def load(self) -> None: ...
    def begin(self) -> None: ...
    def end(self) -> None: ...


class Reading(Protocol):
    """What is asked of a voice (see ``Speaker``)."""

    @property
    def is_there(self) -> bool: ...
    def load(self) -> None: ...
    def say(self, text: str, language: str) -> None: ...
    def stop(self) -> None: ...


class MachineVoice(QObject):
    """See ``VoiceDoor``. One recording at a time; samples reach the disk in order, on the desk's thread."""

    heard = Signal(float, float)
    writing = Signal(float)
    _written = Signal(float)

    def __init__(self, desk: Desk, speaking: SpeakingService, microphone: Hearing, speaker: Reading) -> None:
        super().__init__()
        self._desk, self._speaking = desk, speaking
        self._microphone, self._speaker = microphone, speaker
        self._ended: asyncio.Future[bool] | None = None
        self._recording: Recording | None = None
        self._buffer = bytearray()
        self._seconds = 0.0
        self._cancelled = False
        self._can_write = False
        microphone.arrived.connect(self._on_samples)
        microphone.failed.connect(self._on_failed)
        self._written.connect(self.writing)  # told on the worker's thread, heard on Qt's

    @property
    def can_speak(self) -> bool:
        return self._speaker.is_there

    @property
    def can_listen(self) -> bool:
        """As far as it was last looked (``look``)."""
        return self._can_write and self._microphone.is_there

    async def look(self) -> None:
        """Whether somebody is there who could write down; sound itself is loaded with the first look."""
        self._can_write = await self._desk.work(self._look)

    def say(self, text: str, language: str) -> None:
        self._speaker.say(text, language)

    def stop(self) -> None:
        self._speaker.stop()
        self._end(failed=False)

    def cancel(self) -> None:
        self._cancelled = True
        self._end(failed=False)

    async def listen(self, question_id: int, language: str) -> Spoken | None:
        if self._ended is not None:
            return None
        if self._microphone.is_refused:
            raise _refused()
        self._speaker.stop()
        self._ended = asyncio.get_running_loop().create_future()
        self._cancelled, self._seconds = False, 0.0
        self._buffer.clear()
        try:
            self._recording = await self._desk.run(self._speaking.record, question_id)
            self._microphone.begin()
            failed = await self._ended
        finally:
            self._microphone.end()
            recording, self._recording, self._ended = self._recording, None, None
        if recording is None:
            return None
        if self._cancelled:
            await self._desk.run(recording.discard)
            return None
        await self._desk.run(recording.add, bytes(self._buffer))
        await self._desk.run(recording.close)
        if failed and not recording.seconds:
            await self.forget(question_id)
            raise _refused() if self._microphone.is_refused else _silent()
        return await self.write_down(question_id, language)

    async def left_behind(self, question_id: int) -> float:
        return await self._desk.work(self._speaking.left_behind, question_id)

    async def write_down(self, question_id: int, language: str) -> Spoken:
        tell: Callable[[float], None] = self._written.emit
        done: WrittenDown = await self._desk.work(self._speaking.write_down, question_id, language, tell)
        return Spoken(done.text, done.speech, done.recording)

    async def forget(self, question_id: int) -> None:
        await self._desk.run(self._speaking.forget, question_id)

    # -----------------------------------------------------------------------------------------------------------------

    def _look(self) -> bool:
        self._microphone.load()
        self._speaker.load()
        return self._speaking.recogniser is not None

    def _on_samples(self, samples: bytes) -> None:
        if self._recording is None or self._cancelled:
            return  # a microphone that is ended brings what it has left, and nobody wants that any more
        self._buffer += samples
        self._seconds += len(samples) / BYTES_PER_SECOND
        self.heard.emit(self._seconds, level_of(samples))
        if len(self._buffer) >= _CHUNK:
            whole = bytes(self._buffer)
            self._buffer.clear()
            self._desk.start(self._keep(self._recording, whole))

    async def _keep(self, recording: Recording, samples: bytes) -> None:
        """A disk that takes no more ends the recording; what it took is written down."""
        try:
            await self._desk.run(recording.add, samples)
        except UserError:
            self._end(failed=False)
            raise
        if recording.is_full:
            self._end(failed=False)

    def _on_failed(self) -> None:
        self._end(failed=True)

    def _end(self, *, failed: bool) -> None:
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(failed)


def _refused() -> UserError:
    return UserError(
        "Career Coach may not use the microphone.",
        "Allow it in your system’s privacy settings, or type your answer.",
        code="microphone-refused",
    )


def _silent() -> UserError:
    return UserError(
        "The microphone could not be opened.",
        "Check that it is connected and that no other program holds it, or type your answer.",
        code="microphone-silent",
    )
