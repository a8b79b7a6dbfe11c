"""An answer becomes a story: its parts in their places, ready to be told again and to prove something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.practice.model import Answer, Question, StarFinding, StarPart
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService

STORIES = "evidence.stories"
_LONGEST_TITLE = 60
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")


class StorySaving:
    """Nothing is invented: what the answer does not tell stays empty."""

    def __init__(self, desk: Desk, evidence: EvidenceService) -> None:
        self._desk, self._evidence = desk, evidence

    async def save(self, question: Question, answer: Answer) -> None:
        """Keep it, say so, and offer to look at it."""
        content = question.content
        story_id = await self._desk.run(
            self._evidence.story_from, story_of(question, answer), content.text, content.bank_id
        )
        self._desk.undo.push(
            "saved an answer as a story",
            lambda: self._desk.run(self._evidence.delete_story, story_id),
            lambda: self._desk.run(self._evidence.undelete_story, story_id),
        )
        self._desk.toast(
            "Kept among your stories.", action="Open", on_action=lambda: self._desk.open(STORIES, story_id), tone="good"
        )


def story_of(question: Question, answer: Answer) -> StoryText:
    """The answer as a story, sentence by sentence: each goes where rules or Claude found that part in its words, the
    rest is what was done."""
    star = [*(answer.evaluation.star if answer.evaluation is not None else ()), *answer.local.star]
    told: dict[StarPart, list[str]] = {part: [] for part in StarPart}
    for sentence in _SENTENCES.split(answer.text.strip()):
        told[_part(sentence, star)].append(" ".join(sentence.split()))
    return StoryText(
        title=_title(question.content.text),
        situation=" ".join(told[StarPart.SITUATION]),
        task=" ".join(told[StarPart.TASK]),
        action=" ".join(told[StarPart.ACTION]),
        result=" ".join(told[StarPart.RESULT]),
        skills=(question.content.category,) if question.content.category else (),
    )


def _part(sentence: str, star: Sequence[StarFinding]) -> StarPart:
    """Which part of a story a sentence tells."""
    plain = " ".join(sentence.split()).casefold()
    quotes = ((finding.part, " ".join(finding.quote.split()).casefold()) for finding in star if finding.quote)
    return next((part for part, quote in quotes if quote in plain or plain in quote), StarPart.ACTION)


def _title(text: str) -> str:
    words = text.strip().rstrip("?.")
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
