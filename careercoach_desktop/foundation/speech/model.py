"""What was said, word by word with its time, and who can write it down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """``start`` and ``end`` in seconds from the beginning of the sound."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """``text`` with its punctuation; ``seconds`` is how long the sound is; ``engine`` who wrote it down."""

    text: str
    words: tuple[SpokenWord, ...]
    seconds: float
    language: str
    engine: str


class Recogniser(Protocol):
    """Writes sound down. Slow (about as long as the sound, or longer): never on the Qt thread."""

    def transcribe(self, sound: Path, language: str, heard: Callable[[float], None]) -> Transcript:
        """``heard`` is told how far it is (0 to 1) and may raise to stop it. Raises UserError when the sound can't be
        read."""
