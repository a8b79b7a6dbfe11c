"""A board's answer, taken apart safely and handed to the module of its board."""

from __future__ import annotations

import json
import re
from enum import Enum
from itertools import islice
from xml.etree import ElementTree as ET

from careercoach_desktop.features.jobs.capture.boards.board import Answer, Board, Place
from careercoach_desktop.features.jobs.capture.boards.finding import place_of
from careercoach_desktop.features.jobs.capture.boards.saying import Saying
from careercoach_desktop.features.jobs.capture.boards.table import BOARDS
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.jsonld import walk
from careercoach_desktop.features.jobs.capture.markdown import escape
from careercoach_desktop.features.jobs.capture.place import country_of_label
from careercoach_desktop.features.jobs.capture.prose import offer_from_prose
from careercoach_desktop.features.jobs.capture.refusals import not_single
from careercoach_desktop.features.jobs.capture.urls import site_of, without_tracking
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.encoding import decode_page

_BY_NAME = {board.name: board for board in BOARDS}
_OWN_ADDRESS = (
    "absolute_url",
    "hostedUrl",
    "jobUrl",
    "postingUrl",
    "careers_url",
    "externalUrl",
    "jobOpeningShareUrl",
    "url",
)
_MOST_RECORDS = 2_000
_FACTS = (
    ("Company", "company"),
    ("Location", "location"),
    ("Work mode", "work_mode"),
    ("Job type", "job_type"),
    ("Posted", "posted_date"),
    ("Deadline", "deadline"),
)


def read_answer(data: bytes, place: Place, charset: str) -> Answer:
    """See the package's ``read_answer``."""
    board = _BY_NAME.get(place.board)
    if board is None:
        raise _useless(place.label)
    picked = board.pick(_parsed(board, place, data, charset), place)
    if picked is None:
        raise _useless(place.label)
    draft = Draft()
    draft.values["board_id"] = place.key
    board.read(picked, place, Saying(draft, board.name))
    if not (draft.has("title") and draft.has("description")):
        raise _useless(place.label)
    draft.values.setdefault("url", without_tracking(place.url))
    draft.values["source"] = site_of(place.url)
    offer_from_prose(draft, board.name, country_of_label(draft.text("location")))
    posting = draft.posting()
    return Answer(posting, _written(picked), readable(posting))


def read_saved(text: str) -> Posting | None:
    """The posting in an answer saved as a file, when it names its own address on a board we know; else None.

    Raises ``UserError`` not-single-posting when it names several.
    """
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    places: dict[str, Place] = {}
    for record in islice(walk(value), _MOST_RECORDS):
        for name in _OWN_ADDRESS:
            link = record.get(name)
            place = place_of(link) if isinstance(link, str) else None
            if place is not None:
                places[place.key] = place
    if len(places) > 1:
        raise not_single()
    if not places:
        return None
    try:
        return read_answer(text.encode(), next(iter(places.values())), "utf-8").posting
    except UserError:
        return None


def _parsed(board: Board, place: Place, data: bytes, charset: str) -> object:
    text = decode_page(data, charset).strip().lstrip("\ufeff")
    try:
        if board.xml:
            # entities are how XML bombs grow; no board's answer needs its own
            if "<!ENTITY" in text or "<!DOCTYPE" in text[:5000]:
                raise _useless(place.label)
            return ET.fromstring(re.sub(r"\A<\?xml[^>]*\?>", "", text))  # noqa: S314 - entities are refused above
        return json.loads(text, strict=False)
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise _useless(place.label) from error


def _written(picked: object) -> bytes:
    if isinstance(picked, ET.Element):
        return bytes(ET.tostring(picked, encoding="utf-8"))
    return json.dumps(picked, ensure_ascii=False).encode("utf-8", errors="replace")


def readable(posting: Posting) -> str:
    """What the answer says, as Markdown for reading offline: a page a person would have seen."""
    facts = []
    for label, name in _FACTS:
        value = getattr(posting, name)
        if value:
            said = value.value.replace("_", " ").capitalize() if isinstance(value, Enum) else str(value)
            facts.append(f"- {label}: {escape(said)}")
    if posting.salary_min is not None or posting.salary_max is not None:
        bounds = dict.fromkeys(f"{bound:,.0f}" for bound in (posting.salary_min, posting.salary_max) if bound)
        per = f" per {posting.salary_period.value.lower()}" if posting.salary_period else ""
        facts.append(f"- Salary: {' to '.join(bounds)} {posting.salary_currency}".rstrip() + per)
    return "\n\n".join(part for part in (f"# {escape(posting.title)}", "\n".join(facts), posting.description) if part)


def _useless(label: str) -> UserError:
    return UserError(
        f"{label} gave no answer that holds this posting.", "Paste the posting’s text instead.", code="board-answer"
    )
