"""Commands that belong to no feature: generated data, and the gallery of widgets (the only one that loads Qt)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell

Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="How many jobs.")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="Another number makes other jobs.")]
Anyway = Annotated[bool, typer.Option("--force", metavar=" ", help="Add them to a folder that holds data.")]
Pictures = Annotated[Path | None, typer.Option("--to", metavar="FOLDER", help="Write PNGs of both themes instead.")]


def add_own_commands(line: CommandLine) -> None:
    """``careercoach sample`` and ``careercoach gallery``"""
    shell = line.shell

    @line.command("sample", examples=["careercoach --data-dir /tmp/try sample --jobs 200"])
    def sample(jobs: Jobs = 100, seed: Seed = None, *, force: Anyway = False) -> None:
        """Fill a data folder with a believable person, a résumé, jobs and practice, the same ones each time."""
        from careercoach_desktop.app.job_hunt import SEED, fill

        if not force:
            _refuse_data(shell)
        provider = shell.open().provider
        with shell.progress() as show:
            fill(
                provider,
                jobs,
                seed=SEED if seed is None else seed,
                tell=lambda done: show(f"Adding jobs · {done} of {jobs}"),
            )
        shell.answer({"folder": str(shell.folder), "jobs": jobs}, [f"{jobs} jobs in {shell.folder}"])

    @line.command("gallery", examples=["careercoach gallery --to pictures"])
    def gallery(to: Pictures = None) -> None:
        """Every widget in every state, for people who build this."""
        files = show_gallery() if to is None else draw_gallery(to.expanduser())
        shell.answer({"files": [str(file) for file in files]}, [f"Saved {file}" for file in files])


def draw_gallery(folder: Path) -> list[Path]:
    """The gallery in both themes as pictures; needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from careercoach_desktop.foundation.uikit import current_theme
    from careercoach_desktop.foundation.uikit.gallery import render_gallery

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    files = [folder / f"gallery-{theme}.png" for theme in ("light", "dark")]
    for file in files:
        render_gallery(current_theme(), file.stem.removeprefix("gallery-"), file)
    application.processEvents()
    return files


def show_gallery() -> list[Path]:
    """The gallery as a window, until it is closed."""
    from PySide6.QtWidgets import QApplication

    from careercoach_desktop.foundation.uikit import current_theme
    from careercoach_desktop.foundation.uikit.gallery import build_gallery

    application = QApplication.instance() or QApplication([])
    window = build_gallery(current_theme())
    window.show()
    application.exec()
    return []


def _refuse_data(shell: Shell) -> None:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService

    if shell.get(JobService).cards() or shell.get(ResumeService).cards():
        raise UserError(
            "This folder holds data already, so nothing was added.",
            "Choose an empty one with --data-dir, or add --force.",
            code="folder-not-empty",
        )
