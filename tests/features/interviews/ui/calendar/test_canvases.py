"""Month and week by mouse and by keyboard: what is asked for, and nothing by accident."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewOutcome, When
from careercoach_desktop.features.interviews.ui.calendar import Canvas, MonthView, WeekView
from careercoach_desktop.features.interviews.ui.calendar.dragging import DWELL_TICKS, Spot, speed
from careercoach_desktop.features.interviews.ui.calendar.events import events_of
from careercoach_desktop.features.interviews.ui.calendar.week_layout import HOUR
from tests.features.interviews.ui.calendar.showing import BERLIN, NOW, TODAY, a_round, put

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
FRIDAY = date(2026, 11, 27)


def shown(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.addWidget(canvas)
    canvas.resize(1040, 660)
    canvas.show()
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


@pytest.fixture
def month(qtbot: QtBot) -> MonthView:
    view = MonthView(BERLIN, lambda: NOW, TODAY)
    shown(view, qtbot)
    return view


@pytest.fixture
def week(qtbot: QtBot) -> WeekView:
    view = WeekView(BERLIN, lambda: NOW, TODAY)
    shown(view, qtbot)
    return view


def drag(qtbot: QtBot, canvas: Canvas, begin: QPointF, end: QPointF, *, let_go: bool = True) -> None:
    qtbot.mousePress(canvas, LEFT, pos=begin.toPoint())
    middle = QPoint(round((begin.x() + end.x()) / 2), round((begin.y() + end.y()) / 2))
    for at in (begin.toPoint() + QPoint(0, 12), middle, end.toPoint()):
        qtbot.mouseMove(canvas, at)
        QApplication.processEvents()
    if let_go:
        qtbot.mouseRelease(canvas, LEFT, pos=end.toPoint())


def middle(canvas: Canvas, number: int) -> QPointF:
    area = canvas.rect_of(number)
    assert area is not None
    return area.center()


def spot(week: WeekView, day: date, minute: int) -> QPointF:
    left, right = week.column(day)
    return QPointF((left + right) / 2, week.y_of(minute) + 3)


def strip(week: WeekView, day: date) -> QPointF:
    return QPointF(spot(week, day, 0).x(), week.body().top() - 8)


# The month --------------------------------------------------------------------------------------------------------


def test_a_day_holds_what_it_has_room_for_and_says_how_many_more(month: MonthView, qtbot: QtBot) -> None:
    put(month, *(a_round(number, f"2026-11-27 {8 + number:02}:00") for number in range(1, 8)))
    assert month.rect_of(1) is not None
    assert month.rect_of(7) is None
    more = month.more_rect(FRIDAY)
    assert more is not None
    with qtbot.waitSignal(month.day_wanted) as asked:
        qtbot.mouseClick(month, LEFT, pos=more.center().toPoint())
    assert asked.args == [FRIDAY]


def test_days_that_follow_each_other_are_one_bar_in_each_week(month: MonthView) -> None:
    put(month, a_round(1, "2026-11-20", minutes=5 * 1440, all_day=True))
    area, week = month.rect_of(1), month.cell(date(2026, 11, 20))
    assert area is not None
    assert area.right() > month.cell(date(2026, 11, 22)).left()
    assert area.top() > week.top()
    assert month.hit(month.cell(date(2026, 11, 24)).topLeft() + QPointF(30, 38)).event is not None


def test_a_click_chooses_and_a_second_one_edits_wherever_the_round_is_by_then(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    place = middle(month, 1).toPoint()
    with qtbot.waitSignal(month.chosen) as chosen:
        qtbot.mouseClick(month, LEFT, pos=place)
    assert chosen.args[0].interview.id == 1
    month.resize(700, 660)  # as when the detail slides in
    with qtbot.waitSignal(month.edit_wanted) as asked:
        qtbot.mouseDClick(month, LEFT, pos=place)
    assert asked.args[0].interview.id == 1


def test_a_click_on_a_free_day_offers_it(month: MonthView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.create_wanted) as asked:
        qtbot.mouseClick(month, LEFT, pos=month.cell(FRIDAY).center().toPoint())
    assert asked.args == [When(local=datetime.fromisoformat("2026-11-27 10:00"), zone=BERLIN)]


def test_a_click_beside_what_is_chosen_only_lets_go_of_it(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    month.choose(1)
    with qtbot.assertNotEmitted(month.create_wanted, wait=20), qtbot.waitSignal(month.chosen) as chosen:
        qtbot.mouseClick(month, LEFT, pos=month.cell(date(2026, 11, 20)).center().toPoint())
    assert chosen.args == [None]


def test_dragged_to_another_day_it_keeps_its_time(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00", zone="America/New_York"))
    with qtbot.waitSignal(month.change_wanted) as asked:
        drag(qtbot, month, middle(month, 1), month.cell(date(2026, 11, 18)).center())
    assert asked.args[1] == When(local=datetime.fromisoformat("2026-11-18 10:00"), zone="America/New_York")


def test_let_go_where_it_was_nothing_happens(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    with qtbot.assertNotEmitted(month.change_wanted, wait=20):
        drag(qtbot, month, middle(month, 1), month.cell(FRIDAY).center())
    assert month.drag is None


def test_escape_gives_up_a_drag(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    with qtbot.assertNotEmitted(month.change_wanted, wait=20):
        drag(qtbot, month, middle(month, 1), month.cell(date(2026, 11, 18)).center(), let_go=False)
        assert month.drag is not None
        qtbot.keyClick(month, Qt.Key.Key_Escape)
        assert month.drag is None
        qtbot.mouseRelease(month, LEFT, pos=month.cell(date(2026, 11, 18)).center().toPoint())


def test_days_dragged_over_are_offered_whole(month: MonthView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.create_wanted) as asked:
        drag(qtbot, month, month.cell(date(2026, 11, 11)).center(), month.cell(date(2026, 11, 13)).center())
    assert asked.args == [
        When(local=datetime.fromisoformat("2026-11-11 00:00"), zone=BERLIN, minutes=3 * 1440, all_day=True)
    ]


def test_arrows_walk_days_and_choose_what_is_there(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    with qtbot.waitSignal(month.walked) as walked:
        qtbot.keyClick(month, Qt.Key.Key_Right)
    assert walked.args[0].interview.id == 1
    assert month.accessible_value() == "Halden Rail, Panel, Fri 27 Nov, 10:00 – 11:00"
    qtbot.keyClick(month, Qt.Key.Key_Up)
    assert month.spot == Spot(date(2026, 11, 20))
    assert month.accessible_value() == "Friday 20 November, No interviews"


def test_arrows_out_of_the_month_turn_it(month: MonthView, qtbot: QtBot) -> None:
    for _week in range(2):
        qtbot.keyClick(month, Qt.Key.Key_Down)
    assert month.month == date(2026, 12, 1)
    assert month.spot == Spot(date(2026, 12, 10))


def test_alt_and_an_arrow_move_the_round(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    month.choose(1)
    for key, day in ((Qt.Key.Key_Left, 26), (Qt.Key.Key_Up, 20)):
        with qtbot.waitSignal(month.nudge_wanted) as asked:
            qtbot.keyClick(month, key, ALT)
        assert asked.args[1].local == datetime.fromisoformat(f"2026-11-{day} 10:00")


def test_control_and_arrows_go_from_round_to_round(month: MonthView, qtbot: QtBot) -> None:
    put(
        month, *(a_round(number, f"2026-11-27 {9 + number:02}:00") for number in (1, 2)), a_round(3, "2026-11-30 09:00")
    )
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(month, key, CTRL)
        assert month.chosen_event is not None
        seen.append(month.chosen_event.id)
    assert seen == [1, 2, 3, 3, 2]


def test_return_edits_what_is_chosen_and_offers_what_is_free(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    month.choose(1)
    with qtbot.waitSignal(month.edit_wanted):
        qtbot.keyClick(month, Qt.Key.Key_Return)
    month.go_to(Spot(date(2026, 11, 20)))
    with qtbot.waitSignal(month.create_wanted) as asked:
        qtbot.keyClick(month, Qt.Key.Key_Return)
    assert asked.args[0].day == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Delete, "remove_wanted"), (Qt.Key.Key_Space, "chosen"), (Qt.Key.Key_PageDown, "turn_wanted")],
)
def test_keys_ask(month: MonthView, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    month.choose(1)
    with qtbot.waitSignal(getattr(month, signal)):
        qtbot.keyClick(month, key)


def test_a_screen_reader_hears_a_table_and_what_the_keyboard_is_on(month: MonthView) -> None:
    put(month, a_round(1, "2026-11-27 10:00", outcome=InterviewOutcome.CANCELLED))
    month.choose(1)
    spoken = QAccessible.queryAccessibleInterface(month)
    assert spoken.role() == QAccessible.Role.Table
    assert spoken.text(QAccessible.Text.Value) == "Halden Rail, Panel, Fri 27 Nov, 10:00 – 11:00, cancelled"
    assert month.accessibleDescription().startswith("1 interview. Halden Rail")


def test_what_is_held_at_the_lower_edge_turns_the_month_after_a_while(month: MonthView, qtbot: QtBot) -> None:
    put(month, a_round(1, "2026-11-27 10:00"))
    edge = QPointF(month.cell(FRIDAY).center().x(), month.height() - 1)
    drag(qtbot, month, middle(month, 1), edge, let_go=False)
    turned: list[int] = []
    month.turn_wanted.connect(turned.append)
    for _tick in range(DWELL_TICKS):
        month._edges.tick()
    assert turned == [1]
    qtbot.keyClick(month, Qt.Key.Key_Escape)


# The week ---------------------------------------------------------------------------------------------------------


def test_what_overlaps_stands_beside_each_other(week: WeekView) -> None:
    put(week, a_round(1, "2026-11-27 10:00", conflicts=(2,)), a_round(2, "2026-11-27 10:30", conflicts=(1,)))
    one, two = week.rect_of(1), week.rect_of(2)
    assert one is not None
    assert two is not None
    assert not one.intersects(two)
    assert one.right() <= two.left()


def test_an_hour_that_comes_twice_holds_both_and_one_that_is_skipped_says_so(qtbot: QtBot) -> None:
    view = WeekView(BERLIN, lambda: NOW, date(2026, 10, 25))
    shown(view, qtbot)
    first = a_round(1, "2026-10-25 02:15", minutes=30)
    again = When(local=datetime.fromisoformat("2026-10-25 02:15").replace(fold=1), zone=BERLIN, minutes=30)
    second = a_round(2, "2026-10-25 02:15", minutes=30)
    moved = second.interview.model_copy(update={"when": again})
    put(view, first, type(second)(moved, second.title, second.company, second.status))
    one, two = view.rect_of(1), view.rect_of(2)
    assert one is not None
    assert two is not None
    assert one.top() == two.top()
    assert not one.intersects(two)
    assert view.skipped(date(2026, 10, 25)) is None
    assert view.skipped(date(2027, 3, 28)) == (120, 180)


def test_dragged_to_two_o_clock_it_is_at_two_on_my_clock(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:00", zone="America/New_York"))
    week.bar.setValue(12 * HOUR)
    begin = middle(week, 1)
    end = QPointF(spot(week, date(2026, 11, 25), 0).x(), begin.y() - 2 * HOUR + 4)
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, begin, end)
    assert asked.args[1] == When(local=datetime.fromisoformat("2026-11-25 08:00"), zone="America/New_York")
    assert asked.args[1].on(BERLIN).hour == 14


def test_dragged_to_another_day_alone_it_keeps_an_odd_minute(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:10"))
    begin = middle(week, 1)
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, begin, QPointF(spot(week, date(2026, 11, 24), 0).x(), begin.y() + 2))
    assert asked.args[1].local == datetime.fromisoformat("2026-11-24 10:10")


def test_its_lower_edge_makes_it_longer(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:00"))
    area = week.rect_of(1)
    assert area is not None
    edge = QPointF(area.center().x(), area.bottom() - 2)
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, edge, edge + QPointF(0, HOUR / 2 + 3))
    assert asked.args[1] == When(local=datetime.fromisoformat("2026-11-27 10:00"), zone=BERLIN, minutes=90)


def test_hours_dragged_over_are_offered(week: WeekView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(week.create_wanted) as asked:
        drag(qtbot, week, spot(week, FRIDAY, 11 * 60), spot(week, FRIDAY, 12 * 60 + 15))
    assert asked.args == [When(local=datetime.fromisoformat("2026-11-27 11:00"), zone=BERLIN, minutes=90)]


def test_a_click_offers_the_half_hour_and_one_above_the_hours_the_day(week: WeekView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(week.create_wanted) as asked:
        qtbot.mouseClick(week, LEFT, pos=(spot(week, FRIDAY, 11 * 60 + 40)).toPoint())
    assert asked.args == [When(local=datetime.fromisoformat("2026-11-27 11:30"), zone=BERLIN)]
    with qtbot.waitSignal(week.create_wanted) as asked:
        qtbot.mouseClick(week, LEFT, pos=strip(week, FRIDAY).toPoint())
    assert asked.args == [
        When(local=datetime.fromisoformat("2026-11-27 00:00"), zone=BERLIN, minutes=1440, all_day=True)
    ]


def test_arrows_walk_half_hours_and_days(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:00"))
    week.go_to(Spot(TODAY, 10 * 60))
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.chosen_event is not None
    qtbot.keyClick(week, Qt.Key.Key_Up)
    assert week.chosen_event is None
    assert week.accessible_value() == "Friday 27 November, 09:30, free"


@pytest.mark.parametrize(
    ("key", "held", "changed"),
    [
        (Qt.Key.Key_Down, ALT, {"local": datetime.fromisoformat("2026-11-27 10:15")}),
        (Qt.Key.Key_Up, ALT, {"local": datetime.fromisoformat("2026-11-27 09:45")}),
        (Qt.Key.Key_Right, ALT, {"local": datetime.fromisoformat("2026-11-28 10:00")}),
        (Qt.Key.Key_Down, ALT | SHIFT, {"minutes": 75}),
        (Qt.Key.Key_Up, ALT | SHIFT, {"minutes": 45}),
    ],
)
def test_alt_moves_and_with_shift_it_resizes(
    week: WeekView, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, changed: dict[str, object]
) -> None:
    line = a_round(1, "2026-11-27 10:00")
    put(week, line)
    week.choose(1)
    with qtbot.waitSignal(week.nudge_wanted) as asked:
        qtbot.keyClick(week, key, held)
    assert asked.args[1] == line.interview.when.model_copy(update=changed)


def test_held_near_the_lower_edge_the_hours_scroll_under_it(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:00"))
    low = QPointF(middle(week, 1).x(), week.body().bottom() - 2)
    drag(qtbot, week, middle(week, 1), low, let_go=False)
    assert week.drag is not None
    before, held = week.bar.value(), week.drag.when
    for _tick in range(20):
        week._edges.tick()
    assert week.bar.value() > before
    assert week.drag.when.start > held.start + timedelta(hours=1)
    qtbot.keyClick(week, Qt.Key.Key_Escape)
    assert not week._edges._timer.isActive()


def test_a_drag_scrolls_faster_the_nearer_it_is_to_an_edge() -> None:
    assert [speed(at, 400) for at in (200, 31, 2, -50, 399)] == [0, -1, -15, -16, 16]


def test_what_is_shown_first_is_the_working_day_or_what_comes_before_it(week: WeekView) -> None:
    assert week.bar.value() == round(7.5 * HOUR)
    put(week, a_round(1, "2026-11-27 06:00"))
    week.scroll_to_work()
    assert week.bar.value() == round(5.5 * HOUR)


def test_many_whole_days_say_how_many_more(week: WeekView, qtbot: QtBot) -> None:
    put(week, *(a_round(number, "2026-11-27", minutes=1440, all_day=True) for number in range(1, 8)))
    (more,) = week.gathered
    assert [one.id for one in more.events] == [4, 5, 6, 7]
    assert week.hit(more.area.center()).gathered == more.events


def test_a_crowded_hour_says_how_many_more_and_offers_them(week: WeekView, qtbot: QtBot) -> None:
    put(week, *(a_round(number, "2026-11-27 10:00", company=f"Halden {number}") for number in range(1, 10)))
    (more,) = week.gathered
    hidden = more.events[-1].id
    assert week.rect_of(hidden) is None
    assert len(week.blocks) + len(more.events) == 9
    qtbot.mouseClick(week, LEFT, pos=more.area.center().toPoint())
    menu = next(each for each in week.findChildren(QMenu) if each.isVisible())
    action = menu.actions()[-1]
    assert action.text() == f"10:00 · Halden {hidden} · Panel"
    with qtbot.waitSignal(week.chosen) as chosen:
        action.trigger()
    assert chosen.args[0].interview.id == hidden
    menu.close()


def test_a_gathered_round_that_is_chosen_stands_in_front(week: WeekView, qtbot: QtBot) -> None:
    put(week, *(a_round(number, "2026-11-27 10:00") for number in range(1, 10)))
    hidden = week.gathered[0].events[-1]
    week.choose(hidden.id)
    area = week.rect_of(hidden.id)
    assert area is not None
    assert area.width() > 80
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, area.center(), spot(week, date(2026, 11, 24), 10 * 60 + 30))
    assert asked.args[0].interview.id == hidden.id


def test_dragged_above_the_hours_it_takes_the_whole_day(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27 10:00", zone="America/New_York", minutes=45))
    week.bar.setValue(12 * HOUR)
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, middle(week, 1), strip(week, date(2026, 11, 24)))
    whole = datetime.fromisoformat("2026-11-24 00:00")
    assert asked.args[1] == When(local=whole, zone="America/New_York", minutes=1440, all_day=True)


def test_a_whole_day_dragged_among_the_hours_takes_an_hour(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-27", minutes=2 * 1440, all_day=True, zone="America/New_York"))
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, middle(week, 1), spot(week, date(2026, 11, 24), 15 * 60 + 20))
    assert asked.args[1] == When(local=datetime.fromisoformat("2026-11-24 09:15"), zone="America/New_York")


def test_what_takes_longer_than_a_day_by_the_clock_stays_above_the_hours(week: WeekView, qtbot: QtBot) -> None:
    put(week, a_round(1, "2026-11-25 09:00", minutes=30 * 60))
    with qtbot.waitSignal(week.change_wanted) as asked:
        drag(qtbot, week, middle(week, 1), spot(week, date(2026, 11, 27), 15 * 60))
    assert asked.args[1].minutes == 30 * 60
    assert asked.args[1].local.hour == 9


def test_one_that_ends_after_midnight_does_not_hide_the_working_day(week: WeekView) -> None:
    put(week, a_round(1, "2026-11-26 23:00", minutes=180))
    week.scroll_to_work()
    assert week.bar.value() == round(7.5 * HOUR)


@pytest.mark.parametrize("kind", [MonthView, WeekView])
def test_the_ends_of_the_calendar_are_the_ends(qtbot: QtBot, kind: type[Canvas]) -> None:
    view = kind(BERLIN, lambda: NOW, date(9998, 12, 31))  # type: ignore[call-arg]
    shown(view, qtbot)
    view.go_to(Spot(date(9998, 12, 31), 60))
    for _day in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Right)
    view.repaint()
    assert view.spot.day == date(9998, 12, 31)


def test_far_ahead_is_no_different(month: MonthView) -> None:
    """Past 2038, where counting seconds in 32 bits ends."""
    month.show_day(date(2041, 5, 1))
    put(month, a_round(1, "2041-05-02 10:00", zone="America/New_York"))
    (event,) = events_of([month.events[0].line], BERLIN)
    assert event.start.hour == 16
