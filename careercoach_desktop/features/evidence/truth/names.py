"""Names a draft brings in from nowhere: employers, products and places that no list knows and no evidence has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.truth.wording import is_content
from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, stem, stems

_PRODUCT = re.compile(r"^(?:[A-Z][a-z]+[A-Z]\w*|[a-z]+[A-Z]\w+|[A-Z]{2,}\d*|[A-Z][A-Za-z]*\d+)$")
_GERMAN = re.compile(
    r"\b(?:und|der|die|das|den|mit|für|eine[rnms]?|sowie|bei|von|zum|zur|im|als|auf|Jahre[n]?|nach|seit)\b"
)
_AT = frozenset({"at", "for", "bei", "chez", "en", "fur", "im", "with", "para", "pour"})
_AND = frozenset({"und", "and", "sowie", "oder"})
_EMPLOYED = frozenset({"at", "bei", "chez"})
_CALENDAR_WORDS = """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday I Januar Februar März Mai Juni
    Juli Oktober Dezember English German French Spanish European Q1 Q2 Q3 Q4 OK UK US EU KPI KPIs IT CEO CTO CFO HR
    PC TV CV Sir Madam Mr Mrs Ms Dr Prof Herr Herrn Frau Damen Herren Madame Monsieur Mesdames Messieurs Mme Mlle
    Señor Señora Señores Señoras Sr Sra Don Doña
    GmbH AG SE KG PME TPE CDI CDD RH DRH TVA EDV LKW PKW DIN CEO PhD QA UX UI AI KI IA MA BA PDF B2B B2C ROI SLA SLAs
"""
_CALENDAR = frozenset(stem(word) for word in _CALENDAR_WORDS.split())


def _begins(tokens: Tokens, index: int) -> bool:
    return index == 0 or any(mark in tokens.gap(index) for mark in ".:!?\n•–;")


def _known(word: str, known: set[str]) -> bool:
    if word in known or word in _CALENDAR:
        return True
    return len(word) >= 5 and any(abs(len(word) - len(other)) <= 2 and fuzz.ratio(word, other) >= 88 for other in known)


def unknown_names(
    tokens: Tokens, skills: list[tuple[int, int]], tools: list[tuple[int, int]], known: set[str], language: str
) -> Iterator[tuple[str, bool, int]]:
    """Names of a sentence that neither the skills found in it nor the evidence's words cover, as (name, is it an
    employer, where it stands).

    In German every noun has a capital, so there only product-like spellings and names after "bei" count.
    """
    taken_tools = {last - 1 for _, last in tools}
    taken = {at for first, last in skills for at in range(first, last)}
    german = language == "de" or len(_GERMAN.findall(tokens.text)) >= 2
    at = 0
    while at < len(tokens):
        surface = tokens.surface(at, at + 1)
        after_at = at > 0 and tokens.joined[at] and tokens.words[at - 1] in (_EMPLOYED if german else _AT)
        product = _PRODUCT.match(surface) is not None and not _shouted(tokens)
        capital = surface[:1].isupper() and len(surface) > 1 and not _begins(tokens, at)
        beside = german and at >= 2 and tokens.words[at - 1] in _AND and _ends_list(tokens, at - 2, taken, taken_tools)
        named = product or (capital and (after_at or not german or beside))
        if at in taken or not named or _known(tokens.words[at], known):
            at += 1
            continue
        last = at + 1
        while (
            last < len(tokens)
            and tokens.joined[last]
            and tokens.surface(last, last + 1)[:1].isupper()
            and last not in taken
            and not german
        ):
            last += 1
        if german and after_at and last == at + 1 and _common(tokens, at):
            at = last
            continue
        employed = after_at and tokens.words[at - 1] in _EMPLOYED | {"for", "pour", "para"}
        yield tokens.surface(at, last), employed, tokens.starts[at]
        at = last


_NOUN = re.compile(
    r"(?:heit|keit|ung|ungen|schaft|schaften|ion|ionen|tät|täten|nis|nissen|tum|ment|anz|enz|enzen|ie|ien|ik|eien|ling|"
    r"chen|arbeit|arbeiten|fall|fälle|fällen|zeit|zeiten|zug|bau|kauf|gang|gänge|weg|satz|wechsel|beginn|ende|druck|"
    r"frage|fragen|gespräch|gespräche|gesprächen|projekt|projekten|kunde|kunden|lieferant|lieferanten)$",
    re.IGNORECASE,
)
_NOUN_WORDS = """
    Bedarf Ausfall Anlass Anruf Notfall Abgabe Aufgabe Aufnahme Übergabe Abnahme Annahme Inbetriebnahme Unfall Urlaub
    Krankheit Problemen Problem Störungen Kindern Kind Patienten Senioren Gästen Gast Firmen Unternehmen Behörden
    Banken Ämtern Ärzten Eltern Familien Mitarbeitern Kollegen Teams Festen Feiern Messen Events Veranstaltungen
    Wind Regen Hitze Kälte Nacht Tag Tage Hochbetrieb Andrang Volllast Stress Lärm Licht Strom Wasser Pflege Umbauten
    Neubauten Anlagen Maschinen Reparaturen Aufträgen Angeboten Ausschreibungen Verträgen Verhandlungen Sitzungen
    Terminen Beschwerden Rückfragen Reklamationen Themen Tests Prüfungen Abschlüssen Audits Releases Umzügen Einsätzen
    Visiten Operationen Untersuchungen Schulungen Trainings Workshops Hausbesuchen Montage Wartung Einkauf Verkauf
