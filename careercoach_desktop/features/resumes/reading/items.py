"""The lines of a section put together to what a person sees: heads of entries, list items and paragraphs.

Printed lines break where the column ends; an item goes on over several. Marks are often missing (drawn, or left out),
so indents that list items share count as much as the marks themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from careercoach_desktop.foundation.documents.model import Line

from .dates import periods
from .language import is_told
from .places import is_place
from .spans import Span, joined
from .towns import is_town
from .wrapped import whole_heads

_WHAT_WAS_DONE = re.compile(
    r"(?:(?:key|main|core|major|selected|primary)\s+)?(?:duties|responsibilities|duties and responsibilities|tasks"
    r"|achievements|accomplishments|roles and responsibilities|highlights|aufgaben|t[äa]tigkeiten|aufgabenbereiche?"
    r"|missions?|r[ée]alisations|responsabilit[ée]s|funciones|logros|responsabilidades|atividades|fun[çc][õo]es"
    r"|mansioni|attivit[àa]|responsabilit[àa]|taken|werkzaamheden)\s*:",
    re.IGNORECASE,
)
"""What stands between the head of a job and its list: no part of either."""


class Role(Enum):
    HEAD = "head"
    BULLET = "bullet"
    PROSE = "prose"


@dataclass(slots=True)
class Item:
    """One head line, one list item or one paragraph."""

    role: Role
    lines: list[Line] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        return [Span.whole(line) for line in self.lines]

    @property
    def text(self) -> str:
        return joined(self.spans)


def items(lines: list[Line]) -> list[Item]:
    """Heads, list items and paragraphs in order."""
    right = right_edges(lines)
    lines = whole_heads(lines, right)
    edges = _item_edges(lines)
    unmarked = _marks_missing(lines, edges, right)
    told = _told(lines, edges, right)
    out: list[Item] = []
    for index, line in enumerate(lines):
        last = out[-1] if out else None
        if index in told and not (last is not None and last.role is Role.BULLET and _continues(last, line, right)):
            if told[index] and last is not None and last.lines[-1] is lines[index - 1]:
                last.lines.append(line)
            else:
                out.append(Item(Role.PROSE, [line]))
            continue
        fresh = unmarked and _edge(line) in edges and _ends(last) and line.text[:1].isupper()
        if last is not None and not fresh and _continues(last, line, right):
            last.lines.append(line)
            continue
        out.append(Item(_role(line, edges), [line]))
        _settle(out, lines[index + 1] if index + 1 < len(lines) else None)
    return _paragraphs(out, right)


def _told(lines: list[Line], edges: set[tuple[int, int]], right: dict[tuple[int, int], float]) -> dict[int, bool]:
    """Lines of running text, each with whether it goes on from the line above.

    In a narrow column no single line of a paragraph is long enough to be told from a head; all of them together are.
    A line that had room for the next word was ended on purpose: it is a title above the text, not its beginning.
    """
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if not _plain(line) or _edge(line) in edges:
            continue
        goes_on = above is not None and _same_run(above, line) and forced_break(above, line, right)
        if goes_on and runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    found = [run for run in runs if len(run) > 1 and _is_running_text(" ".join(lines[i].text for i in run))]
    return {index: place > 0 for run in found for place, index in enumerate(run)}


def _plain(line: Line) -> bool:
    return not (line.bold or line.bullet or line.heading or "\t" in line.text or line.box is None or periods(line.text))


def _same_run(above: Line, line: Line) -> bool:
    same = (above.page, above.column, above.block, above.italic) == (line.page, line.column, line.block, line.italic)
    return same and abs(above.size - line.size) < 0.3 and abs(above.indent - line.indent) < 3


def _is_running_text(text: str) -> bool:
    """Whether many of its longer words are small: names and titles are capitalised, sentences are not."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return is_told(text, 0.18) and sum(word[0].islower() for word in words) * 5 > len(words) * 2


