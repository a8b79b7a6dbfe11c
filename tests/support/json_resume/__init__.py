"""The published schema of JSON Resume 1.0.0 (MIT, see LICENSE.md) and a checker for just the words it uses.

A schema with another word in it makes the checker fail, so it can't pass by not understanding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("schema-1.0.0.json").read_text("utf-8"))

_TYPES = {"string": str, "object": dict, "array": list}
_FORMATS = {
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+"),
    "email": re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"),
}
_SAID_ONLY = {"$schema", "title", "description", "definitions"}
_KNOWN = {"type", "properties", "additionalProperties", "items", "additionalItems", "pattern", "format", "$ref"}


def complaints(value: object, schema: dict[str, Any] = SCHEMA, place: str = "resume") -> Iterator[str]:
    """What the schema has against ``value``, one sentence each; nothing when it is valid."""
    if unknown := set(schema) - _KNOWN - _SAID_ONLY:
        raise NotImplementedError(f"the schema uses {unknown}")
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        yield from complaints(value, SCHEMA["definitions"][name], place)
        return
    kind = schema.get("type", "object" if "properties" in schema else "")
    if kind and not isinstance(value, _TYPES[kind]):
        yield f"{place} is no {kind}: {value!r}"
        return
    if isinstance(value, str):
        yield from _about_text(value, schema, place)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from complaints(each, schema.get("items", {}), f"{place}[{index}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            if key in schema.get("properties", {}):
                yield from complaints(each, schema["properties"][key], f"{place}.{key}")
            elif schema.get("additionalProperties", True) is False:
                yield f"{place} may not have a {key}"


def _about_text(value: str, schema: dict[str, Any], place: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place} is written wrong: {value!r}"
    # "date" is no format of draft 4, which 1.0.0 is written in; later versions call the same field a partial date.
    if "format" in schema and schema["format"] != "date" and not _FORMATS[schema["format"]].fullmatch(value):
        yield f"{place} is no {schema['format']}: {value!r}"
