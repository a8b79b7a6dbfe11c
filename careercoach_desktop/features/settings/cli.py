"""Backup and restore from a terminal."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import target

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write.")]
Backup = Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")]
Into = Annotated[Path, typer.Option("--into", metavar="FOLDER", help="A new or empty folder.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace a file that is there.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach backup`` and ``careercoach restore``"""
    shell = line.shell

    @line.command("backup", examples=["careercoach backup ~/career.careercoach"])
    def backup(file: Target, *, force: Force = False) -> None:
        """Copy everything into one file, checked, while the window may go on working."""
        from careercoach_desktop.features.settings.service import BackupService

        place = target(file, force=force).resolve()
        shell.get(BackupService).back_up_to(place)
        size = place.stat().st_size
        shell.answer({"file": str(place), "bytes": size}, [f"Saved {place} ({size / 2**20:.1f} MB)"])

    @line.command("restore", examples=["careercoach restore career.careercoach --into ~/Restored"])
    def restore(file: Backup, into: Into) -> None:
        """Unpack a backup into an empty folder; your present data stays as it is."""
        from careercoach_desktop.features.settings.service import BackupService

        folder = into.expanduser().resolve()
        BackupService.restore_into(file.expanduser(), folder)
        opening = f"Open it with: careercoach --data-dir {quote(str(folder))}"
        shell.answer({"folder": str(folder)}, [f"Restored into {folder}", opening])
