"""Teamtailor: ``acme.teamtailor.com/jobs/1234-engineer``, and the same on companies' own hosts.

Its feed is a JSON Feed of the newest jobs, each with a schema.org posting inside.
"""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, only
from careercoach_desktop.features.jobs.capture.boards.saying import SURE, Saying, record, records, town, words
from careercoach_desktop.features.jobs.capture.jobposting import offer_record

_NEVER = frozenset(
    ["www", "app", "api", "career", "support", "docs", "cdn", "assets", "images", "analytics", "scripts", "feeds"]
)
_CUSTOMER = re.compile(r"\b([a-z0-9][a-z0-9-]{0,62})(?:\.na)?\.teamtailor\.com\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{3,12})(?:-|\Z)")


def _place(slug: str, address: Address) -> Place | None:
    number = _NUMBER.match(address.after("jobs"))
    if not number or not slug or slug in _NEVER:
        return None
    return Place("teamtailor", slug, number[1], f"https://{address.host}/jobs.json", address.url)


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)(?:\.[a-z]{2})?\.teamtailor\.com")
    return _place(host[1], address) if host else None


def _hint(address: Address, html: str) -> Place | None:
    if not re.search(r"(?:src|href|content|action)\s*=\s*[\"']?[^\"'>]{0,300}\bteamtailor[\w-]*\.", html):
        return None
    return _place(only(_CUSTOMER.findall(html), _NEVER) or address.host, address)


def _pick(value: Any, place: Place) -> Any:
    feed = record(value)
    pattern = re.compile(rf"/jobs/{place.id}(?!\d)")
    found = [item for item in records(feed.get("items")) if pattern.search(words(item.get("url")))]
    return {"title": feed.get("title"), "items": found[:1]} if found else None


def _read(feed: Any, place: Place, saying: Saying) -> None:
    job = feed["items"][0]
    posting = record(job.get("_jobposting"))
    saying.title(job.get("title"))
    saying.text(("", job.get("content_html") or posting.get("description")))
    # the region is a continent there as often as not
    where = [record(spot.get("address")) for spot in records(posting.get("jobLocation"))]
    saying.places(town(one.get("addressLocality"), one.get("addressCountry")) for one in where)
    if posting:
        offer_record(saying.draft, posting, saying.source, SURE)
    saying.company(feed.get("title"))
    saying.company_of(place.slug)
    saying.posted(job.get("date_published"))
    saying.link(job.get("url"))


BOARD = Board("teamtailor", _recognise, _pick, _read, _hint, ("teamtailor",))
