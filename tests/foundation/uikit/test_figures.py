"""Figures as bars: followed by mouse and keyboard, passed by Tab in one step, and read out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit import Button, Figure, FigureColumns, FigureLines
from careercoach_desktop.foundation.uikit.theme import Theme

LEFT = Qt.MouseButton.LeftButton
FIGURES = [
    Figure("a", "Interested", 24, "Interested: 24 jobs"),
    Figure("b", "Applied", 16, "Applied: 16 jobs"),
    Figure("c", "Interview", 0, "Interview: 0 jobs"),
    Figure("d", "Offer", 2, "Offer: 2 jobs", strong=True),
]
Show = Callable[..., Any]
Chart = FigureLines | FigureColumns


@pytest.fixture(params=[FigureLines, FigureColumns])
def chart(request: pytest.FixtureRequest, theme: Theme) -> Chart:
    made: Chart = request.param("How far they came")
    made.show_figures(FIGURES)
    return made


def test_a_bar_leads_to_what_it_counts_and_one_that_counts_nothing_leads_nowhere(
    chart: Chart, show: Show, qtbot: QtBot
) -> None:
    followed: list[str] = []
    chart.followed.connect(followed.append)
    show(chart)

    for bar in chart.bars:
        qtbot.mouseClick(bar, LEFT)
    qtbot.keyClick(chart.bars[0], Qt.Key.Key_Return)

    assert followed == ["a", "b", "d", "a"]


def test_the_arrows_go_from_bar_to_bar_and_tab_passes_them_in_one_step(chart: Chart, show: Show, qtbot: QtBot) -> None:
    back, on = (
        (Qt.Key.Key_Up, Qt.Key.Key_Down) if isinstance(chart, FigureLines) else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    )
    before, after = Button("Before"), Button("After")
    show(before, chart, after)
    before.setFocus()

    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert chart.bars[3].hasFocus()
    qtbot.keyClick(chart.bars[3], back)
    assert chart.bars[1].hasFocus()
    qtbot.keyClick(chart.bars[1], Qt.Key.Key_Home)
    assert chart.bars[0].hasFocus()
    qtbot.keyClick(chart.bars[0], on)
    assert chart.bars[1].hasFocus()
    qtbot.keyClick(chart.bars[1], Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert chart.bars[1].hasFocus()


def test_a_chart_is_read_out_as_a_whole_and_bar_by_bar(chart: Chart, show: Show) -> None:
    show(chart)
    whole = QAccessible.queryAccessibleInterface(chart)
    first = QAccessible.queryAccessibleInterface(chart.bars[0])

    assert whole.role() == QAccessible.Role.Chart
    assert whole.text(QAccessible.Text.Value).startswith("Interested: 24 jobs, Applied: 16 jobs")
    assert first.role() == QAccessible.Role.Button
    assert first.text(QAccessible.Text.Name) == "Interested: 24 jobs"


def test_the_longest_bar_is_the_largest_figure(chart: Chart, show: Show, qtbot: QtBot) -> None:
    show(chart)
    QApplication.processEvents()

    chart.show_figures(FIGURES[1:])

    assert len(chart.bars) == 3
    assert [bar.part for bar in chart.bars] == [1.0, 0.0, 0.125]  # type: ignore[attr-defined]
