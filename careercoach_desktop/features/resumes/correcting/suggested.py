"""What may be suggested: corrections by reference to lines of the original and to parts of what was read.

Flat, without bounds and without defaults, because a language model is held to this as a JSON schema; what it means and
whether it is true is judged afterwards.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

SectionName = Literal[
    "work",
    "education",
    "volunteer",
    "projects",
    "certificates",
    "publications",
    "awards",
    "languages",
    "interests",
    "references",
    "basics.profiles",
    "sections",
]


class FieldCorrection(BaseModel):
    """``path`` as the listing names it (``work2.end``). No text: the lines as they stand; no lines either: empty it."""

    path: str
    text: str
    lines: list[str]


class NewField(BaseModel):
    field: str
    text: str
    lines: list[str]


class NewEntry(BaseModel):
    """Each bullet is the list of lines it is printed on."""

    section: SectionName
    fields: list[NewField]
    bullets: list[list[str]]


class Removal(BaseModel):
    """``item``: an entry, a bullet or a group of skills as the listing names it."""

    item: str
    reason: str


class BulletsCorrection(BaseModel):
    """All bullets of an entry as they should be, each the list of lines it is printed on."""

    entry: str
    bullets: list[list[str]]


class SkillsCorrection(BaseModel):
    """``group``: ``skills`` for the loose ones, ``skillgroup2``, or ``new``. All its items as they should be."""

    group: str
    name: str
    items: list[str]
    lines: list[str]


class Corrections(BaseModel):
    """Only what is wrong; empty lists say that everything was read rightly."""

    fields: list[FieldCorrection]
    entries: list[NewEntry]
    bullets: list[BulletsCorrection]
    skills: list[SkillsCorrection]
    removals: list[Removal]
