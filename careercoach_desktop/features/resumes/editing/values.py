"""The single values of a résumé, each with the path that names it.

"31 fields were read" counts these; the form shows them; ``ResumeData.traces`` is keyed by the same paths. A list of
words (the keywords of a skills group) is one value, a bullet is one value, and an end date that reads "now" is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from careercoach_desktop.features.resumes.model import (
    Award,
    Certificate,
    Education,
    Highlight,
    Interest,
    Language,
    Location,
    Project,
    Publication,
    Reference,
    ResumeData,
    Section,
    Skill,
    Trace,
    Volunteer,
    WebProfile,
    Work,
)

ENTRY_LISTS: dict[str, type[BaseModel]] = {
    "basics.profiles": WebProfile,
    "work": Work,
    "volunteer": Volunteer,
    "education": Education,
    "skills": Skill,
    "projects": Project,
    "certificates": Certificate,
    "publications": Publication,
    "awards": Award,
    "languages": Language,
    "interests": Interest,
    "references": Reference,
    "sections": Section,
}
"""Where entries live, in the order the form shows them, and what they are."""

NOW = "now"
_SURE = 0.7
_NOT_VALUES = {"id", "extra", "current", "username"}  # a user name is part of its link
_BASICS = ("name", "label", "email", "phone", "url", "location")


@dataclass(frozen=True, slots=True)
class Value:
    """One non-empty value: where it is and how it reads."""

    path: str
    text: str


def values(data: ResumeData) -> list[Value]:
    """Every value that is not empty, in the order of the form."""
    found = [Value(f"basics.{name}", text) for name in _BASICS if (text := _basic(data, name))]
    for where in ENTRY_LISTS:
        if where == "work" and (summary := _basic(data, "summary")):  # links stand with the contact data, above it
            found.append(Value("basics.summary", summary))
        for entry in entries(data, where):
            found.extend(entry_values(entry))
    return found


def entries(data: ResumeData, where: str) -> list[BaseModel]:
    """The list named by ``where`` (a key of ``ENTRY_LISTS``) itself, not a copy."""
    owner = data.basics if where == "basics.profiles" else data
    found: list[BaseModel] = getattr(owner, where.removeprefix("basics."))
    return found


def entry_with_id(data: ResumeData, entry_id: str) -> BaseModel | None:
    """The entry or bullet that carries ``entry_id``, or None when there is none (any more)."""
    for where in ENTRY_LISTS:
        for entry in entries(data, where):
            if getattr(entry, "id", None) == entry_id:
                return entry
            for bullet in getattr(entry, "highlights", ()):
                if bullet.id == entry_id:
                    return bullet  # type: ignore[no-any-return]  # getattr above loses the type
    return None


def id_of(entry: BaseModel) -> str:
    """The stable id every entry and bullet has; empty for anything else."""
    return str(getattr(entry, "id", ""))


def value_at(data: ResumeData, path: str) -> object:
    """What stands at ``path``: text, a list of words, a flag or None. Raises KeyError when the path leads nowhere."""
    owner, name = owner_of(data, path)
    if name == "location" and isinstance(owner, type(data.basics)):
        return place(owner.location)
    return getattr(owner, name)


def owner_of(data: ResumeData, path: str) -> tuple[BaseModel, str]:
    """The object that holds the value and the name of its field. Raises KeyError when the path leads nowhere."""
    head, _, name = path.rpartition(".")
    if path == "language":
        return data, path
    if head == "basics" and name in type(data.basics).model_fields:
        return data.basics, name
    owner = entry_with_id(data, head or name)
    field = name if head else "text"
    if owner is None or field not in type(owner).model_fields:
        raise KeyError(path)
    return owner, field


def place(location: Location) -> str:
    """A location as one line: as written, or its parts."""
    return location.text or ", ".join(part for part in (location.city, location.region, location.country_code) if part)


def trace_key(data: ResumeData, path: str) -> str:
    """The key under which the source of the value at ``path`` is kept: an end that reads "now" is traced as current."""
    if path.endswith(".end") and path not in data.traces:
        current = path.removesuffix("end") + "current"
        return current if current in data.traces else path
    return path


def trace_of(data: ResumeData, path: str) -> Trace | None:
    """Where the value at ``path`` was read; None for what a person typed."""
    return data.traces.get(trace_key(data, path))


def is_doubtful(trace: Trace | None) -> bool:
    """Whether the reader was unsure. What a person typed has no trace and is sure."""
    return trace is not None and (bool(trace.note) or trace.confidence < _SURE)


def doubtful_paths(data: ResumeData) -> list[str]:
    """Paths of the values worth a look, in the order of the form."""
    return [value.path for value in values(data) if is_doubtful(trace_of(data, value.path))]


def _basic(data: ResumeData, name: str) -> str:
    if name == "location":
        return place(data.basics.location)
    text: str = getattr(data.basics, name)
    return text


def entry_values(entry: BaseModel) -> Iterator[Value]:
    """The values of one entry that are not empty, in the order of its fields."""
    entry_id = getattr(entry, "id", "")
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in _NOT_VALUES or isinstance(value, bool):
            continue
        if name == "highlights":
            yield from (Value(bullet.id, bullet.text) for bullet in value if _is_bullet(bullet))
        elif name == "end" and value is None and getattr(entry, "current", False):
            yield Value(f"{entry_id}.end", NOW)
        elif value:
            yield Value(f"{entry_id}.{name}", ", ".join(value) if isinstance(value, list) else str(value))


def _is_bullet(bullet: Highlight) -> bool:
    return bool(bullet.text)