"""
_NOUNS = frozenset(_NOUN_WORDS.split())


def _common(tokens: Tokens, at: int) -> bool:
    """Whether a capital after "bei" is only a German noun ("bei Abwesenheit", "bei Bedarf")."""
    surface = tokens.surface(at, at + 1)
    capital_follows = at + 1 < len(tokens) and tokens.joined[at + 1] and tokens.surface(at + 1, at + 2)[:1].isupper()
    return not capital_follows and (surface in _NOUNS or _NOUN.search(surface) is not None)


def _ends_list(tokens: Tokens, at: int, skills: set[int], tools: set[int]) -> bool:
    """Whether word ``at`` is a tool, or the last of several skills in a row: what "und" adds to them is one too."""
    if at in tools:
        return True
    return at in skills and at >= 1 and tokens.gap(at).strip() == "," and at - 1 in skills


def _shouted(tokens: Tokens) -> bool:
    letters = [char for char in tokens.text if char.isalpha()]
    return len(letters) > 10 and sum(char.isupper() for char in letters) > 0.7 * len(letters)


def name_words(name: str) -> list[str]:
    """The words of a firm's or school's name that tell it from others."""
    words = [word for word in stems(name) if len(word) > 3 and is_content(word)]
    return [word for word in words if word not in _GENERIC] or words


_GENERIC_WORDS = """
    kita hort kindergarten krippe kindertagesstätte heim seniorenheim pflegeheim praxis kanzlei bäckerei
    metzgerei werkstatt agentur agency agence agencia studio estudio atelier taller salud centros residencia
    farmacia clinica clinique cabinet bar café cafe hostal fachschule volksschule grundschule gesamtschule
    primary secondary academy homes care building logistics trading stores store shop market markt werk werke
    fabrik möbelwerk industries industrie industrias construction bau holding ventures partners systems data
    cloud web global institute fundación mutual insurance versicherung transport transports spedition university
    universität universite université universidad college school schule ecole école escuela institut instituto
    hospital klinik klinikum clinic hopital restaurant restaurante hotel group gruppe grupo groupe gmbh company
    limited stadt city council ayuntamiento mairie gymnasium akademie academie academia berufsschule lycee lycée
    hochschule fachhochschule services service solutions consulting partner analytics retail energy logistik
    trust foundation stiftung association verein asociacion asociación fundacion bank house haus centre center
    centro zentrum north south east west national international county royal saint europe berlin london paris
    madrid deutschland france españa tischlerei brasserie bistro boulangerie kommunal digital media health
    engineering software technologies technology labs laboratory
"""
_GENERIC = frozenset(stems(_GENERIC_WORDS))
