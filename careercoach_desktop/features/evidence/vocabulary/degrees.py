"""Degrees in four languages as levels, so that "Diplom-Ingenieur" and "MSc" can be compared with "Master's degree"."""

from __future__ import annotations

import re
from enum import IntEnum


class DegreeLevel(IntEnum):
    """How far a qualification goes; a higher level includes the lower ones."""

    SCHOOL = 1
    VOCATIONAL = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5


_PATTERNS: list[tuple[DegreeLevel, re.Pattern[str]]] = [
    (
        DegreeLevel.DOCTORATE,
        re.compile(
            r"\b(?:habilitation|ph\.?\s?d\.?|doctorate|doctoral|dphil|promotion\b(?=\s+(?:in|im|zum))|promoviert\w*|"
            r"doktor\w*|dr\.\s?(?:rer|phil|ing|med)"
            r"|doctorat|doctorado|docteur)",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.MASTER,
        re.compile(
            r"\b(?:master(?:studi\w+|abschluss|titel|grad)|(?-i:M\.?A\.?)(?=\s+(?:in|of|degree|en|\()\b)|"
            r"master(?:['’]?s)?(?=\s+(?:degree|of|in|en|de|or|level|"
            r"studium|abschluss)\b|[-/,.;)]|$)|"
            r"masters?\s+(?:degree|of|in|[12]\b)|mastère|máster|"
            r"maestría|magister|m\.?\s?sc\.?|m\.?eng\.?|mba|m\.b\.a|mphil|(?-i:M\.?Ed)\.?(?=\s|$|,)|llm(?=\s+in)|"
            r"diplom(?:-\w+|ingenieur\w*|kaufm\w*|kauffrau|informatik\w*)|"
            r"dipl\.?-?\s?(?:ing|kfm|inf|phys|math|psych)|staatsexam\w+|bac\s?\+\s?5|diplôme d['’]ingénieur|"
            r"école d['’]ingénieurs?|postgraduate degree|"
            r"advanced degree|licenciatura\s+y\s+máster)",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.BACHELOR,
        re.compile(
            r"\b(?:bachelor(?:['’]?s)?|b\.?\s?sc\.?(?=[\s,)(.]|$)|b\.?eng\.?(?=[\s,)(]|$)|b\.?a\.?(?=\s*\(|"
            r"\s+(?:in|hons|degree|honours)\b)|b\.s\.|b\.a\.|(?-i:B\.?Ed)\.?(?=\s|$|,)|"
            r"bba|bsn|b\.?com\.?(?=[\s,)]|$)|undergraduate degree|university degree|degree in|college degree|"
            r"4-year degree|four-year degree|first degree|honours degree|relevant degree|"
            r"(?:abgeschlossenes\s+)?(?!selbst|fern)(?:[a-zäöü]{4,})?studium|studienabschluss|"
            r"hochschulabschluss|licence(?=\s+(?:en|de|pro|professionnelle)\b)|"
            r"bac\s?\+\s?[34]|diplôme universitaire|licenciatura|licenciad[oa]|grado\s+(?:en|universitario)|"
            r"titulación universitaria|título universitario|"
            r"carrera universitaria|ingenier[oa]\s+(?:en|técnico))",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.VOCATIONAL,
        re.compile(
            r"(?:\b(?:associate(?:['’]?s)?\s+(?:degree|of)|foundation degree|hnd|hnc|nvq|btec|apprenticeship|"
            r"vocational|trade certificate|diploma\b(?!\s+in\s+(?:hand|high))|"
            r"(?:abgeschlossene\s+)?(?:berufs)?ausbildung|berufsabschluss|geselle\w*|meisterbrief|fachwirt\w*|"
            r"gesellenbrief|bts\b|dut\b|cap\b|bep\b|bac\s?\+\s?2|bac pro|"
            r"formation professionnelle|formación profesional|fp\s+(?:de\s+)?grado|grado (?:medio|superior)|"
            r"ciclo formativo|técnico superior)|(?<!\w)(?:IHK)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.SCHOOL,
        re.compile(
            r"\b(?:high[- ]school|secondary school|ged\b|a[- ]levels?\b|gcses?|abitur|fachabitur|mittlere "
            r"reife|realschulabschluss|hauptschulabschluss|"
            r"baccalauréat|bachillerato|educación secundaria|(?-i:ESO)\b(?=\s|$))",
            re.IGNORECASE,
        ),
    ),
]

_HINT_WORDS = """
    degree bachelor master habil mast mást maest magist ph.d phd dphil doctor doktor docteur promo dr. msc m.sc bsc b.sc
    b.eng beng m.eng meng mba m.b.a mphil m.ed b.ed bed llm b.a ba b.s bba bsn bcom b.com diplom dipl staatsexamen
    studi bac licen titul carrera ingenier university associate foundation hnd hnc nvq btec apprentic vocational
    certificate ausbildung berufs gesell meister fachwirt bts dut cap bep formation formación fp grado ciclo
    técnico ihk school ged level gcse abitur reife abschluss eso educación école
"""
_HINTS = re.compile(
    "|".join(map(re.escape, (*_HINT_WORDS.split(), "b. sc", "m. sc", "ma in", "ma of", "ma (", "m.a", "ma en")))
)
"""A text without any of these names no degree: most sentences need no pattern at all."""
NAMES = {
    DegreeLevel.SCHOOL: "school leaving certificate",
    DegreeLevel.VOCATIONAL: "vocational qualification",
    DegreeLevel.BACHELOR: "bachelor’s degree",
    DegreeLevel.MASTER: "master’s degree",
    DegreeLevel.DOCTORATE: "doctorate",
}


def degrees_in(text: str) -> list[tuple[DegreeLevel, str]]:
    """Every degree a text names as (level, words as written), highest first."""
    if not _HINTS.search(text.casefold()):
        return []
    return [(level, found[0]) for level, pattern in _PATTERNS for found in pattern.finditer(text)]


def highest_degree(text: str) -> DegreeLevel | None:
    """The highest level a text names."""
    found = degrees_in(text)
    return found[0][0] if found else None


def lowest_degree(text: str) -> DegreeLevel | None:
    """The lowest level a text names: what "Bachelor's or Master's degree" asks for."""
    found = degrees_in(text)
    return found[-1][0] if found else None
