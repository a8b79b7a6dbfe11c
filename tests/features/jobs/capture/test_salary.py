"""Pay, as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.capture.salary import (
    Salary,
    read_number,
    read_salary,
    salary_in_prose,
    salary_in_title,
    with_customary_period,
)
from careercoach_desktop.features.jobs.model import SalaryPeriod

YEAR, MONTH, DAY, HOUR = SalaryPeriod.YEAR, SalaryPeriod.MONTH, SalaryPeriod.DAY, SalaryPeriod.HOUR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$90,000 - $110,000 per year", Salary(90_000, 110_000, "USD", YEAR)),
        ("$60,000.00/year to $80,000.00/year", Salary(60_000, 80_000, "USD", YEAR)),
        ("45.000 € bis 60.000 € brutto/Jahr", Salary(45_000, 60_000, "EUR", YEAR)),
        ("3.500,00 € monatlich", Salary(3_500, 3_500, "EUR", MONTH)),
        ("45k€ à 55k€", Salary(45_000, 55_000, "EUR")),
        ("€45-55K", Salary(45_000, 55_000, "EUR")),
        ("£450 – £550 per day", Salary(450, 550, "GBP", DAY)),
        ("$18.50/hr", Salary(18.5, 18.5, "USD", HOUR)),
        ("up to £60,000 p.a.", Salary(None, 60_000, "GBP", YEAR)),
        ("from 25 EUR/h", Salary(25, None, "EUR", HOUR)),
        ("USD 80.000+", Salary(80_000, None, "USD")),
        ("CHF 110'000 - 130'000", Salary(110_000, 130_000, "CHF")),
        ("42\u00a0000\u00a0\u200d–\u200d\u00a058\u202f000 Kč", Salary(42_000, 58_000, "CZK")),
        ("9 000 - 12 000 PLN brutto / mies.", Salary(9_000, 12_000, "PLN", MONTH)),
        ("₹ 12,00,000 - 18,00,000", Salary(1_200_000, 1_800_000, "INR")),
        ("12-18 LPA", Salary(1_200_000, 1_800_000, "INR", YEAR)),
        ("12 lakh per annum", Salary(1_200_000, 1_200_000, "INR", YEAR)),
        ("₹6,00,000 - ₹9,00,000 a year", Salary(600_000, 900_000, "INR", YEAR)),
        ("CHF 90'000 – 110’000 p.a.", Salary(90_000, 110_000, "CHF", YEAR)),
        ("Gehalt: 45-55 T€", Salary(45_000, 55_000, "EUR")),
        ("entre 38 et 42k€ brut annuel", Salary(38_000, 42_000, "EUR", YEAR)),
        ("30.000 - 35.000 € brutos anuales", Salary(30_000, 35_000, "EUR", YEAR)),
        ("RAL 35-40k", Salary(35_000, 40_000, "EUR", YEAR)),
        ("€ 2.800 - € 3.600 per maand", Salary(2_800, 3_600, "EUR", MONTH)),
        ("R$ 5.000 - 7.000 por mês", Salary(5_000, 7_000, "BRL", MONTH)),
        ("R25 000 - R30 000 per month", Salary(25_000, 30_000, "ZAR", MONTH)),
        ("35 000 SEK/mån", Salary(35_000, 35_000, "SEK", MONTH)),
        ("450 000 Ft/hó", Salary(450_000, 450_000, "HUF", MONTH)),
        ("2.500 - 3.000 RON net pe lună", Salary(2_500, 3_000, "RON", MONTH)),
        ("TJM 450-550€", Salary(450, 550, "EUR", DAY)),
        ("от 100 000 до 150 000 руб.", Salary(100_000, 150_000, "RUB")),
        ("до 200 000 ₽", Salary(None, 200_000, "RUB")),
    ],
)
def test_pay_is_read(text: str, expected: Salary) -> None:
    assert read_salary(text) == expected


def test_the_country_says_whose_crowns_and_dollars() -> None:
    danish = read_salary("30.000–35.000 kr. pr. måned", country="DK")
    canadian = read_salary("$70,000 a year", country="CA")
    assert danish is not None
    assert canadian is not None
    assert (danish.currency, danish.period, canadian.currency) == ("DKK", MONTH, "CAD")


@pytest.mark.parametrize("text", ["", "competitive", "attractive package", "401(k)", "24/7", "Level 3"])
def test_no_pay_is_made_up(text: str) -> None:
    assert read_salary(text, bare=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "A signing bonus of 5 000 CZK for your home office.",
        "We raised $20,000,000 in our last round.",
        "Our turnover is EUR 885,000 a year.",
        "You manage a budget of £200,000 - £300,000 per year.",
        "A salary you can live on.",
    ],
)
def test_money_that_is_not_pay_is_left_alone(text: str) -> None:
    assert salary_in_prose(text) is None


def test_pay_is_found_in_prose_and_titles() -> None:
    assert salary_in_prose("We bake.\nThe salary is €38,000 - €44,000 per year.") == Salary(38_000, 44_000, "EUR", YEAR)
    assert salary_in_title("Bricklayer | 50-80.000 Kč") == Salary(50_000, 80_000, "CZK")


def test_a_bare_figure_gets_the_period_it_can_only_mean() -> None:
    assert with_customary_period(Salary(50_000, 80_000, "CZK")).period is MONTH
    assert with_customary_period(Salary(52_000, None, "GBP")).period is YEAR
    assert with_customary_period(Salary(300, None, "EUR")).period is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234.567", 1_234_567),
        ("1 234,50", 1234.5),
        ("1,234.50", 1234.5),
        ("61,000", 61_000),
        ("18.5", 18.5),
        ("x", None),
    ],
)
def test_numbers_of_any_country(text: str, number: float | None) -> None:
    assert read_number(text) == number


@given(st.text(alphabet="0123456789.,-–k€$ KčtoperhyaLPA/+", max_size=80))
def test_no_text_breaks_it_and_bounds_are_in_order(text: str) -> None:
    salary = read_salary(text, bare=True)
    if salary is not None and salary.minimum is not None and salary.maximum is not None:
        assert 0 < salary.minimum <= salary.maximum
