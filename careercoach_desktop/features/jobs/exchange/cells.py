"""What a cell means: days in a country's order, amounts, yes and no, addresses, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.capture.wording import folded

_SERIAL = re.compile(r"[34567]\d{4}(?:\.\d+)?\Z")
_DAY_ZERO = date(1899, 12, 30)
"""What spreadsheets count days from."""
_PAIR = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:19|20)?\d\d(?!\d)")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{1,2})\.?\Z")
_YES_LIST = "yes y true 1 x high top high priority urgent ja j oui si ano tak hoch haute alta vysoka star starred must"
_YES = frozenset(_YES_LIST.split()) | {"✓", "✔", "★", "☑"}
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def month_first(cells: Iterable[str], usual: bool) -> bool:
    """Whether a column writes the month before the day: told by its own days where one can only be read one way,
    otherwise as is ``usual`` for the person."""
    for cell in cells:
        found = _PAIR.match(cell.strip())
        if found and "." not in found[0] and int(found[1]) != int(found[2]):
            if int(found[1]) > 12:
                return False
            if int(found[2]) > 12:
                return True
    return usual


def read_day(text: str, *, month_first: bool, today: date) -> date | None:
    """The day a cell names; a day without a year is the last such day."""
    text = text.strip()
    if _SERIAL.match(text):
        return _DAY_ZERO + timedelta(days=int(float(text)))
    if short := _WITHOUT_YEAR.match(text):
        for year in (today.year, today.year - 1):
            day = read_date(f"{short[1]}/{short[2]}/{year}", country="US" if month_first else "")
            if day is not None and day <= today:
                return day
        return None
    return read_date(text, country="US" if month_first else "", seen=today)


def is_yes(text: str) -> bool:
    return text.strip() in _YES or folded(text) in _YES


def read_link(text: str) -> tuple[str, str]:
    """An address in a cell and the words beside it; the address is empty when there is none."""
    whole = looks_like_url(text)
    if whole:
        return whole, ""
    found = _ADDRESS.search(text)
    link = looks_like_url(found[0].rstrip(").,;>]")) if found else None
    return (link, (text[: found.start()] + text[found.end() :]).strip(" -–|·:()<>[]")) if found and link else ("", text)


def read_list(text: str) -> list[str]:
    """Tags, however they are set apart."""
    return [one for part in re.split(r"[,;|\n]|\s#", text) if (one := part.strip().lstrip("#").strip())]
