"""``careercoach practice …``: an interview practised in a terminal, one question at a time, without a network.

It is the same session the window shows: what is begun here can be gone on with there, and the other way round.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice, ending
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import columns, one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.model import Answer, PracticeSetup, Question, Session, SessionLine
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.foundation.llm.model import Estimate

ForJob = Annotated[str, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
ForRole = Annotated[str, typer.Option("--role", metavar="ROLE", help="Instead of a job: what the interview is for.")]
Kind = Annotated[
    str, typer.Option("--type", metavar="TYPE", help="behavioral, technical, phone-screen, panel, final …")
]
AnyKind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only questions for this kind.")]
HowHard = Annotated[str, typer.Option("--difficulty", metavar="LEVEL", help="easy, medium or hard.")]
AnyLevel = Annotated[str | None, typer.Option("--difficulty", metavar="LEVEL", help="easy, medium or hard.")]
HowMany = Annotated[int, typer.Option("--count", min=1, max=20, metavar="NUMBER", help="How many questions.")]
In = Annotated[str, typer.Option("--language", metavar="CODE", help="Of Claude’s questions: en, de, fr …")]
ByClaude = Annotated[bool, typer.Option("--claude", metavar=" ", help="Let Claude think up the questions.")]
Weigh = Annotated[bool, typer.Option("--claude", metavar=" ", help="Let Claude weigh the answer, too.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask Claude without asking you first.")]
Which = Annotated[str, typer.Argument(metavar="SESSION", help="A number, or words of its title. Else the latest.")]
Number = Annotated[int | None, typer.Option("--question", min=1, metavar="NUMBER", help="Else the next one.")]
Text = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Else it is read from the input.")]
Skip = Annotated[bool, typer.Option("--skip", metavar=" ", help="Leave the question out.")]
Finish = Annotated[bool, typer.Option("--finish", metavar=" ", help="End the session and show its result.")]
AsPdf = Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write the result: questions and answers.")]
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Save over a file that is there.")]
Field = Annotated[str | None, typer.Option("--field", metavar="FIELD", help="Only of this field of work.")]


def add_commands(line: CommandLine) -> None:
    """``careercoach practice start``, ``answer``, ``list``, ``show`` and ``bank``."""
    practice = line.group("practice", "Practise an interview: questions, answers, and what makes them better.")
    shell = line.shell

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
        session = _practice(shell).session(session_id)
        shell.answer(_told_session(session), [f"Session {session.id}: {session.title}", "", *_next_lines(session)])

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
        service = _practice(shell)
        found = service.session(_session_id(service, session, unfinished=question is None))
        asked = _question(found, question)
        if skip:
            service.skip(asked.id)
            left = service.session(found.id)
            shell.answer(_told_session(left), ["Skipped.", "", *_next_lines(left)])
            return
        service.ask(asked.id)
        given = service.answer(asked.id, _typed(shell, asked, text), 0)
        if claude:
            given = _weighed(shell, given, yes=yes)
        left = service.session(found.id)
        shell.answer(
            {"session_id": found.id, "question": asked.content.text, **given.model_dump(mode="json")},
            [*feedback_lines(given), "", *_next_lines(left)],
        )

    @practice.command("list", examples=["careercoach practice list"])
    def list_sessions() -> None:
        """Every practice, the latest first, with how far it is and what it came to."""
        lines = _practice(shell).history()
        if not lines:
            shell.say("Nothing practised yet. Begin with: careercoach practice start --job JOB")
        shell.answer([_told_line(each) for each in lines], columns([_row(each) for each in lines]))

    @practice.command(
        "show", examples=["careercoach practice show 3", "careercoach practice show --finish --pdf result.pdf"]
    )
    def show(session: Which = "", pdf: AsPdf = None, *, finish: Finish = False, force: Force = False) -> None:
        """A session with its answers and scores; with --finish, end it first."""
        file = None if pdf is None else target(ending(pdf, [".pdf"], "--pdf"), force=force)
        service = _practice(shell)
        session_id = _session_id(service, session)
        if finish:
            service.finish(session_id)
        found = service.session(session_id)
        if file is not None:
            from careercoach_desktop.foundation.storage.files import write_whole

            write_whole(file, service.export_pdf(session_id))
            shell.say(f"Saved {file}.")
        shell.answer(_told_session(found), session_lines(found))

    @practice.command("bank", examples=["careercoach practice bank --type technical --field software"])
    def bank(kind: AnyKind = None, field: Field = None, difficulty: AnyLevel = None) -> None:
        """The questions on this computer, with what an interviewer listens for in --json."""
        _show_bank(shell, kind, field, difficulty)


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
    service = _practice(shell)
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
    service = _practice(shell)
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


def _practice(shell: Shell) -> PracticeService:
    from careercoach_desktop.features.practice.service import PracticeService

    return shell.get(PracticeService)


def _session_id(service: PracticeService, words: str, *, unfinished: bool = False) -> int:
    """The session somebody names, else the latest (that can be gone on with)."""
    from careercoach_desktop.foundation.choosing import the_one

    if words:
        return the_one(words, {line.id: line.title for line in service.history()}, "practice session")
    lines = service.unfinished() if unfinished else service.history()
    if not lines:
        raise UserError(
            "There is no practice to go on with.",
            "Begin with: careercoach practice start --job JOB",
            code="no-practice",
        )
    return lines[0].id


def _question(session: Session, number: int | None) -> Question:
    if number is None:
        if session.current is None:
            raise UserError(
                "Every question is answered or skipped.",
                f"See the result with: careercoach practice show {session.id} --finish",
                code="practice-answered",
            )
        return session.current
    if number > len(session.questions):
        count = "is one question" if len(session.questions) == 1 else f"are {len(session.questions)} questions"
        raise UserError(f"There {count}.", "Choose one of them by its number.", code="no-question")
    return session.questions[number - 1]


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


# --- words -----------------------------------------------------------------------------------------------------------


def _next_lines(session: Session) -> list[str]:
    question = session.current
    if question is None:
        return [f"That was the last question. The result: careercoach practice show {session.id} --finish"]
    number = session.questions.index(question) + 1
    content = question.content
    about = ", ".join(part for part in (content.category, content.difficulty.value.lower()) if part)
    return [f"Question {number} of {len(session.questions)} ({one_line(about)})", one_line(content.text)]


def feedback_lines(answer: Answer) -> list[str]:
    """What is thought of an answer, for a person: Claude's view where there is one, below the rules'."""
    local, evaluation = answer.local, answer.evaluation
    lines = [f"{local.score} of 100, checked on this computer. {one_line(local.summary)}"]
    lines += [f"  - {one_line(each)}" for each in local.notes]
    lines += [f"  {each.part.value.title()}: {one_line(each.quote) or 'missing'}" for each in local.star]
    if local.missing:
        lines += [f"  Worth saying too: {one_line('; '.join(local.missing))}"]
    if evaluation is None:
        return lines
    from careercoach_desktop.foundation.llm.words import model_name

    lines += ["", f"{evaluation.score} of 100 from {model_name(evaluation.made_by)}. {one_line(evaluation.summary)}"]
    lines += [f"  + {one_line(each)}" for each in evaluation.strengths]
    lines += [f"  - {one_line(each)}" for each in evaluation.improvements]
    if evaluation.suggested:
        lines += ["  A stronger answer, from your evidence:"]
        lines += [f"    {one_line(each)}" for each in evaluation.suggested.splitlines() if each.strip()]
    lines += [f"  not proved: “{one_line(claim.text)}”. {one_line(claim.reason)}" for claim in evaluation.claims]
    return lines


def session_lines(session: Session) -> list[str]:
    """A session for a person."""
    lines = [one_line(session.title), f"{len(session.answered)} of {len(session.questions)} questions answered"]
    if (result := session.result) is not None:
        lines += ["", f"Overall {result.overall} of 100. {one_line(result.summary)}"]
        for title, told in (("Strong", result.strengths), ("To work on", result.areas), ("Next", result.next_steps)):
            lines += [f"  {title}: {one_line(each)}" for each in told]
    for number, question in enumerate(session.questions, 1):
        latest = question.latest
        score = f"{latest.score} of 100" if latest is not None else question.state.value.lower()
        lines += ["", f"{number}. {one_line(question.content.text)}  [{score}]"]
        if latest is not None:
            lines += [f"   {one_line(latest.text)}"]
    return lines


def _row(line: SessionLine) -> tuple[str, ...]:
    score = f"{line.overall} of 100" if line.overall is not None else f"{line.answered} of {line.count} answered"
    return str(line.id), line.created.astimezone().date().isoformat(), score, line.title


def _told_line(line: SessionLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "title": line.title,
        "job_id": line.job_id,
        "type": line.type.value,
        "state": line.state.value,
        "answered": line.answered,
        "questions": line.count,
        "overall": line.overall,
        "created": line.created.isoformat(),
    }


def _told_session(session: Session) -> dict[str, Any]:
    return session.model_dump(mode="json")
