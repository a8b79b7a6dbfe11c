"""JSON Resume as ``ResumeData``; nothing that can't be held is dropped, it stays in ``extra``."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.resumes import model
from careercoach_desktop.foundation.errors import UserError

from .keys import BASICS, LANGUAGE, LOCATION, OWN, PROFILE, SECTIONS, Shape
from .marks import MARKS, give_marks
from .writing_out import lasts, to_json_resume, write_basics, write_entry

_DATE = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def not_a_resume() -> UserError:
    return UserError(
        "This JSON file is not a résumé.",
        "Add a file in the JSON Resume format, or a PDF, Word or text résumé.",
        code="not-a-resume",
    )


def looks_like_json_resume(value: object) -> bool:
    """Whether a JSON value is a JSON Resume: an object with ``basics`` or a known section."""
    if not isinstance(value, dict):
        return False
    if isinstance(value.get("basics"), dict):
        return True
    return any(isinstance(value.get(key), list) for key in ("work", "education", "skills"))


def from_json_resume(value: dict[str, Any]) -> model.ResumeData:
    """Read a JSON Resume of any version. Raises ``UserError`` (``not-a-resume``) for other JSON."""
    if not looks_like_json_resume(value):
        raise not_a_resume()
    data = model.ResumeData()
    for key, part in value.items():
        if key == "basics" and isinstance(part, dict):
            data.basics = _basics(part)
        elif key in SECTIONS and _rows(part):
            setattr(data, key, [_entry(row, SECTIONS[key]) for row in part])
        elif key == "meta" and isinstance(part, dict) and isinstance(part.get(OWN), dict):
            _own_top(data, part[OWN])
        elif key == OWN and isinstance(part, dict):  # where we wrote it before 1.0.0's rules were kept to the letter
            _own_top(data, part)
        else:
            data.extra[key] = part
    if isinstance(value.get("basics"), dict) and not write_basics(data.basics):
        data.extra["basics"] = value["basics"]
    if isinstance(meta := value.get("meta"), dict) and OWN in meta:
        written = to_json_resume(data).get("meta")
        if rest := missing(meta, written if isinstance(written, dict) else {}):
            data.extra["meta"] = rest
    return data


def says_language(value: dict[str, Any]) -> bool:
    """Whether the document itself says which language it is in; otherwise it is taken to be English."""
    meta = value.get("meta")
    places = (meta.get(OWN) if isinstance(meta, dict) else None, value.get(OWN))
    return any(isinstance(own, dict) and _text(own.get(LANGUAGE)) for own in places)


def _rows(part: object) -> bool:
    return isinstance(part, list) and bool(part) and all(isinstance(row, dict) for row in part)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: object) -> list[str]:
    return list(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else []


def _basics(part: dict[str, Any]) -> model.Basics:
    basics = model.Basics()
    for key in BASICS:
        setattr(basics, key, _text(part.get(key)))
    location = part.get("location")
    own = part.get(OWN)
    written = _text(own.get("locationText")) if isinstance(own, dict) else ""
    if isinstance(location, dict):
        for key, field in LOCATION.items():
            setattr(basics.location, field, _text(location.get(key)))
        if written and {key for key in location if location[key]} == {"address"} and location["address"] == written:
            basics.location.address = ""
    basics.location.text = written
    if _rows(part.get("profiles")):
        basics.profiles = [_profile(row) for row in part["profiles"]]
    basics.extra = missing(part, write_basics(basics))
    return basics


def _profile(row: dict[str, Any]) -> model.WebProfile:
    profile = model.WebProfile(**{key: _text(row.get(key)) for key in PROFILE})
    profile.extra = missing(row, {key: getattr(profile, key) for key in PROFILE if getattr(profile, key)})
    return profile


def _entry(row: dict[str, Any], shape: Shape) -> Any:
    entry: Any = shape.type()
    for key, field in shape.text.items():
        setattr(entry, field, _text(row.get(key)))
    for key, field in shape.dates.items():
        date = row.get(key)
        setattr(entry, field, date if isinstance(date, str) and _DATE.match(date) else None)
    for key, field in shape.lists.items():
        setattr(entry, field, _strings(row.get(key)))
    own = row.get(OWN)
    own = own if isinstance(own, dict) else {}
    if shape.bullets:
        entry.highlights = _bullets(row.get("highlights"), own)
    if "current" in shape.own:
        entry.current = own["current"] if isinstance(own.get("current"), bool) else lasts(entry, shape)
    _own_fields(entry, shape, own)
    entry.extra = missing(row, write_entry(entry, shape, with_ids="id" in own))
    return entry


def _bullets(value: object, own: dict[str, Any]) -> list[model.Highlight]:
    texts = _strings(value)
    ids = _strings(own.get("bulletIds"))
    if len(ids) == len(texts):
        bullets = [model.Highlight(id=bullet_id, text=text) for bullet_id, text in zip(ids, texts, strict=True)]
    else:
        bullets = [model.Highlight(text=text) for text in texts]
    give_marks(bullets, own.get(MARKS))
    return bullets


def _own_fields(entry: Any, shape: Shape, own: dict[str, Any]) -> None:
    for field in shape.own:
        value = own.get(field)
        if field == "highlights":
            entry.highlights = _bullets(value, own)
        elif field == "technologies":
            entry.technologies = _strings(value)
        elif field != "current" and isinstance(value, str):
            setattr(entry, field, value)
    if isinstance(own.get("id"), str) and own["id"]:
        entry.id = own["id"]


def _own_top(data: model.ResumeData, own: dict[str, Any]) -> None:
    data.language = _text(own.get(LANGUAGE)) or "en"
    data.hidden = _strings(own.get("hidden"))
    sections = own.get("sections")
    for row in sections if _rows(sections) and isinstance(sections, list) else []:
        section = model.Section(title=_text(row.get("title")), highlights=_bullets(row.get("highlights"), row))
        if isinstance(row.get("id"), str):
            section.id = row["id"]
        known = {"title", "highlights", "id", "bulletIds"}
        if any(bullet.marks for bullet in section.highlights):
            known.add(MARKS)
        section.extra = {key: kept for key, kept in row.items() if key not in known}
        data.sections.append(section)


def missing(original: dict[str, Any], written: dict[str, object]) -> dict[str, object]:
    """What of ``original`` writing would not give back; inside dicts only the keys that would be lost."""
    out: dict[str, object] = {}
    for key, value in original.items():
        if key not in written:
            out[key] = value
        elif written[key] != value and isinstance(value, dict) and isinstance(inner := written[key], dict):
            out[key] = missing(value, inner)
    return out
