"""A story looked at as it is written: what it lacks, its figures, the questions of the bank it could answer.

Nothing is stored and nothing leaves the computer; a look takes some milliseconds.
"""

from __future__ import annotations

from careercoach_desktop.features.evidence.bank import ENGLISH, QuestionBank
from careercoach_desktop.features.evidence.model import Story, StoryLook, SuggestedQuestion
from careercoach_desktop.features.evidence.telling import best_questions, gaps, numbers_in
from careercoach_desktop.features.evidence.vocabulary.tokens import language_of

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
        """Questions in the story's own language first, then English ones after other skills: there are far more."""
        fields = ("", *self._bank.fields_for("\n".join((story.text.situation, story.text.title, told))))
        linked = {each.bank_id for each in story.questions if each.bank_id}
        found: list[SuggestedQuestion] = []
        skills: set[str] = set()
        for language in dict.fromkeys((language_of(told), ENGLISH)):
            asked = [
                question
                for question in self._bank.questions(language=language)
                if question.field in fields and question.id not in linked and question.category not in skills
            ]
            for question, reason in best_questions(story, asked, _SUGGESTED - len(found)):
                skills.add(question.category)
                found.append(SuggestedQuestion(question.id, question.text, reason))
        return found
