"""The speech models on this computer: which are there, fetching one, letting one go.

They lie beside the program's caches, not in a person's data: a backup need not carry half a gigabyte that anybody can
fetch again. One that is not whole yet lies beside them under a name of its own, and a fetch goes on with it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs

from careercoach_desktop.foundation.speech.catalogue import KNOWN_MODELS, RecogniserModel
from careercoach_desktop.foundation.speech.fetching import HUB, ModelFetch, arrived
from careercoach_desktop.foundation.speech.model import Recogniser
from careercoach_desktop.foundation.speech.whisper import Whisper, is_installed


def models_folder() -> Path:
    """Where this computer keeps what programs can fetch again."""
    return Path(platformdirs.user_cache_dir("CareerCoach", appauthor=False)) / "speech"


class SpeechModels:
    """Thread-safe as far as its files are: one fetch of a model at a time."""

    def __init__(self, folder: Path, known: Sequence[RecogniserModel] = KNOWN_MODELS, source: str = HUB) -> None:
        self._folder = folder
        self._source = source
        self.known = tuple(known)
        self._loaded: dict[str, Recogniser] = {}

    @property
    def can_recognise(self) -> bool:
        """Whether the optional extra is installed. Looks at the disk."""
        return is_installed()

    def present(self) -> list[RecogniserModel]:
        """Those that are here whole."""
        return [model for model in self.known if arrived(model, self._whole(model)) == model.size]

    def on_disk(self, model: RecogniserModel) -> int:
        """Bytes of it on this computer, those of a fetch that is not done yet too."""
        return sum(_weight(folder) for folder in (self._whole(model), self._part(model)))

    def recogniser(self, name: str) -> Recogniser | None:
        """None when the extra or the model is not there."""
        if not is_installed() or name not in {model.name for model in self.present()}:
            return None
        if name not in self._loaded:
            self._loaded[name] = Whisper(name, self._folder / name)
        return self._loaded[name]

    def fetch(self, name: str, progress: Callable[[float], None]) -> None:
        """Minutes. ``progress`` (0 to 1, about three times a second) may raise to stop it; what came so far is gone on
        with the next time. Raises UserError when it can't be had, and what was there before stays."""
        model = next(known for known in self.known if known.name == name)
        part = self._part(model)
        try:
            ModelFetch(model, part, self._source).run(progress)
            self._loaded.pop(name, None)
            shutil.rmtree(self._whole(model), ignore_errors=True)
            part.rename(self._whole(model))
        except FileNotFoundError:  # somebody else fetched it at the same time, and was done first
            if model not in self.present():
                raise

    def remove(self, name: str) -> None:
        """Gone from the disk, what is not whole yet too; silent when it was not there."""
        self._loaded.pop(name, None)
        for model in self.known:
            if model.name == name:
                shutil.rmtree(self._whole(model), ignore_errors=True)
                shutil.rmtree(self._part(model), ignore_errors=True)

    def _whole(self, model: RecogniserModel) -> Path:
        return self._folder / model.name

    def _part(self, model: RecogniserModel) -> Path:
        return self._folder / f"{model.name}.part"


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) if folder.is_dir() else 0
