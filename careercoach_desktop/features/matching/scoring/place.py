"""Where and how the work is done, against what the person wants and where they live."""

from __future__ import annotations

from functools import cache

from careercoach_desktop.features.evidence.service import place_text, stems
from careercoach_desktop.features.jobs.model import Posting, WorkMode
from careercoach_desktop.features.matching.model import Part, PartKind
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData

_EU_CODES = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
_OTHER_EUROPE = "GB CH NO IS LI AL BA RS ME MK MD UA"
_EU = frozenset(_EU_CODES.split())
_EUROPE = _EU | frozenset(_OTHER_EUROPE.split())
_AREAS = {"eu": _EU, "europe": _EUROPE, "europa": _EUROPE, "dach": frozenset({"DE", "AT", "CH"}), "emea": _EUROPE}
_NICKNAMES = {
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "great britain": "GB",
    "usa": "US",
    "us": "US",
    "the netherlands": "NL",
    "holland": "NL",
    "czech republic": "CZ",
}
_EMPTY = frozenset(
    {
        "remote",
        "hybrid",
        "onsite",
        "on",
        "site",
        "home",
        "office",
        "homeoffice",
        "in",
        "of",
        "and",
        "the",
        "de",
        "la",
        "area",
        "greater",
        "region",
        "city",
        "a",
        "or",
        "only",
        "anywhere",
        "worldwide",
        "based",
    }
)
_MODE_WORDS = {WorkMode.REMOTE: "remote", WorkMode.HYBRID: "hybrid", WorkMode.ONSITE: "on-site"}


@cache
def _countries() -> dict[str, str]:
    """Country names in four languages, comparable, with their ISO codes."""
    from babel import Locale

    names: dict[str, str] = {}
    for language in ("en", "de", "fr", "es"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "ZZ", "EZ"}:
                names.setdefault(" ".join(stems(name)), code)
    names.update({" ".join(stems(name)): code for name, code in _NICKNAMES.items()})
    return names


@cache
def _countries_in(text: str) -> frozenset[str]:
    """Codes of the countries (and of all countries of the areas) that a place names."""
    words, names = stems(text), _countries()
    found: set[str] = set()
    for size in (1, 2, 3, 4):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if name in names:
                found.add(names[name])
            found |= _AREAS.get(name, frozenset())
    return frozenset(found)


@cache
def _country_words() -> frozenset[str]:
    return frozenset(word for name in _countries() for word in name.split())


@cache
def _place_words(text: str) -> frozenset[str]:
    countries = _country_words()
    return frozenset(
        word
        for word in stems(text)
        if word not in _EMPTY and word not in countries and len(word) > 1 and not word.isdigit()
    )


def _location_fit(posting: Posting, homes: list[str], home_codes: set[str], *, movable: bool) -> tuple[float, str]:
    """How far a place that must be reached is: same town, same country, elsewhere."""
    wanted = _place_words(posting.location)
    if wanted and any(wanted & _place_words(home) for home in homes):
        return 1.0, "fits"
    countries = _countries_in(posting.location)
    known = {code for home in homes for code in _countries_in(home)} | home_codes
    if not wanted and countries and countries & known:
        return 1.0, "fits"
    if movable:
        return 0.85, "with a move"
    if countries & known:
        return 0.5, "same country"
    return (0.15, "other country") if countries and known else (0.3, "elsewhere")


def _remote_fit(posting: Posting, homes: list[str], home_codes: set[str]) -> tuple[float, str]:
    countries = _countries_in(posting.location)
    known = {code for home in homes for code in _countries_in(home)} | home_codes
    if countries and known and not countries & known:
        return 0.3, "other country"
    return 1.0, "fits"


def place_part(resume: ResumeData, posting: Posting, preferences: Preferences, weight: float) -> Part:
    """Location and work mode; the wish for a mode counts half, the place the other half."""
    mode, kind = posting.work_mode, PartKind.PLACE
    because = " · ".join(part for part in (posting.location, _MODE_WORDS[mode] if mode else "") if part)
    if not because:
        return Part(kind=kind, value=None, weight=weight, text="not stated")
    home = place_text(resume.basics.location)
    homes = list(preferences.locations) + ([home] if home else [])
    codes = {resume.basics.location.country_code.upper()} - {""}
    fits: list[tuple[float, str]] = []
    if mode and preferences.work_modes:
        wanted = mode.value in preferences.work_modes
        close = mode is WorkMode.HYBRID or WorkMode.HYBRID.value in preferences.work_modes
        fits.append((1.0, "fits") if wanted else (0.5 if close else 0.0, "not your wish"))
    places = [each for each in homes if each.casefold() not in {"remote", "anywhere"}]
    if mode is WorkMode.REMOTE:
        if places or codes or fits:
            fits.append(_remote_fit(posting, places, codes))
    elif posting.location and places:
        fits.append(_location_fit(posting, places, codes, movable=preferences.willing_to_relocate))
    if not fits:
        return Part(kind=kind, value=None, weight=weight, text="no wish set", because=because)
    value, text = min(fits)[0], min(fits)[1]
    return Part(
        kind=kind,
        value=(value + sum(each for each, _ in fits) / len(fits)) / 2,
        weight=weight,
        text=text,
        because=because,
    )
