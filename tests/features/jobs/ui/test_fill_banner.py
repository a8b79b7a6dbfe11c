"""The quiet offer in the Overview: its price and where the text goes, progress and cancel, and what became of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.filling import PostingFindings
from careercoach_desktop.features.jobs.model import CaptureState, Job
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.features.jobs.service.filling import FILL_TASK, FillService
from careercoach_desktop.features.jobs.ui import fill_banner
from careercoach_desktop.features.jobs.ui.fill_banner import FillBanner
from careercoach_desktop.features.jobs.ui.overview_panel import OverviewPanel
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit import Desk
from tests.features.jobs.service.test_filling import honest, read
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import button, toasts, words
from tests.support.workspace import Place


@pytest.fixture
def job(place: Place) -> Job:
    place.queue.start()
    return place.get(JobService).job(read(place))


@pytest.fixture
def banner(desk: Desk, place: Place) -> FillBanner:
    return FillBanner(desk, place.get(FillService), place.queue)


@pytest.fixture
def panel(desk: Desk, place: Place, banner: FillBanner, show: Callable[..., QWidget]) -> OverviewPanel:
    made = OverviewPanel(desk, place.get(JobService), banner)
    window = show(made)
    window.resize(560, 620)
    desk.set_window(window)
    return made


def said(panel: QWidget, part: str) -> bool:
    return any(part in text for text in words(panel))


def test_both_sides_mean_the_same_task() -> None:
    assert fill_banner.TASK_KIND == FILL_TASK


def test_the_offer_names_the_gaps_the_price_and_the_way(
    connected: ClaudeServer, panel: OverviewPanel, job: Job, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))
    (offer,) = [text for text in words(panel) if text.startswith("Claude can look for")]
    assert "the place" in offer
    assert "less than $0.01" in offer
    assert offer.endswith(f"Its text is sent to {connected.url[7:]}.")
    assert connected.requests(None) == []


@pytest.mark.usefixtures("no_keychain")
def test_without_a_key_nothing_is_said(
    claude: ClaudeServer, panel: OverviewPanel, banner: FillBanner, job: Job, place: Place, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Added"))
    assert banner.isHidden()
    place.get(Claude).keys.keep(claude.key)
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))


def test_a_keychain_that_waits_for_its_owner_holds_up_nothing_else(
    connected: ClaudeServer, panel: OverviewPanel, job: Job, desk: Desk, place: Place, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked, unlocked, counted = threading.Event(), threading.Event(), []

    def wait_for_the_owner(_claude: Claude) -> bool:
        asked.set()
        return unlocked.wait(20)

    async def count() -> None:
        counted.append(await desk.run(place.get(JobService).count))

    monkeypatch.setattr(Claude, "is_ready", wait_for_the_owner)
    panel.show_job(job)
    qtbot.waitUntil(asked.is_set)
    desk.start(count())
    try:
        qtbot.waitUntil(lambda: counted == [1])
    finally:
        unlocked.set()
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))


def test_filled_fields_are_told_and_can_be_taken_back(
    connected: ClaudeServer, panel: OverviewPanel, job: Job, desk: Desk, place: Place, qtbot: QtBot
) -> None:
    connected.answer("PostingFindings", honest)
    held = connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))
    button(panel, "Ask Claude").click()
    qtbot.waitUntil(lambda: said(panel, "Claude is reading the posting…"))
    held.release()
    qtbot.waitUntil(lambda: any("Claude filled in" in text for text in toasts(desk)), timeout=20_000)
    jobs = place.get(JobService)
    assert jobs.job(job.id).posting.location == "Leeds"
    button(panel.window(), "Undo").click()
    qtbot.waitUntil(lambda: jobs.job(job.id).posting == job.posting)
    desk.start(desk.undo.redo())
    qtbot.waitUntil(lambda: jobs.job(job.id).posting.location == "Leeds")


def test_cancelling_brings_the_offer_back(
    connected: ClaudeServer, panel: OverviewPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    held = connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))
    button(panel, "Ask Claude").click()
    qtbot.waitUntil(lambda: bool(connected.requests()))
    held.wait_until_reached()
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))
    assert [task.state for task in place.queue.latest() if task.kind == FILL_TASK] == [TaskState.CANCELLED]


def test_what_went_wrong_is_said_in_place_with_the_way_to_settings(
    connected: ClaudeServer, panel: OverviewPanel, job: Job, desk: Desk, qtbot: QtBot
) -> None:
    opened: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, part: opened.append((page, part)))
    connected.misbehave(Trouble.BAD_KEY)
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Claude can look for"))
    button(panel, "Ask Claude").click()
    qtbot.waitUntil(lambda: said(panel, "does not accept your key."))
    button(panel, "Open Settings").click()
    assert opened == [("settings", "claude")]


def test_a_page_that_could_not_be_read_can_be_read_by_claude_and_refused(
    connected: ClaudeServer, panel: OverviewPanel, place: Place, qtbot: QtBot
) -> None:
    connected.answer("PostingFindings", PostingFindings(is_single_posting=False))
    page = "<html><body><p>" + "Our company likes trains and people who like them. " * 12 + "</p></body></html>"
    job_id = place.get(JobService).add_from_file(page.encode(), "about.html").job_id
    place.queue.start()
    place.watch.until(lambda task: task.kind == CAPTURE_TASK and task.state is TaskState.FAILED)
    job = place.get(JobService).job(job_id)
    assert job.capture is CaptureState.FAILED
    panel.show_job(job)
    qtbot.waitUntil(lambda: said(panel, "Claude can read the kept page"))
    button(panel, "Ask Claude").click()
    qtbot.waitUntil(lambda: said(panel, "Claude finds no single job posting on this page."))
    assert place.get(JobService).job(job_id).capture is CaptureState.FAILED
