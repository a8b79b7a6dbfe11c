"""The degree asked against the highest one named, and its field."""

from __future__ import annotations

from careercoach_desktop.features.evidence.service import DEGREE_NAMES, DegreeLevel, areas_of, years_covered
from careercoach_desktop.features.matching.keywords import AskedDegree
from careercoach_desktop.features.matching.model import Need, Part, PartKind
from careercoach_desktop.features.matching.scoring.index import ResumeIndex

_UNSAID = 0.25
_NEAR_FIELD, _OTHER_FIELD = 0.9, 0.7
_YEARS_INSTEAD = 3
"""Years of work that postings mean by "or equivalent experience"."""


def education_part(index: ResumeIndex, degree: AskedDegree | None, weight: float) -> Part:
    """Met, met in another field, by experience, a level below, or not said."""
    if degree is None:
        return Part(kind=PartKind.EDUCATION, value=None, weight=weight, text="not stated")
    value, text = _weighed(index, degree)
    return Part(kind=PartKind.EDUCATION, value=value, weight=weight, text=text, because=degree.sentence)


def _weighed(index: ResumeIndex, degree: AskedDegree) -> tuple[float, str]:
    have = index.degree_level or 0
    by_experience = degree.or_experience and years_covered(index.spans.values()) >= _YEARS_INSTEAD
    if have >= degree.level:
        return _of_field(index, degree)
    if by_experience:
        return 0.8, "by experience"
    if not have:
        return _UNSAID, "not in résumé"
    if have == degree.level - 1:
        return 0.5, "one level below"
    return (0.5 if degree.need is Need.NICE else 0.0), f"{DEGREE_NAMES[DegreeLevel(degree.level)]} asked"


def _of_field(index: ResumeIndex, degree: AskedDegree) -> tuple[float, str]:
    """A field nobody can place counts as the right one: the list of fields is short, and the doubt is ours."""
    asked, had = degree.fields, index.fields_studied
    if not asked or not had or asked & had:
        return 1.0, "met"
    if areas_of(asked) & areas_of(had):
        return (1.0, "met") if degree.or_related else (_NEAR_FIELD, "near field")
    return _OTHER_FIELD, "other field"
