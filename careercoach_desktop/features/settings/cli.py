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
    from careercoach_desktop.foundation.settings.service import SettingsService

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write.")]
Backup = Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")]
Into = Annotated[Path, typer.Option("--into", metavar="FOLDER", help="A new or empty folder.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Replace a file that is there.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach backup``, ``restore``, ``settings`` and ``doctor``"""
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

    _add_settings(line)

    @line.command("doctor")
    def doctor() -> None:
        """Look whether everything is in order, and what to do where it is not."""
        from careercoach_desktop.features.settings.diagnosis import State, diagnose

        findings = diagnose(shell.folder)
        shell.has_failed = any(each.state is State.BAD for each in findings)
        shell.answer([asdict(each) for each in findings], finding_lines(findings))


def _add_settings(line: CommandLine) -> None:
    shell, group = line.shell, line.group("settings", "How Career Coach works: Claude, the look, the browser.")

    @group.command("get", examples=["careercoach settings get", "careercoach settings get claude_endpoint"])
    def get(name: Annotated[str, typer.Argument(metavar="[NAME]", help="One of them; without it, all.")] = "") -> None:
        """Show settings and where each value comes from."""
        from careercoach_desktop.foundation.settings.service import SettingsService

        told = described(shell.get(SettingsService), name)
        shell.answer(told[0] if name else told, setting_lines(told))

    @group.command(
        "set",
        examples=["careercoach settings set claude_monthly_budget 20", "careercoach settings set claude_endpoint"],
    )
    def choose(
        name: Annotated[str, typer.Argument(metavar="NAME", help="Which setting.")],
        value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help="Without it: back to the default.")] = None,
    ) -> None:
        """Choose a setting; the window takes it over at once."""
        from careercoach_desktop.foundation.settings.service import SettingsService

        settings = shell.get(SettingsService)
        if value is None:
            settings.forget(name)
        else:
            settings.choose(**{name: settings.parsed(name, value)})
        told = described(settings, name)
        shell.answer(told[0], setting_lines(told))


def described(settings: SettingsService, name: str) -> list[dict[str, object]]:
    """One setting, or all of them: name, value, where the value comes from, its variable and what it is."""
    from careercoach_desktop.foundation.settings.model import Settings
    from careercoach_desktop.foundation.settings.service import variable_of

    return [
        {
            "name": each,
            "value": settings.value(each),
            "origin": settings.origin(each).value,
            "variable": variable_of(each),
            "description": Settings.model_fields[each].description or "",
        }
        for each in ([name] if name else list(Settings.model_fields))
    ]


def setting_lines(told: list[dict[str, object]]) -> list[str]:
    """Name and value, below it what it is and where the value comes from."""
    lines = []
    for each in told:
        value = "none" if each["value"] is None else one_line(str(each["value"])) or "(empty)"
        lines += [f"{each['name']} = {value}", f"    {each['description']} ({each['origin']})"]
    return lines


def finding_lines(findings: list[Finding]) -> list[str]:
    """A mark, what was looked at, what was found; below it what to do."""
    marks = {"ok": "✓", "warn": "!", "bad": "✗"}
    wide = max(len(each.name) for each in findings)
    lines = []
    for each in findings:
        lines.append(f"{marks[each.state]} {each.name:<{wide}}  {one_line(each.found)}")
        lines += [f"  {'':<{wide}}  → {each.to_do}"] if each.to_do else []
    return lines
