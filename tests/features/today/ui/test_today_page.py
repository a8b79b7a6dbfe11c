"""The page of the day: what it says, where its lines and figures lead, and when it looks again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.features.today.model import Need, NeedKind, Stage
from careercoach_desktop.features.today.service import CHANGES, TodayService
from careercoach_desktop.features.today.ui.doors import Doors
from careercoach_desktop.features.today.ui.needs_card import ALL, FEW
from careercoach_desktop.features.today.ui.today_page import TodayPage
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.uikit import Desk, RecordPlace
from tests.features.today.ui import days
from tests.features.today.ui.conftest import Days, Happened
from tests.support.windows import settle
from tests.support.workspace import Place

LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., QWidget]
Led = list[tuple[Any, ...]]


@pytest.fixture
def shown(page: TodayPage, show: Show, qtbot: QtBot) -> TodayPage:
    window = show(page)
    window.resize(1240, 860)
    qtbot.waitUntil(lambda: page.day is not None)
    return page


def look_again(page: TodayPage, qtbot: QtBot, bus: Bus) -> None:
    """Something changed the day."""
    before = page.day
    bus.tell(Happened())
    qtbot.waitUntil(lambda: page.day is not before)


def needs(page: TodayPage) -> list[tuple[str, str, str]]:
    return [(*line.line.words(), line.button.text()) for line in page.needs.lines.lines]


# What it says ------------------------------------------------------------------------------------------------------


def test_it_greets_by_name_and_says_what_needs_the_person_and_why(shown: TodayPage) -> None:
    assert shown.header.title() == "Good morning, Lena"
    assert needs(shown) == [
        (
            "Staff Data Engineer, Marlow Energy",
            "Interview Thursday 14:00 · brief ready, 2 stories to rehearse",
            "Prepare",
        ),
        ("ML Engineer, Orchard Labs", "Applied 9 days ago, no answer", "Follow up"),
        ("Senior Data Engineer, Northwind", "Closes 12 Dec · match 86, not applied", "Tailor"),
        ("Data Lead, Pennine Water", "An offer · answer by Friday", "Decide"),
    ]
    assert shown.needs.lines.lines[0].button.accessibleName() == "Prepare: Staff Data Engineer, Marlow Energy"


def test_a_round_is_told_on_both_clocks_where_they_differ(shown: TodayPage) -> None:
    assert [line.words() for line in shown.rounds.lines.lines] == [
        ("Marlow Energy · Technical, round 2", "Thu 14:00 (15:00 in Berlin) · Ines Duarte"),
        ("Kestrel Insurance · Phone screen", "30 Nov 09:30 · 1 h"),
    ]


def test_what_happened_lately_is_told_by_day(shown: TodayPage) -> None:
    assert [line.words() for line in shown.lately.lines.lines] == [
        ("Brightwater: Exported the letter", "yesterday 18:20"),
        ("Ashdown Retail: Interview completed", "Friday · before: Interview scheduled"),
    ]


def test_a_day_without_anything_to_do_says_so(shown: TodayPage, today: Days, qtbot: QtBot, bus: Bus) -> None:
    today.view = days.QUIET

    look_again(shown, qtbot, bus)

    assert shown.needs.nothing.isVisible()
    assert not shown.needs.lines.isVisible()
    assert shown.rounds.schedule.isVisible()
    assert shown.stands.words.text() == "No application has been sent yet."


def test_before_the_first_job_there_is_one_sentence_and_one_button(
    page: TodayPage, today: Days, show: Show, qtbot: QtBot, led: Led
) -> None:
    today.view = days.BEFORE
    show(page)
    qtbot.waitUntil(page.empty.isVisible)

    qtbot.mouseClick(page.empty.button, LEFT)

    qtbot.waitUntil(lambda: led == [("add",)])
    assert page.header.title() == "Good morning"
    assert not page.add.isVisible()


# Where it leads ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("which", "led_to"),
    [
        (0, ("open", "interviews", 7)),
        (1, ("open", "jobs", RecordPlace(2, "contacts"))),
        (2, ("open", "jobs", RecordPlace(3, "tailor"))),
        (3, ("open", "jobs", 4)),
    ],
)
def test_the_button_of_a_need_leads_where_it_is_done(
    shown: TodayPage, qtbot: QtBot, led: Led, which: int, led_to: tuple[Any, ...]
) -> None:
    qtbot.mouseClick(shown.needs.lines.lines[which].button, LEFT)

    assert led == [led_to]


@pytest.mark.parametrize(
    ("kind", "word", "asked"),
    [
        (NeedKind.THANK_YOU, "Write thanks", ("thank", 7)),
        (NeedKind.OUTCOME, "Say how it went", ("tell", days.MARLOW)),
    ],
)
def test_what_is_left_to_do_after_a_round_is_asked_at_once(
    page: TodayPage, today: Days, show: Show, qtbot: QtBot, led: Led, kind: NeedKind, word: str, asked: tuple[Any, ...]
) -> None:
    over = Need(kind, days.TODAY, "Engineer", "Marlow Energy", job_id=7, interview=days.MARLOW)
    today.view = replace(days.FULL, needs=(over,))
    show(page)
    qtbot.waitUntil(lambda: page.day is not None)
    (line,) = page.needs.lines.lines
    assert line.button.text() == word

    qtbot.mouseClick(line.button, LEFT)

    qtbot.waitUntil(lambda: led == [asked])


def test_a_person_one_wanted_to_be_in_touch_with_is_opened_among_the_people(
    page: TodayPage, today: Days, show: Show, qtbot: QtBot, led: Led
) -> None:
    today.view = replace(
        days.FULL, needs=(Need(NeedKind.FOLLOW_UP, days.TODAY, "Mara Lindqvist", "Northwind", contact_id=9),)
    )
    show(page)
    qtbot.waitUntil(lambda: page.day is not None)
    assert needs(page) == [("Mara Lindqvist, Northwind", "Get in touch again · today", "Follow up")]

    qtbot.keyClick(page.needs.lines.lines[0].line, Qt.Key.Key_Return)

    assert led == [("open", "jobs.people", 9)]


def test_every_figure_leads_to_the_jobs_it_counts(shown: TodayPage, qtbot: QtBot, led: Led) -> None:
    qtbot.mouseClick(shown.stands.bars.bars[1], LEFT)
    qtbot.waitUntil(lambda: led == [("jobs", (len(Stage.APPLIED), 1))])
    qtbot.mouseClick(shown.weeks.bars.bars[7], LEFT)

    assert led[1:] == [("jobs", (70, 71, 72, 73))]


def test_lines_lead_to_their_round_and_their_job_and_the_rest_is_one_press_away(
    shown: TodayPage, qtbot: QtBot, led: Led
) -> None:
    qtbot.mouseClick(shown.rounds.lines.lines[1], LEFT)
    qtbot.keyClick(shown.lately.lines.lines[0], Qt.Key.Key_Space)
    qtbot.mouseClick(shown.rounds.all, LEFT)
    qtbot.mouseClick(shown.lately.all, LEFT)

    assert led == [("open", "interviews", 8), ("open", "jobs", 5), ("open", "interviews", None), ("history",)]


def test_needs_that_are_left_out_can_be_shown_and_put_away_again(
    page: TodayPage, today: Days, show: Show, qtbot: QtBot
) -> None:
    many = tuple(Need(NeedKind.OWN, days.TODAY, f"Job {at}", "", job_id=at) for at in range(1, 10))
    today.view = replace(days.FULL, needs=many)
    show(page)
    qtbot.waitUntil(lambda: page.day is not None)
    assert page.needs.all.text() == "Show 3 more"

    qtbot.mouseClick(page.needs.all, LEFT)
    qtbot.waitUntil(lambda: len(page.needs.lines.lines) == 9)
    qtbot.mouseClick(page.needs.all, LEFT)
    qtbot.waitUntil(lambda: len(page.needs.lines.lines) == 6)

    assert today.asked == [FEW, ALL, FEW]


def test_a_reminder_is_ticked_off_from_its_menu_and_undone(
    page: TodayPage, today: Days, show: Show, qtbot: QtBot, place: Place, await_: Callable[..., Any], desk: Desk
) -> None:
    job_id = place.add_job(Posting(title="ML Engineer", company="Orchard Labs"))
    (made,) = place.get(DueService).remind([job_id], days.TODAY, "Ring back")
    own = Need(NeedKind.OWN, days.TODAY, "ML Engineer", "Orchard Labs", job_id, text="Ring back", reminder_id=made.id)
    today.view = replace(days.FULL, needs=(days.NEEDS[0], own))
    show(page)
    qtbot.waitUntil(lambda: page.day is not None)
    first, second = page.needs.lines.lines
    assert not first.more.isVisible()

    qtbot.mouseClick(second.more, LEFT)
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    offered = [action.text().split(" (")[0] for action in menu.actions() if action.text()]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(desk.undo.undo_label))

    def is_open() -> bool:
        return made.id in [each.id for each in place.get(ReminderService).due(days.TODAY)]

    assert offered == ["Done", "Tomorrow", "In 3 days", "Next week", "Pick a date…"]
    assert not is_open()
    await_(desk.undo.undo())
    assert is_open()


# When it looks again -----------------------------------------------------------------------------------------------


def test_the_keyboard_stays_where_it_was_when_the_day_is_another(
    shown: TodayPage, today: Days, qtbot: QtBot, bus: Bus
) -> None:
    line = shown.needs.lines.lines[1]
    line.button.setFocus()
    today.view = replace(days.FULL, needs=days.NEEDS[1:])

    look_again(shown, qtbot, bus)

    assert shown.needs.lines.lines[1] is line
    assert line.button.hasFocus()
    assert line.line.words()[0] == "Senior Data Engineer, Northwind"


def test_what_is_the_same_is_not_painted_again(
    shown: TodayPage, today: Days, qtbot: QtBot, bus: Bus, qapp: QApplication
) -> None:
    watched = Painted(shown)
    settle(qapp)
    watched.widgets.clear()
    today.view = replace(days.FULL, interviews=(days.KESTREL, days.KESTREL))

    look_again(shown, qtbot, bus)
    settle(qapp)

    lines = set(watched.widgets) & {*shown.rounds.lines.lines, *shown.lately.lines.lines}
    assert lines == {shown.rounds.lines.lines[0]}
    assert not set(watched.widgets) & {*shown.stands.bars.bars, *shown.weeks.bars.bars}


class Painted(QWidget):
    """Which widgets of a page are painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        for each in page.findChildren(QWidget):
            each.installEventFilter(self)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.widgets.append(watched)
        return False


