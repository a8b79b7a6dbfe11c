"""Looking at what was done: the tasks, every call to Claude, and what the month has cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from careercoach_desktop.features.activity.model import Calls, Ledgers, Spending, agent_words, outcome_words
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.ledger import month_begin
from careercoach_desktop.foundation.llm.model import NANO, AiCall, CallFilter, Sent, Spent, Usage
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.spreadsheets import csv_bytes
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskQueue

PAGE = 500
"""Calls that are loaded at once."""
_HEAD = (
    *("when", "what for", "model", "server", "outcome", "tokens in", "tokens out", "tokens read from cache"),
    *(
        "tokens written to cache",
        "web searches",
        "US dollars",
        "seconds",
        "seconds to the first word",
        "request id",
        "error",
    ),
)


class ActivityService:
    """Only looks, except that it hands on what the person wants of a task. Call it off the Qt thread."""

    def __init__(
        self, queue: TaskQueue, claude: Claude, prices: PriceList, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._queue = queue
        self._claude = claude
        self._ledger = claude.ledger
        self._prices = prices
        self._clock = clock

    # Tasks ----------------------------------------------------------------------------------------------------

    def tasks(self, limit: int) -> list[Task]:
        """Newest first, whatever became of them; dismissed ones are left out."""
        return self._queue.latest(limit)

    def cancel(self, task_id: int) -> None:
        self._queue.cancel(task_id)

    def again(self, task_id: int) -> None:
        self._queue.again(task_id)

    def dismiss(self, task_id: int) -> None:
        self._queue.dismiss(task_id)

    # Calls ----------------------------------------------------------------------------------------------------

    def calls(self, wanted: CallFilter, before: int | None = None) -> Calls:
        """A page of the ledger; ``before`` is the id of the last call of the page before."""
        found = self._ledger.calls(PAGE + 1, wanted, before)
        return Calls(tuple(found[:PAGE]), more=len(found) > PAGE)

    def total(self, wanted: CallFilter) -> Spent:
        """The sum over all calls that fit, not only over those loaded."""
        return self._ledger.sums("", wanted).get("", Spent())

    def sent(self, call_id: int) -> Sent | None:
        """Exactly what a call sent and what came back; None when nothing was sent, or that was forgotten since."""
        return self._ledger.sent(call_id)

    def choices(self) -> Ledgers:
        """What there is to filter by."""
        first = self._ledger.first()
        if first is None:
            return Ledgers()
        months = [month_begin(self._clock())]
        while months[-1] > first:
            months.append(month_begin(months[-1] - timedelta(days=1)))
        agents = sorted(self._ledger.sums("agent"), key=agent_words)
        return Ledgers(tuple(months), tuple(agents), tuple(sorted(self._ledger.sums("model"))))

    def month(self, begin: datetime) -> CallFilter:
        """The calls of the month that begins then."""
        return CallFilter(since=begin, until=month_begin(begin + timedelta(days=32)))

    def calls_csv(self, wanted: CallFilter) -> bytes:
        """Every call that fits as a table for a spreadsheet; money in dollars, times in UTC."""
        return csv_bytes(_HEAD, map(_cells, self._ledger.calls(None, wanted)))

    def save_calls(self, wanted: CallFilter, target: Path) -> None:
        """The same into a file. Raises UserError as ``write_whole`` does."""
        write_whole(target, self.calls_csv(wanted))

    # Money ----------------------------------------------------------------------------------------------------

    def spending(self) -> Spending:
        """This month against the limit, and where it went."""
        month = CallFilter(since=month_begin(self._clock()))
        by_model = self._ledger.sums("model", month)
        return Spending(
            budget=self._claude.budget(),
            month=self.total(month),
            ever=self.total(CallFilter()),
            by_agent=_dearest(self._ledger.sums("agent", month)),
            by_model=_dearest(by_model),
            by_month=tuple(sorted(self._ledger.sums("month").items(), reverse=True)),
            saved=sum(self._saved(model, spent.usage) for model, spent in by_model.items()),
        )

    def lift_budget(self) -> str:
        """Let Claude go on this month in spite of the limit; what ``put_back_lift`` wants for undo."""
        return self._claude.lift_budget()

    def put_back_lift(self, before: str = "") -> None:
        """Undo that; without ``before``: the limit stops calls again."""
        self._claude.put_back_lift(before)

    def _saved(self, model: str, usage: Usage) -> int:
        """What the tokens read from the prompt cache would have cost more without it; 0 where nobody knows."""
        without = self._prices.cost(model, Usage(input=usage.cache_read))
        within = self._prices.cost(model, Usage(cache_read=usage.cache_read))
        return 0 if without is None or within is None else without - within


def _dearest(sums: dict[str, Spent]) -> tuple[tuple[str, Spent], ...]:
    return tuple(sorted(sums.items(), key=lambda entry: (-entry[1].cost, entry[0])))


def _cells(call: AiCall) -> tuple[object, ...]:
    return (
        call.started.isoformat(timespec="seconds"),
        agent_words(call.agent),
        call.model,
        call.endpoint,
        outcome_words(call.outcome),
        call.usage.input,
        call.usage.output,
        call.usage.cache_read,
        call.usage.cache_write,
        call.usage.searches,
        None if call.cost is None else f"{call.cost / NANO:.6f}",
        None if call.seconds is None else round(call.seconds, 1),
        None if call.first_token is None else round(call.first_token, 2),
        call.request_id,
        call.error,
    )
