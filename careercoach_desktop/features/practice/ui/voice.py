"""The door to speaking and listening. Text always works; where the machine can do more, somebody stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from careercoach_desktop.features.practice.model import Speech


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said, in writing, how it was said, and the sound itself (empty when it is not to be kept)."""

    text: str
    speech: Speech | None = None
    recording: bytes = b""


class VoiceDoor(Protocol):
    """``say`` reads aloud and returns at once, ``stop`` ends speaking and listening; ``listen`` waits until the person
    stops, and raises UserError where that is not possible now. ``seconds`` runs while somebody is heard."""

    @property
    def can_speak(self) -> bool:
        """Whether questions can be read aloud here."""

    @property
    def can_listen(self) -> bool:
        """Whether answers can be spoken here."""

    def say(self, text: str, language: str) -> None: ...

    def stop(self) -> None: ...

    async def listen(self) -> Spoken: ...
