"""``careercoach practice list``, ``show`` and ``bank``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercoach_desktop.features.practice.cli.naming import practice_of, session_id_of
from careercoach_desktop.features.practice.cli.showing import row_of, session_lines, told_line, told_session
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import columns

AnyKind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only questions for this kind.")]
AnyLevel = Annotated[str | None, typer.Option("--difficulty", metavar="LEVEL", help="easy, medium or hard.")]
Which = Annotated[str, typer.Argument(metavar="SESSION", help="A number, or words of its title. Else the latest.")]
Finish = Annotated[bool, typer.Option("--finish", metavar=" ", help="End the session and show its result.")]
AsPdf = Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write the result: questions and answers.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Save over a file that is there.")]
Field = Annotated[str | None, typer.Option("--field", metavar="FIELD", help="Only of this field of work.")]


def add_looking_back(practice: CommandLine, shell: Shell) -> None:
    """What was practised, and what can be asked."""

    @practice.command("list", examples=["careercoach practice list"])
    def list_sessions() -> None:
        """Every practice, the latest first, with how far it is and what it came to."""
        lines = practice_of(shell).history()
        if not lines:
            shell.say("Nothing practised yet. Begin with: careercoach practice start --job JOB")
        shell.answer([told_line(each) for each in lines], columns([row_of(each) for each in lines]))

    @practice.command(
        "show", examples=["careercoach practice show 3", "careercoach practice show --finish --pdf result.pdf"]
    )
    def show(session: Which = "", pdf: AsPdf = None, *, finish: Finish = False, force: Force = False) -> None:
        """A session with its answers and scores; with --finish, end it first."""
        file = None if pdf is None else target(ending(pdf, [".pdf"], "--pdf"), force=force)
        service = practice_of(shell)
        session_id = session_id_of(service, session)
        if finish:
            service.finish(session_id)
        found = service.session(session_id)
        if file is not None:
            from careercoach_desktop.foundation.storage.files import write_whole

            write_whole(file, service.export_pdf(session_id))
            shell.say(f"Saved {file}.")
        shell.answer(told_session(found), session_lines(found))

    @practice.command("bank", examples=["careercoach practice bank --type technical --field software"])
    def bank(kind: AnyKind = None, field: Field = None, difficulty: AnyLevel = None) -> None:
        """The questions on this computer, with what an interviewer listens for in --json."""
        _show_bank(shell, kind, field, difficulty)


def _show_bank(shell: Shell, kind: str | None, field: str | None, difficulty: str | None) -> None:
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.interviews.model import InterviewType
    from careercoach_desktop.features.practice.model import Difficulty

    bank = QuestionBank()
    fields = {each.id: each.name for each in bank.fields()}
    wanted = choice(field, list(fields), "--field") if field is not None else None
    questions = bank.questions(
        choice(kind, list(InterviewType), "--type") if kind is not None else None,
        wanted,
        choice(difficulty, list(Difficulty), "--difficulty") if difficulty is not None else None,
    )
    told = [
        {
            "id": each.id,
            "text": each.text,
            "types": list(each.types),
            "field": each.field,
            "category": each.category,
            "difficulty": each.level.value,
            "key_points": list(each.key_points),
        }
        for each in questions
    ]
    rows = [(each.level.value.lower(), fields.get(each.field, "any field"), each.text) for each in questions]
    shell.answer(told, columns(rows, widest=110))
