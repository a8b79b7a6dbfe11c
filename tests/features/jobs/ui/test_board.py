"""The board by mouse and by keyboard, on a real service: what is seen and what is stored agree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import ColumnOrder, JobFilter, JobStatus, Posting, SampleJob, SortKey
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.card_painting import drag_picture
from careercoach_desktop.features.jobs.ui.column_model import jobs_mime
from careercoach_desktop.features.jobs.ui.column_view import DROP_SHIFT, ROW_HEIGHT, SIDE, ColumnView
from careercoach_desktop.features.jobs.ui.edge_scrolling import EDGE, FASTEST, speed
from careercoach_desktop.foundation.uikit import Button, Desk, current_theme, recall
from careercoach_desktop.foundation.uikit.focus import last_input
from careercoach_desktop.foundation.uikit.menus import SEPARATOR
from tests.features.jobs.conftest import Clock

INTERESTED, APPLIED = JobStatus.INTERESTED, JobStatus.APPLIED
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def shown(page: JobsPage, status: JobStatus = INTERESTED) -> list[int]:
    return [card.id for card in page.board.cards.models[status].cards]


def stored(jobs: JobService, status: JobStatus = INTERESTED) -> list[int]:
    return [card.id for card in jobs.cards() if card.status == status]


def view(page: JobsPage, status: JobStatus = INTERESTED) -> ColumnView:
    return page.board.columns[status].view


def current_accent() -> int:
    return current_theme().color("accent").rgb()


def click(
    qtbot: QtBot, page: JobsPage, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    spot = view(page).visualRect(view(page).cards.index(row)).center()
    qtbot.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def focus_first(qtbot: QtBot, page: JobsPage) -> None:
    view(page).setFocus()
    qtbot.waitUntil(view(page).hasFocus)
    view(page).setCurrentIndex(view(page).cards.index(0))


def settled(qtbot: QtBot, page: JobsPage, jobs: JobService, status: JobStatus, wanted: list[int]) -> None:
    qtbot.waitUntil(lambda: shown(page, status) == stored(jobs, status) == wanted)


def drop(page: JobsPage, cards: list[int], status: JobStatus, y: int) -> None:
    found = [page.board.cards.card(job_id) for job_id in cards]
    target = view(page, status)
    data = jobs_mime([card for card in found if card is not None])
    spot = QPoint(100, y)
    event = QDropEvent(spot, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    target.dropEvent(event)
    assert event.isAccepted()


def test_a_card_dropped_on_another_column_moves_there_and_undo_brings_it_back(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    drop(page, [five[2]], APPLIED, 10)
    settled(qtbot, page, jobs, APPLIED, [five[2]])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move “C”")
    await_(desk.undo.undo())
    settled(qtbot, page, jobs, INTERESTED, five)
    await_(desk.undo.redo())
    settled(qtbot, page, jobs, APPLIED, [five[2]])


def test_a_card_dropped_in_its_column_lands_between_the_cards_it_was_let_go_between(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    a, b, c, d, e = five
    drop(page, [e], INTERESTED, 2 * ROW_HEIGHT + 8)
    settled(qtbot, page, jobs, INTERESTED, [a, b, e, c, d])


@pytest.mark.parametrize("y", [ROW_HEIGHT - 8, 2 * ROW_HEIGHT - 8])
def test_letting_a_card_go_where_it_stood_changes_nothing(
    page: JobsPage, five: list[int], qtbot: QtBot, desk: Desk, y: int
) -> None:
    with qtbot.assertNotEmitted(page.board.move_wanted, wait=50):
        drop(page, [five[1]], INTERESTED, y)
    assert desk.undo.undo_label == ""


def test_several_cards_are_dropped_together(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    a, _b, c, _d, _e = five
    click(qtbot, page, 0)
    click(qtbot, page, 2, CTRL)
    assert [card.id for card in page.board.selected()] == [a, c]
    drop(page, [card.id for card in page.board.selected()], JobStatus.OFFER_RECEIVED, 300)
    settled(qtbot, page, jobs, JobStatus.OFFER_RECEIVED, [a, c])
    assert [card.id for card in page.board.selected()] == [a, c]


def test_shift_selects_a_range_and_a_plain_click_one(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    click(qtbot, page, 1)
    click(qtbot, page, 3, SHIFT)
    assert [card.id for card in page.board.selected()] == five[1:4]
    click(qtbot, page, 0)
    assert [card.id for card in page.board.selected()] == five[:1]


def test_alt_and_an_arrow_move_the_card_along_and_within(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    a, b, c, d, e = five
    focus_first(qtbot, page)
    qtbot.keyClick(view(page), Qt.Key.Key_Down, ALT)
    settled(qtbot, page, jobs, INTERESTED, [b, a, c, d, e])
    qtbot.keyClick(view(page), Qt.Key.Key_Down, ALT)
    settled(qtbot, page, jobs, INTERESTED, [b, c, a, d, e])
    qtbot.keyClick(view(page), Qt.Key.Key_Up, ALT)
    settled(qtbot, page, jobs, INTERESTED, [b, a, c, d, e])
    qtbot.keyClick(view(page), Qt.Key.Key_Right, ALT)
    settled(qtbot, page, jobs, APPLIED, [a])
    assert view(page, APPLIED).hasFocus()
    qtbot.keyClick(view(page, APPLIED), Qt.Key.Key_Left, ALT)
    settled(qtbot, page, jobs, INTERESTED, [a, b, c, d, e])


def test_a_card_moved_into_a_folded_column_unfolds_it(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    assert page.board.columns[JobStatus.REJECTED].is_folded
    page.board.move_wanted.emit([five[0]], JobStatus.REJECTED, None)
    settled(qtbot, page, jobs, JobStatus.REJECTED, [five[0]])
    assert not page.board.columns[JobStatus.REJECTED].is_folded


def test_arrows_walk_between_columns_and_pass_over_empty_ones(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    jobs.move([five[4]], JobStatus.OFFER_RECEIVED)
    qtbot.waitUntil(lambda: shown(page, JobStatus.OFFER_RECEIVED) == [five[4]])
    focus_first(qtbot, page)
    qtbot.keyClick(view(page), Qt.Key.Key_End)
    qtbot.keyClick(view(page), Qt.Key.Key_Right)
    assert view(page, JobStatus.OFFER_RECEIVED).hasFocus()
    assert [card.id for card in page.board.selected()] == [five[4]]
    qtbot.keyClick(view(page, JobStatus.OFFER_RECEIVED), Qt.Key.Key_Left)
    assert [card.id for card in page.board.selected()] == [five[0]]


def test_tab_stops_once_on_the_board(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    focus_first(qtbot, page)
    stops = [each for each in page.board.columns.values() if each.view.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.status for each in stops] == [INTERESTED]


def test_delete_removes_the_card_and_the_toast_undoes_it(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    focus_first(qtbot, page)
    qtbot.keyClick(view(page), Qt.Key.Key_Delete)
    settled(qtbot, page, jobs, INTERESTED, five[1:])
    assert desk.undo.undo_label == "Remove “A”"
    await_(desk.undo.undo())
    settled(qtbot, page, jobs, INTERESTED, five)


def test_letters_do_nothing_on_the_board(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    focus_first(qtbot, page)
    qtbot.keyClick(view(page), Qt.Key.Key_D)
    assert view(page).currentIndex().row() == 0


def test_sorting_a_column_can_be_undone(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    a, b, c, d, e = five
    jobs.record_match(d, 90, "{}")
    jobs.record_match(b, 95, "{}")
    page.board.columns[INTERESTED].sort_wanted.emit(ColumnOrder.MATCH)
    settled(qtbot, page, jobs, INTERESTED, [b, d, a, c, e])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Sort Interested")
    await_(desk.undo.undo())
    settled(qtbot, page, jobs, INTERESTED, five)


def test_a_failed_move_shows_the_truth_again(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    jobs.delete([five[0]])
    qtbot.waitUntil(lambda: shown(page) == five[1:])
    page.board.move_wanted.emit([five[0], five[1]], APPLIED, None)
    settled(qtbot, page, jobs, APPLIED, [five[1]])


def test_the_drop_line_is_painted_where_the_card_would_land(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    column = view(page)
    accent = current_theme().color("accent").rgb()
    line_at = QPoint(100, 2 * ROW_HEIGHT + DROP_SHIFT // 2)
    assert column.viewport().grab().toImage().pixel(line_at) != accent
    column.show_drop(2)
    assert column.viewport().grab().toImage().pixel(line_at) == accent


def test_a_selected_card_has_an_accent_border(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    page.board.select([five[1]])
    image = view(page).viewport().grab().toImage()
    accent = current_theme().color("accent").rgb()
    middle = ROW_HEIGHT + ROW_HEIGHT // 2
    assert image.pixel(9, middle) == accent
    assert image.pixel(9, middle - ROW_HEIGHT) != accent


@pytest.mark.parametrize(
    ("position", "pixels"), [(0, -FASTEST), (EDGE - 1, -1), (EDGE, 0), (200, 0), (400, FASTEST), (-5, 0), (405, 0)]
)
def test_a_drag_scrolls_faster_the_nearer_the_edge(position: int, pixels: int) -> None:
    assert speed(position, 400) == pixels


def test_a_drag_at_the_edge_scrolls_and_the_line_follows(
    page: JobsPage, jobs: JobService, qtbot: QtBot, clock: Clock
) -> None:
    jobs.add_sample([SampleJob(Posting(title="Analyst"), INTERESTED, clock())] * 60)
    qtbot.waitUntil(lambda: page.board.cards.total() == 65)
    page.resize(900, 700)
    column, scroller = view(page), page.board._scroller
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: page.board.horizontalScrollBar().maximum() > 0)
    bottom_right = column.viewport().mapToGlobal(QPoint(100, column.viewport().height() - 2))
    column.show_drop(1)
    scroller.over(column, bottom_right)
    scroller.tick()
    assert column.verticalScrollBar().value() > 0
    assert column.drop_row == column.row_for_drop(column.viewport().height() - 2)
    edge = page.board.viewport().mapToGlobal(QPoint(page.board.viewport().width() - 2, 200))
    scroller.over(view(page, JobStatus.OFFER_RECEIVED), edge)
    scroller.tick()
    assert page.board.horizontalScrollBar().value() > 0
    scroller.stop()
    assert not scroller._timer.isActive()


def test_folding_a_column_keeps_its_cards_and_is_remembered(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    column = page.board.columns[INTERESTED]
    column.fold_wanted.emit()
    assert column.is_folded
    assert column.width() < 50
    assert recall("jobs.column.INTERESTED", "") == "folded"
    qtbot.keyClick(column, Qt.Key.Key_Return)
    assert not column.is_folded
    assert shown(page) == five


def test_the_menu_key_offers_what_the_mouse_does(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    focus_first(qtbot, page)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(page.board.menu_wanted):
        QApplication.sendEvent(view(page), key)
    entries = list(card_entries(page.board.selected(), page.changes, page._desk, page._show))
    by_text = {entry.text: entry for entry in entries if entry is not SEPARATOR}
    assert "Move to Interested" not in by_text
    by_text["Mark as priority"].run()
    qtbot.waitUntil(lambda: jobs.job(five[0]).priority)
    by_text["Move to Withdrawn"].run()
    settled(qtbot, page, jobs, JobStatus.WITHDRAWN, [five[0]])


def test_the_toast_undoes_its_own_move_even_after_another_change(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk
) -> None:
    page.board.move_wanted.emit([five[0]], APPLIED, None)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move “A”")
    (undo,) = [one for one in page.findChildren(Button) if one.text() == "Undo"]
    page.board.move_wanted.emit([five[4]], INTERESTED, five[1])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move “E”")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    settled(qtbot, page, jobs, INTERESTED, [five[0], five[4], *five[1:4]])
    assert desk.undo.undo_label == "Move “E”"


def said(desk: Desk) -> list[str]:
    assert desk.toasts is not None
    return [toast.accessibleName() for toast in desk.toasts.toasts]


def test_the_toast_names_the_job_and_goes_when_ctrl_z_undoes_the_move(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    page.board.move_wanted.emit([five[0]], JobStatus.OFFER_RECEIVED, None)
    qtbot.waitUntil(lambda: said(desk) == ["“A” moved to Offer"])
    page.board.delete_wanted.emit([five[1]])
    qtbot.waitUntil(lambda: said(desk) == ["“A” moved to Offer", "“B” removed"])
    await_(desk.undo.undo())
    assert said(desk) == ["“A” moved to Offer"]
    await_(desk.undo.undo())
    assert said(desk) == []
    page.board.move_wanted.emit(five[:3], APPLIED, None)
    qtbot.waitUntil(lambda: said(desk) == ["3 jobs moved to Applied"])


@pytest.mark.parametrize(("width", "folded"), [(1440 - 208, 1), (1920 - 208, 1), (1280 - 208, 1), (1440 - 208, 3)])
def test_columns_give_way_a_little_so_that_none_is_sliced_at_the_edge(
    page: JobsPage, qtbot: QtBot, width: int, folded: int
) -> None:
    for status in (JobStatus.REJECTED, JobStatus.WITHDRAWN)[: 3 - folded]:
        page.board.columns[status].unfold_wanted.emit()
    page.resize(width, 820)
    board = page.board
    qtbot.waitUntil(lambda: board.viewport().width() == width)
    edge = board.viewport().width()
    strips = [each for each in board.columns.values() if each.is_folded]
    assert strips
    qtbot.waitUntil(lambda: not any(each.x() < edge < each.x() + each.width() for each in strips))
    assert all(218 <= each.width() <= 300 for each in board.columns.values() if not each.is_folded)
    if width == 1920 - 208:
        qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() == 0)
        last = board.columns[JobStatus.WITHDRAWN]
        assert last.x() + last.width() == edge - 20


def test_a_search_without_a_hit_says_so_and_shows_all_again(page: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    page._search.setText("zzzz")
    qtbot.waitUntil(page.layouts.nothing.isVisible)
    assert page.layouts.nothing.text() == "No job matches “zzzz”."
    assert not page.board.isVisible()
    assert not page.filters._clear.isVisible(), "one way back is enough"
    page.filters.chip("work_modes").click()
    qtbot.waitUntil(lambda: page.layouts.nothing.text() == "No job matches “zzzz” with these filters.")
    page._search.clear()
    qtbot.waitUntil(lambda: page.layouts.nothing.text() == "No job matches these filters.")
    qtbot.mouseClick(page.layouts.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.board.isVisible() and shown(page) == five)


def test_the_scroll_bar_keeps_its_distance_from_the_cards(
    page: JobsPage, jobs: JobService, qtbot: QtBot, clock: Clock
) -> None:
    jobs.add_sample([SampleJob(Posting(title="Analyst"), INTERESTED, clock())] * 20)
    column = view(page)
    qtbot.waitUntil(column._bar.isVisible)
    image = column._bar.grab().toImage()
    ground, middle = image.pixel(0, 20), 20
    handle = [x for x in range(image.width()) if image.pixel(x, middle) != ground]
    card_ends = SIDE + column.card_width
    assert handle
    assert column._bar.x() + handle[0] - card_ends >= 4


def test_the_keyboard_s_ring_differs_from_the_selection(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    page.board.select([five[1]], focus=False)
    page._search.setFocus()
    chosen = view(page).viewport().grab().toImage()
    last_input.note(keyboard=True)
    page.board.select([five[1]])
    qtbot.waitUntil(view(page).hasFocus)
    with_keyboard = view(page).viewport().grab().toImage()
    accent = current_accent()
    middle = ROW_HEIGHT + ROW_HEIGHT // 2
    outside, border = 5, SIDE
    assert (chosen.pixel(border, middle) == accent, chosen.pixel(outside, middle) == accent) == (True, False)
    assert with_keyboard.pixel(outside, middle) == accent
    last_input.note(keyboard=False)
    after_click = view(page).viewport().grab().toImage()
    assert after_click.pixel(outside, middle) != accent


def test_the_drop_line_reaches_past_the_card_that_hides_its_middle(page: JobsPage, five: list[int]) -> None:
    column = view(page)
    column.show_drop(2)
    image = column.viewport().grab().toImage()
    line = 2 * ROW_HEIGHT + DROP_SHIFT // 2
    assert image.pixel(SIDE - 4, line) == current_accent()
    assert image.pixel(column.viewport().width() - 3, line) == current_accent()


def test_a_dragged_card_hangs_beside_its_place_so_that_the_line_is_seen(page: JobsPage, five: list[int]) -> None:
    card = page.board.cards.card(five[0])
    assert card is not None
    picture, corner = drag_picture(card, 1, 210, 1.0, date(2026, 11, 23))
    assert corner.x() <= 0
    middle = picture.toImage().pixelColor(picture.width() // 2, picture.height() // 2)
    assert 0.75 < middle.alphaF() < 0.95


class Asked(QStyledItemDelegate):
    """Notes when its list wants to know how large rows are, as Qt's own lists do when they lay them out."""

    times = 0

    def sizeHint(self, *wanted: Any) -> QSize:
        self.times += 1
        return super().sizeHint(*wanted)


