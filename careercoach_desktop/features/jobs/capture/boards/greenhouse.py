"""Greenhouse: ``boards.greenhouse.io/acme/jobs/4012``, its EU hosts, and the many sites that embed it by ``gh_jid``.

One API serves the boards of both regions.
"""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place, is_name, only, quoted, same_id
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, records, words

_PAGES = r"(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io"
_API = r"boards-api(?:\.eu)?\.greenhouse\.io|api\.greenhouse\.io"
_NUMBER = re.compile(r"\d{4,20}")
_CUSTOMER = re.compile(
    r"greenhouse\.io/(?:embed/job_(?:board|app)(?:/js)?/?\?[^\"'\s<>]{0,300}?\bfor=|v1/boards/|(?!embed\b|v1\b|assets\b))"
    r"([A-Za-z0-9_-]{1,80})"
)
_NEVER = frozenset({"embed", "v1", "assets", "users", "favicon", "careers-widgets"})
_MODE_FIELDS = re.compile(r"work ?place|remote|work (?:mode|model|type|arrangement)|location type", re.IGNORECASE)
_TYPE_FIELDS = re.compile(r"(?:employment|job|contract|position|time|commitment)[ _-]?type|commitment", re.IGNORECASE)


def _place(slug: str, number: str, url: str) -> Place | None:
    if not _NUMBER.fullmatch(number) or not is_name(slug) or slug.lower() in _NEVER:
        return None
    endpoint = f"https://boards-api.greenhouse.io/v1/boards/{quoted(slug)}/jobs/{number}?pay_transparency=true"
    return Place("greenhouse", slug, number, endpoint, url)


def _recognise(address: Address) -> Place | None:
    parts, query = address.parts, address.query
    if address.on(_API) and parts[:2] == ("v1", "boards") and len(parts) >= 5 and parts[3] == "jobs":
        return _place(parts[2], parts[4], address.url)
    if not address.on(_PAGES) or not parts:
        return None
    if parts[0] == "embed":
        return _place(query.get("for", ""), query.get("token") or query.get("gh_jid", ""), address.url)
    number = parts[2] if len(parts) >= 3 and parts[1] == "jobs" else query.get("gh_jid", "")
    return _place(parts[0], number, address.url)


def _hint(address: Address, html: str) -> Place | None:
    html = html.replace("&amp;", "&")
    number = address.query.get("gh_jid", "")
    if not number:
        linked = set(re.findall(r"greenhouse\.io/[^\"'\s<>]{0,300}?(?:jobs/|token=|gh_jid=)(\d{4,20})", html))
        number = address.named(_NUMBER)
        number = number if number in linked else ""
    return _place(only(_CUSTOMER.findall(html), _NEVER), number, address.url)


def _pick(value: Any, place: Place) -> Any:
    job = record(value)
    return job if same_id(job.get("id"), place.id) else None


def _read(job: Any, place: Place, saying: Saying) -> None:
    saying.title(job.get("title"))
    saying.text(("", job.get("content")))
    saying.company(job.get("company_name"))
    saying.company_of(place.slug)
    saying.places([job.get("location")])
    saying.places(office.get("location") or office.get("name") for office in records(job.get("offices")))
    for note in records(job.get("metadata")):
        value = note.get("value")
        value = value[0] if isinstance(value, list) and value else value
        if _MODE_FIELDS.search(words(note.get("name"))):
            saying.mode(value)
        elif _TYPE_FIELDS.search(words(note.get("name"))):
            saying.kind(value)
    _read_pay(records(job.get("pay_input_ranges")), saying)
    saying.posted(job.get("first_published"))
    saying.deadline(job.get("application_deadline"))
    saying.link(job.get("absolute_url"))


def _read_pay(ranges: list[dict[str, object]], saying: Saying) -> None:
    """Boards give one range per region; those in the first one's currency and period are taken together."""
    if not ranges:
        return
    currency, period = words(ranges[0].get("currency_type")), _period(ranges[0])
    alike = [one for one in ranges if words(one.get("currency_type")) == currency and _period(one) == period]
    cents = [
        [cent for one in alike if isinstance(cent := one.get(name), (int, float)) and cent > 0]
        for name in ("min_cents", "max_cents")
    ]
    low, high = min(cents[0], default=0) / 100, max(cents[1], default=0) / 100
    saying.pay(low, high, currency, period)


def _period(pay: dict[str, object]) -> str:
    title = words(pay.get("title"))
    found = re.search(r"hour|annual|year|month", title, re.IGNORECASE)
    return {"annual": "year"}.get(found[0].lower(), found[0].lower()) if found else ""


BOARD = Board("greenhouse", _recognise, _pick, _read, _hint, ("greenhouse.io/",))
