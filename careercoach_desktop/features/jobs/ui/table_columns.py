"""The columns of the table: what each is called, says, sorts by, and how wide it wants to be."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus, SortKey
from careercoach_desktop.features.jobs.ui.meeting_words import interview_words
from careercoach_desktop.features.jobs.ui.words import (
    TYPE_WORDS,
    deadline_words,
    place_words,
    salary_words,
    short_date,
    status_word,
    tr,
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
    NEXT_INTERVIEW = "NEXT_INTERVIEW"


COLUMNS = tuple(TableColumn)
EDITABLE = frozenset({TableColumn.STATUS, TableColumn.PRIORITY, TableColumn.TAGS, TableColumn.DEADLINE})


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """``least`` and ``width`` in pixels; ``grows`` takes its share of what is left over."""

    title: str
    width: int
    least: int
    grows: int = 0
    best_first: bool = False
    """The first click on its head puts the highest on top."""


LOOKS: dict[TableColumn, ColumnLook] = {
    TableColumn.TITLE: ColumnLook("Title", 250, 160, grows=3),
    TableColumn.COMPANY: ColumnLook("Company", 150, 98, grows=1),
    TableColumn.STATUS: ColumnLook("Status", 164, 150),
    TableColumn.MATCH: ColumnLook("Match", 80, 76, best_first=True),
    TableColumn.LOCATION: ColumnLook("Place", 156, 104, grows=1),
    TableColumn.TYPE: ColumnLook("Type", 96, 80),
    TableColumn.SALARY: ColumnLook("Salary", 124, 104, best_first=True),
    TableColumn.DEADLINE: ColumnLook("Deadline", 124, 116),
    TableColumn.APPLIED: ColumnLook("Applied", 80, 72, best_first=True),
    TableColumn.ADDED: ColumnLook("Added", 76, 66, best_first=True),
    TableColumn.TAGS: ColumnLook("Tags", 150, 92, grows=1),
    TableColumn.PRIORITY: ColumnLook("Priority", 76, 66, best_first=True),
    TableColumn.SOURCE: ColumnLook("Found at", 130, 90),
    TableColumn.FOLLOW_UP: ColumnLook("Follow-up", 108, 92),
    TableColumn.NEXT_INTERVIEW: ColumnLook("Next interview", 136, 112),
}


def sort_key(column: TableColumn) -> SortKey:
    """What a saved view calls the order of this column."""
    return SortKey(column.value)


def column_of(key: SortKey) -> TableColumn | None:
    """The column that shows this order; None for the board's own and for what has no column."""
    return TableColumn(key.value) if key.value in set(TableColumn) else None


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
    """``12 Dec``, or ``Today``; empty when nothing is to be done about the job."""
    if card.follow_up is None:
        return ""
    return tr("Today") if card.follow_up == today else short_date(card.follow_up, today)


def is_near(card: JobCard, today: date) -> bool:
    """Whether the deadline asks for something soon: a week or less, and not applied for yet."""
    return card.deadline is not None and card.status == JobStatus.INTERESTED and 0 <= (card.deadline - today).days <= 7


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
    TableColumn.NEXT_INTERVIEW: interview_words,
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
            widths[column] -= math.ceil(give[column] * share)
    elif free:
        growing = [column for column in free if LOOKS[column].grows] or free[:1]
        parts = sum(LOOKS[column].grows or 1 for column in growing)
        for column in growing:
            widths[column] += -over * (LOOKS[column].grows or 1) // parts
        widths[growing[0]] += max(room - sum(widths.values()), 0)
    return widths
