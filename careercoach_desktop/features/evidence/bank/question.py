"""A question of the bank, and a field of work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TYPES = ("PHONE_SCREEN", "VIDEO_CALL", "IN_PERSON", "TECHNICAL", "BEHAVIORAL", "PANEL", "FINAL", "OTHER")
"""The kinds of interviews a question suits, spelled as interviews spell them, which stand above evidence."""


ENGLISH = "en"
"""The language most questions are in; those in others are general."""


class Level(StrEnum):
    """How hard a question is to answer well, spelled as practice spells it."""

    EASY = "EASY"
    MEDIUM = "MEDIUM"
    HARD = "HARD"


class Place(StrEnum):
    """Where in a conversation it belongs."""

    OPENING = "OPENING"
    MIDDLE = "MIDDLE"
    CLOSING = "CLOSING"


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """``id`` stays the same for ever: stories and practice are kept by it."""

    id: str
    text: str
    types: tuple[str, ...]
    category: str
    """The skill it looks for, in a word or two: ``incident response``. In English in every language, so that practice
    in two languages is one curve."""
    level: Level
    key_points: tuple[str, ...]
    """What an experienced interviewer listens for."""
    criteria: tuple[str, ...]
    """What makes one answer better than another."""
    good_answer: str
    """What a good answer contains, in general; never a claim about a person."""
    field: str = ""
    """The field of work it is from; empty: it is asked anywhere."""
    wants_story: bool = False
    """It asks for something that happened."""
    place: Place = Place.MIDDLE
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work: ``words`` are those of its titles and postings, in four languages."""

    id: str
    name: str
    words: tuple[str, ...]
