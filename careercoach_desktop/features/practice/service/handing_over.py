"""A result handed over as a file."""

from __future__ import annotations

from careercoach_desktop.features.practice.model import LOCAL
from careercoach_desktop.features.practice.service.looking_back import LookingBack
from careercoach_desktop.features.practice.typeset import page_of, typeset_pdf
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.words import model_name


class HandingOver(LookingBack):
    def export_pdf(self, session_id: int, paper: str = "a4") -> bytes:
        """The result with every question, answer and score as a PDF; ``paper`` is ``a4`` or ``letter``. UserError
        ``practice-running`` while the session has no result yet."""
        session = self.session(session_id)
        if session.result is None:
            raise UserError(
                "The session is not finished yet.",
                "End it first; its result is there at once.",
                code="practice-running",
            )
        made_by = session.result.made_by
        named = model_name(made_by) if made_by != LOCAL else ""
        made: bytes = self._below.child.call(typeset_pdf, page_of(session, self._person(), named, paper))
        return made

    def export_name(self, session_id: int) -> str:
        """A name for that file, without an ending: ``Practice 2026-11-26 Technical interview …``."""
        session = self.session(session_id)
        day = (session.finished or session.updated).astimezone().date()
        return f"Practice {day.isoformat()} {session.title.replace(' · ', ', ')}"

    def _person(self) -> str:
        profile = self._below.profile.profile()
        primary = self._below.resumes.primary()
        return profile.name or (primary.data.basics.name if primary is not None else "")