def _edge(line: Line) -> tuple[int, int]:
    """Where the text of a line starts, coarse enough for rounding, together with the size it is set in."""
    return round(line.indent / 3), round(line.size)


def _item_edges(lines: list[Line]) -> set[tuple[int, int]]:
    """Indents at which list items stand and hardly any other line does."""
    marked = Counter(_edge(line) for line in lines if line.bullet)
    unmarked = Counter(
        _edge(line) for line in lines if not line.bullet and (line.bold or periods(line.text) or "\t" in line.text)
    )
    return {edge for edge, count in marked.items() if count > unmarked[edge]}


def _marks_missing(lines: list[Line], edges: set[tuple[int, int]], right: dict[tuple[int, int], float]) -> bool:
    """Whether some list items lost their mark: a line on their margin begins although the one above had room."""
    return any(
        _edge(line) in edges
        and _edge(above) in edges
        and not line.bullet
        and line.text[:1].isupper()
        and line.page == above.page
        and not forced_break(above, line, right)
        for above, line in pairwise(lines)
    )


def _ends(item: Item | None) -> bool:
    return item is not None and item.role is Role.BULLET and item.lines[-1].text.rstrip().endswith((".", ";", "!"))


def right_edges(lines: list[Line]) -> dict[tuple[int, int], float]:
    """How far lines of each page and column reach."""
    out: dict[tuple[int, int], float] = {}
    for line in lines:
        if line.box is not None and "\t" not in line.text:
            key = (line.page, line.column)
            out[key] = max(out.get(key, 0.0), line.box.right)
    return out


def _role(line: Line, edges: set[tuple[int, int]]) -> Role:
    if line.bullet:
        return Role.HEAD if _only_when_and_where(line) else Role.BULLET
    if line.indent > 4 and _edge(line) in edges and not line.bold and not _names_an_entry(line):
        return Role.BULLET
    return Role.HEAD


def _only_when_and_where(line: Line) -> bool:
    """``▪ 03/2020 – today ⇥ ▪ Leeds, UK``: an icon before the dates of an entry looks like a list mark."""
    found = periods(line.text)
    if len(found) != 1 or found[0].single:
        return False
    rest = (line.text[: found[0].begin] + "\t" + line.text[found[0].finish :]).strip(" \t,;:|·•▪–—-()")
    return not any(char.isalnum() for char in rest) or ("\t" in line.text and is_place(rest)) or is_town(rest)


def _names_an_entry(line: Line) -> bool:
    """A range of time behind a gap, or hardly anything but a date: no list item looks like that."""
    found = periods(line.text)
    if "\t" in line.text and any(not period.single or line.bold for period in found):
        return True
    return bool(found) and sum(p.finish - p.begin for p in found) > 0.5 * len(line.text)


def _continues(item: Item, line: Line, right: dict[tuple[int, int], float]) -> bool:
    """Whether a line goes on with the item above it."""
    last = item.lines[-1]
    if line.bullet or "\t" in line.text or line.heading:
        return False
    if last.text.endswith("\u00ad"):
        return True
    if _names_an_entry(line):
        return False
    below_mark = item.role is Role.BULLET and line.indent > 4 and abs(line.indent - item.lines[0].indent) <= 2
    if abs(last.size - line.size) > 0.6 or (line.bold != last.bold and not below_mark):
        return False
    if item.role is Role.HEAD:
        return False
    if line.box is None or last.box is None:
        return line.text[:1].islower() and not periods(line.text)
    same_place = line.page == last.page and line.column == last.column
    if same_place and abs(line.indent - item.lines[-1].indent) > 6 and not _hanging(item, line):
        return False
    if line.page == last.page and line.block != last.block:
        return line.text[:1].islower() and forced_break(last, line, right)
    return forced_break(last, line, right) or (line.text[:1].islower() and not last.text.rstrip().endswith((".", ";")))


