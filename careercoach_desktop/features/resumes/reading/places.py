"""Whether a few words name a place, and which part of them is the town, the region and the country."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.resumes.model import Location

from .headings import plain
from .towns import is_town

_US = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware"
    "|FL Florida|GA Georgia"
    "|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland"
    "|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada"
    "|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma"
    "|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah"
    "|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia"
)
_CANADA = (
    "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland|NS Nova Scotia|ON Ontario"
    "|PE Prince Edward Island|QC Quebec|SK Saskatchewan"
)
_AUSTRALIA = "NSW New South Wales|VIC Victoria|QLD Queensland|TAS Tasmania|ACT Australian Capital Territory"
_EXTRA_COUNTRIES = {
    "usa": "US",
    "us": "US",
    "u s a": "US",
    "u s": "US",
    "uk": "GB",
    "u k": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "great britain": "GB",
    "holland": "NL",
    "the netherlands": "NL",
    "uae": "AE",
    "czech republic": "CZ",
    "south korea": "KR",
    "korea": "KR",
    "s korea": "KR",
    "republic of korea": "KR",
    "russia": "RU",
    "turkey": "TR",
    "turkiye": "TR",
    "vietnam": "VN",
    "hong kong": "HK",
    "taiwan": "TW",
    "brasil": "BR",
    "deutschland": "DE",
    "espana": "ES",
    "italia": "IT",
    "osterreich": "AT",
    "schweiz": "CH",
    "suisse": "CH",
    "maroc": "MA",
}
_LONGEST_ADDRESS = 80
_COUNTRY_CODES = frozenset(
    (
        "UK",
        "USA",
        "US",
        "UAE",
        "GB",
        "DE",
        "FR",
        "ES",
        "IT",
        "CH",
        "AT",
        "NL",
        "BE",
        "PT",
        "PL",
        "SE",
        "DK",
        "NO",
        "FI",
        "IE",
        "LU",
    )
)
"""Codes people really write behind a town; others are rather abbreviations of something else."""
_LOCALES = ("en", "de", "fr", "es", "pt", "it", "nl")
_REMOTE = re.compile(
    r"^\(?(?:fully |100\s?% )?(?:remote|hybrid|on-?site|home ?office|télétravail|teletrabajo|remoto)\)?$", re.IGNORECASE
)
_STREET = re.compile(
    r"\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|boulevard|blvd\.?|way|court|ct\.?"
    r"|square|highway|hwy|apt\.?|suite"
    r"|stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|rue|all[ée]e|chemin|calle|avenida|av\.|plaza|rua"
    r"|travessa|via|viale|piazza|corso"
    r"|straat|laan|plein)(?=\W|$)|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|straat|laan)\s+\d",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"(?<![\d-])(?:\d{5}(?:-\d{4})?|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z]\s?\d[A-Z]\d|〒?\d{3}-\d{4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{4})(?![\d-])"
)
_TOWN = r"[^\W\d_][^\W\d_.'’-]*\.?(?:[ '’-][^\W\d_][^\W\d_.'’-]*\.?){0,4}"
_TOWN_FULL = re.compile(rf"^{_TOWN}$")


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Names and codes of states and provinces (plain) to their code."""
    out: dict[str, str] = {}
    for row in f"{_US}|{_CANADA}|{_AUSTRALIA}".split("|"):
        code, _, name = row.partition(" ")
        out[code.lower()] = code
        out[plain(name)] = code
    return out


