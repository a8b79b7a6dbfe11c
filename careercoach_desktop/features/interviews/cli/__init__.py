"""``careercoach interviews …``: rounds from a terminal, as thin as the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.interviews.cli.briefing import add_briefing
from careercoach_desktop.features.interviews.cli.calendars import add_calendars
from careercoach_desktop.features.interviews.cli.showing import details, line_fields, table
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.model import (
        Interview,
        Interviewer,
        InterviewLine,
        InterviewOutcome,
        InterviewType,
    )
    from careercoach_desktop.features.interviews.service import InterviewService

Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="All of them stand in the round.")]
OfJob = Annotated[str | None, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
Job = Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As the list says.")]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER…", help="As the list says.")]
At = Annotated[str, typer.Argument(metavar="WHEN", help="“2026-12-03 10:00”, “tomorrow 14:30”; a day is all day.")]
Zone = Annotated[str, typer.Option("--zone", metavar="ZONE", help="Where that is: a city, Europe/London, UTC+2.")]
Length = Annotated[str, typer.Option("--length", metavar="LENGTH", help="45, 1h, 1h30.")]
Kind = Annotated[str, typer.Option("--type", metavar="TYPE", help="video call, phone screen, technical, panel, …")]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar="NAME", help="Who asks, “Ana Silva <ana@x.example>”; repeat it.")
]
Place = Annotated[str, typer.Option("--place", metavar="WORDS")]
Link = Annotated[str, typer.Option("--link", metavar="URL")]
Notes = Annotated[str, typer.Option("--notes", metavar="WORDS", help="What to prepare.")]
Past = Annotated[bool, typer.Option("--past", metavar=" ", help="Those that are over, the latest first.")]
Every = Annotated[bool, typer.Option("--all", metavar=" ", help="Past and coming.")]
Stay = Annotated[bool, typer.Option("--keep-status", metavar=" ", help="Leave the job in its column.")]
Came = Annotated[str, typer.Option("--outcome", metavar="OUTCOME", help="passed, failed, no decision; else you wait.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach interviews``"""
    interviews = line.group("interviews", "Your interviews: when they are, with whom, and how they went.")
    _add_looking(interviews, line.shell)
    _add_arranging(interviews, line.shell)
    _add_moving(interviews, line.shell)
    _add_ending(interviews, line.shell)
    add_calendars(interviews, line.shell)
    add_briefing(interviews, line.shell)


