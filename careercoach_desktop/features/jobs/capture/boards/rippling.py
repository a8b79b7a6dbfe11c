"""Rippling: ``ats.rippling.com/acme/jobs/<uuid>``, with or without a language before the company."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import UUID, Address, Board, Place, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, number, record, records, words

_LINK = re.compile(r"ats\.rippling\.com/(?:[a-z]{2}-[A-Z]{2}/)?([A-Za-z0-9][\w-]{0,80})/jobs\b")


def _place(slug: str, posting: str, url: str) -> Place | None:
    if not UUID.fullmatch(posting) or not slug:
        return None
    endpoint = f"https://api.rippling.com/platform/api/ats/v1/board/{quoted(slug)}/jobs/{posting}"
    return Place("rippling", slug, posting, endpoint, url)


def _recognise(address: Address) -> Place | None:
    if not address.on(r"ats\.rippling\.com"):
        return None
    at = address.parts.index("jobs") if "jobs" in address.parts[1:3] else 0
    return _place(address.parts[at - 1], address.after("jobs"), address.url) if at else None


def _hint(address: Address, html: str) -> Place | None:
    posting = address.named(UUID)
    return _place(only(_LINK.findall(html)), posting, address.url) if posting in html.lower() else None


def _pick(value: Any, place: Place) -> Any:
    job = record(value)
    return job if same_id(job.get("uuid") or job.get("id"), place.id) else None


def _read(job: Any, place: Place, saying: Saying) -> None:
    told = job.get("description")
    parts = record(told)
    ordered = [
        parts.get("role"),
        parts.get("company"),
        *(text for name, text in parts.items() if name not in {"role", "company"}),
    ]
    saying.title(job.get("name"))
    saying.text(*(("", text) for text in (ordered if parts else [told])))
    saying.company(job.get("companyName"))
    saying.company_of(place.slug)
    places = job.get("workLocations")
    saying.places(places if isinstance(places, list) else [job.get("workLocation")])
    contract = record(job.get("employmentType"))
    saying.kind(contract.get("id"), contract.get("label"))
    _read_pay(records(job.get("payRangeDetails")), saying)
    saying.posted(job.get("createdOn"))
    saying.link(job.get("url"))


def _read_pay(ranges: list[dict[str, object]], saying: Saying) -> None:
    """One range per place; those in the first one's currency and period are taken together."""
    alike = [one for one in ranges if _unit(one) == _unit(ranges[0])]
    lows = [low for one in alike if (low := number(one.get("rangeStart")))]
    highs = [high for one in alike if (high := number(one.get("rangeEnd")))]
    if alike:
        saying.pay(min(lows, default=0), max(highs, default=0), *_unit(alike[0]))


def _unit(pay: dict[str, object]) -> tuple[str, str]:
    return words(pay.get("currency")), words(pay.get("frequency"))


BOARD = Board("rippling", _recognise, _pick, _read, _hint, ("ats.rippling.com/",))