def test_with_the_real_services_it_follows_what_is_done_elsewhere(
    desk: Desk, doors: Doors, place: Place, show: Show, qtbot: QtBot
) -> None:
    page = TodayPage(desk, place.get(TodayService), doors, CHANGES)
    show(page)
    qtbot.waitUntil(page.empty.isVisible)

    job_id = place.add_job(Posting(title="ML Engineer", company="Orchard Labs"))
    qtbot.waitUntil(page.cards.isVisible)
    assert [bar.accessibleName() for bar in page.stands.bars.bars][:2] == [
        "Interested: 1 job came this far, 1 is there now",
        "Applied: 0 jobs came this far, 0 are there now",
    ]

    place.get(JobService).move([job_id], JobStatus.OFFER_RECEIVED, None)
    qtbot.waitUntil(lambda: bool(page.needs.lines.lines))
    assert needs(page) == [("ML Engineer, Orchard Labs", "A new offer · it waits for your answer", "Decide")]


def test_a_page_out_of_sight_reads_nothing_until_it_is_shown(
    shown: TodayPage, today: Days, qtbot: QtBot, bus: Bus
) -> None:
    shown.hide()
    bus.tell(Happened())
    QApplication.processEvents()
    assert len(today.asked) == 1

    shown.show()

    qtbot.waitUntil(lambda: len(today.asked) == 2)


