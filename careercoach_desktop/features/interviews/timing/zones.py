"""The time zones there are, as people look for them: by city, country, abbreviation or offset."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from careercoach_desktop.features.interviews.model.when import zone_of

if TYPE_CHECKING:
    from babel import Locale

MOST = 60
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?::?([0-5]\d))?")
_CITIES = {
    "America/Chicago": "Dallas Houston Austin Minneapolis",
    "America/Denver": "Salt Lake City Boulder",
    "America/Los_Angeles": "San Francisco Seattle San Diego Silicon Valley Las Vegas Portland Pacific PT",
    "America/New_York": "Boston Washington Atlanta Miami Philadelphia Eastern ET",
    "America/Sao_Paulo": "Rio de Janeiro Brasilia",
    "America/Toronto": "Ottawa Montreal",
    "Asia/Kolkata": "Mumbai Delhi Bengaluru Bangalore Hyderabad Chennai Pune",
    "Asia/Shanghai": "Beijing Shenzhen Guangzhou",
    "Asia/Dubai": "Abu Dhabi",
    "Asia/Ho_Chi_Minh": "Hanoi Saigon",
    "Asia/Jerusalem": "Tel Aviv Haifa",
    "Asia/Karachi": "Lahore Islamabad",
    "Asia/Riyadh": "Jeddah",
    "Asia/Tokyo": "Osaka Kyoto",
    "Australia/Sydney": "Canberra",
    "Africa/Johannesburg": "Cape Town Pretoria Durban",
    "Africa/Lagos": "Abuja",
    "Europe/Amsterdam": "Rotterdam The Hague Eindhoven Utrecht",
    "Europe/Berlin": "Munich München Hamburg Frankfurt Cologne Köln Stuttgart Düsseldorf Leipzig",
    "Europe/Brussels": "Antwerp Ghent",
    "Europe/Istanbul": "Ankara Izmir",
    "Europe/Kyiv": "Kiev Lviv Kharkiv",
    "Europe/Lisbon": "Porto",
    "Europe/London": "Manchester Edinburgh Glasgow Birmingham Leeds Bristol Cambridge Oxford Cardiff",
    "Europe/Madrid": "Barcelona Valencia Sevilla",
    "Europe/Paris": "Lyon Marseille Toulouse Lille",
    "Europe/Rome": "Milan Milano Turin Naples",
    "Europe/Stockholm": "Gothenburg Malmö",
    "Europe/Warsaw": "Kraków Krakow Wrocław Wroclaw Gdańsk",
    "Europe/Zurich": "Geneva Basel Bern Lausanne",
}
"""Where many work, and whose zone goes by another city's name."""


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A zone in words, at the moment it was asked for: ``short`` is ``CET`` or empty, ``offset`` minutes from UTC."""

    name: str
    city: str
    country: str = ""
    short: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    city: str
    territory: str
    country: str
    words: str
    """Everything it is found by, folded."""
    shorts: tuple[str, ...]
    """Its abbreviations through the year, folded."""
    main: bool


def find_zones(typed: str, at: datetime, own: str, language: str = "en") -> list[ZoneChoice]:
    """The zones meant by what was typed, the likeliest first; the person's own is first when it is one of them.

    Nothing typed offers the zones most people live in. An offset (``UTC+2``) is offered itself after the zones that
    have it at the moment ``at``.
    """
    known, query = _all_zones(language), _folded(typed)
    offset = _offset(query)
    if offset is not None:
        found = [each for each in known if _minutes(each.name, at) == offset]
        ranked = sorted(found, key=lambda each: (each.name != own, *_size(each)))
        plain = ZoneChoice(_offset_name(offset), _offset_name(offset), offset=offset)
        return [*(_choice(each, at) for each in ranked[: MOST - 1]), plain]
    if not query:
        some = [each for each in known if each.main or each.name == own]
        some.sort(key=lambda each: (each.name != own, _minutes(each.name, at), each.city))
        return [_choice(each, at) for each in some]
    ranks = [(rank, each) for each in known if (rank := _rank(each, query)) is not None]
    ranks.sort(key=lambda pair: (pair[0], pair[1].name != own, *_size(pair[1])))
    return [_choice(each, at) for _rank_, each in ranks[:MOST]]


def choice_of(name: str, at: datetime, language: str = "en") -> ZoneChoice:
    """A zone in words, also one that is no city (``UTC+05:30``)."""
    known = next((each for each in _all_zones(language) if each.name == name), None)
    if known is not None:
        return _choice(known, at)
    city = name if name.startswith("UTC") else name.rsplit("/", 1)[-1].replace("_", " ")
    return ZoneChoice(name, city, "", _short(name, at), _minutes(name, at))


def offset_text(minutes: int) -> str:
    """``UTC+5:30``, ``UTC−3``, ``UTC``."""
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def _size(zone: _Known) -> tuple[bool, bool, str]:
    """Where many live comes first."""
    return zone.name not in _CITIES, not zone.main, zone.city


def _rank(zone: _Known, query: str) -> int | None:
    """How well it answers: an abbreviation or a country, the city's beginning, another name's beginning."""
    if query in zone.shorts or query in (_folded(zone.country), zone.territory.casefold()):
        return 0
    if _folded(zone.city).startswith(query):
        return 1
    return 2 if all(f" {word}" in zone.words for word in query.split()) else None


@cache
def _all_zones(language: str) -> tuple[_Known, ...]:
    from babel import Locale, UnknownLocaleError  # the names of all countries: not before somebody looks a zone up
    from babel.core import get_global

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    main = set(get_global("windows_zone_mapping").values())
    made = [_known(name, territory, locale, main=name in main) for name, territory in _territories()]
    made.append(_Known("UTC", "UTC", "", "", " utc gmt coordinated universal time", ("utc", "gmt", "z"), main=True))
    return tuple(each for each in made if each is not None)


def _territories() -> list[tuple[str, str]]:
    """Zones people live in, with their country's code."""
    from babel.core import get_global

    return sorted((name, code) for name, code in get_global("zone_territories").items() if code not in ("ZZ", "001"))


