"""Numbers written as words, 2 to 999 (and thousands of them in German), in English, German, French and Spanish."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

_EN_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_EN = _EN_WORDS.split()
_EN_TEN_WORDS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
_EN_TENS = _EN_TEN_WORDS.split()
_DE_WORDS = """
    null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn
    achtzehn neunzehn
"""
_DE = _DE_WORDS.split()
_DE_TEN_WORDS = "_ _ zwanzig dreisig vierzig funfzig sechzig siebzig achtzig neunzig"
_DE_TENS = _DE_TEN_WORDS.split()
_FR_WORDS = """
    zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf
"""
_FR = _FR_WORDS.split()
_FR_TEN_WORDS = "_ _ vingt trente quarante cinquante soixante"
_FR_TENS = _FR_TEN_WORDS.split()
_ES_WORDS = """
    cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
    dieciocho diecinueve veinte veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete
    veintiocho veintinueve
"""
_ES = _ES_WORDS.split()
_ES_TEN_WORDS = "_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_TENS = _ES_TEN_WORDS.split()
_ES_HUNDREDS = (
    "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_ROUND = {
    6: "half a dozen; halbes dutzend; demi-douzaine; media docena",
    10: "dizaine; decena",
    12: "dozen; dutzend; douzaine; docena",
    15: "quinzaine; quincena",
    20: "vingtaine; veintena",
    24: "two dozen; zwei dutzend; deux douzaines; dos docenas",
    30: "trentaine; treintena",
    36: "three dozen; drei dutzend; trois douzaines; tres docenas",
    40: "quarantaine; cuarentena",
    60: "soixantaine; schock",
    50: "cinquantaine; cincuentena; medio centenar; halbes hundert",
    100: "centaine; centenar",
    1000: "millier; millar",
}
AMBIGUOUS = {
    "once": "es", "neuf": "fr", "elf": "de", "cent": "fr", "mil": "es", "mille": "fr", "tres": "es", "dos": "es",
    "sept": "fr", "dix": "fr", "seize": "fr", "both": "en", "ten": "en",
}  # fmt: skip
"""Words that are something else in another language: only numbers where that language is written."""
_WORD = re.compile(r"[a-z]+")
_MOST_WORDS = 7


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")
    rest = number % 100
    return f"{_EN[number // 100]} hundred" + (f" and {_english(rest)}" if rest else "")


def _german(number: int) -> str:
    if number < 20:
        return _DE[number]
    if number < 100:
        return (f"{_DE[number % 10]}und" if number % 10 else "") + _DE_TENS[number // 10]
    rest = number % 100
    first = _DE[number // 100] if number >= 200 else ""
    return f"{first}hundert" + (_german(rest) if rest else "")


def _french(number: int) -> str:
    if number < 20:
        return _FR[number]
    if number < 70:
        unit = number % 10
        return _FR_TENS[number // 10] + (" et un" if unit == 1 else f"-{_FR[unit]}" if unit else "")
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_FR[number - 60]}"
    if number < 100:
        return "quatre-vingt" + (f"-{_FR[number - 80]}" if number > 80 else "")
    rest = number % 100
    first = f"{_FR[number // 100]} " if number >= 200 else ""
    return f"{first}cent" + (f" {_french(rest)}" if rest else "")


def _spanish(number: int) -> str:
    if number < 30:
        return _ES[number]
    if number < 100:
        return _ES_TENS[number // 10] + (f" y {_ES[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    rest = number % 100
    return _ES_HUNDREDS.split()[number // 100] + (f" {_spanish(rest)}" if rest else "")


@cache
def _table() -> dict[tuple[str, ...], float]:
    table: dict[tuple[str, ...], float] = {}
    for number in range(2, 1000):
        for say in (_english, _german, _french, _spanish):
            table.setdefault(tuple(_WORD.findall(say(number))), float(number))
        if number >= 100:
            table.setdefault(tuple(_WORD.findall(_english(number).replace(" and ", " "))), float(number))
            table.setdefault(tuple(_WORD.findall(_spanish(number).replace("ientos", "ientas"))), float(number))
            table.setdefault(tuple(_WORD.findall(_french(number).replace("cent", "cents"))), float(number))
        if number < 100 or number % 100 == 0:
            table.setdefault((_german(number) + "tausend",), number * 1000.0)
    more = {"hundred": 100, "einhundert": 100, "thousand": 1000, "tausend": 1000, "eintausend": 1000, "mille": 1000,
            "mil": 1000, "dreissig": 30, "million": 1e6, "millon": 1e6, "vierkopfig": 4}  # fmt: skip
    for word, value in more.items():
        table.setdefault((word,), float(value))
    table[("quatre", "vingts")] = 80.0
    table[("one", "hundred")] = 100.0
    for value, words in _ROUND.items():
        for phrase in words.split(";"):
            table[tuple(_WORD.findall(phrase))] = float(value)
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _table())


def numerals(flat: str, language: str) -> Iterator[tuple[float, int, int]]:
    """Numbers in words in a lower-case text without accents, longest first, as (value, start, end)."""
    words = list(_WORD.finditer(flat))
    table, firsts = _table(), _first_words()
    at = 0
    while at < len(words):
        if words[at][0] not in firsts or _part_of_word(flat, words[at]):
            at += 1
            continue
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            part = words[at : at + size]
            value = table.get(tuple(word[0] for word in part))
            if value is None or not _together(flat, part):
                continue
            if size == 1 and not _meant(part[0][0], language):
                continue
            value, last = _thousands(flat, words, at + size, value)
            yield value, part[0].start(), words[last - 1].end()
            at = last - 1
            break
        at += 1


def _thousands(flat: str, words: list[re.Match[str]], at: int, value: float) -> tuple[float, int]:
    """ "nine thousand five hundred": what follows a small number, and the word after the last one of the whole."""
    if at >= len(words) or words[at][0] not in {"mil", "mille", "thousand", "tausend"} or value >= 1000:
        return value, at
    if not _together(flat, words[at - 1 : at + 1]):
        return value, at
    value, at = value * 1000, at + 1
    for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        rest = _table().get(tuple(word[0] for word in words[at : at + size]))
        if rest is not None and rest < 1000 and _together(flat, words[at - 1 : at + size]):
            return value + rest, at + size
    return value, at


def _part_of_word(flat: str, word: re.Match[str]) -> bool:
    return word.start() > 0 and flat[word.start() - 1] == "_"


def _together(flat: str, part: list[re.Match[str]]) -> bool:
    return all(flat[one.end() : two.start()] in {" ", "-", "\u00a0"} for one, two in itertools.pairwise(part))


def _meant(word: str, language: str) -> bool:
    wanted = AMBIGUOUS.get(word)
    return wanted is None or wanted == language
