"""Days, as postings write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.capture.dates import read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-06T22:10:00Z", date(2024, 5, 6)),
        ("20240506", date(2024, 5, 6)),
        ("06/05/2024", date(2024, 5, 6)),
        ("25.12.24", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("Tue Feb 06 00:00:00 UTC 2024", date(2024, 2, 6)),
        ("Oct 25, 2020", date(2020, 10, 25)),
        ("4th of July 2023", date(2023, 7, 4)),
        ("1. März 2024", date(2024, 3, 1)),
        ("1er juillet 2022", date(2022, 7, 1)),
        ("12 de octubre de 2023", date(2023, 10, 12)),
        ("7. května 2021", date(2021, 5, 7)),
        ("3 febbraio 2024", date(2024, 2, 3)),
        ("14 mei 2024", date(2024, 5, 14)),
        ("2 de março de 2024", date(2024, 3, 2)),
        ("9 września 2023", date(2023, 9, 9)),
        ("1709280000000", date(2024, 3, 1)),
        ("12. marca 2024", date(2024, 3, 12)),
        ("12. marts 2024", date(2024, 3, 12)),
        ("12 mars 2024", date(2024, 3, 12)),
        ("12. maaliskuuta 2024", date(2024, 3, 12)),
        ("2024. március 12.", date(2024, 3, 12)),
        ("12 martie 2024", date(2024, 3, 12)),
        ("12 Μαρτίου 2024", date(2024, 3, 12)),
        ("12 марта 2024 г.", date(2024, 3, 12)),
        ("2024 m. kovo 12 d.", date(2024, 3, 12)),
        ("3 janv. 2024", date(2024, 1, 3)),
        ("5. okt. 2024", date(2024, 10, 5)),
    ],
)
def test_written_days_are_read(text: str, expected: date) -> None:
    assert read_date(text) == expected


def test_americans_put_the_month_first() -> None:
    assert read_date("05/06/2024", country="US") == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 days ago", 3), ("Posted yesterday", 1), ("vor 2 Tagen", 2), ("il y a 5 jours", 5), ("Just posted", 0),
        ("hace 5 días", 5), ("3 giorni fa", 3), ("há 2 dias", 2), ("3 dagen geleden", 3), ("3 dni temu", 3),
        ("před 3 dny", 3), ("pred 3 dňami", 3), ("for 3 dage siden", 3), ("för 3 dagar sedan", 3),
        ("3 päivää sitten", 3), ("acum 3 zile", 3), ("πριν από 3 ημέρες", 3), ("Posted 7 Days Ago", 7),
    ],
)  # fmt: skip
def test_an_age_is_a_day_only_when_we_know_when_it_was_read(text: str, days: int) -> None:
    assert read_date(text) is None
    assert read_date(text, seen=date(2024, 6, 20)) == date(2024, 6, 20 - days)


@pytest.mark.parametrize(
    "text", ["", "soon", "30+ days ago", "May 2021", "31/02/2024", "99/99/9999", "call 555-01-2024-1", "ASAP"]
)
def test_what_is_no_day_stays_none(text: str) -> None:
    assert read_date(text, seen=date(2024, 6, 20)) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert read_date(text) is None or isinstance(read_date(text), date)
