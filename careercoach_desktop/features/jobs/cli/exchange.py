"""``careercoach jobs import`` and ``jobs export``: tables and files of other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.jobs.cli.naming import OnlyColumn, status_of
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell, target

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import ImportReport


Tables = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="CSV, Excel (.xlsx), a list as JSON, or jobs exported here.")
]
ReadLinks = Annotated[bool, typer.Option("--read-links", metavar=" ", help="Open each link too, and fill in the rest.")]
Kind = Annotated[str, typer.Option("--format", metavar="KIND", help="csv, a table, or json, everything.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to; else printed.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Save over a file that is there.")]


def add_exchange(jobs: CommandLine, shell: Shell) -> None:
    @jobs.command("import", examples=["careercoach jobs import applications.csv", "careercoach jobs import jobs.json"])
    def import_files(files: Tables, *, read_links: ReadLinks = False) -> None:
        """Take in tables of jobs. What is on the board already is not added again; each row that is no job is told."""
        from careercoach_desktop.features.jobs.exchange.tables import LARGEST_TABLE, too_large
        from careercoach_desktop.features.jobs.service.importing import ImportService
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
        wanted = None if status is None else status_of(status, "--status")
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
