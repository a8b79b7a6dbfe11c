"""The speech models on this computer: which are there, fetching one, letting one go.

They lie beside the program's caches, not in a person's data: a backup need not carry half a gigabyte that anybody can
fetch again. Fetching runs in a process of its own, so that it can be stopped at any moment.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import platformdirs

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech.model import KNOWN_MODELS, Recogniser, RecogniserModel
from careercoach_desktop.foundation.speech.whisper import Whisper, is_installed

HOW_TO_INSTALL = 'pip install "careercoach-desktop[transcription]"'
_WANTED = ["config.json", "preprocessor_config.json", "model.bin", "tokenizer.json", "vocabulary.*"]
_MEGABYTE = 1_000_000
_LOOK_EACH = 0.3

Fetch = Callable[[str, str], None]
"""(repository, folder): brings the files there; runs in a process of its own."""


def _fetch(repository: str, folder: str) -> None:  # pragma: no cover - runs in the other process, and needs a network
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from huggingface_hub import snapshot_download

    snapshot_download(repository, local_dir=folder, allow_patterns=_WANTED, token=False)


def models_folder() -> Path:
    """Where this computer keeps what programs can fetch again."""
    return Path(platformdirs.user_cache_dir("CareerCoach", appauthor=False)) / "speech"


class SpeechModels:
    """Thread-safe as far as its files are: one fetch of a model at a time."""

    def __init__(self, folder: Path, fetch: Fetch = _fetch) -> None:
        self._folder = folder
        self._fetch = fetch
        self._loaded: dict[str, Recogniser] = {}

    @property
    def can_recognise(self) -> bool:
        """Whether the optional extra is installed."""
        return is_installed()

    def present(self) -> list[RecogniserModel]:
        """Those that were fetched whole."""
        return [model for model in KNOWN_MODELS if (self._folder / model.name / "model.bin").is_file()]

    def recogniser(self, name: str) -> Recogniser | None:
        """None when the extra or the model is not there."""
        if not is_installed() or name not in {model.name for model in self.present()}:
            return None
        if name not in self._loaded:
            self._loaded[name] = Whisper(name, self._folder / name)
        return self._loaded[name]

    def fetch(self, name: str, progress: Callable[[float], None]) -> None:
        """Minutes. ``progress`` (0 to 1, about three times a second) may raise to stop it; then nothing is left.

        Raises UserError when it can't be had.
        """
        model = next(known for known in KNOWN_MODELS if known.name == name)
        half = self._folder / f"{name}.part"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        process = multiprocessing.get_context("spawn").Process(
            target=self._fetch, args=(model.repository, str(half)), daemon=True
        )
        try:
            process.start()
            while process.is_alive():
                process.join(_LOOK_EACH)
                progress(min(0.99, _size_of(half) / (model.megabytes * _MEGABYTE)))
            if process.exitcode or not (half / "model.bin").is_file():
                raise UserError(
                    f"The speech model “{name}” could not be fetched.",
                    "Check your connection and try again. Typing your answers works meanwhile.",
                    code="speech-model-not-fetched",
                    transient=True,
                )
            self.remove(name)
            half.rename(self._folder / name)
        finally:
            if process.is_alive():
                process.terminate()
                process.join()
            shutil.rmtree(half, ignore_errors=True)

    def remove(self, name: str) -> None:
        """Gone from the disk; silent when it was not there."""
        self._loaded.pop(name, None)
        shutil.rmtree(self._folder / name, ignore_errors=True)


def _size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
