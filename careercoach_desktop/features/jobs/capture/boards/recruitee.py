"""Recruitee: ``acme.recruitee.com/o/engineer``, and the same on companies' own hosts. The API gives the whole board."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, only, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, town, words

_NEVER = frozenset(
    ["www", "app", "api", "docs", "support", "status", "help", "careers", "cdn", "static", "assets", "blog", "jobs"]
)
_CUSTOMER = re.compile(r"([a-z0-9][a-z0-9-]{0,62})\.recruitee\.com\b", re.IGNORECASE)


def _place(slug: str, host: str, address: Address) -> Place | None:
    name = address.after("o")
    if not name or not slug or slug in _NEVER:
        return None
    return Place("recruitee", slug, name, f"https://{host}/api/offers/", address.url)


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)\.recruitee\.com")
    return _place(host[1], address.host, address) if host else None


def _hint(address: Address, html: str) -> Place | None:
    if not re.search(r"(?:src|href|content)\s*=\s*[\"']?[^\"'>]{0,300}recruitee|recruiteecdn|\"recruitee", html):
        return None
    return _place(only(_CUSTOMER.findall(html), _NEVER) or address.host, address.host, address)


def _pick(value: Any, place: Place) -> Any:
    def is_it(offer: dict[str, object]) -> bool:
        links = (words(offer.get("careers_url")), words(offer.get("url")))
        return (
            same_id(offer.get("slug"), place.id)
            or same_id(offer.get("id"), place.id)
            or any(link.rstrip("/").lower().endswith(f"/o/{place.id}".lower()) for link in links)
            or any(
                same_id(said.get("slug"), place.id)
                for said in records(list(record(offer.get("translations")).values()))
            )
        )

    found = [offer for offer in records(record(value).get("offers")) if is_it(offer)]
    return {"offers": found} if len(found) == 1 else None


def _read(board: Any, place: Place, saying: Saying) -> None:
    job = board["offers"][0]
    saying.title(job.get("title") or job.get("position"))
    saying.text(("", job.get("description")), ("Requirements", job.get("requirements")))
    saying.items("requirements", job.get("requirements"))
    saying.company(job.get("company_name"))
    saying.company_of(place.slug)
    places = [town(one.get("city"), one.get("state"), one.get("country")) for one in records(job.get("locations"))]
    saying.places(places)
    saying.places([job.get("location") or town(job.get("city"), job.get("country"))])
    saying.mode_flags(remote=job.get("remote"), hybrid=job.get("hybrid"), onsite=job.get("on_site"))
    saying.kind(job.get("employment_type_code"))
    pay = record(job.get("salary"))
    saying.pay(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("period"))
    saying.posted(job.get("published_at"))
    saying.deadline(job.get("close_at"))
    saying.link(job.get("careers_url"))
    saying.board_id("recruitee", place.slug, job.get("id"))


BOARD = Board("recruitee", _recognise, _pick, _read, _hint, ("recruitee",))
