"""A schema.org JobPosting record, from whichever notation, into the fields of a posting."""

from __future__ import annotations

import html as entities
import re
from datetime import date

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.jsonld import Record
from careercoach_desktop.features.jobs.capture.markdown import from_markup, is_markup
from careercoach_desktop.features.jobs.capture.place import country_of_record, has_town, join_places, place_of_record
from careercoach_desktop.features.jobs.capture.salary import (
    Salary,
    read_currency,
    read_number,
    read_period,
    read_salary,
)
from careercoach_desktop.features.jobs.capture.sections import items_of
from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.capture.wording import folded, same, value_of
from careercoach_desktop.features.jobs.model import JobType, WorkMode

_EXTRA_SECTIONS = (
    ("Responsibilities", "responsibilities", ("responsibilities",)),
    ("Requirements", "requirements", ("qualifications", "experienceRequirements", "educationRequirements")),
    ("Skills", "requirements", ("skills",)),
    ("Benefits", "benefits", ("jobBenefits", "benefits")),
)
_LISTS = {
    "FULL_TIME": JobType.FULL_TIME,
    "PART_TIME": JobType.PART_TIME,
    "CONTRACTOR": JobType.CONTRACT,
    "TEMPORARY": JobType.TEMPORARY,
    "INTERN": JobType.INTERNSHIP,
}
_TELLING = ("@value", "name", "description", "value", "credentialCategory")
"""Where a record that stands for words keeps them."""
_BOARDS_TEXT = re.compile(r"\A(?:confidential|anonymous|undisclosed)\Z", re.IGNORECASE)


_WIDEST = 30
"""Times the least that a job pays at most; what is wider says nothing."""

VAGUE = 0.55
"""How sure a place is that says too little."""


def offer_record(draft: Draft, record: Record, source: str, confidence: float) -> None:
    """Offers everything a JobPosting ``record`` says. ``source``: json-ld, microdata or rdfa."""

    def offer(name: str, value: object) -> None:
        draft.offer(name, value, source, confidence)  # type: ignore[arg-type]  # each caller below gives the field's own type

    offer("title", title_of(record))
    organisation = record.get("hiringOrganization") or record.get("hiringorganization")
    offer("company", _name(organisation))
    offer("company_url", _company_url(organisation))
    places = _list(record.get("jobLocation"))
    country = country_of_record(places)
    remote = "telecommute" in folded(_words(record.get("jobLocationType")))
    # where applicants may live is asked only of those who work from there
    anywhere = not places and bool(record.get("applicantLocationRequirements"))
    if remote or anywhere:
        draft.offer("work_mode", WorkMode.REMOTE, source, confidence if remote else VAGUE)
    place = _location(record, places, remote=remote or anywhere)
    if not same(place, _name(organisation)):
        # a bare country or postcode is true, but a page that names the town knows more
        vague = not remote and not any(has_town(one) for one in places)
        draft.offer("location", place, source, VAGUE if vague else confidence)
    offer("job_type", _job_type(record.get("employmentType")))
    draft.offer_salary(_salary(record, country), source, confidence)
    offer("posted_date", read_date(_words(record.get("datePosted")), country=country))
    offer("deadline", read_date(_words(record.get("validThrough")), country=country))
    _offer_text(draft, record, source, confidence)


def is_over(record: Record, seen: date | None) -> bool:
    """Whether the record gave a last day that had passed on the day the page was seen."""
    last = read_date(_words(record.get("validThrough")))
    return seen is not None and last is not None and last < seen


def title_of(record: Record) -> str:
    """A record's title without markup."""
    return _clean(_words(record.get("title") or record.get("name")))


def url_of(record: Record) -> str:
    """The address a record gives for itself, plain; empty when there is none."""
    url = record.get("url") or record.get("mainEntityOfPage") or record.get("@id")
    if isinstance(url, dict):
        url = url.get("@id") or url.get("url")
    return without_tracking(url) if isinstance(url, str) else ""


def _offer_text(draft: Draft, record: Record, source: str, confidence: float) -> None:
    """The description with the sections a record keeps apart appended, and those sections as lists."""
    main = from_markup(_words(record.get("description")))
    parts = [main] if main else []
    for heading, name, keys in _EXTRA_SECTIONS:
        texts = list(dict.fromkeys(text for key in keys for text in _texts(record.get(key))))
        written = "\n\n".join(from_markup(text) for text in texts)
        if not written:
            continue
        if folded(written)[:200] not in folded(main):
            parts.append(f"## {heading}\n\n{written}")
        items = items_of(written)
        # bare keywords, or one line of them, say less than a list in the description
        scant = heading == "Skills" or len(items) <= 2
        draft.offer(name, items, source, 0.5 if scant else confidence)
    draft.offer("description", "\n\n".join(parts), source, confidence)


