"""Pinpoint: ``acme.pinpointhq.com/en/postings/<uuid>``, and the same on companies' own hosts. One answer for the whole
board, with every part of the text in a field of its own."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import UUID, Address, Board, Place, only
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, town, words

_NEVER = frozenset({"www", "app", "api", "support", "help", "docs", "assets", "cdn"})
_CUSTOMER = re.compile(r"\b([a-z0-9][a-z0-9-]{0,62})\.pinpointhq\.com\b", re.IGNORECASE)
_SECTIONS = (
    ("description", ""),
    ("key_responsibilities", "responsibilities"),
    ("skills_knowledge_expertise", "requirements"),
    ("benefits", "benefits"),
)


def _place(slug: str, address: Address) -> Place | None:
    number = address.after("postings")
    if not UUID.fullmatch(number) or not slug or slug in _NEVER:
        return None
    return Place("pinpoint", slug, number, f"https://{address.host}/postings.json", address.url)


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)\.pinpointhq\.com")
    return _place(host[1], address) if host else None


def _hint(address: Address, html: str) -> Place | None:
    return _place(only(_CUSTOMER.findall(html), _NEVER) or address.host, address)


def _pick(value: Any, place: Place) -> Any:
    def is_it(job: dict[str, object]) -> bool:
        return any(place.id.lower() in words(job.get(name)).lower() for name in ("url", "path"))

    found = [job for job in records(record(value).get("data")) if is_it(job)]
    return {"data": found} if len(found) == 1 else None


def _read(board: Any, place: Place, saying: Saying) -> None:
    job = board["data"][0]
    saying.title(job.get("title"))
    saying.text(*((job.get(f"{name}_header"), job.get(name)) for name, _ in _SECTIONS))
    for name, field in _SECTIONS[1:]:
        saying.items(field, job.get(name))
    saying.company_of(place.slug)
    where = record(job.get("location"))
    saying.places([where.get("name") or town(where.get("city"), where.get("province"))])
    saying.mode(job.get("workplace_type") or job.get("workplace_type_text"))
    saying.kind(job.get("employment_type"), job.get("employment_type_text"))
    if job.get("compensation_visible") is not False:
        pay = (job.get(f"compensation_{name}") for name in ("minimum", "maximum", "currency", "frequency"))
        saying.pay(*pay)
        saying.pay_words(job.get("compensation"))
    saying.posted(job.get("published_at"))
    saying.deadline(job.get("deadline_at"))
    saying.link(job.get("url"))


BOARD = Board("pinpoint", _recognise, _pick, _read, _hint, ("pinpointhq.com",))
