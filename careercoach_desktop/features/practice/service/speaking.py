"""Spoken answers: which model writes them down, having one fetched, and the recordings until they are written down.

A recording lies as a file in the data folder while it is being made and until its words are in the answer's draft,
so neither a crash nor a quit loses what was said. What is kept after that goes into the one file, when the person
wants it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careercoach_desktop.features.practice.model import Speech
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.practice.transcribing import speech_of
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.speech import (
    Recogniser,
    RecogniserModel,
    Recording,
    SpeechModels,
    seconds_of,
)
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.context import TaskContext
from careercoach_desktop.foundation.tasks.lanes import Lane
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue

FETCH = "practice.fetch-model"
FETCHING = Lane("speech-models")
"""Minutes of waiting for a network: not for the workers that read files."""
_RECORDING = re.compile(r"question-(\d{1,18})\.wav")
_SHORTEST = 0.3
"""Seconds; a shorter recording is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A model as it is offered. ``is_coming``: a task is fetching it; ``on_disk``: bytes that are here already, of one
    that is not whole too."""

    model: RecogniserModel
    is_present: bool = False
    is_chosen: bool = False
    is_coming: bool = False
    on_disk: int = 0


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What was said, how, and the sound itself where it is to be kept."""

    text: str
    speech: Speech
    recording: bytes


class SpeakingService:
    """Thread-safe; ``write_down`` takes about as long as the recording."""

    def __init__(
        self, database: Database, models: SpeechModels, settings: SettingsService, queue: TaskQueue, shelf: Path
    ) -> None:
        self._db = database
        self._models = models
        self._settings = settings
        self._queue = queue
        self._shelf = shelf
        queue.register(TaskKind(FETCH, self._fetch, lane=FETCHING))

    # --- models ------------------------------------------------------------------------------------------------------

    @property
    def is_installed(self) -> bool:
        """Whether the optional part that recognises speech is there. Looks at the disk."""
        return self._models.can_recognise

    def offered(self) -> list[ModelLine]:
        """Every model there is, before anybody looked at the disk."""
        return [ModelLine(model) for model in self._models.known]

    def lines(self) -> list[ModelLine]:
        """Every model that can be had."""
        present, chosen = {model.name for model in self._models.present()}, self._settings.current().speech_model
        tasks = [task for task in self._queue.active() if task.kind == FETCH and not task.state.is_over]
        coming = {str(task.payload["name"]) for task in tasks}
        return [
            ModelLine(
                model,
                is_present=model.name in present,
                is_chosen=model.name == chosen,
                is_coming=model.name in coming,
                on_disk=self._models.on_disk(model),
            )
            for model in self._models.known
        ]

    def fetch(self, name: str) -> int:
        """A task that brings the model and chooses it; one that is under way is that task. Returns its id."""
        with self._db.write() as unit:
            for task in self._queue.active():
                if task.kind == FETCH and task.payload == {"name": name} and not task.state.is_over:
                    return task.id
            return self._queue.enqueue(unit, FETCH, f"Fetching the speech model “{name}”", {"name": name})

    def choose(self, name: str) -> None:
        self._settings.choose(speech_model=name)

    def remove(self, name: str) -> None:
        """Gone from the disk; it can be fetched again."""
        if self._settings.current().speech_model == name:
            others = [model.name for model in self._models.present() if model.name != name]
            self._settings.choose(speech_model=others[0] if others else "")
        self._models.remove(name)

    @property
    def recogniser(self) -> Recogniser | None:
        """Who writes down; None while the extra, the choice or the model is missing."""
        name = self._settings.current().speech_model
        return self._models.recogniser(name) if name else None

    # --- recordings --------------------------------------------------------------------------------------------------

    def record(self, question_id: int) -> Recording:
        """A new recording for this question, in place of one nobody wrote down."""
        return Recording(self._file(question_id))

    def left_behind(self, question_id: int) -> float:
        """Seconds of a recording that was made and never written down; 0 when there is none."""
        path = self._file(question_id)
        if not path.is_file():
            return 0.0
        seconds = seconds_of(path)
        return seconds if seconds >= _SHORTEST else 0.0

    def write_down(self, question_id: int, language: str, heard: Callable[[float], None]) -> WrittenDown:
        """The recording stays until ``forget``. Raises UserError when nothing can be understood."""
        path, recogniser = self._file(question_id), self.recogniser
        if recogniser is None:
            raise UserError(
                "No speech model is chosen.",
                "Your recording is kept. Choose a model in the settings, or type your answer.",
                code="speech-model-missing",
                place="settings.voice",
            )
        transcript = recogniser.transcribe(path, language, heard)
        if not transcript.text.strip():
            raise UserError(
                "Nothing could be understood in the recording.",
                "Check that the right microphone is chosen and try again, or type your answer.",
                code="speech-not-understood",
            )
        keeps = self._settings.current().keep_recordings == "on"
        return WrittenDown(transcript.text, speech_of(transcript), path.read_bytes() if keeps else b"")

    def forget(self, question_id: int) -> None:
        """What was said is in the draft, or is not wanted; silent when there is no recording."""
        self._file(question_id).unlink(missing_ok=True)

    def forget_lost(self) -> int:
        """Forget the recordings nobody wrote down whose questions are forgotten, before another question gets their
        number; how many."""
        found = {int(name[1]): path for path in self._shelf.glob("*.wav") if (name := _RECORDING.fullmatch(path.name))}
        with self._db.read() as rows:
            lost = found.keys() - PracticeStore(rows).question_ids(found)
        for question_id in lost:
            self.forget(question_id)
        return len(lost)

    # -----------------------------------------------------------------------------------------------------------------

    def _file(self, question_id: int) -> Path:
        return self._shelf / f"question-{question_id}.wav"

    def _fetch(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        name = str(payload["name"])
        self._models.fetch(name, lambda fraction: context.progress(fraction, "Fetching"))
        self._settings.choose(speech_model=name)
        return None
