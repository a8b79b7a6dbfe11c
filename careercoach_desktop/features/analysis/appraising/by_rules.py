"""A posting read by rules on this computer: some ten milliseconds, nothing sent, nothing guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercoach_desktop.features.analysis.appraising import advice, flags
from careercoach_desktop.features.analysis.appraising.levels import level_of
from careercoach_desktop.features.analysis.appraising.pay import salary_points
from careercoach_desktop.features.analysis.appraising.posting_text import PostingText, cut
from careercoach_desktop.features.analysis.model.job import JobAnalysis, Pay, Point, SkillAsked
from careercoach_desktop.features.evidence.service import SkillKind
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, LineKind, demands, lines_of
from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData

_MOST_DUTIES = 10
_LEAST_WORDS = 3


def by_rules(
    posting: Posting,
    resume: ResumeData | None,
    preferences: Preferences,
    others: Sequence[Pay],
    currency: str,
    today: date,
) -> JobAnalysis:
    """``others``: what the person's other jobs pay a year, in ``currency``."""
    text, wanted = PostingText.of(posting), demands(posting)
    level = level_of(posting, wanted)
    report = None if resume is None else match(resume, posting, preferences, today)
    shown = {} if report is None else {keyword.term: keyword.found for keyword in report.keywords}
    asked = [(each.need, _skill(each, shown)) for each in wanted.terms]
    return JobAnalysis(
        levels=[] if level is None else [level],
        responsibilities=_duties(posting),
        required=[skill for need, skill in asked if need is Need.MUST],
        preferred=[skill for need, skill in asked if need is Need.NICE],
        red_flags=flags.red_flags(posting, text, wanted, today),
        highlights=flags.highlights(posting, text),
        figures=[] if report is None else advice.figures(report),
        gaps=[] if report is None else advice.gaps(report),
        recommendations=[] if report is None else advice.recommendations(report),
        salary=salary_points(posting, preferences, others, currency),
        tips=[*advice.tips(posting, text, wanted, resume, today)],
    )


def _skill(asked: Asked, shown: dict[str, bool]) -> SkillAsked:
    """A trait such as curiosity can't be read off a résumé: that its word is missing says nothing."""
    found = shown.get(asked.term)
    is_trait = asked.skill is not None and asked.skill.kind is SkillKind.SOFT
    return SkillAsked(term=asked.term, quote=cut(asked.sentence), shown=None if is_trait and not found else found)


def _duties(posting: Posting) -> list[Point]:
    """As the posting lists them, else its sentences under such a heading."""
    said = posting.responsibilities or [line.sentence for line in lines_of(posting) if line.kind is LineKind.DUTY]
    found = dict.fromkeys(cut(duty) for duty in said if len(duty.split()) >= _LEAST_WORDS)
    return [Point(text=duty, quote="") for duty in found][:_MOST_DUTIES]
