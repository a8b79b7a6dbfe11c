"""Years of experience and degrees a sentence asks for, in English, German, French and Spanish."""

from __future__ import annotations

import re

_NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "one ein einem einer eine un une uno una",
            "two zwei deux dos",
            "three drei trois tres",
            "four vier quatre cuatro",
            "five fünf cinq cinco",
            "six sechs seis",
            "seven sieben sept siete",
            "eight acht huit ocho",
            "nine neun neuf nueve",
            "ten zehn dix diez",
        ),
        start=1,
    )
    for word in words.split()
}
_ANY = r"\d{1,2}|" + "|".join(_NUMBER_WORDS)
_YEARS = re.compile(
    rf"(?<![\d.,])(?P<low>{_ANY})\s*(?:\+|\(\d+\))?\s*"
    rf"(?:(?:-|–|to|bis|à|a|or|oder|ou|o)\s*(?P<high>{_ANY})\s*\+?\s*)?"
    r"(?:or more |oder mehr |ou plus |o más |full |volle )?"
    r"(?:-|\s)?(?:years?|yrs?|jahr|jahren?|jahre[ns]?|jährige[rnsm]?|ans|années?|años?)\b['’]?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"mehrjährige\w*|several years|plusieurs années|varios años", re.IGNORECASE)
_ABOUT_WORK = re.compile(
    r"experien|expérien|erfahrung|berufspraxis|\bpraxis\b|tätigkeit|background|track record|working (?:in|as|"
    r"with)|worked|in a similar|in der (?:praxis|branche)|"
    r"hands-on|professional|post[- ]qualif|practice|in a .{0,30}role|pratique|trayectoria|"
    r"years?['’]? (?:in|as|of|with|on|developing|building)\b|jahren? (?:in|im|als)\b|\bans (?:en|dans|comme)\b|"
    r"\baños (?:en|como|con)\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:we|our|company|founded|history|business|market|wir|unser\w*|unternehmen|seit über|nous|notre|nuestra?|"
    r"empresa|age|aged|alter|contract|befristet\w*|warranty|vertrag|last|past|next|letzten|dernières|últimos)\b",
    re.IGNORECASE,
)


_HINTS = ("year", "yr", "jahr", "jähr", "ans", "année", "año")


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.casefold()]


def years_said(sentence: str) -> list[tuple[int, int]]:
    """Every number of years of experience a sentence asks for, with where it stands; "3-5 years" asks for 3."""
    lower = sentence.casefold()
    if not any(hint in lower for hint in _HINTS) or _ABOUT_WORK.search(sentence) is None:
        return []
    if _ABOUT_OTHERS.search(sentence) and not re.search(r"you|du|sie|vous|tu\b", sentence, re.IGNORECASE):
        return []
    found = [
        (match.start(), value) for match in _YEARS.finditer(sentence) if 1 <= (value := _value(match["low"])) <= 25
    ]
    if not found and (several := _SEVERAL.search(sentence)) is not None:
        found = [(several.start(), 3)]
    return found


def years_asked(sentence: str) -> int | None:
    """The least years of experience a sentence asks for, or None; of several numbers the largest."""
    return max((years for _, years in years_said(sentence)), default=None)
