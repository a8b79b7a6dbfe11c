"""What stands behind the row “Photo” of a form: the file is chosen, drawn anew elsewhere, packed small and kept."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QBuffer, QObject, QSize, Qt
from PySide6.QtGui import QImage

from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.photo_row import PhotoRow
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.service import PhotoService

FILTERS = ("Pictures (*.png *.jpg *.jpeg)",)
MOST_LETTERS = 60_000
"""Of the data address: every version of a résumé holds it."""
_QUALITIES = (88, 80, 70)
_SMALLER = 0.8


class PhotoChoosing(QObject):
    """Serves the photo rows of a form. ``resume_id`` tells which résumé the form shows."""

    def __init__(self, desk: Desk, photos: PhotoService, form: ResumeForm, resume_id: Callable[[], int | None]) -> None:
        super().__init__(form)
        self._desk = desk
        self._photos = photos
        self._resume_id = resume_id
        form.photo_made.connect(self._serve)

    def _serve(self, row: PhotoRow) -> None:
        row.serve(
            lambda path: self._desk.start(self._choose(row, path), owner=row),
            lambda image: self._desk.start(self._show(row, image), owner=row),
        )

    async def _choose(self, row: PhotoRow, path: Path | None) -> None:
        """Take the file (or ask for one). What is chosen for one résumé never lands in another."""
        resume_id = self._resume_id()
        if path is None:
            path = next(iter(await self._desk.choose_files("Choose a photo", FILTERS)), None)
        if path is None:
            return
        address = await self._desk.work(partial(_prepared, self._photos, path))
        if shiboken6.isValid(row) and self._resume_id() == resume_id:
            row.take(address)

    async def _show(self, row: PhotoRow, image: str) -> None:
        side = round(PhotoRow.SIDE * row.devicePixelRatioF() * 2)  # the shorter side fills the circle
        drawn = await self._desk.work(self._photos.thumbnail, image, side)
        if shiboken6.isValid(row):
            row.show_picture(image, QImage.fromData(drawn))


def _prepared(photos: PhotoService, path: Path) -> str:
    return packed(photos.prepare(path))


def packed(png: bytes) -> str:
    """A data address of at most ``MOST_LETTERS`` for a PNG of our own: as JPEG, or as it is when that is smaller."""
    image = QImage.fromData(png)
    best = _address("png", png)
    while True:
        for quality in _QUALITIES:
            made = _address("jpeg", _jpeg(image, quality))
            if len(made) <= MOST_LETTERS:
                return min(best, made, key=len)
        image = image.scaled(
            QSize(round(image.width() * _SMALLER), round(image.height() * _SMALLER)),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _address(kind: str, picture: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"
