"""The system's voice, through Qt's speech add-on; an optional part of the installation."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice


class Speaker(QObject):
    """``engine`` is one of Qt's names; empty takes the system's. There is no voice before ``load``."""

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._is_loaded = self._is_made = False

    def load(self) -> None:
        """Bring the add-on into memory, where it is installed: reads the disk, so never on the Qt thread."""
        try:
            importlib.import_module("PySide6.QtTextToSpeech")
        except ImportError:  # not installed, or without a library of the system it needs
            return
        self._is_loaded = True

    @property
    def is_there(self) -> bool:
        """Whether the add-on is loaded and the system has a voice for it."""
        speech = self._made()
        return speech is not None and bool(speech.availableLocales())

    def say(self, text: str, language: str) -> None:
        """Read it in that language where a voice speaks it, else with the system's own; what is being read ends."""
        speech = self._made()
        if speech is None:
            return
        speech.stop()
        if (voice := self._voice(speech, language)) is not None:
            speech.setVoice(voice)
        speech.say(text)

    def stop(self) -> None:
        if self._speech is not None:
            self._speech.stop()

    def _made(self) -> QTextToSpeech | None:
        if self._is_loaded and not self._is_made:
            self._is_made = True
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
