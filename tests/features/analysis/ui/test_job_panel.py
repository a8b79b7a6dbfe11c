"""The drawer’s Analysis tab: the rules at once, Claude when asked, each remark with whose it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.analysis.service import JobAnalysisService
from careercoach_desktop.features.analysis.ui import JobAnalysisPanel
from careercoach_desktop.features.analysis.ui.job_sections import SkillMark
from careercoach_desktop.features.jobs.model import Job, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.uikit import Bar, Desk, EmptyState, Tag
from tests.features.analysis.people import maren
from tests.features.analysis.test_job_analysis import JOB, VIEW
from tests.features.analysis.ui.test_claude_view import ask_button, has
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import button
from tests.support.workspace import Place


@pytest.fixture
def panel(desk: Desk, place: Place, show: Callable[..., QWidget]) -> JobAnalysisPanel:
    made = JobAnalysisPanel(desk, place.get(JobAnalysisService), place.get(ResumeService))
    window = show(made)
    window.resize(520, 900)
    desk.set_window(window)
    return made


@pytest.fixture
def job(place: Place) -> Job:
    place.add_resume(maren(), "Maren-Holt.txt")
    return place.get(JobService).job(place.add_job(JOB))


def opened(panel: JobAnalysisPanel, job: Job, qtbot: QtBot) -> None:
    panel.show_job(job)
    qtbot.waitUntil(lambda: panel.found is not None)


def ask(panel: JobAnalysisPanel, place: Place, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ask_button(panel) is not None)
    found = ask_button(panel)
    assert found is not None
    found.click()
    place.queue.start()


def marks(panel: QWidget) -> set[str]:
    return {tag.text() for tag in panel.findChildren(Tag) if tag.isVisibleTo(panel)}


def test_the_rules_speak_at_once_and_offline(
    panel: JobAnalysisPanel, job: Job, no_keychain: None, desk: Desk, qtbot: QtBot
) -> None:
    opened(panel, job, qtbot)
    assert has(panel, "Checked by rules on this computer. Nothing is sent.")
    assert has(panel, "It gives more holiday than most.")
    assert has(panel, "“We offer 30 days of holiday.”")
    shown = {mark.skill.term: mark.skill.shown for mark in panel.findChildren(SkillMark)}
    assert shown["SQL"] is True
    qtbot.waitUntil(lambda: has(panel, "With a Claude key of your own"))
    assert not has(panel, "Answer in"), "nobody is there to answer"
    with qtbot.waitSignal(desk.open_requested) as led:
        button(panel, "Open Settings").click()
    assert led.args[0] == "settings"
    assert marks(panel) == set()


def test_claudes_remarks_are_marked_and_its_figures_are_no_bars(
    connected: ClaudeServer, panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.answer("JobView", VIEW)
    opened(panel, job, qtbot)
    bars = {bar.accessibleName() for bar in panel.findChildren(Bar)}
    ask(panel, place, qtbot)
    qtbot.waitUntil(lambda: has(panel, "Claude’s view"), timeout=20_000)
    assert has(panel, "Your present job with a smaller fleet.")
    assert marks(panel) >= {"Rules", "Claude"}
    assert has(panel, "Ask who drives.")
    assert not has(panel, "They never pay.")
    assert has(panel, "One remark of Claude’s was left out because nothing here bears it out.")
    assert has(panel, "Claude’s guess. Nobody here knows.")
    assert {bar.accessibleName() for bar in panel.findChildren(Bar)} <= bars | {"Claude’s progress"}
    button(panel, "Put Claude’s view away").click()
    qtbot.waitUntil(lambda: not has(panel, "Your present job with a smaller fleet."))


def test_what_is_asked_can_be_stopped(
    connected: ClaudeServer, panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.SLOW_FIRST_BYTE)
    opened(panel, job, qtbot)
    ask(panel, place, qtbot)
    qtbot.waitUntil(lambda: has(panel, "Claude is reading the posting"), timeout=20_000)
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: ask_button(panel) is not None, timeout=20_000)


def test_a_failure_stands_in_the_tab(
    connected: ClaudeServer, panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.misbehave(Trouble.REFUSAL)
    opened(panel, job, qtbot)
    ask(panel, place, qtbot)
    qtbot.waitUntil(lambda: has(panel, "declined to answer"), timeout=20_000)
    assert has(panel, "It gives more holiday than most.")


def test_a_changed_posting_makes_claudes_view_old(
    connected: ClaudeServer, panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    connected.answer("JobView", VIEW)
    opened(panel, job, qtbot)
    ask(panel, place, qtbot)
    qtbot.waitUntil(lambda: has(panel, "Ask who drives."), timeout=20_000)
    place.get(JobService).edit(job.id, {"description": f"{JOB.description}\nAnd a bicycle."})
    qtbot.waitUntil(lambda: has(panel, "its view is about an earlier version"))


def test_a_job_that_was_not_read_says_what_to_do(panel: JobAnalysisPanel, place: Place, qtbot: QtBot) -> None:
    panel.show_job(place.get(JobService).job(place.add_job(Posting(title="Baker"))))
    qtbot.waitUntil(lambda: any(empty.isVisible() for empty in panel.findChildren(EmptyState)))
    assert has(panel, "This posting has not been read yet")


def test_another_resume_can_be_chosen(panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot) -> None:
    plain = maren().model_copy(update={"skills": []})
    other = place.add_resume(plain, "plain.txt")
    opened(panel, job, qtbot)
    panel._choose_resume(str(other))
    qtbot.waitUntil(lambda: panel.found is not None and panel.found.resume_id == other)
    shown = {mark.skill.term: mark.skill.shown for mark in panel.findChildren(SkillMark) if mark.isVisibleTo(panel)}
    assert shown["SQL"] is False


def test_what_changed_while_nobody_looked_is_there_when_somebody_does(
    panel: JobAnalysisPanel, job: Job, place: Place, qtbot: QtBot
) -> None:
    opened(panel, job, qtbot)
    panel.hide()
    resumes = place.get(ResumeService)
    (card,) = resumes.cards()
    data = resumes.resume(card.id).data.model_copy(update={"skills": []})
    with qtbot.waitSignal(panel._desk.happened):
        resumes.save_data(card.id, data)
    panel.show()

    def shown() -> dict[str, bool | None]:
        return {mark.skill.term: mark.skill.shown for mark in panel.findChildren(SkillMark) if mark.isVisibleTo(panel)}

    qtbot.waitUntil(lambda: shown().get("SQL") is False)
