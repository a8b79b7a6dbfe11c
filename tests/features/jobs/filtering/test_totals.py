"""What a column comes to."""

from __future__ import annotations

from careercoach_desktop.features.jobs.filtering import totals_of
from careercoach_desktop.features.jobs.model import SalaryPeriod
from careercoach_desktop.features.jobs.ui.words import totals_words
from tests.features.jobs.filtering.test_sifting import card


def test_pay_is_the_median_of_the_commonest_currency_by_the_year() -> None:
    jobs = [
        card(1, score=60, salary_min=40_000, salary_max=50_000, salary_currency="GBP"),
        card(2, score=81, salary_min=30, salary_currency="GBP", salary_period=SalaryPeriod.HOUR),
        card(3, salary_max=51_000, salary_currency="GBP"),
        card(4, salary_max=990_000, salary_currency="EUR"),
    ]
    totals = totals_of(jobs)
    assert (totals.average_match, totals.matched) == (70.5, 2)
    assert (totals.median_pay, totals.currency, totals.paying) == (51_000, "GBP", 3)
    assert totals_words(totals) == ["Average match 70, 2 of 4 matched", "Median salary £51k a year, named by 3 of 4"]


def test_nothing_is_said_of_what_nobody_knows() -> None:
    assert totals_words(totals_of([card(1)])) == []
    assert totals_words(totals_of([])) == []
