"""Amounts of money as people type them, whichever way they set a number's digits apart."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

_GAPS = re.compile(r"[\s'’]")
_GROUPS = re.compile(r"\d{1,3}(?:(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*)", re.ASCII)
_DECIMAL = re.compile(r"(?P<whole>\d[\d.,]*?)(?:(?P<point>[.,])(?P<rest>\d+))?", re.ASCII)
_LARGEST = 1e9


def read_amount(text: str, locale: QLocale | None = None) -> float | None:
    """``52000``, ``52,000``, ``52.000``, ``52 000``, ``52'000``, ``52k``, ``48,50``, and whatever else ``locale`` (the
    person's own when None) writes; from 0 to below 1e9. None for anything else.

    A mark before exactly three digits sets thousands apart, wherever people live: no wage has three decimals.
    """
    typed = text.strip().casefold()
    plain = _GAPS.sub("", typed)
    thousands = plain.endswith("k")
    value = _decimal(plain.removesuffix("k")) if thousands else _grouped(plain) or _decimal(plain)
    if value is None:
        value, understood = (locale or QLocale()).toDouble(typed)
        if not understood:
            return None
    value *= 1000 if thousands else 1
    return value if 0 <= value < _LARGEST else None


def _grouped(plain: str) -> float | None:
    return float(re.sub(r"[.,]", "", plain)) if _GROUPS.fullmatch(plain) else None


def _decimal(plain: str) -> float | None:
    found = _DECIMAL.fullmatch(plain)
    if found is None:
        return None
    whole, point, rest = found["whole"], found["point"], found["rest"] or "0"
    groups = _GROUPS.fullmatch(whole)
    if not whole.isdigit() and (groups is None or groups["mark"] == point):
        return None
    return float(re.sub(r"[.,]", "", whole) + "." + rest)
