"""The Interviews page on a real file: what is seen and what is stored agree, and every change can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.feature import CALENDAR, FEATURE
from careercoach_desktop.features.interviews.model import (
    InterviewLine,
    InterviewOutcome,
    InterviewSpan,
    InterviewType,
    When,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.ui.calendar.dragging import Spot
from careercoach_desktop.features.interviews.ui.interview_views import LIST, MONTH, WEEK
from careercoach_desktop.features.interviews.ui.interviews_page import InterviewDoors, InterviewsPage
from careercoach_desktop.foundation.uikit import Desk, MenuEntry, recall
from tests.features.interviews.conftest import video_call, wall
from tests.support.dialogs import toasts
from tests.support.windows import Await

NOW = datetime(2026, 11, 26, 12, 20, tzinfo=UTC)
ALT = Qt.KeyboardModifier.AltModifier


class Detail(QLabel):
    """Says which round it shows."""

    close_wanted = Signal()

    def show_interview(self, line: InterviewLine) -> None:
        self.setText(f"{line.interview.id} {line.interview.when.local:%H:%M}")


class Asked:
    """What the page led to."""

    def __init__(self, desk: Desk, interviews: InterviewService) -> None:
        self._desk, self._interviews = desk, interviews
        self.made: int | None = None
        self.chosen: list[int] = []
        self.scheduled: list[When | None] = []
        self.edited: list[int] = []
        self.files: list[Path] = []
        self.asked_after: list[tuple[str, int, str]] = []
        self.detail = Detail()

    async def schedule(self, when: When | None) -> int | None:
        self.scheduled.append(when)
        return self.made

    async def edit(self, line: InterviewLine) -> None:
        self.edited.append(line.interview.id)

    async def remove(self, line: InterviewLine) -> None:
        await self._desk.run(self._interviews.remove, [line.interview.id])

    def entries(self, line: InterviewLine) -> list[MenuEntry]:
        return [MenuEntry("Prepare", lambda: self.chosen.append(line.interview.id))]

    async def thank(self, interview_id: int) -> None:
        self.asked_after.append(("thank", interview_id, self.detail.text()))

    async def complete(self, line: InterviewLine) -> None:
        self.asked_after.append(("complete", line.interview.id, self.detail.text()))

    async def take(self, files: Sequence[Path]) -> None:
        self.files.extend(files)

    def doors(self) -> InterviewDoors:
        return InterviewDoors(
            self.schedule,
            self.edit,
            self.remove,
            self.entries,
            lambda: self.detail,
            self.take,
            thank=self.thank,
            complete=self.complete,
        )


@pytest.fixture
def asked(desk: Desk, interviews: InterviewService) -> Asked:
    return Asked(desk, interviews)


@pytest.fixture
def page(desk: Desk, interviews: InterviewService, asked: Asked, qtbot: QtBot) -> InterviewsPage:
    made = InterviewsPage(desk, interviews, asked.doors(), lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1072, 769)
    made.show()
    made.activateWindow()
    desk.set_window(made)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def friday(interviews: InterviewService, job: int) -> int:
    """Friday 27 November at ten, in Berlin as the person is."""
    return interviews.schedule(job, video_call(wall("2026-11-27 10:00"))).id


def seen(page: InterviewsPage) -> dict[int, datetime]:
    """Where the shown calendar has each round, on the person's clock."""
    canvas = page.views.canvas
    assert canvas is not None
    return {event.id: event.start.replace(tzinfo=None) for event in canvas.events}


def listed(page: InterviewsPage) -> list[int]:
    return [event.id for event in page.views.list.interviews.events]


def choose(page: InterviewsPage, qtbot: QtBot, interview_id: int) -> None:
    """Click it in the month."""
    qtbot.waitUntil(lambda: interview_id in seen(page))
    area = page.views.month.rect_of(interview_id)
    assert area is not None
    page.views.month.setFocus()
    qtbot.mouseClick(page.views.month, Qt.MouseButton.LeftButton, pos=area.center().toPoint())


def test_without_interviews_it_says_what_will_be_here_and_schedules_one(
    page: InterviewsPage, asked: Asked, qtbot: QtBot, interviews: InterviewService, job: int
) -> None:
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.button.click()
    qtbot.waitUntil(lambda: asked.scheduled == [None])
    interviews.schedule(job, video_call(wall("2027-06-01 10:00")))  # months away: the calendar is there all the same
    qtbot.waitUntil(page.views.isVisible)


