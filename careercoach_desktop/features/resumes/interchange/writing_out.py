"""``ResumeData`` as JSON Resume."""

from __future__ import annotations

from careercoach_desktop.features.resumes import model

from .keys import BASICS, LANGUAGE, LOCATION, OWN, PROFILE, SECTIONS, Shape
from .marks import MARKS, written_marks


def to_json_resume(data: model.ResumeData) -> dict[str, object]:
    """A JSON Resume 1.0.0 document; what the standard has no key for stands under ``OWN``, that of the whole résumé in
    its ``meta``. Empty values are left out unless they came in that way. Traces are not written."""
    with_ids = bool(data.hidden)
    out: dict[str, object] = {}
    if basics := write_basics(data.basics):
        out["basics"] = basics
    for key, shape in SECTIONS.items():
        rows = [write_entry(entry, shape, with_ids=with_ids) for entry in getattr(data, key)]
        if rows:
            out[key] = rows
    own: dict[str, object] = {}
    told = data.traces.get(LANGUAGE)
    if data.language != (told.text if told else "en"):  # what the text itself tells need not be written
        own["language"] = data.language
    if data.hidden:
        own["hidden"] = list(data.hidden)
    if data.sections:
        own["sections"] = [_section(section, with_ids=with_ids) for section in data.sections]
    if own:
        out["meta"] = {OWN: own}  # the standard allows keys of one's own everywhere but at the top
    return kept(out, data.extra)


def kept(out: dict[str, object], extra: dict[str, object]) -> dict[str, object]:
    """``out`` and every key of ``extra`` that has no value in it; dicts are merged."""
    for key, value in extra.items():
        present = out.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            out[key] = kept(dict(present), value)
        elif key not in out:
            out[key] = value
    return out


def write_basics(basics: model.Basics) -> dict[str, object]:
    """The ``basics`` object."""
    out: dict[str, object] = {key: getattr(basics, key) for key in BASICS if getattr(basics, key)}
    place = basics.location
    location: dict[str, object] = {key: getattr(place, name) for key, name in LOCATION.items() if getattr(place, name)}
    if place.text:
        # Readers of the standard look for an address, so an unparsed text is written there too.
        location = location or {"address": place.text}
        out[OWN] = {"locationText": place.text}
    if location:
        out["location"] = location
    profiles = [kept({k: getattr(p, k) for k in PROFILE if getattr(p, k)}, p.extra) for p in basics.profiles]
    if profiles:
        out["profiles"] = profiles
    return kept(out, basics.extra)


def write_entry(entry: object, shape: Shape, *, with_ids: bool = False) -> dict[str, object]:
    """One entry of a section."""
    out: dict[str, object] = {}
    for names in (shape.text, shape.dates):
        out |= {key: getattr(entry, field) for key, field in names.items() if getattr(entry, field)}
    out |= {key: list(getattr(entry, field)) for key, field in shape.lists.items() if getattr(entry, field)}
    bullets: list[model.Highlight] = list(getattr(entry, "highlights", []))
    if shape.bullets and bullets:
        out["highlights"] = [bullet.text for bullet in bullets]
    own = _own(entry, shape, bullets, with_ids=with_ids)
    if own:
        out[OWN] = own
    extra: dict[str, object] = getattr(entry, "extra", {})
    return kept(out, extra)


def lasts(entry: object, shape: Shape) -> bool:
    """What a reader of the standard takes for granted: a job that began and has no end is the current one."""
    paid_or_not = shape.type in {model.Work, model.Volunteer}
    return paid_or_not and bool(getattr(entry, "start", None)) and not getattr(entry, "end", None)


def _own(entry: object, shape: Shape, bullets: list[model.Highlight], *, with_ids: bool) -> dict[str, object]:
    own: dict[str, object] = {}
    for field in shape.own:
        value = getattr(entry, field)
        if field == "current":
            if value != lasts(entry, shape):
                own[field] = value
        elif field == "highlights":
            if value:
                own[field] = [bullet.text for bullet in bullets]
        elif value:
            own[field] = value
    if marks := written_marks(bullets):
        own[MARKS] = marks
    if with_ids:
        own["id"] = getattr(entry, "id", "")
        if bullets:
            own["bulletIds"] = [bullet.id for bullet in bullets]
    return own


def _section(section: model.Section, *, with_ids: bool) -> dict[str, object]:
    out: dict[str, object] = {"title": section.title, "highlights": [bullet.text for bullet in section.highlights]}
    if marks := written_marks(section.highlights):
        out[MARKS] = marks
    if with_ids:
        out["id"] = section.id
        out["bulletIds"] = [bullet.id for bullet in section.highlights]
    return kept(out, section.extra)
