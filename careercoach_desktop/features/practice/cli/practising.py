"""``careercoach practice start`` and ``answer``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from careercoach_desktop.features.practice.cli.naming import practice_of, question_of, session_id_of
from careercoach_desktop.features.practice.cli.showing import feedback_lines, next_lines, told_session
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.model import Answer, PracticeSetup, Question
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.foundation.llm.model import Estimate

ForJob = Annotated[str, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
ForRole = Annotated[str, typer.Option("--role", metavar="ROLE", help="Instead of a job: what the interview is for.")]
Kind = Annotated[
    str, typer.Option("--type", metavar="TYPE", help="behavioral, technical, phone-screen, panel, final …")
]
HowHard = Annotated[str, typer.Option("--difficulty", metavar="LEVEL", help="easy, medium or hard.")]
HowMany = Annotated[int, typer.Option("--count", min=1, max=20, metavar="NUMBER", help="How many questions.")]
In = Annotated[str, typer.Option("--language", metavar="CODE", help="Of Claude’s questions: en, de, fr …")]
ByClaude = Annotated[bool, typer.Option("--claude", metavar=" ", help="Let Claude think up the questions.")]
Weigh = Annotated[bool, typer.Option("--claude", metavar=" ", help="Let Claude weigh the answer, too.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask Claude without asking you first.")]
Which = Annotated[str, typer.Argument(metavar="SESSION", help="A number, or words of its title. Else the latest.")]
Number = Annotated[str | None, typer.Option("--question", metavar="NUMBER", help="Such as 2 or 2a. Else the next one.")]
Text = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Else it is read from the input.")]
Skip = Annotated[bool, typer.Option("--skip", metavar=" ", help="Leave the question out.")]


def add_practising(practice: CommandLine, shell: Shell) -> None:
    """Begin, and answer one question after the other."""

    @practice.command(
        "start",
        examples=["careercoach practice start --job 42", 'careercoach practice start --role "Nurse" --type panel'],
    )
    def start(
        job: ForJob = "",
        role: ForRole = "",
        kind: Kind = "behavioral",
        difficulty: HowHard = "medium",
        count: HowMany = 6,
        language: In = "en",
        *,
        claude: ByClaude = False,
        yes: Yes = False,
    ) -> None:
        """Begin a practice interview and show its first question. The questions come from the bank on this computer."""
        setup = _setup(shell, (job, role), kind, difficulty, count, language, claude=claude)
        session_id = _begun(shell, setup, claude=claude, yes=yes)
        session = practice_of(shell).session(session_id)
        shell.answer(told_session(session), [f"Session {session.id}: {session.title}", "", *next_lines(session)])

    @practice.command(
        "answer",
        examples=['careercoach practice answer --text "When I began there …"', "careercoach practice answer 3 --skip"],
    )
    def answer(
        session: Which = "",
        question: Number = None,
        text: Text = None,
        *,
        skip: Skip = False,
        claude: Weigh = False,
        yes: Yes = False,
    ) -> None:
        """Answer the next question (or another one, again) and hear what rules on this computer make of it."""
        service = practice_of(shell)
        found = service.session(session_id_of(service, session, unfinished=question is None))
        asked = question_of(found, question)
        if skip:
            service.skip(asked.id)
            left = service.session(found.id)
            shell.answer(told_session(left), ["Skipped.", "", *next_lines(left)])
            return
        service.ask(asked.id)
        given = service.answer(asked.id, _typed(shell, asked, text), 0)
        if claude:
            given = _weighed(shell, given, yes=yes)
        left = service.session(found.id)
        shell.answer(
            {"session_id": found.id, "question": asked.content.text, **given.model_dump(mode="json")},
            [*feedback_lines(given), "", *next_lines(left)],
        )


def _setup(
    shell: Shell, about: tuple[str, str], kind: str, difficulty: str, count: int, language: str, *, claude: bool
) -> PracticeSetup:
    from careercoach_desktop.features.interviews.model import InterviewType
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.practice.model import Asker, Difficulty, PracticeSetup

    job, role = about
    if bool(job) == bool(role.strip()):
        raise typer.BadParameter("Say what it is for: either --job or --role.")
    return PracticeSetup(
        type=InterviewType(choice(kind, list(InterviewType), "--type")),
        difficulty=Difficulty(choice(difficulty, list(Difficulty), "--difficulty")),
        job_id=shell.get(JobService).named(job) if job else None,
        role=role.strip(),
        count=count,
        language=language,
        asker=Asker.CLAUDE if claude else Asker.BANK,
        evaluate_ahead=False,  # a command ends when its answer is there
    )


def _begun(shell: Shell, setup: PracticeSetup, *, claude: bool, yes: bool) -> int:
    """The session, its questions written where Claude was asked; a Claude that fails leaves what had come."""
    service = practice_of(shell)
    if claude:
        _agree(shell, service, service.estimate_questions(setup) if service.can_ask_claude() else None, yes=yes)
    session_id = service.begin(setup)
    for task in service.under_way(session_id):
        done = shell.finish(task.id)
        if done.error:
            shell.say(f"{done.error} {done.next_step}")
            added = service.fill_from_bank(session_id)
            shell.say(f"The other {added} questions are from the bank on this computer.")
    return session_id


def _weighed(shell: Shell, given: Answer, *, yes: bool) -> Answer:
    service = practice_of(shell)
    _agree(shell, service, service.estimate_evaluation(given.id) if service.can_ask_claude() else None, yes=yes)
    shell.require_done(shell.finish(service.evaluate(given.id)))
    return service.given_answer(given.id)


def _agree(shell: Shell, service: PracticeService, estimate: Estimate | None, *, yes: bool) -> None:
    """Say what it takes and where the words go, and have that agreed to; kept answers cost nothing and go nowhere."""
    from careercoach_desktop.foundation.llm.words import estimate_words, model_name

    if estimate is None or estimate.kept:
        return
    shell.say(f"Asking {model_name(estimate.model)} at {service.claude_host()}: {estimate_words(estimate)}.")
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError("Nothing was sent: this needs your yes.", "Add --yes, or leave --claude out.", code="needs-yes")
    if not typer.confirm("Go on?", err=True):
        raise UserError("Nothing was sent.", "Without --claude everything stays here.", code="needs-yes")


def _typed(shell: Shell, question: Question, text: str | None) -> str:
    """What was given with --text, else what comes on the input; typed by hand it ends with an empty line."""
    if text is not None:
        return text
    if not sys.stdin.isatty():
        return sys.stdin.read()
    shell.say(one_line(question.content.text))
    shell.say("Type your answer; an empty line ends it.")
    lines = []
    for each in sys.stdin:
        if not each.strip():
            break
        lines.append(each)
    return "".join(lines)
