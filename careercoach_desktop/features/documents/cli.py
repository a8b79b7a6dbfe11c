"""``careercoach documents …``: what was made or attached, and getting it out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import columns

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.model import DocumentCard
    from careercoach_desktop.features.documents.service import DocumentService

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Any files.")]
OfJob = Annotated[str | None, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
As = Annotated[str | None, typer.Option("--as", metavar="TYPE", help="resume, cover-letter, portfolio, …")]
Which = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A number, or words of its title.")]
Version = Annotated[int | None, typer.Option("--version", metavar="NUMBER", help="The newest when not said.")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Else its own name, in this folder.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace the file if it is there.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach documents list``, ``attach`` and ``export``."""
    documents = line.group("documents", "Résumés and letters made for a job, and files you attached.")
    shell = line.shell

    @documents.command("list", examples=["careercoach documents list", "careercoach documents list --job 42"])
    def list_documents(job: OfJob = None) -> None:
        """Every document, last changed first."""
        cards = _documents(shell).cards()
        if job is not None:
            job_id = _job(shell, job)
            cards = [card for card in cards if card.job_id == job_id]
        if not cards:
            shell.say("No documents yet. Attach one with: careercoach documents attach FILE")
        shell.answer([_told(card) for card in cards], columns([_row(card) for card in cards]))

    @documents.command("attach", examples=["careercoach documents attach reference.pdf --job 42"])
    def attach(files: Files, job: OfJob = None, kind: As = None) -> None:
        """Keep files whole, and find them by their words. The same file is not kept twice."""
        from careercoach_desktop.features.documents.model import DocumentType
        from careercoach_desktop.features.documents.service import AttachmentService

        names = {each.value.lower().replace("_", "-"): each for each in DocumentType}
        chosen = names[choice(kind, list(names), "--as")] if kind is not None else None
        job_id = _job(shell, job) if job is not None else None
        service = shell.get(AttachmentService)
        made = [service.attach(file.expanduser(), job_id=job_id, kind=chosen) for file in files]
        shell.finish_own()
        said = [
            f"{each.document_id}  “{each.title}”" + (" was here already" if each.known else " attached")
            for each in made
        ]
        shell.answer([{"id": each.document_id, "title": each.title, "known": each.known} for each in made], said)

    @documents.command(
        "export", examples=["careercoach documents export 3", "careercoach documents export 3 --to a.pdf"]
    )
    def export(document: Which, version: Version = None, to: To = None, *, force: Force = False) -> None:
        """Write a document as a file: an attached one as it came, a résumé as PDF."""
        from careercoach_desktop.features.documents.service import HandingService
        from careercoach_desktop.foundation.errors import UserError

        document_id = _named(shell, document)
        versions = _documents(shell).versions(document_id)
        wanted = next((each for each in versions if version in (None, each.number)), None)
        if wanted is None:
            raise UserError(
                f"It has no version {version}.", f"The newest is {versions[0].number}.", code="version-missing"
            )
        handing = shell.get(HandingService)
        file = target(to if to is not None else Path(handing.file(wanted.id).name), force=force)
        handing.save(wanted.id, file)
        shell.answer({"file": str(file), "version": wanted.number}, [f"Written to {file}."])


def _documents(shell: Shell) -> DocumentService:
    from careercoach_desktop.features.documents.service import DocumentService

    return shell.get(DocumentService)


def _named(shell: Shell, document: str) -> int:
    from careercoach_desktop.foundation.choosing import the_one

    return the_one(document, {card.id: card.title for card in _documents(shell).cards()}, "document")


def _job(shell: Shell, job: str) -> int:
    from careercoach_desktop.features.jobs.service import JobService

    return shell.get(JobService).named(job)


def _told(card: DocumentCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "type": card.type.value,
        "title": card.title,
        "job": card.job_id,
        "version": card.version,
        "tags": list(card.tags),
        "file": card.file.name if card.file is not None else None,
        "updated": card.updated.isoformat(timespec="seconds"),
    }


def _row(card: DocumentCard) -> tuple[str, ...]:
    kind = card.type.value.replace("_", " ").capitalize()
    purpose = ", ".join(part for part in (card.job_title, card.company) if part)
    return (str(card.id), kind, card.title, f"version {card.version}", purpose)
