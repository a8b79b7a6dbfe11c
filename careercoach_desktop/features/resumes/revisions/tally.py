"""A comparison in numbers, section by section, for a line of a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.revisions.comparison import (
    BACK_ON,
    BULLET,
    LEFT_OFF,
    Group,
    Line,
    LineState,
    compare,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What changed in one section (``where`` as in ``ENTRY_LISTS``, or ``basics``)."""

    where: str
    added: tuple[str, ...] = ()
    """Titles of entries that came."""
    removed: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    """Names of fields that changed in entries that stayed, each once."""
    bullets_added: int = 0
    bullets_removed: int = 0
    bullets_changed: int = 0
    reordered: bool = False
    left_off: int = 0
    """How many entries and bullets were left off the page."""
    back_on: int = 0


def tally(before: ResumeData, after: ResumeData) -> tuple[Tally, ...]:
    """Only sections in which something changed, in the order of the résumé."""
    sections: dict[str, list[Group]] = {}
    for group in compare(before, after).changed:
        sections.setdefault(group.where, []).append(group)
    return tuple(_of_section(where, groups) for where, groups in sections.items())


def _of_section(where: str, groups: Sequence[Group]) -> Tally:
    kept = [group for group in groups if group.state not in (LineState.ADDED, LineState.REMOVED)]
    lines = [line for group in kept for line in group.lines if line.is_changed]
    bullets = [line for line in lines if line.field == BULLET]
    notes = [*(group.note for group in kept), *(line.note for line in lines)]
    return Tally(
        where=where,
        added=tuple(group.title for group in groups if group.state is LineState.ADDED),
        removed=tuple(group.title for group in groups if group.state is LineState.REMOVED),
        fields=tuple(dict.fromkeys(line.field for line in lines if line.field != BULLET)),
        bullets_added=_count(bullets, LineState.ADDED),
        bullets_removed=_count(bullets, LineState.REMOVED),
        bullets_changed=sum(line.state is LineState.CHANGED or bool(line.emphasis) for line in bullets),
        reordered=any(group.moved for group in kept) or any(line.moved for line in bullets),
        left_off=notes.count(LEFT_OFF),
        back_on=notes.count(BACK_ON),
    )


def _count(lines: Sequence[Line], state: LineState) -> int:
    return sum(line.state is state for line in lines)
