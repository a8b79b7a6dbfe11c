"""The door to speaking and listening. Text always works; where the machine can do more, somebody stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from careercoach_desktop.features.practice.model import Speech


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said, in writing, how it was said, and the sound itself (empty when it is not to be kept)."""

    text: str
    speech: Speech | None = None
    recording: bytes = b""


class VoiceDoor(Protocol):
    """``say`` reads aloud and returns at once. ``listen`` waits until the person stops, and then until it is written
    down; it raises UserError where that is not possible now. A recording stays on the disk until ``forget``."""

    heard: SignalInstance
    """(seconds, level 0 to 1) while somebody is heard."""
    writing: SignalInstance
    """(0 to 1) while it is written down."""

    @property
    def can_speak(self) -> bool:
        """Whether questions can be read aloud here."""

    @property
    def can_listen(self) -> bool:
        """Whether answers can be spoken here."""

    async def look(self) -> None:
        """See again what this machine can do; what was chosen or fetched meanwhile counts from then on."""

    def say(self, text: str, language: str) -> None: ...

    def stop(self) -> None:
        """End reading aloud, and listening: what was said so far is written down."""

    def cancel(self) -> None:
        """End listening: nothing is written down, and nothing is kept."""

    async def listen(self, question_id: int, language: str) -> Spoken | None:
        """None when it was cancelled."""

    async def left_behind(self, question_id: int) -> float:
        """Seconds of a recording that was never written down; 0 when there is none."""

    async def write_down(self, question_id: int, language: str) -> Spoken:
        """What such a recording says."""

    async def forget(self, question_id: int) -> None:
        """Its words are kept, or it is not wanted."""
