"""The saved views beside the switch: saved, chosen, changed, renamed, reordered, deleted, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import JobFilter, SortKey, View
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.view_menu import NameDialog
from careercoach_desktop.foundation.uikit import Desk
from careercoach_desktop.foundation.uikit.menus import MenuEntry

BY_TITLE = View(filter=JobFilter(statuses=("INTERESTED",)), sort=SortKey.TITLE)
Await = Callable[..., Any]


def entry(page: JobsPage, words: str) -> MenuEntry:
    return next(one for one in page.views.entries() if isinstance(one, MenuEntry) and one.text.startswith(words))


def names(page: JobsPage) -> list[str]:
    return [saved.name for saved in page.views._saved]


@pytest.fixture
def two(page: JobsPage, jobs: JobService, qtbot: QtBot) -> JobsPage:
    """With the views “Titles” and “All”; the first is chosen."""
    jobs.save_view("Titles", BY_TITLE)
    jobs.save_view("All", View())
    qtbot.waitUntil(lambda: names(page) == ["Titles", "All"])
    entry(page, "Titles").run()
    return page


def test_what_is_shown_is_saved_under_a_name(
    page: JobsPage, jobs: JobService, qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    page._cards.want(BY_TITLE)
    entry(page, "Save what is shown").run()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NameDialog))
    dialog = QApplication.activeModalWidget()
    assert not dialog.confirm.isEnabled()
    dialog.write("Titles ")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: page.views.text() == "Titles")
    assert jobs.saved_views()[0].view == BY_TITLE
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Save the view “Titles”")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.views.text() == "Views"


def test_choosing_a_view_shows_it_whole(two: JobsPage) -> None:
    assert two._cards.view == BY_TITLE
    assert two.views.text() == "Titles"
    entry(two, "All").run()
    assert (two._cards.view, two.views.text()) == (View(), "All")
    assert entry(two, "All").checked


def test_a_changed_view_says_so_and_can_be_updated(
    two: JobsPage, jobs: JobService, qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    two._cards.set_sort(SortKey.COMPANY)
    assert (two.views.text(), two.views.accessibleName()) == ("Titles •", "Saved view: Titles, changed")
    entry(two, "Update “Titles”").run()
    qtbot.waitUntil(lambda: two.views.text() == "Titles")
    assert jobs.saved_views()[0].view.sort is SortKey.COMPANY
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Update the view “Titles”")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: jobs.saved_views()[0].view == BY_TITLE)


def test_a_view_is_renamed_moved_and_deleted_and_all_of_it_undone(
    two: JobsPage, qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    saved = two.views.chosen
    assert saved is not None
    await_(two.views.rename(saved, "By title"))
    qtbot.waitUntil(lambda: names(two) == ["By title", "All"])
    assert not entry(two, "Move up").enabled
    entry(two, "Move down").run()
    qtbot.waitUntil(lambda: names(two) == ["All", "By title"])
    entry(two, "Delete").run()
    qtbot.waitUntil(lambda: names(two) == ["All"])
    assert two._cards.view == BY_TITLE, "the jobs stay as they are shown"
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Delete the view “By title”")
    for wanted in (["All", "By title"], ["By title", "All"], ["Titles", "All"]):
        await_(desk.undo.undo())
        qtbot.waitUntil(lambda wanted=wanted: names(two) == wanted)


def test_a_name_that_is_taken_is_said_and_nothing_is_lost(two: JobsPage, qtbot: QtBot, desk: Desk) -> None:
    desk.start(two.views.save("all"), owner=two)
    taken = "There is a view called “all” already."
    qtbot.waitUntil(lambda: any(taken in toast.accessibleName() for toast in desk.toasts.toasts))
    assert names(two) == ["Titles", "All"]
