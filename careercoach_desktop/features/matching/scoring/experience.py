"""Years of work that have to do with the posting, and years with the very thing it names."""

from __future__ import annotations

from collections import Counter

from careercoach_desktop.features.evidence.service import SkillKind, Span, stems, years_covered
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, Demands
from careercoach_desktop.features.matching.model import Part, PartKind
from careercoach_desktop.features.matching.scoring.index import ResumeIndex

_GENERAL_FIELDS = frozenset({"business", "office", "soft skills", "languages"})
"""Fields every trade has a share in, so that they make no job related."""
_OWN_SHARE = 0.4
"""What years with the things named count beside years in the field."""
_UNDATED, _NAMED_ELSEWHERE = 0.5, 0.25
"""A skill that stands only in a list was used in some of the related work: nobody knows in how much. One that other
jobs name was probably used less in those that don't."""
_GENERIC_WORDS = """senior junior lead assistant m w d f of and the in de head team manager h x für und im en la el"""
_GENERIC = frozenset(_GENERIC_WORDS.split())


def _relevant(index: ResumeIndex, posting: Posting, asked: list[Asked]) -> set[str]:
    """Work entries that have to do with the posting: a word of its title, a skill it asks for, or one of the same
    field."""
    title = set(stems(posting.title)) - _GENERIC
    skills = {
        each.skill
        for each in asked
        if each.skill and each.skill.kind is not SkillKind.SOFT and each.skill.kind is not SkillKind.LANGUAGE
    }
    relevant = {entry for entry, words in index.entry_words.items() if words & title}
    fields = Counter(skill.category for skill in skills if skill.category not in _GENERAL_FIELDS)
    main = fields.most_common(1)[0][0] if fields else ""
    skills |= {skill for skill in index.standing if main and skill.category == main}
    for skill in skills:
        relevant |= {place.passage.entry for place in index.standing.get(skill, ()) if place.passage.list == "work"}
    return relevant


def _years_text(years: float) -> str:
    return f"{round(years * 2) / 2:g}" if years < 2 else f"{int(years + 0.1)}"


def experience_part(index: ResumeIndex, posting: Posting, demands: Demands, weight: float) -> Part:
    """``2 years, 4 asked``: related work, and how long the things that are asked with years of their own were done."""
    years = demands.years
    if years is None:
        return Part(kind=PartKind.EXPERIENCE, value=None, weight=weight, text="not stated")
    relevant = _relevant(index, posting, demands.terms)
    spans = [span for entry, span in index.spans.items() if entry in relevant]
    have = years_covered(spans)
    value = min(1.0, have / years.years)
    own = [_own_share(index, asked, have) for asked in demands.terms if asked.years and asked.skill]
    if own:
        value = (1 - _OWN_SHARE) * value + _OWN_SHARE * sum(own) / len(own)
    unit = "year" if _years_text(have) == "1" else "years"
    return Part(
        kind=PartKind.EXPERIENCE,
        value=value,
        weight=weight,
        text=f"{_years_text(have)} {unit}, {years.years} asked",
        because=years.sentence,
        counted=_counted(spans, years_covered(index.spans.values())),
    )


def _own_share(index: ResumeIndex, asked: Asked, related: float) -> float:
    """How far the years with one thing reach, 0..1."""
    if asked.skill is None or not asked.years:
        return 0.0
    dated = index.years_with(asked.skill)
    known = bool(index.standing.get(asked.skill)) or asked.skill in index.implied
    share = (_NAMED_ELSEWHERE if dated else _UNDATED) if known else 0.0
    undated = share * max(0.0, related - dated)
    return min(1.0, (dated + undated) / asked.years)


def _counted(spans: list[Span], total: float) -> str:
    """Since when, and out of how much: a résumé's own "six years" may well mean something else."""
    have = years_covered(spans)
    if not spans:
        return f"None of your {_years_text(total)} years of work is in this field." if total >= 1 else ""
    related = "related work" if total - have >= 1 else "work"
    since = min(span.first for span in spans) // 12
    out_of = f", of {_years_text(total)} in all" if total - have >= 1 else ""
    unit = "year" if _years_text(have) == "1" else "years"
    return f"Counted: your {related} since {since}, {_years_text(have)} {unit}{out_of}."
