"""What the check screen says about Claude, for every way things can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.features.resumes.transcribing import TRANSCRIBE_TASK
from careercoach_desktop.features.resumes.ui.claude_row import RowAction, RowState
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.llm.words import dollars, estimate_words
from careercoach_desktop.foundation.tasks.model import Task, TaskState

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.correcting import Proposal
    from careercoach_desktop.features.resumes.service import Offer

_SETTINGS = RowAction("settings", "Settings", "link")


def offered(offer: Offer) -> RowState:
    """What it would cost and where the text would go, or why it can't be."""
    if offer.problem is not None:
        return _cannot(offer.problem)
    price = f" · {estimate_words(offer.estimate)}" if offer.estimate is not None else ""
    there = f"Claude at {offer.host}" if offer.is_anthropic else f"the server at {offer.host}"
    start = RowAction("start", f"Let Claude look it over{price}", icon="sparkle")
    return RowState(f"Sends the résumé’s text to {there}.", "info", "third", (start,))


def reading_offered(offer: Offer) -> RowState:
    """That Claude could read a file of pictures, what it would cost, and that the file itself would go there."""
    if offer.problem is not None:
        if offer.problem.code == "claude-no-key":
            return RowState("With a Claude key, Claude can read it from the picture.", "info", "third", (_SETTINGS,))
        return _cannot(offer.problem)
    price = f" ({estimate_words(offer.estimate)})" if offer.estimate is not None else ""
    there = f"Claude at {offer.host}" if offer.is_anthropic else f"the server at {offer.host}"
    start = RowAction("read", f"Let Claude read it{price}", icon="sparkle")
    return RowState(f"Sends the file itself to {there}.", "info", "third", (start,))


def under_way(task: Task) -> RowState:
    """How far it is, or that it was cut off."""
    stop = RowAction("stop", "Cancel", "ghost")
    if task.state is TaskState.FAILED:
        return failed(task)
    if task.cancelling:
        return RowState("Stopping…", "spinner")
    if task.state is TaskState.RETRYING:
        return RowState(f"{task.error} {task.next_step}".strip(), "spinner", "amber", (stop,))
    note = "Waiting for its turn" if task.state is TaskState.QUEUED else task.note or "Claude looks it over"
    return RowState(f"{note}…", "spinner", "second", (stop,))


def failed(task: Task) -> RowState:
    """What went wrong and what to do, in place."""
    start = "read" if task.kind == TRANSCRIBE_TASK else "start"
    actions = [RowAction(start, "Start it again"), RowAction("away", "Not now", "ghost")]
    if place_of(task.code):
        actions.insert(0, RowAction("settings", "Open Settings"))
    return RowState(f"{task.error} {task.next_step}".strip(), "warning", "amber", tuple(actions))


def found(proposal: Proposal) -> RowState:
    """How many suggestions wait, or that none do."""
    close = RowAction("dismiss", "Close", "ghost")
    waiting = len(proposal.open)
    if waiting:
        look = RowAction("review", "Look at it" if waiting == 1 else "Look at them")
        away = RowAction("dismiss", "Dismiss", "ghost")
        text = f"Claude suggests {counted(waiting, 'correction')}. {left_out(proposal)}".strip()
        return RowState(text, "sparkle", "on_soft", (look, away))
    if proposal.suggestions:
        return RowState("You have decided on everything Claude suggested.", "check-circle", "green", (close,))
    if proposal.left_out:
        return RowState(
            f"Claude found nothing else to correct. {left_out(proposal)}", "check-circle", "green", (close,)
        )
    return RowState("Claude agrees with what was read.", "check-circle", "green", (close,))


def left_out(proposal: Proposal) -> str:
    """That suggestions the file does not bear out are not shown; empty when there were none."""
    count = proposal.left_out
    if not count:
        return ""
    were = "suggestion was" if count == 1 else "suggestions were"
    return f"{counted(count)} {were} left out because the file doesn’t say that."


def spent(proposal: Proposal) -> str:
    """What it cost; empty when it was free or nobody knows."""
    return f"It cost {dollars(proposal.cost)}." if proposal.cost else ""


def _cannot(problem: UserError) -> RowState:
    if problem.code == "claude-no-key":
        return RowState("With a Claude key, Claude can look this over too.", "info", "third", (_SETTINGS,))
    actions = (_SETTINGS,) if problem.place else ()
    return RowState(str(problem), "info", "third", actions)
