"""What a model might suggest, in the shape it is asked for."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.resumes.correcting import Corrections


def suggested(**parts: list[dict[str, Any]]) -> Corrections:
    """Corrections with these parts; the others are empty."""
    empty: dict[str, list[dict[str, Any]]] = {"fields": [], "entries": [], "bullets": [], "skills": [], "removals": []}
    return Corrections.model_validate(empty | parts)


def field(path: str, text: str, *lines: str) -> dict[str, Any]:
    return {"path": path, "text": text, "lines": list(lines)}


def entry(section: str, fields: dict[str, tuple[str, ...]], *bullets: list[str]) -> dict[str, Any]:
    """``fields``: name to text and lines."""
    given = [{"field": name, "text": text, "lines": list(lines)} for name, (text, *lines) in fields.items()]
    return {"section": section, "fields": given, "bullets": list(bullets)}


def skills(group: str, name: str, items: list[str], *lines: str) -> dict[str, Any]:
    return {"group": group, "name": name, "items": items, "lines": list(lines)}


def removal(item: str, reason: str = "Stands twice.") -> dict[str, Any]:
    return {"item": item, "reason": reason}