def _hanging(item: Item, line: Line) -> bool:
    """Second lines of an item may hang a little further in or out than its first."""
    return len(item.lines) == 1 and abs(line.indent - item.lines[0].indent) <= 16 and item.role is Role.BULLET


def forced_break(last: Line, line: Line, right: dict[tuple[int, int], float]) -> bool:
    """Whether the first word of ``line`` would not have fitted behind ``last``: then the break was forced."""
    if last.box is None or not line.words or line.words[0].box is None:
        return False
    limit = right.get((last.page, last.column), 0.0)
    width = line.words[0].box.width
    return last.box.right + width + 0.2 * last.size > limit - 1


def _settle(out: list[Item], below: Line | None) -> None:
    """A head set like a sentence of prose is prose, and so is one that goes on in small letters on the next line."""
    item = out[-1]
    line = item.lines[0]
    labels = len(out) > 1 and bool(_WHAT_WAS_DONE.fullmatch(line.text.strip()))
    if item.role is Role.HEAD and (labels or is_sentence(line) or (below is not None and _runs_on(line, below))):
        item.role = Role.PROSE


def _runs_on(line: Line, below: Line) -> bool:
    same = line.block == below.block and abs(line.size - below.size) < 0.3 and line.bold == below.bold
    plain_text = "\t" not in line.text and "\t" not in below.text and not line.bold and not below.bullet
    return (
        same
        and plain_text
        and len(line.text.split()) >= 6
        and below.text[:1].islower()
        and not _names_an_entry(line)
        and not _names_an_entry(below)
    )


def is_sentence(line: Line) -> bool:
    """Whether a line reads as running text: many small words, no period of time, no cells."""
    if line.bold or line.heading or "\t" in line.text or "|" in line.text or line.bullet:
        return False
    words = line.text.split()
    found = periods(line.text)
    if len(words) < 3 or any(not p.single for p in found):
        return False
    if len(words) < 6:
        return _full_stop(words) and all(word[:1].islower() for word in words[1:])
    small = sum(word[:1].islower() for word in words)
    if len(words) >= 9 and small >= 0.45 * len(words):
        return True
    return _full_stop(words) and small >= 0.4 * len(words)


def _full_stop(words: list[str]) -> bool:
    """Whether the last word ends a sentence, unlike ``Ltd.`` and ``e.V.``."""
    return words[-1].endswith(".") and len(words[-1]) > 4 and "." not in words[-1][:-1]


def _paragraphs(found: list[Item], right: dict[tuple[int, int], float]) -> list[Item]:
    """A last short line of a paragraph still belongs to it."""
    out: list[Item] = []
    for item in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.role is Role.PROSE
            and item.role in {Role.PROSE, Role.HEAD}
            and len(item.lines) >= 1
        ):
            line, above = item.lines[0], last.lines[-1]
            same = abs(line.size - above.size) < 0.6 and line.bold == above.bold and line.block == above.block
            if (
                same
                and "\t" not in line.text
                and not any(not p.single for p in periods(line.text))
                and (forced_break(above, line, right) or line.text[:1].islower())
            ):
                last.lines += item.lines
                continue
        out.append(item)
    return out


def paragraphs(lines: list[Line]) -> list[Item]:
    """Running text as paragraphs: a gap, a list mark or a line that ended early with a full stop begins a new one."""
    right = right_edges(lines)
    out: list[Item] = []
    for line in lines:
        last = out[-1].lines[-1] if out else None
        if last is not None and not line.bullet and _flows(last, line, right):
            out[-1].lines.append(line)
        else:
            out.append(Item(Role.BULLET if line.bullet else Role.PROSE, [line]))
    return out


def _flows(last: Line, line: Line, right: dict[tuple[int, int], float]) -> bool:
    ended = last.text.rstrip().endswith((".", "!", "?", ":"))
    if line.box is None:
        return line.block == last.block and not ended
    if line.block != last.block or line.page != last.page:
        return line.text[:1].islower() and not ended
    return forced_break(last, line, right) or not ended
