"""The sheet as Markdown: readable as it stands, right in every viewer, and read back by our importer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from careercoach_desktop.features.resumes.typeset.sheet import Entry, Piece, Row, Said, Sheet, SheetSection

_ANYWHERE = re.compile(r"[\\`*\[\]<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[|$)")
"""Signs that mean something to Markdown wherever they stand; an underscore only where it does not stand between two
letters or figures."""
_AT_THE_START = re.compile(r"^(?:[#+>|=-]|\d+(?=[.)](?:\s|$)))")
"""Signs that mean something at the start of a line: a heading, a list, a quotation, a rule, a number."""
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BREAK = "  \n"
"""Two blanks at the end of a line: the next one begins below, in the same paragraph."""
_NOT_IN_ADDRESSES = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}


def to_markdown(sheet: Sheet) -> str:
    """The whole résumé; ends with a line break."""
    blocks: list[str] = []
    if sheet.name:
        blocks.append(f"# {_said(sheet.name)}")
    if sheet.label:
        blocks.append(_opening(_said(sheet.label)))
    if sheet.contact:
        blocks.append(_opening(" · ".join(_said(item) for item in sheet.contact)))
    for section in sheet.sections:
        blocks += _section(section)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """``text`` so that Markdown shows exactly it."""
    return _ANYWHERE.sub(lambda found: "\\" + found.group(), text)


def _opening(line: str) -> str:
    """A line that does not turn into a heading, a list or a rule by what it begins with."""
    found = _AT_THE_START.match(line)
    if found is None:
        return line
    at = found.end() if found.group()[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _section(section: SheetSection) -> Iterable[str]:
    if section.title:
        yield f"## {_said(section.title)}"
    for text in section.paragraphs:
        yield _opening(_said(text))
    for entry in section.entries:
        yield from _entry(entry)
    if section.rows:
        yield _list(_row(row) for row in section.rows)
    if section.bullets:
        yield _list(_said(bullet) for bullet in section.bullets)


def _entry(entry: Entry) -> Iterable[str]:
    facts = " · ".join(_said(fact) for fact in (entry.date, entry.place) if fact)
    lines = [f"*{_said(entry.subtitle)}*" if entry.subtitle else "", _opening(facts)]
    below = _BREAK.join(line for line in lines if line)
    yield f"### {_said(entry.title)}\n{below}".rstrip("\n")
    if entry.text:
        yield _opening(_said(entry.text))
    if entry.bullets or entry.details:
        yield _list([*(_said(bullet) for bullet in entry.bullets), *(_row(row) for row in entry.details)])


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_opening(item)}" for item in items)


def _row(row: Row) -> str:
    return f"**{_said(row.label)}:** {_said(row.text)}" if row.label else _said(row.text)


def _said(line: Said) -> str:
    edge = Piece("")
    return "".join(_piece(*three) for three in _with_neighbours([edge, *line.pieces, edge]))


def _with_neighbours(pieces: list[Piece]) -> Iterable[tuple[Piece, Piece, Piece]]:
    for (before, piece), (_, after) in pairwise(pairwise(pieces)):
        yield before, piece, after


def _piece(before: Piece, piece: Piece, after: Piece) -> str:
    """Marks must touch the words they mark: blanks at the edges of a piece stay outside of them."""
    words = piece.text.strip()
    if not words:
        return piece.text
    blank, more = piece.text.split(words, 1)
    shown = escaped(words)
    if piece.bold or piece.italic:
        stars = bool(piece.url) or (_may_touch(before, blank, words[0], -1) and _may_touch(after, more, words[-1], 0))
        shown = _starred(shown, piece) if stars else _tagged(shown, piece)
    if piece.url:
        shown = f"[{shown}]({''.join(_NOT_IN_ADDRESSES.get(sign, sign) for sign in piece.url)})"
    return f"{blank}{shown}{more}"


def _may_touch(neighbour: Piece, blank: str, edge: str, end: int) -> bool:
    """Whether stars between a word's edge and its neighbour are marks and not just stars. Inside a word CommonMark
    would understand them, but many others (our own importer among them) do not."""
    if blank or not neighbour.text or neighbour.text[end].isspace():
        return True
    if neighbour.bold or neighbour.italic:
        return False
    beside = neighbour.text[end]
    return beside in _PUNCTUATION or (edge.isalnum() and not beside.isalnum())


def _starred(text: str, look: Piece) -> str:
    stars = "*" * (2 * look.bold + look.italic)
    return f"{stars}{text}{stars}"


def _tagged(text: str, look: Piece) -> str:
    """The same in HTML, which Markdown takes where stars would not be understood."""
    text = f"<em>{text}</em>" if look.italic else text
    return f"<strong>{text}</strong>" if look.bold else text