def test_the_month_shows_what_is_stored_and_follows_it(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: seen(page) == {friday: datetime.fromisoformat("2026-11-27 10:00")})
    other = interviews.schedule(job, video_call(wall("2026-11-30 10:00", "America/New_York"))).id
    qtbot.waitUntil(lambda: seen(page).get(other) == datetime.fromisoformat("2026-11-30 16:00"))
    interviews.remove([friday])
    qtbot.waitUntil(lambda: list(seen(page)) == [other])


def test_a_click_shows_the_detail_beside_the_calendar_and_escape_takes_it_away(
    page: InterviewsPage, asked: Asked, friday: int, interviews: InterviewService, qtbot: QtBot
) -> None:
    choose(page, qtbot, friday)
    assert page.is_open
    assert asked.detail.text() == f"{friday} 10:00"
    qtbot.waitUntil(lambda: page.views.width() < page.width() - 380)
    interviews.change(friday, {"when": wall("2026-11-27 11:00")})
    qtbot.waitUntil(lambda: asked.detail.text() == f"{friday} 11:00")
    qtbot.keyClick(page.views.month, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.is_open)
    qtbot.waitUntil(lambda: page.views.width() == page.width())


def test_the_head_keeps_out_from_under_the_detail(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    page.resize(1040, 769)
    choose(page, qtbot, friday)
    edge = page.width() - 420
    qtbot.waitUntil(lambda: page.add.mapTo(page, page.add.rect().topRight()).x() < edge)
    assert page.search.width() >= 120
    assert (page.add.text(), page.add.accessibleName()) == ("Schedule", "Schedule interview")
    page.resize(720, 769)  # now it does not fit beside the detail
    qtbot.waitUntil(lambda: page.add.text() == "Schedule interview")
    page.focus_search()
    qtbot.waitUntil(lambda: not page.is_open)
    assert page.search.hasFocus()


def test_who_comes_here_has_the_calendar_under_the_arrows(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    pages, before = QStackedWidget(), QPushButton()
    qtbot.addWidget(pages)
    for each in (before, page):
        pages.addWidget(each)
    pages.show()
    before.setFocus()
    pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: pages.focusWidget() is page.views.month)
    page.setParent(None)  # its fixture closes it


def test_a_round_found_in_the_list_is_shown_in_its_week(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    far = interviews.schedule(job, video_call(wall("2027-06-01 10:00"))).id
    qtbot.keyClick(page.views.month, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: listed(page) == [friday, far])
    row = page.views.list.visualRect(page.views.list.interviews.index(1))
    qtbot.mouseClick(page.views.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    page.views.turn_to(WEEK)
    qtbot.waitUntil(lambda: list(seen(page)) == [far])
    assert page.views.week.chosen_event is not None


def test_a_round_that_goes_takes_its_detail_along(
    page: InterviewsPage, friday: int, interviews: InterviewService, qtbot: QtBot
) -> None:
    choose(page, qtbot, friday)
    interviews.remove([friday])
    qtbot.waitUntil(lambda: not page.is_open)


def test_moved_it_is_stored_said_and_taken_back(
    page: InterviewsPage, friday: int, interviews: InterviewService, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    choose(page, qtbot, friday)
    qtbot.keyClick(page.views.month, Qt.Key.Key_Left, ALT)
    assert seen(page)[friday] == datetime.fromisoformat("2026-11-26 10:00"), "it is there before it is stored"
    qtbot.waitUntil(lambda: toasts(desk) == ["Halden Rail moved to Thu 26 Nov, 10:00 – 11:00."])
    assert interviews.get(friday).when == wall("2026-11-26 10:00")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: seen(page)[friday] == datetime.fromisoformat("2026-11-27 10:00"))
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: seen(page)[friday] == datetime.fromisoformat("2026-11-26 10:00"))


def test_moved_in_another_zone_the_message_says_both_times(
    page: InterviewsPage, interviews: InterviewService, job: int, desk: Desk, qtbot: QtBot
) -> None:
    there = interviews.schedule(job, video_call(wall("2026-11-27 10:00", "America/New_York"))).id
    page.views.turn_to(WEEK)
    qtbot.waitUntil(lambda: there in seen(page))
    page.views.week.choose(there)
    qtbot.keyClick(page.views.week, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: toasts(desk) == ["Halden Rail moved to Fri 27 Nov, 16:15 – 17:15 (10:15 in New York)."])
    assert interviews.get(there).when == wall("2026-11-27 10:15", "America/New_York")


def test_made_longer_the_message_says_until_when(page: InterviewsPage, friday: int, desk: Desk, qtbot: QtBot) -> None:
    page.views.turn_to(WEEK)
    qtbot.waitUntil(lambda: friday in seen(page))
    page.views.week.choose(friday)
    qtbot.keyClick(page.views.week, Qt.Key.Key_Down, ALT | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: toasts(desk) == ["Halden Rail is now Fri 27 Nov, 10:00 – 11:15."])


def test_moved_out_of_the_week_the_week_goes_along(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    page.views.turn_to(WEEK)
    qtbot.waitUntil(lambda: friday in seen(page))
    page.views.week.choose(friday)
    for _day in range(3):
        qtbot.keyClick(page.views.week, Qt.Key.Key_Right, ALT)
    assert page.views.week.first_day() == date(2026, 11, 30)
    chosen = page.views.week.chosen_event
    assert chosen is not None
    assert chosen.first == date(2026, 11, 30)


def test_a_round_that_is_gone_can_not_be_moved_and_that_is_said(
    page: InterviewsPage, friday: int, desk: Desk, qtbot: QtBot, interviews: InterviewService
) -> None:
    choose(page, qtbot, friday)
    line = interviews.line(friday)
    interviews.remove([friday])
    qtbot.waitUntil(lambda: seen(page) == {})
    page.views.month.change_wanted.emit(line, wall("2026-11-30 10:00"))
    qtbot.waitUntil(lambda: any("no longer there" in said for said in toasts(desk)))
    qtbot.waitUntil(lambda: seen(page) == {})


def test_steps_of_a_key_are_taken_back_together_and_a_drag_by_itself(
    page: InterviewsPage, friday: int, interviews: InterviewService, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    page.views.turn_to(WEEK)
    qtbot.waitUntil(lambda: friday in seen(page))
    line = interviews.line(friday)
    page.views.week.change_wanted.emit(line, wall("2026-11-26 10:00"))
    qtbot.waitUntil(lambda: len(toasts(desk)) == 1)
    qtbot.waitUntil(lambda: seen(page)[friday] == datetime.fromisoformat("2026-11-26 10:00"))
    page.views.week.choose(friday)
    for _step in range(3):
        qtbot.keyClick(page.views.week, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: interviews.get(friday).when == wall("2026-11-26 10:45"))
    qtbot.waitUntil(lambda: toasts(desk)[-1:] == ["Halden Rail moved to Thu 26 Nov, 10:45 – 11:45."])
    await_(desk.undo.undo())
    assert interviews.get(friday).when == wall("2026-11-26 10:00")
    await_(desk.undo.redo())
    assert interviews.get(friday).when == wall("2026-11-26 10:45")
    await_(desk.undo.undo())
    await_(desk.undo.undo())
    assert interviews.get(friday).when == wall("2026-11-27 10:00")


def test_delete_removes(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    choose(page, qtbot, friday)
    qtbot.keyClick(page.views.month, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: seen(page) == {})


def test_the_menu_opens_the_round_and_offers_what_is_offered_elsewhere(
    page: InterviewsPage, asked: Asked, friday: int, interviews: InterviewService, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    pick(page, interviews.line(friday), "Prepare")
    assert asked.chosen == [friday]
    pick(page, interviews.line(friday), "Open")
    assert page.is_open
    with qtbot.waitSignal(desk.open_requested) as opened:
        pick(page, interviews.line(friday), "Go to the job")
    assert opened.args == ["jobs", interviews.get(friday).job_id]


def pick(page: InterviewsPage, line: InterviewLine, entry: str) -> None:
    """Ask for the round's menu and take this entry."""
    page.views.menu_wanted.emit(line, page.mapToGlobal(QPoint(100, 200)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text() == entry)
    menu.close()
    action.trigger()


def test_a_round_that_was_scheduled_is_chosen_wherever_it_is(
    page: InterviewsPage, asked: Asked, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    asked.made = interviews.schedule(job, video_call(wall("2027-03-01 10:00"))).id
    page.add.click()
    qtbot.waitUntil(lambda: page.views.title.text() == "March 2027")
    qtbot.waitUntil(lambda: page.views.month.chosen_event is not None)


def test_a_round_that_is_gone_can_not_be_opened_and_that_is_said(
    page: InterviewsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.open_record(99)
    qtbot.waitUntil(lambda: any("no longer there" in said for said in toasts(desk)))


def test_a_free_day_schedules_at_that_time_and_return_edits(
    page: InterviewsPage, asked: Asked, friday: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    month = page.views.month
    qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=month.cell(date(2026, 11, 18)).center().toPoint())
    qtbot.waitUntil(lambda: asked.scheduled == [wall("2026-11-18 10:00")])
    month.choose(friday)
    qtbot.keyClick(month, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.edited == [friday])


def test_letters_turn_to_another_layout_which_is_remembered(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    page.views.month.setFocus()
    for key, layout in ((Qt.Key.Key_W, WEEK), (Qt.Key.Key_L, LIST), (Qt.Key.Key_M, MONTH)):
        qtbot.keyClick(page.views.current, key)
        assert page.switch.value() == layout
        assert recall("interviews.layout", "") == layout
        assert page.views.current.hasFocus()


def test_months_turn_and_t_comes_back(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    page.views.month.setFocus()
    page.views.after.click()
    assert page.views.title.text() == "December 2026"
    qtbot.keyClick(page.views.month, Qt.Key.Key_PageDown)
    assert page.views.title.text() == "January 2027"
    qtbot.keyClick(page.views.month, Qt.Key.Key_T)
    assert page.views.title.text() == "November 2026"
    assert page.views.month.spot == Spot(date(2026, 11, 26))


def test_a_month_that_was_shown_beside_is_there_at_once(
    page: InterviewsPage, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    january = interviews.schedule(job, video_call(wall("2027-01-11 10:00"))).id
    qtbot.waitUntil(lambda: bool(page.views.data.events(date(2027, 1, 1), date(2027, 1, 31))))
    page.views.turn(1)
    page.views.turn(1)
    assert list(seen(page)) == [january]


def test_more_of_a_day_opens_its_week(page: InterviewsPage, friday: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: friday in seen(page))
    page.views.month.day_wanted.emit(date(2026, 11, 18))
    assert page.switch.value() == WEEK
    assert page.views.week.first_day() == date(2026, 11, 16)
    assert page.views.week.spot.day == date(2026, 11, 18)


def test_opened_for_a_round_it_shows_its_day_and_its_detail(
    page: InterviewsPage, asked: Asked, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    far = interviews.schedule(job, video_call(wall("2028-02-29 10:00"))).id
    page.open_record(far)
    qtbot.waitUntil(lambda: far in seen(page))
    assert page.views.title.text() == "February 2028"
    qtbot.waitUntil(lambda: asked.detail.text() == f"{far} 10:00")
    chosen = page.views.month.chosen_event
    assert chosen is not None
    assert chosen.id == far


def test_who_comes_to_thank_or_to_say_how_it_went_sees_the_round_meanwhile(
    page: InterviewsPage, friday: int, asked: Asked, interviews: InterviewService, await_: Await[None]
) -> None:
    await_(page.thank(friday))
    await_(page.complete(interviews.line(friday)))

    assert asked.asked_after == [("thank", friday, f"{friday} 10:00"), ("complete", friday, f"{friday} 10:00")]
    assert page.is_open


def test_words_find_rounds_in_the_calendar_and_in_the_list(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    other = interviews.schedule(job, video_call(wall("2026-11-30 10:00"), notes="Bring the signal plans")).id
    qtbot.waitUntil(lambda: set(seen(page)) == {friday, other})
    page.focus_search()
    assert page.search.hasFocus()
    page.search.setText("plans signal")
    qtbot.waitUntil(lambda: list(seen(page)) == [other])
    assert page.views.about.text() == "1 interview here. The list searches all."
    page.views.turn(2)  # nothing there says it, which is not to say that nothing does
    qtbot.waitUntil(lambda: page.views.about.text() == "No interviews here. The list searches all.")
    page.views.turn_to(LIST)
    qtbot.waitUntil(lambda: listed(page) == [other])
    page.search.setText("nothing says this")
    nothing = page.views._nothing
    qtbot.waitUntil(nothing.isVisible)
    nothing.button.click()
    qtbot.waitUntil(lambda: listed(page) == [friday, other])
    assert page.search.text() == ""


def test_the_list_is_filtered_by_time_kind_and_outcome(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    past = [
        interviews.schedule(job, video_call(wall(f"2026-11-0{day} 10:00"), type=InterviewType.PANEL)).id
        for day in (2, 3)
    ]
    interviews.change(past[0], {"outcome": InterviewOutcome.PASSED})
    page.views.turn_to(LIST)
    line = page.views.filter
    qtbot.waitUntil(lambda: listed(page) == [*past, friday])
    line.when._choose(InterviewSpan.PAST.value)
    qtbot.waitUntil(lambda: listed(page) == past[::-1])
    line.outcome._choose(InterviewOutcome.PASSED.value)
    qtbot.waitUntil(lambda: listed(page) == past[:1])
    line.clear.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    line.type._choose(InterviewType.PANEL.value)
    qtbot.waitUntil(lambda: listed(page) == past)
    assert page.views.about.text() == "2 interviews"


def test_what_follows_a_removed_round_has_the_keyboard_next(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    later = [interviews.schedule(job, video_call(wall(f"2026-12-0{day} 10:00"))).id for day in (2, 3)]
    page.views.turn_to(LIST)
    qtbot.waitUntil(lambda: listed(page) == [friday, *later])
    shown = page.views.list
    shown.setCurrentIndex(shown.interviews.index(1))
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(page) == [friday, later[1]])
    current = shown.current()
    assert current is not None
    assert current.id == later[1]


def test_another_filter_shows_its_list_from_the_top(
    page: InterviewsPage, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    for day in range(1, 25):
        interviews.schedule(job, video_call(wall(f"2026-12-{day:02} 10:00")))
    page.views.turn_to(LIST)
    qtbot.waitUntil(lambda: len(listed(page)) == 25)
    bar = page.views.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.views.filter.when._choose("UPCOMING")
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_the_list_goes_by_keyboard_and_keeps_what_was_chosen(
    page: InterviewsPage, asked: Asked, friday: int, interviews: InterviewService, job: int, qtbot: QtBot
) -> None:
    other = interviews.schedule(job, video_call(wall("2026-11-30 10:00"))).id
    choose(page, qtbot, friday)
    page.views.turn_to(LIST)
    page.views.list.setFocus()
    qtbot.waitUntil(lambda: listed(page) == [friday, other])
    current = page.views.list.current()
    assert current is not None
    assert current.id == friday
    qtbot.keyClick(page.views.list, Qt.Key.Key_Down)
    assert asked.detail.text().startswith(f"{other} "), "the open detail follows the keyboard"
    qtbot.keyClick(page.views.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.edited == [other])
    qtbot.keyClick(page.views.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(page) == [friday])


def test_an_invitation_can_be_dropped_on_the_page(
    page: InterviewsPage, asked: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "invite.ics"
    file.write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, plain)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page._veil.isVisible()
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, plain))
    qtbot.waitUntil(lambda: asked.files == [file])
    assert not page._veil.isVisible()


def test_other_files_are_not_taken(page: InterviewsPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "resume.pdf"))])
    enter = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("layout", [MONTH, WEEK])
def test_the_calendar_takes_what_is_listed_and_nothing_like_it(
    page: InterviewsPage, friday: int, qtbot: QtBot, layout: str
) -> None:
    page.views.turn_to(layout)
    qtbot.waitUntil(lambda: friday in seen(page))
    for line in FEATURE.keys:
        for keys in line.keys if line.where == CALENDAR else ():
            page.views.turn_to(layout)
            canvas = page.views.canvas
            assert canvas is not None
            canvas.choose(friday)
            assert takes(canvas, keys), keys
    for keys in ("J", "F7", "Ctrl+J", "Ctrl+T", "Alt+Home"):
        assert not takes(page.views.current, keys), keys


def takes(widget: QWidget, keys: str) -> bool:
    """Press the keys on the widget; whether it, or the page around it, did something with them."""
    combination = QKeySequence(keys)[0]
    event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
