"""Numbers in prose with their units, so that "6 h", "six hours" and "360 minutes" are one value and "40 %" is not "40".

English, German, French and Spanish. A number written ambiguously ("1.200") keeps both readings; two figures agree
when any
readings do. Four-digit years are dates, not figures (see ``calendar_years``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from careercoach_desktop.features.evidence.vocabulary.tokens import fold

_WORDS = {
    2: "two zwei deux dos both beide",
    3: "three drei trois tres",
    4: "four vier quatre cuatro",
    5: "five funf cinq cinco",
    6: "six sechs seis",
    7: "seven sieben sept siete",
    8: "eight acht huit ocho",
    9: "nine neun neuf nueve",
    10: "ten zehn dix diez",
    11: "eleven elf onze once",
    12: "twelve zwolf douze doce dozen dutzend douzaine docena",
    13: "thirteen dreizehn treize trece",
    14: "fourteen vierzehn quatorze catorce",
    15: "fifteen funfzehn quinze quince",
    16: "sixteen sechzehn seize dieciseis",
    17: "seventeen siebzehn diecisiete",
    18: "eighteen achtzehn dieciocho",
    19: "nineteen neunzehn diecinueve",
    20: "twenty zwanzig vingt veinte",
    25: "twenty-five funfundzwanzig vingt-cinq veinticinco",
    30: "thirty dreissig trente treinta",
    40: "forty vierzig quarante cuarenta",
    50: "fifty funfzig cinquante cincuenta",
    60: "sixty sechzig soixante sesenta",
    70: "seventy siebzig setenta",
    80: "eighty achtzig ochenta",
    90: "ninety neunzig noventa",
    100: "hundred hundert cent cien",
    1000: "thousand tausend mille mil",
}
_BY_WORD = {word: float(value) for value, words in _WORDS.items() for word in words.split()}
_SHARES = [
    (re.compile(r"\b(?:two thirds|two-thirds|zwei drittel|deux tiers|dos tercios)\b"), 66.7),
    (re.compile(r"\b(?:(?:a|one|by one|ein|um ein|un|d'un) (?:third|drittel|tiers|tercio))\b"), 33.3),
    (
        re.compile(
            r"\b(?:halved|halbiert\w*|half|haelfte|halfte|la moitie|divise par deux|de moitie|la mitad|a la mitad)\b"
        ),
        50.0,
    ),
    (
        re.compile(
            r"\b(?:(?:by|nearly|about|over|of|almost) a quarter|a quarter of|one quarter|ein viertel|un quart|"
            r"un cuarto)\b"
        ),
        25.0,
    ),
    (re.compile(r"\b(?:three quarters|drei viertel|trois quarts|tres cuartos)\b"), 75.0),
]
_TIMES = [
    (re.compile(r"\b(?:doubled|doubling|twice|verdoppelt\w*|double|doublement|duplic\w+|twofold)\b"), 2.0),
    (re.compile(r"\b(?:tripled|tripling|threefold|verdreifacht\w*|triple|triplic\w+)\b"), 3.0),
    (re.compile(r"\b(?:quadrupled|fourfold|vervierfacht\w*|quadruple|cuadruplic\w+)\b"), 4.0),
]
_UNITS: list[tuple[str, str, float]] = [
    (
        r"%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b|p\. ?c\.|percentage points?\b|prozentpunkte?\b",
        "%",
        1,
    ),
    (r"seconds?\b|secs?\b|sekunden?\b|secondes?\b|segundos?\b", "time", 1 / 60),
    (r"minutes?\b|mins?\b|minuten?\b|minutos?\b", "time", 1),
    (r"hours?\b|hrs?\b|h\b|stunden?\b|std\b|heures?\b|horas?\b", "time", 60),
    (r"days?\b|tagen?\b|tage\b|jours?\b|dias?\b", "day", 1),
    (r"weeks?\b|wochen?\b|semaines?\b|semanas?\b", "day", 7),
    (r"months?\b|monaten?\b|monate\b|mois\b|mes(?:es)?\b", "month", 1),
    (r"years?\b|yrs?\b|jahren?\b|jahre\b|ans\b|annees?\b|anos?\b", "month", 12),
    (r"x\b|times\b|fold\b|-fold\b|fach\b|fois\b|veces\b", "x", 1),
    (r"€|euros?\b|eur\b", "EUR", 1),
    (r"\$|dollars?\b|usd\b|us-dollar\b", "USD", 1),
    (r"£|pounds?\b|gbp\b|pfund\b|livres sterling\b", "GBP", 1),
    (r"chf\b|francs? suisses?\b|franken\b", "CHF", 1),
]
_COMPILED = [(re.compile(rf"\s?-?(?:{pattern})"), unit, factor) for pattern, unit, factor in _UNITS]
_SCALE = re.compile(
    r"\s?(k|tsd|tausend|thousand|mille|mil|m|mn|mio|millions?|millionen|millones|bn|billions?|mrd|"
    r"milliarden?|milliards?)\b\.?"
)
_SCALES = {"k": 1e3, "t": 1e3, "mille": 1e3, "mil": 1e3, "b": 1e9, "mrd": 1e9, "milliard": 1e9, "milliarde": 1e9}
_MONEY_BEFORE = re.compile(r"([€$£]|\b(?:eur|usd|gbp|chf)\b)\s?$")
_CURRENCY = {"€": "EUR", "$": "USD", "£": "GBP"}
_DIGITS = re.compile(
    r"(?<![\w.,/:+])\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?(?![\d])|(?<![\w/:])\d+(?:[.,]\d+)?(?!\d)"
)
_WORD = re.compile(r"(?<![\w])(?:" + "|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True)) + r")(?![\w])")
_CLOCKISH = re.compile(
    r"24\s?/\s?7|\b\d{1,2}:\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:1st|2nd|3rd|\d+th)\b|"
    r"\b[a-z]+-?\d+[a-z]*\b(?<!\d{4})"
)
_YEAR = re.compile(r"(?<![\w.,€$£])(?:19[5-9]\d|20[0-4]\d)(?![\w%]|[.,]\d)")
_AT_LEAST = re.compile(
    r"(?:more than|over|at least|upwards of|mehr als|uber|mindestens|plus de|au moins|mas de|al menos)\s*(?:[€$£]\s?)?$"
)
_ABOUT = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|up to|some|ca\.?|circa|etwa|rund|fast|knapp|"
    r"environ|pres de|unos|unas|cerca de|casi|bis zu|~|≈)\s*(?:[€$£]\s?)?$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. ``values`` holds its readings in the unit's base (minutes, days, months; money as is)."""

    text: str
    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    at_least: bool = False
    about: bool = False

    def agrees(self, evidence: Figure) -> bool:
        """Whether ``evidence`` proves this figure: the same value, or more than "over N" says, or close to "about
        N"."""
        if self.unit != evidence.unit:
            return False
        return any(self._reading_agrees(mine, theirs) for mine in self.values for theirs in evidence.values)

    def _reading_agrees(self, mine: float, theirs: float) -> bool:
        # "a third" is 33.3 %; a draft may write 33 %.
        if self.unit == "%" and (mine != int(mine)) != (theirs != int(theirs)) and abs(mine - theirs) < 0.5:
            return True
        slack = 0.011 * max(abs(mine), abs(theirs)) if self.unit in {"%", "time"} and mine != int(mine) else 1e-6
        if abs(mine - theirs) <= max(slack, 1e-6):
            return True
        if self.at_least and mine <= theirs <= mine * 1.5:
            return True
        return self.about and abs(mine - theirs) <= 0.05 * abs(theirs)


