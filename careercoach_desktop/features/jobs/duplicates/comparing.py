"""Two vacancies side by side: one job or two, and the reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from careercoach_desktop.features.jobs.capture.wording import folded
from careercoach_desktop.features.jobs.duplicates.companies import company_key
from careercoach_desktop.features.jobs.duplicates.places import compatible_places
from careercoach_desktop.features.jobs.duplicates.titles import TitleLikeness, compare_titles
from careercoach_desktop.features.jobs.model.duplicate import Likeness


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What is compared of a job. ``addresses``: every address it is known by, without tracking parameters."""

    title: str
    company: str
    location: str = ""
    job_type: str | None = None
    board_id: str = ""
    addresses: frozenset[str] = frozenset()


class Verdict(NamedTuple):
    likeness: Likeness
    reason: str


def compare(one: Vacancy, other: Vacancy) -> Verdict | None:
    """None when they are two jobs as far as anybody can tell."""
    if one.addresses & other.addresses:
        return Verdict(Likeness.SAME, "the same address")
    if one.board_id and one.board_id == other.board_id:
        return Verdict(Likeness.SAME, "the same posting of its job board")
    if not company_key(one.company) or company_key(one.company) != company_key(other.company):
        return None
    if one.job_type and other.job_type and one.job_type != other.job_type:
        return None
    place = compatible_places(one.location, other.location)
    if place is False:
        return None
    aside = frozenset(folded(f"{one.location} {other.location} {one.company} {other.company}").split())
    titles = compare_titles(one.title, other.title, aside)
    if titles is TitleLikeness.DIFFERENT:
        return None
    return Verdict(Likeness.LIKELY, _reason(titles, is_placed=place is True))


def _reason(titles: TitleLikeness, *, is_placed: bool) -> str:
    if titles is TitleLikeness.EQUAL:
        return "same company, place and title" if is_placed else "same company and title"
    return "same company and place, almost the same title" if is_placed else "same company, almost the same title"
