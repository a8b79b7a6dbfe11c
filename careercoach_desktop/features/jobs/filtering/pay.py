"""Pay made comparable: what an hour, a day, a week or a month comes to in a year of full-time work.

Currencies are never converted: a rate would be a guess, and tomorrow a wrong one.
"""

from __future__ import annotations

from careercoach_desktop.features.jobs.model import JobCard, SalaryPeriod

IN_A_YEAR = {
    SalaryPeriod.HOUR: 2080,
    SalaryPeriod.DAY: 260,
    SalaryPeriod.WEEK: 52,
    SalaryPeriod.MONTH: 12,
    SalaryPeriod.YEAR: 1,
}
"""Forty hours, five days, fifty-two weeks."""


def best_year(card: JobCard) -> float | None:
    """The most the job may pay in a year, in its own currency; an amount without a period is a year's."""
    amount = card.salary_max if card.salary_max is not None else card.salary_min
    return None if amount is None else amount * IN_A_YEAR[card.salary_period or SalaryPeriod.YEAR]


def middle_year(card: JobCard) -> float | None:
    """The middle of what the job may pay in a year, in its own currency."""
    ends = [amount for amount in (card.salary_min, card.salary_max) if amount is not None]
    return sum(ends) / len(ends) * IN_A_YEAR[card.salary_period or SalaryPeriod.YEAR] if ends else None
