"""A summary of what the person pasted: each point must rest on words that stand there."""

from __future__ import annotations

import re

from careercoach_desktop.features.interviews.judging.answer import SummaryView
from careercoach_desktop.features.interviews.judging.research import HEADINGS, MOST_POINTS, is_private
from careercoach_desktop.features.interviews.model.brief import BriefKind, BriefPoint, BriefSection, Research
from careercoach_desktop.foundation.llm.saying import clipped

_LONGEST_POINT = 420
_LEAST_QUOTE = 8
"""Letters: shorter words stand everywhere."""
_FIGURE = re.compile(r"\d[\d.,]*")


def summary_of(view: SummaryView, pasted: str, kind: BriefKind) -> Research:
    """What stands in the text, under our headings; the rest is left out and counted."""
    headings, page = HEADINGS[kind], _flat(pasted)
    figures = {_bare(figure) for figure in _FIGURE.findall(page)}
    found: dict[str, list[BriefPoint]] = {heading: [] for heading in headings}
    dropped = 0
    for section in view.sections:
        named = (each for each in headings if each.casefold() == " ".join(section.heading.split()).casefold())
        points = found[next(named, headings[-1])]
        for point in section.points:
            text, quote = clipped(point.text, _LONGEST_POINT), _flat(point.quote)
            stands = len(quote) >= _LEAST_QUOTE and quote in page
            counted = all(_bare(figure) in figures for figure in _FIGURE.findall(text))
            private = kind is BriefKind.INTERVIEWER and is_private(text)
            if not text or not stands or not counted or private:
                dropped += 1
            elif len(points) < MOST_POINTS:
                points.append(BriefPoint(text=text))
    sections = tuple(BriefSection(title=title, points=tuple(points)) for title, points in found.items() if points)
    return Research(sections=sections, dropped=dropped)


def _flat(text: str) -> str:
    plain = text.replace("’", "'").replace("“", '"').replace("”", '"').replace("\u00ad", "")
    return " ".join(plain.casefold().split())


def _bare(figure: str) -> str:
    return re.sub(r"[.,]", "", figure)
