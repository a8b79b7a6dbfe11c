"""Jobs from a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import columns, labelled

if TYPE_CHECKING:
    from datetime import date

    from careercoach_desktop.features.jobs.model import (
        Added,
        Application,
        Duplicate,
        Enclosure,
        HistoryEntry,
        ImportReport,
        Job,
        JobCard,
        JobStatus,
        Posting,
        TimelineEntry,
    )
    from careercoach_desktop.features.jobs.service import JobService

Sources = Annotated[
    list[str], typer.Argument(metavar="URL_OR_FILE…", help="Addresses, saved pages, or - for a piped text.")
]
Tables = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="CSV, Excel (.xlsx), a list as JSON, or jobs exported here.")
]
ReadLinks = Annotated[bool, typer.Option("--read-links", metavar=" ", help="Open each link too, and fill in the rest.")]
Kind = Annotated[str, typer.Option("--format", metavar="KIND", help="csv, a table, or json, everything.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to; else printed.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Save over a file that is there.")]
Others = Annotated[list[str], typer.Argument(metavar="OTHER…", help="The jobs that become part of it.")]
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
    "posted_date", "deadline", "closed", "description", "url", "source",
)  # fmt: skip


def add_commands(line: CommandLine) -> None:
    """``careercoach jobs …`` and ``careercoach due …``"""
    from careercoach_desktop.features.jobs.cli.due import add_due_commands
    from careercoach_desktop.features.jobs.cli.people import add_contact_commands

    jobs = line.group("jobs", "Postings, and where you stand with them.")
    _add_capturing(jobs, line.shell)
    _add_board(jobs, line.shell)
    _add_applying(jobs, line.shell)
    _add_archive(jobs, line.shell)
    _add_exchange(jobs, line.shell)
    _add_duplicates(jobs, line.shell)
    add_contact_commands(jobs)
    add_due_commands(line)


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
    def add(sources: Sources) -> None:
        """Put postings on the board and read them."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        added: list[Added] = []
        for source in sources:
            try:
                added.append(_added(service, source))
            except UserError as problem:
                if len(sources) == 1:
                    raise
                shell.apologise(UserError(f"{source}: {problem.message}", problem.next_step, code=problem.code))
        for one in added:
            if one.duplicate:
                also = f" It is job {one.job_id}." if len(sources) > 1 else ""
                shell.say(f"This posting is on your board already.{also}")
        shell.finish_own()
        jobs_now = [service.job(one.job_id) for one in added]
        for job in jobs_now:
            if job.problem:
                shell.apologise(UserError(job.problem, f"It is kept on the board as job {job.id}."))
            _say_alike(shell, service, job)
        said = [job_fields(job) for job in jobs_now]
        shell.answer(said[0] if len(sources) == 1 else said, [f"{job.id}  {_named(job)}" for job in jobs_now])


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


