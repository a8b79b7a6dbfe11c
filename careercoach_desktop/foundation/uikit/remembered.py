"""Where the window left its furniture: widths, folded columns, the last folder. Nothing a person would miss.

Until ``keep_in`` names a file it is only kept in memory, so tests and the gallery leave no traces.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

T = TypeVar("T")


class _Memory:
    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.file: QSettings | None = None


_memory = _Memory()


def keep_in(path: Path) -> None:
    """Read what was remembered from ``path`` (an ini file) and write there from now on."""
    _memory.values.clear()
    _memory.file = QSettings(str(path), QSettings.Format.IniFormat)


def remember(key: str, value: str | int | float | bool | list[str]) -> None:
    """Keep ``value`` under ``key``; written by Qt when the window is idle."""
    _memory.values[key] = value
    if _memory.file is not None:
        _memory.file.setValue(key, value)


def recall(key: str, default: T) -> T:
    """The value kept under ``key`` when it has the type of ``default``, otherwise ``default``."""
    if key in _memory.values:
        found = _memory.values[key]
    elif _memory.file is not None and _memory.file.contains(key):
        # An ini file holds text: Qt turns it back into the type the caller expects.
        found = _memory.file.value(key, default, type(default))
    else:
        return default
    return found if isinstance(found, type(default)) else default