@pytest.mark.parametrize(
    ("later", "looks"),
    [(timedelta(minutes=5), 1), (timedelta(hours=4), 2), (timedelta(hours=15), 2), (timedelta(days=3, hours=5), 2)],
)
def test_it_looks_again_when_the_time_of_day_or_the_day_is_another(
    shown: TodayPage, today: Days, qtbot: QtBot, later: timedelta, looks: int
) -> None:
    today.now += later

    shown._clock.timeout.emit()

    qtbot.waitUntil(lambda: len(today.asked) == looks)


def test_tab_goes_through_the_page_as_it_is_read_and_passes_a_chart_in_one_step(shown: TodayPage, qtbot: QtBot) -> None:
    seen: list[str] = []
    shown.add.setFocus()
    for _step in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert seen[:4] == [
        "Add job",
        "Staff Data Engineer, Marlow Energy, Interview Thursday 14:00 · brief ready, 2 stories to rehearse",
        "Prepare: Staff Data Engineer, Marlow Energy",
        "ML Engineer, Orchard Labs, Applied 9 days ago, no answer",
    ]
    after = seen[seen.index("Decide: Data Lead, Pennine Water") + 1 :]
    assert after[:3] == [
        "Offer: 2 jobs came this far, 2 are there now",
        "This week: 4 applications",
        "Show all interviews",
    ]


@pytest.mark.parametrize(("width", "columns"), [(1752, 3), (1192, 3), (692, 2), (480, 1)])
def test_cards_stand_beside_each_other_where_there_is_room(
    page: TodayPage, show: Show, qtbot: QtBot, width: int, columns: int
) -> None:
    window = show(page)
    window.resize(width, 800)
    qtbot.waitUntil(lambda: page.day is not None and page.cards.columns == columns)

    right = max(card.geometry().right() for card in (page.needs, page.stands, page.weeks, page.rounds, page.lately))
    assert right <= page.cards.width()
