"""Workday: ``acme.wd3.myworkdayjobs.com/en-GB/Careers/job/Leeds/Engineer_R-1234``, on companies’ own hosts too.

Its pages are built by a script that asks the JSON next to them (``/wday/cxs/…``); we ask the same.
"""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, quoted
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, words

_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
_TENANT = re.compile(r"\btenant[\"']?\s*:\s*[\"']([\w-]{1,60})[\"']")
_SITE = re.compile(r"\bsiteId[\"']?\s*:\s*[\"']([\w-]{1,80})[\"']")
_NUMBER = re.compile(r"_([A-Za-z]{0,12}-?[\w-]*\d[\w-]*)\Z")


def _place(tenant: str, site: str, rest: tuple[str, ...], address: Address) -> Place | None:
    """``rest``: the path behind the site, from ``job`` (or ``details``) on."""
    if len(rest) < 2 or rest[0] not in {"job", "details"} or not tenant or not site:
        return None
    pieces = rest[1:-1] if rest[-1] == "apply" else rest[1:]
    number = _NUMBER.search(pieces[-1]) if pieces else None
    if number is None or len(pieces) > 3:
        return None
    path = "/".join(quoted(piece) for piece in (tenant, site, "job", *pieces))
    return Place("workday", tenant, number[1], f"https://{address.host}/wday/cxs/{path}", address.url)


def _from_locale(address: Address) -> tuple[str, ...]:
    """The path without a language in front."""
    parts = address.parts
    return parts[1:] if parts and _LOCALE.fullmatch(parts[0]) else parts


def _recognise(address: Address) -> Place | None:
    parts = _from_locale(address)
    if host := address.on(r"([a-z0-9_-]+)\.(?:wd\d{1,3}\.)?myworkdayjobs(?:-impl)?\.com"):
        return _place(host[1], parts[0] if parts else "", parts[1:], address)
    if address.on(r"wd\d{1,3}\.myworkdaysite\.com") and parts[:1] == ("recruiting",) and len(parts) > 3:
        return _place(parts[1], parts[2], parts[3:], address)
    return None


def _hint(address: Address, html: str) -> Place | None:
    tenants, sites = set(_TENANT.findall(html)), set(_SITE.findall(html))
    parts = _from_locale(address)
    at = next((at for at, piece in enumerate(parts) if piece in {"job", "details"}), len(parts))
    if len(tenants) != 1 or len(sites) != 1:
        return None
    return _place(tenants.pop(), sites.pop(), parts[at:], address)


def _pick(value: Any, place: Place) -> Any:
    answer = record(value)
    job = record(answer.get("jobPostingInfo"))
    # a second posting of one requisition has ``-1`` and so on behind its number
    number = words(job.get("jobReqId"))
    named = f"{words(job.get('externalUrl'))} {words(job.get('jobPostingId'))}".lower()
    if not job or not (
        place.id.lower() in named or re.fullmatch(rf"{re.escape(number)}(?:-\d+)?", place.id, re.IGNORECASE)
    ):
        return None
    return {"jobPostingInfo": job, "hiringOrganization": answer.get("hiringOrganization")}


def _read(answer: Any, place: Place, saying: Saying) -> None:
    job = answer["jobPostingInfo"]
    company = record(answer.get("hiringOrganization"))
    saying.title(job.get("title"))
    saying.text(("", job.get("jobDescription")))
    saying.company(_without_code(words(company.get("name")), place.slug))
    saying.company_link(company.get("url"))
    saying.company_of(place.slug)
    also = job.get("additionalLocations")
    saying.places([job.get("location"), *(also if isinstance(also, list) else [])])
    saying.mode(job.get("remoteType"))
    saying.kind(job.get("timeType"))
    saying.posted(job.get("startDate"))
    saying.deadline(job.get("endDate"))
    saying.closed(job.get("posted") is False or job.get("canApply") is False)
    saying.link(job.get("externalUrl"))


def _without_code(name: str, tenant: str) -> str:
    """A company's name without the number of its legal entity in front (``GB01 Acme Ltd``), unless it is called so."""
    code = re.match(r"(?=[A-Z]*\d\d)[A-Z0-9]{3,6} (?:- )?(?=\S)", name)
    return name[code.end() :] if code and not tenant.lower().startswith(code[0].strip(" -").lower()) else name


BOARD = Board("workday", _recognise, _pick, _read, _hint, ("/wday/", "siteId"))
