"""Buttons, choices and chips: by mouse and by keyboard, with names for those who listen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit.buttons import KINDS, Button, IconButton
from careercoach_desktop.foundation.uikit.cards import ClickCard
from careercoach_desktop.foundation.uikit.chips import Badge, Chip, ChipInput
from careercoach_desktop.foundation.uikit.choices import CheckBox, ComboButton, SegmentedControl
from careercoach_desktop.foundation.uikit.dialogs import Dialog
from careercoach_desktop.foundation.uikit.fields import TextArea
from careercoach_desktop.foundation.uikit.focus import last_input
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.theme import Theme
from careercoach_desktop.foundation.uikit.tokens import COMPACT, CONTROL
from tests.support.windows import settle

VIEWS = [("board", "Board"), ("table", "Table"), ("timeline", "Timeline")]
LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., Any]


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_with_the_mouse_the_space_bar_and_enter(
    theme: Theme, qtbot: QtBot, show: Show, kind: str
) -> None:
    button = Button("Export", kind)
    show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, LEFT)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_heights_are_those_of_the_design(theme: Theme, qtbot: QtBot) -> None:
    assert Button("Export").sizeHint().height() == CONTROL == 32
    assert Button("Export", compact=True).sizeHint().height() == COMPACT == 28


def test_a_new_text_is_a_new_name_unless_one_was_given(theme: Theme) -> None:
    plain, named = Button("Accept"), Button("Accept", name="Accept the change to bullet 2")
    plain.setText("Accepted")
    named.setText("Accepted")
    assert plain.accessibleName() == "Accepted"
    assert named.accessibleName() == "Accept the change to bullet 2"
    assert IconButton("x", "Close").accessibleName() == "Close"


def test_the_keyboard_shows_a_ring_and_the_mouse_does_not(theme: Theme, qtbot: QtBot, show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second).windowHandle()
    first.setFocus()

    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.shows_ring
    assert not first.shows_ring

    QTest.mouseClick(window, LEFT, Qt.KeyboardModifier.NoModifier, first.geometry().center())
    assert first.hasFocus()
    assert not first.shows_ring


def test_focus_that_moves_because_its_widget_was_hidden_shows_no_ring(theme: Theme, show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second).windowHandle()
    QTest.mouseClick(window, LEFT, Qt.KeyboardModifier.NoModifier, first.geometry().center())
    first.hide()
    assert second.hasFocus()
    assert not second.shows_ring


@pytest.mark.parametrize("kind", ["primary", "secondary", "danger"])
def test_the_ring_is_painted_in_the_accent(theme: Theme, qtbot: QtBot, show: Show, kind: str) -> None:
    button = Button("Export", kind)
    show(button)
    before = button.grab().toImage()
    button.setFocus()
    last_input.note(keyboard=True)
    after = button.grab().toImage()
    assert after != before
    assert after.pixelColor(after.width() // 2, 0) == theme.color("accent")


def test_a_segmented_control_moves_with_arrow_keys_and_stops_at_its_ends(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    views = SegmentedControl(VIEWS, "View")
    show(views)
    heard: list[str] = []
    views.changed.connect(heard.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(views, key)
    assert heard == ["table", "timeline"]
    assert views.accessibleDescription() == "Timeline of Board, Table, Timeline"


def test_a_segmented_control_takes_clicks_and_tells_only_of_changes(theme: Theme, qtbot: QtBot, show: Show) -> None:
    views = SegmentedControl(VIEWS, "View", "table")
    show(views)
    with qtbot.assertNotEmitted(views.changed):
        views.set_value("board")
        qtbot.mouseClick(views, LEFT, pos=QPoint(20, 15))
    with qtbot.waitSignal(views.changed) as heard:
        qtbot.mouseClick(views, LEFT, pos=QPoint(views.width() - 20, 15))
    assert heard.args == ["timeline"]
    with pytest.raises(ValueError, match="calendar"):
        views.set_value("calendar")


def test_a_combo_button_opens_its_choices_without_blocking(theme: Theme, qtbot: QtBot, show: Show) -> None:
    status = ComboButton([("i", "Interested"), ("a", "Applied")], "Status", value="i")
    show(status)
    assert (status.text(), status.accessibleName()) == ("Interested", "Status: Interested")

    qtbot.keyClick(status, Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(status.changed) as heard:
        menu.actions()[1].trigger()
    menu.close()

    assert heard.args == ["a"]
    assert (status.value(), status.text()) == ("a", "Applied")


def test_an_ampersand_in_a_choice_is_a_letter_and_no_shortcut(theme: Theme, show: Show) -> None:
    job = ComboButton([("1", "Backend Developer, Tallow & Co")], "Job")
    show(job)
    job.open_choices()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Backend Developer, Tallow && Co"], "as Qt writes one"
    menu.close()


def test_a_combo_button_without_a_choice_shows_what_to_choose(theme: Theme) -> None:
    resume = ComboButton([], "Résumé", placeholder="Choose a résumé")
    assert (resume.value(), resume.text()) == ("", "Choose a résumé")


def test_a_menu_runs_the_entry_that_is_chosen_and_goes(
    theme: Theme, qtbot: QtBot, show: Show, qapp: QApplication
) -> None:
    owner = Button("More")
    show(owner)
    ran: list[str] = []
    entries = [
        MenuEntry("Rename", lambda: ran.append("rename"), icon="pencil-simple", shortcut="F2"),
        SEPARATOR,
        MenuEntry("Delete", lambda: ran.append("delete"), icon="trash", danger=True),
        MenuEntry("Restore", lambda: ran.append("restore"), enabled=False),
    ]
    menu = open_menu(owner, entries)
    assert [action.isSeparator() for action in menu.actions()] == [False, True, False, False]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qapp)
    assert ran == ["delete"]
    assert owner.findChildren(QMenu) == []


def test_a_check_box_is_ticked_by_click_and_space(theme: Theme, qtbot: QtBot, show: Show) -> None:
    box = CheckBox("Leads with the Spark work")
    show(box)
    qtbot.mouseClick(box, LEFT, pos=QPoint(80, 10))
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_a_removable_chip_goes_by_its_cross_and_by_delete_but_not_by_a_click(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    chip = Chip("Match 50+", removable=True, selected=True)
    show(chip)
    with qtbot.assertNotEmitted(chip.removed), qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, LEFT, pos=QPoint(20, 12))
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 14, 12))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_skills_are_added_by_enter_and_comma_without_doubles(theme: Theme, qtbot: QtBot, show: Show) -> None:
    skills = ChipInput("Skills", ["SQL"])
    show(skills)
    skills.setFocus()
    qtbot.keyClick(skills.focusWidget() or skills, Qt.Key.Key_Space)
    assert skills.entry.isVisible()
    with qtbot.waitSignal(skills.changed) as heard:
        qtbot.keyClicks(skills.entry, "Python,")
    assert heard.args == [["SQL", "Python"]]
    qtbot.keyClicks(skills.entry, "sql; dbt ")
    qtbot.keyClick(skills.entry, Qt.Key.Key_Return)
    assert skills.values() == ["SQL", "Python", "dbt"]
    assert skills.entry.text() == ""


def test_ctrl_enter_confirms_where_enter_begins_a_line(qtbot: QtBot) -> None:
    asked = Dialog("Evidence")
    qtbot.addWidget(asked)
    area = TextArea("Your evidence")
    asked.body.addWidget(area)
    asked.add_button("Not now", "")
    asked.add_button("Add", "add", "primary")
    asked.open()
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert asked.isVisible()
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not asked.isVisible()
    assert asked.result() == 1


def test_in_a_dialog_enter_adds_the_word_and_only_then_presses_its_button(theme: Theme, qtbot: QtBot) -> None:
    asked = Dialog("Skills")
    qtbot.addWidget(asked)
    skills = ChipInput("Skills", suggestions=["Python", "SQL"])
    asked.body.addWidget(skills)
    asked.add_button("Save", "save", "primary")
    asked.open()
    skills.begin_adding()
    qtbot.keyClicks(skills.entry, "dbt")
    qtbot.keyClick(skills.entry, Qt.Key.Key_Return)
    assert skills.values() == ["dbt"]
    assert asked.isVisible()
    with qtbot.waitSignal(asked.accepted):
        qtbot.keyClick(skills.entry, Qt.Key.Key_Return)


def test_what_was_typed_is_taken_when_the_keyboard_moves_on_and_dropped_by_escape(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    skills, other = ChipInput("Skills"), Button("Save")
    show(skills, other)
    skills.begin_adding()
    qtbot.keyClicks(skills.entry, "Airflow")
    other.setFocus()
    assert skills.values() == ["Airflow"]
    skills.begin_adding()
    qtbot.keyClicks(skills.entry, "Spa")
    qtbot.keyClick(skills.entry, Qt.Key.Key_Escape)
    assert skills.values() == ["Airflow"]
    assert not skills.entry.isVisible()


def test_who_begins_to_type_on_the_button_writes_a_word(theme: Theme, qtbot: QtBot, show: Show) -> None:
    skills = ChipInput("Skills")
    show(skills)
    skills.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), "S", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "QL")
    assert skills.entry.text() == "SQL"
    assert skills.typed() == ["SQL"]
    assert skills.values() == []


def test_removing_skills_keeps_the_keyboard_in_place(
    theme: Theme, qtbot: QtBot, show: Show, qapp: QApplication
) -> None:
    skills = ChipInput("Skills", ["SQL", "Python", "dbt"])
    show(skills)
    skills.findChildren(Chip)[0].setFocus()
    sql = next(chip for chip in skills.findChildren(Chip) if chip.text() == "SQL")
    sql.setFocus()
    for _each in range(2):
        qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Backspace)
        settle(qapp)
    assert skills.values() == ["dbt"]
    assert qapp.focusWidget().text() == "dbt"


def test_a_badge_says_what_its_figure_means(theme: Theme) -> None:
    badge = Badge("86", name="Match")
    badge.setText("88")
    assert badge.accessibleName() == "Match 88"


def test_a_card_is_chosen_with_space_and_opened_with_enter_or_a_double_click(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    card = ClickCard("Data Engineer, Brightwater")
    card.add(Button("inside"))
    show(card)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Space)
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.opened):
        qtbot.mouseDClick(card, LEFT, pos=QPoint(3, 3))
    card.set_selected(True)
    assert (card.is_selected, card.accessibleDescription()) == (True, "selected")
