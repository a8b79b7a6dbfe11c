"""Personio: ``acme.jobs.personio.de/job/1234`` (or ``.com``). The feed gives the whole board, in XML."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, only, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying

_NUMBER = re.compile(r"(?<!\d)\d{4,12}(?!\d)")
_CUSTOMER = re.compile(r"\b([a-z0-9][a-z0-9-]{0,62})\.jobs\.personio\.(de|com)\b", re.IGNORECASE)
_TYPES = {
    "intern": "internship",
    "trainee": "internship",
    "freelance": "freelance",
    "working_student": "part time",
    "fixed_term": "temporary",
}


def _place(slug: str, ending: str, number: str, address: Address) -> Place | None:
    if not re.fullmatch(r"\d{1,12}", number) or not slug:
        return None
    language = address.query.get("language", "")
    asked = f"?language={language}" if re.fullmatch(r"[a-z]{2}", language) else ""
    return Place("personio", slug, number, f"https://{slug}.jobs.personio.{ending}/xml{asked}", address.url)


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)\.jobs\.personio\.(de|com)")
    return _place(host[1], host[2], address.after("job"), address) if host else None


def _hint(address: Address, html: str) -> Place | None:
    found = _CUSTOMER.findall(html)
    endings = {ending.lower() for _, ending in found}
    number = address.named(_NUMBER)
    if len(endings) != 1 or not re.search(rf"/job/{number}\b", html):
        return None
    return _place(only([slug for slug, _ in found]).lower(), endings.pop(), number, address)


def _pick(feed: Any, place: Place) -> Any:
    found = [position for position in feed.iter("position") if same_id(_said(position, "id"), place.id)]
    if not found:
        return None
    kept = ET.Element(feed.tag)
    kept.append(found[0])
    return kept


def _read(feed: Any, place: Place, saying: Saying) -> None:
    job = feed.find("position")
    parts = [(_said(part, "name"), _said(part, "value")) for part in job.iterfind("jobDescriptions/jobDescription")]
    saying.title(_said(job, "name"))
    saying.text(*parts)
    saying.company(_said(job, "subcompany"))
    saying.company_of(place.slug)
    saying.places([_said(job, "office"), *(office.text for office in job.iterfind("additionalOffices/office"))])
    contract = _said(job, "employmentType").replace("-", "_").lower()
    saying.kind(_TYPES.get(contract, ""), _said(job, "schedule").replace("full-or-part-time", "full time"), contract)
    pay = job.find("salaryInformation")
    if pay is not None:
        saying.pay(*(_said(pay, name) for name in ("min", "max", "currencyCode", "type")))
    saying.posted(_said(job, "createdAt"))


def _said(element: ET.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


BOARD = Board("personio", _recognise, _pick, _read, _hint, (".jobs.personio.",), xml=True)
