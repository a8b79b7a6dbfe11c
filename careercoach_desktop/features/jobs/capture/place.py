"""Where a job is: a label for people out of address records and out of lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.wording import folded, value_of

_MOST_PLACES = 5
_LONGEST_LABEL = 90
_LABEL = re.compile(
    r"\A(?:job )?(?:location|standort|arbeitsort|lieu|ubicación|luogo|locatie|lokalita|lokalizacja|plats"
    r"|sted)s?\s*[:–-]\s*",
    re.IGNORECASE,
)
_STATES = frozenset(
    re.findall(
        "..",
        "ALAKAZARCACOCTDCDEFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTXUTVTVAWAWVWIWY",
    )
)
_CODED = re.compile(r"\A([A-Z]{2})-([A-Z]{2,3})?-?([A-Z][\w .'’/-]{2,60})?\Z")
"""``US-IL-Yorkville``, as some applicant systems write places."""
_NO_PLACE = frozenset(
    {
        "multiple locations",
        "various",
        "various locations",
        "remote",
        "n a",
        "several locations",
        "see description",
        "tbd",
        "location",
    }
)
_LOOKS_LIKE_PLACE = re.compile(r"\A[^\W\d_][\w.'’/()\- ]{1,40}(?:,\s?[\w.'’()\- ]{2,40}){1,3}\Z")
_DEPARTMENT = re.compile(r"\A[A-ZÀ-Ž][\w'’ -]{1,40} \(\d{2,3}\)\Z")
_SENTENCE = re.compile(
    r"[.!?:;]\s|[.!?:;]\Z|\b(?:the|and|our|you|we|with|for|und|wir|mit|nous|avec|will|be|is|are|have|inc|ltd|llc"
    r"|gmbh)\b",
    re.IGNORECASE,
)


def read_place(text: object) -> str:
    """A labelled location value made tidy; empty when it names no place."""
    line = value_of(text, most=160)
    line = _LABEL.sub("", line).strip(" ,;|·•-–")
    line = re.sub(r"\s*\((?:show|view|see)?\s*(?:on )?map\)|\bshow map\b", "", line, flags=re.IGNORECASE).strip()
    line = re.sub(_CODED, lambda found: ", ".join(part for part in (found[3], found[2], found[1]) if part), line)
    return "" if folded(line) in _NO_PLACE - {"remote"} else line


def without_mode(text: str) -> str:
    """A place without an added ``(Remote)``, ``(hybrid, 2 days on site)``: that says how, not where."""
    found = re.search(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*\Z", text)
    return text[: found.start()].strip() if found and found.start() and terms.work_mode(found[1]) else text


def looks_like_place(text: str) -> bool:
    """Whether an unlabelled short line reads as ``City, Region``, ``City, Country`` or ``Ville (69)``."""
    if _DEPARTMENT.match(text):
        return True
    return bool(_LOOKS_LIKE_PLACE.match(text)) and not _SENTENCE.search(text) and len(text.split()) <= 9


def join_places(places: Iterable[str]) -> str:
    """Several places as one label, each once; beyond five, or what fits on a line, the rest is only counted."""
    distinct = list({folded(place): place for place in reversed(list(places)) if place}.values())[::-1]
    shown = distinct[:1]
    for place in distinct[1:_MOST_PLACES]:
        if len("; ".join([*shown, place])) > _LONGEST_LABEL:
            break
        shown.append(place)
    rest = len(distinct) - len(shown)
    return "; ".join(shown) + (f" (+{rest})" if rest else "")


def place_of_record(record: object) -> str:
    """The label of a schema.org ``Place``, ``PostalAddress``, name, or of the first of them that has one."""
    return _join_parts(_parts(record, 0))


def has_town(record: object) -> bool:
    """Whether a record says more than a country or region: a town or a street."""
    if isinstance(record, dict):
        address = record.get("address", record)
        if isinstance(address, dict):
            return bool(re.search(r"[^\W\d_]{2}", value_of(_text(address.get("addressLocality")))))
        record = address
    return isinstance(record, str) and bool(record.strip())


def country_of_record(record: object) -> str:
    """ISO 3166 code of a record's country when it is given as one, else empty."""
    if isinstance(record, list):
        return next((code for item in record[:5] if (code := country_of_record(item))), "")
    if not isinstance(record, dict):
        return ""
    address = record.get("address", record)
    country = value_of(_text(address.get("addressCountry"))) if isinstance(address, dict) else ""
    names = {"united states": "US", "usa": "US", "united states of america": "US", "canada": "CA", "australia": "AU"}
    return country.upper() if re.fullmatch(r"[A-Za-z]{2}", country) else names.get(folded(country), "")


def country_of_label(label: str) -> str:
    """``US`` or ``CA`` for labels that name them or a US state, else empty. Settles 03/12/2024 and whose dollars."""
    last = label.split(";", maxsplit=1)[0].rsplit(",", maxsplit=1)[-1].strip()
    if re.fullmatch(r"(?:[A-Z]{2})(?: \d{5})?", last) and last[:2] in _STATES and "," in label:
        return "US"
    return "US" if folded(last) in {"usa", "united states", "us"} else "CA" if folded(last) == "canada" else ""


def _parts(record: object, depth: int) -> list[str]:
    if isinstance(record, str):
        return [read_place(record)]
    if not isinstance(record, dict) or depth > 4:
        return []
    address = record.get("address")
    if isinstance(address, list):
        address = next(iter(address), None)
    if address is not None and (inner := [part for part in _parts(address, depth + 1) if part]):
        return inner
    named = [
        value_of(_text(record.get(key)), most=120) for key in ("addressLocality", "addressRegion", "addressCountry")
    ]
    if any(named):
        # some systems repeat the postcode as the town
        return [part for part in named if not part.isdigit() or len(named) == 1]
    return [read_place(_text(record.get("name")) or _text(record.get("streetAddress")))]


def _text(value: object) -> str:
    """The words of a value that may be a string, a record with a name, or a list of either."""
    if isinstance(value, list):
        return next((text for item in value[:5] if (text := _text(item))), "")
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("identifier") or "")
    return value if isinstance(value, str) else ""


def _join_parts(parts: list[str]) -> str:
    kept: list[str] = []
    for part in parts:
        known = {folded(word) for piece in kept for word in (piece, *piece.split(","))}
        if part and folded(part) not in known:
            kept.append(part)
    return ", ".join(kept)