def _add_exchange(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("import", examples=["careercoach jobs import applications.csv", "careercoach jobs import jobs.json"])
    def import_files(files: Tables, *, read_links: ReadLinks = False) -> None:
        """Take in tables of jobs. What is on the board already is not added again; each row that is no job is told."""
        from careercoach_desktop.features.jobs.exchange.tables import too_large
        from careercoach_desktop.features.jobs.service.importing import LARGEST_TABLE, ImportService
        from careercoach_desktop.foundation.storage.files import read_whole

        imports = shell.get(ImportService)
        reports = []
        for file in files:
            data = read_whole(file.expanduser(), LARGEST_TABLE, too_large(file.name))
            incoming = imports.look_at_file(data, file.name)
            import_id, task_id = imports.begin(incoming, read_links=read_links)
            shell.require_done(shell.finish(task_id))
            report = imports.report(import_id)
            reports.append((file.name, report))
            _say_not_taken(shell, report)
        shell.finish_own()
        said = [{"file": name, **report.model_dump(mode="json", exclude={"contacts"})} for name, report in reports]
        shell.answer(said[0] if len(files) == 1 else said, [_import_line(name, report) for name, report in reports])

    @jobs.command(
        "export",
        examples=["careercoach jobs export --out jobs.csv", "careercoach jobs export --format json --out jobs.json"],
    )
    def export(file_format: Kind = "", out: Out = None, status: OnlyColumn = None, *, force: Force = False) -> None:
        """Write the jobs (archived ones too) as a table, or as everything that is known of them."""
        from careercoach_desktop.features.jobs.service import JobService
        from careercoach_desktop.foundation.storage.files import write_whole

        said = file_format or (out.suffix[1:].lower() if out is not None and out.suffix else "csv")
        kind = choice(said, ["csv", "json"], "--format")
        service = shell.get(JobService)
        wanted = None if status is None else _status(status, "--status")
        cards = [card for card in service.cards(with_archived=True) if wanted in (None, card.status)]
        content = service.export_jobs([card.id for card in cards], kind)
        if out is None:
            records = json.loads(service.export_jobs([card.id for card in cards], "json"))
            shell.answer(records, content.decode("utf-8-sig").splitlines())
            return
        written = target(out, force=force)
        write_whole(written, content)
        count = "1 job" if len(cards) == 1 else f"{len(cards)} jobs"
        shell.answer({"file": str(written), "jobs": len(cards)}, [f"“{written.name}” holds {count}."])


def _add_duplicates(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("duplicates")
    def duplicates() -> None:
        """Jobs that look like one, and why. Nothing is merged."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        groups = service.all_duplicates()
        if not groups:
            shell.say("No two jobs look like one.")
        lines, said = [], []
        for job_id, others in groups:
            job = service.job(job_id)
            lines += [f"{job_id}  {_named(job)}", *(f"  {one.job_id}  {_alike(one)}: {one.reason}" for one in others)]
            found = [
                {"id": one.job_id, "title": one.title, "likeness": one.likeness.value, "reason": one.reason}
                for one in others
            ]
            said.append({"id": job_id, "title": job.posting.title, "duplicates": found})
        shell.answer(said, lines)

    @jobs.command("merge", examples=["careercoach jobs merge 12 40"])
    def merge(keep: Which, others: Others) -> None:
        """Make jobs part of another one. Nothing is lost: notes, history, people and postings move over."""
        from careercoach_desktop.features.jobs.service import JobService

        service = shell.get(JobService)
        kept = service.named(keep)
        service.merge(kept, [service.named(other) for other in others])
        shell.finish_own()
        job = service.job(kept)
        shell.answer(job_fields(job), [f"{kept}  {_named(job)}"])


def posting_fields(posting: Posting) -> dict[str, Any]:
    """What the posting says; null for what it does not."""
    said = posting.model_dump(mode="json", include=set(FIELDS))
    return {name: said[name] or None for name in FIELDS}


def posting_lines(posting: Posting) -> list[str]:
    """The same for a person."""
    said = posting_fields(posting)
    description = said.pop("description") or ""
    said["closed"] = said["closed"] and "yes, the page says so"
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


def _say_alike(shell: Shell, service: JobService, job: Job) -> None:
    for one in [each for each in service.duplicates_of(job.id) if each.job_id < job.id]:
        shell.say(f"Job {job.id} looks like job {one.job_id}, {_alike(one)}: {one.reason}.")


def _alike(one: Duplicate) -> str:
    return ", ".join(part for part in (one.title, one.company) if part)


def _say_not_taken(shell: Shell, report: ImportReport) -> None:
    for one in report.known:
        shell.say(f"Row {one.line}: {one.what} is on your board already, as job {one.job_id}.")
    for one in report.refused:
        shell.say(f"Row {one.line}: {one.why} ({one.what})")


def _import_line(name: str, report: ImportReport) -> str:
    known, refused = len(report.known), len(report.refused)
    parts = [
        f"{len(report.added)} added",
        f"{known} there already" if known else "",
        f"{refused} not read" if refused else "",
    ]
    return f"{name}: {', '.join(part for part in parts if part)}"


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
