"""Breezy: ``acme.breezy.hr/p/0123456789ab-engineer``. One answer for the whole board."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, town, words

_NEVER = frozenset({"www", "app", "api", "developer", "assets-cdn", "gallery-cdn", "help"})


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)\.breezy\.hr")
    number = re.match(r"[0-9a-f]{8,32}(?=-|\Z)", address.after("p"), re.IGNORECASE)
    if not host or host[1] in _NEVER or not number:
        return None
    return Place("breezy", host[1], number[0], f"https://{address.host}/json?verbose=true", address.url)


def _pick(value: Any, place: Place) -> Any:
    def is_it(job: dict[str, object]) -> bool:
        return same_id(job.get("id"), place.id) or f"/p/{place.id}" in words(job.get("url"))

    return [job for job in records(value) if is_it(job)][:1] or None


def _read(board: Any, place: Place, saying: Saying) -> None:
    job = board[0]
    saying.title(job.get("name"))
    saying.text(("", job.get("description")))
    saying.company(job.get("company"))
    saying.company_of(place.slug)
    places = [record(job.get("location")), *records(job.get("locations"))]
    saying.places(
        where.get("name") or town(where.get("city"), where.get("state"), where.get("country")) for where in places
    )
    saying.mode_flags(remote=places[0].get("is_remote"))
    saying.kind(job.get("type"))
    saying.pay_words(job.get("salary"))
    saying.posted(job.get("published_date"))
    saying.link(job.get("url"))


BOARD = Board("breezy", _recognise, _pick, _read)
