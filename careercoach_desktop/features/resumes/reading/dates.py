"""Dates and periods as people write them in résumés, found inside a line and kept with their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .headings import plain

_LOCALES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da")
_EXTRA_MONTHS = {
    "sept": 9,
    "mrz": 3,
    "maerz": 3,
    "fevr": 2,
    "juil": 7,
    "aout": 8,
    "dez": 12,
    "dic": 12,
    "ene": 1,
    "gen": 1,
}
_NOW_WORDS = (
    "present|current|currently|now|today|ongoing|on going|to date|date(?! of)|till date|till now|until now"
    "|continuing|this day"
    "|heute|jetzt|aktuell|laufend|dato|aujourd['’]?hui|pr[ée]sent|actuel(?:lement)?|ce jour|en cours"
    "|maintenant|nos jours"
    "|la fecha|actualidad|presente|actual(?:mente)?|hoy|atual(?:mente)?|o momento|hoje|oggi|attuale"
    "|attualmente|in corso"
    "|heden|nu|vandaag|obecnie|dzi[śs]|teraz|i dag|idag|p[åa]g[åa]ende|nuvarande|nåværende|nuværende|halen"
    "|настоящее время|至今|现在|現在|目前|今"
)
_SEASONS = (
    "spring|summer|fall|autumn|winter|fr[üu]hjahr|fr[üu]hling|sommer|herbst|printemps|[ée]t[ée]|automne"
    "|hiver|primavera|verano"
    "|oto[ñn]o|invierno|estate|autunno|inverno|ver[ãa]o|outono|sommersemester|wintersemester|ss|ws|sose|wise|q[1-4]"
)
_TO = (
    r"\s*(?:[-‐‑–—−~〜～→]+|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bbis\b|\bà\b|\bau\b|\ba\b|\bal\b|\bate\b"
    r"|\baté\b|\bhasta\b|\bfino a\b|\btot\b|\bt/m\b|\btill\b|\btil\b|\bdo\b|至|到)"
    r"\s*(?:zum\s+|den\s+|la\s+|the\s+|l['’]|o\s+)?"
)
_SINCE = r"(?:since|from|seit|ab|depuis|desde|dal|dalla|sinds|vanaf|a partir de|as of|fr[åa]n|siden|sedan|od)"


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a range inside a text: ``text[begin:finish]``.

    ``start``/``end`` are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ``single`` says only one date was written;
    ``current`` that it lasts until today; ``note`` tells the person what was guessed, empty when nothing was, and
    ``guessed`` of which of the two dates.
    """

    begin: int
    finish: int
    start: str | None
    end: str | None
    current: bool = False
    single: bool = False
    note: str = ""
    guessed: tuple[str, ...] = ("start", "end")

    def note_on(self, field: str) -> str:
        """The note, if it speaks of that date (``start`` or ``end``)."""
        return self.note if field in self.guessed else ""


