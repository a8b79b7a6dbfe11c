"""A filter applied to cards. Criterion after criterion over the whole list, each with what it compares in hand: that is
several times quicker than asking every card everything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from careercoach_desktop.features.jobs.filtering.folding import folded
from careercoach_desktop.features.jobs.filtering.pay import best_year
from careercoach_desktop.features.jobs.model import Archived, Due, JobCard, JobFilter, JobStatus

WEEK, MONTH = timedelta(days=7), timedelta(days=31)

Cards = list[JobCard]


def sifted(
    cards: Iterable[JobCard], wanted: JobFilter, today: date, found: Collection[int] | None = None
) -> list[JobCard]:
    """The cards ``wanted`` lets through, in the order given. ``found``: the ids its text was found in (None when it has
    none); a set, as finding words is the database's work. ``today`` in the person's own time."""
    left = list(cards)
    for criterion in _CRITERIA:
        left = criterion(left, wanted, today)
    return left if found is None else [card for card in left if card.id in found]


def passes(card: JobCard, wanted: JobFilter, today: date, found: Collection[int] | None = None) -> bool:
    """Whether ``sifted`` would let this card through."""
    return bool(sifted([card], wanted, today, found))


def wants_attention(card: JobCard, today: date) -> bool:
    """Something is due about the job: the person chose the day, or an answer has not come for long."""
    return card.follow_up is not None and card.follow_up <= today


def _archived(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    if wanted.archived is Archived.SHOWN:
        return cards
    only = wanted.archived is Archived.ONLY
    return [card for card in cards if card.archived is only]


def _only(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(wanted.only)
    return [card for card in cards if card.id in values] if values else cards


def _status(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(wanted.statuses)
    return [card for card in cards if card.status in values] if values else cards


def _mode(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(wanted.work_modes)
    return [card for card in cards if card.work_mode in values] if values else cards


def _type(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(wanted.job_types)
    return [card for card in cards if card.job_type in values] if values else cards


def _pay(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    """Jobs that may pay so much. Pay in another currency cannot be compared, unknown pay is not enough."""
    least, currency = wanted.salary_at_least, wanted.salary_currency
    if least is None:
        return cards
    alike = [card for card in cards if not currency or card.salary_currency in {currency, ""}]
    return [card for card in alike if (best_year(card) or -1.0) >= least]


def _location(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    """Every word of the place, anywhere in it."""
    words = folded(wanted.location).split()
    if not words:
        return cards
    known: dict[str, bool] = {}  # many jobs share few places
    for card in cards:
        if card.location not in known:
            place = folded(card.location)
            known[card.location] = all(word in place for word in words)
    return [card for card in cards if known[card.location]]


def _tags(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(map(folded, wanted.tags))
    if not values:
        return cards
    known: dict[tuple[str, ...], bool] = {}
    for card in cards:
        if card.tags not in known:
            known[card.tags] = not values.isdisjoint(map(folded, card.tags))
    return [card for card in cards if known[card.tags]]


def _source(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    values = frozenset(wanted.sources)
    return [card for card in cards if card.source in values] if values else cards


def _match(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    """A job that was not matched yet is in no range."""
    if wanted.match_from is None and wanted.match_to is None:
        return cards
    low = 0 if wanted.match_from is None else wanted.match_from
    high = 100 if wanted.match_to is None else wanted.match_to
    return [card for card in cards if card.score is not None and low <= card.score <= high]


def _due(cards: Cards, wanted: JobFilter, today: date) -> Cards:
    """Deadlines matter until the person has applied; afterwards only that there was one."""
    match wanted.due:
        case None:
            return cards
        case Due.NONE:
            return [card for card in cards if card.deadline is None]
        case Due.PASSED:
            return [card for card in cards if _is_over(card, today)]
        case Due.THIS_WEEK | Due.THIS_MONTH:
            last = today + (WEEK if wanted.due is Due.THIS_WEEK else MONTH)
            return [card for card in cards if (day := _open_until(card)) is not None and today <= day <= last]


def _is_over(card: JobCard, today: date) -> bool:
    """Its day is over, or its page said so before."""
    day = _open_until(card)
    return (day is not None and day < today) or (card.closed and card.status is JobStatus.INTERESTED)


def _open_until(card: JobCard) -> date | None:
    return card.deadline if card.status is JobStatus.INTERESTED else None


def _priority(cards: Cards, wanted: JobFilter, _today: date) -> Cards:
    return [card for card in cards if card.priority] if wanted.priority else cards


def _attention(cards: Cards, wanted: JobFilter, today: date) -> Cards:
    return [card for card in cards if wants_attention(card, today)] if wanted.follow_up else cards


_CRITERIA: tuple[Callable[[Cards, JobFilter, date], Cards], ...] = (
    _only,
    _archived,
    _status,
    _mode,
    _type,
    _source,
    _priority,
    _match,
    _due,
    _attention,
    _tags,
    _location,
    _pay,
)
"""The cheap and choosy ones first."""
