"""Days as postings write them: ISO, numbers in a country's order, written months, and ages like "3 days ago"."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, time
from functools import lru_cache

from careercoach_desktop.features.jobs.capture.wording import folded, one_line

_LANGUAGES = (
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "cs",
    "sk",
    "pl",
    "da",
    "sv",
    "nb",
    "fi",
    "hu",
    "ro",
    "hr",
    "sl",
    "lt",
    "tr",
    "et",
    "lv",
    "el",
    "ru",
    "uk",
    "bg",
)
_AGES_IN = ["en", *(code for code in _LANGUAGES if code not in {"hr", "sl", "lt", "tr", "et", "lv", "bg"})]
_MONTH_FIRST = frozenset({"US", "PH"})

_ENGLISH_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr, (*[""] * 9, "Sept"))
    for number, name in enumerate(names)
    if name
}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?=\D|\Z)")
_COMPACT = re.compile(r"\A((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?)?\Z")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[./年]\s?(\d{1,2})\s?[./月]\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?((?:19|20)?\d\d)(?![\d/])")
_WORD = r"([^\W\d_]{3,12})\.?"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.|:?a)?\s*(?:of |de |d['’])?[\s-]*{_WORD}(?:\s*(?:de |del )?"
    rf"|[\s,./-]+)((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w){_WORD}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*"
    rf"|\s+)(?:\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z+:0-9]+\s+)?)?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?:[.,]|\s?m\.)?\s+{_WORD}\s+(\d{{1,2}})(?!\d)", re.IGNORECASE)
_EPOCH = re.compile(r"\A\d{10}(?:\d{3})?\Z")
_AGE = re.compile(
    r"\b(?:ago|today|yesterday|just (?:now|posted)|vor \w+ \w+|heute|gestern|il y a|aujourd|hier|hace|hoy|ayer|fa"
    r"|oggi|ieri|geleden|vandaag|gisteren|před|dnes|včera|temu|dzisiaj|wczoraj|siden|sedan|"
    r"há \d+|hoje|ontem|pred \d+|včera|sitten|tänään|eilen|napja|hete|tegnap|acum|ieri|i dag|i går|idag|igår|i går"
    r"|πριν|σήμερα|χθες|назад|сегодня|вчера|тому|сьогодні)\b",
    re.IGNORECASE,
)


def read_date(text: str, *, country: str = "", seen: date | None = None) -> date | None:
    """The first day named in a short ``text``, or None.

    ``country``: ISO 3166 code that settles 05/06/2021 (day first unless it is the US or the Philippines).
    ``seen``: the day the text was read, without which ages like "3 days ago" mean nothing and are left alone.
    """
    text = one_line(text)[:200]
    if not text:
        return None
    return _numeric(text, month_first=country.upper() in _MONTH_FIRST) or _written(text) or _aged(text, seen)


def _numeric(text: str, *, month_first: bool) -> date | None:
    for pattern in (_ISO, _COMPACT, _YEAR_FIRST):
        if found := pattern.search(text):
            return _day(int(found[1]), int(found[2]), int(found[3]))
    if _EPOCH.match(text):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date()
    if found := _NUMBERS.search(text):
        first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        if second > 12 or (month_first and mark != "." and first <= 12):
            first, second = second, first
        return _day(year, second, first)
    return None


def _written(text: str) -> date | None:
    readings = [
        (found[order[0]], found[order[1]], found[order[2]])
        for pattern, order in ((_DAY_MONTH, (3, 2, 1)), (_MONTH_DAY, (3, 1, 2)), (_YEAR_MONTH_DAY, (1, 2, 3)))
        for found in pattern.finditer(text)
    ]
    # English first: the other languages' tables take a moment to load.
    for month_of in (_ENGLISH_MONTHS.get, lambda word: _foreign_months().get(word)):
        for year, word, day in readings:
            if month := month_of(folded(word)):
                return _day(int(year), month, int(day))
    return None


def _aged(text: str, seen: date | None) -> date | None:
    if seen is None or not _AGE.search(text) or re.search(r"\d\+", text):
        return None
    if re.search(r"\bjust (?:now|posted)\b", text, re.IGNORECASE):
        return seen
    # Slow to load, and needed only for the few pages that give an age instead of a day.
    import dateparser

    words = re.sub(
        r"\A.*?(?:posted|published|veröffentlicht|publi[ée]e?|publicado|zveřejněno)[:\s]+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    moment = dateparser.parse(
        words,
        languages=_AGES_IN,
        settings={"RELATIVE_BASE": datetime.combine(seen, time(12)), "PREFER_DATES_FROM": "past"},
    )
    return moment.date() if moment is not None and moment.date() <= seen else None


@lru_cache(maxsize=1)
def _foreign_months() -> dict[str, int]:
    from babel.dates import get_month_names

    table: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    table.setdefault(folded(name), number)
    return {name: number for name, number in table.items() if len(name) >= 3 and not name.isdigit()}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1990 <= year <= 2100 else None
