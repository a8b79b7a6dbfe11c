"""``careercoach due …``: what wants doing, done or put off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.features.jobs.cli.days import day_of
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import DueLine
    from careercoach_desktop.features.jobs.service.due import DueService

Days = Annotated[int, typer.Option("--days", metavar="N", min=0, help="How far ahead to look.")]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER…", help="As the list says.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="2026-12-01, tomorrow, 3d, 2w.")]
Job = Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")]
What = Annotated[str, typer.Argument(metavar="[WORDS]", help="What to remind you of.")]


def add_due_commands(line: CommandLine) -> None:
    """Beside ``careercoach jobs``."""
    due = line.group("due", "What is due: deadlines, answers that do not come, follow-ups, your own reminders.")
    shell = line.shell

    @due.command("list", examples=["careercoach due list", "careercoach due list --days 30 --json"])
    def list_due(days: Days = 7) -> None:
        """What is overdue, due today and due in the coming days."""
        service = _service(shell)
        service.pass_over()
        lines = service.lines(service.today() + timedelta(days=days))
        if not lines:
            shell.say("Nothing is due.")
        _answer(shell, lines)

    @due.command("done", examples=["careercoach due done 3 5"])
    def done(numbers: Numbers) -> None:
        """Mark reminders as done."""
        service = _service(shell)
        for number in numbers:
            service.finish(number)
        shell.answer({"done": numbers}, [f"Done: {', '.join(map(str, numbers))}."])

    @due.command("snooze", examples=["careercoach due snooze 3 --until 1w"])
    def snooze(numbers: Numbers, until: Until = "tomorrow") -> None:
        """Put reminders off."""
        service, day = _service(shell), day_of(until)
        for number in numbers:
            service.snooze(number, day)
        shell.answer({"snoozed": numbers, "until": day.isoformat()}, [f"Put off until {day.isoformat()}."])

    @due.command("add", examples=['careercoach due add 42 "Ring Priya" --until 3d'])
    def add(job: Job, words: What = "", until: Until = "tomorrow") -> None:
        """Remind yourself of something about a job."""
        from careercoach_desktop.features.jobs.service import JobService

        service = _service(shell)
        job_id = shell.get(JobService).named(job)
        (made,) = service.remind([job_id], day_of(until), words)
        _answer(shell, [each for each in service.of_job(job_id) if each.reminder.id == made.id])


def due_fields(line: DueLine) -> dict[str, Any]:
    """One reminder, for programs."""
    reminder = line.reminder
    return {
        "number": reminder.id,
        "kind": reminder.kind.value,
        "due": reminder.day.isoformat(),
        "title": line.title,
        "company": line.company or None,
        "text": reminder.text or None,
        "job": line.job_id,
        "person": line.contact_id,
    }


def _answer(shell: Shell, lines: list[DueLine]) -> None:
    rows = [
        (str(each.reminder.id), each.reminder.day.isoformat(), _what(each), each.title, each.company) for each in lines
    ]
    head = ("No.", "Due", "What", "About", "Company")
    shell.answer([due_fields(each) for each in lines], columns(rows, head, widest=36) if rows else [])


def _what(line: DueLine) -> str:
    from careercoach_desktop.features.reminders.model import ReminderKind

    kind = line.reminder.kind
    if kind is ReminderKind.DEADLINE and line.deadline is not None:
        return f"Closes {line.deadline.isoformat()}"
    if kind is ReminderKind.NO_ANSWER:
        return "No answer" + (f" since {line.since.isoformat()}" if line.since else "")
    if kind is ReminderKind.INTERVIEW:
        return "Interview" + (f" at {line.interview:%H:%M}" if line.interview else "")
    if kind is ReminderKind.THANK_YOU:
        return "Say thank you for the interview"
    return line.reminder.text or ("Get in touch again" if kind is ReminderKind.FOLLOW_UP else "Reminder")


def _service(shell: Shell) -> DueService:
    from careercoach_desktop.features.jobs.service.due import DueService

    return shell.get(DueService)
