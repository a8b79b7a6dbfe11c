"""The jobs page as a timeline: by day, of the jobs that are shown, read as far as somebody scrolls."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import JobFilter, JobStatus, Layout, Posting, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.timeline_view import ENOUGH, TimelineView
from careercoach_desktop.features.jobs.ui.words import day_words


@pytest.fixture
def timeline(page: JobsPage, qtbot: QtBot) -> TimelineView:
    page._cards.set_layout(Layout.TIMELINE)
    view = page.layouts.current_layout
    assert isinstance(view, TimelineView)
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    return view


def told(view: TimelineView) -> list[tuple[str, TimelineKind]]:
    return [(one.title, one.entry.kind) for one in view.model.entries()]


def test_it_tells_what_happened_newest_first_under_its_day(timeline: TimelineView) -> None:
    assert isinstance(timeline.model.row(0), date)
    assert told(timeline) == [(title, TimelineKind.ADDED) for title in "ABCDE"]


def test_what_happens_appears(timeline: TimelineView, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    jobs.move([five[2]], JobStatus.APPLIED)
    qtbot.waitUntil(lambda: told(timeline)[0] == ("C", TimelineKind.MOVED))


def test_it_shows_the_filtered_jobs(page: JobsPage, timeline: TimelineView, qtbot: QtBot) -> None:
    page._cards.set_filter(JobFilter(statuses=("INTERESTED",)))
    page._cards.set_search("b")
    qtbot.waitUntil(lambda: told(timeline) == [("B", TimelineKind.ADDED)])
    page._cards.show_all()
    qtbot.waitUntil(lambda: len(told(timeline)) == 5)


def test_one_kind_at_a_time(timeline: TimelineView, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    jobs.move([five[2]], JobStatus.APPLIED)
    timeline.chips["moves"].click()
    qtbot.waitUntil(lambda: told(timeline) == [("C", TimelineKind.MOVED)])
    timeline.chips["people"].click()
    qtbot.waitUntil(lambda: timeline._stack.currentIndex() == 1)
    timeline.chips["all"].click()
    qtbot.waitUntil(lambda: len(told(timeline)) == 6)


def test_enter_and_click_open_the_job_and_days_are_passed_over(
    page: JobsPage, timeline: TimelineView, five: list[int], qtbot: QtBot
) -> None:
    timeline.list.setFocus()
    assert timeline.list.currentIndex().row() == 1, "the first entry, not the day above it"
    qtbot.keyClick(timeline.list, Qt.Key.Key_Down)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == five[1])
    spot = timeline.list.visualRect(timeline.model.index(4)).center()
    qtbot.mouseClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == five[3])


def test_the_past_is_read_while_somebody_scrolls_and_the_place_is_kept(
    timeline: TimelineView, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    for turn in range(5 * ENOUGH):
        jobs.move([five[0]], JobStatus.APPLIED if turn % 2 == 0 else JobStatus.INTERESTED)
    qtbot.waitUntil(lambda: len(told(timeline)) >= ENOUGH)
    first = len(told(timeline))
    whole = len(jobs.timeline(five[0])) + 4
    assert first < whole

    def at_the_end() -> bool:
        bar = timeline.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        return len(told(timeline)) == whole and not timeline.model.has_more

    qtbot.waitUntil(at_the_end)
    assert told(timeline)[-1] == ("E", TimelineKind.ADDED)
    place = timeline.list.verticalScrollBar().value()
    jobs.set_tags(five[0], ["x"])
    jobs.move([five[1]], JobStatus.APPLIED)
    qtbot.waitUntil(lambda: told(timeline)[0] == ("B", TimelineKind.MOVED))
    assert timeline.list.verticalScrollBar().value() == place


def test_days_are_near_or_named() -> None:
    today = date(2026, 11, 26)
    assert [day_words(date(2026, 11, day), today) for day in (26, 25)] == ["Today", "Yesterday"]
    assert day_words(date(2026, 11, 3), today) == "Tuesday, 3 November"
    assert day_words(date(2025, 11, 3), today) == "Monday, 3 November 2025"


def test_it_is_quiet_while_another_layout_is_shown(
    page: JobsPage, timeline: TimelineView, jobs: JobService, qtbot: QtBot, await_: Any
) -> None:
    page._cards.set_layout(Layout.BOARD)
    jobs.add_manually(Posting(title="F"))
    qtbot.waitUntil(lambda: page.board.cards.total() == 6)
    assert len(told(timeline)) == 5
    page._cards.set_layout(Layout.TIMELINE)
    qtbot.waitUntil(lambda: told(timeline)[0] == ("F", TimelineKind.ADDED))
