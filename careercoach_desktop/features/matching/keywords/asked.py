"""What a posting asks for, as terms with the sentence that asks.

Skills come from the skills list, wherever the posting says them. A few more terms come from wording alone (see
``unlisted``). Saying a thing ten times does not make it ten requirements: a term counts once, ``times`` tells the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.service import (
    DegreeLevel,
    Hit,
    Skill,
    SkillKind,
    SkillList,
    Tokens,
    fields_in,
    language_of,
    lowest_degree,
    skill_list,
    tokenize,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords.kinds import Line, LineKind
from careercoach_desktop.features.matching.keywords.lines import lines_of
from careercoach_desktop.features.matching.keywords.unlisted import UnlistedTerms
from careercoach_desktop.features.matching.keywords.years import years_asked, years_said
from careercoach_desktop.features.matching.model import Need

MOST_TERMS = 40
"""Terms kept per posting: beyond these a list is noise, and no résumé answers it."""
_AMBIENT = frozenset({"recruitment", "onboarding", "research", "training delivery"})
"""What every posting talks about without asking for it; counts only among requirements."""
_SUBJECTS = frozenset({SkillKind.METHOD, SkillKind.SOFT})
"""Kinds whose words are everyday words, too: where a posting lists its requirements, prose elsewhere asks for none."""
_EQUIVALENT = (
    "equivalent",
    "or comparable",
    "or similar",
    "vergleichbar",
    "oder ähnlich",
    "gleichwertig",
    "équivalent",
    "equivalente",
    "or relevant experience",
    "oder entsprechende",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for. ``skill`` is None for a term that stands on no list; ``wordings`` is how the posting
    says it."""

    term: str
    need: Need
    sentence: str
    times: int
    skill: Skill | None = None
    wordings: tuple[str, ...] = ()
    instead: tuple[Skill, ...] = ()
    """Skills the posting takes as well: "Snowflake or BigQuery"."""
    years: int | None = None
    """Of experience with this very thing, where the posting says so."""


@dataclass(frozen=True, slots=True)
class AskedYears:
    years: int
    sentence: str


@dataclass(frozen=True, slots=True)
class AskedDegree:
    """``or_experience``: the posting takes an equivalent instead. ``fields``: of study, none when any will do;
    ``or_related``: and what is near them."""

    level: DegreeLevel
    sentence: str
    or_experience: bool
    need: Need
    fields: frozenset[str] = frozenset()
    or_related: bool = False


@dataclass(frozen=True, slots=True)
class Demands:
    """Everything a posting asks that can be weighed against a résumé."""

    language: str
    """Of the posting: ``en``, ``de``, ``fr`` or ``es``."""
    terms: list[Asked]
    years: AskedYears | None
    degree: AskedDegree | None


@dataclass(slots=True)
class _Mentions:
    skill: Skill | None
    sentences: list[Line] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)
    instead: list[Skill] = field(default_factory=list)
    years: int | None = None

    def add(self, line: Line, wording: str) -> None:
        if not self.sentences or self.sentences[-1] is not line:
            self.sentences.append(line)
        if wording not in self.wordings:
            self.wordings.append(wording)


_NEAR = 80
"""Characters between "5 years" and what they are of; "Python (5 years)" stands within a third of that."""


