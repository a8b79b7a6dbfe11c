"""Résumés from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import as_json, columns, labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.model import Resume, ResumeCard

File = Annotated[Path, typer.Argument(metavar="FILE", help="PDF, Word, text, Markdown, HTML or JSON Resume.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="PDF, Word, text, Markdown, HTML or JSON Resume.")]
Which = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, or a title.")]
To = Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to: .pdf, .docx or .json (JSON Resume).")]
Look = Annotated[str, typer.Option("--template", metavar="NAME", help="modern or classic.")]
Paper = Annotated[str, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace a file that is there.")]


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

    @resumes.command("import", examples=["careercoach resumes import cv.pdf", "careercoach resumes import *.docx"])
    def import_files(files: Files) -> None:
        """Keep files and read them; the first one becomes your primary résumé."""
        from careercoach_desktop.features.resumes.service import ResumeService

        service, ids = shell.get(ResumeService), []
        for file in files:
            try:
                imported = service.import_path(file.expanduser())
            except UserError as problem:
                shell.apologise(problem)
                continue
            ids.append(imported.resume_id)
            if imported.duplicate:
                shell.say(f"“{file.name}” was imported before.")
        shell.finish_own()
        _tell(shell, [card for card in service.cards() if card.id in ids])


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
            "careercoach resumes export primary --to cv.pdf",
            "careercoach resumes export 2 --to cv.docx --template classic --paper letter",
        ],
    )
    def export(resume: Which, to: To, template: Look = "modern", paper: Paper = "a4", *, force: Force = False) -> None:
        """Write a résumé as a file; PDF and Word are read back and compared before you get them."""
        from careercoach_desktop.features.resumes.handover import FILE_SUFFIXES
        from careercoach_desktop.features.resumes.model import ResumeStyle
        from careercoach_desktop.features.resumes.service import ExportService, ResumeService
        from careercoach_desktop.features.resumes.typeset.templates import PAPERS, TEMPLATES

        look = choice(template, [each.name for each in TEMPLATES], "--template")
        sheet = choice(paper, PAPERS, "--paper")
        file = target(ending(to, FILE_SUFFIXES, "--to"), force=force)
        service = shell.get(ResumeService)
        data = service.resume(service.named(resume)).data
        style = ResumeStyle.model_validate({"template": look, "paper": sheet})
        report = shell.get(ExportService).write(data, file, style)
        lost = report.sentences() if report is not None else []
        for sentence in lost:
            shell.say(sentence)
        verdict = report.verdict() if report is not None else ""
        shell.answer({"file": str(file), "lost": lost}, [f"Saved {file}. {verdict}"])


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
    lines = [f"{resume.title}{star}, version {resume.version}, from {resume.file_name}", ""]
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


def _tell(shell: Shell, cards: list[ResumeCard]) -> None:
    for card in cards:
        if card.problem:
            shell.apologise(UserError(f"“{card.file_name}”: {card.problem}", card.next_step))
    shell.answer([card_fields(card) for card in cards], _table(cards))


def _table(cards: list[ResumeCard]) -> list[str]:
    rows = [(str(card.id), "*" if card.is_primary else "", card.title, card.file_name, _state(card)) for card in cards]
    return columns(rows, ("ID", "", "Title", "File", "State")) if rows else []


def _state(card: ResumeCard) -> str:
    if card.problem:
        return "could not be read" if not card.fields else "not like a résumé"
    doubts = f", {card.doubtful} to check" if card.doubtful and not card.checked else ""
    return f"{card.fields} fields{doubts}" if card.fields else card.state.value.lower()
