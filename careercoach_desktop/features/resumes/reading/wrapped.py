"""Head lines that a narrow column broke in two, put together again before anybody looks at them.

``University of | York`` and ``03/2023 – | Present`` are one thing on two lines; only breaks that can't be anything
else are mended.
"""

from __future__ import annotations

import re
from dataclasses import replace

from careercoach_desktop.foundation.documents.model import Line

from .dates import periods
from .places import is_place
from .sections import joined_lines

_OPEN_WORD = re.compile(
    r"(?:^|\s)(?:of|the|and|at|for|de|del|di|da|do|dos|das|des|du|la|le|les|el|los|della|degli|delle|zu|zur|zum|von"
    r"|van|der|den|het|für|und|et|y|e|en|in|&|–|—|-|/|·|\|)$"
    r"|(?:^|[,|·•–—\t]\s*)(?:(?:technische|freie|medizinische)\s)?(?:hochschule|universität|università|universidade|universidad|université|universiteit|politecnico"
    r"|instituto|institut|école|escuela|escola|lycée|liceo)$",
    re.IGNORECASE,
)
"""Words after which a name goes on, also nouns that stand before the name of a school."""

_SCHOOL_FIRST = re.compile(r"\b(?:university|college|school|institute)(?=\s*(?:[,|·•–—(]|\t|$))", re.IGNORECASE)
"""Nouns that stand behind the name of a school: a line that begins with one went on from above."""
_LONGEST = 12


_ADDRESS_OPEN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/(?:\S*[/-])?$|\S+@(?:[\w-]+\.)*$|\S+/\S*[-\u00ad]$", re.IGNORECASE)
_ADDRESS_REST = re.compile(r"[\w/.-]+(?:\s*\(\w+\))?$")


def whole_addresses(lines: list[Line]) -> list[Line]:
    """``github.com/`` above ``ada-wren``: addresses that took two lines, as one word."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        torn = last is not None and _beside(last, line) and _ADDRESS_OPEN.search(last.text)
        if last is not None and torn and _ADDRESS_REST.match(line.text) and "@" not in line.text:
            out[-1] = joined_lines(last, line, between="")
        else:
            out.append(line)
    return out


def whole_heads(lines: list[Line], reach: dict[tuple[int, int], float]) -> list[Line]:
    """The lines with torn heads mended; ``reach``: how far the lines of each page and column go."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last is not None and _beside(last, line):
            if _open_period(last, line):
                out[-1] = _with_end(last, line)
                continue
            if _open_bracket(last, line) or _open_place(last, line) or _open_name(last, line, reach):
                out[-1] = joined_lines(last, line)
                continue
        out.append(line)
    return out


def _beside(last: Line, line: Line) -> bool:
    if last.box is None or line.box is None or (last.page, last.column) != (line.page, line.column):
        return False
    return 0 < line.box.top - last.box.top < 2.4 * max(line.size, 1) and abs(last.size - line.size) < 0.6


def _open_period(last: Line, line: Line) -> bool:
    """A period that goes on over the break: ``03/2023 –`` above ``Present``, ``Mar 2020 – Feb.`` above ``2023``; also
    ``03/2023`` above ``– Present``, whose dash was taken for a list mark."""
    if last.bullet:
        return False
    lone = bool(line.bullet)
    before = last.text.rstrip()
    text = before + (" –" if lone else "")
    torn = [p for p in periods(f"{text} {line.text}") if p.begin < len(before) and p.finish > len(text) + 1]
    if not torn:
        return False
    alone = periods(line.text)
    if (
        alone
        and alone[0].begin == 0
        and not alone[0].single
        and any(char.isdigit() for char in before[torn[0].begin :])
    ):
        return False
    return not lone or torn[0].finish == len(text) + 1 + len(line.text.rstrip())


def _with_end(last: Line, line: Line) -> Line:
    return joined_lines(replace(last, text=f"{last.text} –") if line.bullet else last, line)


def _open_bracket(last: Line, line: Line) -> bool:
    """``(Apr 2020 – Mar`` above ``2023)``."""
    text = last.text
    opened = text.rfind("(")
    if last.bullet or line.bullet or opened < 0 or ")" in text[opened:]:
        return False
    return 0 <= line.text.find(")") < 30 and "(" not in line.text[: line.text.find(")")]


def _open_place(last: Line, line: Line) -> bool:
    """``York, United`` above ``Kingdom``: a country on two lines."""
    if last.bullet or line.bullet or len(line.text.split()) > 3 or is_place(line.text):
        return False
    commas = [found.end() for found in re.finditer(r",\s", last.text)]
    return any(is_place(f"{last.text[at:]} {line.text}") and not is_place(last.text[at:]) for at in commas)


def _open_name(last: Line, line: Line, reach: dict[tuple[int, int], float]) -> bool:
    """A line full to the margin that ends in a word nothing ends with, or whose aside is on the next."""
    if last.bullet or line.bullet or line.heading:
        return False
    goes_on = line.text[:1] == "(" and "\t" not in line.text and len(last.text.split()) > 1
    school = _SCHOOL_FIRST.match(line.text) and not _SCHOOL_FIRST.search(last.text[-30:])
    if not goes_on and not school and not (_OPEN_WORD.search(last.text) and _is_a_name(last.text)):
        return False
    if "\t" in last.text and not _below_last_cell(last, line):
        return False
    if len(last.text.split()) > _LONGEST or (last.bold != line.bold and "\t" not in line.text):
        return False
    if last.box is None or not line.words or line.words[0].box is None:
        return False
    limit = reach.get((last.page, last.column), 0.0)
    return last.box.right + line.words[0].box.width + 0.2 * last.size > limit - 1


def _below_last_cell(last: Line, line: Line) -> bool:
    begin = last.text.rindex("\t") + 1
    lefts = [word.box.left for word in last.words if word.start >= begin and word.box is not None]
    return bool(lefts) and line.words[0].box is not None and abs(min(lefts) - line.words[0].box.left) < 3


def _is_a_name(text: str) -> bool:
    """Whether its words are capitalised, small ones such as "of" aside: a sentence breaks anywhere."""
    words = [word for word in text.split() if len(word) > 3 and word[:1].isalpha()]
    return sum(word[:1].islower() for word in words) * 2 <= len(words)
