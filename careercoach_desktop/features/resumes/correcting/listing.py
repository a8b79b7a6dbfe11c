"""The original and what was read from it as text with short names: lines ``L1`` …, entries ``work1``, ``work1.b2``.

The names depend on nothing but the order of things, so that the same résumé gives the same text every time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import BaseModel

from careercoach_desktop.features.resumes.correcting.fields import SECTIONS
from careercoach_desktop.features.resumes.editing import ENTRY_LISTS, entries, place, value_at
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Skill

LOOSE = "skills"
"""Names the skills that stand in no group."""
_LINE = re.compile(r"\s*L?(\d+)\s*(?:[-–—]\s*L?(\d+)\s*)?", re.IGNORECASE)
_MOST_IN_RANGE = 40


def numbered(lines: Sequence[str]) -> str:
    """The lines with their names; a line without text has none."""
    out, number = [], 0
    for line in lines:
        if line.removeprefix("• ").strip():
            number += 1
            out.append(f"L{number} {line}")
        elif out and out[-1]:
            out.append("")
    return "\n".join(out)


def line_numbers(names: Sequence[str]) -> list[int] | None:
    """``["L3", "L5-L7"]`` as 2, 4, 5, 6 (counted from 0), in order, once each; None when one is no name of a line."""
    found: set[int] = set()
    for name in names:
        match = _LINE.fullmatch(name)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last < first + _MOST_IN_RANGE:
            return None
        found.update(range(first - 1, last))
    return sorted(found)


class Handles:
    """The short names of one résumé's parts, and the parts they name."""

    def __init__(self, data: ResumeData) -> None:
        self.data = data
        self._entries: dict[str, tuple[str, BaseModel]] = {}
        self._bullets: dict[str, tuple[str, Highlight]] = {}
        for where in ENTRY_LISTS:
            if where == "skills":
                groups = [skill for skill in data.skills if skill.keywords]
                self._entries |= {f"skillgroup{at}": (where, group) for at, group in enumerate(groups, 1)}
                continue
            stem = where.removeprefix("basics.")
            for at, entry in enumerate(entries(data, where), 1):
                handle = f"{stem}{at}"
                self._entries[handle] = (where, entry)
                for number, bullet in enumerate(getattr(entry, "highlights", ()), 1):
                    self._bullets[f"{handle}.b{number}"] = (handle, bullet)

    def entry(self, handle: str) -> tuple[str, BaseModel] | None:
        """The list it stands in and the entry."""
        return self._entries.get(handle.strip())

    def bullet(self, handle: str) -> tuple[BaseModel, Highlight] | None:
        """The entry it stands in and the bullet."""
        found = self._bullets.get(handle.strip())
        return None if found is None else (self._entries[found[0]][1], found[1])

    def loose_skills(self) -> list[Skill]:
        return [skill for skill in self.data.skills if not skill.keywords]

    def handles(self) -> list[str]:
        """Of all entries, in the order of the résumé's form."""
        return [*self._entries]

    def bullets_of(self, handle: str) -> list[tuple[str, Highlight]]:
        return [(name, bullet) for name, (owner, bullet) in self._bullets.items() if owner == handle]


def listing(data: ResumeData) -> str:
    """What was read, one value a line, with the names corrections use."""
    handles = Handles(data)
    out = [f"basics.{name}: {text}" for name in SECTIONS["basics"] if (text := _basic(data, name))]
    for handle in handles.handles():
        found = handles.entry(handle)
        if found is not None:
            out += _entry_lines(handle, *found, handles)
    loose = handles.loose_skills()
    if loose:
        out.append(f"{LOOSE}: {', '.join(skill.name for skill in loose)}")
    return "\n".join(out)


def _entry_lines(handle: str, where: str, entry: BaseModel, handles: Handles) -> list[str]:
    out = []
    for name in SECTIONS[where]:
        value = getattr(entry, name)
        if name == "end" and value is None and getattr(entry, "current", False):
            value = "present"
        if value:
            out.append(f"{handle}.{name}: {', '.join(value) if isinstance(value, list) else value}")
    out += [f"{name}: {bullet.text}" for name, bullet in handles.bullets_of(handle)]
    return out or [f"{handle}: (empty)"]


def _basic(data: ResumeData, name: str) -> str:
    return place(data.basics.location) if name == "location" else str(value_at(data, f"basics.{name}"))