def _location(record: Record, places: list[object], *, remote: bool) -> str:
    labels = [place_of_record(place) for place in places]
    if not remote:
        return join_places(labels)
    towns = [label for place, label in zip(places, labels, strict=True) if has_town(place)]
    if towns:
        return join_places(towns)
    # A remote job's bare countries are where applicants may live; many of them are no location.
    wider = labels or [place_of_record(place) for place in _list(record.get("applicantLocationRequirements"))]
    return join_places(wider) if len(wider) <= 3 else ""


def _job_type(value: object) -> JobType | None:
    words = [word for item in _list(value) for word in re.split(r"[,;|/]", _words(item)) if word.strip()]
    known = [_LISTS.get(re.sub(r"[\s-]+", "_", word.strip().upper())) or terms.job_type(word) for word in words]
    named = [kind for kind in known if kind is not None]
    return JobType.FULL_TIME if JobType.FULL_TIME in named else next(iter(named), None)


def _salary(record: Record, country: str) -> Salary | None:
    for pay in _list(record.get("baseSalary")):
        salary = _monetary(pay, _words(record.get("salaryCurrency")), country)
        if salary is not None:
            return salary
    return None


def _monetary(pay: object, currency: str, country: str) -> Salary | None:
    if isinstance(pay, (int, float)) and not isinstance(pay, bool):
        return _bounded(float(pay), float(pay), currency, country, "")
    if isinstance(pay, str):
        written = read_salary(pay, country=country, bare=True)
        if written is not None and not written.currency:
            return Salary(written.minimum, written.maximum, read_currency(currency, country), written.period)
        return written
    if not isinstance(pay, dict):
        return None
    currency = _words(pay.get("currency") or pay.get("salaryCurrency")) or currency
    value = next(iter(_list(pay.get("value"))), None)
    holder = value if isinstance(value, dict) else pay
    currency = currency or _words(holder.get("currency"))
    unit = _words(
        holder.get("unitText")
        or holder.get("unitCode")
        or pay.get("unitText")
        or pay.get("unitCode")
        or pay.get("duration")
    )
    low, high = _figure(holder.get("minValue")), _figure(holder.get("maxValue"))
    if low is not None or high is not None:
        return _bounded(low, high, currency, country, unit)
    single = holder.get("value")
    figure = _figure(single)
    if figure is not None:
        # one figure is what the job pays at least; its ceiling is not said
        return _bounded(figure, None, currency, country, unit)
    written = read_salary(_words(single), country=country, bare=True)
    return written and Salary(
        written.minimum,
        written.maximum,
        written.currency or read_currency(currency, country),
        written.period or read_period(unit),
    )


def _bounded(low: float | None, high: float | None, currency: str, country: str, unit: str) -> Salary | None:
    low, high = low or None, high or None
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and high is not None and high >= _WIDEST * low:
        return None  # from 1 to 1,000,000: a form that had to be filled in
    if max(low or 0, high or 0) <= 0 or min(low or 1, high or 1) < 0 or max(low or 0, high or 0) > 1e10:
        return None
    return Salary(low, high, read_currency(currency, country), read_period(unit) if unit else None)


def _figure(value: object) -> float | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if abs(value) < 1e12 else None
    return read_number(value) if isinstance(value, str) else None


def _company_url(organisation: object) -> str:
    first = next(iter(_list(organisation)), None)
    if not isinstance(first, dict):
        return ""
    for key in ("sameAs", "url"):
        for value in _list(first.get(key)):
            if isinstance(value, str) and (url := without_tracking(value)):
                return url
    return ""


def _name(value: object) -> str:
    first = next(iter(_list(value)), None)
    if isinstance(first, dict):
        first = first.get("name") or first.get("legalName")
    name = _clean(_words(first))
    return "" if _BOARDS_TEXT.match(name) or name.startswith(("http://", "https://")) else name


def _clean(text: str) -> str:
    for _ in range(2):
        text = entities.unescape(text)
    return value_of(re.sub(r"<[^<>]{0,300}>", " ", text) if is_markup(text) or "<" in text else text)


def _texts(value: object) -> list[str]:
    return [text for item in _list(value) if (text := _words(item).strip())]


def _list(value: object) -> list[object]:
    return value[:200] if isinstance(value, list) else [] if value is None else [value]


def _words(value: object) -> str:
    """The words of a value that may be a string, a number, a record with a name or description, or a list of these."""
    for _ in range(4):
        if isinstance(value, list):
            value = next((item for item in value if item), "")
        if isinstance(value, dict):
            value = next((value[key] for key in _TELLING if value.get(key)), "")
    if isinstance(value, bool):
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else ""
