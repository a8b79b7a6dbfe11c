"""What is known of one site's markup, and how it is read.

A rule names the elements that hold a field, best first. The first one whose words read as that field is offered; where
none does (the site changed, the page is another kind), nothing is, and the general reading stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.markdown import from_outline
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.place import join_places, read_place, without_mode
from careercoach_desktop.features.jobs.capture.salary import read_salary
from careercoach_desktop.features.jobs.capture.wording import one_line, value_of

SOURCE = "site"
CONFIDENCE = 0.92
"""Below JSON-LD, which the site means for machines, and above anything guessed from how a page looks."""
_MOST_NODES = 12
_LEAST_DESCRIPTION = 60
_TITLE_TAIL = re.compile(r"\s+-\s+job post\Z", re.IGNORECASE)
_COMPANY_EXTRA = re.compile(
    r"\A(?:at|bei|chez)\s+|\s+logo\Z|(?<=[\w.)])\s*(?:O firmie|About the company)\Z|\s+\d[.,]\d\s*★?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SiteRules:
    """CSS selectors by field. ``marks``: what only this site's posting pages have. ``asides``: what the site puts
    between the words of the ad (buttons, counters, hints)."""

    name: str
    marks: str
    title: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    work_mode: tuple[str, ...] = ()
    job_type: tuple[str, ...] = ()
    salary: tuple[str, ...] = ()
    posted_date: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    asides: str = ""
    many_places: bool = False
    """Whether several elements of one selector are several places of the job."""


def offer_site(draft: Draft, page: Page, rules: SiteRules) -> None:
    """Offers every field of the ``page`` that its site's ``rules`` find."""
    for text in _texts(page, rules.title):
        title = value_of(_TITLE_TAIL.sub("", text), most=200)
        draft.offer("title", title, SOURCE, CONFIDENCE)
    for text in _texts(page, rules.company):
        draft.offer("company", value_of(_COMPANY_EXTRA.sub("", text), most=120), SOURCE, CONFIDENCE)
    places = list(_texts(page, rules.location))
    for text in places:
        draft.offer("work_mode", terms.work_mode(text) if len(text) <= 80 else None, SOURCE, 0.8)
    labels = [label for text in places if (label := read_place(without_mode(text)))]
    draft.offer("location", join_places(labels if rules.many_places else labels[:1]), SOURCE, CONFIDENCE)
    for text in _texts(page, rules.work_mode):
        draft.offer("work_mode", terms.work_mode(text) if len(text) <= 120 else None, SOURCE, CONFIDENCE)
    for text in _texts(page, rules.job_type):
        draft.offer("job_type", terms.job_type(text) if len(text) <= 120 else None, SOURCE, CONFIDENCE)
    for text in _texts(page, rules.salary):
        salary = read_salary(text, country=page.country) if len(text) <= 250 else None
        draft.offer_salary(salary, SOURCE, CONFIDENCE)
    for name, selectors in (("posted_date", rules.posted_date), ("deadline", rules.deadline)):
        for text in _texts(page, selectors):
            draft.offer(name, read_date(text, country=page.country), SOURCE, CONFIDENCE)
    draft.offer("description", _description(page, rules.description), SOURCE, CONFIDENCE)


def asides_of(page: Page, rules: SiteRules) -> frozenset[int]:
    """The places of what the site puts between the words of the ad."""
    nodes = page.tree.css(rules.asides)[:200] if rules.asides else []
    return frozenset(place for node in nodes if (place := page.place_of(node)) >= 0)


def _texts(page: Page, selectors: tuple[str, ...]) -> Iterator[str]:
    for selector in selectors:
        for node in page.tree.css(selector)[:_MOST_NODES]:
            if text := _text(page, node):
                yield text


def _text(page: Page, node: LexborNode) -> str:
    attributes = node.attributes
    if node.tag == "time" and attributes.get("datetime"):
        return attributes["datetime"] or ""
    if node.tag in {"meta", "img"}:
        return one_line(attributes.get("content") or attributes.get("alt") or "")
    place = page.place_of(node)
    return "" if place < 0 else one_line(page.outline.all_text(place))


def _description(page: Page, selectors: tuple[str, ...]) -> str:
    """The words of all elements of the first selector that has enough of them."""
    for selector in selectors:
        parts: list[str] = []
        read_until = 0
        for node in page.tree.css(selector)[:_MOST_NODES]:
            place = page.place_of(node)
            if place < read_until:
                continue
            read_until = page.outline.ends[place]
            parts.append(from_outline(page.outline, place, page.url, page.frame_inside(place)))
        written = "\n\n".join(part for part in parts if part)
        if len(written) >= _LEAST_DESCRIPTION:
            return written
    return ""