@dataclass(frozen=True, slots=True)
class _Point:
    begin: int
    finish: int
    year: int | None
    month: int | None
    day: int | None
    now: bool
    note: str
    season: bool

    @property
    def iso(self) -> str | None:
        if self.year is None:
            return None
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Month names and abbreviations without accents, of ten languages, to their number."""
    from babel.dates import get_month_names

    names: dict[str, int] = dict(_EXTRA_MONTHS)
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    key = plain(name).replace(" ", "")
                    if len(key) >= 3 and not key.isdigit():
                        names.setdefault(key, number)
    return names


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    accents = {
        "a": "[aáàâäã]",
        "e": "[eéèê]",
        "i": "[ií]",
        "o": "[oóôö]",
        "u": "[uúûü]",
        "c": "[cçć]",
        "z": "[zź]",
        "n": "[nń]",
    }
    names = sorted(months(), key=len, reverse=True)
    month = "|".join("".join(accents.get(char, char) for char in name) for name in names)
    year = r"(?:19|20)\d{2}"
    return re.compile(
        rf"""(?<![\w€$£])(?:
          (?P<now>(?:{_NOW_WORDS.replace(" ", chr(92) + "s")})(?![\w]))
        | (?P<y1>{year})\s?[-/.]\s?(?P<m1>0[1-9]|1[0-2])(?:[-/.](?P<d1>0[1-9]|[12]\d|3[01]))?(?!\d)
        | (?P<y9>{year})/(?P<m9>[1-9])(?![\d/])
        | (?P<y2>{year})\s?年(?:\s?(?P<m2>1[0-2]|0?[1-9])\s?月)?(?:\s?(?P<d2>[12]\d|3[01]|0?[1-9])\s?日)?
        | (?P<d3>0?[1-9]|[12]\d|3[01])[./](?P<m3>0?[1-9]|1[0-2])[./](?P<y3>{year})(?!\d)
        | (?P<m4>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<y4>{year})(?!\d)
        | (?:(?P<d5>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?\s+)?(?P<m5>{month})\b\.?(?:\s+(?P<d5b>[12]\d|3[01]
        |0?[1-9])(?:st|nd|rd|th)?,)?
            [,\s]*(?:de\s+|of\s+|del\s+)?(?:(?P<y5>{year})|['’‘](?P<s5>\d{{2}})|(?P<t5>\d{{2}})(?![\d.,:%+]))(?!\d)
        | (?P<season>{_SEASONS})\b[\s,]*(?:of\s+)?(?:(?P<y6>{year})|['’‘](?P<s6>\d{{2}}))(?:/\d{{2,4}})?(?!\d)
        | (?P<m7>0?[1-9]|1[0-2])\s?/\s?['’‘]?(?P<s7>\d{{2}})(?![\d/])
        | (?P<y8>{year})(?![\d])
        | ['’‘](?P<s9>\d{{2}})(?![\d\w])
        | (?P<bare>{month})\b\.?(?=\s*[-–—−]\s*(?:{month}|\d))
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


_JOIN = re.compile(_TO + "$", re.IGNORECASE)
_SAYS_TO = re.compile(r"(?:to|till|until) ", re.IGNORECASE)
"""``May 2019 to date``: the word for today holds its own "to"."""
_SHORT_END = re.compile(r"\s?[-–—/]\s?(\d{2})(?![\d/.%+])")
_LEAD = re.compile(rf"(?<!\w){_SINCE}[\s:]+(?:le\s+)?$", re.IGNORECASE)
_FROM = re.compile(
    r"(?<!\w)(?:from|between|von|vom|de|du|d['’]|entre|desde|del|dal|dalla|van|fr[åa]n|od)\s*$", re.IGNORECASE
)
"""What opens a range of two dates: ``von 2015 bis 2018``, ``De mars 2016 à mai 2019``."""
_EXPECTED = re.compile(
    r"(?:\(?\b(?:expected|anticipated|exp\.?|est\.?|estimated|projected|graduat(?:ed|ion|ing)|grad\.?"
    r"|completed|obtained|voraussichtlich|class of|date|in|issued)\b"
    r"(?:\s+(?:graduation|completion|date|in|of))*\s*[:.]?\s*)+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    """Every date or range in a text, left to right; ``text`` may hold accents, cells and punctuation."""
    points = [_point(found) for found in _pattern().finditer(text)]
    out: list[Period] = []
    index = 0
    while index < len(points):
        first = points[index]
        second = points[index + 1] if index + 1 < len(points) else None
        between = text[first.finish : second.begin] if second is not None else ""
        seasons = first.season and second is not None and re.fullmatch(r"\s*(?:,|&|and)\s*", between)
        lasts = second is not None and second.now and _SAYS_TO.match(text, second.begin) and not between.strip()
        if second is not None and not first.now and (_JOIN.fullmatch(between) or seasons or lasts):
            out.append(_range(text, first, second))
            index += 2
            continue
        if single := _single(text, first):
            out.append(single)
        index += 1
    return tuple(out)


def _point(found: re.Match[str]) -> _Point:
    group = found.groupdict()
    note = ""
    year_text = next((group[name] for name in ("y1", "y2", "y3", "y4", "y5", "y6", "y8", "y9") if group[name]), None)
    year = int(year_text) if year_text else None
    short = next((group[name] for name in ("s5", "t5", "s6", "s7", "s9") if group[name]), None)
    if short is not None:
        year = _century(int(short))
        note = f"from “{found.group().strip()}”"
    month_text = next((group[name] for name in ("m1", "m2", "m3", "m4", "m7", "m9") if group[name]), None)
    month = int(month_text) if month_text else None
    for name in ("m5", "bare"):
        if group[name]:
            month = months().get(plain(group[name]).replace(" ", ""))
    day_text = next((group[name] for name in ("d1", "d2", "d3", "d5", "d5b") if group[name]), None)
    if group["season"]:
        note = f"from “{found.group().strip()}”"
    day = int(day_text) if day_text else None
    return _Point(found.start(), found.end(), year, month, day, bool(group["now"]), note, bool(group["season"]))


def _century(two_digits: int) -> int:
    return 2000 + two_digits if two_digits <= 40 else 1900 + two_digits


def _range(text: str, first: _Point, second: _Point) -> Period:
    start, note = first.iso, first.note or second.note
    if first.year is None and second.year is not None:
        # "Jan – Mar 2020": the year is only written once.
        start = f"{second.year:04d}-{first.month:02d}" if first.month else None
    opened = _FROM.search(text[: first.begin])
    begin = opened.start() if opened else _lead_in(text, first.begin)
    guessed = tuple(name for name, point in (("start", first), ("end", second)) if point.note)
    end = None if second.now else second.iso
    return Period(begin, second.finish, start, end, second.now, note=note, guessed=guessed)


def _single(text: str, point: _Point) -> Period | None:
    if point.now or point.year is None:
        return None
    short = _SHORT_END.match(text, point.finish)
    if short and not point.day and 0 <= (int(short.group(1)) - point.year) % 100 <= 60 and int(short.group(1)) > 12:
        end = point.year // 100 * 100 + int(short.group(1))
        end += 100 if end < point.year else 0
        note = f"from “{short.group(1)}”"
        return Period(point.begin, short.end(), point.iso, str(end), note=note, guessed=("end",))
    since = _LEAD.search(text[: point.begin])
    open_end = re.match(r"\s*[-–—](?=\s*$|\s*[\t|)])", text[point.finish :])
    if since or open_end:
        finish = point.finish + (open_end.end() if open_end else 0)
        note = point.note or ("" if since else "no end date is written")
        return Period(since.start() if since else point.begin, finish, point.iso, None, current=True, note=note)
    return Period(_lead_in(text, point.begin), point.finish, point.iso, None, single=True, note=point.note)


def _lead_in(text: str, begin: int) -> int:
    found = _EXPECTED.search(text[:begin])
    return found.start() if found else begin


_DURATION = re.compile(
    r"\(?\s*\b\d{1,2}(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois"
    r"|a[ñn]os?|mes(?:es)?|anni|mesi|jaar|maanden)\b\.?"
    r"(?:\s*,?\s*(?:and|und|et|y|e|en)?\s*\d{1,2}\s*(?:months?|mos?|monate?n?|mois|mes(?:es)?|mesi"
    r"|maanden)\b\.?)?\s*\)?",
    re.IGNORECASE,
)


def durations(text: str) -> list[tuple[int, int]]:
    """Places of spans of time such as ``2 years 10 months`` that say nothing beyond the dates."""
    return [(found.start(), found.end()) for found in _DURATION.finditer(text)]