def _known(name: str, territory: str, locale: Locale, *, main: bool) -> _Known | None:
    from babel.dates import get_timezone_location, get_timezone_name

    try:
        zone = ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return None  # this computer's data do not know it
    year = datetime.now(UTC).year
    moments = [datetime(year, month, 15, 12, tzinfo=zone) for month in (1, 7)]
    city = get_timezone_location(moments[0], locale=locale, return_city=True) or name.rsplit("/", 1)[-1]
    land = locale.territories.get(territory, "")
    long = {get_timezone_name(each, "long", locale=locale) for each in moments}
    english = name.replace("/", " ").replace("_", " ")
    shorts = {short for each in moments if (short := each.tzname() or "").isalpha()}
    words = " ".join((city, land, english, *long, *shorts, _CITIES.get(name, "")))
    return _Known(name, city, territory, land, f" {_folded(words)}", tuple(short.casefold() for short in shorts), main)


def _choice(known: _Known, at: datetime) -> ZoneChoice:
    return ZoneChoice(known.name, known.city, known.country, _short(known.name, at), _minutes(known.name, at))


def _short(name: str, at: datetime) -> str:
    short = at.astimezone(zone_of(name)).tzname() or ""
    return short if short.isalpha() else ""


def _minutes(name: str, at: datetime) -> int:
    offset = at.astimezone(zone_of(name)).utcoffset() or timedelta(0)
    return round(offset.total_seconds() / 60)


def _offset(query: str) -> int | None:
    found = _OFFSET.fullmatch(query)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    if minutes >= 24 * 60:
        return None
    return minutes if found[1] == "+" else -minutes


def _offset_name(minutes: int) -> str:
    """As ``zone_of`` reads it."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes >= 0 else '-'}{hours:02}:{rest:02}" if minutes else "UTC"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
