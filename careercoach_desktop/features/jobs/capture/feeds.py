"""Answers of feeds and boards we do not know by name, JSON or XML, read by the names such fields commonly have."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from careercoach_desktop.features.jobs.capture import jsonld, terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import names_job
from careercoach_desktop.features.jobs.capture.jobposting import offer_record
from careercoach_desktop.features.jobs.capture.markdown import from_markup
from careercoach_desktop.features.jobs.capture.place import place_of_record, read_place
from careercoach_desktop.features.jobs.capture.prose import offer_from_prose
from careercoach_desktop.features.jobs.capture.refusals import not_a_posting, not_single
from careercoach_desktop.features.jobs.capture.salary import Salary, read_currency, read_period, read_salary
from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.capture.wording import value_of
from careercoach_desktop.features.jobs.model import WorkMode

_SOURCE = "api"
_NAMES = {
    "title": "title jobtitle positiontitle position name text headline",
    "company": (
        "companyname company employer employername organization organizationname hiringorganization hiringorg "
        "workplacename startup agencyname"
    ),
    "location": ("location locationname joblocation city workplace locations place workplacecity jobcity offices"),
    "description": (
        "descriptionhtml description content jobdescription body descriptionplain descriptionbody fulltext "
        "purpose summary"
    ),
    "posted_date": (
        "publishedat posteddate dateposted publicationdate firstpublished createdat published pubdate "
        "startdate publicationstartdate posted"
    ),
    "deadline": ("validthrough closingdate deadline expirydate enddate applicationdeadline applicationdeadlinedate"),
    "job_type": ("employmenttype commitment jobtype type contracttype positionscheduletypecode employmenttypes"),
    "work_mode": "workplacetype locationtype remotetype workmode remotestatus",
    "salary": "salary compensation salaryrange payrange compensationtiersummary",
    "url": "joburl absoluteurl hostedurl url link applyurl guid",
}
# what is safe to take from an object inside the posting's own
_NESTED = {
    "company": ("companyname", "employername"),
    "description": ("htmlcontent", "descriptionhtml", "jobdescription", "content"),
}
_FIELDS = {name: tuple(words.split()) for name, words in _NAMES.items()}


def read_json(text: str, url: str = "") -> Draft:
    """The one posting in a JSON answer. Raises ``UserError`` (not-single-posting, not-a-posting)."""
    values = jsonld.load(text)
    records = [record for value in values for record in jsonld.walk(value)]
    marked = [record for record in records if jsonld.is_type(record, "JobPosting")]
    if marked:
        if len(marked) > 1:
            raise not_single()
        draft = Draft()
        offer_record(draft, marked[0], "json-ld", 0.95)
        offer_from_prose(draft, _SOURCE)
        return draft
    return _only(records, url)


def read_xml(text: str, url: str = "") -> Draft:
    """The one posting in an XML feed. Raises ``UserError`` (not-single-posting, not-a-posting)."""
    # entities are how XML bombs grow; no feed needs its own
    if "<!ENTITY" in text or "<!DOCTYPE" in text[:5000]:
        raise not_a_posting()
    try:
        root = ET.fromstring(re.sub(r"\A<\?xml[^>]*\?>", "", text))  # noqa: S314 - entities are refused above
    except (ET.ParseError, RecursionError, ValueError) as error:
        raise not_a_posting() from error
    records: list[jsonld.Record] = []
    for element in root.iter():
        if 3 <= len(element) <= 200:
            records.append({child.tag.rsplit("}", 1)[-1]: child.text or "" for child in element})
        if len(records) > 2_000:
            break
    return _only(records, url)


def _only(records: list[jsonld.Record], url: str) -> Draft:
    postings = [(record, score) for record in records if (score := _likeness(record)) >= 3]
    if not postings:
        raise not_a_posting()
    best = max(score for _, score in postings)
    alike = [record for record, score in postings if score >= best - 1]
    titles = {_field(record, "title") for record in alike}
    if len(alike) >= 2 and len(titles) >= 2 and len(postings) >= 2:
        raise not_single()
    draft = Draft()
    _offer(draft, max(alike, key=lambda record: len(_field(record, "description"))))
    _offer_from_around(draft, records)
    _offer_company_of_board(draft, url or draft.text("url"))
    offer_from_prose(draft, _SOURCE)
    return draft


def _likeness(record: jsonld.Record) -> int:
    title = _field(record, "title")
    if not title or len(title) > 200:
        return 0
    long = len(_field(record, "description")) >= 80
    others = sum(bool(_field(record, name)) for name in ("company", "location", "posted_date", "job_type", "url"))
    return (2 if long else 0) + min(others, 3) + (1 if names_job(title) else 0)


def _offer(draft: Draft, record: jsonld.Record) -> None:
    draft.offer("title", value_of(_field(record, "title")), _SOURCE, 0.9)
    draft.offer("company", value_of(_field(record, "company")), _SOURCE, 0.85)
    draft.offer("location", read_place(_field(record, "location")), _SOURCE, 0.85)
    draft.offer("description", from_markup(_field(record, "description")), _SOURCE, 0.9)
    draft.offer(
        "job_type", terms.job_type(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _field(record, "job_type"))), _SOURCE, 0.85
    )
    draft.offer("work_mode", terms.work_mode(_field(record, "work_mode")), _SOURCE, 0.85)
    keys = {_key(name): value for name, value in record.items()}
    if any(keys.get(name) is True for name in ("isremote", "remote", "fullyremote")):
        draft.offer("work_mode", WorkMode.REMOTE, _SOURCE, 0.85)
    for name in ("posted_date", "deadline"):
        draft.offer(name, read_date(_field(record, name)), _SOURCE, 0.85)
    draft.offer_salary(
        _pay(keys.get("salary") or keys.get("compensation")) or read_salary(_field(record, "salary")), _SOURCE, 0.8
    )
    draft.offer("url", without_tracking(_field(record, "url")), _SOURCE, 0.7)


def _pay(value: object) -> Salary | None:
    """Pay from an object such as ``{"min": 50000, "max": 70000, "currency": "EUR", "period": "year"}``."""
    if not isinstance(value, dict):
        return None
    keys = {_key(name): part for name, part in value.items()}
    low, high = (
        next(
            (float(part) for name in names if isinstance(part := keys.get(name), (int, float)) and 0 < part < 1e10),
            None,
        )
        for names in (
            ("min", "minvalue", "from", "salarymin", "minimum"),
            ("max", "maxvalue", "to", "salarymax", "maximum"),
        )
    )
    if low is None and high is None:
        return None
    unit = keys.get("period") or keys.get("interval") or keys.get("unit")
    return Salary(low, high, read_currency(str(keys.get("currency") or "")), read_period(str(unit)) if unit else None)


def _offer_from_around(draft: Draft, records: list[jsonld.Record]) -> None:
    """Facts that an answer with one posting keeps beside it, under names that can mean nothing else."""
    for record in records[:500]:
        keys = {_key(name): value for name, value in record.items()}
        for word in ("hiringorganization", "hiringorg", "companyname", "employername", "organizationname"):
            draft.offer("company", value_of(_words(keys.get(word), place=False)), _SOURCE, 0.6)
        for word in ("joblocation", "workplace", "locations", "hiringorg"):
            draft.offer("location", _town(keys.get(word)), _SOURCE, 0.6)
        for word in ("publicationstartdate", "publisheddate", "dateposted", "publicationdate"):
            draft.offer("posted_date", read_date(_words(keys.get(word), place=False)), _SOURCE, 0.6)
        for word in ("applicationdeadline", "applicationdeadlinedate", "closingdate", "publicationenddate"):
            draft.offer("deadline", read_date(_words(keys.get(word), place=False)), _SOURCE, 0.6)


def _town(value: object) -> str:
    """The town and country in an address object, whatever its level."""
    value = value[0] if isinstance(value, list) and value else value
    for _ in range(2):
        if isinstance(value, dict):
            keys = {_key(name): part for name, part in value.items()}
            town = _words(keys.get("city") or keys.get("town") or keys.get("addresslocality"), place=False)
            country = _words(keys.get("country") or keys.get("addresscountry"), place=False)
            if town:
                return read_place(f"{town}, {country}" if country else town)
            value = keys.get("address") or keys.get("location")
    return ""


def _offer_company_of_board(draft: Draft, url: str) -> None:
    """The company in the address of a hosted board, e.g. ``jobs.ashbyhq.com/acme/…``; a guess from its spelling."""
    found = re.match(
        r"https?://(?:jobs\.ashbyhq\.com|jobs\.(?:eu\.)?lever\.co|(?:job-)?boards(?:\.eu)?\.greenhouse\.io"
        r"|apply\.workable\.com|(?:jobs|careers)\.smartrecruiters\.com)/([\w.-]+)",
        url,
    )
    if found and not found[1].startswith("embed"):
        name = found[1].replace("-", " ").replace("_", " ")
        draft.offer("company", name if any(char.isupper() for char in name) else name.title(), "guess", 0.5)


def _field(record: jsonld.Record, name: str) -> str:
    nested = [value for value in record.values() if isinstance(value, dict)][:30]
    for level in (record, *nested) if name in {"company", "description"} else (record,):
        keys = {_key(key): value for key, value in level.items()}
        words = _FIELDS[name] if level is record else _NESTED[name]
        for word in words:
            if text := _words(keys.get(word), place=name == "location"):
                return text
    return ""


def _key(name: object) -> str:
    return re.sub(r"[^a-z]", "", str(name).lower())


def _words(value: object, *, place: bool) -> str:
    for _ in range(3):
        if isinstance(value, list):
            value = next((item for item in value if item), "")
        if isinstance(value, dict):
            if place and (label := place_of_record(value)):
                return label
            keys = {_key(name): part for name, part in value.items()}
            value = keys.get("name") or keys.get("title") or keys.get("label") or keys.get("text") or ""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
