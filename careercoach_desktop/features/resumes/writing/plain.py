"""The sheet as plain text that forms and mail programs take as it is: one line for each thing, wrapped nowhere, and no
sign that a form could turn into a question mark or a list of its own."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.resumes.typeset.sheet import Entry, Said, Sheet, SheetSection

BULLET = "- "


def to_plain_text(sheet: Sheet) -> str:
    """The whole résumé; blank lines between entries, section titles in capitals, ends with a line break."""
    head = [sheet.name.text, sheet.label.text, *(_address(item) for item in sheet.contact)]
    blocks = ["\n".join(line for line in head if line)]
    for section in sheet.sections:
        blocks += _section(section)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: SheetSection) -> Iterable[str]:
    lines = [text.text for text in section.paragraphs]
    lines += [f"{row.label}: {row.text}" if row.label else row.text.text for row in section.rows]
    lines += [f"{BULLET}{bullet}" for bullet in section.bullets]
    entries = [_entry(entry) for entry in section.entries]
    if section.entries and all(entry.compact for entry in section.entries):
        entries = ["\n".join(entries)]
    yield section.title.text.upper()
    yield from entries
    yield "\n".join(lines)


def _entry(entry: Entry) -> str:
    if entry.compact:
        names = ", ".join(part.text for part in (entry.title, entry.subtitle) if part)
        first = [f"{names} ({entry.date})" if entry.date else names, _address(entry.place)]
    else:
        first = [entry.title.text, entry.subtitle.text, entry.date.text, _address(entry.place)]
    lines = [line for line in (*first, entry.text.text) if line]
    lines += [f"{BULLET}{bullet}" for bullet in entry.bullets]
    lines += [f"{BULLET}{row.label}: {row.text}" for row in entry.details]
    return "\n".join(lines)


def _address(item: Said) -> str:
    """A web address in full, so that whoever pastes it gets one that opens."""
    return item.url if item.url.startswith(("http://", "https://")) else item.text
