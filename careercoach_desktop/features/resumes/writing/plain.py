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
    date = entry.date.text
    if entry.compact:
        names = ", ".join(part.text for part in (entry.title, entry.subtitle) if part)
        first = [f"{names} ({date})" if date else names, _address(entry.place)]
    else:
        first = [*_dated(entry.title.text, entry.subtitle.text, date), _address(entry.place)]
    lines = [line for line in (*first, entry.text.text) if line]
    lines += [f"{BULLET}{bullet}" for bullet in entry.bullets]
    lines += [f"{BULLET}{row.label}: {row.text}" for row in entry.details]
    return "\n".join(lines)


def _dated(title: str, subtitle: str, date: str) -> tuple[str, str]:
    """Both names, the date behind the first; behind the second when that is all capitals (“MBA”): a line that is
    nothing but capitals would be taken for the title of a section."""
    if subtitle.isupper() and not title.isupper():
        return title, _beside(subtitle, date)
    return _beside(title, date), subtitle


def _beside(name: str, date: str) -> str:
    return " | ".join(part for part in (name, date) if part)


def _address(item: Said) -> str:
    """A web address in full, so that whoever pastes it gets one that opens."""
    return item.url if item.url.startswith(("http://", "https://")) else item.text
