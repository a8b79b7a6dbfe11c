"""BambooHR: ``acme.bamboohr.com/careers/42``."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.jobs.capture.boards.board import Address, Board, Place
from careercoach_desktop.features.jobs.capture.boards.saying import Saying, record, town, words
from careercoach_desktop.features.jobs.model import WorkMode

_NEVER = frozenset({"www", "app", "api", "partners", "documentation", "help"})
_MODES = {"0": WorkMode.ONSITE, "1": WorkMode.REMOTE, "2": WorkMode.HYBRID}


def _recognise(address: Address) -> Place | None:
    host = address.on(r"([a-z0-9-]+)\.bamboohr\.(?:com|co\.uk)")
    number = address.after("careers") or address.query.get("id", "")
    if not host or host[1] in _NEVER or not re.fullmatch(r"\d{1,12}", number):
        return None
    return Place("bamboohr", host[1], number, f"https://{address.host}/careers/{number}/detail", address.url)


def _pick(value: Any, place: Place) -> Any:
    # the opening itself carries no number: its own address does
    job = record(record(record(value).get("result")).get("jobOpening"))
    link = words(job.get("jobOpeningShareUrl"))
    others = not link or re.search(rf"\b{place.id}\b", link)
    return {"result": {"jobOpening": job}} if job and others else None


def _read(answer: Any, place: Place, saying: Saying) -> None:
    job = answer["result"]["jobOpening"]
    saying.title(job.get("jobOpeningName"))
    saying.text(("", job.get("description")))
    saying.company_of(place.slug)
    for name in ("location", "atsLocation"):
        where = record(job.get(name))
        country = where.get("addressCountry") or where.get("country")
        saying.places([town(where.get("city"), where.get("state") or where.get("province"), country)])
    mode = _MODES.get(words(job.get("locationType")))
    saying.mode(mode.value if mode else "")
    saying.kind(job.get("employmentStatusLabel"))
    saying.pay_words(job.get("compensation"))
    saying.posted(job.get("datePosted"))
    saying.link(job.get("jobOpeningShareUrl"))


BOARD = Board("bamboohr", _recognise, _pick, _read)
