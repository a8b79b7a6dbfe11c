"""Claude's part."""

from __future__ import annotations

from careercoach_desktop.features.practice.model import PracticeSetup, Session
from careercoach_desktop.features.practice.service.base import PracticeVerbs
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.storage.database import UnitOfWork


class Asking(PracticeVerbs):
    def can_ask_claude(self) -> bool:
        return self._below.claude.is_ready()

    def _check_claude(self) -> None:
        if not self.can_ask_claude():
            raise fault("claude-no-key")

    def _queue_questions(self, unit: UnitOfWork, session_id: int, setup: PracticeSetup) -> int:
        raise fault("claude-no-key")

    def _evaluate_ahead(self, session: Session, answer_id: int) -> None:
        return
