"""Ashby: ``jobs.ashbyhq.com/acme/<uuid>``, and sites that embed it by ``ashby_jid``. The API gives the whole board."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from careercoach_desktop.features.jobs.capture.boards.board import UUID, Address, Board, Place, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, town, words

_LINK = re.compile(r"(?:jobs\.ashbyhq\.com|ashbyhq\.com/posting-api/job-board)/([A-Za-z0-9][\w.%+-]{0,80})")


def _place(slug: str, number: str, url: str) -> Place | None:
    if not UUID.fullmatch(number) or not slug:
        return None
    endpoint = f"https://api.ashbyhq.com/posting-api/job-board/{quoted(slug)}?includeCompensation=true"
    return Place("ashby", slug, number, endpoint, url)


def _recognise(address: Address) -> Place | None:
    if not address.on(r"jobs\.ashbyhq\.com") or not address.parts:
        return None
    number = address.parts[1] if len(address.parts) >= 2 else ""
    return _place(address.parts[0], number, address.url) or _place(
        address.parts[0], address.query.get("ashby_jid", ""), address.url
    )


def _hint(address: Address, html: str) -> Place | None:
    number = address.query.get("ashby_jid", "") or address.named(UUID)
    return _place(only([unquote(slug) for slug in _LINK.findall(html)], frozenset({"api"})), number, address.url)


def _pick(value: Any, place: Place) -> Any:
    found = [job for job in records(record(value).get("jobs")) if same_id(job.get("id"), place.id)]
    return {"jobs": found[:1]} if found else None


def _read(board: Any, place: Place, saying: Saying) -> None:
    job = board["jobs"][0]
    saying.title(job.get("title"))
    saying.text(("", job.get("descriptionHtml") or job.get("descriptionPlain")))
    saying.company_of(place.slug)
    address = record(record(job.get("address")).get("postalAddress"))
    also = [one.get("location") for one in records(job.get("secondaryLocations"))]
    saying.places([job.get("location"), *also])
    parts = (address.get(name) for name in ("addressLocality", "addressRegion", "addressCountry"))
    saying.places([town(*parts)])
    saying.mode(job.get("workplaceType"))
    saying.mode_flags(remote=job.get("isRemote"))
    saying.kind(job.get("employmentType"))
    if job.get("shouldDisplayCompensationOnJobPostings") is not False:
        _read_pay(record(job.get("compensation")), saying)
    saying.posted(job.get("publishedAt"))
    saying.link(job.get("jobUrl"))


def _read_pay(compensation: dict[str, object], saying: Saying) -> None:
    tiers = [
        part for tier in records(compensation.get("compensationTiers")) for part in records(tier.get("components"))
    ]
    for part in (*records(compensation.get("summaryComponents")), *tiers):
        if words(part.get("compensationType")).lower() == "salary":
            saying.pay(part.get("minValue"), part.get("maxValue"), part.get("currencyCode"), part.get("interval"))
    saying.pay_words(compensation.get("scrapeableCompensationSalarySummary"))
    saying.pay_words(compensation.get("compensationTierSummary"))


BOARD = Board("ashby", _recognise, _pick, _read, _hint, ("ashbyhq.com/",))
