"""Where Tesseract is, and which languages it can read."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from .language import name_of
from .running import ProgramFailed, run

_SCRIPTS = ("osd", "equ", "snum")
"""What ``--list-langs`` names besides languages."""
_LISTING_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed Tesseract: its program, the languages it has data for (``eng``, ``deu`` …), and whether it can tell
    which way up a page is."""

    path: Path
    languages: tuple[str, ...]
    tells_orientation: bool = False


def find() -> Tesseract | None:
    """The installed Tesseract, or None when there is none that answers and knows a language.

    Asked anew each time (some 20 ms): a person who installs it need not start Career Coach again.
    """
    for path in _candidates():
        try:
            said = run([path, "--list-langs"], b"", _LISTING_SECONDS).decode("utf-8", "replace")
        except ProgramFailed:
            continue
        names = [line.strip() for line in said.splitlines()[1:] if line.strip()]
        languages = tuple(name for name in names if name not in _SCRIPTS and "/" not in name)
        if languages:
            return Tesseract(path, languages, "osd" in names)
    return None


def how_to_install() -> str:
    """A short phrase for this system: what to do to have it."""
    if sys.platform == "win32":
        return "install Tesseract for Windows (“UB Mannheim” makes the installer)"
    if sys.platform == "darwin":
        return "install Tesseract (in Terminal: brew install tesseract tesseract-lang)"
    return "install the package tesseract-ocr, and tesseract-ocr-deu for German and so on"


def how_to_add(language: str) -> str:
    """A short phrase for this system: what to do to have a language (in Tesseract’s names) read."""
    if sys.platform == "win32":
        return f"run Tesseract’s installer again and choose {name_of(language)}"
    if sys.platform == "darwin":
        return "install its languages (in Terminal: brew install tesseract-lang)"
    return f"install the package tesseract-ocr-{language.replace('_', '-')}"


def _candidates() -> list[Path]:
    return [place for place in (*_on_path(), *_usual_places()) if place.is_file()]


def _on_path() -> list[Path]:
    """Whole places only. Windows would look in the current folder before all others, and what lies in a folder of
    downloads under that name is not what was installed."""
    name = "tesseract.exe" if sys.platform == "win32" else "tesseract"
    folders = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep)]
    return [Path(found) for each in folders if each.is_absolute() and (found := shutil.which(each / name))]


def _usual_places() -> list[Path]:
    """A program started from a dock or a start menu does not have the search path of a terminal."""
    if sys.platform == "win32":
        roots = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
        inside = [Path(root) for root in roots if root]
        return [
            root / part / "tesseract.exe" for root in inside for part in ("Tesseract-OCR", "Programs/Tesseract-OCR")
        ]
    if sys.platform == "darwin":
        return [Path(root) / "bin/tesseract" for root in ("/opt/homebrew", "/usr/local", "/opt/local")]
    return []
