"""The match: six parts, each with a value, a text and the sentence that caused it, weighed into one score.

A term counts fully only when the résumé shows it well: in the posting's wording, in the work itself, where a quick
reader looks. So tailoring that changes no fact can raise the score, and the score says why.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from careercoach_desktop.features.evidence.service import (
    DEGREE_NAMES,
    DegreeLevel,
    SkillKind,
    Span,
    stems,
    years_covered,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, AskedDegree, AskedYears, demands
from careercoach_desktop.features.matching.model import Keyword, MatchReport, Need, Part, PartKind
from careercoach_desktop.features.matching.scoring.index import ResumeIndex, Standing
from careercoach_desktop.features.matching.scoring.place import place_part
from careercoach_desktop.features.matching.scoring.salary import salary_part
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData

WEIGHTS: dict[PartKind, float] = {
    PartKind.MUST_HAVE: 0.45,
    PartKind.NICE_TO_HAVE: 0.10,
    PartKind.EXPERIENCE: 0.17,
    PartKind.EDUCATION: 0.08,
    PartKind.PLACE: 0.12,
    PartKind.SALARY: 0.08,
}
_GENERAL_FIELDS = frozenset({"business", "office", "soft skills", "languages"})
"""Fields every trade has a share in, so that they make no job related."""
_SOFT_SHARE = 0.4
"""What a trait counts beside a skill among the nice-to-haves."""
_NAMED, _LITERAL, _IN_WORK, _PROMINENT = 0.60, 0.15, 0.10, 0.15


_UNSAID_DEGREE = 0.25


def _literally(asked: Asked, standing: Standing) -> bool:
    surface = stems(standing.surface)
    return any(stems(wording) == surface for wording in asked.wordings) or stems(asked.term) == surface


def shown(asked: Asked, places: list[Standing]) -> float:
    """How well a résumé shows a term, 0..1: named 0.60, in the posting's words +0.15, in work +0.10, prominent
    +0.15."""
    if not places:
        return 0.0
    value = _NAMED
    value += _LITERAL * any(_literally(asked, place) for place in places)
    value += _IN_WORK * any(
        place.in_work or place.passage.list in {"languages", "certificates", ""} for place in places
    )
    value += _PROMINENT * any(place.prominent for place in places)
    return value


def _eased(asked: Asked, index: ResumeIndex) -> Asked:
    """ "Snowflake or BigQuery" is met by either: the one the résumé lacks is then no must-have."""
    if asked.need is not Need.MUST or asked.skill is None or asked.skill in index.standing:
        return asked
    met = any(other in index.standing for other in asked.instead)
    return replace(asked, need=Need.NICE) if met else asked


def _keyword(asked: Asked, index: ResumeIndex) -> tuple[Keyword, float]:
    places = index.standing_of(asked.skill, asked.term)
    value = shown(asked, places)
    same_as = ""
    if places and not any(_literally(asked, place) for place in places):
        same_as = places[0].surface
    elif not places and asked.skill is not None and asked.skill in index.implied:
        by = index.implied[asked.skill]
        places = index.standing_of(by, by.name)
        same_as, value = places[0].surface, _NAMED
    related = index.related(asked.skill) if asked.skill and not places else []
    keyword = Keyword(
        term=asked.term,
        need=asked.need,
        found=bool(places),
        places=[place.place() for place in places],
        asked=asked.sentence,
        times_asked=asked.times,
        same_as=same_as,
        related=related,
    )
    return keyword, value


def _terms_part(kind: PartKind, rated: list[tuple[Asked, Keyword, float]]) -> Part:
    if not rated:
        return Part(kind=kind, value=None, weight=WEIGHTS[kind], text="not stated")
    soft = [_SOFT_SHARE if asked.skill and asked.skill.kind is SkillKind.SOFT else 1.0 for asked, _, _ in rated]
    value = sum(share * each for share, (_, _, each) in zip(soft, rated, strict=True)) / sum(soft)
    missing = [keyword for _, keyword, _ in rated if not keyword.found]
    because = (missing or [keyword for _, keyword, _ in rated])[0].asked
    found = len(rated) - len(missing)
    return Part(kind=kind, value=value, weight=WEIGHTS[kind], text=f"{found} of {len(rated)}", because=because)


def _relevant(index: ResumeIndex, posting: Posting, asked: list[Asked]) -> set[str]:
    """Work entries that have to do with the posting: a word of its title, a skill it asks for, or one of the same
    field."""
    generic = {
        "senior",
        "junior",
        "lead",
        "assistant",
        "m",
        "w",
        "d",
        "f",
        "of",
        "and",
        "the",
        "in",
        "de",
        "head",
        "team",
        "manager",
        "h",
    }
    title = set(stems(posting.title)) - generic
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


def _experience_part(index: ResumeIndex, posting: Posting, years: AskedYears | None, asked: list[Asked]) -> Part:
    weight = WEIGHTS[PartKind.EXPERIENCE]
    if years is None:
        return Part(kind=PartKind.EXPERIENCE, value=None, weight=weight, text="not stated")
    relevant = _relevant(index, posting, asked)
    spans = [span for entry, span in index.spans.items() if entry in relevant]
    have = years_covered(spans)
    value = min(1.0, have / years.years)
    unit = "year" if _years_text(have) == "1" else "years"
    return Part(
        kind=PartKind.EXPERIENCE,
        value=value,
        weight=weight,
        text=f"{_years_text(have)} {unit}, {years.years} asked",
        because=years.sentence,
        counted=_counted(spans, years_covered(index.spans.values())),
    )


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


def _education_part(index: ResumeIndex, degree: AskedDegree | None) -> Part:
    weight = WEIGHTS[PartKind.EDUCATION]
    if degree is None:
        return Part(kind=PartKind.EDUCATION, value=None, weight=weight, text="not stated")
    have = index.degree_level or 0
    if not have and not (degree.or_experience and years_covered(index.spans.values()) >= 3):
        return Part(
            kind=PartKind.EDUCATION,
            value=_UNSAID_DEGREE,
            weight=weight,
            text="not in résumé",
            because=degree.sentence,
        )
    if have >= degree.level:
        value, text = 1.0, "met"
    elif degree.or_experience and years_covered(index.spans.values()) >= 3:
        value, text = 0.8, "by experience"
    elif have == degree.level - 1:
        value, text = 0.5, "one level below"
    else:
        value, text = (
            (0.5 if degree.need is Need.NICE else 0.0),
            f"{DEGREE_NAMES[DegreeLevel(degree.level)]} asked",
        )
    return Part(kind=PartKind.EDUCATION, value=value, weight=weight, text=text, because=degree.sentence)


def _order(keyword: Keyword) -> tuple[int, int]:
    return (0 if keyword.found else 1) if keyword.need is Need.MUST else (
        2 if keyword.found else 3
    ), -keyword.times_asked


def score_of(parts: list[Part]) -> int | None:
    """The weighted mean of the parts that have a value, 0..100; None when nothing the person can do is asked."""
    counted = [part for part in parts if part.value is not None]
    if all(part.kind in {PartKind.PLACE, PartKind.SALARY} for part in counted):
        return None
    weight = sum(part.weight for part in counted)
    return round(100 * sum((part.value or 0.0) * part.weight for part in counted) / weight)


def match_index(index: ResumeIndex, posting: Posting, preferences: Preferences) -> MatchReport:
    """``match`` for a prepared résumé: what to call for many postings (about 2 ms each)."""
    wanted = demands(posting, index.skills)
    terms = [_eased(asked, index) for asked in wanted.terms]
    rated = [(asked, *_keyword(asked, index)) for asked in terms]
    parts = [
        _terms_part(PartKind.MUST_HAVE, [each for each in rated if each[0].need is Need.MUST]),
        _terms_part(PartKind.NICE_TO_HAVE, [each for each in rated if each[0].need is Need.NICE]),
        _experience_part(index, posting, wanted.years, wanted.terms),
        _education_part(index, wanted.degree),
        place_part(index.resume, posting, preferences, WEIGHTS[PartKind.PLACE]),
        salary_part(posting, preferences, WEIGHTS[PartKind.SALARY]),
    ]
    keywords = sorted((keyword for _, keyword, _ in rated), key=_order)
    return MatchReport(score=score_of(parts), parts=parts, keywords=keywords)


def match(resume: ResumeData, posting: Posting, preferences: Preferences, today: date) -> MatchReport:
    """How well a résumé fits a posting on the day ``today``. Deterministic; hidden parts of the résumé don't count."""
    return match_index(ResumeIndex.of(resume, today), posting, preferences)
