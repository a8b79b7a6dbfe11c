"""A moment is worded alike everywhere: the nearer it is, the more exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from careercoach_desktop.features.jobs.ui import words
from careercoach_desktop.foundation.uikit import moment_words

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def local(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 14, 5).astimezone()


@pytest.mark.parametrize(
    ("moment", "everywhere", "about_a_job"),
    [
        (local(2026, 11, 23), "14:05", "today 14:05"),
        (local(2026, 11, 22), "22 Nov 14:05", "yesterday 14:05"),
        (local(2026, 11, 3), "3 Nov 14:05", "3 Nov 14:05"),
        (local(2025, 11, 3), "3 Nov 2025", "3 Nov 2025"),
    ],
)
def test_a_moment_in_words(moment: datetime, everywhere: str, about_a_job: str) -> None:
    assert moment_words(moment, TODAY) == everywhere
    assert words.moment_words(moment, TODAY) == about_a_job
