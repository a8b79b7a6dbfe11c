"""Whisper through faster-whisper (CTranslate2), an optional extra; the only module that touches it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech.model import SpokenWord, Transcript
from careercoach_desktop.foundation.speech.sound import seconds_of

_HESITANT = {
    "de": "Äh, also, ähm, ja.",
    "es": "Eh, este, pues, o sea.",
    "fr": "Euh, ben, du coup, voilà.",
}
"""What is said before the answer as far as the model knows: it leaves out fillers otherwise, and they are measured."""
_HESITANT_ANYWHERE = "Um, uh, er, you know, like."


def is_installed() -> bool:
    """Without importing it (1.5 s)."""
    return importlib.util.find_spec("faster_whisper") is not None


class Whisper:
    """A model in a folder, loaded at its first use (1–5 s) and kept. One transcription at a time."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder
        self._model: Any = None

    def transcribe(self, sound: Path, language: str, heard: Callable[[float], None]) -> Transcript:
        """See ``Recogniser``. ``language``: a code such as ``de``; empty lets the model listen which it is."""
        seconds = seconds_of(sound)
        segments, info = self._loaded().transcribe(
            str(sound),
            language=language or None,
            word_timestamps=True,
            condition_on_previous_text=False,
            initial_prompt=_HESITANT.get(language, _HESITANT_ANYWHERE),
        )
        words: list[SpokenWord] = []
        texts: list[str] = []
        for segment in segments:  # each is worked out when it is asked for
            texts.append(segment.text.strip())
            words += [SpokenWord(word.word.strip(), word.start, word.end) for word in segment.words or ()]
            heard(min(1.0, segment.end / seconds) if seconds else 1.0)
        return Transcript(" ".join(texts).strip(), tuple(words), seconds, info.language, f"Whisper {self._name}")

    def _loaded(self) -> Any:
        if self._model is None:
            from faster_whisper import WhisperModel

            try:
                self._model = WhisperModel(str(self._folder), device="cpu", compute_type="int8", local_files_only=True)
            except (RuntimeError, ValueError, OSError) as error:  # what CTranslate2 says of files it can't use
                raise UserError(
                    f"The speech model “{self._name}” can’t be used.",
                    "Your recording is kept. Remove the model in the settings and fetch it again.",
                    code="speech-model-broken",
                ) from error
        return self._model
