"""An answer becomes a story: its parts in their places, ready to be told again and to prove something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.practice.model import Answer, Question, StarPart
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.practice.service import PracticeService

STORIES = "evidence.stories"
_LONGEST_TITLE = 60


class StorySaving:
    """Nothing is invented: what the answer does not tell stays empty."""

    def __init__(self, desk: Desk, practice: PracticeService, evidence: EvidenceService, owner: QWidget) -> None:
        self._desk, self._practice, self._evidence, self._owner = desk, practice, evidence, owner

    async def save(self, question: Question, answer: Answer) -> None:
        """Keep it, say so, and offer to look at it."""
        story_id = await self._desk.run(self._evidence.add_story, story_of(question, answer))
        self._desk.undo.push(
            "saved an answer as a story",
            lambda: self._desk.run(self._evidence.delete_story, story_id),
            lambda: self._desk.run(self._evidence.undelete_story, story_id),
        )
        self._desk.toast(
            "Kept among your stories.", action="Open", on_action=lambda: self._desk.open(STORIES, story_id), tone="good"
        )


def story_of(question: Question, answer: Answer) -> StoryText:
    """The answer as a story. The whole of it stands as what was done; its beginning and its end where rules or Claude
    found them in its own words."""
    star = answer.evaluation.star if answer.evaluation is not None else answer.local.star
    told = {finding.part: finding.quote for finding in star}
    rest = answer.text
    for part in (StarPart.SITUATION, StarPart.TASK, StarPart.RESULT):
        quote = told.get(part, "")
        if quote and quote in rest and len(quote) < len(rest):
            rest = rest.replace(quote, "", 1)
        else:
            told[part] = ""
    return StoryText(
        title=_title(question.content.text),
        situation=told[StarPart.SITUATION],
        task=told[StarPart.TASK],
        action=" ".join(rest.split()),
        result=told[StarPart.RESULT],
        skills=(question.content.category,) if question.content.category else (),
    )


def _title(text: str) -> str:
    words = text.strip().rstrip("?.")
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
