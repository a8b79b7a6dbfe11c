"""Figures that stand nowhere, and follow all the same: how many they were with oneself, how long an entry lasted."""

from __future__ import annotations

import re
from dataclasses import replace

from careercoach_desktop.features.evidence.career import Span
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.figures import Figure
from careercoach_desktop.features.evidence.truth.saying import Saying
from careercoach_desktop.features.evidence.truth.wording import counted_noun, shared
from careercoach_desktop.features.evidence.vocabulary.meanings import PERSONS, concepts

_TOGETHER = re.compile(
    r"\b(?:one of|eine[rs]? (?:von|der)|l['’]un[e]? des|un[ao]? de l[ao]s|in total|in all|altogether|"
    r"all told|of us|we were|including (?:me|myself)|"
    r"insgesamt|wir waren|waren wir|zu (?:zweit|dritt|viert|fünft|sechst)|mich eingeschlossen|mit mir|"
    r"au total|en tout|nous étions|étions|moi compris|moi comprise|et moi|à (?:deux|trois|quatre|cinq|six)|"
    r"en total|éramos|incluid[oa] yo|incluyéndome|conmigo|y yo|entre (?:los|las)?|"
    r"team of|group of|crew of|panel of|\w*[Tt]eam (?:von|aus|mit)|\w*[Gg]ruppe (?:von|aus)|équipe de|groupe de|"
    r"equipo de|grupo de)\b|\w+köpfig|-(?:person|member)\b",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:with|alongside|together with|other|fellow|mit|gemeinsam mit|zusammen mit|weiteren?|anderen?|avec|autres?|"
    r"aux côtés de|con|junto (?:a|con)|otr[oa]s)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)


def with_oneself(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """ "There were three of us" follows from "with two colleagues", where the sentence counts the whole group."""
    if figure.unit or not _TOGETHER.search(said.text):
        return []
    if max(figure.values) == 2 and (pair := [each for each in scope if _with_one(said, each)]):
        return pair[:1]
    return [
        each
        for each in scope
        for other in each.figures
        if not other.unit
        and any(abs(mine - theirs - 1) < 1e-6 for mine in figure.values for theirs in other.values)
        and _WITH_OTHERS.search(each.quote.text[: other.start])
        and _counts_people(each, other)
        and (len(said.content) < _SHORT or shared(said.content, each.content))
    ][:1]


_SHORT = 4
_ONE_OTHER = re.compile(
    r"\b(?:with|alongside|together with|mit|avec|con|junto (?:a|con))\s(?:an?|the|my|our|eine[rm]|der|dem|meine[rm]|"
    r"une?|l[ea]|mon|ma|una?|el|la|mi|another|one)\s",
    re.IGNORECASE,
)


def _with_one(said: Saying, each: Fragment) -> bool:
    """ "The two of us" follows from "with the chef"."""
    return _ONE_OTHER.search(each.quote.text) is not None and shared(said.content, each.content) > 0


_ADDED = re.compile(r"[^.;:()]{0,40}?(?:\b(?:and|und|et|y|e|sowie|plus|as well as|ainsi que)\b|,|&)[^.;:()]{0,24}?")
_ALL_OF_THEM = re.compile(
    r"\b(?:in total|in all|altogether|all told|insgesamt|zusammen|au total|en tout|en total|en conjunto|people|persons|"
    r"staff|colleagues|employees|personen|menschen|mitarbeite\w+|leute|köpfe|personnes|collaborateurs|salariés|gens|"
    r"personas|empleados|trabajadores|compañeros)\b",
    re.IGNORECASE,
)


def added(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """ "Eighteen people" follows from "14 pickers and four drivers", "160 covers in all" from "70 and 90"."""
    if figure.unit or not (_ALL_OF_THEM.search(said.text) or not counted_noun(said.read.tokens, figure.end)):
        return []
    return [
        each
        for each in scope
        if any(figure.agrees(replace(figure, values=(total,))) for total in _totals(each))
        and (each in said.own or shared(said.content, each.content) or len(said.content) < _SHORT)
    ][:1]


def _totals(each: Fragment) -> list[float]:
    """Sums of figures that stand in a row in one sentence."""
    totals: list[float] = []
    running = 0.0
    for at, other in enumerate(each.figures):
        before = each.figures[at - 1] if at else None
        goes_on = (
            before is not None
            and not (before.unit or other.unit)
            and _ADDED.fullmatch(each.quote.text, before.end, other.start)
        )
        running = running + max(other.values) if goes_on else max(other.values)
        if goes_on:
            totals.append(running)
    return totals


_MORE = re.compile(
    r"\s(?:fewer|less|more|sooner|earlier|later|weniger|mehr|früher|später|de moins|de plus|plus tôt|"
    r"menos|más|antes)\b",
    re.IGNORECASE,
)


def left_over(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """ "Six days now, four less than before": the difference, without its unit."""
    if figure.unit or not _MORE.match(said.text, figure.end):
        return []
    return [
        each
        for each in scope
        for at, one in enumerate(each.figures)
        for two in each.figures[at + 1 :]
        if one.raw
        and two.raw
        and max(figure.values) == abs(max(one.raw) - max(two.raw))
        and shared(said.content, each.content)
    ][:1]


def _counts_people(each: Fragment, other: Figure) -> bool:
    return any(not PERSONS.isdisjoint(concepts(word)) for word in counted_noun(each.tokens, other.end)) or bool(
        _WITH_OTHERS.search(each.quote.text[: other.start])
    )


_MONTH_SLACK = 1


def lasted(said: Saying, figure: Figure) -> list[Fragment]:
    """ "A six-month internship": as long as the dates of the entry that is spoken of."""
    if figure.unit != "month":
        return []
    evidence = said.evidence
    named = frozenset({said.at.entry}) if said.at.is_bullet else said.entries_at(figure.start) or said.entries
    entries = named or frozenset(evidence.spans)
    fitting = [entry for entry in entries if entry in evidence.spans and _as_long(figure, evidence.spans[entry])]
    if not named and not _of_a_stay(said, figure):
        return []
    return [
        each
        for each in evidence.fragments
        if each.entry in fitting and each.quote.path.endswith((".position", ".name", ".study_type", ".institution"))
    ][:2]


def _as_long(figure: Figure, span: Span) -> bool:
    months = span.months
    for value in figure.values:
        slack = _MONTH_SLACK if value < 24 else _MONTH_SLACK + 1
        whole_years = value % 12 == 0 and value in {months // 12 * 12, round(months / 12) * 12}
        if abs(value - months) <= slack or (whole_years and value >= 12):
            return True
        if figure.at_least and value <= months <= value + 12:
            return True
        if figure.about and abs(value - months) <= max(1.0, 0.1 * months):
            return True
    return False


_STAY = re.compile(
    r"intern|placement|apprentic|traineeship|volunt|stay|course|degree|training|praktik|volont|ausbildung|lehre\b|"
    r"ehrenamt|freiwillig|studium|aufenthalt|elternzeit|stage|alternance|apprentissage|bénévol|formation|séjour|"
    r"études|prácticas|beca|aprendiz|voluntari|formación|estancia|carrera|estudios",
    re.IGNORECASE,
)


def _of_a_stay(said: Saying, figure: Figure) -> bool:
    """Whether the figure stands beside a word for something that lasts as long as its dates say."""
    left, right = said.part(figure.start)
    return _STAY.search(said.text, left, right) is not None


_PERIODS = (
    (r"(?:hour|stunde|heure|hora)\w*", 1 / 8.0),
    (r"(?:day|tag|jour|día|daily|täglich|quotidien|diari)\w*", 1.0),
    (r"(?:week|woche|wöchentlich|semain|semana|hebdo)\w*", 5.0),
    (r"(?:month|monat|mois|mes\b|mensu)\w*", 21.0),
    (r"(?:quarter|quartal|vierteljähr|trimest)\w*", 63.0),
    (r"(?:year|annum|annual|jahr|jähr|an\b|année|annuel|año|anual)\w*", 252.0),
)
"""What something is told of so many times in, and its working days."""
_EACH = r"\s?(?:[\w’'-]+\s){0,3}?(?:an?|per|each|every|pro|im|am|je|jede[nrs]?|par|chaque|por|al|a la|cada|/)?\s?"
_PER = [(re.compile(_EACH + rf"\b{word}", re.IGNORECASE), days) for word, days in _PERIODS]
_EXACT = {(21.0, 252.0): 12.0, (63.0, 252.0): 4.0, (21.0, 63.0): 3.0, (5.0, 252.0): 52.0}


def per_period(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """ "Thirty-six a year" follows from "three per month" of the same thing."""
    mine = _period(said.text, figure)
    if not mine or figure.unit:
        return []
    return [
        each
        for each in scope
        for other in each.figures
        if not other.unit
        and (theirs := _period(each.quote.text, other))
        and theirs != mine
        and _times(figure, other, mine, theirs)
        and shared(said.content, each.content)
    ][:1]


def _period(text: str, figure: Figure) -> float:
    return next((days for pattern, days in _PER if pattern.match(text, figure.end)), 0.0)


def _times(figure: Figure, other: Figure, mine: float, theirs: float) -> bool:
    ratio = mine / theirs
    exact = _EXACT.get((theirs, mine)) or (1 / _EXACT[mine, theirs] if (mine, theirs) in _EXACT else 0.0)
    for value in figure.values:
        for base in other.values:
            if exact and abs(value - base * exact) < 1e-6:
                return True
            if (figure.about or other.about or not exact) and abs(value - base * ratio) <= 0.15 * base * ratio:
                return True
    return False


_APART = re.compile(r"points?|puntos?|punkte?n?|prozentpunkte?n?", re.IGNORECASE)


def apart(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """ "Nine points above the average" follows from 91 % where the average is 82 %."""
    if not _APART.search(said.text[figure.start : figure.end + 14]):
        return []
    return [
        each
        for each in scope
        for at, one in enumerate(each.figures)
        for two in each.figures[at + 1 :]
        if one.unit == two.unit == "%"
        and any(abs(value - abs(max(one.values) - max(two.values))) < 0.051 for value in figure.values)
        and shared(said.content, each.content)
    ][:1]


_RATED = re.compile(r"\s?(?:out of|of|von|sur|de|sobre|/)\s?$", re.IGNORECASE)


def rated(said: Saying, figure: Figure, scope: list[Fragment]) -> list[Fragment]:
    """The 5 of "4.6 out of 5", where evidence gives the same mark on the same scale."""
    marks = [other for other in said.read.figures if other.end <= figure.start]
    if not marks or not _RATED.fullmatch(said.text, marks[-1].end, figure.start):
        return []
    return [
        each
        for each in scope
        for mark, scale in zip(each.figures, each.figures[1:], strict=False)
        if _RATED.fullmatch(each.quote.text, mark.end, scale.start) and figure.agrees(scale) and marks[-1].agrees(mark)
    ][:1]
