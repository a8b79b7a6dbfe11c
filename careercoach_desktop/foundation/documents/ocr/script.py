"""Which letters a page is written in, from what Tesseract says of it, and which languages are written in them.

Asked when a reading came out as noise. Letters run from right to left are left out: the reading behind this goes by
columns from the left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE, _JAPANESE, _KOREAN = ("chi_sim", "chi_tra", "jpn"), ("jpn",), ("kor",)
_LANGUAGES = {
    "Han": _CHINESE,
    "HanS": _CHINESE,
    "HanT": _CHINESE,
    "Japanese": _JAPANESE,
    "Hiragana": _JAPANESE,
    "Katakana": _JAPANESE,
    "Hangul": _KOREAN,
    "Korean": _KOREAN,
    "Cyrillic": ("rus", "ukr", "bul", "srp", "bel", "mkd"),
    "Greek": ("ell",),
}
"""Tesseract's names, the most spoken language first: the one to install when there is none of them."""
_TURN, _SURE_OF_TURN = re.compile(rb"Rotate: (\d+)"), re.compile(rb"Orientation confidence: ([\d.]+)")
_SCRIPT, _SURE_OF_SCRIPT = re.compile(rb"Script: (\w+)"), re.compile(rb"Script confidence: ([\d.]+)")
_LEAST_SURE, _LEAST_SURE_ALPHABET = 0.4, 6.0
"""Measured: pages in Chinese and Japanese come with 0.4 to 2.2, in Greek and Russian with 8 to 13; coarse ones in Latin
letters are taken for Chinese with 0.1 to 0.4 and for Russian with 4 to 5."""
_ALPHABETS = frozenset({"Cyrillic", "Greek"})
_KANA = re.compile("[\u3041-\u30fa]")
_WITHOUT_ENGLISH = frozenset({*_CHINESE, *_JAPANESE, *_KOREAN})
"""Their data knows the Latin letters, too; English beside them makes names into noise and takes half as long again."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What Tesseract says of a page: ``quarters`` are the clockwise turns that put it upright."""

    quarters: int = 0
    script: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """Those written in this script, none for Latin ones: their small words tell better."""
        return _LANGUAGES.get(self.script, ())


def letters_of(report: bytes) -> Letters:
    """From Tesseract's report about orientation and script."""
    turn, sure = _TURN.search(report), _SURE_OF_TURN.search(report)
    quarters = int(turn[1]) // 90 if turn and sure and float(sure[1]) >= 1.0 else 0
    return Letters(quarters, _script(report))


def _script(report: bytes) -> str:
    found, sure = _SCRIPT.search(report), _SURE_OF_SCRIPT.search(report)
    name = found[1].decode() if found else ""
    least = _LEAST_SURE_ALPHABET if name in _ALPHABETS else _LEAST_SURE
    return name if sure and float(sure[1]) >= least else ""


def code_beside_english(language: str, installed: tuple[str, ...]) -> str:
    """What to ask Tesseract for to have a page in this language read."""
    alone = language in _WITHOUT_ENGLISH or "eng" not in installed
    return language if alone else f"{language}+eng"


def is_chinese_after_all(language: str, text: str) -> bool:
    """Whether a text read as Japanese, because there was nothing better, has no letter that only Japanese has."""
    return language == "jpn" and not _KANA.search(text)
