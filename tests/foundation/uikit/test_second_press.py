"""What slides under the pointer between the two presses of a double click is not pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit.second_press import second_press

PLACE = QPoint(30, 20)


class Two(QWidget):
    """Two buttons beside each other; ``pressed`` says which were, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(200, 40)
        self.pressed: list[str] = []
        self.one, self.other = QPushButton("One", self), QPushButton("Other", self)
        for at, each in enumerate((self.one, self.other)):
            each.setGeometry(at * 100, 0, 100, 40)
            each.clicked.connect(lambda _checked=False, each=each: self.pressed.append(each.text()))

    def _press(self, which: QPushButton, _checked: bool = False) -> None:
        self.pressed.append(which.text())

    def click_twice(self) -> None:
        """Within the time of a double click, through the window."""
        QTest.mouseDClick(self.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, PLACE)

    def swap(self) -> None:
        self.one.move(100, 0)
        self.other.move(0, 0)


@pytest.fixture
def two(qtbot: QtBot) -> Two:
    window = Two()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    second_press.watch(window.windowHandle())
    return window


def test_what_came_under_the_pointer_is_left_alone(two: Two) -> None:
    two.one.clicked.connect(two.swap)
    two.click_twice()
    assert two.pressed == ["One"]


def test_the_next_click_counts(two: Two) -> None:
    two.one.clicked.connect(two.swap)
    two.click_twice()
    QTest.mouseClick(two.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, PLACE)
    assert two.pressed == ["One", "Other"]


def test_what_stayed_is_pressed_twice(two: Two) -> None:
    two.click_twice()
    assert two.pressed == ["One", "One"]


def test_where_the_first_is_gone_the_second_press_was_meant(two: Two) -> None:
    two.one.clicked.connect(two.one.hide)
    two.one.clicked.connect(two.swap)
    two.click_twice()
    assert two.pressed == ["One", "Other"]
