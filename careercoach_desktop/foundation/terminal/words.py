"""Text for a terminal. What comes from files and pages may hold control characters that move the cursor, change
colours or forge lines; none of them reaches the screen."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

_SEQUENCES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[ -/]*[0-~])"
)
"""Whole ANSI sequences, so that their letters do not stay behind."""
_UNSEEN = "\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""C1 controls, marks that turn the direction of writing, lone surrogates."""
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f{_UNSEEN}]")
_UNSEEN_IN_JSON = re.compile(f"[{_UNSEEN}]")


def clean(text: str) -> str:
    """The text without anything that a terminal would obey; lines and tabs stay."""
    return _CONTROLS.sub("", _SEQUENCES.sub("", text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """``clean``, on one line."""
    return " ".join(clean(text).split())


def as_json(value: object) -> str:
    """JSON a program gets unchanged and a terminal can show: what a terminal would obey is escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def columns(rows: Iterable[Sequence[str]], head: Sequence[str] = (), widest: int = 48) -> list[str]:
    """Lines in which the cells stand below each other; long cells end in “…”. ``widest``: in letters."""
    table = [[_cut(one_line(cell), widest) for cell in row] for row in ([head] if head else [])]
    table += [[_cut(one_line(cell), widest) for cell in row] for row in rows]
    widths = [max(map(_width, cells)) for cells in zip(*table, strict=True)]
    return ["  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def labelled(pairs: Iterable[tuple[str, object]]) -> list[str]:
    """``Company   Brightwater``: one line for each pair that says something."""
    said = [(label, one_line(str(value))) for label, value in pairs if value not in (None, "")]
    wide = max((len(label) for label, _ in said), default=0)
    return [f"{label:<{wide}}  {value}" for label, value in said]


def _width(text: str) -> int:
    """In cells of the terminal: Chinese letters take two, accents that combine take none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while text and _width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
