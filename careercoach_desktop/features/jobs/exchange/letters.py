"""Bytes of a table → letters. Spreadsheets write UTF-8, UTF-16, or the old codes of their Windows, and say which of the
latter it was nowhere: so the letters themselves are looked at."""

from __future__ import annotations

import re

_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[\u0080-\u00bf÷×](?=[^\W\d_])")
"""What no word holds: a sign between two letters."""
_CYRILLIC_WORDS = re.compile(rb"[\xc0-\xff]{3,}")
_LATIN_WORDS = re.compile(rb"[A-Za-z]{3,}")
_OUT_OF_NORWAY = frozenset("øØ")
_OUT_OF_ITALY = frozenset("ìèùÌÈÙ")


def decoded(data: bytes) -> str:
    """UTF-8 and UTF-16 with their marks or without, otherwise as Windows writes western, central European or Cyrillic
    languages. Never raises; bytes that mean nothing become U+FFFD."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if data[1:400:2].count(0) > len(data[1:400:2]) * 0.7:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_windows(data[:200_000]), errors="replace")


def _windows(data: bytes) -> str:
    """Which of the old codes it was."""
    cyrillic = _CYRILLIC_WORDS.findall(data)
    high = sum(byte >= 0x80 for byte in data)
    if len(b"".join(cyrillic)) * 5 > high * 3 and len(cyrillic) * 5 > len(_LATIN_WORDS.findall(data)):
        return "cp1251"
    western = data.decode("cp1252", errors="replace")
    central = data.decode("cp1250", errors="replace")
    signs, central_signs = (len(_IN_A_WORD.findall(text)) + text.count("\ufffd") for text in (western, central))
    letters = set(western)
    two_countries = bool(letters & _OUT_OF_NORWAY and letters & _OUT_OF_ITALY)  # no one language has both
    return "cp1250" if signs > central_signs or two_countries else "cp1252"
