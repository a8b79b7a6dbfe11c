"""Files of the person's own, read and written with sentences instead of error numbers."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path, PurePath

from careercoach_desktop.foundation.errors import UserError

MAX_BYTES = 40 * 1024 * 1024


def read_upload(path: Path) -> bytes:
    """The bytes of a file to import. UserError ``file-unreadable``, and ``resume-too-large`` before reading it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_large(path.name)
        return path.read_bytes()
    except OSError as exc:
        raise UserError(
            f"“{path.name}” could not be opened.",
            "Check that it is a file, still there, and that you may read it.",
            code="file-unreadable",
        ) from exc


def too_large(name: str) -> UserError:
    return UserError(
        f"“{name}” is larger than {MAX_BYTES // (1024 * 1024)} MB, too large for a résumé.",
        "Export it again without large pictures.",
        code="resume-too-large",
    )


def write_whole(target: Path, content: bytes) -> None:
    """Write beside the target, then move into place: a full disk leaves no half file and the old one intact.

    Raises UserError ``file-unwritable``.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(target)
    except OSError as exc:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        raise UserError(
            f"“{target.name}” could not be saved there.",
            "Choose another folder, or free some space.",
            code="file-unwritable",
        ) from exc


def title_from(file_name: str) -> str:
    """What a résumé is called until its person's name is read: the file's name in plain words."""
    stem = PurePath(file_name).stem.replace("_", " ").replace("-", " ")
    words = " ".join(stem.split()) or "Résumé"
    if not words.islower():
        return words
    return " ".join("CV" if word == "cv" else word.title() for word in words.split())
