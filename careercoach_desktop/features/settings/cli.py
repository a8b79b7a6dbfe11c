"""Backup, restore and a look at everything Career Coach stands on, from a terminal."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import target
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.diagnosis import Finding

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write.")]
Backup = Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")]
Into = Annotated[Path, typer.Option("--into", metavar="FOLDER", help="A new or empty folder.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace a file that is there.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach backup``, ``restore`` and ``doctor``"""
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

    @line.command("doctor")
    def doctor() -> None:
        """Look whether everything is in order, and what to do where it is not."""
        from careercoach_desktop.features.settings.diagnosis import State, diagnose

        findings = diagnose(shell.folder)
        shell.has_failed = any(each.state is State.BAD for each in findings)
        shell.answer([asdict(each) for each in findings], finding_lines(findings))


def finding_lines(findings: list[Finding]) -> list[str]:
    """A mark, what was looked at, what was found; below it what to do."""
    marks = {"ok": "✓", "warn": "!", "bad": "✗"}
    wide = max(len(each.name) for each in findings)
    lines = []
    for each in findings:
        lines.append(f"{marks[each.state]} {each.name:<{wide}}  {one_line(each.found)}")
        lines += [f"  {'':<{wide}}  → {each.to_do}"] if each.to_do else []
    return lines