def _readings(digits: str) -> tuple[float, ...]:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    readings = set()
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        readings.add(float(re.sub(r"[.,]", "", bare)))
        if bare.count(".") + bare.count(",") > 1 or bare.endswith("000"):
            return tuple(readings)
    marks = [char for char in bare if char in ".,"]
    if len(set(marks)) == 2:
        last = max(bare.rfind("."), bare.rfind(","))
        return (float(re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :]),)
    if len(marks) <= 1:
        readings.add(float(bare.replace(",", ".")))
    return tuple(sorted(readings)) or (float(re.sub(r"[.,]", "", bare)),)


def _scaled(text: str, end: int) -> tuple[float, int]:
    found = _SCALE.match(text, end)
    if not found or (
        found[1] == "m"
        and text[end : end + 1] == " "
        and not re.search(r"[€$£]|eur|usd|gbp", text[max(0, end - 14) : end + 6])
    ):
        return 1.0, end
    word = found[1].rstrip("s")
    return _SCALES.get(
        word, 1e6 if word.startswith("mi") or word in {"m", "mn"} else _SCALES.get(word[0], 1.0)
    ), found.end()


def _unit(text: str, start: int, end: int) -> tuple[str, float, int]:
    for pattern, unit, factor in _COMPILED:
        found = pattern.match(text, end)
        if found and found.end() > end:
            return unit, factor, found.end()
    before = _MONEY_BEFORE.search(text[max(0, start - 5) : start])
    if before:
        return _CURRENCY.get(before[1], before[1].upper()), 1.0, end
    return "", 1.0, end


