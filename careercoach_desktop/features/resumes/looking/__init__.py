"""A résumé file looked at without keeping it, read in the child process. No database: nothing of it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.reading import ReadResume
    from careercoach_desktop.foundation.tasks.child import ChildProcess

MAX_BYTES = 40 * 1024 * 1024


def look_at(path: Path, child: ChildProcess) -> ReadResume:
    """What the file says. Raises UserError as ``read_upload`` and ``read_resume`` do, and ``resume-empty``."""
    from careercoach_desktop.features.resumes.reading import read_resume

    data = read_upload(path)
    refuse_hopeless(data, path.name)
    read: ReadResume = child.call(read_resume, data, path.name)
    return read


def read_upload(path: Path) -> bytes:
    """The bytes of a file to read. UserError ``file-unreadable``, and ``resume-too-large`` before reading it."""
    from careercoach_desktop.foundation.storage.files import read_whole

    return read_whole(path, MAX_BYTES, _too_large(path.name))


def refuse_hopeless(data: bytes, name: str) -> None:
    """Raises UserError ``resume-empty``, ``resume-too-large``, and as ``refusals.other_kind`` for what is no document
    at all."""
    from careercoach_desktop.foundation.documents.reading import refusals, sniff

    if not data:
        raise UserError(f"“{name}” is empty.", "Choose another file, or export it again.", code="resume-empty")
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if sniff.is_beyond_reading(data):
        why = refusals.other_kind(sniff.what_else(data))
        raise UserError(f"“{name}” was not added. {why.message}", why.next_step, code=why.code)


def _too_large(name: str) -> UserError:
    return UserError(
        f"“{name}” is larger than {MAX_BYTES // (1024 * 1024)} MB, too large for a résumé.",
        "Export it again without large pictures.",
        code="resume-too-large",
    )
