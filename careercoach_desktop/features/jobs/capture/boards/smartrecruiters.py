"""SmartRecruiters: ``jobs.smartrecruiters.com/Acme/743999123-engineer``; postings have a number and a UUID."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import UUID, Address, Board, Place, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, town, words

_NUMBER = re.compile(r"\d{9,20}")
_LINK = re.compile(
    r"(?:(?:jobs|careers)\.smartrecruiters\.com|api\.smartrecruiters\.com/v1/companies)/([A-Za-z0-9][\w-]{0,80})"
)
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def _place(slug: str, piece: str, url: str) -> Place | None:
    found = _NUMBER.match(piece) or UUID.match(piece)
    if not found or not slug:
        return None
    endpoint = f"https://api.smartrecruiters.com/v1/companies/{quoted(slug)}/postings/{found[0]}"
    return Place("smartrecruiters", slug, found[0], endpoint, url)


def _recognise(address: Address) -> Place | None:
    parts = address.parts
    if address.on(r"(?:jobs|careers)\.smartrecruiters\.com") and len(parts) >= 2:
        if parts[0] == "oneclick-ui":
            return _place(address.after("company"), address.after("publication"), address.url)
        return _place(parts[0], parts[1], address.url)
    if address.on(r"api\.smartrecruiters\.com") and parts[:2] == ("v1", "companies") and len(parts) >= 5:
        return _place(parts[2], parts[4], address.url)
    return None


def _hint(address: Address, html: str) -> Place | None:
    number = address.named(_NUMBER) or address.named(UUID)
    slug = only(_LINK.findall(html), frozenset({"oneclick-ui", "assets", "sr-jobs"}))
    return _place(slug, number, address.url) if number in html else None


def _pick(value: Any, place: Place) -> Any:
    job = record(value)
    return job if same_id(job.get("id"), place.id) or same_id(job.get("uuid"), place.id) else None


def _read(job: Any, place: Place, saying: Saying) -> None:
    sections = record(record(job.get("jobAd")).get("sections"))
    parts = [record(sections.get(name)) for name in _SECTIONS]
    saying.title(job.get("name"))
    saying.text(*((part.get("title"), part.get("text")) for part in parts))
    saying.items("requirements", record(sections.get("qualifications")).get("text"))
    saying.company(job.get("company"))
    saying.company_of(place.slug)
    where = record(job.get("location"))
    country = words(where.get("country"))
    plain = town(where.get("city"), where.get("region"), country.upper() if len(country) == 2 else country)
    saying.places([where.get("fullLocation") or plain])
    saying.mode_flags(remote=where.get("remote"), hybrid=where.get("hybrid"))
    saying.kind(job.get("typeOfEmployment"))
    pay = record(job.get("compensation"))
    saying.pay(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("period"))
    saying.posted(job.get("releasedDate"))
    saying.closed(job.get("active") is False)
    saying.link(job.get("postingUrl"))
    saying.board_id("smartrecruiters", place.slug, job.get("id"))


BOARD = Board("smartrecruiters", _recognise, _pick, _read, _hint, ("smartrecruiters.com/",))
