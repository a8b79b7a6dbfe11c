"""People as a vCard 3.0 file, which every address book reads."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.jobs.vcards.cards import Card

_WIDEST = 75
"""Octets in one line, as the standard wants it."""


def write_cards(cards: Iterable[Card]) -> bytes:
    """UTF-8, lines folded between characters, never inside one."""
    lines = [line for card in cards for line in _lines(card)]
    return b"".join(_folded(line) for line in lines)


def _lines(card: Card) -> list[str]:
    given, _, family = card.name.rpartition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(card.name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
    ]
    for name, value in (("ORG", card.company), ("TITLE", card.role)):
        if value:
            lines.append(f"{name}:{_escaped(value)}")
    lines += [f"EMAIL;TYPE=INTERNET:{_escaped(email)}" for email in card.emails]
    lines += [f"TEL;TYPE=VOICE:{_escaped(phone)}" for phone in card.phones]
    lines += [f"URL:{_escaped(link)}" for link in card.links]
    if card.notes:
        lines.append(f"NOTE:{_escaped(card.notes)}")
    return [*lines, "END:VCARD"]


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    rows, row = [], b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(row) + len(octets) > _WIDEST:
            rows.append(row)
            row = b" "  # it counts, too
        row += octets
    return b"\r\n".join([*rows, row]) + b"\r\n"
