"""A month to choose a day from, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit.month import Month, MonthGrid

DAY = date(2026, 11, 30)


@pytest.fixture
def month(qtbot: QtBot, show: Callable[..., QWidget]) -> Month:
    made = Month("Deadline", DAY, today=date(2026, 11, 26))
    show(made)
    made.setFocus()
    return made


@pytest.fixture
def chosen(month: Month) -> list[date]:
    heard: list[date] = []
    month.chosen.connect(heard.append)
    return heard


def test_the_arrows_go_day_by_day_and_week_by_week_over_the_ends_of_months(
    month: Month, qtbot: QtBot, chosen: list[date]
) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(month.grid, key)
    assert chosen == [date(2026, 12, 7)]
    assert month._title.text() == "December 2026"


def test_page_keys_turn_months_and_keep_to_days_there_are(month: Month, qtbot: QtBot) -> None:
    month.go_to(date(2027, 1, 31))
    qtbot.keyClick(month.grid, Qt.Key.Key_PageDown)
    assert month.grid.at == date(2027, 2, 28)
    qtbot.keyClick(month.grid, Qt.Key.Key_PageUp)
    assert month.grid.at == date(2027, 1, 28)


def test_a_click_chooses_the_day_under_it(month: Month, qtbot: QtBot, chosen: list[date]) -> None:
    place = (date(2026, 11, 12) - month.grid._first()).days
    spot = MonthGrid._area(place).center().toPoint()
    qtbot.mouseClick(month.grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert chosen == [date(2026, 11, 12)]


def test_a_screen_reader_hears_the_day_it_is_on(month: Month, qtbot: QtBot) -> None:
    qtbot.keyClick(month.grid, Qt.Key.Key_Left)
    assert month.grid.accessibleName().startswith("Deadline: ")
    assert "29" in month.grid.accessibleName()


def test_the_first_and_the_last_month_there_are_end_it(month: Month) -> None:
    month.go_to(date(2, 1, 15))
    month.grid.turn(-1)
    month.go_to(date(1, 12, 31))
    assert month.grid.at == date(2, 1, 15)
    month.grid.repaint()
