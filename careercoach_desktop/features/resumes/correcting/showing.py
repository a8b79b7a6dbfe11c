"""Entries and bullets as a person reads them in a list of differences."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from careercoach_desktop.features.resumes.correcting.fields import SECTIONS, TITLES, naming_fields
from careercoach_desktop.features.resumes.editing import shown_date
from careercoach_desktop.features.resumes.model import Highlight


def called(where: str, entry: BaseModel | None) -> str:
    """What an entry is called: its employer, school, title …, or the name of its section."""
    names = (str(getattr(entry, name, "") or "") for name in naming_fields(where)) if entry is not None else ()
    return next((name for name in names if name), TITLES[where])


def entry_text(where: str, entry: BaseModel) -> str:
    """Its values in one line, its bullets under it."""
    parts = []
    for name in SECTIONS[where]:
        value = getattr(entry, name)
        if name == "start":
            value = _period(value, getattr(entry, "end", None), current=bool(getattr(entry, "current", False)))
        elif name == "end":
            continue
        elif name in ("date", "release_date"):
            value = shown_date(value)
        if value:
            parts.append(", ".join(value) if isinstance(value, list) else str(value))
    bullets = bullets_text(getattr(entry, "highlights", ()))
    return "\n".join(part for part in (" · ".join(parts), bullets) if part)


def bullets_text(bullets: Sequence[Highlight]) -> str:
    return "\n".join(f"• {bullet.text}" for bullet in bullets)


def _period(start: str | None, end: str | None, *, current: bool) -> str:
    return " – ".join(part for part in (shown_date(start), shown_date(end, current=current)) if part)
