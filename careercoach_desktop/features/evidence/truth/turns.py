"""Statements turned round: rose for fell, never for once, fully for partly, monthly for quarterly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import content_words, shared
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_UP = re.compile(
    r"\b(?:increas\w+|rais(?:e|ed|ing)|grew|grow(?:n|th|ing)|boost\w+|rose|doubl\w+|tripl\w+|gestiegen|gesteigert|"
    r"steiger\w+|"
    r"erhöh\w+|wuchs\w*|gewachsen|verdoppel\w+|augment\w+|accroî\w+|accru\w*|hausse|croissance|aument\w+|"
    r"increment\w+|creci\w+|subi(?:r|ó|do|da)|duplic(?:ó|ar|ando))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduc\w+|cut(?:ting)?|lower\w+|decreas\w+|shorten\w+|fell|fallen|drop(?:ped|ping)?|halv\w+|gesenkt|"
    r"senk\w+|reduzier\w+|verringer\w+|"
    r"verkürz\w+|gesunken|sank\w*|rückgang|halbier\w+|rédui\w+|réduction|diminu\w+|baiss\w+|raccourc\w+|reduj\w+|"
    r"reduc\w+|baj(?:ó|ar|ado|é|aron)|"
    r"disminu\w+|recort\w+|descen\w+)\b",
    re.IGNORECASE,
)
_FREQUENCY = (
    (
        "daily",
        (
            r"daily|every day|each day|per day|a day|täglich\w*|pro tag|am tag|jeden tag|quotidien\w*|chaque jour|"
            r"par jour|tous les jours|diari[oa]s?|diariamente|al día|cada día|todos los días"
        ),
    ),
    (
        "weekly",
        (
            r"weekly|every week|each week|per week|a week|wöchentlich\w*|pro woche|jede woche|hebdomadaire\w*|"
            r"chaque semaine|par semaine|semanal(?:es|mente)?|a la semana|por semana|cada semana|every (?:mon|tues|"
            r"wednes|thurs|fri|satur|sun)day|jeden (?:mon|diens|donners|frei|sams|sonn)tag|cada (?:lunes|martes|jueves|"
            r"viernes)"
        ),
    ),
    (
        "every few weeks",
        (
            r"every (?:second|third|fourth|other|two|three|four|[2-4]) weeks?|every (?:second|third|fourth) week|"
            r"jede (?:zweite|dritte|vierte) woche|alle (?:zwei|drei|vier|[2-4]) wochen|"
            r"toutes les (?:deux|trois|quatre|[2-4]) semaines|une semaine sur \w+|cada (?:dos|tres|cuatro|"
            r"[2-4]) semanas"
        ),
    ),
    (
        "monthly",
        (
            r"monthly|every month|each month|per month|a month|monatlich\w*|pro monat|im monat|jeden monat|mensuel\w*|"
            r"chaque mois|par mois|mensual(?:es|mente)?|al mes|por mes|cada mes|month[- ]end|monats\w+"
        ),
    ),
    (
        "quarterly",
        (
            r"quarterly|every quarter|each quarter|per quarter|a quarter(?= (?:to|for|on|as))|quartalsweise|"
            r"pro quartal|"
            r"vierteljährlich\w*|quartals\w+|trimestriel\w*|par trimestre|chaque trimestre|trimestral(?:es|mente)?|"
            r"cada trimestre|al trimestre|four times a year|quatre fois par an|cuatro veces al año|viermal im jahr"
        ),
    ),
    (
        "yearly",
        (
            r"yearly|annual(?:ly)?|every year|each year|per year|a year|per annum|jährlich\w*|pro jahr|im jahr(?! \d)|"
            r"jedes jahr|annuel\w*|par an|chaque année|tous les ans|anual(?:es|mente)?|al año|por año|cada año|"
            r"year[- ]end|jahres\w+"
        ),
    ),
)
_FREQUENCIES = [(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _FREQUENCY]
_FULL = re.compile(
    r"\b(?:fully|completely|voll(?:ständig)?|pleinement|entièrement|totalmente|plenamente)[ -](?:qualified|certified|"
    r"trained|licensed|"
    r"accredited|chartered|qualifiziert|ausgebildet|zertifiziert|qualifiée?|certifiée?|diplômée?|formée?|"
    r"cualificad[oa]|titulad[oa]|certificad[oa])\b|"
    r"\b(?:qualified|chartered)(?= (?:as an? )?(?:accountant|management accountant|nurse|teacher|solicitor|engineer))",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\bpart[- ]qualified|in training|studying (?:for|towards)|working towards|not (?:yet )?qualified|in progress|"
    r"expected|ongoing|"
    r"teilqualifiziert|in ausbildung|angestrebt|laufend|noch nicht|en cours|en formation|en curso|pendiente|"
    r"en proceso\b",
    re.IGNORECASE,
)
_CLEAN = re.compile(
    r"\b(?:without|zero|no|never|free of|not (?:a |one )(?:single )?|ohne|null|keine?[rnms]?|nie(?:mals)?|"
    r"kein einzig\w+|sans|aucune?|zéro|jamais|pas un seul|"
    r"sin|ningún|ninguna|cero|nunca|jamás)\s(?:(?:a|an|any|ein(?:e[nrms]?)?|einzig\w+|le moindre|la moindre|seule?|"
    r"un|una|ni un|solo|sola|had|missed?|he|habe|eine|he tenido|ai|j['’]ai|"
    r"single|major|serious|größere[rn]?|schwere[rn]?)\s){0,3}"
    r"(?:accidents?|incidents?|errors?|mistakes?|complaints?|delays?|downtime|outages?|loss(?:es)?|injur\w+|"
    r"deadlines?|absences?|days? (?:off|missed)|"
    r"audit findings?|findings|defects?|supervision|interrupt\w+|breaks?|gaps?|"
    r"unf[aä]ll\w*|fehler\w*|beschwerden?|verzögerung\w*|ausf[aä]ll\w*|verlust\w*|beanstandung\w*|aufsicht|anleitung|"
    r"unterbrech\w*|fehltage?\w*|mängel|"
    r"accidents?|incidents?|erreurs?|réclamations?|retards?|pertes?|plaintes?|pannes?|interruptions?|interrompu\w*|"
    r"absences?|supervision|encadrement|"
    r"accidentes?|incidentes?|incidencias?|errores|error|quejas?|retrasos?|pérdidas?|reclamaciones|supervisión|"
    r"interrupci\w+|interrumpid\w+|ausencias?|bajas?|fallos?)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|without|zero|none|free|n['’]t|nicht|kein\w*|ohne|nie|null|unfallfrei|fehlerfrei|pas|aucune?|"
    r"sans|jamais|zéro|no|sin|ningun\w*|ningún|nunca|cero)\b",
    re.IGNORECASE,
)


def turns(said: Saying) -> Iterator[Found]:
    """What evidence says the other way round, or not so."""
    yield from _directions(said)
    yield from _frequencies(said)
    yield from _wholes(said)
    yield from _clean_records(said)


_FEW = 5


def _nearest(said: Saying, start: int) -> list[Fragment]:
    """The evidence a clause was made of: its own text, or what shares most with it."""
    if said.own:
        return said.own
    left, right = said.voice.clause(start) if said.voice.letter else (0, len(said.text))
    words = said.words_between(left, right)
    alike = said.likest(words, said.scope(start), 2)
    if not alike and len(words) <= _FEW:
        alike = said.likest(words, said.scope(start), 1)
    return [each for score, each in alike if score == alike[0][0]]


def _directions(said: Saying) -> Iterator[Found]:
    for mine, other in ((_UP, _DOWN), (_DOWN, _UP)):
        found = mine.search(said.text)
        if found is None or other.search(said.text) or said.voice.theirs(found.start(), found.end()):
            continue
        near = _nearest(said, found.start())
        if near and all(other.search(each.quote.text) and not mine.search(each.quote.text) for each in near):
            values = [
                figure
                for figure in said.read.figures
                for each in near
                for theirs in each.figures
                if figure.agrees(theirs)
            ]
            left, right = said.part(found.start())
            object_shared = any(shared(said.words_between(left, right), each.content) >= 2 for each in near)
            if values or object_shared:
                yield Found(ClaimKind.STATEMENT, found[0], (), "Your evidence says the opposite.")


def _frequencies(said: Saying) -> Iterator[Found]:
    for name, pattern in _FREQUENCIES:
        found = pattern.search(said.text)
        if found is None or said.voice.theirs(found.start(), found.end()):
            continue
        if said.posting is not None and said.voice.unclaimed(found.start()) and pattern.search(said.posting.quote.text):
            continue
        near = _nearest(said, found.start())
        scope = said.scope(found.start())
        if any(pattern.search(each.quote.text) for each in scope if shared(said.content, each.content)):
            continue
        told = [
            other for each in near for other, theirs in _FREQUENCIES if other != name and theirs.search(each.quote.text)
        ]
        figures = [figure for each in near for figure in each.figures]
        if told and not (said.read.figures and not figures):
            yield Found(ClaimKind.NUMBER, found[0], (), f"Your evidence does not say “{found[0]}”.")


def _wholes(said: Saying) -> Iterator[Found]:
    found = _FULL.search(said.text)
    if found is None or said.voice.theirs(found.start(), found.end()):
        return
    part = [each for each in said.evidence.fragments if _PARTLY.search(each.quote.text)]
    if part and not _PARTLY.search(said.text):
        yield Found(ClaimKind.CERTIFICATE, found[0], (), "Your evidence says that this is not finished.")


def _clean_records(said: Saying) -> Iterator[Found]:
    for found in _CLEAN.finditer(said.text):
        words = content_words(tokenize(found[0]))
        proof = [
            each
            for each in said.scope(found.start())
            if _NEGATED.search(each.quote.text) and shared(words, each.content)
        ]
        reason = "" if proof else f"Your evidence does not say “{found[0]}”."
        yield Found(ClaimKind.STATEMENT, found[0], tuple(proof), reason)
