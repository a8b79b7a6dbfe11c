"""Résumés from a terminal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import as_json, columns, labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.model import Resume, ResumeCard

_KINDS = "PDF, Word, OpenDocument, RTF, text, Markdown, HTML, JSON Resume or LinkedIn’s data export (zip)."
File = Annotated[Path, typer.Argument(metavar="FILE", help=_KINDS)]
Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help=f"{_KINDS[:-1]}, or folders with them.")]
Which = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, or a title.")]
Written = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help="Where to: .pdf, .docx, .html, .md, .txt or .json (JSON Resume).", show_default=False
    ),
]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="The same as FILE.", show_default=False)]
Look = Annotated[str | None, typer.Option("--template", metavar="NAME", help="A template, e.g. modern or classic.")]
Paper = Annotated[str | None, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")]
Accent = Annotated[str | None, typer.Option("--accent", metavar="COLOUR", help="The colour of headings, like #5442C9.")]
Font = Annotated[str | None, typer.Option("--font", metavar="FAMILY", help="The family of the text, e.g. Inter.")]
OnePage = Annotated[bool | None, typer.Option("--one-page/--more-pages", help="Tighten it until it fits on one page.")]
Force = Annotated[
    bool, typer.Option("--force", metavar=" ", help="Save over a file that is there, and when fields get lost.")
]


def add_commands(line: CommandLine) -> None:
    """``careercoach resumes …``"""
    resumes = line.group("resumes", "Your résumés: import, read, look, export.")
    _add_reading(resumes, line.shell)
    _add_kept(resumes, line.shell)


def _add_reading(resumes: CommandLine, shell: Shell) -> None:
    @resumes.command("parse", examples=["careercoach resumes parse cv.pdf --json"])
    def parse(file: File) -> None:
        """Read a file and print it as JSON Resume. Nothing is stored."""
        shell.warm_child()
        from careercoach_desktop.features.resumes.interchange import to_json_resume
        from careercoach_desktop.features.resumes.looking import look_at

        read = look_at(file.expanduser(), shell.child)
        for warning in read.warnings:
            shell.say(warning)
        found = to_json_resume(read.data)
        shell.answer(found, [as_json(found)])

    @resumes.command(
        "import", examples=["careercoach resumes import cv.pdf", "careercoach resumes import old-cvs/ *.docx"]
    )
    def import_files(files: Files) -> None:
        """Keep files and read them; the first one becomes your primary résumé. Folders are looked through."""
        from careercoach_desktop.features.resumes.looking.gathering import gather
        from careercoach_desktop.features.resumes.reading import FOLDER_SUFFIXES
        from careercoach_desktop.features.resumes.service import ResumeService

        found = gather([file.expanduser() for file in files], FOLDER_SUFFIXES)
        for each in found.skipped:
            shell.say(f"“{each.name}”: {each.why}")
        if not found.files:
            raise UserError("There is nothing here that could be a résumé.", f"Name files: {_KINDS}", code="no-files")
        service, ids, unread = shell.get(ResumeService), [], []
        for file in found.files:
            try:
                imported = service.import_path(file)
            except UserError as problem:
                shell.apologise(problem)
                unread.append(_unread(file, problem))
                continue
            ids.append(imported.resume_id)
            if imported.duplicate:
                shell.say(f"“{file.name}” was imported before.")
        shell.finish_own()
        _tell(shell, [card for card in service.cards() if card.id in ids], unread)


def _add_kept(resumes: CommandLine, shell: Shell) -> None:
    @resumes.command("list")
    def list_resumes() -> None:
        """Every résumé you keep."""
        from careercoach_desktop.features.resumes.service import ResumeService

        cards = shell.get(ResumeService).cards()
        if not cards:
            shell.say("No résumé yet. Import yours with: careercoach resumes import FILE")
        shell.answer([card_fields(card) for card in cards], _table(cards))

    @resumes.command("show", examples=["careercoach resumes show primary"])
    def show(resume: Which) -> None:
        """What a résumé says."""
        from careercoach_desktop.features.resumes.interchange import to_json_resume
        from careercoach_desktop.features.resumes.service import ResumeService

        service = shell.get(ResumeService)
        found = service.resume(service.named(resume))
        shell.answer({**resume_fields(found), "resume": to_json_resume(found.data)}, resume_lines(found))

    @resumes.command(
        "export",
        examples=[
            "careercoach resumes export primary cv.pdf",
            "careercoach resumes export 2 cv.docx --template classic --paper letter --accent #0A7A50",
            "careercoach resumes export primary cv.md",
        ],
    )
    def export(
        resume: Which,
        file: Written = None,
        to: To = None,
        template: Look = None,
        paper: Paper = None,
        accent: Accent = None,
        font: Font = None,
        *,
        one_page: OnePage = None,
        force: Force = False,
    ) -> None:
        """Write a résumé as a file in its own look, or the one given here; it is read back and compared first.

        When a field reads differently nothing is written: the list of them is shown, and --force saves it anyway.
        """
        from careercoach_desktop.features.resumes.handover import FILE_SUFFIXES
        from careercoach_desktop.features.resumes.rereading import report_lines
        from careercoach_desktop.features.resumes.service import ExportService, ResumeService

        wanted = file or to
        if wanted is None:
            raise typer.BadParameter("Say where to.", param_hint="FILE")
        given = look_given(template, paper, accent, font, one_page=one_page)
        written = target(ending(wanted, FILE_SUFFIXES, "FILE"), force=force)
        service = shell.get(ResumeService)
        found = service.resume(service.named(resume))
        style = found.style.model_copy(update=given)
        report = shell.get(ExportService).write(found.data, written, style, with_losses=force)
        for line in report_lines(report, found.data):
            shell.say(line)
        if not report.survived and not force:
            raise report.refusal()
        shell.answer(
            {"file": str(written), "checked": report.checked, "lost": report.sentences()},
            [f"Saved {written}. {report.verdict()}"],
        )


def look_given(
    template: str | None, paper: str | None, accent: str | None, font: str | None, *, one_page: bool | None
) -> dict[str, Any]:
    """The fields of a ``ResumeStyle`` that were given, checked; a usage error for a wrong one."""
    from careercoach_desktop.features.resumes.typeset.templates import PAPERS, TEMPLATES

    if template is not None:
        template = choice(template, [each.name for each in TEMPLATES], "--template")
    if paper is not None:
        paper = choice(paper, PAPERS, "--paper")
    if accent is not None:
        accent = f"#{accent.removeprefix('#').upper()}"
        if not re.fullmatch(r"#[0-9A-F]{6}", accent):
            raise typer.BadParameter("A colour is written like #5442C9.", param_hint="--accent")
    given = {"template": template, "paper": paper, "accent": accent, "font": font, "one_page": one_page}
    return {name: value for name, value in given.items() if value is not None}


def card_fields(card: ResumeCard) -> dict[str, Any]:
    """One résumé in a list, for programs."""
    return {
        "id": card.id,
        "title": card.title,
        "primary": card.is_primary,
        "file": card.file_name,
        "state": card.state.value,
        "problem": card.problem or None,
        "next_step": card.next_step or None,
        "fields": card.fields,
        "doubtful": card.doubtful,
        "checked": card.checked,
        "updated": card.updated.isoformat(),
    }


def resume_fields(resume: Resume) -> dict[str, Any]:
    """About one résumé, for programs."""
    return {
        "id": resume.id,
        "title": resume.title,
        "primary": resume.is_primary,
        "file": resume.file_name,
        "state": resume.state.value,
        "problem": resume.problem or None,
        "version": resume.version,
        "warnings": list(resume.warnings),
        "updated": resume.updated.isoformat(),
    }


def resume_lines(resume: Resume) -> list[str]:
    """What it says, for a person."""
    from careercoach_desktop.features.resumes.editing import place, shown_date

    data, basics = resume.data, resume.data.basics
    links = ", ".join(link for link in [basics.url, *(profile.url for profile in basics.profiles)] if link)
    star = " (primary)" if resume.is_primary else ""
    origin = f"from {resume.file_name}" if resume.has_original else "written here"
    lines = [f"{resume.title}{star}, version {resume.version}, {origin}", ""]
    lines += labelled(
        [("Name", basics.name), ("Headline", basics.label), ("E-mail", basics.email), ("Phone", basics.phone),
         ("Place", place(basics.location)), ("Links", links)]
    )  # fmt: skip
    if basics.summary:
        lines += ["", basics.summary]
    for work in data.work:
        dates = " – ".join(
            part for part in (shown_date(work.start), shown_date(work.end, current=work.current)) if part
        )
        lines += ["", ", ".join(part for part in (work.position, work.name, dates) if part)]
        lines += [f"  • {bullet.text}" for bullet in work.highlights]
    for school in data.education:
        words = (school.study_type, school.area, school.institution, shown_date(school.end, current=school.current))
        lines += ["", ", ".join(part for part in words if part)]
    if skills := data.skill_names():
        lines += ["", f"Skills: {', '.join(skills)}"]
    if resume.problem:
        lines += ["", resume.problem]
    return lines


def _unread(file: Path, problem: UserError) -> dict[str, Any]:
    """A file that could not even be kept, for programs; like ``card_fields`` as far as there is something to say."""
    return {
        "id": None,
        "file": file.name,
        "state": "FAILED",
        "problem": problem.message,
        "next_step": problem.next_step,
    }


def _tell(shell: Shell, cards: list[ResumeCard], unread: list[dict[str, Any]]) -> None:
    for card in cards:
        if card.problem:
            shell.apologise(UserError(f"“{card.file_name}”: {card.problem}", card.next_step))
    shell.answer([*(card_fields(card) for card in cards), *unread], _table(cards))


def _table(cards: list[ResumeCard]) -> list[str]:
    rows = [(str(card.id), "*" if card.is_primary else "", card.title, card.file_name, _state(card)) for card in cards]
    return columns(rows, ("ID", "", "Title", "File", "State")) if rows else []


def _state(card: ResumeCard) -> str:
    if card.problem:
        return "could not be read" if not card.fields else "not like a résumé"
    doubts = f", {card.doubtful} to check" if card.doubtful and not card.checked else ""
    return f"{card.fields} fields{doubts}" if card.fields else card.state.value.lower()
