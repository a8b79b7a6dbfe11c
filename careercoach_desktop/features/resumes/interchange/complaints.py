"""Where a JSON Resume is not what the schema (1.0.0) says: the place and the reason, for people.

Nothing of it is lost: what can't be held stays with the entry and is written out again as it came.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from careercoach_desktop.foundation.errors import UserError

from .keys import BASICS, LOCATION, PROFILE, SECTIONS, Shape

_DATE = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
_SHOWN = 3
_MAX_LETTERS = 200_000
_MAX_VALUES = 20_000
_MAX_DEPTH = 40


def not_json(error: json.JSONDecodeError) -> UserError:
    """For a file that breaks the rules of JSON itself."""
    reason = error.msg[:1].lower() + error.msg[1:]
    return UserError(
        f"This JSON file can’t be read: line {error.lineno}, column {error.colno}: {reason}.",
        "Correct that place, or export the file again, and add it once more.",
        code="json-broken",
    )


def refuse_too_much(value: object) -> None:
    """Raises UserError ``json-too-large`` for far more than a résumé holds; pictures inside it don't count."""
    letters, count = 0, 0
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if isinstance(part, dict):
            waiting.extend((inner, depth + 1) for inner in part.values())
        elif isinstance(part, list):
            waiting.extend((inner, depth + 1) for inner in part)
        elif isinstance(part, str) and not part.startswith("data:"):
            letters += len(part)
        if letters > _MAX_LETTERS or count + len(waiting) > _MAX_VALUES or depth > _MAX_DEPTH:
            raise UserError(
                "This JSON file holds far more than a résumé does.",
                "Keep the parts about you and add it again.",
                code="json-too-large",
            )


def complaints_about(value: dict[str, object]) -> list[str]:
    """Short sentences about values of the wrong kind, the first few of them."""
    found = list(_all(value))
    if len(found) <= _SHOWN:
        return found
    more = len(found) - _SHOWN
    return [*found[:_SHOWN], f"{more} more {'place is' if more == 1 else 'places are'} not as the format says."]


def _all(value: dict[str, object]) -> Iterator[str]:
    if "basics" in value:
        yield from _basics(value["basics"])
    for key, shape in SECTIONS.items():
        if key not in value or value[key] is None:
            continue
        rows = value[key]
        if not isinstance(rows, list):
            yield f"“{key}” should be a list; it was kept as it is."
            continue
        for number, row in enumerate(rows, 1):
            yield from _row(row, shape, f"{key}, entry {number}")


def _basics(part: object) -> Iterator[str]:
    if not isinstance(part, dict):
        yield "“basics” should be an object; it was kept as it is."
        return
    yield from _texts(part, BASICS, "basics")
    location, profiles = part.get("location"), part.get("profiles")
    if isinstance(location, dict):
        yield from _texts(location, LOCATION, "basics.location")
    elif location is not None:
        yield "basics: “location” should be an object; it was kept as it is."
    for number, row in enumerate(profiles if isinstance(profiles, list) else [], 1):
        if isinstance(row, dict):
            yield from _texts(row, PROFILE, f"basics.profiles, entry {number}")


def _row(row: object, shape: Shape, place: str) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"{place} should be an object; it was kept as it is."
        return
    yield from _texts(row, shape.text, place)
    for key in shape.dates:
        written = row.get(key)
        if written not in (None, "") and not (isinstance(written, str) and _DATE.match(written)):
            yield f"{place}: “{key}” is no date like 2020-05 ({_short(written)}); it was kept as it is."
    for key in (*shape.lists, *(["highlights"] if shape.bullets else [])):
        words = row.get(key)
        if words is not None and not (isinstance(words, list) and all(isinstance(word, str) for word in words)):
            yield f"{place}: “{key}” should be a list of texts; it was kept as it is."


def _texts(part: dict[str, object], keys: object, place: str) -> Iterator[str]:
    for key in keys if isinstance(keys, (dict, tuple)) else ():
        written = part.get(key)
        if written is not None and not isinstance(written, str):
            yield f"{place}: “{key}” should be a text ({_short(written)}); it was kept as it is."


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 24 else f"{text[:23]}…"
