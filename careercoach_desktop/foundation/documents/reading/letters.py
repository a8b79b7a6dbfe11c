"""Bytes of a text file as letters, where nothing says which of the world's encodings they are in.

Almost everything is UTF-8 today. What is not is told by its shape: Western text has a lone byte beyond ASCII here and
there, Cyrillic and Greek have little else, and Chinese, Japanese and Korean come in pairs that few encodings can read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 20_000
_DENSE = 0.3
"""From this share of its letters beyond ASCII on, a text is not in Latin letters (Czech and French have under 0.15)."""
_KANA = re.compile("[\u3041-\u30fe]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_COMMON_HAN = re.compile(
    "[的一是不了在人有我他这個个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日工程師师学校职業业公司電电话邮箱]"
)
_RUSSIAN = re.compile("[оеаинтсрвлкмдпу]")
_GREEK = re.compile("[αοιετσνηυρπκμλςάέήίόύώ]")
_SHOUTED = re.compile(r"(?<=[^\W\d_])[А-ЯЁΑ-ΩΆ-Ώ](?=[а-яёα-ω])")
"""A capital inside a word: what a wrong reading of Cyrillic and Greek is full of."""
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")


def decode(data: bytes) -> str | None:
    """The text, or None when the bytes are no text at all."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    if (text := _try(data, "utf-8")) is not None:
        return text if _looks_like_text(text) else None
    if len(data) > 3 and (wide := _without_mark(data)):
        text = _try(data[: len(data) // 2 * 2], wide)
        return text if text is not None and _looks_like_text(text) else None
    if _density(data) >= _DENSE and (text := _dense(data)) is not None:
        return text
    text = _try(data, "cp1252") or data.decode("latin-1")
    return text if _looks_like_text(text) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin text: every second byte is zero."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[first::2][:200]
        if half.count(0) > len(half) * 0.4:
            return encoding
    return ""


def _density(data: bytes) -> float:
    """The share of bytes beyond ASCII among those of letters."""
    sample = data[:_SAMPLE]
    beyond = sum(byte > 127 for byte in sample)
    letters = beyond + sum(chr(byte).isalpha() for byte in sample if byte < 128)
    return beyond / letters if letters else 0.0


def _dense(data: bytes) -> str | None:
    """The reading that gives the most of the letters its language uses most."""
    best, best_score = None, 0.35
    for encoding, score in _READINGS:
        text = _try(data, encoding)
        if text is not None and _looks_like_text(text) and (points := score(text[:_SAMPLE])) > best_score:
            best, best_score = text, points
    return best


def _share(pattern: re.Pattern[str], weight: float = 1.0) -> Callable[[str], float]:
    def score(text: str) -> float:
        beyond = sum(char > "\x7f" for char in text) or 1
        return weight * len(pattern.findall(text)) / beyond

    return score


def _alphabet(frequent: re.Pattern[str]) -> Callable[[str], float]:
    common = _share(frequent)
    shouted = _share(_SHOUTED)
    return lambda text: common(text) - 2 * shouted(text)


def _japanese(text: str) -> float:
    """Real Japanese has kana between its characters, and hardly any of the half-width kind."""
    beyond = sum(char > "\x7f" for char in text) or 1
    kana, half = len(_KANA.findall(text)), len(_HALF_WIDTH.findall(text))
    return min(1.0, 2.5 * kana / beyond) - 2 * half / beyond


_READINGS: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("cp932", _japanese),
    ("euc_jp", _japanese),
    ("cp949", _share(_HANGUL)),
    ("gb18030", _share(_COMMON_HAN, 2.0)),
    ("big5", _share(_COMMON_HAN, 2.0)),
    ("cp1251", _alphabet(_RUSSIAN)),
    ("koi8-r", _alphabet(_RUSSIAN)),
    ("iso8859-5", _alphabet(_RUSSIAN)),
    ("cp1253", _alphabet(_GREEK)),
)


def _looks_like_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(1 for char in sample if (ord(char) < 32 and char not in "\t\n\r\f\v") or char == "\ufffd")
    return strange <= len(sample) * 0.01