def test_a_card_that_changes_is_painted_again_and_no_other(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    column = view(page)
    qtbot.waitUntil(lambda: shown(page) == five)
    painted: list[int] = []
    column._progress_of = painted.append

    def painted_alone() -> bool:
        """Once whatever else had to be painted at first is."""
        painted.clear()
        column.cards.repaint_card(five[1])
        QApplication.processEvents()
        return five[1] in painted and five[3] not in painted

    qtbot.waitUntil(painted_alone)


def test_cards_come_and_go_without_looking_at_the_others(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    column = view(page)
    delegate = Asked(column)
    column.setItemDelegate(delegate)
    for number in range(12):
        jobs.add_manually(Posting(title=f"Job {number}"))
    qtbot.waitUntil(lambda: len(shown(page)) == 17)
    room = column.viewport().height()
    assert column.verticalScrollBar().maximum() == 17 * ROW_HEIGHT - room
    jobs.delete(shown(page)[:14])
    qtbot.waitUntil(lambda: len(shown(page)) == 3)
    assert column.verticalScrollBar().maximum() == 0
    assert delegate.times == 0


def test_pages_ends_and_a_card_out_of_sight_are_reached(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    for number in range(25):
        jobs.add_manually(Posting(title=f"Job {number}"))
    qtbot.waitUntil(lambda: len(shown(page)) == 30)
    focus_first(qtbot, page)
    column = view(page)
    whole = column.viewport().height() // ROW_HEIGHT
    qtbot.keyClick(column, Qt.Key.Key_PageDown)
    assert column.currentIndex().row() == whole
    qtbot.keyClick(column, Qt.Key.Key_End)
    assert column.currentIndex().row() == 29
    assert column.viewport().rect().contains(column.visualRect(column.currentIndex()))
    qtbot.keyClick(column, Qt.Key.Key_Home)
    assert (column.currentIndex().row(), column.verticalScrollBar().value()) == (0, 0)
    page.board.select([five[4]])
    assert column.viewport().rect().contains(column.visualRect(column.cards.index(29)))
    assert column.indexAt(column.visualRect(column.cards.index(28)).center()).row() == 28
    qtbot.keyClick(column, Qt.Key.Key_Up, SHIFT)
    assert [card.id for card in page.board.selected()] == five[3:]


def test_the_card_under_the_pointer_stands_out_until_the_pointer_leaves(
    page: JobsPage, five: list[int], qtbot: QtBot
) -> None:
    column = view(page)
    qtbot.waitUntil(lambda: shown(page) == five)
    quiet = column.viewport().grab().toImage()
    spot = QPointF(column.visualRect(column.cards.index(1)).center())
    away = QPointF(-1, -1)
    for kind, at, before in ((QEvent.Type.HoverEnter, spot, away), (QEvent.Type.HoverMove, spot, spot)):
        QApplication.sendEvent(column.viewport(), QHoverEvent(kind, at, at, before))
    warm = column.viewport().grab().toImage()
    assert warm != quiet
    assert warm.copy(column.visualRect(column.cards.index(2))) == quiet.copy(column.visualRect(column.cards.index(2)))
    QApplication.sendEvent(column.viewport(), QHoverEvent(QEvent.Type.HoverLeave, away, away, spot))
    assert column.viewport().grab().toImage() == quiet


# Several columns at once -------------------------------------------------------------------------------------


def spread(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    """A, B and C stay interested; D and E have been applied for."""
    jobs.move(five[3:], APPLIED)
    qtbot.waitUntil(lambda: shown(page, APPLIED) == five[3:])


def click_in(
    qtbot: QtBot,
    page: JobsPage,
    status: JobStatus,
    row: int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    column = view(page, status)
    spot = column.visualRect(column.cards.index(row)).center()
    qtbot.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, held, spot)


def chosen(page: JobsPage) -> str:
    return "".join(card.title for card in page.board.selected())


def test_ctrl_adds_cards_of_other_columns_and_all_of_them_move_together(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    spread(page, jobs, five, qtbot)
    click_in(qtbot, page, INTERESTED, 1)
    click_in(qtbot, page, APPLIED, 0, CTRL)
    assert chosen(page) == "BD"
    drop(page, [card.id for card in page.board.selected()], JobStatus.OFFER_RECEIVED, 10)
    settled(qtbot, page, jobs, JobStatus.OFFER_RECEIVED, [five[1], five[3]])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move 2 jobs")
    await_(desk.undo.undo())
    settled(qtbot, page, jobs, INTERESTED, five[:3])
    settled(qtbot, page, jobs, APPLIED, five[3:])


def test_shift_reaches_across_columns_as_a_block(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    spread(page, jobs, five, qtbot)
    click_in(qtbot, page, INTERESTED, 0)
    click_in(qtbot, page, APPLIED, 1, SHIFT)
    assert chosen(page) == "ABDE"
    click_in(qtbot, page, APPLIED, 0, SHIFT)
    assert chosen(page) == "AD"
    click_in(qtbot, page, APPLIED, 1)
    assert chosen(page) == "E"


def test_shift_and_the_arrows_reach_sideways_and_back(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    spread(page, jobs, five, qtbot)
    click_in(qtbot, page, INTERESTED, 1)
    qtbot.keyClick(view(page), Qt.Key.Key_Right, SHIFT)
    assert chosen(page) == "BE"
    qtbot.keyClick(view(page, APPLIED), Qt.Key.Key_Left, SHIFT)
    assert chosen(page) == "B"


# Sorted ------------------------------------------------------------------------------------------------------


def test_a_sorted_board_shows_the_order_and_keeps_the_places_by_hand(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    a, b, c, d, e = five
    page.board.cards.set_sort(SortKey.TITLE, descending=True)
    assert shown(page) == [e, d, c, b, a]
    assert stored(jobs) == five
    page.board.cards.set_sort(SortKey.MANUAL)
    assert shown(page) == five


def test_sorted_cards_change_column_but_not_their_place_in_it(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    spread(page, jobs, five, qtbot)
    page.board.cards.set_sort(SortKey.TITLE)
    with qtbot.assertNotEmitted(page.board.move_wanted, wait=50), qtbot.waitSignal(page.board.arranging_refused):
        drop(page, [five[2]], INTERESTED, 10)
    focus_first(qtbot, page)
    with qtbot.waitSignal(page.board.arranging_refused):
        qtbot.keyClick(view(page), Qt.Key.Key_Down, ALT)
    assert shown(page) == five[:3]
    drop(page, [five[2]], APPLIED, 10)
    qtbot.waitUntil(lambda: shown(page, APPLIED) == [five[2], *five[3:]])
    qtbot.waitUntil(lambda: stored(jobs, APPLIED) == [five[2], *five[3:]])


def test_a_sorted_column_shows_no_line_where_cards_would_land(page: JobsPage) -> None:
    page.board.cards.set_sort(SortKey.TITLE)
    view(page).show_drop(2)
    assert view(page).drop_row is None
    assert page.board.columns[INTERESTED]._target
    view(page).show_drop(None)
    assert not page.board.columns[INTERESTED]._target
    page.board.cards.set_sort(SortKey.MANUAL)
    view(page).show_drop(2)
    assert view(page).drop_row == 2


# What a column comes to --------------------------------------------------------------------------------------


def test_the_head_counts_what_is_shown_of_what_there_is(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    head = page.board.columns[INTERESTED]
    assert head._count_text.text() == "5"
    jobs.set_priority(five[0], priority=True)
    qtbot.waitUntil(lambda: page.board.cards.card(five[0]).priority)
    page.board.cards.set_filter(JobFilter(priority=True))
    assert head._count_text.text() == "1 of 5"


def test_the_columns_menu_says_what_its_cards_come_to(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    jobs.record_match(five[0], 60, "{}")
    jobs.edit(five[1], {"salary_min": 52_000, "salary_currency": "GBP"})
    qtbot.waitUntil(lambda: page.board.cards.card(five[1]).salary_min == 52_000)
    texts = [entry.text for entry in page.board.columns[INTERESTED].menu_entries() if entry is not SEPARATOR]
    assert texts[:2] == ["Average match 60, 1 of 5 matched", "Median salary £52k a year, named by 1 of 5"]
    assert page.board.columns[APPLIED].totals() == []


def test_only_a_move_of_the_persons_to_another_column_is_told(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, desk: Desk, await_: Callable[..., object]
) -> None:
    with qtbot.waitSignal(page.changes.moved) as told:
        drop(page, [five[0], five[1]], APPLIED, 10)
    assert told.args == [[five[0], five[1]], APPLIED]
    with qtbot.assertNotEmitted(page.changes.moved):
        await_(desk.undo.undo())
        settled(qtbot, page, jobs, INTERESTED, five)
        drop(page, [five[4]], INTERESTED, 10)
        settled(qtbot, page, jobs, INTERESTED, [five[4], *five[:4]])
