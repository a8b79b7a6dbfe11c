"""``careercoach interviews prepare`` and ``research``: what helps before a round, from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell
from careercoach_desktop.foundation.terminal.words import one_line

if TYPE_CHECKING:
    from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
    from careercoach_desktop.features.interviews.model.brief import Brief, BriefSheet, ResearchAbout
    from careercoach_desktop.features.interviews.service.briefs import BriefService

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As the list says.")]
WithClaude = Annotated[bool, typer.Option("--claude", metavar=" ", help="Let Claude prepare it.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ask; without it only what it would take is said.")]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="An interviewer of the round; else its company.")]


def add_briefing(interviews: CommandLine, shell: Shell) -> None:
    @interviews.command(
        "prepare", examples=["careercoach interviews prepare 3", "careercoach interviews prepare 3 --claude --yes"]
    )
    def prepare(number: Number, *, claude: WithClaude = False, yes: Yes = False) -> None:
        """Likely questions with your stories, questions to ask, a checklist; made here unless you say --claude."""
        service = _service(shell)
        sheet = _there(service, number)
        if claude:
            if _only_offered(shell, service.offer_preparation(number), yes=yes):
                return
            shell.require_done(shell.finish(service.start_preparation(number)))
        elif sheet.brief is None:
            service.prepare_locally(number)
        _show(shell, service.preparation(number))

    @interviews.command(
        "research",
        examples=["careercoach interviews research 3 --yes", 'careercoach interviews research 3 --who "Ana Silva"'],
    )
    def research(number: Number, who: Who = "", *, yes: Yes = False) -> None:
        """Let Claude look the company, or somebody who asks, up on the web; every claim with its page.

        Outside information: it is never used as proof about you. Without --yes nothing is sent.
        """
        service = _service(shell)
        _there(service, number)
        about = _about(service, number, who)
        sheet = service.research(about)
        if sheet.brief is not None and not sheet.is_old and not yes:
            _show(shell, sheet)
            return
        if _only_offered(shell, service.offer_research(about), yes=yes):
            return
        shell.require_done(shell.finish(service.start_research(about)))
        _show(shell, service.research(about))


def _show(shell: Shell, sheet: BriefSheet) -> None:
    from careercoach_desktop.features.interviews.service.brief_words import as_text, origin_words
    from careercoach_desktop.foundation.clock import utc_now

    brief = sheet.brief
    if brief is None:
        raise UserError("The briefing is no longer there.", "Ask again.", code="brief-gone")
    lines = [one_line(line) if line.strip() else "" for line in as_text(brief, sheet.stories).split("\n")]
    shell.answer(_fields(brief), [*lines, "", origin_words(brief, utc_now())])


def _fields(brief: Brief) -> dict[str, Any]:
    return brief.model_dump(mode="json", exclude={"basis", "id"})


def _only_offered(shell: Shell, offer: ClaudeOffer, *, yes: bool) -> bool:
    """Say what asking would take; whether that was all that was wanted."""
    from careercoach_desktop.foundation.llm.words import estimate_words, searches_words

    if offer.problem is not None:
        raise offer.problem
    if offer.estimate is None:
        raise ValueError("an offer without a problem has an estimate")
    said = (estimate_words(offer.estimate), "" if offer.estimate.kept else searches_words(offer.estimate))
    price = ", ".join(each for each in said if each)
    where = "" if offer.estimate.kept else f" at {offer.host}"
    if yes:
        shell.say(f"Asking {offer.model}{where}: {price}.")
        return False
    told = {"model": offer.model, "host": offer.host, "cost": offer.estimate.cost, "searches": offer.estimate.searches}
    words = f"Asking {offer.model}{where} would take: {price}. Nothing was sent; add --yes to ask."
    shell.answer({"offer": told}, [words])
    return True


def _about(service: BriefService, number: int, who: str) -> ResearchAbout:
    if not who:
        company = service.about_company_of(number)
        if company is None:
            raise UserError("The posting names no company.", "Write it on the job first.", code="company-missing")
        return company
    people = [each for each in service.about_interviewers(number) if who.casefold() in each.name.casefold()]
    if len(people) != 1:
        known = ", ".join(each.name for each in service.about_interviewers(number)) or "nobody yet"
        raise UserError(f"No one interviewer is meant by “{who}”.", f"Known: {known}.", code="interviewer-unclear")
    return people[0]


def _there(service: BriefService, number: int) -> BriefSheet:
    try:
        return service.preparation(number)
    except KeyError as gone:
        raise UserError(
            f"There is no interview {number}.",
            "See the numbers with: careercoach interviews list --all",
            code="interview-gone",
        ) from gone


def _service(shell: Shell) -> BriefService:
    from careercoach_desktop.features.interviews.service.briefs import BriefService

    return shell.get(BriefService)
