"""``careercoach interviews …``: out as a calendar file, in from an invitation, and kept the same on a server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.model.exchange import Offer, Reading

To = Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to: an .ics file.")]
OfJob = Annotated[str | None, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
WithNotes = Annotated[bool, typer.Option("--with-notes", metavar=" ", help="With what you noted to prepare.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace the file if it is there.")]
From = Annotated[str, typer.Argument(metavar="FILE", help="An .ics file, a saved e-mail, or “-” for what is piped in.")]
Zone = Annotated[str, typer.Option("--zone", metavar="ZONE", help="Where its time is meant, if the file can’t say.")]
Anyway = Annotated[bool, typer.Option("--anyway", metavar=" ", help="Also when it is older than what is there.")]
Look = Annotated[bool, typer.Option("--look", metavar=" ", help="Only say what it would do.")]

_NEWS = {
    "NEW": "new",
    "CHANGED": "changed",
    "OLDER": "older than what is there",
    "KNOWN": "known already",
    "CANCELLED": "cancelled",
    "NOTHING_TO_CANCEL": "cancels what is not here",
}


def add_calendars(interviews: CommandLine, shell: Shell) -> None:
    """``export``, ``import`` and ``sync``."""
    _add_export(interviews, shell)
    _add_import(interviews, shell)
    _add_sync(interviews, shell)


def _add_export(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command("export", examples=["careercoach interviews export --to interviews.ics --job 42"])
    def export(to: To, job: OfJob = None, *, with_notes: WithNotes = False, force: Force = False) -> None:
        """Save interviews as a calendar file that any calendar opens. It invites nobody."""
        from careercoach_desktop.foundation.storage.files import write_whole

        file = target(ending(to, [".ics"], "--to"), force=force)
        service = _exchange(shell)
        ids = None if job is None else [each.interview.id for each in _of_job(shell, job)]
        if ids == []:
            raise UserError("There are no interviews for this job yet.", "Add one first.", code="interviews-none")
        write_whole(file, service.export(ids, with_notes=with_notes))
        shell.answer({"file": str(file)}, [f"Saved {file}."])


def _add_import(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command(
        "import",
        examples=["careercoach interviews import invite.ics --job 42", "careercoach interviews import - --look"],
    )
    def take_in(
        source: From, job: OfJob = None, zone: Zone = "", *, anyway: Anyway = False, look: Look = False
    ) -> None:
        """Take in an invitation: a new round of the job you name, another time for one, or a cancellation."""
        from careercoach_desktop.features.interviews.model.exchange import Choice

        service = _exchange(shell)
        reading = service.read(_bytes(source))
        lines = [_line(offer, reading) for offer in reading.offers]
        answer: dict[str, Any] = {
            "events": [_told(offer) for offer in reading.offers],
            "unreadable": reading.unreadable,
        }
        if look:
            shell.answer(answer, lines)
            return
        job_id = _job_of(shell, job, reading)
        choices = [Choice(offer.invitation, job_id, zone=zone, anyway=anyway) for offer in reading.offers]
        taken = service.take_in(choices)
        shell.answer(
            answer | {"interview_ids": list(taken.ids)}, [*lines, _done(len(taken.arranged), len(taken.after))]
        )


def _add_sync(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command("sync", examples=["careercoach interviews sync"])
    def sync() -> None:
        """Keep interviews the same here and in your calendar on a server, now. The settings say which."""
        from careercoach_desktop.features.interviews.service.syncing import SyncService

        done = shell.require_done(shell.finish(shell.get(SyncService).start_sync()))
        result = done.result or {}
        told = result.get("told")
        lines = [str(each) for each in told] if isinstance(told, list) else []
        shell.answer(result, lines or ["Your calendar is up to date."])


def _exchange(shell: Shell) -> Any:
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService

    return shell.get(ExchangeService)


def _job(shell: Shell, words: str) -> int:
    from careercoach_desktop.features.jobs.service import JobService

    return shell.get(JobService).named(words)


def _job_of(shell: Shell, words: str | None, reading: Reading) -> int | None:
    """The job that was named. UserError ``calendar-job`` when none was, and something new is for one."""
    from careercoach_desktop.features.interviews.model.exchange import News

    if words is not None:
        return _job(shell, words)
    new = [offer for offer in reading.offers if offer.news is News.NEW]
    if new:
        raise UserError(
            "Which job is this interview for?",
            f"Say it with --job. {_suggestion(shell, new[0])}".strip(),
            code="calendar-job",
        )
    return None


def _of_job(shell: Shell, words: str) -> Any:
    from careercoach_desktop.features.interviews.service import InterviewService

    return shell.get(InterviewService).for_job(_job(shell, words))


def _bytes(source: str) -> bytes:
    from careercoach_desktop.features.interviews.invitations.lines import LARGEST_FILE, too_large
    from careercoach_desktop.foundation.storage.files import read_whole

    if source == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    return read_whole(Path(source).expanduser(), LARGEST_FILE, too_large())


def _line(offer: Offer, reading: Reading) -> str:
    from careercoach_desktop.features.interviews.invitations.words import remark_words
    from careercoach_desktop.features.interviews.model.when import zone_of

    one = offer.invitation
    time = ""
    if one.when is not None:
        here = one.when.start.astimezone(zone_of(reading.own_zone))
        time = f"{one.when.day}, all day" if one.when.all_day else f"{here:%Y-%m-%d %H:%M} {reading.own_zone}"
    parts = (_NEWS[offer.news.value], time, one_line(one.summary), *map(remark_words, one.remarks))
    return "  ".join(part for part in parts if part)


def _told(offer: Offer) -> dict[str, Any]:
    return {
        "news": offer.news.value,
        "changes": list(offer.changes),
        "job_guesses": [guess.job_id for guess in offer.guesses],
        **offer.invitation.model_dump(mode="json"),
    }


def _suggestion(shell: Shell, offer: Offer) -> str:
    if not offer.guesses:
        return ""
    jobs = dict(_exchange(shell).open_jobs())
    guess = offer.guesses[0]
    return f"It may be {guess.job_id}, {one_line(jobs.get(guess.job_id, ''))}."


def _done(added: int, changed: int) -> str:
    if not added and not changed:
        return "Nothing was changed."
    parts = [f"{added} added" if added else "", f"{changed} changed" if changed else ""]
    return ", ".join(part for part in parts if part) + "."
