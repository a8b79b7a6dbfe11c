"""What follows for the person: gaps beside a résumé, what to do about them, and what the application should hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercoach_desktop.features.analysis.appraising.posting_text import PostingText, cut
from careercoach_desktop.features.analysis.appraising.wordings import WANTED
from careercoach_desktop.features.analysis.model.job import Figure, FigureKind, Point
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Demands
from careercoach_desktop.features.matching.model import Keyword, MatchReport, Need, PartKind
from careercoach_desktop.features.resumes.model import ResumeData

_MANY_MUSTS = 12
_SOON = 7
"""Days to the deadline."""
_MOST = 6
_ENOUGH = 0.8
"""Of a part of the match: from here on it is no gap worth naming."""
_LISTS = frozenset({"Skills"})
"""Labels of places that only list."""
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def figures(report: MatchReport) -> list[Figure]:
    """The matcher's own, with what they rest on."""
    parts = {part.kind: part for part in report.parts}
    musts = [keyword for keyword in report.keywords if keyword.need is Need.MUST]
    shown = sum(keyword.found for keyword in musts)
    found = [Figure(kind=FigureKind.OVERALL, value=report.score, text="The match, as its own tab explains it.")]
    must, experience = parts.get(PartKind.MUST_HAVE), parts.get(PartKind.EXPERIENCE)
    if must is not None and must.value is not None:
        text = f"{shown} of {len(musts)} must-haves stand in your résumé; how well they are shown counts, too."
        found.append(Figure(kind=FigureKind.SKILLS, value=round(100 * must.value), text=text))
    if experience is not None and experience.value is not None:
        text = ". ".join(part for part in (experience.text, experience.counted) if part)
        found.append(Figure(kind=FigureKind.EXPERIENCE, value=round(100 * experience.value), text=text))
    return found


def gaps(report: MatchReport) -> list[Point]:
    """Must-haves that are missing, then years and degree that fall short; the rest of the missing last."""
    musts, wishes = _missing(report, Need.MUST), _missing(report, Need.NICE)
    found = [Point(text=f"{keyword.term} is required, and not in your résumé.", quote=cut(keyword.asked))
             for keyword in musts]  # fmt: skip
    for part in report.parts:
        if part.kind in (PartKind.EXPERIENCE, PartKind.EDUCATION) and part.value is not None and part.value < _ENOUGH:
            name = "Experience" if part.kind is PartKind.EXPERIENCE else "Education"
            found.append(Point(text=f"{name}: {part.text}.", quote=cut(part.because)))
    found += [Point(text=f"{keyword.term} would be welcome, and is not in your résumé.", quote=cut(keyword.asked))
              for keyword in wishes[:2]]  # fmt: skip
    return found[:_MOST]


def recommendations(report: MatchReport) -> list[Point]:
    """What can be done about it without claiming anything untrue."""
    found = []
    for keyword in _missing(report, Need.MUST):
        if keyword.related:
            near = " and ".join(keyword.related[:2])
            found.append(Point(text=f"They ask for {keyword.term}; you name {near}. Say what you did with it, and that "
                               f"it is near.", quote=cut(keyword.asked)))  # fmt: skip
    shown = [keyword for keyword in report.keywords if keyword.found and keyword.need is Need.MUST]
    found += [
        Point(text=f"You only list {each.term}. A bullet that shows it says more.", quote=cut(each.asked))
        for each in shown
        if _only_listed(each)
    ]
    found += [Point(text=f"You write “{each.same_as}”; use their word, {each.term}, as well.", quote=cut(each.asked))
              for each in shown if each.same_as]  # fmt: skip
    return found[:_MOST]


def tips(
    posting: Posting, text: PostingText, demands: Demands, resume: ResumeData | None, today: date
) -> Iterator[Point]:
    """What the application should hold, and by when."""
    for wanted in WANTED:
        for sentence in text.sentences:
            if wanted.find(sentence):
                yield Point(text=wanted.text, quote=cut(sentence))
                break
    days = (posting.deadline - today).days if posting.deadline is not None else None
    if days is not None and 0 <= days <= _SOON:
        when = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
        yield Point(text=f"Apply soon: its deadline is {when}.")
    musts = [asked for asked in demands.terms if asked.need is Need.MUST]
    if len(musts) >= _MANY_MUSTS:
        yield Point(text="It requires a long list of things. Hardly anybody has all of them: most of them are enough.")
    if resume is not None and demands.language != resume.language and demands.language in _LANGUAGES:
        name = _LANGUAGES[demands.language]
        yield Point(text=f"The posting is in {name} and your résumé is not: ask which language they want.")


def _missing(report: MatchReport, need: Need) -> list[Keyword]:
    return [keyword for keyword in report.keywords if not keyword.found and keyword.need is need]


def _only_listed(keyword: Keyword) -> bool:
    return bool(keyword.places) and all(place.label in _LISTS for place in keyword.places)
