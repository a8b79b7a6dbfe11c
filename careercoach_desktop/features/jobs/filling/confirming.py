"""Each finding against the lines named for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.place import country_of_label, read_place
from careercoach_desktop.features.jobs.capture.salary import read_salary, salary_in_prose, with_customary_period
from careercoach_desktop.features.jobs.capture.wording import mentions, value_of
from careercoach_desktop.features.jobs.filling.findings import Fact, Pay, PostingFindings
from careercoach_desktop.features.jobs.filling.page_lines import PageLines

_LONGEST = {"title": 150, "company": 90, "location": 120}
_SHORT_LINE = 300
_MOST_ITEMS = 40
_LONGEST_ITEM = 600
_LEAST_DESCRIPTION = 80
_PART = re.compile(r"(?<=[a-z0-9])[.;]\s+|\s[|·–]\s", re.IGNORECASE)
"""Between the dates of one line: "Published 2 November 2026. Apply by 12 December 2026."."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """``values``: fields of ``Posting`` by name; ``line``: what stands on the page."""

    values: dict[str, object]
    line: str


def confirm(
    findings: PostingFindings, lines: PageLines, wanted: Collection[str], seen: date, place: str = ""
) -> dict[str, Confirmed]:
    """What of ``findings`` may fill the ``wanted`` fields, by field (``salary`` is one). ``seen``: the day the page was
    read. ``place``: where the job is, if known, for whose dollars are meant."""
    reader = _Confirming(findings, lines, seen, place)
    found = dict([*reader.words(), *reader.kinds(), *reader.days(), *reader.pay(), *reader.texts()])
    return {name: one for name, one in found.items() if name in wanted}


class _Confirming:
    def __init__(self, findings: PostingFindings, lines: PageLines, seen: date, place: str) -> None:
        self._found = findings
        self._lines = lines
        self._seen = seen
        where = self._word("location")
        self._country = country_of_label(place or (where or ""))

    def words(self) -> Iterator[tuple[str, Confirmed]]:
        """Title, company and place: as they stand there."""
        for name in _LONGEST:
            if (word := self._word(name)) is not None:
                text = read_place(word) if name == "location" else word
                yield name, Confirmed({name: text or word}, self._first(getattr(self._found, name)))

    def kinds(self) -> Iterator[tuple[str, Confirmed]]:
        """Work mode and type: what our own readers make of the line, when it is the same."""
        for name, read in (("work_mode", _work_mode), ("job_type", _job_type)):
            fact: Fact | None = getattr(self._found, name)
            for line in self._lines.named(fact.lines) if fact else ():
                kind = read(line)
                if fact is not None and kind is not None and kind == fact.value.strip().upper():
                    yield name, Confirmed({name: kind}, line)
                    break

    def days(self) -> Iterator[tuple[str, Confirmed]]:
        for name in ("posted_date", "deadline"):
            fact: Fact | None = getattr(self._found, name)
            for line in self._lines.named(fact.lines) if fact else ():
                days = {read_date(part, country=self._country, seen=self._seen) for part in _PART.split(line)}
                day = next((day for day in days if day and fact and day.isoformat() == fact.value.strip()), None)
                if day is not None:
                    yield name, Confirmed({name: day}, line)
                    break

    def pay(self) -> Iterator[tuple[str, Confirmed]]:
        told: Pay | None = self._found.salary
        for line in self._lines.named(told.lines) if told else ():
            read = read_salary(line, country=self._country) or salary_in_prose(line, country=self._country)
            if told is None or read is None or (read.minimum, read.maximum) != (told.minimum, told.maximum):
                continue
            if told.currency and read.currency != told.currency.upper():
                continue
            read = with_customary_period(read)
            values: dict[str, object] = {"salary_min": read.minimum, "salary_max": read.maximum}
            yield "salary", Confirmed(values | {"salary_currency": read.currency, "salary_period": read.period}, line)
            return

    def texts(self) -> Iterator[tuple[str, Confirmed]]:
        """Lists and the description are the page's own lines, whoever names them."""
        for name in ("requirements", "responsibilities", "benefits"):
            items = [item for item in self._lines.items(getattr(self._found, name)) if len(item) <= _LONGEST_ITEM]
            if items:
                yield name, Confirmed({name: items[:_MOST_ITEMS]}, items[0])
        ends = self._found.description
        text = self._lines.between(ends[0], ends[-1]).strip() if ends else ""
        if len(text) >= _LEAST_DESCRIPTION:
            yield "description", Confirmed({"description": text}, self._lines.named(ends[:1])[0])

    def _word(self, name: str) -> str | None:
        fact: Fact | None = getattr(self._found, name)
        text = value_of(fact.value, most=_LONGEST[name]) if fact is not None else ""
        if fact is None or not text or not mentions(" ".join(self._lines.named(fact.lines)), text):
            return None
        return text

    def _first(self, fact: Fact) -> str:
        return self._lines.named(fact.lines)[0]


def _work_mode(line: str) -> str | None:
    return terms.stated_work_mode(line) or terms.work_mode_of_title(line) or (
        terms.work_mode(line) if len(line) <= _SHORT_LINE else None
    )  # fmt: skip


def _job_type(line: str) -> str | None:
    return terms.job_type(line) if len(line) <= _SHORT_LINE else None
