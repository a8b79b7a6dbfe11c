"""The order of cards: the board's own, or by one of their values with the unknown ones last, whichever way round.

Every order is a key that compares upwards, so that one card can be put into its place among a hundred thousand without
sorting them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from careercoach_desktop.features.jobs.filtering.folding import folded
from careercoach_desktop.features.jobs.filtering.pay import best_year
from careercoach_desktop.features.jobs.model import JobCard, JobStatus, JobType, SortKey

BoardKey = tuple[Any, ...]
_LAST_CHAR = 0x10FFFF
_STATUS_PLACE = {status: place for place, status in enumerate(JobStatus)}
_TYPE_PLACE: dict[JobType | None, int] = {kind: place for place, kind in enumerate(JobType)}


def board_key(card: JobCard) -> BoardKey:
    """A column's own order: by rank, then newest first."""
    return (card.rank, -card.id)


def ordering(key: SortKey, *, descending: bool = False) -> Callable[[JobCard], BoardKey]:
    """What to sort cards by. Cards that do not have the value come last both ways, equal ones in the board's order."""
    if key is SortKey.MANUAL:
        return board_key
    value_of = _VALUES[key]
    turned = _turned if descending else _straight

    def wanted(card: JobCard) -> BoardKey:
        value = value_of(card)
        if value is None or value == "":
            return (1, 0, card.rank, -card.id)
        return (0, turned(value), card.rank, -card.id)

    return wanted


def in_order(cards: Iterable[JobCard], key: SortKey, *, descending: bool = False) -> list[JobCard]:
    """All statuses as one list; by hand means column after column."""
    if key is SortKey.MANUAL:
        return sorted(cards, key=lambda card: (_STATUS_PLACE[card.status], card.rank, -card.id))
    return sorted(cards, key=ordering(key, descending=descending))


class _Complements(dict[int, int]):
    """Each letter's opposite, so that texts sort the other way round; the very last one is kept for a text's end."""

    def __missing__(self, letter: int) -> int:
        self[letter] = opposite = max(_LAST_CHAR - 1 - letter, 0)
        return opposite


_OPPOSITES = _Complements()


def _straight(value: Any) -> Any:
    return value


def _turned(value: Any) -> Any:
    return value.translate(_OPPOSITES) + chr(_LAST_CHAR) if isinstance(value, str) else -value


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _moment(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()


_VALUES: dict[SortKey, Callable[[JobCard], Any]] = {
    SortKey.TITLE: lambda card: folded(card.title),
    SortKey.COMPANY: lambda card: folded(card.company),
    SortKey.LOCATION: lambda card: folded(card.location),
    SortKey.STATUS: lambda card: _STATUS_PLACE[card.status],
    SortKey.MATCH: lambda card: card.score,
    SortKey.SALARY: best_year,
    SortKey.DEADLINE: lambda card: _day(card.deadline),
    SortKey.POSTED: lambda card: _day(card.posted),
    SortKey.ADDED: lambda card: _moment(card.created),
    SortKey.APPLIED: lambda card: _moment(card.applied),
    SortKey.ENTERED: lambda card: _moment(card.entered_column),
    SortKey.SOURCE: lambda card: folded(card.source),
    SortKey.PRIORITY: lambda card: 0 if card.priority else None,
    SortKey.TYPE: lambda card: _TYPE_PLACE.get(card.job_type),
    SortKey.TAGS: lambda card: folded(" ".join(card.tags)),
    SortKey.FOLLOW_UP: lambda card: _day(card.follow_up),
    SortKey.NEXT_INTERVIEW: lambda card: _moment(card.next_interview),
}
