"""What an address book says of a person, out of the properties of a card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careercoach_desktop.features.jobs.vcards.lines import Property, cards_in

LARGEST_FILE = 20 * 1024 * 1024
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_LINK_NAMES = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE")
_LONGEST = 500
"""Characters of anything but notes."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person. What there may be several of is in order, the preferred one first."""

    name: str
    company: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class BadCard:
    """An entry of which nothing can be made; ``number`` counts from 1."""

    number: int
    reason: str


def read_cards(data: bytes) -> list[Card | BadCard]:
    """Every entry of the file in its order; empty when it is no such file."""
    return [_card(number, lines) for number, lines in enumerate(cards_in(data), start=1)]


def _card(number: int, lines: Sequence[Property]) -> Card | BadCard:
    emails = _each(_preferred(lines, "EMAIL"), strip="mailto:")
    company = _company(lines)
    name = _name(lines) or company or next(iter(emails), "")
    if not name:
        return BadCard(number, "It has no name.")
    links = [found[0] for one in _preferred(lines, *_LINK_NAMES) if (found := _WEB.search(one.text))]
    role = _first(lines, "TITLE") or _first(lines, "ROLE")
    notes = "\n\n".join(one.text for one in lines if one.name == "NOTE" and one.text)
    return Card(
        name[:_LONGEST],
        company[:_LONGEST],
        role[:_LONGEST],
        emails,
        _each((one for one in _preferred(lines, "TEL") if "FAX" not in one.types), strip="tel:"),
        tuple(sorted(dict.fromkeys(links), key=lambda link: "linkedin." not in link)),
        notes,
    )


def _name(lines: Sequence[Property]) -> str:
    if formatted := _first(lines, "FN"):
        return formatted
    for one in lines:
        if one.name == "N":
            family, given, middle, *_rest = [*one.parts(), "", "", ""]
            return " ".join(part for part in (given, middle, family) if part)
    return ""


def _company(lines: Sequence[Property]) -> str:
    return next((part for one in lines if one.name == "ORG" for part in one.parts() if part), "")


def _first(lines: Sequence[Property], name: str) -> str:
    return next((" ".join(one.text.split()) for one in lines if one.name == name and one.text.strip()), "")


def _preferred(lines: Iterable[Property], *names: str) -> list[Property]:
    return sorted((one for one in lines if one.name in names), key=lambda one: one.rank)


def _each(lines: Iterable[Property], strip: str) -> tuple[str, ...]:
    values = (" ".join(one.text.split()) for one in lines)
    plain = (value[len(strip) :] if value.lower().startswith(strip) else value for value in values)
    return tuple(dict.fromkeys(value[:_LONGEST] for value in plain if value))
