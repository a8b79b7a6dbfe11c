"""A proposal while it comes: what can be shown of it, and what of it is whole when it breaks off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from careercoach_desktop.features.tailoring.drafting.names import SKILLS, SUMMARY, Names
from careercoach_desktop.features.tailoring.drafting.proposal import Edit, EditKind, Proposal
from careercoach_desktop.features.tailoring.drafting.sizes import clipped
from careercoach_desktop.features.tailoring.drafting.texts import title_of
from careercoach_desktop.features.tailoring.engine.situation import entry_name
from careercoach_desktop.features.tailoring.model import GrowingChange

_WHAT = {
    EditKind.ORDER: "order",
    EditKind.ADD_SKILLS: "added",
    EditKind.HIDE: "left out",
    EditKind.ADD_BULLET: "added",
}


def whole_part(text: str) -> Proposal:
    """The edits that had come whole when the answer broke off; a text that stops in the middle is none."""
    try:
        value: Any = from_json(text[max(text.find("{"), 0) :], allow_partial=True)
    except ValueError:
        return Proposal(edits=[])
    return Proposal(edits=list(_edits(value)))


def growing_changes(edits: Sequence[Edit], names: Names) -> tuple[GrowingChange, ...]:
    """A line for each edit that names something of the résumé; nothing is checked yet."""
    lines = [(_title(edit, names), clipped(edit.reason)) for edit in edits]
    return tuple(GrowingChange(title, reason) for title, reason in lines if title)


def _title(edit: Edit, names: Names) -> str:
    if edit.kind is EditKind.SUMMARY:
        return "Summary"
    if (bullet := names.bullets.get(edit.target)) is not None:
        return title_of(bullet)
    if edit.target in (SKILLS, *names.groups):
        return f"Skills · {_WHAT.get(edit.kind, '')}".rstrip(" ·")
    entry = names.entries.get(edit.target)
    return f"{entry_name(entry)} · {_WHAT.get(edit.kind, '')}".rstrip(" ·") if entry is not None else ""


def _edits(value: Any) -> Sequence[Edit]:
    found: list[Edit] = []
    raw = value.get("edits", []) if isinstance(value, dict) else []
    for each in raw if isinstance(raw, list) else []:
        try:
            found.append(Edit.model_validate(each))
        except ValidationError:
            continue
    return [edit for edit in found if _is_whole(edit)]


def _is_whole(edit: Edit) -> bool:
    says = edit.kind in (EditKind.REWRITE, EditKind.SUMMARY, EditKind.ADD_BULLET) or edit.target == SUMMARY
    return bool(edit.text) if says else True
