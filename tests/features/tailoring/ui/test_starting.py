"""Starting a tailoring: the drawer's Tailor tab shows how it goes, and the result comes to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.tailoring.model import Decision
from careercoach_desktop.features.tailoring.service import TAILOR, TASK_KINDS, TailoringService
from careercoach_desktop.features.tailoring.ui import starter as starting
from careercoach_desktop.features.tailoring.ui.starter import TailoringStarter
from careercoach_desktop.features.tailoring.ui.tailor_panel import TailorPanel
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit import Bar, Button, Desk
from tests.support.dialogs import button, toasts, words
from tests.support.workspace import Place


@pytest.fixture
def job(place: Place, data_job: int) -> Job:
    return place.get(JobService).job(data_job)


@pytest.fixture
def starter(desk: Desk, tailoring: TailoringService) -> TailoringStarter:
    return TailoringStarter(desk, tailoring)


@pytest.fixture
def panel(
    desk: Desk, tailoring: TailoringService, place: Place, starter: TailoringStarter, show: Callable[..., QWidget]
) -> TailorPanel:
    made = TailorPanel(desk, tailoring, place.queue, starter)
    window = show(made)
    window.resize(520, 500)
    desk.set_window(window)
    return made


@pytest.fixture
def opened(desk: Desk) -> list[tuple[str, object]]:
    """The pages the desk was asked to open."""
    pages: list[tuple[str, object]] = []
    desk.open_requested.connect(lambda page, record: pages.append((page, record)))
    return pages


HERE = "Tailor on this computer"


def running(panel: TailorPanel) -> bool:
    return "Tailoring your résumé…" in words(panel)


def offered(panel: TailorPanel) -> bool:
    return any("Nothing is invented" in text for text in words(panel))


def test_both_sides_mean_the_same_tasks() -> None:
    assert starting.TASK_KINDS == TASK_KINDS


@pytest.mark.usefixtures("lena")
def test_from_nothing_over_running_to_a_draft(
    panel: TailorPanel, job: Job, place: Place, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: offered(panel))
    button(panel, HERE).click()
    qtbot.waitUntil(lambda: running(panel))
    assert any(bar.isVisible() for bar in panel.findChildren(Bar))
    place.queue.start()
    qtbot.waitUntil(lambda: any("changes ·" in text for text in words(panel)), timeout=20_000)
    button(panel, "Review changes").click()
    assert opened[-1][0] == "tailoring.review"


def test_a_draft_is_shown_with_the_decisions_made_in_the_review(
    panel: TailorPanel, job: Job, tailoring: TailoringService, tailored: int, qtbot: QtBot
) -> None:
    changes = tailoring.review(tailored).tailoring.draft.changes
    panel.show_job(job)
    qtbot.waitUntil(lambda: f"{len(changes)} changes · {len(changes)} accepted" in words(panel))
    tailoring.decide(tailored, {changes[0].id: Decision.REJECTED})
    qtbot.waitUntil(lambda: f"{len(changes)} changes · {len(changes) - 1} accepted" in words(panel))


@pytest.mark.usefixtures("lena")
def test_coming_back_to_a_job_shows_that_its_tailoring_still_runs(
    panel: TailorPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    other = place.get(JobService).job(place.add_job(Posting(title="Baker", description="Bread")))
    panel.show_job(job)
    qtbot.waitUntil(lambda: offered(panel))
    button(panel, HERE).click()
    qtbot.waitUntil(lambda: running(panel))
    panel.show_job(other)
    qtbot.waitUntil(lambda: not running(panel))
    panel.show_job(job)
    qtbot.waitUntil(lambda: running(panel))


@pytest.mark.usefixtures("lena")
def test_cancelling_from_the_panel_leads_back_to_the_beginning(
    panel: TailorPanel, job: Job, place: Place, tailoring: TailoringService, qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: offered(panel))
    button(panel, HERE).click()
    qtbot.waitUntil(lambda: running(panel))
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: offered(panel))
    assert [task.state for task in place.queue.latest() if task.kind == TAILOR] == [TaskState.CANCELLED]
    assert tailoring.latest_for(job.id) is None


@pytest.mark.usefixtures("lena")
def test_whoever_waits_gets_the_review(
    starter: TailoringStarter, job: Job, place: Place, opened: list[tuple[str, object]], desk: Desk, qtbot: QtBot
) -> None:
    place.queue.start()
    starter.start(job)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0][0] == "tailoring.review"
    assert toasts(desk) == []


@pytest.mark.usefixtures("lena")
def test_whoever_went_elsewhere_gets_a_toast_that_leads_there(
    starter: TailoringStarter,
    job: Job,
    place: Place,
    opened: list[tuple[str, object]],
    desk: Desk,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> None:
    window = show()
    window.resize(900, 600)
    desk.set_window(window)
    starter.start(job)
    qtbot.waitUntil(lambda: any(task.kind == TAILOR for task in place.queue.active()))
    desk.open("resumes")
    place.queue.start()
    qtbot.waitUntil(lambda: toasts(desk) == ["Your résumé is tailored for Senior Data Engineer."], timeout=20_000)
    assert opened == [("resumes", None)]
    button(window, "Review").click()
    assert opened[-1][0] == "tailoring.review"


def test_without_a_resume_nothing_is_offered_that_could_only_fail(
    panel: TailorPanel, job: Job, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: "There is no résumé to tailor yet. Add yours on the Résumés page." in words(panel))
    assert HERE not in [one.text() for one in panel.findChildren(Button)]
    button(panel, "Go to Résumés").click()
    assert opened == [("resumes", None)]


def test_without_a_resume_the_person_reads_why_not(
    starter: TailoringStarter, job: Job, desk: Desk, qtbot: QtBot
) -> None:
    starter.start(job)
    qtbot.waitUntil(lambda: toasts(desk) == ["There is no résumé to tailor yet. Add yours on the Résumés page."])
