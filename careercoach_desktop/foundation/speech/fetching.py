"""The files of a speech model brought from its makers’ page: what came before is gone on with, what is wrong refused.

A thread of its own waits for the network, so that whoever asked can stop at any moment; it looks before it writes
whether it is still wanted. Bytes are written at their own place in the file, never appended, so that even two fetches
of one model (two windows, two data folders) can only write the same bytes twice.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech.catalogue import ModelFile, RecogniserModel
from careercoach_desktop.foundation.storage.faults import as_user_error
from careercoach_desktop.foundation.web.downloading import Answer, Downloader, LineBrokenError

HUB = "https://huggingface.co"
"""Where the makers publish."""
_LOOK_EACH = 0.3
_TRIES = 3
"""Connections that bring nothing at all, one after another, before it is given up."""
_BLOCK = 1 << 20
_ROOM_TO_LEAVE = 100_000_000
"""Bytes of the disk that stay free for everything else."""
_GONE = frozenset({401, 403, 404, 410, 451})


class ModelFetch:
    """One fetch of one model into a folder. ``source``: the address of the page’s server."""

    def __init__(self, model: RecogniserModel, folder: Path, source: str = HUB) -> None:
        self._model, self._folder, self._source = model, folder, source
        self._unwanted = threading.Event()
        self._failure: BaseException | None = None

    def run(self, progress: Callable[[float], None]) -> None:
        """Minutes. Afterwards every file is there and is what it should be. ``progress`` (0 to 1) may raise to stop it;
        what came so far stays in the folder, for the next time. Raises UserError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._look_for_room()
        worker = threading.Thread(target=self._work, name=f"fetch {self._model.name}", daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(_LOOK_EACH)
                progress(min(0.99, arrived(self._model, self._folder) / self._model.size))
        finally:
            self._unwanted.set()
        if self._failure is not None:
            raise self._failure

    def _look_for_room(self) -> None:
        needed = self._model.size - arrived(self._model, self._folder)
        free = shutil.disk_usage(self._folder).free
        if free < needed + _ROOM_TO_LEAVE:
            raise UserError(
                f"The speech model “{self._model.name}” needs {_megabytes(needed)} more on the disk; "
                f"{_megabytes(free)} are free.",
                "Free some space, or fetch a smaller model. Typing your answers works meanwhile.",
                code="speech-model-no-room",
            )

    def _work(self) -> None:
        try:
            with Downloader() as downloader:
                for file in self._model.files:
                    self._bring(downloader, file)
        except _Unwanted:
            return
        except OSError as error:
            self._failure = as_user_error(error) or error
        except Exception as error:  # noqa: BLE001 - raised again on the thread that asked
            self._failure = error

    def _bring(self, downloader: Downloader, file: ModelFile) -> None:
        path = self._folder / file.name
        if path.is_file() and path.stat().st_size > file.size:
            path.unlink()
        empty_handed = 0
        while (before := _size(path, file)) < file.size:
            if self._unwanted.is_set():
                raise _Unwanted
            broken: LineBrokenError | None = None
            try:
                self._ask(downloader, file, path, before)
            except LineBrokenError as error:
                broken = error
            empty_handed = 0 if _size(path, file) > before else empty_handed + 1
            if empty_handed >= _TRIES:
                raise self._not_reached() from broken
        if self._digest(path) != file.digest:
            path.unlink()
            raise self._not_the_makers()

    def _ask(self, downloader: Downloader, file: ModelFile, path: Path, have: int) -> None:
        address = f"{self._source}/{self._model.repository}/resolve/{self._model.revision}/{file.name}"
        with downloader.ask(address, have) as answer:
            if not answer.is_given:
                raise self._refused(answer.status)
            promised = None if answer.length is None else answer.place + answer.length
            if not 0 <= answer.place <= have or promised not in (None, file.size):
                raise self._not_the_makers()
            self._write(answer, file, path)

    def _write(self, answer: Answer, file: ModelFile, path: Path) -> None:
        path.touch()
        place = answer.place
        with path.open("r+b") as out:
            out.seek(place)
            for piece in answer.pieces:
                if self._unwanted.is_set():
                    raise _Unwanted
                place += len(piece)
                if place > file.size:
                    raise self._not_the_makers()
                out.write(piece)
                out.flush()

    def _digest(self, path: Path) -> str:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                if self._unwanted.is_set():
                    raise _Unwanted
                digest.update(block)
        return digest.hexdigest()

    def _not_reached(self) -> UserError:
        return UserError(
            f"The speech model “{self._model.name}” could not be fetched: its makers’ page was not reached.",
            "Check your connection and fetch it again: it goes on where it stopped. Typing works meanwhile.",
            code="speech-model-not-fetched",
            transient=True,
        )

    def _refused(self, status: int) -> UserError:
        if status in _GONE:
            return UserError(
                f"The speech model “{self._model.name}” is no longer where its makers published it.",
                "Choose another model, or look for a newer Career Coach. Typing your answers works meanwhile.",
                code="speech-model-gone",
            )
        return UserError(
            f"The speech model “{self._model.name}” could not be fetched: its makers’ page answered with an error "
            f"({status}).",
            "Fetch it again later: it goes on where it stopped. Typing your answers works meanwhile.",
            code="speech-model-not-fetched",
            transient=status >= 500 or status == 429,
        )

    def _not_the_makers(self) -> UserError:
        return UserError(
            f"What came is not the speech model “{self._model.name}” as its makers published it.",
            "It was thrown away. Fetch it again, on another network if this one asks you to sign in.",
            code="speech-model-wrong",
        )


class _Unwanted(Exception):  # noqa: N818 - not an error: whoever asked has left
    """Nobody waits for it any more."""


def arrived(model: RecogniserModel, folder: Path) -> int:
    """Bytes of the model that lie in the folder."""
    return sum(_size(folder / file.name, file) for file in model.files)


def _size(path: Path, file: ModelFile) -> int:
    """A file that is too long is none of ours."""
    size = path.stat().st_size if path.is_file() else 0
    return size if size <= file.size else 0


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / 1_000_000)):,} MB"
