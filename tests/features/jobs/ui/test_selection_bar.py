"""Several jobs at once, on the board and in the table: a bar, and one undo for each thing done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Archived, JobFilter, JobStatus, Layout, ScoresWanted
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.export_dialog import ExportDialog
from careercoach_desktop.features.jobs.ui.tags_dialog import TagsDialog
from careercoach_desktop.foundation.uikit import Button, Desk, MenuEntry
from careercoach_desktop.foundation.uikit.remembered import keep_in

Await = Callable[..., Any]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[Layout.BOARD, Layout.TABLE])
def looked_at(page: JobsPage, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[JobsPage]:
    """The page, as a board and as a table."""
    keep_in(tmp_path / "window.ini")
    page._cards.set_layout(request.param)
    qtbot.waitUntil(page.layouts.current_layout.isVisible)
    yield page
    keep_in(tmp_path / "other.ini")


def choose(page: JobsPage, qtbot: QtBot, job_ids: list[int]) -> None:
    page.layouts.select(job_ids)
    qtbot.waitUntil(lambda: page.selection.isVisible() == (len(job_ids) > 1))


def pick(owner: QWidget, qtbot: QtBot, words: str) -> None:
    """What somebody chooses in the menu that a button opened."""
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in owner.findChildren(QMenu)))
    (menu,) = [menu for menu in owner.findChildren(QMenu) if menu.isVisible()]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_bar_is_there_while_more_than_one_job_is_chosen(looked_at: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    choose(looked_at, qtbot, five[:1])
    choose(looked_at, qtbot, five[:3])
    assert looked_at.selection._words.text() == "3 jobs selected"
    looked_at.selection.none_wanted.emit()
    qtbot.waitUntil(lambda: not looked_at.selection.isVisible())
    assert looked_at.layouts.chosen() == []


def test_several_are_moved_together(
    looked_at: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.move_button, LEFT)
    pick(looked_at.selection.move_button, qtbot, "Applied")
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Move 2 jobs")
    assert [jobs.job(job_id).status for job_id in five[:3]] == [JobStatus.APPLIED] * 2 + [JobStatus.INTERESTED]
    await_(desk.undo.undo())
    assert {card.status for card in jobs.cards()} == {JobStatus.INTERESTED}


def test_several_are_archived_and_brought_back(
    looked_at: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.archive_button, LEFT)
    qtbot.waitUntil(lambda: [card.id for card in looked_at._cards.shown_cards()] == five[2:])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Archive 2 jobs" and not looked_at.selection.isVisible())
    looked_at._cards.set_filter(JobFilter(archived=Archived.ONLY))
    choose(looked_at, qtbot, five[:2])
    assert looked_at.selection.archive_button.text() == "Bring back"
    qtbot.mouseClick(looked_at.selection.archive_button, LEFT)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Bring back 2 jobs")
    assert [card.id for card in jobs.cards()] == five
    await_(desk.undo.undo())
    await_(desk.undo.undo())
    assert [card.id for card in jobs.cards()] == five
    await_(desk.undo.redo())
    assert [card.id for card in jobs.cards()] == five[2:]


def test_several_are_tagged_in_one_go(
    looked_at: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    for job_id, tags in zip(five, (["infra", "leeds"], ["infra"], [], ["trains"], []), strict=True):
        jobs.set_tags(job_id, tags)
    qtbot.waitUntil(lambda: sum(bool(card.tags) for card in looked_at._cards.shown_cards()) == 3)
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.tags_button, LEFT)
    qtbot.waitUntil(lambda: bool(looked_at.window().findChildren(TagsDialog)))
    (dialog,) = looked_at.window().findChildren(TagsDialog)
    assert dialog.field.values() == ["infra"], "what all of them have"
    assert [chip.text() for chip in dialog.offered()] == ["leeds", "trains"]
    leeds, trains = dialog.offered()
    trains.click()
    leeds.removed.emit()
    dialog.field._remove("infra")
    next(button for button in dialog.findChildren(Button) if button.text() == "Save").click()
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Tags of 2 jobs")
    assert [jobs.job(job_id).tags for job_id in five] == [("trains",), ("trains",), (), ("trains",), ()]
    await_(desk.undo.undo())
    assert [jobs.job(job_id).tags for job_id in five[:2]] == [("infra", "leeds"), ("infra",)]


def test_several_are_marked_and_matched_again(
    looked_at: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    jobs.set_priority(five[0], priority=True)
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.more_button, LEFT)
    pick(looked_at.selection.more_button, qtbot, "Mark as priority")
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Mark 2 jobs as a priority")
    assert [jobs.job(job_id).priority for job_id in five[:3]] == [True, True, False]
    await_(desk.undo.undo())
    assert [jobs.job(job_id).priority for job_id in five[:3]] == [True, False, False], "only what it changed"

    asked: list[object] = []
    desk.on(ScoresWanted, asked.append, owner=looked_at)
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.more_button, LEFT)
    pick(looked_at.selection.more_button, qtbot, "Match again")
    qtbot.waitUntil(lambda: asked == [ScoresWanted(tuple(sorted(five[:2])))])


def test_several_are_exported(looked_at: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    choose(looked_at, qtbot, five[:2])
    qtbot.mouseClick(looked_at.selection.more_button, LEFT)
    pick(looked_at.selection.more_button, qtbot, "Export…")
    qtbot.waitUntil(lambda: bool(looked_at.window().findChildren(ExportDialog)))
    (dialog,) = looked_at.window().findChildren(ExportDialog)
    assert dialog.windowTitle() == "Export 2 jobs"
    dialog.reject()


def test_several_are_removed_with_one_undo(
    looked_at: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    choose(looked_at, qtbot, five[1:4])
    qtbot.mouseClick(looked_at.selection.remove_button, LEFT)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Remove 3 jobs")
    qtbot.waitUntil(lambda: not looked_at.selection.isVisible())
    assert len(jobs.cards()) == 2
    await_(desk.undo.undo())
    assert [card.id for card in jobs.cards()] == five


def test_what_is_chosen_stays_chosen_in_another_layout(page: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    page.layouts.select(five[1:3])
    page._cards.set_layout(Layout.TABLE)
    assert [card.id for card in page.layouts.chosen()] == five[1:3]
    page.layouts.clear_selection()
    page._cards.set_layout(Layout.BOARD)
    assert page.layouts.chosen() == []


def test_beside_the_drawer_everything_can_still_be_reached(looked_at: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    looked_at.resize(1072, 769)
    looked_at.open_record(five[0])
    qtbot.waitUntil(lambda: looked_at.open_job is not None)
    choose(looked_at, qtbot, five[:2])
    edge = looked_at.width() - looked_at._drawer.drawer_width()
    bar = looked_at.selection
    qtbot.waitUntil(lambda: not bar.remove_button.isVisible())
    seen = [child for child in bar.findChildren(QWidget) if child.isVisible() and child.parent() is bar]
    assert max(child.geometry().right() for child in seen) < edge
    qtbot.mouseClick(bar.more_button, LEFT)
    pick(bar.more_button, qtbot, "Remove")
    qtbot.waitUntil(lambda: [card.id for card in looked_at._cards.shown_cards()] == five[2:])


def test_the_drawers_menu_archives_the_job_it_shows(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk
) -> None:
    page.open_record(five[2])
    qtbot.waitUntil(lambda: page.open_job is not None)
    qtbot.mouseClick(page.details.more, LEFT)
    pick(page, qtbot, "Archive")
    qtbot.waitUntil(lambda: jobs.job(five[2]).archived)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Archive “C”")


def test_the_menu_of_a_card_archives_it(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk
) -> None:
    card = page._cards.card(five[0])
    assert card is not None
    entries = [each for each in card_entries([card], page.changes, desk, page._show) if isinstance(each, MenuEntry)]
    next(each for each in entries if each.text == "Archive").run()
    qtbot.waitUntil(lambda: jobs.job(five[0]).archived)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Archive “A”")
    assert QApplication.activePopupWidget() is None
