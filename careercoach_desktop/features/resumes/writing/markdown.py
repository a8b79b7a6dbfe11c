"""The sheet as Markdown: readable as it stands, right in every viewer, and read back by our importer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercoach_desktop.features.resumes.emphasis import Run
from careercoach_desktop.features.resumes.typeset.sheet import Entry, Linked, Row, Sheet, SheetSection

_ANYWHERE = re.compile(r"[\\`*\[\]<>~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)")
"""Signs that mean something to Markdown wherever they stand; an underscore only at the edge of a word."""
_AT_THE_START = re.compile(r"^(?:[#+>|=-]|\d+(?=[.)](?:\s|$)))")
"""Signs that mean something at the start of a line: a heading, a list, a quotation, a rule, a number."""
_BREAK = "  \n"
"""Two blanks at the end of a line: the next one begins below, in the same paragraph."""
_NOT_IN_ADDRESSES = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}


def to_markdown(sheet: Sheet) -> str:
    """The whole résumé; ends with a line break."""
    blocks: list[str] = []
    if sheet.name:
        blocks.append(f"# {escaped(sheet.name)}")
    if sheet.label:
        blocks.append(_opening(escaped(sheet.label)))
    if sheet.contact:
        blocks.append(_opening(" · ".join(_linked(item) for item in sheet.contact)))
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
    yield f"## {escaped(section.title)}"
    for text in section.paragraphs:
        yield _opening(escaped(text))
    for entry in section.entries:
        yield from _entry(entry)
    if section.rows:
        yield _list(_row(row) for row in section.rows)
    if section.bullets:
        yield _list(_runs(bullet) for bullet in section.bullets)


def _entry(entry: Entry) -> Iterable[str]:
    yield f"### {_linked(entry.title)}"
    facts = " · ".join(fact for fact in (escaped(entry.date), _linked(entry.place)) if fact)
    lines = [f"**{escaped(entry.subtitle)}**" if entry.subtitle else "", _opening(facts)]
    if shown := _BREAK.join(line for line in lines if line):
        yield shown
    if entry.text:
        yield _opening(escaped(entry.text))
    if entry.bullets or entry.details:
        yield _list([*(_runs(bullet) for bullet in entry.bullets), *(_row(row) for row in entry.details)])


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_opening(item)}" for item in items)


def _row(row: Row) -> str:
    return f"**{escaped(row.label)}:** {escaped(row.text)}" if row.label else escaped(row.text)


def _linked(item: Linked) -> str:
    return _link(escaped(item.text), item.url)


def _link(text: str, url: str) -> str:
    if not url or not text:
        return text
    return f"[{text}]({''.join(_NOT_IN_ADDRESSES.get(sign, sign) for sign in url)})"


def _runs(pieces: Iterable[Run]) -> str:
    return "".join(_run(piece) for piece in pieces)


def _run(piece: Run) -> str:
    """Marks must touch the words they mark: blanks at the edges of a run stay outside of them."""
    words = piece.text.strip()
    if not words:
        return piece.text
    before, after = piece.text.split(words, 1)
    sign = "*" * (2 * piece.bold + piece.italic)
    return f"{before}{_link(f'{sign}{escaped(words)}{sign}', piece.url)}{after}"