_CODES = frozenset(row.split(" ")[0] for row in f"{_US}|{_CANADA}|{_AUSTRALIA}".split("|"))


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Country names in seven languages (plain) to their ISO 3166 code."""
    from babel import Locale

    out: dict[str, str] = {}
    for language in _LOCALES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                out.setdefault(plain(name), code)
    out.update(_EXTRA_COUNTRIES)
    return out


def is_remote(text: str) -> bool:
    return bool(_REMOTE.match(text.strip()))


@lru_cache(maxsize=2048)
def is_place(text: str) -> bool:
    """``Leeds, United Kingdom``, ``Columbus, Ohio``, ``Remote``: short, and its last part is a region or country."""
    text = _brackets_opened(text.strip(" ()[],."))
    if is_remote(text):
        return True
    coded = has_postal_code(text)
    if (
        not 2 <= len(text) <= (_LONGEST_ADDRESS if coded else 60)
        or "@" in text
        or re.search(r"\d{3}[^\d-]*\d{4}$", text)
    ):
        return False
    if " & " in text or " / " in text or " and " in text:
        pair = re.split(r"\s(?:&|/|and)\s", text)
        return len(pair) == 2 and all(is_place(part) for part in pair)
    parts = [part.strip() for part in re.split(r",|\s[-–—]\s|;", text) if part.strip()]
    if len(parts) == 1:
        country = plain(parts[0]) in countries() and len(parts[0]) > 3
        return (country or is_town(parts[0])) and not parts[0][:1].islower()
    if len(parts) > (6 if coded else 4):
        return False
    last = parts[-1].strip(".")
    town = parts[-2]
    address = is_street(parts[0]) or any(has_postal_code(part) for part in parts[:-1])
    if not address and (len(parts) == 4 or (len(parts) == 3 and not _known(town))):
        # "Tarn Robotics, Mountain View, CA, USA" holds more than a place.
        return False
    return _known(last) and bool(_TOWN_FULL.match(town) or _POSTAL.search(town)) and not _has_verb(town)


def _brackets_opened(text: str) -> str:
    """``20121 Milano (Italy`` as ``20121 Milano, Italy``."""
    return re.sub(r"\s*\(([^()]+)\)?$", r", \1", text)


def is_postal_address(text: str) -> bool:
    """A place, perhaps with a building before it: what may stand in the head of a page, but names an employer in the
    head of a job (``Harbour House, Mountain View, CA, USA``)."""
    building, comma, rest = text.partition(",")
    return is_place(text) or (bool(comma) and building[:1].isupper() and rest.count(",") == 2 and is_place(rest))


def _known(text: str) -> bool:
    bare = _POSTAL.sub("", text).strip(" ,.")
    if bare.isupper() and len(bare) in {2, 3}:
        return bare in _CODES or bare in _COUNTRY_CODES
    flat = plain(bare)
    return bool(flat) and (flat in countries() or (len(flat) > 3 and flat in regions()))


def _has_verb(text: str) -> bool:
    return text[:1].islower()


def is_street(text: str) -> bool:
    """Whether a text holds a street or post-box address."""
    return bool(_STREET.search(text)) and any(char.isdigit() for char in text)


def looks_like_town(text: str) -> bool:
    """A weaker test: one to four capitalised words, perhaps with a postal code."""
    bare = _POSTAL.sub("", text).strip(" ,")
    return bool(_TOWN_FULL.match(bare)) and bare[:1].isupper() and len(bare.split()) <= 4


def has_postal_code(text: str) -> bool:
    """Whether a postal code of one of the main countries stands in the text (a year alone is none)."""
    found = _POSTAL.search(text)
    return found is not None and not re.fullmatch(r"(?:19|20)\d{2}", found.group())


def location(text: str) -> Location:
    """The parts of an address as far as they can be told; ``text`` is kept as written."""
    out = Location(text=text.strip())
    text = _brackets_opened(text)
    parts = [part.strip() for part in re.split(r",|\n|\s[•·|]\s|\s{2,}", text) if part.strip()]
    rest: list[str] = []
    for part in parts:
        code = _POSTAL.search(part)
        bare = part
        if code and not out.postal_code and not is_street(part):
            out.postal_code = code.group().lstrip("〒")
            bare = (part[: code.start()] + part[code.end() :]).strip(" ,")
        if not bare:
            continue
        flat = plain(bare)
        if flat in countries() and len(rest) > 0 and bare not in _CODES:
            out.country_code = countries()[flat]
        elif rest and (bare in _CODES or (flat in regions() and len(flat) > 3)):
            out.region = bare
        else:
            rest.append(bare)
    if rest:
        out.city = rest[-1] if not is_street(rest[-1]) or len(rest) > 1 else ""
        out.address = ", ".join(rest[:-1] if out.city else rest)
    return out
