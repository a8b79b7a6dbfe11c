"""Microdata and RDFa turned into the same records JSON-LD gives, so that one reader serves all three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from careercoach_desktop.features.jobs.capture.jsonld import Record
from careercoach_desktop.features.jobs.capture.outline import Outline

_RICH_LIST = """
    description responsibilities qualifications skills jobBenefits benefits experienceRequirements
    educationRequirements incentives incentiveCompensation
"""
_RICH = frozenset(_RICH_LIST.split())
_LINKS = frozenset({"url", "sameAs", "logo", "image"})


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The attributes one notation uses."""

    name: str
    property: str
    type: str


_DIALECTS = (_Dialect("microdata", "itemprop", "itemtype"), _Dialect("rdfa", "property", "typeof"))


def postings_of(tree: LexborHTMLParser, outline: Outline) -> list[tuple[str, Record]]:
    """Every marked-up JobPosting: the notation's name and its record."""
    found: list[tuple[str, Record]] = []
    for dialect in _DIALECTS:
        if not tree.css(f"[{dialect.type}*=JobPosting]"):
            continue
        for place in range(len(outline)):
            if "JobPosting" in (outline.attributes(place).get(dialect.type) or ""):
                found.append((dialect.name, _record(outline, place, dialect, 0)))
            if len(found) >= 100:
                break
    return found


def _record(outline: Outline, place: int, dialect: _Dialect, depth: int) -> Record:
    kind = outline.attributes(place).get(dialect.type, "").split()
    record: Record = {"@type": [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in kind]}
    for inner, names in _properties(outline, place, dialect):
        value = _value(outline, inner, names, dialect, depth)
        for name in names:
            known = record.get(name)
            if known in (None, ""):
                record[name] = value
            elif isinstance(known, list):
                known.append(value)
            elif value != known:
                record[name] = [known, value]
    return record


def _properties(outline: Outline, place: int, dialect: _Dialect) -> Iterator[tuple[int, list[str]]]:
    """The properties of one item: those inside it that are not inside an item within it."""
    inner = place + 1
    while inner < outline.ends[place]:
        attributes = outline.attributes(inner)
        names = [
            name.rsplit("/", 1)[-1].removeprefix("schema:") for name in attributes.get(dialect.property, "").split()
        ]
        if names:
            yield inner, names
        nested = dialect.type in attributes or "itemscope" in attributes
        inner = outline.ends[inner] if nested else inner + 1


def _value(outline: Outline, place: int, names: list[str], dialect: _Dialect, depth: int) -> object:
    attributes = outline.attributes(place)
    if (dialect.type in attributes or "itemscope" in attributes) and depth < 6:
        record = _record(outline, place, dialect, depth + 1)
        return record if len(record) > 1 else outline.all_text(place, most=50_000)
    if attributes.get("content"):
        return attributes["content"]
    if outline.tags[place] == "time" and attributes.get("datetime"):
        return attributes["datetime"]
    if _LINKS.intersection(names) or outline.tags[place] == "link":
        return attributes.get("href") or attributes.get("src") or outline.all_text(place, most=50_000).strip()
    if _RICH.intersection(names):
        return outline.nodes[place].inner_html or ""
    return outline.all_text(place, most=50_000).strip()
