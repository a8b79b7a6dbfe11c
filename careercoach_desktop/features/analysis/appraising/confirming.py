"""Claude's view of a posting, held against the posting: a remark about it must quote it, and the quotation must stand
there. What stands nowhere is dropped and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from careercoach_desktop.features.analysis.appraising.answer import FigureView, Fit, JobView, Quoted
from careercoach_desktop.features.analysis.appraising.posting_text import PostingText, cut
from careercoach_desktop.features.analysis.model.job import (
    Author,
    Figure,
    FigureKind,
    JobAnalysis,
    LevelFound,
    Point,
    SkillAsked,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.llm.saying import clipped, line_of

MOST = 8
MOST_SKILLS = 20
_LONGEST_VERDICT = 600
_LONGEST_SKILL = 60
_BY = Author.CLAUDE

T = TypeVar("T")


def confirmed(view: JobView, posting: Posting, *, with_resume: bool) -> JobAnalysis:
    """``with_resume``: Claude was given a résumé to compare; without one its figures mean nothing."""
    text = PostingText.of(posting)
    dropped = 0

    def borne(said: Iterable[Quoted], make: Callable[[Quoted], T | None]) -> list[T]:
        nonlocal dropped
        found = []
        for each in said:
            made = make(each) if text.bears(each.quote) else None
            if made is None:
                dropped += 1
            else:
                found.append(made)
        return found

    level = view.level
    levels = [] if level is None else borne([Quoted(text=level.text, quote=level.quote)], lambda said: LevelFound(
        level=level.level, text=clipped(said.text), quote=cut(said.quote), by=_BY))  # fmt: skip
    return JobAnalysis(
        verdict=clipped(view.verdict, _LONGEST_VERDICT),
        levels=levels,
        responsibilities=borne(view.responsibilities, _point)[:MOST],
        required=borne(view.required, _skill)[:MOST_SKILLS],
        preferred=borne(view.preferred, _skill)[:MOST_SKILLS],
        red_flags=borne(view.red_flags, _point)[:MOST],
        highlights=borne(view.highlights, _point)[:MOST],
        figures=[*_figures(view.fit)] if with_resume and view.fit is not None else [],
        gaps=borne(view.gaps, _point)[:MOST] if with_resume else [],
        recommendations=[*_unquoted(view.recommendations)] if with_resume else [],
        salary_guess=clipped(view.salary_guess),
        tips=[*_unquoted(view.tips)],
        dropped=dropped,
    )


def _point(said: Quoted) -> Point | None:
    text = clipped(said.text)
    return Point(text=text, quote=cut(said.quote), by=_BY) if text else None


def _skill(said: Quoted) -> SkillAsked | None:
    term = line_of(said.text, _LONGEST_SKILL)
    return SkillAsked(term=term, quote=cut(said.quote), by=_BY) if term else None


def _figures(fit: Fit) -> Iterator[Figure]:
    for kind, said in (
        (FigureKind.OVERALL, fit.overall),
        (FigureKind.SKILLS, fit.skills),
        (FigureKind.EXPERIENCE, fit.experience),
    ):
        yield Figure(kind=kind, value=_value(said), text=clipped(said.text), by=_BY)


def _value(said: FigureView) -> int | None:
    """None, too, while an answer is still being written."""
    score: int | None = said.score
    return score if score is not None and 0 <= score <= 100 else None


def _unquoted(said: Iterable[str]) -> Iterator[Point]:
    """Advice rests on no words of the posting; what is no sentence or brings an address is left out."""
    texts = [text for each in said if (text := clipped(each))]
    yield from (Point(text=text, by=_BY) for text in dict.fromkeys(texts[:MOST]))