def _add_looking(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command("list", examples=["careercoach interviews list", "careercoach interviews list --past --json"])
    def list_rounds(words: Words = None, job: OfJob = None, *, past: Past = False, every: Every = False) -> None:
        """What is ahead; with --past what is over. “!” marks rounds at the same time."""
        from careercoach_desktop.features.interviews.model import InterviewFilter, InterviewSpan

        span = InterviewSpan.ALL if every else InterviewSpan.PAST if past else InterviewSpan.UPCOMING
        service = _service(shell)
        job_id = None if job is None else _job(shell, job)
        lines = service.listing(InterviewFilter(text=" ".join(words or ()), when=span, job_id=job_id))
        own = service.own_zone()
        if not lines:
            shell.say("No interviews here. Add one with: careercoach interviews add JOB WHEN")
        shell.answer([line_fields(each, own) for each in lines], table(lines, own))

    @interviews.command("show", examples=["careercoach interviews show 3"])
    def show(number: Number) -> None:
        """Everything about one."""
        _answer(shell, number)


def _add_arranging(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command(
        "add",
        examples=[
            'careercoach interviews add 42 "2026-12-03 10:00" --zone London --with "Ana Silva <ana@x.example>"',
            'careercoach interviews add northwind "tomorrow 14:30" --type technical --length 90',
        ],
    )
    def add(
        job: Job,
        at: At,
        zone: Zone = "",
        length: Length = "",
        kind: Kind = "video call",
        people: With = None,
        place: Place = "",
        link: Link = "",
        notes: Notes = "",
        *,
        stay: Stay = False,
    ) -> None:
        """Arrange a round. The job moves to “Interview scheduled” unless it is further already."""
        from careercoach_desktop.features.interviews.cli.times import when_of
        from careercoach_desktop.features.interviews.model import InterviewPlan

        service = _service(shell)
        plan = InterviewPlan(
            type=_type(kind),
            when=when_of(at, zone, length, service.own_zone(), _now()),
            place=place,
            link=link,
            notes=notes,
            interviewers=tuple(_person(each) for each in people or ()),
        )
        made = service.schedule(_job(shell, job), plan, move_job=not stay).id
        _say_conflicts(shell, service.conflicts(plan.when, besides=made))
        _answer(shell, made)


def _add_moving(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command("move", examples=['careercoach interviews move 3 "2026-12-04 15:00"'])
    def move(number: Number, at: At, zone: Zone = "", length: Length = "") -> None:
        """Put a round on another time; zone and length stay unless you say them."""
        from careercoach_desktop.features.interviews.cli.times import when_of

        service = _service(shell)
        with_it = _there(service, number).when
        kept = length or ("" if with_it.all_day else str(with_it.minutes))
        when = when_of(at, zone or with_it.zone, kept, service.own_zone(), _now())
        service.change(number, {"when": when})
        _say_conflicts(shell, service.conflicts(when, besides=number))
        _answer(shell, number)


def _add_ending(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command("complete", examples=["careercoach interviews complete 3 --outcome passed"])
    def complete(number: Number, came: Came = "pending", *, stay: Stay = False) -> None:
        """It took place. The job moves to “Interview completed” unless it is further already."""
        service = _service(shell)
        _there(service, number)
        service.complete(number, _outcome(came), move_job=not stay)
        _answer(shell, number)

    @interviews.command("thanked")
    def thanked(number: Number) -> None:
        """You wrote to them afterwards."""
        from careercoach_desktop.features.interviews.model.when import zone_of

        service = _service(shell)
        _there(service, number)
        service.change(number, {"followed_up": _now().astimezone(zone_of(service.own_zone())).date()})
        _answer(shell, number)

    @interviews.command("cancel")
    def cancel(numbers: Numbers) -> None:
        """These do not take place; they stay in the calendar, crossed out."""
        from careercoach_desktop.features.interviews.model import InterviewOutcome

        service = _service(shell)
        for number in numbers:
            _there(service, number)
        for number in numbers:
            service.change(number, {"outcome": InterviewOutcome.CANCELLED})
        shell.answer({"cancelled": numbers}, [f"Cancelled: {', '.join(map(str, numbers))}."])

    @interviews.command("remove")
    def remove(numbers: Numbers) -> None:
        """Take rounds away; the window can bring them back for thirty days."""
        service = _service(shell)
        for number in numbers:
            _there(service, number)
        removed = service.remove(numbers)
        shell.answer({"removed": removed}, [f"Removed: {', '.join(map(str, removed))}."])


def _say_conflicts(shell: Shell, others: Sequence[InterviewLine]) -> None:
    for other in others:
        shell.say(f"At the same time: number {other.interview.id}, {other.title}.")


def _answer(shell: Shell, number: int) -> None:
    service = _service(shell)
    _there(service, number)
    line, own = service.line(number), service.own_zone()
    shell.answer(line_fields(line, own), details(line, own))


def _there(service: InterviewService, number: int) -> Interview:
    try:
        return service.line(number).interview
    except KeyError as gone:
        raise UserError(
            f"There is no interview {number}.",
            "See the numbers with: careercoach interviews list --all",
            code="interview-gone",
        ) from gone


def _type(word: str) -> InterviewType:
    """By the name in the window (“Behavioural”) or the one in the file."""
    from careercoach_desktop.features.interviews.model import InterviewType
    from careercoach_desktop.features.interviews.model.naming import TYPE_NAMES

    shown = {name.casefold(): kind for kind, name in TYPE_NAMES.items()}
    if (kind := shown.get(word.strip().casefold())) is not None:
        return kind
    return InterviewType(choice(word, [each.value for each in InterviewType], "--type"))


def _outcome(word: str) -> InterviewOutcome:
    """As ``_type``."""
    from careercoach_desktop.features.interviews.model import InterviewOutcome
    from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES

    allowed = [each for each in InterviewOutcome if each is not InterviewOutcome.CANCELLED]
    shown = {OUTCOME_NAMES[each].casefold(): each for each in allowed}
    if (outcome := shown.get(word.strip().casefold())) is not None:
        return outcome
    return InterviewOutcome(choice(word, [each.value for each in allowed], "--outcome"))


def _person(text: str) -> Interviewer:
    """``Ana Silva <ana@x.example>``, or a name alone."""
    from email.utils import parseaddr

    from careercoach_desktop.features.interviews.model import Interviewer

    name, address = parseaddr(text) if "@" in text else (text, "")
    return Interviewer(name=(name or address).strip(), email=address)


def _job(shell: Shell, words: str) -> int:
    from careercoach_desktop.features.jobs.service import JobService

    return shell.get(JobService).named(words)


def _now() -> datetime:
    return datetime.now().astimezone()


def _service(shell: Shell) -> InterviewService:
    from careercoach_desktop.features.interviews.service import InterviewService

    return shell.get(InterviewService)
