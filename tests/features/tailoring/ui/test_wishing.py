"""The Tailor tab: what the person wants brought out and kept, and the changes as Claude writes them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.tailoring.model import Decision, Wishes
from careercoach_desktop.features.tailoring.service import TAILOR, TAILOR_WITH_CLAUDE, TailoringService
from careercoach_desktop.features.tailoring.ui.tailor_panel import GrowingLine, TailorPanel
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.uikit import CheckBox, ChipInput
from tests.features.tailoring.test_streaming import PROPOSAL, _after_two_edits
from tests.features.tailoring.ui.test_choosing_claude import (
    choose_claude,
    job,
    no_choice_was_made_before,
    panel,
    starter,
    with_claude,
)
from tests.support.claude import ClaudeServer, Trouble
from tests.support.dialogs import button, words
from tests.support.workspace import Place

__all__ = ["job", "no_choice_was_made_before", "panel", "starter"]


def shown(panel: QWidget, qtbot: QtBot) -> ChipInput:
    qtbot.waitUntil(lambda: with_claude(panel) is not None)
    found = panel.findChild(ChipInput)
    assert found is not None
    return found


def test_what_to_bring_out_is_sent_and_stays_for_the_next_time(
    connected: ClaudeServer, panel: TailorPanel, job: Job, lena: int, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", PROPOSAL)
    panel.show_job(job)
    shown(panel, qtbot).set_values(["Spark"])
    place.queue.start()
    found = with_claude(panel)
    assert found is not None
    found.click()
    qtbot.waitUntil(lambda: any("changes · " in text for text in words(panel)), timeout=20_000)
    assert "<focus>\nSpark\n</focus>" in connected.requests()[0].asked.user
    qtbot.waitUntil(lambda: panel._wishes is not None and panel._wishes.isVisible())
    assert panel._wishes is not None
    assert panel._wishes.wishes() == Wishes(focus=("Spark",), keep=False)  # nobody has decided anything yet
    assert "Keep the changes I accepted or worded myself" in [
        box.text() for box in panel.findChildren(CheckBox) if box.isVisible()
    ]


def test_what_the_person_decided_is_kept_the_next_time_unless_they_say_otherwise(
    panel: TailorPanel, job: Job, lena: int, place: Place, qtbot: QtBot
) -> None:
    tailoring = place.get(TailoringService)
    tailoring.start(job.id)
    place.queue.start()
    place.done(TAILOR)
    made = tailoring.latest_for(job.id)
    assert made is not None
    tailoring.decide(made.id, {made.draft.changes[0].id: Decision.REJECTED})
    panel.show_job(job)
    qtbot.waitUntil(lambda: panel._wishes is not None)
    assert panel._wishes is not None
    assert panel._wishes.wishes().keep


def test_other_wishes_are_another_call_and_the_button_says_so(
    connected: ClaudeServer, panel: TailorPanel, job: Job, lena: int, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", PROPOSAL)
    place.get(TailoringService).start(job.id, with_claude=True, wishes=Wishes())
    place.queue.start()
    place.done(TAILOR_WITH_CLAUDE)
    QApplication.processEvents()  # what the task told of itself is about no job of the panel's yet
    panel.show_job(job)
    shown(panel, qtbot)
    kept = "Nothing is sent: the answer of last time is kept here."
    qtbot.waitUntil(lambda: kept in words(panel))
    wishes = panel._wishes
    assert wishes is not None
    wishes._focus.set_values(["Spark"])
    wishes.changed.emit()
    qtbot.waitUntil(lambda: any(text.startswith("Sends the résumé") for text in words(panel)))


def test_changes_appear_while_they_are_written_and_cancelling_leaves_a_draft_that_says_so(
    connected: ClaudeServer, panel: TailorPanel, job: Job, lena: int, place: Place, qtbot: QtBot
) -> None:
    connected.answer("Proposal", PROPOSAL)
    connected.settings.pace = 0.01
    connected.misbehave(Trouble.STALL, after=_after_two_edits(connected))
    place.queue.start()
    choose_claude(panel, job, qtbot)
    qtbot.waitUntil(lambda: "Lowell Analytics · bullet 2" in words(panel), timeout=20_000)
    assert len(panel.findChildren(GrowingLine)) == 3
    assert "They ask for dbt." in words(panel)
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: "Stopped before the end. What had come by then waits for your review." in words(panel))
    assert "2 changes · 2 accepted" in words(panel)
    states = [task.state for task in place.queue.latest() if task.kind == TAILOR_WITH_CLAUDE]
    assert states == [TaskState.CANCELLED]
