"""JSON on its way in: our own export, exactly, or any list of objects, as a table."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from careercoach_desktop.features.jobs.exchange.record import FORMAT, VERSION, JobRecord, JobsFile
from careercoach_desktop.features.jobs.exchange.tables import MOST_COLUMNS, MOST_ROWS, Table, too_large, unreadable
from careercoach_desktop.foundation.errors import UserError

_LISTS = ("jobs", "applications", "items", "data", "results", "rows", "records")
"""Under which names other programs keep the list."""


def read_json(data: bytes, name: str) -> list[JobRecord] | Table:
    """Raises UserError as ``look_at_file``."""
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as exc:
        raise unreadable(name) from exc
    if isinstance(held, dict) and held.get("format") == FORMAT:
        return _own(held, name)
    if isinstance(held, dict):
        held = next((held[key] for key in _LISTS if isinstance(held.get(key), list)), [held])
    if not isinstance(held, list) or not held or not all(isinstance(one, dict) for one in held):
        raise unreadable(name)
    if len(held) > MOST_ROWS:
        raise too_large(name)
    try:
        return _as_table(held)
    except RecursionError as exc:  # lists within lists within lists
        raise unreadable(name) from exc


def _own(held: dict[str, Any], name: str) -> list[JobRecord]:
    version = held.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise UserError(
            f"“{name}” was exported by a newer version of Career Coach.",
            "Update Career Coach, then import it again.",
            code="export-newer",
        )
    try:
        return JobsFile.model_validate(held).jobs
    except ValidationError as exc:
        raise unreadable(name) from exc


def _as_table(objects: list[dict[str, Any]]) -> Table:
    head = list(dict.fromkeys(key for one in objects for key in one))[:MOST_COLUMNS]
    rows = [[_text(one.get(key)) for key in head] for one in objects]
    return Table(head=head, rows=rows, lines=list(range(1, len(rows) + 1)))


def _text(value: Any) -> str:
    """A value as a cell; what is nested is written as a list of its words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return ", ".join(text for one in value if (text := _text(one)))
    if isinstance(value, dict):
        named = value.get("name") or value.get("title") or value.get("displayName")
        return _text(named) if named else ", ".join(text for one in value.values() if (text := _text(one)))
    return str(value)
