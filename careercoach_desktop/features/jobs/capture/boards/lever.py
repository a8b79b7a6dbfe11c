"""Lever: ``jobs.lever.co/acme/<uuid>``; the EU region has hosts and an API of its own."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import UUID, Address, Board, Place, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, words
from careercoach_desktop.features.jobs.capture.sections import section_named

_LINK = re.compile(r"jobs\.(eu\.)?lever\.co/([A-Za-z0-9][\w.-]{0,80})")


def _place(slug: str, number: str, region: str, url: str) -> Place | None:
    if not UUID.fullmatch(number) or not slug:
        return None
    endpoint = f"https://api.{region}lever.co/v0/postings/{quoted(slug)}/{number}?mode=json"
    return Place("lever", slug, number, endpoint, url)


def _recognise(address: Address) -> Place | None:
    parts = address.parts
    if (page := address.on(r"jobs\.(eu\.)?lever\.co")) and len(parts) >= 2:
        return _place(parts[0], parts[1], page[1] or "", address.url)
    if (api := address.on(r"api\.(eu\.)?lever\.co")) and parts[:2] == ("v0", "postings") and len(parts) >= 4:
        return _place(parts[2], parts[3], api[1] or "", address.url)
    return None


def _hint(address: Address, html: str) -> Place | None:
    links = _LINK.findall(html)
    regions = {region for region, _ in links}
    number = address.named(UUID)
    if len(regions) != 1 or number not in html.lower():
        return None
    return _place(only([slug for _, slug in links]), number, regions.pop(), address.url)


def _pick(value: Any, place: Place) -> Any:
    job = record(value)
    return job if same_id(job.get("id"), place.id) else None


def _read(job: Any, place: Place, saying: Saying) -> None:
    categories = record(job.get("categories"))
    lists = [(words(part.get("text")), f"<ul>{words(part.get('content'))}</ul>") for part in records(job.get("lists"))]
    saying.title(job.get("text"))
    saying.text(
        ("", job.get("description") or job.get("descriptionPlain")),
        *lists,
        ("", job.get("salaryDescription")),
        ("", job.get("additional") or job.get("additionalPlain")),
    )
    for heading, items in lists:
        if name := section_named(heading):
            saying.items(name, items)
    saying.company_of(place.slug)
    everywhere = categories.get("allLocations")
    saying.places(everywhere if isinstance(everywhere, list) and everywhere else [categories.get("location")])
    saying.mode(job.get("workplaceType"))
    saying.kind(categories.get("commitment"))
    pay = record(job.get("salaryRange"))
    saying.pay(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval"))
    saying.posted(job.get("createdAt"))
    saying.link(job.get("hostedUrl"))


BOARD = Board("lever", _recognise, _pick, _read, _hint, ("lever.co/",))
