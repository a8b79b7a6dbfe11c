"""What people speak, told from what they program in: both stand under ``Languages``."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.foundation.documents.model import Line

from .headings import plain

_LOCALES = ("en", "de", "fr", "es", "pt", "it", "nl", "ja", "zh", "pl", "sv", "da")
_MORE = (
    "mandarin",
    "cantonese",
    "farsi",
    "flemish",
    "sign language",
    "gebardensprache",
    "latinum",
    "hochdeutsch",
    "schweizerdeutsch",
    "castellano",
    "valenciano",
    "普通话",
    "国语",
    "粤语",
    "日语",
)
_BETWEEN = re.compile(r"[^\w\s'’-]+|\t+|\s(?:and|und|et|y|e|en)\s")
_GRADED = re.compile(
    r"\d|native|fluent|mother|tongue|muttersprach|courant|nativo|madrelingua|moedertaal", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    from babel import Locale

    names = {plain(name) for locale in _LOCALES for name in Locale(locale).languages.values()}
    return frozenset(names | {plain(name) for name in _MORE})


@lru_cache(maxsize=1024)
def names_a_tongue(text: str) -> bool:
    """Whether a few words name a language that people speak, alone or with a level beside it."""
    for piece in _BETWEEN.split(text):
        flat = plain(piece)
        first = flat.split(" ")[0] if flat else ""
        if flat in _names() or ((len(first) > 3 or not first.isascii()) and first in _names()):
            return True
    return False


def parted(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a section called ``Languages``: those about what is spoken, and those that only list what is
    programmed in. A line with a level or a number is left with the languages: a test, or one we do not know."""
    spoken = [line for line in lines if names_a_tongue(line.text)]
    if not spoken:
        told = any(_GRADED.search(line.text) for line in lines)
        return (lines, []) if told else ([], lines)
    others = [line for line in lines if line not in spoken and not _GRADED.search(line.text) and _is_list(line.text)]
    return [line for line in lines if line not in others], others


def _is_list(text: str) -> bool:
    """Words parted by commas, or a word or two that stand alone, as on the labels of a chart."""
    if "," in text:
        return all(0 < len(piece.split()) <= 3 for piece in text.split(","))
    return len(text.split()) <= 2 and text[:1].isalpha() and not text.endswith((".", ":", ","))
