"""Files that may become résumés: how large they may be, and what the résumé is called."""

from __future__ import annotations

from pathlib import Path, PurePath

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import read_whole

MAX_BYTES = 40 * 1024 * 1024


def read_upload(path: Path) -> bytes:
    """The bytes of a file to import. UserError ``file-unreadable``, and ``resume-too-large`` before reading it."""
    return read_whole(path, MAX_BYTES, too_large(path.name))


def too_large(name: str) -> UserError:
    return UserError(
        f"“{name}” is larger than {MAX_BYTES // (1024 * 1024)} MB, too large for a résumé.",
        "Export it again without large pictures.",
        code="resume-too-large",
    )


def title_from(file_name: str) -> str:
    """What a résumé is called until its person's name is read: the file's name in plain words."""
    stem = PurePath(file_name).stem.replace("_", " ").replace("-", " ")
    words = " ".join(stem.split()) or "Résumé"
    if not words.islower():
        return words
    return " ".join("CV" if word == "cv" else word.title() for word in words.split())
