"""Résumés from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine


def add_commands(line: CommandLine) -> None:
    """``careercoach resumes …``"""
    resumes = line.group("resumes", "Your résumés: import, read, look, export.")
    shell = line.shell

    @resumes.command("parse", examples=["careercoach resumes parse cv.pdf", "careercoach resumes parse cv.docx --json"])
    def parse(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF, Word, text, Markdown, HTML or JSON Resume.")],
    ) -> None:
        """Read a file and print it as JSON Resume. Nothing is stored."""
        shell.warm_child()
        from careercoach_desktop.features.resumes.interchange import to_json_resume
        from careercoach_desktop.features.resumes.looking import look_at
        from careercoach_desktop.foundation.terminal.words import as_json

        read = look_at(file.expanduser(), shell.child)
        for warning in read.warnings:
            shell.say(warning)
        found = to_json_resume(read.data)
        shell.answer(found, [as_json(found)])
