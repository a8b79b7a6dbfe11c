"""``careercoach jobs list``, ``search``, ``show``, ``move`` and ``archive``: the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.features.jobs.cli.naming import OnlyColumn, Several, Which, status_of
from careercoach_desktop.features.jobs.cli.showing import (
    application_fields,
    entry_fields,
    job_fields,
    job_lines,
    named,
)
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import JobCard


Column = Annotated[str, typer.Argument(metavar="STATUS", help="interested, applied, interview-scheduled, …")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for the job’s timeline.")]
BringBack = Annotated[bool, typer.Option("--bring-back", help="Put them on the board again.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them are in the job.")]


def add_board(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("list", examples=["careercoach jobs list --status applied"])
    def list_jobs(status: OnlyColumn = None) -> None:
        """The board, in its order."""
        from careercoach_desktop.features.jobs.service import JobService

        wanted = None if status is None else status_of(status, "--status")
        cards = [card for card in shell.get(JobService).cards() if wanted in (None, card.status)]
        if not cards:
            shell.say("No job here yet. Add one with: careercoach jobs add URL")
        _answer_cards(shell, _in_board_order(cards))

    @jobs.command("search", examples=["careercoach jobs search data leeds"])
    def search(words: Words) -> None:
        """Jobs whose title, company, place, tags, notes or description hold every word."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        found = service.matching(" ".join(words))
        if not found:
            shell.say("Nothing was found.")
        _answer_cards(shell, _in_board_order([card for card in service.cards() if card.id in found]))

    @jobs.command("show")
    def show(job: Which) -> None:
        """One job: its posting, your notes, what happened."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        found = service.job(service.named(job))
        timeline, application = service.timeline(found.id), service.application(found.id)
        told = {**job_fields(found), "application": application_fields(application)}
        told["timeline"] = [entry_fields(each) for each in timeline]
        shell.answer(told, job_lines(found, timeline, application))

    @jobs.command(
        "move", examples=["careercoach jobs move 42 applied", 'careercoach jobs move 42 rejected --reason "Filled"']
    )
    def move(job: Which, status: Column, reason: Reason = "") -> None:
        """Move a job to another column of the board."""
        from careercoach_desktop.features.jobs.model.telling import status_word
        from careercoach_desktop.features.jobs.service import JobService

        wanted = status_of(status, "STATUS")
        service = shell.get(JobService)
        job_id = service.named(job)
        service.move([job_id], wanted, reason=reason)
        moved = service.job(job_id)
        shell.answer(job_fields(moved), [f"{job_id}  {named(moved)}: {status_word(moved.status)}"])

    @jobs.command("archive", examples=["careercoach jobs archive 42 57", "careercoach jobs archive 42 --bring-back"])
    def archive(job: Several, bring_back: BringBack = False) -> None:
        """Take jobs off the board without removing them, or bring them back."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        changed = service.archive([service.named(each) for each in job], not bring_back)
        done = "brought back" if bring_back else "archived"
        if not changed:
            shell.say(f"Nothing to do: already {'on the board' if bring_back else 'archived'}.")
        found = [service.job(job_id) for job_id in changed]
        shell.answer([job_fields(each) for each in found], [f"{each.id}  {named(each)}: {done}" for each in found])


def _in_board_order(cards: list[JobCard]) -> list[JobCard]:
    """Column by column; the service gives the order inside them."""
    from careercoach_desktop.features.jobs.model import JobStatus

    return sorted(cards, key=lambda card: list(JobStatus).index(card.status))


def _answer_cards(shell: Shell, cards: list[JobCard]) -> None:
    from careercoach_desktop.features.jobs.model.telling import status_word

    rows = [
        (str(card.id), status_word(card.status), "" if card.score is None else str(card.score), card.title,
         card.company, card.location, "" if card.deadline is None else card.deadline.isoformat())
        for card in cards
    ]  # fmt: skip
    head = ("ID", "Status", "Match", "Title", "Company", "Place", "Deadline")
    shell.answer([_card_fields(card) for card in cards], columns(rows, head, widest=36) if rows else [])


def _card_fields(card: JobCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "company": card.company or None,
        "location": card.location or None,
        "work_mode": card.work_mode.value if card.work_mode else None,
        "status": card.status.value,
        "score": card.score,
        "tags": list(card.tags),
        "priority": card.priority,
        "deadline": card.deadline.isoformat() if card.deadline else None,
        "problem": card.problem or None,
    }
