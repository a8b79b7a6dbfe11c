"""Files of a command, with words for what can go wrong."""

from __future__ import annotations

from pathlib import Path

from careercoach_desktop.foundation.errors import UserError


def read_file(path: Path) -> bytes:
    """Raises UserError ``file-unreadable``."""
    try:
        return path.expanduser().read_bytes()
    except OSError as problem:
        raise UserError(
            f"“{path}” could not be read.", "Check its name, and that it is there.", code="file-unreadable"
        ) from problem


def write_file(path: Path, data: bytes) -> None:
    """Raises UserError ``file-unwritable``."""
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise UserError(f"“{path}” could not be written.", "Choose another place.", code="file-unwritable") from problem
