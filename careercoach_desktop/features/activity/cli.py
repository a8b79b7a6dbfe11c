"""``careercoach claude …``: what was asked of Claude, what it cost, exactly what was sent."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.activity.service import ActivityService
    from careercoach_desktop.foundation.llm.model import AiCall, Sent, Spent

Call = Annotated[int, typer.Argument(metavar="CALL", help="Its number, as “claude calls” shows it.")]
Limit = Annotated[int, typer.Option("--limit", metavar="NUMBER", help="How many of the newest.")]
Undo = Annotated[bool, typer.Option("--undo", metavar=" ", help="Let the budget stop calls again.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach claude calls``, ``sent``, ``spending`` and ``lift``."""
    claude = line.group("claude", "What was asked of Claude, and what it cost.")
    shell = line.shell

    @claude.command("calls")
    def calls(limit: Limit = 30) -> None:
        """The newest calls: what for, how much was sent, what it cost."""
        from careercoach_desktop.foundation.llm.model import CallFilter

        found = _activity(shell).calls(CallFilter()).calls[:limit]
        if not found:
            shell.say("Claude has not been asked yet.")
        shell.answer([_told(call) for call in found], columns([_row(call) for call in found]))

    @claude.command("sent", examples=["careercoach claude sent 12"])
    def sent(call: Call) -> None:
        """Exactly what one call sent, and what came back."""
        from careercoach_desktop.foundation.errors import UserError

        found = _activity(shell).sent(call)
        if found is None:
            raise UserError(
                f"What call {call} sent is not here.",
                "It is kept for 90 days; calls answered from memory send nothing.",
                code="call-not-kept",
            )
        shell.answer(asdict(found), _lines(found))

    @claude.command("spending")
    def spending() -> None:
        """This month against the budget, by what it was for and by model, and the months before."""
        from careercoach_desktop.features.activity.model import agent_words

        found = _activity(shell).spending()
        groups = {
            "For": [(agent_words(agent), spent) for agent, spent in found.by_agent],
            "Model": list(found.by_model),
            "Month": list(found.by_month),
        }
        from careercoach_desktop.foundation.llm.words import dollars

        limit = "without a limit" if found.budget.limit is None else f"of {dollars(found.budget.limit)}"
        lines = [f"{dollars(found.budget.spent)} {limit} this month{', lifted' if found.budget.lifted else ''}"]
        for title, sums in groups.items():
            lines += ["", title, *columns([(f"  {name}", *_sum(spent)) for name, spent in sums])]
        shell.answer(
            {
                "spent_nano_dollars": found.budget.spent,
                "limit_nano_dollars": found.budget.limit,
                "lifted": found.budget.lifted,
                **{title.lower(): {name: asdict(spent) for name, spent in sums} for title, sums in groups.items()},
            },
            lines,
        )

    @claude.command("lift")
    def lift(*, undo: Undo = False) -> None:
        """Let Claude go on this month in spite of the budget."""
        service = _activity(shell)
        if undo:
            service.put_back_lift()
        else:
            service.lift_budget()
        said = "The budget stops calls again." if undo else "The budget is lifted until the month is over."
        shell.answer({"lifted": not undo}, [said])


def _activity(shell: Shell) -> ActivityService:
    from careercoach_desktop.features.activity.service import ActivityService

    return shell.get(ActivityService)


def _told(call: AiCall) -> dict[str, Any]:
    return {
        "id": call.id,
        "started": call.started.isoformat(timespec="seconds"),
        "agent": call.agent,
        "model": call.model,
        "server": call.endpoint,
        "outcome": call.outcome.value,
        **asdict(call.usage),
        "nano_dollars": call.cost,
        "seconds": call.seconds,
    }


def _row(call: AiCall) -> tuple[str, ...]:
    from careercoach_desktop.features.activity.model import agent_words, outcome_words
    from careercoach_desktop.foundation.llm.words import dollars

    cost = dollars(call.cost) if call.cost is not None else "price unknown"
    tokens = f"{call.usage.prompt} in, {call.usage.output} out"
    when = call.started.astimezone().strftime("%Y-%m-%d %H:%M")
    return (str(call.id), when, agent_words(call.agent), call.model, tokens, cost, outcome_words(call.outcome))


def _sum(spent: Spent) -> tuple[str, ...]:
    from careercoach_desktop.foundation.llm.words import dollars

    calls = "1 call" if spent.calls == 1 else f"{spent.calls} calls"
    return calls, dollars(spent.cost), f"{spent.usage.prompt} in", f"{spent.usage.cache_read} from cache"


def _lines(sent: Sent) -> list[str]:
    pieces = [("Rules", sent.system)]
    pieces += [("Asked" if part.role == "user" else "Answered", part.attachment or part.text) for part in sent.parts]
    pieces += [("Came back", sent.reply)] if sent.reply else []
    lines = [f"{sent.model}, at most {sent.max_tokens} tokens"]
    lines += [f"In place of contact details: {', '.join(sent.replaced)}"] if sent.replaced else []
    lines += [f"It could search the web, at most {sent.searches} times"] if sent.searches else []
    for title, text in pieces:
        lines += ["", f"— {title} —", *(one_line(each) for each in text.splitlines())]
    return lines
