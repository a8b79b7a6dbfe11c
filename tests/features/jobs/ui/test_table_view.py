"""The table on a real file: rows that are sorted, chosen and changed in place, with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import JobStatus, Layout, Posting, SortKey
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.cell_popups import DayPopup, TagsPopup
from careercoach_desktop.features.jobs.ui.sort_menu import SortButton
from careercoach_desktop.features.jobs.ui.table_columns import COLUMNS, TableColumn
from careercoach_desktop.features.jobs.ui.table_painting import ROW_HEIGHT
from careercoach_desktop.features.jobs.ui.table_view import TableView
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.remembered import keep_in

Await = Callable[..., Any]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(page: JobsPage, qtbot: QtBot, tmp_path: Path) -> Iterator[TableView]:
    """The five jobs A to E as rows, the keyboard on the first."""
    keep_in(tmp_path / "window.ini")
    page._cards.set_layout(Layout.TABLE)
    made = page.layouts.current_layout
    assert isinstance(made, TableView)
    qtbot.waitUntil(lambda: titles(made) == list("ABCDE"))
    made.rows.setFocus()
    made.select([made.model.id_at(0) or 0])
    yield made
    keep_in(tmp_path / "other.ini")


def titles(table: TableView) -> list[str]:
    return [card.title for card in table.model.cards]


def chosen(table: TableView) -> list[str]:
    return [card.title for card in table.chosen()]


def spot(table: TableView, row: int, column: TableColumn) -> QPoint:
    return table.rows.visualRect(table.model.index(row, COLUMNS.index(column))).center()


def click(table: TableView, qtbot: QtBot, row: int, column: TableColumn, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mouseClick(table.rows.viewport(), LEFT, held, spot(table, row, column))


def press(table: TableView, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(table.rows, key, held)


def click_head(table: TableView, qtbot: QtBot, column: TableColumn) -> None:
    head, logical = table.rows.head, COLUMNS.index(column)
    at = QPoint(head.sectionViewportPosition(logical) + head.sectionSize(logical) // 2, 12)
    qtbot.mouseClick(head.viewport(), LEFT, NONE, at)


def open_popup(table: TableView, kind: type[Any], qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: isinstance(table._editing.popup, kind) and table._editing.popup.isVisible())
    return table._editing.popup


# Sorting -------------------------------------------------------------------------------------------------------------


def test_a_head_sorts_up_then_down_then_as_the_board(table: TableView, qtbot: QtBot, jobs: JobService) -> None:
    for title, company in zip("ABCDE", ("Kite", "apex", "Élan", "", "Brook"), strict=True):
        jobs.edit(next(card.id for card in jobs.cards() if card.title == title), {"company": company})
    qtbot.waitUntil(lambda: table.model.cards[4].company == "Brook")
    click_head(table, qtbot, TableColumn.COMPANY)
    assert titles(table) == list("BECAD"), "without accents and capitals, the unknown last"
    click_head(table, qtbot, TableColumn.COMPANY)
    assert titles(table) == list("ACEBD"), "the unknown last this way round, too"
    click_head(table, qtbot, TableColumn.COMPANY)
    assert titles(table) == list("ABCDE")


def test_the_best_come_first_where_more_is_better(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], page: JobsPage
) -> None:
    for job_id, score in zip(five, (10, 90, 50, 50, 70), strict=True):
        jobs.record_match(job_id, score, "{}")
    qtbot.waitUntil(lambda: table.model.cards[0].score == 10 and table.model.cards[4].score == 70)
    click_head(table, qtbot, TableColumn.MATCH)
    assert titles(table) == list("BECDA"), "C and D are equal and stay in the board's order"
    assert (page._cards.view.sort, page._cards.view.descending) == (SortKey.MATCH, True)


def test_every_column_sorts_and_the_page_says_by_what(table: TableView, qtbot: QtBot, page: JobsPage) -> None:
    page._cards.set_hidden_columns([])
    (button,) = page.findChildren(SortButton)
    for column in COLUMNS:
        table.sort_next(column)
        assert page._cards.view.sort.value == column.value
        assert table.rows.head._sort is column
        assert button.text() not in ("", "Sort")


def test_sorting_keeps_who_is_chosen(table: TableView, qtbot: QtBot, five: list[int]) -> None:
    table.select([five[1], five[3]])
    click_head(table, qtbot, TableColumn.TITLE)
    click_head(table, qtbot, TableColumn.TITLE)
    assert titles(table) == list("EDCBA")
    assert chosen(table) == ["D", "B"]
    current = table.rows.current_card()
    assert current is not None
    assert current.id == five[1]


def test_the_head_is_reached_and_sorts_by_keyboard(table: TableView, qtbot: QtBot) -> None:
    head = table.rows.head
    head.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(head, key)
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert titles(table) == list("ABCDE")
    assert "sorted by Title, ascending" in head.accessibleDescription()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert titles(table) == list("EDCBA")
    assert "descending" in head.accessibleDescription()


# Columns -------------------------------------------------------------------------------------------------------------


def test_a_column_is_hidden_and_shown_through_the_menu_and_the_view_keeps_it(
    table: TableView, qtbot: QtBot, page: JobsPage
) -> None:
    table._offer_columns(QPoint(0, 0))
    (menu,) = [each for each in table.findChildren(QMenu) if each.isVisible()]
    next(action for action in menu.actions() if action.text() == "Found at").trigger()
    menu.close()
    assert TableColumn.SOURCE in table._choice.shown
    assert not table.rows.isColumnHidden(COLUMNS.index(TableColumn.SOURCE))
    assert "SOURCE" not in page._cards.view.hidden_columns


def test_a_column_moves_by_keyboard_and_by_dragging_its_head(table: TableView, qtbot: QtBot) -> None:
    head = table.rows.head
    head.setFocus()
    head.go_to(0)
    qtbot.keyClick(head, Qt.Key.Key_Right, CTRL)
    assert table._choice.shown[:2] == (TableColumn.COMPANY, TableColumn.TITLE)
    head.moveSection(head.visualIndex(COLUMNS.index(TableColumn.MATCH)), 0)
    assert table._choice.shown[0] is TableColumn.MATCH
    assert table.rows._layout.cells[0][0] is TableColumn.MATCH, "the rows follow the head"


def test_a_dragged_edge_is_a_chosen_width(table: TableView) -> None:
    table.rows.head.resizeSection(COLUMNS.index(TableColumn.COMPANY), 190)
    assert table._choice.widths == {TableColumn.COMPANY: 190}
    assert table.rows._layout.cells[1][2] == 190


# Choosing ------------------------------------------------------------------------------------------------------------


def test_clicks_and_keys_choose_rows_as_everywhere(table: TableView, qtbot: QtBot) -> None:
    click(table, qtbot, 1, TableColumn.TITLE)
    assert chosen(table) == ["B"]
    click(table, qtbot, 3, TableColumn.TITLE, SHIFT)
    assert chosen(table) == ["B", "C", "D"]
    click(table, qtbot, 2, TableColumn.TITLE, CTRL)
    assert chosen(table) == ["B", "D"]
    press(table, qtbot, Qt.Key.Key_A, CTRL)
    assert chosen(table) == list("ABCDE")
    click(table, qtbot, 2, TableColumn.COMPANY)
    assert chosen(table) == ["C"], "a click on one of several chooses that one"
    press(table, qtbot, Qt.Key.Key_Down, SHIFT)
    assert chosen(table) == ["C", "D"]
    press(table, qtbot, Qt.Key.Key_End, SHIFT)
    assert chosen(table) == ["D", "E"]
    press(table, qtbot, Qt.Key.Key_Home)
    assert chosen(table) == ["A"]


def test_typing_goes_to_the_title_that_begins_so(
    table: TableView, qtbot: QtBot, jobs: JobService, page: JobsPage
) -> None:
    for title in ("Data Engineer", "Data Analyst", "Élan Vital"):
        jobs.add_manually(Posting(title=title))
    qtbot.waitUntil(lambda: len(titles(table)) == 8)
    qtbot.keyClicks(table.rows, "data en")
    assert chosen(table) == ["Data Engineer"], "the space belongs to what is typed"
    table.rows._typed_at.invalidate()  # as after a pause
    qtbot.keyClicks(table.rows, "elan")
    assert chosen(table) == ["Élan Vital"]


def test_enter_and_a_double_click_open_the_job(table: TableView, qtbot: QtBot, page: JobsPage) -> None:
    press(table, qtbot, Qt.Key.Key_Down)
    press(table, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.posting.title == "B")
    table.rows.setFocus()
    press(table, qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.posting.title == "C")
    press(table, qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.open_job is None)
    qtbot.mouseDClick(table.rows.viewport(), LEFT, NONE, spot(table, 3, TableColumn.TITLE))
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.posting.title == "D")


def test_delete_removes_the_chosen_rows_and_undo_brings_them_back(
    table: TableView, qtbot: QtBot, desk: Desk, await_: Await, five: list[int]
) -> None:
    table.select(five[1:3])
    press(table, qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(table) == list("ADE"))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: titles(table) == list("ABCDE"))


# Changing in place ---------------------------------------------------------------------------------------------------


def test_a_click_on_the_status_offers_the_others_and_moves_the_job(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    click(table, qtbot, 2, TableColumn.STATUS)
    menu = open_popup(table, QMenu, qtbot)
    next(action for action in menu.actions() if action.text() == "Applied").trigger()
    menu.close()
    qtbot.waitUntil(lambda: jobs.job(five[2]).status is JobStatus.APPLIED)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move “C”")
    await_(desk.undo.undo())
    assert jobs.job(five[2]).status is JobStatus.INTERESTED


def test_the_status_of_several_is_changed_together_and_undone_at_once(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    table.select(five[:3])
    click(table, qtbot, 1, TableColumn.STATUS)
    assert chosen(table) == ["A", "B", "C"], "clicking what can be changed lets nobody go"
    menu = open_popup(table, QMenu, qtbot)
    next(action for action in menu.actions() if action.text() == "Withdrawn").trigger()
    menu.close()
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move 3 jobs")
    assert {jobs.job(job_id).status for job_id in five[:3]} == {JobStatus.WITHDRAWN}
    await_(desk.undo.undo())
    assert {card.status for card in jobs.cards()} == {JobStatus.INTERESTED}


def test_priority_is_switched_by_click_and_by_space(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    click(table, qtbot, 0, TableColumn.PRIORITY)
    qtbot.waitUntil(lambda: table.model.cards[0].priority)
    qtbot.waitUntil(lambda: jobs.job(five[0]).priority and desk.undo.undo_label != "")
    press(table, qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not jobs.job(five[0]).priority)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Unmark “A” as a priority")
    await_(desk.undo.undo())
    assert jobs.job(five[0]).priority


def test_tags_are_written_in_the_cell_with_those_of_other_jobs_offered(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    jobs.set_tags(five[4], ["infrastructure"])
    qtbot.waitUntil(lambda: table.model.cards[4].tags == ("infrastructure",))
    click(table, qtbot, 1, TableColumn.TAGS)
    popup = open_popup(table, TagsPopup, qtbot)
    assert popup.field.entry.hasFocus()
    qtbot.keyClicks(popup.field.entry, "infra")
    completer = popup.field.entry.completer()
    assert completer.currentCompletion() == "infrastructure"
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: popup.field.values() == ["infrastructure"])
    qtbot.keyClicks(popup.field.entry, "leeds")
    qtbot.keyClick(popup.field.entry, Qt.Key.Key_Return)
    popup.close()
    qtbot.waitUntil(lambda: jobs.job(five[1]).tags == ("infrastructure", "leeds"))
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Tags of “B”")
    await_(desk.undo.undo())
    assert jobs.job(five[1]).tags == ()


def test_escape_leaves_the_tags_as_they_were(table: TableView, qtbot: QtBot, jobs: JobService, desk: Desk) -> None:
    click(table, qtbot, 1, TableColumn.TAGS)
    popup = open_popup(table, TagsPopup, qtbot)
    popup.field.set_values(["leeds"])
    popup.field.setFocus()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert desk.undo.undo_label == ""


def test_a_deadline_is_typed_or_chosen_and_can_be_taken_away(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    table.rows.selectionModel().setCurrentIndex(
        table.model.index(0, COLUMNS.index(TableColumn.DEADLINE)),
        table.rows.selectionModel().SelectionFlag.NoUpdate,
    )
    press(table, qtbot, Qt.Key.Key_F2)
    popup = open_popup(table, DayPopup, qtbot)
    qtbot.keyClicks(popup.field, "soon")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert (popup.isVisible(), popup.field.state) == (True, "error")
    popup.field.clear()
    qtbot.keyClicks(popup.field, "2027-01-31")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.job(five[0]).posting.deadline == date(2027, 1, 31))
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Deadline of “A”")

    press(table, qtbot, Qt.Key.Key_F2)
    popup = open_popup(table, DayPopup, qtbot)
    popup.month.setFocus()
    qtbot.keyClick(popup.month.grid, Qt.Key.Key_Left)
    qtbot.keyClick(popup.month.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.job(five[0]).posting.deadline == date(2027, 1, 30))
    qtbot.waitUntil(lambda: len(desk.undo._done) == 2)

    press(table, qtbot, Qt.Key.Key_F2)
    qtbot.mouseClick(open_popup(table, DayPopup, qtbot).none, LEFT)
    qtbot.waitUntil(lambda: jobs.job(five[0]).posting.deadline is None)
    qtbot.waitUntil(lambda: len(desk.undo._done) == 3)
    await_(desk.undo.undo())
    assert jobs.job(five[0]).posting.deadline == date(2027, 1, 30)


def test_a_change_that_cannot_be_stored_is_taken_back_on_the_screen(
    table: TableView, qtbot: QtBot, jobs: JobService, five: list[int], page: JobsPage
) -> None:
    job_id = five[0]
    jobs.delete([job_id])
    qtbot.waitUntil(lambda: titles(table) == list("BCDE"))
    table._editing.begin([job_id], job_id, TableColumn.PRIORITY)
    assert titles(table) == list("BCDE"), "a job that is gone meanwhile is left alone"


# Seeing --------------------------------------------------------------------------------------------------------------


def test_only_what_was_cut_short_has_a_tip(table: TableView, qtbot: QtBot, jobs: JobService, five: list[int]) -> None:
    jobs.edit(five[0], {"company": "The Royal Society for the Extremely Long Names of Companies and Guilds"})
    qtbot.waitUntil(lambda: table.model.cards[0].company.startswith("The Royal"))
    assert "Royal Society" in table.rows.tip_at(spot(table, 0, TableColumn.COMPANY))
    assert table.rows.tip_at(spot(table, 1, TableColumn.COMPANY)) == ""


def test_every_row_in_sight_is_painted_and_a_chosen_one_looks_different(table: TableView, five: list[int]) -> None:
    table.select([])
    table.rows.clearSelection()
    plain = table.rows.viewport().grab().toImage()
    table.select([five[1]])
    now = table.rows.viewport().grab().toImage()
    ratio = plain.devicePixelRatio()
    x = round(400 * ratio)
    first, second, third = (round((row * ROW_HEIGHT + 3) * ratio) for row in range(3))
    assert plain.pixelColor(x, first) == now.pixelColor(x, first)
    assert plain.pixelColor(x, second) != now.pixelColor(x, second)
    assert plain.pixelColor(x, third) == now.pixelColor(x, third)


def test_a_screen_reader_hears_the_cells(table: TableView, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    jobs.edit(five[0], {"deadline": today_here() + timedelta(days=400)})
    qtbot.waitUntil(lambda: table.model.cards[0].deadline is not None)
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [table.model.data(table.model.index(0, at), role) for at in range(len(COLUMNS))]
    assert heard[:3] == ["A", "Halden Rail", "Interested"]
    assert all(heard)


def test_what_is_filtered_away_is_no_longer_chosen(table: TableView, qtbot: QtBot, page: JobsPage) -> None:
    press(table, qtbot, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(page.selection.isVisible)
    page._cards.set_search("nothing like it")
    qtbot.waitUntil(lambda: titles(table) == [] and not page.selection.isVisible())
