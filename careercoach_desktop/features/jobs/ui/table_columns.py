"""The columns of the table: what each is called, says, sorts by, and how wide it wants to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus, SalaryPeriod, SortKey
from careercoach_desktop.features.jobs.ui.folding import folded
from careercoach_desktop.features.jobs.ui.words import (
    TYPE_WORDS,
    deadline_words,
    place_words,
    salary_words,
    short_date,
    status_word,
    tr,
    wants_follow_up,
)


class TableColumn(StrEnum):
    """In the order a newcomer sees; the values are what views and the window's memory keep."""

    TITLE = "TITLE"
    COMPANY = "COMPANY"
    STATUS = "STATUS"
    MATCH = "MATCH"
    LOCATION = "LOCATION"
    TYPE = "TYPE"
    SALARY = "SALARY"
    DEADLINE = "DEADLINE"
    APPLIED = "APPLIED"
    ADDED = "ADDED"
    TAGS = "TAGS"
    PRIORITY = "PRIORITY"
    SOURCE = "SOURCE"
    FOLLOW_UP = "FOLLOW_UP"


COLUMNS = tuple(TableColumn)
EDITABLE = frozenset({TableColumn.STATUS, TableColumn.PRIORITY, TableColumn.TAGS, TableColumn.DEADLINE})
HIDDEN_AT_FIRST = (TableColumn.TYPE, TableColumn.APPLIED, TableColumn.SOURCE, TableColumn.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """``least`` and ``width`` in pixels; ``grows`` takes its share of what is left over."""

    title: str
    width: int
    least: int
    grows: int = 0
    best_first: bool = False
    """The first click on its head puts the highest on top."""
    sort: SortKey | None = None
    """What a saved view calls this order."""


LOOKS: dict[TableColumn, ColumnLook] = {
    TableColumn.TITLE: ColumnLook("Title", 250, 180, grows=3, sort=SortKey.TITLE),
    TableColumn.COMPANY: ColumnLook("Company", 150, 110, grows=1, sort=SortKey.COMPANY),
    TableColumn.STATUS: ColumnLook("Status", 166, 132, sort=SortKey.STATUS),
    TableColumn.MATCH: ColumnLook("Match", 72, 66, best_first=True, sort=SortKey.MATCH),
    TableColumn.LOCATION: ColumnLook("Place", 156, 110, grows=1, sort=SortKey.LOCATION),
    TableColumn.TYPE: ColumnLook("Type", 96, 80),
    TableColumn.SALARY: ColumnLook("Salary", 118, 92, best_first=True, sort=SortKey.SALARY),
    TableColumn.DEADLINE: ColumnLook("Deadline", 118, 100, sort=SortKey.DEADLINE),
    TableColumn.APPLIED: ColumnLook("Applied", 84, 76, best_first=True, sort=SortKey.APPLIED),
    TableColumn.ADDED: ColumnLook("Added", 84, 76, best_first=True, sort=SortKey.ADDED),
    TableColumn.TAGS: ColumnLook("Tags", 150, 96, grows=1),
    TableColumn.PRIORITY: ColumnLook("Priority", 78, 70, best_first=True, sort=SortKey.PRIORITY),
    TableColumn.SOURCE: ColumnLook("Source", 130, 90, sort=SortKey.SOURCE),
    TableColumn.FOLLOW_UP: ColumnLook("Follow-up", 108, 92),
}


def column_title(column: TableColumn) -> str:
    return tr(LOOKS[column].title)


# What a cell says ------------------------------------------------------------------------------------------------


def cell_words(card: JobCard, column: TableColumn, today: date) -> str:
    """The whole text of a cell, however little of it there is room for; empty when nothing is known."""
    return _WORDS[column](card, today)


def spoken_cell(card: JobCard, column: TableColumn, today: date) -> str:
    """The cell for a screen reader, which reads the column's head itself."""
    if column is TableColumn.TITLE:
        doubt = tr("being read") if card.capture == CaptureState.READING else card.problem
        return ", ".join(part for part in (card.title, doubt) if part)
    if column is TableColumn.PRIORITY:
        return tr("priority") if card.priority else tr("no priority")
    return cell_words(card, column, today) or tr("not known")


def follow_up_words(card: JobCard, today: date) -> str:
    """``12 Dec``, or what to do when nobody answered for a week."""
    if card.follow_up is not None:
        return tr("Today") if card.follow_up == today else short_date(card.follow_up, today)
    return tr("Follow up") if wants_follow_up(card, today) else ""


def is_near(card: JobCard, today: date) -> bool:
    """Whether the deadline asks for something soon: a week or less, and not applied for yet."""
    return (
        card.deadline is not None and card.status == JobStatus.INTERESTED and 0 <= (card.deadline - today).days <= 7
    )


def _deadline(card: JobCard, today: date) -> str:
    if card.deadline is None:
        return ""
    return deadline_words(card.deadline, today) if is_near(card, today) else short_date(card.deadline, today)


def _moment(moment: datetime | None, today: date) -> str:
    return "" if moment is None else short_date(moment.astimezone().date(), today)


def _company(card: JobCard, _today: date) -> str:
    return tr("Reading…") if card.capture == CaptureState.READING else card.company


_WORDS: dict[TableColumn, Callable[[JobCard, date], str]] = {
    TableColumn.TITLE: lambda card, _today: card.title,
    TableColumn.COMPANY: _company,
    TableColumn.STATUS: lambda card, _today: status_word(card.status),
    TableColumn.MATCH: lambda card, _today: "" if card.score is None else str(card.score),
    TableColumn.LOCATION: lambda card, _today: place_words(card.location, card.work_mode),
    TableColumn.TYPE: lambda card, _today: tr(TYPE_WORDS[card.job_type]) if card.job_type else "",
    TableColumn.SALARY: lambda card, _today: salary_words(card),
    TableColumn.DEADLINE: _deadline,
    TableColumn.APPLIED: lambda card, today: _moment(card.applied, today),
    TableColumn.ADDED: lambda card, today: _moment(card.created, today),
    TableColumn.TAGS: lambda card, _today: ", ".join(card.tags),
    TableColumn.PRIORITY: lambda card, _today: tr("Priority") if card.priority else "",
    TableColumn.SOURCE: lambda card, _today: card.source,
    TableColumn.FOLLOW_UP: follow_up_words,
}


# What a column sorts by ------------------------------------------------------------------------------------------

_PLACES = {status: place for place, status in enumerate(JobStatus)}
_A_YEAR = {
    SalaryPeriod.HOUR: 1_800.0,
    SalaryPeriod.DAY: 220.0,
    SalaryPeriod.WEEK: 46.0,
    SalaryPeriod.MONTH: 12.0,
    SalaryPeriod.YEAR: 1.0,
}


def sort_value(card: JobCard, column: TableColumn) -> Any:
    """What cards are compared by, upwards; None when the card does not have it."""
    return _VALUES[column](card)


def in_order(cards: Sequence[JobCard], column: TableColumn, *, descending: bool) -> list[JobCard]:
    """Cards without a value come last either way; equal ones stay as they were."""
    value_of, known, unknown = _VALUES[column], [], []
    for card in cards:
        value = value_of(card)
        if value is None or value == "":
            unknown.append(card)
        else:
            known.append((value, card))
    known.sort(key=_first, reverse=descending)
    return [card for _value, card in known] + unknown


def _first(pair: tuple[Any, JobCard]) -> Any:
    return pair[0]


def _year_pay(card: JobCard) -> float | None:
    best = card.salary_max if card.salary_max is not None else card.salary_min
    return None if best is None else best * _A_YEAR[card.salary_period or SalaryPeriod.YEAR]


_VALUES: dict[TableColumn, Callable[[JobCard], Any]] = {
    TableColumn.TITLE: lambda card: folded(card.title),
    TableColumn.COMPANY: lambda card: folded(card.company),
    TableColumn.STATUS: lambda card: _PLACES[card.status],
    TableColumn.MATCH: lambda card: card.score,
    TableColumn.LOCATION: lambda card: folded(place_words(card.location, card.work_mode)),
    TableColumn.TYPE: lambda card: card.job_type.value if card.job_type else None,
    TableColumn.SALARY: _year_pay,
    TableColumn.DEADLINE: lambda card: card.deadline,
    TableColumn.APPLIED: lambda card: card.applied,
    TableColumn.ADDED: lambda card: card.created,
    TableColumn.TAGS: lambda card: folded(" ".join(card.tags)),
    TableColumn.PRIORITY: lambda card: True if card.priority else None,
    TableColumn.SOURCE: lambda card: folded(card.source),
    TableColumn.FOLLOW_UP: lambda card: card.follow_up,
}


# How wide --------------------------------------------------------------------------------------------------------


def shared_widths(
    shown: Sequence[TableColumn], room: int, chosen: Mapping[TableColumn, int] | None = None
) -> dict[TableColumn, int]:
    """What each column gets of ``room`` pixels; those whose width a person chose keep it.

    The others shrink towards their least width together when there is too little room, and share what is left over.
    """
    fixed = dict(chosen or {})
    widths = {column: fixed.get(column, LOOKS[column].width) for column in shown}
    free = [column for column in shown if column not in fixed]
    over = sum(widths.values()) - room
    if over > 0:
        give = {column: LOOKS[column].width - LOOKS[column].least for column in free}
        share = min(1.0, over / max(sum(give.values()), 1))
        for column in free:
            widths[column] -= round(give[column] * share)
    elif free:
        growing = [column for column in free if LOOKS[column].grows] or free[:1]
        parts = sum(LOOKS[column].grows or 1 for column in growing)
        for column in growing:
            widths[column] += -over * (LOOKS[column].grows or 1) // parts
        widths[growing[0]] += max(room - sum(widths.values()), 0)
    return widths
