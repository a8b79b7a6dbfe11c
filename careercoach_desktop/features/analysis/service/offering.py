"""What Claude may be asked here is offered first, with what it takes and where the words would go; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.model import Estimate, Purpose, Request
from careercoach_desktop.foundation.llm.words import dollars, model_name
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskQueue

T = TypeVar("T", bound=BaseModel)


def offered(claude: Claude, request: Callable[[], Request[T]]) -> ClaudeOffer:
    """``request`` is made only when it can be asked. Raises what ``request`` raises."""
    model = model_name(claude.model_for(Purpose.ANALYSIS))
    try:
        status = claude.status()
    except UserError as locked:
        return ClaudeOffer(model, "", problem=locked)
    host = host_of(status.endpoint)
    if not status.ready:
        return ClaudeOffer(model, host, problem=fault("claude-no-key"))
    estimate = claude.estimate(request())
    return ClaudeOffer(model, host, estimate, problem=_beyond_budget(claude, estimate))


def _beyond_budget(claude: Claude, estimate: Estimate) -> UserError | None:
    """Why it would be refused, said before anybody presses the button."""
    left, cost = estimate.left, estimate.cost
    if estimate.kept or left is None or (left > 0 and (cost or 0) <= left):
        return None
    budget = claude.budget()
    takes = "nobody knows how much" if cost is None else f"about {dollars(cost)}"
    return fault("claude-budget-reached", spent=dollars(budget.spent), limit=dollars(budget.limit), takes=takes)


def under_way(queue: TaskQueue, kind: str, subject: str) -> Task | None:
    """The task of this kind about this record that runs, waits, or was interrupted and may be started again."""
    return next((task for task in queue.active() if task.kind == kind and task.subject == subject), None)


def stop(queue: TaskQueue, kind: str, subject: str) -> None:
    """Cancel what is under way; what was interrupted is no longer offered."""
    task = under_way(queue, kind, subject)
    if task is not None:
        queue.cancel(task.id)
        queue.dismiss(task.id)
