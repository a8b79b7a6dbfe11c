"""What a job becomes when another one is merged into it, column by column. Nothing a person wrote is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from careercoach_desktop.features.jobs.model import CaptureState, JobStatus
from careercoach_desktop.features.jobs.store import POSTING_FIELDS
from careercoach_desktop.features.jobs.store.duplicates import addresses

Row = Mapping[str, Any]

_PAGE = ("page_sha256", "page_name", "page_url", "page_charset", "page_at", "page_text", "pasted_text", "typed_url")
_SALARY = ("salary_min", "salary_max", "salary_currency", "salary_period")
_ENDS = (JobStatus.ACCEPTED.value, JobStatus.REJECTED.value, JobStatus.WITHDRAWN.value)
_ORDER = {status.value: at for at, status in enumerate(JobStatus)}


def united(keep: Row, other: Row) -> dict[str, Any]:
    """The columns of ``keep`` that differ once ``other`` is part of it, with their new values."""
    values = _posting(keep, other) | _standing(keep, other) | _page(keep, other) | _own_words(keep, other)
    also = addresses("", "", [*json.loads(keep["also_at"]), *_web(other)])
    values["also_at"] = json.dumps(sorted(also - addresses(str(values.get("url", keep["url"])), "", ())))
    return {name: value for name, value in values.items() if value != keep[name]}


def _posting(keep: Row, other: Row) -> dict[str, Any]:
    """Empty fields are filled, what the person wrote wins, the longer description stays, origins come along."""
    ours, theirs = set(json.loads(keep["edited_fields"])), set(json.loads(other["edited_fields"]))
    was_read = keep["capture"] == CaptureState.READ.value
    better = not was_read and other["capture"] == CaptureState.READ.value
    taken = {
        name
        for name in POSTING_FIELDS
        if name not in {"origins", "closed", *_SALARY}
        and name not in ours
        and _says(other, name)
        and (not _says(keep, name) or name in theirs or (better and name != "url"))
    }
    silent = keep["salary_min"] is None and keep["salary_max"] is None
    stated = other["salary_min"] is not None or other["salary_max"] is not None
    if stated and not ours & set(_SALARY) and (silent or theirs & set(_SALARY)):
        taken |= set(_SALARY)  # figures, currency and period belong together
    mine_alone = "description" in ours - theirs
    if not mine_alone and len(other["description"]) > len(keep["description"]):
        taken.add("description")
    origins, their_origins = json.loads(keep["origins"]), json.loads(other["origins"])
    for name in taken:
        origins.pop(name, None)
        if name in their_origins:
            origins[name] = their_origins[name]
    values = {name: other[name] for name in taken} | {"origins": json.dumps(origins)}
    if "closed" not in ours:
        # as long as it is open somewhere, it is open
        values["closed"] = other["closed"] if better else keep["closed"] and other["closed"]
    if better:
        values |= {"capture": CaptureState.READ.value, "problem": ""}
    return values | {"edited_fields": json.dumps(sorted(ours | (theirs & taken)))}


def _standing(keep: Row, other: Row) -> dict[str, Any]:
    """The further status with its place and date; the first of the days."""
    values: dict[str, Any] = {"created": min(keep["created"], other["created"])}
    for name in ("applied_at", "follow_up"):
        values[name] = min((row[name] for row in (keep, other) if row[name] is not None), default=None)
    if _how_far(other) > _how_far(keep):
        values |= {name: other[name] for name in ("status", "rank", "entered_column")}
    values["archived"] = keep["archived"] and other["archived"]
    return values


def _how_far(row: Row) -> tuple[bool, Any]:
    """An end is further than anything before it, and of two ends the later one stands."""
    ended = row["status"] in _ENDS
    return (True, row["entered_column"]) if ended else (False, _ORDER[row["status"]])


def _page(keep: Row, other: Row) -> dict[str, Any]:
    """The page of the other, when nothing was kept for this one."""
    if keep["page_sha256"] or keep["pasted_text"] or not (other["page_sha256"] or other["pasted_text"]):
        return {}
    return {name: other[name] for name in _PAGE if name != "typed_url" or not keep["typed_url"]}


def _own_words(keep: Row, other: Row) -> dict[str, Any]:
    notes, added = keep["notes"].strip(), other["notes"].strip()
    both = keep["notes"] if added in notes else f"{notes}\n\n{added}".strip()
    tags = dict.fromkeys([*json.loads(keep["tags"]), *json.loads(other["tags"])])
    return {"notes": both, "tags": json.dumps(list(tags)), "priority": keep["priority"] or other["priority"]}


def _web(row: Row) -> list[str]:
    return [row["url"], row["typed_url"], *json.loads(row["also_at"])]


def _says(row: Row, name: str) -> bool:
    return row[name] not in {None, "", "[]"}
