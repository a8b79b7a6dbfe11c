"""JSON schemas: which ones structured outputs take, and the smallest value that fits one."""

from __future__ import annotations

import re
from typing import Any

from tests.support.claude.problem import Problem

Schema = dict[str, Any]

REFUSED = {
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "patternProperties",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
}
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"}
BRANCHES = ("anyOf", "allOf")
DEFINITIONS = ("$defs", "definitions")
EXAMPLES = {
    "date-time": "2026-01-01T00:00:00Z",
    "time": "09:00:00",
    "date": "2026-01-01",
    "duration": "P1D",
    "email": "someone@example.com",
    "hostname": "example.com",
    "uri": "https://example.com/",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def check(schema: Any, where: str = "output_config.format.schema") -> None:
    """Refuse what the real API refuses to compile."""
    if not isinstance(schema, dict):
        raise Problem(400, f"{where}: Input should be a valid dictionary")
    _Checker(schema, where).walk(schema, ())


class _Checker:
    def __init__(self, root: Schema, where: str) -> None:
        self._root = root
        self._where = where

    def walk(self, node: Any, inside: tuple[str, ...]) -> None:
        """``inside``: the references that were followed to get here; meeting one again is recursion."""
        if not isinstance(node, dict):
            self._refuse("every schema should be an object")
        if refused := sorted(REFUSED & node.keys()):
            self._refuse(f"For '{node.get('type', 'any')}' type, property '{refused[0]}' is not supported")
        if "$ref" in node:
            reference = node["$ref"]
            if reference in inside:
                self._refuse("Recursive schemas are not supported")
            self.walk(self._follow(reference), (*inside, reference))
        self._check_type(node)
        for branch in BRANCHES:
            for variant in node.get(branch, ()):
                self.walk(variant, inside)
        for child in node.get("properties", {}).values():
            self.walk(child, inside)
        if "items" in node:
            self.walk(node["items"], inside)
        for definitions in DEFINITIONS:
            for name, child in node.get(definitions, {}).items():
                self.walk(child, (f"#/{definitions}/{name}",))

    def _check_type(self, node: Schema) -> None:
        kinds = node.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "object" in kinds and node.get("additionalProperties") is not False:
            self._refuse("For 'object' type, 'additionalProperties' must be explicitly set to false")
        if "array" in kinds and node.get("minItems", 0) not in (0, 1):
            self._refuse("For 'array' type, 'minItems' values other than 0 or 1 are not supported")
        if "string" in kinds and "format" in node and node["format"] not in FORMATS:
            self._refuse(f"For 'string' type, format '{node['format']}' is not supported")
        if kinds == [None] and not ({"$ref", "enum", "const", "anyOf", "allOf"} & node.keys()):
            self._refuse("Schema type is missing")

    def _follow(self, reference: Any) -> Any:
        try:
            return follow(self._root, reference)
        except (KeyError, TypeError, ValueError):
            self._refuse(f"Reference '{reference}' could not be resolved")

    def _refuse(self, why: str) -> Any:
        raise Problem(400, f"{self._where}: {why}")


def follow(root: Schema, reference: str) -> Schema:
    """What a local reference points at."""
    start, *steps = reference.split("/")
    if start != "#":
        raise ValueError(reference)
    found: Schema = root
    for step in steps:
        found = found[step.replace("~1", "/").replace("~0", "~")]
    return found


def smallest(schema: Schema, root: Schema | None = None) -> Any:
    """A minimal valid value: required properties only, empty lists, first choices.

    Bounds that the SDK moved into descriptions (``{minimum: 1}``) are kept too, so that what validates them is content.
    """
    root = schema if root is None else root
    if "$ref" in schema:
        return smallest(follow(root, schema["$ref"]), root)
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    if variants := schema.get("anyOf"):
        nothing = [variant for variant in variants if variant.get("type") == "null"]
        return None if nothing else smallest(variants[0], root)
    if parts := schema.get("allOf"):
        merged: dict[str, Any] = {}
        for part in parts:
            merged |= smallest(part, root)
        return merged
    return _of_type(schema, root)


def _of_type(schema: Schema, root: Schema) -> Any:
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    hints: dict[str, str] = dict(re.findall(r"(\w+): (-?[\d.]+)", schema.get("description", "").partition("{")[2]))
    low = max(float(hints.get("minimum", "0")), float(hints.get("exclusiveMinimum", "-1")) + 1)
    if kind == "object":
        properties = schema.get("properties", {})
        return {name: smallest(properties[name], root) for name in schema.get("required", ()) if name in properties}
    if kind == "array":
        count = int(hints.get("minItems") or schema.get("minItems", 0))
        return [smallest(schema.get("items", {}), root) for _ in range(count)]
    if kind == "string":
        return EXAMPLES.get(schema.get("format", ""), "text".ljust(int(hints.get("minLength", "0")), "."))
    return {"integer": int(low), "number": low, "boolean": False, "null": None}.get(kind or "null")
