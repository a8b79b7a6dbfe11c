"""A story looked at as it is written: what it lacks, its figures, the questions of the bank it could answer.

Nothing is stored and nothing leaves the computer; a look takes some milliseconds.
"""

from __future__ import annotations

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.model import Story, StoryLook, SuggestedQuestion
from careercoach_desktop.features.evidence.telling import best_questions, gaps, numbers_in

_SUGGESTED = 4
_ENOUGH_TOLD = 12
"""Fewer words than this are about anything."""


class StoryCoach:
    """May be asked from any thread."""

    def __init__(self, bank: QuestionBank) -> None:
        self._bank = bank

    def look(self, story: Story) -> StoryLook:
        """The whole story's gaps, figures and suggestions; a story that is hardly begun gets none of the last."""
        told = " ".join(part for _name, part in story.text.parts)
        enough = len(told.split()) >= _ENOUGH_TOLD
        return StoryLook(gaps(story.text), numbers_in(told), tuple(self._suggested(story, told)) if enough else ())

    def _suggested(self, story: Story, told: str) -> list[SuggestedQuestion]:
        fields = ("", *self._bank.fields_for("\n".join((story.text.situation, story.text.title, told))))
        asked = [question for question in self._bank.questions() if question.field in fields]
        linked = {each.bank_id for each in story.questions if each.bank_id}
        found = best_questions(story, (question for question in asked if question.id not in linked), _SUGGESTED)
        return [SuggestedQuestion(question.id, question.text, reason) for question, reason in found]
