"""The photo on a résumé: from the file somebody chose to pixels that are safe to keep, and from there to the screen."""

from __future__ import annotations

from pathlib import Path

from careercoach_desktop.features.resumes.picture.photo import draw_photo
from careercoach_desktop.features.resumes.typeset.lines import picture
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import read_whole
from careercoach_desktop.foundation.tasks.child import ChildProcess

MAX_BYTES = 40 * 1024 * 1024
PHOTO_PX = 360
"""The longer side: sharp at the size of a stamp on paper, small enough for every version to hold it."""


class PhotoService:
    """Slow (some 10 ms, a large photo a second): call it through ``Desk.work``."""

    def __init__(self, child: ChildProcess) -> None:
        self._child = child

    def prepare(self, path: Path) -> bytes:
        """PNG of the photo in a file, upright and on white, at most ``PHOTO_PX`` on its longer side.

        Raises UserError ``file-unreadable``, ``photo-too-large``, ``photo-kind``, ``photo-blank``, and what reading a
        damaged picture raises.
        """
        too_large = UserError(
            f"“{path.name}” is larger than {MAX_BYTES // (1024 * 1024)} MB, too large for a photo.",
            "Save a smaller copy and choose that.",
            code="photo-too-large",
        )
        data = read_whole(path, MAX_BYTES, too_large)
        drawn: bytes = self._child.call(draw_photo, data, path.name, PHOTO_PX)
        return drawn

    def thumbnail(self, image: str, side_px: int) -> bytes:
        """PNG of what ``basics.image`` holds, for the screen; empty when it is a link, or nothing that can be drawn.

        It may have come with somebody's JSON, so it is drawn in the child process too.
        """
        data = picture(image)
        if not data:
            return b""
        try:
            drawn: bytes = self._child.call(draw_photo, data, "photo", side_px)
        except UserError:
            return b""
        return drawn
