"""Jobs from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Added, Job, JobCard, JobStatus, Posting, TimelineEntry
    from careercoach_desktop.features.jobs.service import JobService

Source = Annotated[str, typer.Argument(metavar="URL_OR_FILE", help="An address, a saved page, or - for a piped text.")]
Readable = Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A saved page, an address, or - for a piped one.")]
Which = Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")]
Column = Annotated[str, typer.Argument(metavar="STATUS", help="interested, applied, interview-scheduled, …")]
OnlyColumn = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="Only this column of the board.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for the job’s timeline.")]
Several = Annotated[list[str], typer.Argument(metavar="JOB…", help="Numbers, or words of the title and company.")]
BringBack = Annotated[bool, typer.Option("--bring-back", help="Put them on the board again.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them are in the job.")]

FIELDS = (
    "title", "company", "location", "work_mode", "job_type", "salary_min", "salary_max", "salary_currency",
    "posted_date", "deadline", "description", "url", "source",
)  # fmt: skip


def add_commands(line: CommandLine) -> None:
    """``careercoach jobs …``"""
    jobs = line.group("jobs", "Postings, and where you stand with them.")
    _add_capturing(jobs, line.shell)
    _add_board(jobs, line.shell)
    _add_archive(jobs, line.shell)


def _add_capturing(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("read", examples=["careercoach jobs read https://example.com/jobs/42 --json"])
    def read(source: Readable) -> None:
        """Read one posting and print its fields. Nothing is stored."""
        shell.warm_child()
        from careercoach_desktop.features.jobs.looking import look_at

        posting = look_at(source, shell.child, shell.page_renderer)
        shell.answer(posting_fields(posting), posting_lines(posting))

    @jobs.command(
        "add",
        examples=["careercoach jobs add https://example.com/jobs/42", "pbpaste | careercoach jobs add -"],
    )
    def add(source: Source) -> None:
        """Put a posting on the board and read it."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        added = _added(service, source)
        if added.duplicate:
            shell.say("This posting is on your board already.")
        shell.finish_own()
        job = service.job(added.job_id)
        if job.problem:
            shell.apologise(UserError(job.problem, f"It is kept on the board as job {job.id}."))
        shell.answer(job_fields(job), [f"{job.id}  {_named(job)}"])


def _add_board(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("list", examples=["careercoach jobs list --status applied"])
    def list_jobs(status: OnlyColumn = None) -> None:
        """The board, in its order."""
        from careercoach_desktop.features.jobs.service import JobService

        wanted = None if status is None else _status(status, "--status")
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
        timeline = service.timeline(found.id)
        shell.answer({**job_fields(found), "timeline": [_entry(each) for each in timeline]}, job_lines(found, timeline))

    @jobs.command(
        "move", examples=["careercoach jobs move 42 applied", 'careercoach jobs move 42 rejected --reason "Filled"']
    )
    def move(job: Which, status: Column, reason: Reason = "") -> None:
        """Move a job to another column of the board."""
        from careercoach_desktop.features.jobs.service import JobService

        wanted = _status(status, "STATUS")
        service = shell.get(JobService)
        job_id = service.named(job)
        service.move([job_id], wanted, reason=reason)
        moved = service.job(job_id)
        shell.answer(job_fields(moved), [f"{job_id}  {_named(moved)}: {_word(moved.status)}"])


def _add_archive(jobs: CommandLine, shell: Shell) -> None:
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
        shell.answer([job_fields(each) for each in found], [f"{each.id}  {_named(each)}: {done}" for each in found])


def posting_fields(posting: Posting) -> dict[str, Any]:
    """What the posting says; null for what it does not."""
    said = posting.model_dump(mode="json", include=set(FIELDS))
    return {name: said[name] or None for name in FIELDS}


def posting_lines(posting: Posting) -> list[str]:
    """The same for a person."""
    said = posting_fields(posting)
    description = said.pop("description") or ""
    return [*labelled((name.replace("_", " ").capitalize(), value) for name, value in said.items()), "", description]


def job_fields(job: Job) -> dict[str, Any]:
    """One job in full, for programs."""
    return {
        "id": job.id,
        "status": job.status.value,
        "score": job.score,
        "tags": list(job.tags),
        "priority": job.priority,
        "archived": job.archived,
        "notes": job.notes or None,
        "problem": job.problem or None,
        "created": job.created.isoformat(),
        "applied": job.applied.isoformat() if job.applied else None,
        "posting": posting_fields(job.posting),
    }


def job_lines(job: Job, timeline: list[TimelineEntry]) -> list[str]:
    """The same for a person."""
    head = [("Job", job.id), ("Status", _word(job.status)), ("Match", job.score), ("Tags", ", ".join(job.tags))]
    lines = [*labelled(head), "", *posting_lines(job.posting)]
    if job.notes:
        lines += ["", "Notes", job.notes]
    lines += ["", "What happened"]
    return lines + [f"  {entry.when:%Y-%m-%d}  {_happened(entry)}" for entry in timeline]


def _added(service: JobService, source: str) -> Added:
    from careercoach_desktop.features.jobs.looking import STANDARD_INPUT, is_address, read_source

    if is_address(source):
        return service.add_from_url(source)
    data, name = read_source(source)
    if source == STANDARD_INPUT and not data.lstrip().startswith((b"<", b"{")):
        return service.add_from_text(data.decode("utf-8", errors="replace"))
    return service.add_from_file(data, name)


def _status(word: str, option: str) -> JobStatus:
    from careercoach_desktop.features.jobs.model import JobStatus

    return JobStatus(choice(word, [each.value for each in JobStatus], option))


def _in_board_order(cards: list[JobCard]) -> list[JobCard]:
    """Column by column; the service gives the order inside them."""
    from careercoach_desktop.features.jobs.model import JobStatus

    return sorted(cards, key=lambda card: list(JobStatus).index(card.status))


def _answer_cards(shell: Shell, cards: list[JobCard]) -> None:
    rows = [
        (str(card.id), _word(card.status), "" if card.score is None else str(card.score), card.title, card.company,
         card.location, "" if card.deadline is None else card.deadline.isoformat())
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


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "when": entry.when.isoformat(),
        "kind": entry.kind.value,
        "text": entry.text or None,
        "from": entry.from_status.value if entry.from_status else None,
        "to": entry.to_status.value if entry.to_status else None,
        "reason": entry.reason or None,
    }


def _happened(entry: TimelineEntry) -> str:
    if entry.to_status is not None:
        why = f": {entry.reason}" if entry.reason else ""
        return f"Moved to {_word(entry.to_status)}{why}"
    if entry.kind.value == "ARCHIVED" and entry.text:
        return entry.text.capitalize()
    return f"{entry.kind.value.capitalize()} {entry.text}".strip()


def _word(status: JobStatus) -> str:
    return status.value.replace("_", " ").capitalize()


def _named(job: Job) -> str:
    return ", ".join(part for part in (job.posting.title, job.posting.company) if part)
