"""Pay against what the person wants, per year; nothing is said when either side is silent or currencies differ."""

from __future__ import annotations

from careercoach_desktop.features.jobs.model import Posting, SalaryPeriod
from careercoach_desktop.features.matching.model import Part, PartKind
from careercoach_desktop.features.profile.model import Preferences

_PER_YEAR = {
    SalaryPeriod.HOUR: 2080.0,
    SalaryPeriod.DAY: 230.0,
    SalaryPeriod.WEEK: 52.0,
    SalaryPeriod.MONTH: 12.0,
    SalaryPeriod.YEAR: 1.0,
}
_NEAR = 0.9


def _period(amount: float, stated: SalaryPeriod | None) -> SalaryPeriod:
    """The period meant when the posting gives none: the size of the amount leaves little doubt."""
    if stated is not None:
        return stated
    if amount < 200:
        return SalaryPeriod.HOUR
    return SalaryPeriod.MONTH if amount < 10_000 else SalaryPeriod.YEAR


def yearly(amount: float, period: SalaryPeriod | None) -> float:
    """An amount per year."""
    return amount * _PER_YEAR[_period(amount, period)]


def _because(posting: Posting) -> str:
    amounts = [f"{value:,.0f}" for value in (posting.salary_min, posting.salary_max) if value is not None]
    period = f" per {posting.salary_period.value.lower()}" if posting.salary_period else ""
    return f"{posting.salary_currency} {' – '.join(dict.fromkeys(amounts))}{period}".strip()


def salary_part(posting: Posting, preferences: Preferences, weight: float) -> Part:
    """``fits`` when the top of the range reaches the wish, ``near`` from 90 % of it, else ``below``."""
    top = posting.salary_max if posting.salary_max is not None else posting.salary_min
    wish = preferences.salary_min
    if top is None:
        return Part(kind=PartKind.SALARY, value=None, weight=weight, text="not stated")
    because = _because(posting)
    if not wish:
        return Part(kind=PartKind.SALARY, value=None, weight=weight, text="no wish set", because=because)
    currencies = {posting.salary_currency.upper(), preferences.salary_currency.upper()} - {""}
    if len(currencies) > 1:
        return Part(kind=PartKind.SALARY, value=None, weight=weight, text="other currency", because=because)
    share = yearly(top, posting.salary_period) / wish
    if share >= 1:
        return Part(kind=PartKind.SALARY, value=1.0, weight=weight, text="fits", because=because)
    if share >= _NEAR:
        return Part(kind=PartKind.SALARY, value=share - 0.15, weight=weight, text="near", because=because)
    return Part(
        kind=PartKind.SALARY, value=max(0.0, 2 * share - 1.2), weight=weight, text="below wish", because=because
    )
