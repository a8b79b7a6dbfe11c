"""What can honestly be said about pay: what the posting names, what the person wishes, what their other jobs name."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from careercoach_desktop.features.analysis.model.job import Pay, Point
from careercoach_desktop.features.jobs.model import JobCard, Posting, SalaryPeriod
from careercoach_desktop.features.matching.scoring.salary import yearly
from careercoach_desktop.features.profile.model import Preferences

LEAST_OTHERS = 3
"""With fewer other jobs nothing is compared: two are no market."""
_PERIODS = {
    SalaryPeriod.HOUR: "an hour",
    SalaryPeriod.DAY: "a day",
    SalaryPeriod.WEEK: "a week",
    SalaryPeriod.MONTH: "a month",
    SalaryPeriod.YEAR: "a year",
}


def pays_of(cards: Sequence[JobCard], but: int, currency: str) -> list[Pay]:
    """What the other jobs pay a year that name it in this currency."""
    return [
        Pay(card.id, yearly(low, card.salary_period), yearly(high, card.salary_period))
        for card in cards
        if card.id != but
        and card.salary_currency.upper() == currency.upper()
        and (low := _either(card.salary_min, card.salary_max)) is not None
        and (high := _either(card.salary_max, card.salary_min)) is not None
    ]


def usual_currency(posting: Posting, preferences: Preferences, cards: Sequence[JobCard]) -> str:
    """The posting's, else the wish's, else what most other jobs name; empty when none does."""
    if posting.salary_currency or preferences.salary_currency:
        return (posting.salary_currency or preferences.salary_currency).upper()
    named = [card.salary_currency.upper() for card in cards if card.salary_currency]
    return max(sorted(set(named)), key=named.count, default="")


def salary_points(posting: Posting, preferences: Preferences, others: Sequence[Pay], currency: str) -> list[Point]:
    """Each a sentence; nothing is guessed."""
    low, high = _either(posting.salary_min, posting.salary_max), _either(posting.salary_max, posting.salary_min)
    if low is None or high is None:
        return [Point(text="The posting names no pay."), *_market(others, currency)]
    period = _PERIODS[posting.salary_period] if posting.salary_period else ""
    said = f"The posting names {_money(low, high, posting.salary_currency)} {period}".strip()
    points = [Point(text=f"{said}.")]
    year = (yearly(low, posting.salary_period), yearly(high, posting.salary_period))
    points += _wish(year, posting, preferences)
    if len(others) >= LEAST_OTHERS:
        points.append(Point(text=_beside(year, others)))
    return points


def _wish(year: tuple[float, float], posting: Posting, preferences: Preferences) -> list[Point]:
    wish = preferences.salary_min
    currencies = {posting.salary_currency.upper(), preferences.salary_currency.upper()} - {""}
    if not wish or len(currencies) > 1:
        return []
    wished = _money(wish, wish, preferences.salary_currency or posting.salary_currency)
    if year[0] >= wish:
        return [Point(text=f"All of it reaches your wish of {wished} a year.")]
    if year[1] >= wish:
        return [Point(text=f"Its upper end reaches your wish of {wished} a year: aim for it.")]
    return [Point(text=f"It stays below your wish of {wished} a year.")]


def _beside(year: tuple[float, float], others: Sequence[Pay]) -> str:
    middle = (year[0] + year[1]) / 2
    below = sum((other.low + other.high) / 2 < middle for other in others)
    where = "all" if below == len(others) else "none" if not below else str(below)
    return f"Its middle is above that of {where} of your {len(others)} other jobs here that name their pay."


def _market(others: Sequence[Pay], currency: str) -> list[Point]:
    if len(others) < LEAST_OTHERS:
        return []
    middle = median((other.low + other.high) / 2 for other in others)
    low, high = min(other.low for other in others), max(other.high for other in others)
    said = f"Your {len(others)} other jobs here that name theirs pay {_money(low, high, currency)} a year; "
    return [Point(text=f"{said}the middle one {_money(middle, middle, currency)}.")]


def _money(low: float, high: float, currency: str) -> str:
    amount = f"{low:,.0f}" if round(low) == round(high) else f"{low:,.0f} to {high:,.0f}"
    return f"{currency} {amount}".strip()


def _either(first: float | None, second: float | None) -> float | None:
    return first if first is not None else second