def _years_beside(at: int, said: list[tuple[int, int]]) -> int:
    """The years that a skill at this place is asked with, 0 when none are."""
    before = [years for start, years in said if 0 <= at - start <= _NEAR]
    after = [years for start, years in said if 0 < start - at <= _NEAR // 3]
    return before[-1] if before else (after[0] if after else 0)


_OR = frozenset({"or", "oder", "ou", "o", "u", "bzw", "beziehungsweise"})


def _alternatives(tokens: Tokens, hits: list[Hit]) -> list[list[Hit]]:
    """Runs of skills joined by commas or slashes with an "or" among them."""
    runs: list[list[Hit]] = []
    run: list[Hit] = []
    has_or = False
    for hit in hits:
        between = tokens.words[run[-1].last : hit.first] if run else ["-"]
        if run and (not between or (len(between) == 1 and between[0] in _OR)):
            has_or = has_or or bool(between)
            run.append(hit)
            continue
        if has_or:
            runs.append(run)
        run, has_or = [hit], False
    return [*runs, run] if has_or else runs


_STRENGTH = {LineKind.MUST: 4, LineKind.NICE: 3, LineKind.OPEN: 2, LineKind.DUTY: 1, LineKind.TITLE: 0}


def _need(mentions: _Mentions, *, has_requirements: bool) -> Need:
    """A term that stands under requirements is a must; one only in duties is too, unless the posting lists
    requirements."""
    kinds = {line.kind for line in mentions.sentences}
    if mentions.skill is not None and mentions.skill.kind is SkillKind.SOFT:
        # Traits can't be read off a résumé's wording, so none may sink a score as a missing must-have.
        return Need.NICE
    if LineKind.MUST in kinds or LineKind.TITLE in kinds:
        return Need.MUST
    if LineKind.NICE in kinds or has_requirements:
        return Need.NICE
    return Need.MUST


def _collect(lines: list[Line], skills: SkillList, company: str, *, has_requirements: bool) -> dict[str, _Mentions]:
    found: dict[str, _Mentions] = {}
    unlisted = UnlistedTerms(company)
    for line in lines:
        if line.kind is LineKind.ASIDE:
            continue
        tokens = tokenize(line.text)
        hits = skills.find(tokens)
        said = years_said(line.text)
        # "infrastructure as code (Terraform)" is one demand, and the special one says more.
        covered = {other for hit in hits for other in skills.implied(hit.skill)}
        for hit in hits:
            if hit.skill in covered or _mentioned_in_passing(hit.skill, line, has_requirements=has_requirements):
                continue
            mentions = found.setdefault(hit.skill.name, _Mentions(hit.skill))
            mentions.add(line, hit.surface)
            if said and line.kind is not LineKind.NICE and hit.skill.kind is not SkillKind.SOFT:
                mentions.years = max(mentions.years or 0, _years_beside(tokens.starts[hit.first], said)) or None
        for run in _alternatives(tokens, hits):
            for hit in run:
                if hit.skill.name in found:
                    found[hit.skill.name].instead += [other.skill for other in run if other.skill is not hit.skill]
        if line.kind in {LineKind.MUST, LineKind.NICE, LineKind.DUTY}:
            unlisted.read(line, tokens, hits)
    for term, seen in unlisted.terms():
        mentions = found.setdefault(term, _Mentions(None))
        for line in seen:
            mentions.add(line, term)
    return found


def _mentioned_in_passing(skill: Skill, line: Line, *, has_requirements: bool) -> bool:
    """Whether a line says the word without asking for the skill."""
    if skill.name in _AMBIENT and line.kind not in {LineKind.MUST, LineKind.NICE}:
        return True
    if has_requirements and line.kind is LineKind.OPEN and skill.kind in _SUBJECTS:
        return True  # a map maker's "ambulances and parcels" ask nobody for paramedic care
    if skill.family == "teaching" and lowest_degree(line.text) is not None:
        return True
    return line.kind is LineKind.TITLE and skill.kind is not SkillKind.TOOL


def _name(mentions: _Mentions, language: str) -> str:
    """The list's name in English postings and for tools; what a German posting calls a method stays German."""
    skill = mentions.skill
    if skill is None or language == "en" or skill.kind is SkillKind.TOOL:
        return skill.display if skill else ""
    if skill.kind is SkillKind.LANGUAGE:
        return skill.name
    wording = skill.listed_form(mentions.wordings[0])
    return wording[:1].upper() + wording[1:]


def _asked(found: dict[str, _Mentions], language: str, *, has_requirements: bool) -> list[Asked]:
    asked = []
    for term, mentions in found.items():
        said = [line for line in mentions.sentences if line.kind is not LineKind.TITLE]
        if not said and mentions.skill is None:
            continue
        best = max(said or mentions.sentences, key=lambda line: _STRENGTH[line.kind])
        name = _name(mentions, language) if mentions.skill else term
        need = _need(mentions, has_requirements=has_requirements)
        asked.append(
            Asked(
                name,
                need,
                best.sentence,
                len({line.sentence for line in mentions.sentences}),
                mentions.skill,
                tuple(mentions.wordings),
                tuple(mentions.instead),
                mentions.years,
            )
        )
    asked.sort(key=lambda each: (each.need is not Need.MUST, -min(each.times, 3)))
    return asked[:MOST_TERMS]


def _years(lines: list[Line]) -> AskedYears | None:
    best: AskedYears | None = None
    for line in lines:
        if line.kind in {LineKind.ASIDE, LineKind.NICE}:
            continue
        years = years_asked(line.text)
        if years is not None and (best is None or years > best.years):
            best = AskedYears(years, line.sentence)
    return best


_RELATED = re.compile(
    r"\b(?:related|similar|relevant|comparable|equivalent|verwandt\w*|ähnlich\w*|vergleichbar\w*|gleichwertig\w*|"
    r"équivalent\w*|similaire|similar|afín|afines|equivalente)\b",
    re.IGNORECASE,
)


def _degree(lines: list[Line]) -> AskedDegree | None:
    """The lowest degree that is a must, else the lowest that would be nice: either is enough, whatever comes first."""
    found: list[AskedDegree] = []
    for line in lines:
        if line.kind not in {LineKind.MUST, LineKind.NICE, LineKind.OPEN}:
            continue
        level = lowest_degree(line.text)
        if level is None:
            continue
        eased = any(word in line.text.casefold() for word in _EQUIVALENT)
        need = Need.NICE if line.kind is LineKind.NICE else Need.MUST
        near = _RELATED.search(line.text) is not None
        found.append(AskedDegree(level, line.sentence, eased, need, fields_in(line.text), near))
    return min(found, key=lambda each: (each.need is not Need.MUST, each.level, each.sentence), default=None)


def demands(posting: Posting, skills: SkillList | None = None) -> Demands:
    """Everything the posting asks: terms (must-haves first, most repeated first), years, degree."""
    lines = lines_of(posting)
    has_requirements = any(line.kind is LineKind.MUST for line in lines)
    found = _collect(lines, skills or skill_list(), posting.company, has_requirements=has_requirements)
    language = language_of(" ".join(line.text for line in lines))
    return Demands(language, _asked(found, language, has_requirements=has_requirements), _years(lines), _degree(lines))


def ask(posting: Posting) -> list[Asked]:
    """The terms a posting asks for, must-haves first."""
    return demands(posting).terms
