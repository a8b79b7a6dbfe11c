"""What frames a page: tabs, the drawer, toasts, the sidebar, the activity strip."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit import remembered, toasts
from careercoach_desktop.foundation.uikit.activity import ActivityStrip
from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.drawer import Drawer
from careercoach_desktop.foundation.uikit.gallery import sample_task
from careercoach_desktop.foundation.uikit.layouts import column
from careercoach_desktop.foundation.uikit.sidebar import NavEntry, Person, SidebarNav
from careercoach_desktop.foundation.uikit.tabs import TabbedPages, Tabs
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import Theme
from careercoach_desktop.foundation.uikit.toasts import ToastHost
from careercoach_desktop.foundation.uikit.tokens import SIDEBAR, SIDEBAR_COLLAPSED
from tests.support.windows import settle

LEFT = Qt.MouseButton.LeftButton
JOB_TABS = [("overview", "Overview"), ("match", "Match"), ("notes", "Notes")]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QCursor.setPos(window.mapToGlobal(QPoint(5, 5)))  # a pointer resting on a toast would keep it
    return window


def pressable(within: QWidget, name: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.accessibleName() == name)


# Tabs


def test_arrow_keys_move_through_tabs_and_around_the_ends(window: QWidget, qtbot: QtBot) -> None:
    tabs = Tabs(JOB_TABS, "Job")
    window.setLayout(column(tabs))
    heard: list[str] = []
    tabs.changed.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(tabs, key)
    assert heard == ["match", "notes", "overview", "notes", "overview"]


def test_a_click_turns_the_page(window: QWidget, qtbot: QtBot) -> None:
    pages = TabbedPages("Job")
    for key, label in JOB_TABS:
        pages.add(key, label, Text(label))
    window.setLayout(column(pages))
    settle(QApplication.instance())
    assert pages.page("overview").isVisible()
    with qtbot.waitSignal(pages.changed) as heard:
        qtbot.mouseClick(pages.tabs, LEFT, pos=QPoint(95, 18))
    assert heard.args == ["match"]
    assert pages.page("match").isVisible()
    assert pages.tabs.accessibleDescription() == "Match, 2 of 3"


# Drawer


def make_drawer(window: QWidget, remember: str = "") -> tuple[Drawer, Button]:
    drawer = Drawer(window, "Senior Data Engineer", width=420, remember=remember)
    inside = Button("Tailor my résumé")
    content = QWidget()
    content.setLayout(column(inside))
    content.setFocusProxy(inside)
    drawer.set_content(content)
    return drawer, inside


def test_the_drawer_slides_in_takes_the_keyboard_and_gives_it_back(window: QWidget, qtbot: QtBot) -> None:
    board = Button("Board")
    board.setParent(window)
    board.show()
    board.setFocus()
    drawer, inside = make_drawer(window)

    with qtbot.waitSignal(drawer.opened):
        drawer.slide_in()
    qtbot.waitUntil(lambda: drawer.geometry().right() == window.width() - 1)
    assert inside.hasFocus()

    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert board.hasFocus()
    qtbot.waitUntil(drawer.isHidden)
    assert not drawer.is_open


def test_reduced_motion_shows_the_drawer_at_once(
    window: QWidget, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "reduced_motion", property(lambda _theme: True))
    drawer, _inside = make_drawer(window)
    drawer.slide_in()
    assert drawer.geometry().right() == window.width() - 1
    drawer.slide_out()
    assert drawer.isHidden()


def test_the_drawers_width_is_remembered_and_kept_within_the_window(window: QWidget) -> None:
    first, _inside = make_drawer(window, "test.drawer")
    first.set_width(560)
    second, _inside = make_drawer(window, "test.drawer")
    assert second.drawer_width() == 560
    second.set_width(5000)
    assert second.drawer_width() == window.width() - 160
    second.set_width(10)
    assert second.drawer_width() == 380


def test_the_drawer_follows_the_window(window: QWidget, qtbot: QtBot) -> None:
    drawer, _inside = make_drawer(window)
    drawer.slide_in()
    qtbot.waitUntil(lambda: drawer.geometry().right() == window.width() - 1)
    window.resize(1200, 500)
    qtbot.waitUntil(lambda: drawer.geometry().right() == 1199)
    assert drawer.height() == 500


# Toasts


def test_a_toast_runs_its_action_and_goes(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    ran: list[str] = []
    toast = host.show("Moved to Applied", action="Undo", on_action=lambda: ran.append("undo"))
    assert abs(toast.geometry().center().x() - window.width() // 2) <= 1
    qtbot.mouseClick(toast.action, LEFT)
    assert ran == ["undo"]
    assert host.toasts == []


def test_a_toast_leaves_by_itself(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toasts, "SHORT_MS", 20)
    host = ToastHost(window)
    host.show("Saved")
    assert len(host.toasts) == 1
    qtbot.waitUntil(lambda: host.toasts == [])


def test_a_toast_stays_while_the_keyboard_is_on_it(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toasts, "SHORT_MS", 20)
    monkeypatch.setattr(toasts, "LONG_MS", 20)
    host = ToastHost(window)
    toast = host.show("Moved to Applied", action="Undo")
    toast.action.setFocus()
    qtbot.wait(120)
    assert host.toasts == [toast]
    window.setFocus()
    toast.action.clearFocus()
    qtbot.waitUntil(lambda: host.toasts == [])


def test_at_most_three_toasts_are_stacked_without_overlap(window: QWidget) -> None:
    host = ToastHost(window)
    for number in range(5):
        host.show(f"Message {number}", action="Undo")
    assert [toast.accessibleName() for toast in host.toasts] == ["Message 2", "Message 3", "Message 4"]
    tops = [toast.y() for toast in host.toasts]
    assert tops == sorted(tops)
    assert all(after - before >= 40 for before, after in pairwise(tops))


def test_toasts_stand_above_a_page_s_bottom_bar_while_it_is_in_sight(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    bar = QWidget(window)
    bar.setGeometry(0, 450, 1000, 120)
    host.stand_above(bar)
    toast = host.show("Kept as your evidence")
    alone = toast.y()
    bar.show()
    qtbot.waitUntil(lambda: toast.geometry().bottom() < alone + toast.height())
    face = toast.geometry().bottom() - toasts._SHADOW
    assert 425 < face < 450
    bar.setGeometry(0, 400, 1000, 170)
    qtbot.waitUntil(lambda: toast.geometry().bottom() - toasts._SHADOW < 400)
    bar.hide()
    qtbot.waitUntil(lambda: toast.y() == alone)
    bar.deleteLater()
    settle(QApplication.instance())
    host.show("Saved")
    assert toast.y() < alone


def test_below_a_card_that_asks_something_there_is_one_toast(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    card = QWidget(window)
    card.hide()
    host.stand_under(card)
    host.show("Undone")
    host.show("Moved")
    assert [toast.accessibleName() for toast in host.toasts] == ["Undone", "Moved"]
    card.show()
    assert [toast.accessibleName() for toast in host.toasts] == ["Moved"]
    card.setGeometry(0, 300, 400, 100)
    shown = host.show("Recorded")
    assert [toast.accessibleName() for toast in host.toasts] == ["Recorded"]
    assert abs(shown.geometry().center().x() - 200) <= 1, "under the card, not over what stands beside it"


def test_a_toast_of_a_kind_takes_the_place_of_the_one_before(window: QWidget) -> None:
    host = ToastHost(window)
    host.show("Kept as your evidence")
    host.show("Undone: moved a bullet", kind="undo")
    host.show("Undone: added a bullet", kind="undo")
    assert [toast.accessibleName() for toast in host.toasts] == ["Kept as your evidence", "Undone: added a bullet"]


def test_toasts_stand_over_the_part_of_a_page_in_which_nobody_writes(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    preview = QWidget(window)
    preview.setGeometry(500, 0, 500, 500)
    host.stand_over(preview)
    toast = host.show("Undone: moved a bullet")
    assert toast.geometry().center().x() == pytest.approx(500, abs=1)
    preview.show()
    qtbot.waitUntil(lambda: toast.geometry().center().x() == pytest.approx(750, abs=1))
    preview.setGeometry(900, 0, 100, 500)
    qtbot.waitUntil(lambda: toast.geometry().right() == window.width() - 1)
    preview.deleteLater()
    settle(QApplication.instance())
    host.show("Saved")
    assert toast.geometry().center().x() == pytest.approx(500, abs=1)


def test_a_long_toast_keeps_within_the_part_it_stands_over(window: QWidget) -> None:
    host = ToastHost(window)
    aside = QWidget(window)
    aside.setGeometry(652, 0, 348, 500)
    aside.show()
    host.stand_over(aside)
    said = "The server at claude.example can’t be reached. Everything that needs no Claude goes on."
    for text in (said, "Kept. " * 9):
        toast = host.show(text, action="Undo")
        assert toast.geometry().left() >= aside.x(), "beside it somebody writes"
        assert toast._words.height() >= toast._words.heightForWidth(toast._words.width()), "all of it can be read"
        lines = toast._words.height() / toast._words.fontMetrics().height()
        assert lines * toast._words.width() > toast._words.fontMetrics().horizontalAdvance(text), "and no line is cut"


# Sidebar


@pytest.fixture
def sidebar(window: QWidget) -> SidebarNav:
    sidebar = SidebarNav("Lena Marsh")
    sidebar.add("jobs", "Jobs", "briefcase")
    sidebar.add("resumes", "Résumés", "files")
    sidebar.add("settings", "Settings", "gear-six", below=True)
    window.setLayout(column(sidebar))
    return sidebar


def test_a_page_is_chosen_and_lit(sidebar: SidebarNav, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.chosen) as heard:
        qtbot.mouseClick(sidebar.entry("resumes"), LEFT)
    assert heard.args == ["resumes"]
    assert [entry.isChecked() for entry in sidebar.findChildren(NavEntry)] == [False, True, False]


def test_arrows_move_along_the_pages_and_space_chooses(sidebar: SidebarNav, qtbot: QtBot) -> None:
    sidebar.entry("jobs").setFocus()
    qtbot.keyClick(sidebar.entry("jobs"), Qt.Key.Key_Down)
    assert sidebar.entry("resumes").hasFocus()
    with qtbot.waitSignal(sidebar.chosen) as heard:
        qtbot.keyClick(sidebar.entry("resumes"), Qt.Key.Key_Space)
    assert heard.args == ["resumes"]


def test_the_folded_sidebar_keeps_names_as_tips(sidebar: SidebarNav, qtbot: QtBot) -> None:
    assert sidebar.width() == SIDEBAR
    with qtbot.waitSignal(sidebar.collapsed_changed) as heard:
        pressable(sidebar, "Collapse the sidebar").click()
    assert heard.args == [True]
    assert sidebar.width() == SIDEBAR_COLLAPSED
    assert sidebar.entry("jobs").toolTip() == "Jobs"
    pressable(sidebar, "Expand the sidebar").click()
    assert (sidebar.width(), sidebar.entry("jobs").toolTip()) == (SIDEBAR, "")


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Lena Marsh", "LM"), ("Ana María de la Cruz", "AC"), ("Madonna", "M"), ("", ""), ("李 明", "李明")],
)
def test_initials(theme: Theme, name: str, initials: str) -> None:
    assert Person(name).initials() == initials


def test_counts_are_read_out_and_nought_is_not_shown(sidebar: SidebarNav) -> None:
    sidebar.set_count("jobs", 38)
    assert sidebar.entry("jobs").accessibleDescription() == "38"
    sidebar.set_count("jobs", 0)
    assert sidebar.entry("jobs").accessibleDescription() == ""


# Activity strip


@pytest.fixture
def strip(window: QWidget) -> ActivityStrip:
    strip = ActivityStrip()
    window.setLayout(column(QWidget(), strip))
    return strip


READING = sample_task(1, "Reading “lena-marsh.pdf”", TaskState.RUNNING, 0.4)
WAITING = sample_task(2, "Tailoring for Northwind", TaskState.QUEUED)
FAILED = sample_task(3, "Reading “empty.pdf”", TaskState.FAILED)


def test_the_idle_strip_says_that_everything_is_saved(strip: ActivityStrip) -> None:
    strip.set_idle("Everything is saved · last backup 08:02")
    assert strip.text() == "Everything is saved · last backup 08:02"


def test_the_running_task_is_shown_before_waiting_and_failed_ones(strip: ActivityStrip, qtbot: QtBot) -> None:
    strip.set_tasks([FAILED, WAITING, READING])
    assert strip.text() == "Reading “lena-marsh.pdf”"
    with qtbot.waitSignal(strip.cancel_requested) as heard:
        pressable(strip, "Cancel: Reading “lena-marsh.pdf”").click()
    assert heard.args == [1]
    strip.set_tasks([FAILED])
    assert strip.text() == "Reading “empty.pdf” did not work"
    strip.set_tasks([])
    assert strip.text() == "Everything is saved"


def test_what_rests_for_a_day_does_not_stand_at_the_foot_all_day(strip: ActivityStrip) -> None:
    resting = replace(WAITING, next_attempt=datetime(2026, 11, 26, 12, tzinfo=UTC))
    strip.set_tasks([resting])
    assert strip.text() == "Everything is saved"
    strip.set_tasks([resting, READING])
    assert strip.text() == READING.title


def test_a_click_and_enter_open_all_of_it(strip: ActivityStrip, qtbot: QtBot) -> None:
    strip.set_tasks([READING])
    with qtbot.waitSignal(strip.opened):
        qtbot.mouseClick(strip, LEFT, pos=QPoint(500, 10))
    with qtbot.waitSignal(strip.opened):
        qtbot.keyClick(strip, Qt.Key.Key_Return)


def test_what_can_be_put_right_elsewhere_has_a_button_that_leads_there(strip: ActivityStrip, qtbot: QtBot) -> None:
    strip.set_tasks([FAILED], {FAILED.id: "Open Settings"})
    with qtbot.waitSignal(strip.remedy_requested) as heard:
        pressable(strip, "Open Settings").click()
    assert heard.args == [FAILED.id]
    strip.set_tasks([FAILED])
    assert not pressable(strip, "").isVisible()


# What the window remembers


def test_what_is_remembered_survives_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_memory", remembered._Memory())
    file = tmp_path / "window.ini"
    remembered.keep_in(file)
    remembered.remember("drawer", 560)
    remembered.remember("folded", ["REJECTED", "WITHDRAWN"])
    remembered.remember("collapsed", value=True)
    remembered._memory.file.sync()

    monkeypatch.setattr(remembered, "_memory", remembered._Memory())
    remembered.keep_in(file)
    assert remembered.recall("drawer", 500) == 560
    assert remembered.recall("folded", [""]) == ["REJECTED", "WITHDRAWN"]
    assert remembered.recall("collapsed", default=False) is True
    assert remembered.recall("unknown", 7) == 7
    assert remembered.recall("drawer", "text") == "560"


def test_tabs_move_closer_together_in_a_narrow_drawer(window: QWidget, qtbot: QtBot) -> None:
    tabs = Tabs([(name, name) for name in ("Overview", "Match", "Tailor", "Documents", "Timeline", "Notes")], "Job")
    tabs.setParent(window)
    tabs.resize(tabs.minimumSizeHint())
    tabs.show()
    assert tabs.minimumSizeHint().width() < tabs.sizeHint().width()
    with qtbot.waitSignal(tabs.changed) as heard:
        qtbot.mouseClick(tabs, LEFT, pos=QPoint(tabs.width() - 4, 18))
    assert heard.args == ["Notes"]


def test_a_drawer_is_never_narrower_than_what_it_holds(window: QWidget) -> None:
    drawer, inside = make_drawer(window)
    inside.setMinimumWidth(600)
    drawer.set_width(400)
    assert drawer.drawer_width() >= 600
