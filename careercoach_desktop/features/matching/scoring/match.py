"""The match: six parts, each with a value, a text and the sentence that caused it, weighed into one score.

A term counts fully only when the résumé shows it well: in the posting's wording, in the work itself, where a quick
reader looks. So tailoring that changes no fact can raise the score, and the score says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from careercoach_desktop.features.evidence.service import Skill, SkillKind
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, demands
from careercoach_desktop.features.matching.model import Keyword, MatchReport, Need, Part, PartKind
from careercoach_desktop.features.matching.scoring.education import education_part
from careercoach_desktop.features.matching.scoring.experience import experience_part
from careercoach_desktop.features.matching.scoring.index import ResumeIndex
from careercoach_desktop.features.matching.scoring.place import place_part
from careercoach_desktop.features.matching.scoring.salary import salary_part
from careercoach_desktop.features.matching.scoring.shown import NAMED, literally, shown
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
_SOFT_SHARE = 0.4
"""What a trait counts beside a skill among the nice-to-haves."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A term with what the résumé shows of it. ``counts`` is false for the other side of an "or" that is met."""

    asked: Asked
    keyword: Keyword
    value: float
    counts: bool = True


def _rated(asked: Asked, index: ResumeIndex) -> Rated:
    """ "Snowflake or BigQuery" is met by either: the one the résumé lacks is then no must-have, and costs nothing."""
    places = index.standing_of(asked.skill, asked.term)
    value = shown(asked, places, index)
    by = index.implied.get(asked.skill) if asked.skill is not None and not places else None
    eased = not places and any(other in index.standing for other in asked.instead)
    same_as = places[0].surface if places and not any(literally(asked, place) for place in places) else ""
    if by is not None:
        places = index.standing_of(by, by.name)
        same_as, value = places[0].surface, NAMED
    keyword = Keyword(
        term=asked.term,
        need=Need.NICE if eased else asked.need,
        found=bool(places),
        places=[place.place() for place in places],
        asked=asked.sentence,
        times_asked=asked.times,
        same_as=same_as,
        related=index.related(asked.skill) if asked.skill and not places else [],
        years_asked=asked.years,
        years_shown=_half_years(index.years_with(asked.skill)) if asked.skill and asked.years else None,
    )
    return Rated(asked, keyword, value, counts=not eased or bool(places))


def _one_of_each(rated: list[Rated]) -> list[Rated]:
    """ "Snowflake or BigQuery" is one demand: who shows both is weighed by the better one."""
    best = {each.asked.skill: each.value for each in rated if each.asked.skill is not None and each.keyword.found}
    taken: set[Skill] = set()
    kept = []
    for each in rated:
        others = [other for other in each.asked.instead if other in best and other is not each.asked.skill]
        beaten = each.keyword.found and any(
            best[other] > each.value or (best[other] == each.value and other in taken) for other in others
        )
        if each.keyword.found and not beaten and each.asked.skill is not None:
            taken.add(each.asked.skill)
        kept.append(replace(each, counts=False) if beaten else each)
    return kept


def _half_years(years: float) -> float:
    return round(years * 2) / 2


def _terms_part(kind: PartKind, rated: list[Rated]) -> Part:
    counted = [each for each in rated if each.counts]
    if not counted:
        return Part(kind=kind, value=None, weight=WEIGHTS[kind], text="not stated")
    soft = [_SOFT_SHARE if each.asked.skill and each.asked.skill.kind is SkillKind.SOFT else 1.0 for each in counted]
    value = sum(share * each.value for share, each in zip(soft, counted, strict=True)) / sum(soft)
    missing = [each.keyword for each in counted if not each.keyword.found]
    because = (missing or [each.keyword for each in counted])[0].asked
    found = len(counted) - len(missing)
    return Part(kind=kind, value=value, weight=WEIGHTS[kind], text=f"{found} of {len(counted)}", because=because)


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
    rated = _one_of_each([_rated(asked, index) for asked in wanted.terms])
    parts = [
        _terms_part(PartKind.MUST_HAVE, [each for each in rated if each.keyword.need is Need.MUST]),
        _terms_part(PartKind.NICE_TO_HAVE, [each for each in rated if each.keyword.need is Need.NICE]),
        experience_part(index, posting, wanted, WEIGHTS[PartKind.EXPERIENCE]),
        education_part(index, wanted.degree, WEIGHTS[PartKind.EDUCATION]),
        place_part(index.resume, posting, preferences, WEIGHTS[PartKind.PLACE]),
        salary_part(posting, preferences, WEIGHTS[PartKind.SALARY]),
    ]
    keywords = sorted((each.keyword for each in rated), key=_order)
    return MatchReport(score=score_of(parts), parts=parts, keywords=keywords)


def match(resume: ResumeData, posting: Posting, preferences: Preferences, today: date) -> MatchReport:
    """How well a résumé fits a posting on the day ``today``. Deterministic; hidden parts of the résumé don't count."""
    return match_index(ResumeIndex.of(resume, today), posting, preferences)
