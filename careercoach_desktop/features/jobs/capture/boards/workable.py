"""Workable: ``apply.workable.com/acme/j/1A2B3C4D5E``. The API gives the whole board."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, is_name, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, town

_CODE = re.compile(r"\b[0-9A-F]{10}\b", re.IGNORECASE)
_NEVER = frozenset({"www", "apply", "jobs", "help", "api", "careers-page", "resources", "support", "id", "view", "j"})
_CUSTOMER = re.compile(
    r"apply\.workable\.com/(?:api/v\d/(?:widget/)?accounts/)?(?!api/|j/)([a-z0-9][\w-]{0,80})"
    r"|//(?!apply\.)([a-z0-9][a-z0-9-]{0,62})\.workable\.com\b",
    re.IGNORECASE,
)


def _place(slug: str, code: str, url: str) -> Place | None:
    if not re.fullmatch(r"[0-9A-Za-z]{8,12}", code) or not is_name(slug) or slug.lower() in _NEVER:
        return None
    endpoint = f"https://apply.workable.com/api/v1/widget/accounts/{quoted(slug)}?details=true"
    return Place("workable", slug, code, endpoint, url)


def _recognise(address: Address) -> Place | None:
    code = address.after("j")
    if address.on(r"apply\.workable\.com") and len(address.parts) >= 3:
        return _place(address.parts[0], code, address.url)
    if host := address.on(r"([a-z0-9-]+)\.workable\.com"):
        return _place(host[1], code or address.after("jobs"), address.url)
    return None


def _hint(address: Address, html: str) -> Place | None:
    names = [one or other for one, other in _CUSTOMER.findall(html)]
    code = address.named(_CODE)
    return _place(only(names, _NEVER), code, address.url) if code in html.lower() else None


def _pick(value: Any, place: Place) -> Any:
    board = record(value)
    found = [job for job in records(board.get("jobs")) if same_id(job.get("shortcode"), place.id)]
    # a job in several towns may stand there once for each
    return {"name": board.get("name"), "jobs": found} if found else None


def _read(board: Any, place: Place, saying: Saying) -> None:
    job = board["jobs"][0]
    saying.title(job.get("title"))
    saying.text(
        ("", job.get("description")), ("Requirements", job.get("requirements")), ("Benefits", job.get("benefits"))
    )
    saying.items("requirements", job.get("requirements"))
    saying.items("benefits", job.get("benefits"))
    saying.company(board.get("name"))
    saying.company_of(place.slug)
    several = [one for each in board["jobs"] for one in records(each.get("locations")) if one.get("hidden") is not True]
    saying.places(town(one.get("city"), one.get("region"), one.get("country")) for one in several)
    saying.places(town(each.get("city"), each.get("state"), each.get("country")) for each in board["jobs"])
    saying.mode(job.get("workplace_type"))
    saying.mode_flags(remote=job.get("telecommuting"))
    saying.kind(job.get("employment_type"))
    saying.pay(job.get("salary_min"), job.get("salary_max"), job.get("salary_currency"), "")
    saying.posted(job.get("published_on") or job.get("created_at"))
    saying.link(job.get("url"))


BOARD = Board("workable", _recognise, _pick, _read, _hint, ("workable.com",))
