"""An amount is understood however people set its digits apart, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from careercoach_desktop.foundation.uikit.amounts import read_amount

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
ARABIC = QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt)


@pytest.mark.parametrize("locale", [ENGLISH, GERMAN, QLocale.c()])
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("52000", 52_000),
        ("52,000", 52_000),
        ("52.000", 52_000),
        ("52 000", 52_000),
        ("52\u00a0000", 52_000),
        ("52\u202f000", 52_000),
        ("52'000", 52_000),
        ("52’000", 52_000),
        ("52k", 52_000),
        ("52 K", 52_000),
        ("52.5k", 52_500),
        ("52,5k", 52_500),
        ("1,250,000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("1,250.50", 1250.5),
        ("1.250,50", 1250.5),
        ("48,50", 48.5),
        ("48.5", 48.5),
        ("0", 0),
        (" 17 ", 17),
    ],
)
def test_amounts_as_people_write_them(text: str, amount: float, locale: QLocale) -> None:
    assert read_amount(text, locale) == amount


@pytest.mark.parametrize(
    "text", ["", "k", "plenty", "-5", "nan", "inf", "-inf", "1e400", "52000000000", "1,2,3", "52kk", "from 52k"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amount(text, ENGLISH) is None


def test_the_digits_of_the_persons_own_language_are_read() -> None:
    assert read_amount(ARABIC.toString(52_000), ARABIC) == 52_000
