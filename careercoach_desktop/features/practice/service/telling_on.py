"""An answer kept as a story: once, however often somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.practice.model import Question
from careercoach_desktop.features.practice.service.handing_over import HandingOver
from careercoach_desktop.features.practice.telling import story_of, tells_the_same


@dataclass(frozen=True, slots=True)
class KeptStory:
    """``is_new``: it was not among the stories before."""

    story_id: int
    is_new: bool


class TellingOn(HandingOver):
    def story_of_answer(self, answer_id: int) -> int | None:
        """The story that tells what this answer told, as a person may have edited it since; None when there is none."""
        answer = self.given_answer(answer_id)
        return self._story_with(self.question(answer.question_id), answer.text)

    def keep_as_story(self, answer_id: int) -> KeptStory:
        """Keep the answer among the stories, as one that answers its question. Undo is ``delete_story``."""
        answer = self.given_answer(answer_id)
        question = self.question(answer.question_id)
        there = self._story_with(question, answer.text)
        if there is not None:
            return KeptStory(there, is_new=False)
        asked = question.content
        told = story_of(question, answer)
        return KeptStory(self._below.evidence.story_from(told, asked.text, asked.bank_id), is_new=True)

    def _story_with(self, question: Question, text: str) -> int | None:
        asked = " ".join(question.content.text.split())
        for story in self._below.evidence.stories():
            answers = any(each.question == asked for each in story.questions)
            if answers and tells_the_same(story.text, text):
                return story.id
        return None
