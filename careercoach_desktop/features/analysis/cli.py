"""The analysis from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.model import Analysis, Finding, Score

Which = Annotated[str, typer.Argument(metavar="RESUME", help="“primary”, a number, a title, or a file.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach analyse``"""
    shell = line.shell

    @line.command("analyse", examples=["careercoach analyse primary", "careercoach analyse cv.pdf --json"])
    def analyse(resume: Which) -> None:
        """What could be better in a résumé and its file: scores, and every finding with its reason.

        Checked by rules on this computer; nothing is sent. A file is only looked at.
        """
        found = _analysis(shell, resume)
        shell.answer(found.model_dump(mode="json"), analysis_lines(found))


def analysis_lines(analysis: Analysis) -> list[str]:
    """The scores and the findings, for a person."""
    from careercoach_desktop.features.analysis.model import Severity

    overall, *parts = analysis.scores
    rows = [(_name(score.kind), str(score.value), _losses(score)) for score in parts]
    lines = [f"Résumé {overall.value} of 100, checked by rules on this computer", "", *columns(rows, widest=72)]
    titles = {
        Severity.IMPORTANT: "Important",
        Severity.WORTH_DOING: "Worth doing",
        Severity.DETAIL: "Details",
    }
    for severity, title in titles.items():
        found = [finding for finding in analysis.findings if finding.severity is severity]
        if found:
            lines += ["", title]
            for finding in found:
                lines += _finding_lines(finding)
    return lines


def _finding_lines(finding: Finding) -> list[str]:
    quotes = [place.quote for place in finding.places if place.quote]
    more = [f"and {len(quotes) - 3} more"] if len(quotes) > 3 else []
    said = [f"      {one_line(quote)}" for quote in [*quotes[:3], *more]]
    return [f"  - {one_line(finding.text)} {one_line(finding.why)}", *said]


def _losses(score: Score) -> str:
    return ", ".join(f"−{loss.points} {loss.rule}" for loss in score.losses)


def _name(kind: object) -> str:
    words = str(kind)
    return words if words == "ATS" else words.capitalize()


def _analysis(shell: Shell, resume: str) -> Analysis:
    if not resume.isdecimal() and Path(resume).expanduser().is_file():
        from datetime import date

        from careercoach_desktop.features.analysis.looking import look_at

        shell.warm_child()
        return look_at(Path(resume).expanduser(), shell.child, date.today())  # noqa: DTZ011 - the person's own day

    from careercoach_desktop.features.analysis.service import AnalysisService
    from careercoach_desktop.features.resumes.service import ResumeService

    return shell.get(AnalysisService).analyse(shell.get(ResumeService).named(resume)).analysis
