"""Which session, and which of its questions, somebody means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.model import Question, Session
    from careercoach_desktop.features.practice.service import PracticeService


def practice_of(shell: Shell) -> PracticeService:
    from careercoach_desktop.features.practice.service import PracticeService

    return shell.get(PracticeService)


def session_id_of(service: PracticeService, words: str, *, unfinished: bool = False) -> int:
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


def question_of(session: Session, number: str | None) -> Question:
    """The one called ``2`` or ``2a``, else the next one."""
    if number is None:
        if session.current is None:
            raise UserError(
                "Every question is answered or skipped.",
                f"See the result with: careercoach practice show {session.id} --finish",
                code="practice-answered",
            )
        return session.current
    wanted = number.strip().lower()
    found = next((each for each in session.questions if session.number_of(each.id) == wanted), None)
    if found is None:
        count = "is one question" if len(session.questions) == 1 else f"are {len(session.questions)} questions"
        raise UserError(f"There {count}.", "Choose one of them by its number.", code="no-question")
    return found
