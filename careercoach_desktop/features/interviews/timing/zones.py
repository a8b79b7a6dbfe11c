"""Time zones as people look them up: by city, by country, by what their clocks are called (``CET``, ``Pacific``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from careercoach_desktop.features.interviews.timing.words import place_of

_AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_NICKNAMES = {
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    "MEZ": "Europe/Berlin",
    "EET": "Europe/Helsinki",
    "GMT": "Europe/London",
    "BST": "Europe/London",
    "WET": "Europe/Lisbon",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "CST": "America/Chicago",
    "CDT": "America/Chicago",
    "MST": "America/Denver",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "IST": "Asia/Kolkata",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "SGT": "Asia/Singapore",
    "AEST": "Australia/Sydney",
    "NZST": "Pacific/Auckland",
    "MSK": "Europe/Moscow",
    "BRT": "America/Sao_Paulo",
}
"""Abbreviations mean several zones; this is the one most people mean."""
_CITIES = {
    "Europe/Berlin": "Munich München Hamburg Frankfurt Cologne Köln Stuttgart Düsseldorf Leipzig",
    "Europe/London": "Manchester Edinburgh Birmingham Leeds Bristol Glasgow Cardiff Oxford Cambridge",
    "Europe/Paris": "Lyon Marseille Toulouse Lille",
    "Europe/Madrid": "Barcelona Valencia Seville",
    "Europe/Rome": "Milan Milano Turin Naples Florence",
    "Europe/Zurich": "Geneva Genf Bern Basel Lausanne Zürich",
    "Europe/Vienna": "Graz Linz Salzburg Wien",
    "Europe/Warsaw": "Kraków Krakow Wrocław Gdańsk",
    "Europe/Prague": "Brno Praha",
    "Europe/Lisbon": "Porto Lisboa",
    "Europe/Kyiv": "Kiev Lviv",
    "Europe/Stockholm": "Gothenburg Malmö",
    "Europe/Amsterdam": "Rotterdam Eindhoven Utrecht The Hague",
    "Europe/Brussels": "Antwerp Ghent",
    "America/New_York": "Boston Washington Philadelphia Atlanta Miami Eastern",
    "America/Chicago": "Dallas Houston Austin Minneapolis Central",
    "America/Denver": "Salt Lake City Boulder Mountain",
    "America/Los_Angeles": "San Francisco Seattle San Diego Portland Las Vegas Pacific Silicon Valley",
    "America/Toronto": "Ottawa Montreal Montréal",
    "America/Sao_Paulo": "Rio de Janeiro Brasília São Paulo",
    "America/Mexico_City": "Guadalajara",
    "Asia/Kolkata": "Mumbai Delhi Bangalore Bengaluru Chennai Hyderabad Pune Calcutta",
    "Asia/Shanghai": "Beijing Shenzhen Guangzhou Hangzhou",
    "Asia/Tokyo": "Osaka Kyoto Yokohama",
    "Asia/Jerusalem": "Tel Aviv Haifa",
    "Asia/Dubai": "Abu Dhabi",
    "Asia/Karachi": "Lahore Islamabad",
    "Asia/Ho_Chi_Minh": "Hanoi Saigon",
    "Australia/Sydney": "Canberra",
    "Pacific/Auckland": "Wellington",
    "Africa/Johannesburg": "Cape Town Pretoria Durban",
    "Africa/Lagos": "Abuja",
}
"""Large places whose zone is called after another one."""


@dataclass(frozen=True, slots=True)
class _Entry:
    zone: str
    city: str
    words: str
    """Everything it can be found by, folded, with a space before each word."""


@cache
def zone_names() -> tuple[str, ...]:
    """Every zone that is called after a place, by name, and UTC first."""
    return ("UTC", *sorted(name for name in available_timezones() if name.split("/")[0] in _AREAS and "/" in name))


def find_zones(text: str, limit: int = 20) -> list[str]:
    """Zones all of whose typed words begin a word of the city, a large place nearby, the country or what its clocks are
    called; the likeliest first. What was typed exactly is always found: an offset (``UTC+05:30``), too."""
    wanted = _folded(text).split()
    if not wanted:
        return []
    exact = next((zone for name, zone in _NICKNAMES.items() if name.casefold() == text.strip().casefold()), None)
    typed = " ".join(wanted)
    ranked = []
    for entry in _entries():
        if all(f" {word}" in entry.words for word in wanted):
            whole = f" {typed} " in f"{entry.words} "
            rank = 0 if entry.zone == exact else 1 if entry.city == typed else 2 if whole else 3
            ranked.append((rank, entry.zone not in _CITIES, not entry.city.startswith(typed), entry.zone))
    found = [zone for *_, zone in sorted(ranked)]
    if exact is not None and exact not in found:
        found.insert(0, exact)
    return [*_as_offset(text), *found][:limit]


@cache
def _entries() -> tuple[_Entry, ...]:
    """Made on the first search: reading the names of countries takes a tenth of a second."""
    countries = _countries()
    entries = []
    for zone in zone_names():
        city = _folded(place_of(zone))
        parts = (zone.replace("/", " ").replace("_", " "), _CITIES.get(zone, ""), countries.get(zone, ""))
        entries.append(_Entry(zone, city, " " + " ".join(_folded(part) for part in parts if part)))
    return tuple(entries)


def _countries() -> dict[str, str]:
    from babel import Locale
    from babel.core import get_global

    territories = Locale("en").territories
    return {zone: territories.get(code, "") for zone, code in get_global("zone_territories").items()}


def _as_offset(text: str) -> list[str]:
    """``+5:30``, ``utc-3``, ``GMT+2`` as ``UTC+05:30``."""
    plain = text.strip().upper().replace(" ", "").removeprefix("UTC").removeprefix("GMT").replace("−", "-")
    sign, _, rest = plain[:1], None, plain[1:]
    hours, _, minutes = rest.partition(":")
    if sign not in {"+", "-"} or not hours.isdecimal() or not (minutes or "0").isdecimal():
        return []
    whole = int(hours) * 60 + int(minutes or 0)
    if len(hours) > 2 or int(minutes or 0) > 59 or whole >= 24 * 60:
        return []
    return [f"UTC{sign}{int(hours):02}:{int(minutes or 0):02}"] if whole else ["UTC"]


def _folded(text: str) -> str:
    """Lower-case without accents, every mark that parts words a space."""
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in "+:" else " " for c in plain).split())
