"""JSON-LD as pages really carry it: found, repaired where hands or templates broke it, and taken apart into records."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

_MOST_CHARACTERS = 5_000_000
_MOST_RECORDS = 50_000
_MOST_SCRIPTS = 60
_WRAPPERS = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/"
    r"|\]\]>)\s*;?\s*\Z"
)
_VALID_ESCAPES = frozenset('"\\/bfnrtu')

Record = dict[str, object]


def records_of(tree: LexborHTMLParser) -> list[Record]:
    """Every JSON-LD object of a page, outermost first, with references by ``@id`` filled in one level deep."""
    scripts = [node for node in tree.css("script") if "ld+json" in (node.attributes.get("type") or "").lower()]
    found: list[Record] = []
    for script in scripts[:_MOST_SCRIPTS]:
        for value in load(script.text()):
            found.extend(walk(value))
    _resolve(found)
    return found


def walk(value: object) -> Iterator[Record]:
    """Every object inside a JSON value, outermost first, without recursion."""
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < _MOST_RECORDS:
        item = waiting.pop(0) if len(waiting) < 1000 else waiting.pop()
        if isinstance(item, dict):
            seen += 1
            yield item
            waiting.extend(inner for inner in item.values() if isinstance(inner, (dict, list)))
        elif isinstance(item, list):
            seen += 1
            waiting.extend(inner for inner in item if isinstance(inner, (dict, list)))


def is_type(record: Record, name: str) -> bool:
    """Whether a record's ``@type`` (or one of them) is schema.org's ``name``."""
    types = record.get("@type") or record.get("type")
    return any(
        isinstance(kind, str)
        and kind.strip().rstrip("/").replace("#", "/").replace(":", "/").rsplit("/", 1)[-1].lower() == name.lower()
        for kind in (types if isinstance(types, list) else [types])
    )


def load(text: str) -> list[object]:
    """The JSON values in ``text``, repaired if need be; an empty list when nothing can be made of it."""
    if len(text) > _MOST_CHARACTERS:
        return []
    text = _unwrapped(text)
    return _values(text) or _values(repaired(text)) or _values(repaired(entities.unescape(text)))


def _unwrapped(text: str) -> str:
    text = _WRAPPERS.sub("", text.replace("\ufeff", "").strip())
    text = _WRAPPERS.sub("", text).strip().rstrip(";").strip()
    return entities.unescape(text) if re.match(r"[\[{\s]*&(?:quot|#0*34|#x22);", text) else text


def _values(text: str) -> list[object]:
    """Values that stand one after the other; those before a break still count."""
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    while at < len(text) and len(values) < 100:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values
        values.append(value)
        at += len(text[at : at + 50]) - len(text[at : at + 50].lstrip(" \t\r\n,;"))
    return values


def repaired(text: str) -> str:
    """``text`` with the usual breaks of hand-made JSON undone.

    Comments and trailing commas go; quotes inside strings and stray backslashes are escaped; open strings and brackets
    at the end are closed.
    """
    out: list[str] = []
    open_: list[str] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == '"':
            at = _copy_string(text, at, out)
            continue
        if text.startswith(("//", "/*"), at):
            stop = text.find("\n" if text[at + 1] == "/" else "*/", at + 2)
            at = len(text) if stop < 0 else stop + (1 if text[at + 1] == "/" else 2)
            continue
        if char in "{[":
            open_.append("}" if char == "{" else "]")
        elif char in "}]":
            _drop_comma(out)
            if char not in open_[-1:]:
                at += 1
                continue
            open_.pop()
        out.append(char)
        at += 1
    if open_:
        _drop_comma(out)
    return "".join(out) + "".join(reversed(open_))


def _copy_string(text: str, start: int, out: list[str]) -> int:
    """Copies the string that opens at ``start`` to ``out``; the index after it. Linear: each character is met once."""
    out.append('"')
    at = start + 1
    while at < len(text):
        char = text[at]
        if char == "\\":
            following = text[at + 1 : at + 2]
            out.append(
                "\\" + following
                if following in _VALID_ESCAPES and following
                else following
                if following == "'"
                else "\\\\" + following
            )
            at += 2
            continue
        if char == '"':
            if _closes(text, at):
                out.append('"')
                return at + 1
            out.append('\\"')
        else:
            out.append(char)
        at += 1
    out.append('"')
    return at


def _closes(text: str, at: int) -> bool:
    """Whether the quote at ``at`` ends its string: what follows is JSON's punctuation and then something JSON-like."""
    rest = text[at + 1 : at + 200].lstrip()
    if not rest or rest[0] in "}]:":
        return True
    if rest[0] == ",":
        after = rest[1:].lstrip()
        return not after or after[0] in '"{[}]' or bool(re.match(r"-?\d|true|false|null|//|/\*", after))
    return rest.startswith(("//", "/*"))


def _drop_comma(out: list[str]) -> None:
    at = len(out) - 1
    while at >= 0 and out[at].isspace():
        at -= 1
    if at >= 0 and out[at] == ",":
        del out[at]


def _resolve(records: list[Record]) -> None:
    named = {record["@id"]: record for record in records if isinstance(record.get("@id"), str) and len(record) > 1}
    for record in records:
        for key, value in record.items():
            if isinstance(value, dict) and set(value) == {"@id"} and value["@id"] in named and key != "@id":
                record[key] = named[value["@id"]]
