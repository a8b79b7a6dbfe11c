"""Jobs from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, labelled

if TYPE_CHECKING:
    from datetime import date

    from careercoach_desktop.features.jobs.model import (
        Added,
        Application,
        Enclosure,
        HistoryEntry,
        Job,
        JobCard,
        JobStatus,
        Posting,
        TimelineEntry,
    )
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

OneOrAll = Annotated[str | None, typer.Argument(metavar="[JOB]", help="A number, or words; without, all jobs.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="So many entries.")]
Method = Annotated[str, typer.Option("--method", metavar="HOW", help="manual or automated.")]
Portal = Annotated[str, typer.Option("--portal", metavar="URL", help="Where it was sent.")]
Confirmation = Annotated[str, typer.Option("--confirmation", metavar="NUMBER", help="What the employer’s site gave.")]
SentResume = Annotated[str, typer.Option("--resume", metavar="RESUME", help="A number, or words of its title.")]
SentOn = Annotated[str, typer.Option("--date", metavar="DATE", help="When; today unless said.")]

_HAPPENED = {
    "APPLIED": "Application",
    "READ": "Posting read",
    "TAILORED": "Résumé tailored",
    "CONTACTED": "In touch with",
    "REMINDED": "Done:",
}

FIELDS = (
    "title", "company", "location", "work_mode", "job_type", "salary_min", "salary_max", "salary_currency",
    "posted_date", "deadline", "description", "url", "source",
)  # fmt: skip


def add_commands(line: CommandLine) -> None:
    """``careercoach jobs …``"""
    jobs = line.group("jobs", "Postings, and where you stand with them.")
    _add_capturing(jobs, line.shell)
    _add_board(jobs, line.shell)
    _add_applying(jobs, line.shell)
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
        timeline, application = service.timeline(found.id), service.application(found.id)
        told = {**job_fields(found), "application": application_fields(application)}
        told["timeline"] = [_entry(each) for each in timeline]
        shell.answer(told, job_lines(found, timeline, application))

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


def _add_applying(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("timeline", examples=["careercoach jobs timeline", "careercoach jobs timeline 42 --json"])
    def timeline(job: OneOrAll = None, most: Most = 50) -> None:
        """What happened, newest first: to one job, or to all."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        if job is not None:
            entries = service.timeline(service.named(job))[:most]
            lines = [f"{_moment(entry)}  {_happened(entry)}" for entry in entries]
            shell.answer([_entry(entry) for entry in entries], lines)
            return
        history = service.history(most)
        shell.answer(
            [{"job": one.entry.job_id, "title": one.title, "company": one.company or None, **_entry(one.entry)}
             for one in history],
            [f"{_moment(one.entry)}  {_titled(one)}: {_happened(one.entry)}" for one in history],
        )  # fmt: skip

    @jobs.command(
        "apply",
        examples=[
            "careercoach jobs apply 42 --portal https://jobs.example.com/42 --confirmation A-17",
            'careercoach jobs apply 42 --resume "Lena Marsh" --date 2026-11-20',
        ],
    )
    def apply(
        job: Which, method: Method = "manual", portal: Portal = "", confirmation: Confirmation = "",
        resume: SentResume = "", date: SentOn = "",
    ) -> None:  # fmt: skip
        """Record an application; the job moves to “applied”. Said again, it is corrected."""
        from careercoach_desktop.features.jobs.model import ApplicationMethod
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        job_id = service.named(job)
        changes: dict[str, Any] = {
            "method": ApplicationMethod(choice(method, [each.value for each in ApplicationMethod], "--method"))
        }
        changes |= {"portal_url": _link(portal)} if portal else {}
        changes |= {"confirmation": confirmation} if confirmation else {}
        changes |= {"submitted": _day(date)} if date else {}
        changes |= {"enclosures": [_resume(shell, resume)]} if resume else {}
        recorded = _applied(service, job_id, changes)
        found = service.job(job_id)
        told = {**job_fields(found), "application": application_fields(recorded)}
        shell.answer(told, [f"{job_id}  {_named(found)}", *application_lines(recorded)])


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


def application_fields(application: Application | None) -> dict[str, Any] | None:
    """What was sent, for programs; None when nothing is recorded."""
    return None if application is None else application.model_dump(mode="json", exclude={"id", "job_id"})


def application_lines(application: Application) -> list[str]:
    """The same for a person."""
    sent = [
        one.title if one.version is None else f"{one.title}, version {one.version}" for one in application.enclosures
    ]
    return labelled([
        ("Application", application.status.value.replace("_", " ").lower()),
        ("Sent", application.submitted), ("Answered", application.responded), ("With", "; ".join(sent)),
        ("Where", application.portal_url), ("Confirmation", application.confirmation),
        ("How", application.method.value.lower()), ("Notes", application.notes),
    ])  # fmt: skip


def job_lines(job: Job, timeline: list[TimelineEntry], application: Application | None = None) -> list[str]:
    """The same for a person."""
    head = [("Job", job.id), ("Status", _word(job.status)), ("Match", job.score), ("Tags", ", ".join(job.tags))]
    lines = [*labelled(head), "", *posting_lines(job.posting)]
    if application is not None:
        lines += ["", *application_lines(application)]
    if job.notes:
        lines += ["", "Notes", job.notes]
    lines += ["", "What happened"]
    return lines + [f"  {entry.when:%Y-%m-%d}  {_happened(entry)}" for entry in timeline]


def _applied(service: JobService, job_id: int, changes: dict[str, Any]) -> Application:
    """The recorded application, with these changes; the job is moved where it has to be."""
    from careercoach_desktop.features.jobs.model import Application, JobStatus

    if service.job(job_id).status is JobStatus.INTERESTED:
        service.move([job_id], JobStatus.APPLIED)
    standing = service.application(job_id)
    if standing is None:  # a job that was further on already
        return service.record_application(Application(job_id=job_id, **changes))
    wanted = standing.model_copy(update=changes)
    service.update_application(wanted)
    return wanted


def _link(text: str) -> str:
    from careercoach_desktop.features.jobs.capture.urls import looks_like_url

    address = looks_like_url(text)
    if address is None:
        raise UserError(f"“{text}” is not the address of a web page.", "Check it.", code="url-invalid")
    return address


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"“{text}” is not a date.", "Write it like 2026-11-20.", code="date-invalid") from None


def _resume(shell: Shell, words: str) -> Enclosure:
    from careercoach_desktop.features.jobs.model import Enclosure, EnclosureKind
    from careercoach_desktop.features.resumes.service import ResumeService

    found = shell.get(ResumeService).resume(shell.get(ResumeService).named(words))
    return Enclosure(kind=EnclosureKind.RESUME, ref=f"resume:{found.id}", version=found.version, title=found.title)


def _moment(entry: TimelineEntry) -> str:
    return f"{entry.when.astimezone():%Y-%m-%d %H:%M}"


def _titled(one: HistoryEntry) -> str:
    return ", ".join(part for part in (one.title, one.company) if part)


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
    word = _HAPPENED.get(entry.kind.value, entry.kind.value.capitalize())
    return f"{word} {entry.text}".strip()


def _word(status: JobStatus) -> str:
    return status.value.replace("_", " ").capitalize()


def _named(job: Job) -> str:
    return ", ".join(part for part in (job.posting.title, job.posting.company) if part)
