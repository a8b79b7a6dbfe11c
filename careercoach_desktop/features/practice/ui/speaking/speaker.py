"""The system's voice, through Qt's speech add-on; an optional part of the installation."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice


class Speaker(QObject):
    """``engine`` is one of Qt's names; empty takes the system's. Nothing is loaded before it is first asked for."""

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._is_loaded = False

    @property
    def is_there(self) -> bool:
        """Whether the add-on is installed and the system has a voice for it."""
        speech = self._loaded()
        return speech is not None and bool(speech.availableLocales())

    def say(self, text: str, language: str) -> None:
        """Read it in that language where a voice speaks it, else with the system's own; what is being read ends."""
        speech = self._loaded()
        if speech is None:
            return
        speech.stop()
        if (voice := self._voice(speech, language)) is not None:
            speech.setVoice(voice)
        speech.say(text)

    def stop(self) -> None:
        if self._speech is not None:
            self._speech.stop()

    def _loaded(self) -> QTextToSpeech | None:
        if not self._is_loaded:
            self._is_loaded = True
            if importlib.util.find_spec("PySide6.QtTextToSpeech") is not None:
                from PySide6.QtTextToSpeech import QTextToSpeech

                made = QTextToSpeech(self._engine, self) if self._engine else QTextToSpeech(self)
                self._speech = None if made.state() is QTextToSpeech.State.Error else made
        return self._speech

    @staticmethod
    def _voice(speech: QTextToSpeech, language: str) -> QVoice | None:
        """A voice of that language, of the person's own country where there is a choice."""
        own = QLocale.system()
        spoken = [locale for locale in speech.availableLocales() if locale.name().split("_")[0] == language]
        if not spoken:
            return None
        speech.setLocale(next((locale for locale in spoken if locale.territory() == own.territory()), spoken[0]))
        voices = speech.availableVoices()
        return voices[0] if voices else None
