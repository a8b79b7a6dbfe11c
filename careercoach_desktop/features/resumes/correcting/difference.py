"""One difference between what was read and what is suggested: shown to a person, applied by small edits, in any subset.

Whether it still applies is told by the résumé itself, not by a flag: it is open while the résumé says what it said
when the suggestion was made, and done once it says what was suggested. So undo needs no bookkeeping.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from careercoach_desktop.features.resumes.editing import (
    ENTRY_LISTS,
    Edit,
    InsertItem,
    MoveItem,
    RemoveItem,
    SetTrace,
    SetValue,
    apply,
    entries,
    entry_with_id,
    exact,
    value_at,
)
from careercoach_desktop.features.resumes.model import Highlight, Location, Region, ResumeData, Skill, Trace


class DifferenceKind(StrEnum):
    FIELD = "FIELD"
    ENTRY = "ENTRY"
    BULLETS = "BULLETS"
    SKILLS = "SKILLS"
    REMOVAL = "REMOVAL"


class Standing(StrEnum):
    """How a difference stands to a résumé as it is now."""

    OPEN = "OPEN"
    DONE = "DONE"
    OUTDATED = "OUTDATED"
    """What it would change was changed otherwise meanwhile."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``title`` names the place for people (``Foz & Filhos · Position``); ``now`` and ``proposed`` are what to compare,
    several bullets as lines. ``line`` is what the original says there (its lines whole), ``regions`` where. ``loses``:
    accepting it takes words away that stand nowhere else in the résumé. ``target`` and the two states tell how it
    stands."""

    id: str
    kind: DifferenceKind
    title: str
    now: str
    proposed: str
    target: str
    edits: tuple[Edit, ...]
    line: str = ""
    regions: tuple[Region, ...] = ()
    reason: str = ""
    loses: bool = False
    before: Any = field(default=None)
    after: Any = field(default=None)


def standing(data: ResumeData, one: Difference) -> Standing:
    """Whether it can be applied, was applied, or neither."""
    state = state_of(data, one.kind, one.target)
    if state == one.after:
        return Standing.DONE
    return Standing.OPEN if state == one.before else Standing.OUTDATED


def applied(data: ResumeData, chosen: list[Difference]) -> list[Edit]:
    """Apply those that are open to ``data``; the edits that were made, in order."""
    made: list[Edit] = []
    for one in chosen:
        if standing(data, one) is Standing.OPEN:
            for edit in one.edits:
                made.append(exact(data, edit))
                apply(data, made[-1])
    return made


def state_of(data: ResumeData, kind: DifferenceKind, target: str) -> Any:
    """What a difference of this kind looks at, JSON-able; ``target`` is a path or an id."""
    match kind:
        case DifferenceKind.FIELD:
            return _field_state(data, target)
        case DifferenceKind.ENTRY:
            return entry_with_id(data, target) is not None
        case DifferenceKind.REMOVAL:
            item = entry_with_id(data, target)
            return None if item is None else item.model_dump(mode="json")
        case DifferenceKind.BULLETS:
            entry = entry_with_id(data, target)
            return None if entry is None else [bullet.text for bullet in getattr(entry, "highlights", ())]
        case DifferenceKind.SKILLS:
            return _skills_state(data, target)


def _field_state(data: ResumeData, path: str) -> Any:
    try:
        value = value_at(data, path)
    except KeyError:
        return None
    if path.endswith(".end"):
        return [value, value_at(data, f"{path.removesuffix('end')}current")]
    return [list(value)] if isinstance(value, list) else [value]


def _skills_state(data: ResumeData, target: str) -> Any:
    if target == "skills":
        return [[skill.name, skill.level] for skill in data.skills if not skill.keywords]
    group = entry_with_id(data, target)
    return [group.name, list(group.keywords)] if isinstance(group, Skill) else None


# --- as JSON ----------------------------------------------------------------------------------------------------


def to_json(one: Difference) -> dict[str, Any]:
    """JSON-able."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "title": one.title,
        "now": one.now,
        "proposed": one.proposed,
        "target": one.target,
        "edits": [_edit_out(edit) for edit in one.edits],
        "line": one.line,
        "regions": [region.model_dump() for region in one.regions],
        "reason": one.reason,
        "loses": one.loses,
        "before": one.before,
        "after": one.after,
    }


def from_json(values: dict[str, Any]) -> Difference:
    """What ``to_json`` gave."""
    return Difference(
        **{
            **values,
            "kind": DifferenceKind(values["kind"]),
            "edits": tuple(_edit_in(edit) for edit in values["edits"]),
            "regions": tuple(Region.model_validate(region) for region in values["regions"]),
        }
    )


def _edit_out(edit: Edit) -> dict[str, Any]:
    match edit:
        case SetValue(path, before, after):
            return {"set": path, "before": _plain(before), "after": _plain(after)}
        case SetTrace(path, trace_before, trace_after):
            return {"trace": path, "before": _plain(trace_before), "after": _plain(trace_after)}
        case InsertItem(where, index, item):
            return {"insert": where, "index": index, "item": item.model_dump(mode="json")}
        case RemoveItem(where, index, item):
            return {"remove": where, "index": index, "item": item.model_dump(mode="json")}
        case MoveItem(where, item_id, place_before, place_after):
            return {"move": where, "item": item_id, "before": place_before, "after": place_after}


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _edit_in(values: dict[str, Any]) -> Edit:
    if "set" in values:
        return SetValue(values["set"], _value_in(values["before"]), _value_in(values["after"]))
    if "trace" in values:
        before, after = (None if values[name] is None else Trace(**values[name]) for name in ("before", "after"))
        return SetTrace(values["trace"], before, after)
    if "move" in values:
        return MoveItem(values["move"], values["item"], values["before"], values["after"])
    where = values.get("insert") or values["remove"]
    model = Highlight if where.endswith(".highlights") else ENTRY_LISTS[where]
    kind = InsertItem if "insert" in values else RemoveItem
    return kind(where, values["index"], model.model_validate(values["item"]))


def _value_in(value: Any) -> Any:
    return Location.model_validate(value) if isinstance(value, dict) else value


def list_of(data: ResumeData, entry_id: str) -> tuple[str, int]:
    """In which list an entry stands, and where. Raises KeyError when it is gone."""
    for where in ENTRY_LISTS:
        for at, entry in enumerate(entries(data, where)):
            if getattr(entry, "id", None) == entry_id:
                return where, at
    raise KeyError(entry_id)
