"""The question whether two cards are one job: asked quietly, answered by merging or by saying no, both undoable."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import CaptureState, JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.compare_dialog import CompareDialog, compared, preferred
from careercoach_desktop.features.jobs.ui.duplicate_banner import DuplicateBanner, DuplicateNotices
from careercoach_desktop.features.jobs.ui.overview_panel import OverviewPanel
from careercoach_desktop.features.jobs.ui.posting_text import PostingText
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.uikit import SEPARATOR, Desk, MenuEntry, SegmentedControl, column
from tests.support.dialogs import answer, button, dialog, toasts, words

Await = Callable[[Coroutine[Any, Any, Any]], Any]
TEXT = "Baker\n\nCrumb & Co\n\nLeeds\n\nWhat you do\n- Bake bread and rolls at night\n- Keep the ovens clean\n"


@pytest.fixture
def pair(jobs: JobService) -> tuple[int, int]:
    older = jobs.add_manually(Posting(title="Baker", company="Crumb & Co", location="Leeds")).job_id
    newer = jobs.add_manually(
        Posting(title="Baker (m/f/d)", company="Crumb & Co Ltd", location="Leeds, UK", salary_min=24000)
    ).job_id
    return older, newer


@pytest.fixture
def banner(desk: Desk, jobs: JobService, show: Callable[..., QWidget]) -> DuplicateBanner:
    made = DuplicateBanner(desk, jobs)
    holder = QWidget()
    holder.setLayout(column(made))
    window = show(holder)
    window.resize(900, 620)
    desk.set_window(window)
    return made


def test_a_job_that_looks_like_no_other_says_nothing(
    banner: DuplicateBanner, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await, desk: Desk
) -> None:
    banner.show_job(jobs.job(five[0]))
    await_(desk.work(jobs.duplicates_of, five[0]))
    assert banner.isHidden()


def test_the_question_names_the_other_card_and_why(
    banner: DuplicateBanner, jobs: JobService, pair: tuple[int, int], qtbot: QtBot
) -> None:
    banner.show_job(jobs.job(pair[1]))
    qtbot.waitUntil(banner.isVisible)
    assert words(banner)[0].startswith("This looks like “Baker” at Crumb & Co, added ")
    assert words(banner)[1] == "Same company, place and title."


def test_not_the_same_is_noted_and_asked_again_after_undo(
    banner: DuplicateBanner, jobs: JobService, pair: tuple[int, int], qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    banner.show_job(jobs.job(pair[1]))
    qtbot.waitUntil(banner.isVisible)
    button(banner, "Not the same").click()
    qtbot.waitUntil(lambda: "Noted: these are two jobs." in toasts(desk))
    assert jobs.duplicates_of(pair[1]) == []
    qtbot.waitUntil(banner.isHidden)
    await_(desk.undo.undo())
    qtbot.waitUntil(banner.isVisible)


def test_cards_are_compared_merged_and_taken_apart_again(
    banner: DuplicateBanner, jobs: JobService, pair: tuple[int, int], qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    opened: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: opened.append((page, record)))
    banner.show_job(jobs.job(pair[1]))
    qtbot.waitUntil(banner.isVisible)
    button(banner, "Compare and merge").click()
    shown = dialog(qtbot, CompareDialog)
    assert shown.keep == pair[0]
    assert "from 24k" in words(shown) or any("24" in one for one in words(shown))
    answer(qtbot, shown, "Merge")
    qtbot.waitUntil(lambda: "Merged into “Baker”." in toasts(desk))
    assert [card.id for card in jobs.cards()] == [pair[0]]
    assert jobs.job(pair[0]).posting.salary_min == 24000
    assert opened == [("jobs", pair[0])]
    qtbot.waitUntil(banner.isHidden)
    await_(desk.undo.undo())
    assert {card.id for card in jobs.cards()} == set(pair)
    await_(desk.undo.redo())
    assert jobs.count() == 1


def test_which_card_stays_is_the_persons_choice(
    banner: DuplicateBanner, jobs: JobService, pair: tuple[int, int], qtbot: QtBot
) -> None:
    banner.show_job(jobs.job(pair[1]))
    qtbot.waitUntil(banner.isVisible)
    button(banner, "Compare and merge").click()
    shown = dialog(qtbot, CompareDialog)
    shown.choose(pair[1])
    answer(qtbot, shown, "Merge")
    qtbot.waitUntil(lambda: jobs.count() == 1)
    assert jobs.job(pair[1]).posting.title == "Baker (m/f/d)"


def test_the_card_that_went_further_is_proposed_to_stay(jobs: JobService, pair: tuple[int, int]) -> None:
    assert preferred(jobs.merge_preview(pair[0], [pair[1]])) == pair[0]
    jobs.move([pair[1]], JobStatus.APPLIED)
    assert preferred(jobs.merge_preview(pair[0], [pair[1]])) == pair[1]


def test_what_differs_comes_first_and_what_nobody_says_is_left_out(jobs: JobService, pair: tuple[int, int]) -> None:
    preview = jobs.merge_preview(pair[0], [pair[1]])
    lines = compared(preview.keep, preview.others[0], preview.result)
    assert [line.name for line in lines][:2] == ["Title", "Company"]
    differing = [line.differs for line in lines[2:]]
    assert differing == sorted(differing, reverse=True)
    assert "Deadline" not in {line.name for line in lines}


def test_what_was_just_read_is_compared_in_passing(
    banner: DuplicateBanner, jobs: JobService, queue: TaskQueue, qtbot: QtBot, desk: Desk
) -> None:
    notices = DuplicateNotices(desk, jobs, banner)
    jobs.add_manually(Posting(title="Baker", company="Crumb & Co", location="Leeds"))
    queue.start()
    jobs.add_from_text(TEXT)
    qtbot.waitUntil(lambda: "You may have this job already: “Baker”." in toasts(desk), timeout=20_000)
    button(banner.window(), "Compare").click()
    answer(qtbot, dialog(qtbot, CompareDialog), "Cancel")
    assert jobs.count() == 2
    assert notices.parent() is banner


def test_both_postings_of_a_merged_card_can_be_read(
    jobs: JobService, queue: TaskQueue, desk: Desk, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    queue.start()
    one, other = (jobs.add_from_text(f"{TEXT}- Number {number}").job_id for number in (1, 2))
    qtbot.waitUntil(lambda: {jobs.job(one).capture, jobs.job(other).capture} == {CaptureState.READ}, timeout=20_000)
    jobs.merge(one, [other])
    panel = OverviewPanel(desk, jobs)
    window = show(panel)
    window.resize(560, 700)
    panel.show_job(jobs.job(one))
    posting = panel.findChild(PostingText)
    posting.findChild(SegmentedControl).set_value("original")
    posting._turn()
    qtbot.waitUntil(lambda: any(text.endswith("Number 1") for text in words(posting)))
    button(posting, "Show the other posting").click()
    assert any(text.endswith("Number 2") for text in words(posting))
    button(posting, "Show the other posting").click()
    assert any(text.endswith("Number 1") for text in words(posting))


def test_two_chosen_cards_can_be_compared(page: JobsPage, five: list[int], desk: Desk, qtbot: QtBot) -> None:
    page.board.select(five[:2])
    entries = card_entries(page.board.selected(), page.changes, desk, None)
    (compare,) = [each for each in entries if isinstance(each, MenuEntry) and each.text == "Compare and merge…"]
    compare.run()
    answer(qtbot, dialog(qtbot, CompareDialog), "Cancel")
    page.board.select(five[:3])
    texts = [
        each.text for each in card_entries(page.board.selected(), page.changes, desk, None) if each is not SEPARATOR
    ]
    assert "Compare and merge…" not in texts
