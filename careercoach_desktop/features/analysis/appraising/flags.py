"""What to be wary of in a posting, and what speaks for it: wordings, contradictions, dates, what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from careercoach_desktop.features.analysis.appraising.levels import title_level
from careercoach_desktop.features.analysis.appraising.posting_text import PostingText, cut
from careercoach_desktop.features.analysis.appraising.wordings import (
    HIGHLIGHTS,
    NO_EXPERIENCE,
    RED_FLAGS,
    VAGUE_PAY,
    Wording,
)
from careercoach_desktop.features.analysis.model.job import Point, RoleLevel
from careercoach_desktop.features.jobs.model import JobType, Posting, WorkMode
from careercoach_desktop.features.matching.keywords import Demands

_MUCH_FOR_A_BEGINNER = 3
"""Years of experience."""
_OLD = 60
"""Days since it was posted."""
_YEAR = 365
_WIDE = 2.0
"""The upper end of the pay to the lower one."""
_MOST = 12
_NAMED = re.compile(r"\(.+\)")
"""The place a remote job is bound to, as it is written: “Remote (UK)”."""


def red_flags(posting: Posting, text: PostingText, demands: Demands, today: date) -> list[Point]:
    """The serious ones first; each once, with the posting's words where there are any."""
    found = [*_by_wording(text, posting), *_contradictions(posting, text, demands), *_of_dates(posting, today)]
    found += [*_unsaid(posting, text)]
    return sorted(found, key=lambda point: not point.serious)[:_MOST]


def highlights(posting: Posting, text: PostingText) -> list[Point]:
    """What speaks for it."""
    found = []
    if posting.salary_min is not None or posting.salary_max is not None:
        found.append(Point(text="It says what it pays."))
    if posting.work_mode is WorkMode.REMOTE:
        found.append(Point(text=_remote(posting)))
    for wording in HIGHLIGHTS:
        if wording.name == "home" and posting.work_mode is WorkMode.REMOTE:
            continue
        found += _first(wording, text)
    return found[:_MOST]


def _remote(posting: Posting) -> str:
    """ "Remote (EU)" is no promise to whoever lives elsewhere; how that fits the person is the match's business."""
    if _NAMED.search(posting.location):
        return f"It is remote work: {posting.location}."
    return "It is remote work."


def _by_wording(text: PostingText, posting: Posting) -> Iterator[Point]:
    for wording in RED_FLAGS:
        if wording.name == "contractor" and posting.job_type is JobType.CONTRACT:
            continue
        yield from _first(wording, text)


def _first(wording: Wording, text: PostingText) -> list[Point]:
    for sentence in text.sentences:
        said = wording.find(sentence)
        if said:
            return [Point(text=wording.text.format(said=said), quote=cut(sentence), serious=wording.serious)]
    return []


def _contradictions(posting: Posting, text: PostingText, demands: Demands) -> Iterator[Point]:
    years = demands.years
    if years is None or years.years < _MUCH_FOR_A_BEGINNER:
        return
    named = title_level(posting.title)
    if named is not None and named[0] in (RoleLevel.ENTRY, RoleLevel.INTERNSHIP):
        said = f"“{named[1]}” in the title, yet it asks for {years.years} years of experience: ask which one counts."
        yield Point(text=said, quote=cut(years.sentence))
        return
    for sentence in text.sentences:
        if (found := NO_EXPERIENCE.search(sentence)) is not None and sentence != years.sentence:
            said = f"It says “{found[0]}”, yet elsewhere asks for {years.years} years: ask which one counts."
            yield Point(text=said, quote=cut(years.sentence))
            return


def _of_dates(posting: Posting, today: date) -> Iterator[Point]:
    if posting.closed:
        yield Point(text="Its page says that it is no longer open.", serious=True)
    elif posting.deadline is not None and posting.deadline < today:
        yield Point(text=f"Its deadline, {_day(posting.deadline)}, is over: ask before you write.", serious=True)
    elif posting.posted_date is not None and (today - posting.posted_date).days > _OLD:
        days = (today - posting.posted_date).days
        ago = f"{days} days" if days < _YEAR else "more than a year"
        yield Point(text=f"It was posted {ago} ago: ask whether it is still open.")


def _unsaid(posting: Posting, text: PostingText) -> Iterator[Point]:
    low, high = posting.salary_min, posting.salary_max
    if low is None and high is None:
        yield from _first(VAGUE_PAY, text)
    elif low and high and high >= _WIDE * low:
        yield Point(text=f"The pay has a wide range, {low:,.0f} to {high:,.0f}: ask where you would begin.")
    if not posting.company.strip():
        yield Point(text="It names no company: find out who hires before you send your papers.")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