def _masked(text: str, skip: list[tuple[int, int]]) -> str:
    for start, end in skip:
        text = text[:start] + "_" * (end - start) + text[end:]
    for pattern in (_CLOCKISH, _YEAR):
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def _flat(text: str) -> str:
    """Folded text of the same length, so that places stay places."""
    return "".join((fold(char)[:1] or " ") if not char.isascii() else char.lower() for char in text)


def _shared_figure(flat: str, start: int, end: int, values: tuple[float, ...], original: str) -> Figure:
    scale, after = _scaled(flat, end)
    unit, factor, after = _unit(flat, start, after)
    if not unit:
        # "from 6 to 4 hours": the first number borrows the unit of the second.
        ahead = re.match(r"\s?(?:to|bis|a|auf|-|–|and|und|or)\s?\d+(?:[.,]\d+)?", flat[after:])
        if ahead:
            unit, factor, _ = _unit(flat, start, after + ahead.end())
    before = flat[max(0, start - 24) : start]
    plus = flat[after : after + 1] == "+"
    return Figure(
        original[start:after].strip(),
        start,
        after,
        tuple(value * scale * factor for value in values),
        unit,
        at_least=plus or _AT_LEAST.search(before) is not None,
        about=_ABOUT.search(before) is not None,
    )


def figures(text: str, skip: list[tuple[int, int]] | None = None) -> list[Figure]:
    """Every number of ``text`` in order. ``skip`` holds character ranges that are names (``ISO 27001``), not
    numbers."""
    flat = _masked(_flat(text), skip or [])
    found = [
        _shared_figure(flat, match.start(), match.end(), _readings(match[0]), text) for match in _DIGITS.finditer(flat)
    ]
    found += [
        _shared_figure(flat, match.start(), match.end(), (_BY_WORD[match[0]],), text)
        for match in _WORD.finditer(flat)
        if not (
            match[0] in {"once", "cent", "mil", "mille", "elf", "neuf", "both", "beide"}
            and not _counts(flat, match.end())
        )
    ]
    for patterns, unit in ((_SHARES, "%"), (_TIMES, "x")):
        for pattern, value in patterns:
            for match in pattern.finditer(flat):
                found.append(Figure(text[match.start() : match.end()], match.start(), match.end(), (value,), unit))
    found.sort(key=lambda each: (each.start, -each.end))
    return [each for at, each in enumerate(found) if not any(other.end > each.start for other in found[:at])]


def _counts(flat: str, end: int) -> bool:
    """Whether an ambiguous word ("once", "neuf") stands before a unit, so that it must be a number."""
    return any(pattern.match(flat, end) for pattern, _, _ in _COMPILED)


def calendar_years(text: str) -> list[tuple[int, int, int]]:
    """Four-digit years as (year, start, end)."""
    return [(int(match[0]), match.start(), match.end()) for match in _YEAR.finditer(text)]
