"""What a screen reader is told of controls that paint themselves."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit import (
    ActivityStrip,
    Badge,
    Banner,
    Bar,
    Button,
    CheckBox,
    ClickCard,
    ComboButton,
    IconView,
    ScoreRing,
    SegmentedControl,
    SidebarNav,
    Spinner,
    Tabs,
    Theme,
    Toast,
)

Role = QAccessible.Role
LOOKS = [("light", "Light"), ("dark", "Dark")]


def told(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    """Role, name and value."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.role(), heard.text(QAccessible.Text.Name), heard.text(QAccessible.Text.Value)


@pytest.mark.parametrize(
    ("make", "role", "name", "value"),
    [
        (lambda: SegmentedControl(LOOKS, "Look", "dark"), Role.ComboBox, "Look", "Dark"),
        (lambda: Tabs(LOOKS, "Job"), Role.PageTabList, "Job", "Light"),
        (lambda: ScoreRing(86), Role.ProgressBar, "Match: 86 of 100", "86"),
        (lambda: ScoreRing(None), Role.ProgressBar, "Match: not computed yet", ""),
        (lambda: Bar(0.5, name="Skills"), Role.ProgressBar, "Skills", "50 %"),
        (lambda: Bar(None), Role.ProgressBar, "Progress", ""),
        (lambda: ClickCard("Data Engineer, Northwind"), Role.Button, "Data Engineer, Northwind", ""),
        (lambda: Badge("86", name="Match"), Role.StaticText, "Match 86", ""),
        (lambda: IconView("star", name="Primary"), Role.Graphic, "Primary", ""),
        (lambda: Banner("Exported."), Role.AlertMessage, "Exported.", ""),
        (lambda: Toast("Moved"), Role.AlertMessage, "Moved", ""),
        (ActivityStrip, Role.StatusBar, "Activity", ""),
        (SidebarNav, Role.ToolBar, "Pages", ""),
        (lambda: Spinner(name="Reading"), Role.Indicator, "Reading", ""),
        (lambda: Button("Add job"), Role.Button, "Add job", ""),
        (lambda: ComboButton(LOOKS, "Look", value="dark"), Role.Button, "Look: Dark", ""),
        (lambda: CheckBox("Remote"), Role.CheckBox, "Remote", ""),
    ],
    ids=lambda given: str(given) if isinstance(given, str) else "",
)
def test_painted_controls_say_what_they_are(
    theme: Theme, qtbot: QtBot, make: type[QWidget], role: QAccessible.Role, name: str, value: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert told(widget) == (role, name, value)


def test_the_value_follows(theme: Theme, qtbot: QtBot) -> None:
    look = SegmentedControl(LOOKS, "Look")
    qtbot.addWidget(look)
    assert told(look)[2] == "Light"
    look.set_value("dark")
    assert told(look)[2] == "Dark"


def test_a_card_can_be_pressed_by_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    card = ClickCard("Data Engineer")
    qtbot.addWidget(card)
    actions = QAccessible.queryAccessibleInterface(card).actionInterface()
    assert set(actions.actionNames()) == {"SetFocus", "Press"}
    with qtbot.waitSignal(card.opened):
        actions.doAction("Press")


def test_what_qt_knows_itself_stays_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    heard = QAccessible.queryAccessibleInterface(Button("Add job"))
    assert heard is not None
    plain = QWidget()
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == Role.Client


def test_widgets_come_and_go_while_a_screen_reader_listens(theme: Theme) -> None:
    """Qt keeps what the factory made and deletes it with the widget; Python must not delete it a second time."""
    QAccessible.setActive(True)
    try:
        for _ in range(300):
            parent = QWidget()
            bar = Bar(0.5)
            bar.setParent(parent)
            parent.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            parent.show()
            assert told(bar)[0] == Role.ProgressBar
            assert QAccessible.queryAccessibleInterface(parent).child(0).role() == Role.ProgressBar
            parent.close()
            del bar, parent
        gc.collect()
    finally:
        QAccessible.setActive(False)
