"""A written question is kept as soon as it is whole. Its last field is one that can't be half there (yes or no), so a
question that ``growing`` shows is a whole one."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz

from careercoach_desktop.features.practice.model import Difficulty, Evaluation, QuestionContent
from careercoach_desktop.foundation.llm.saying import clipped, has_new_link, line_of

LONGEST_QUESTION = 420
_MOST_POINTS = 6
_ALIKE = 88.0
"""Per cent of likeness from which two questions are the same one."""


class WrittenQuestion(BaseModel):
    """The order is the order in which it is written."""

    model_config = ConfigDict(extra="forbid")

    text: str
    category: str
    why: str
    key_points: list[str]
    criteria: list[str]
    good_answer: str
    difficulty: Difficulty
    wants_story: bool


class WrittenQuestions(BaseModel):
    model_config = ConfigDict(extra="forbid")

    questions: list[WrittenQuestion]


def contents_from(written: Sequence[WrittenQuestion], asked: Sequence[str]) -> list[QuestionContent]:
    """``asked``: what was asked before; a question that is (nearly) one of those, or of those before it, is left
    out."""
    known, found = [_key(text) for text in asked], []
    for each in written:
        content = _content(each)
        if content is None or any(fuzz.ratio(_key(content.text), other) >= _ALIKE for other in known):
            continue
        known.append(_key(content.text))
        found.append(content)
    return found


def follow_up_of(question: QuestionContent, evaluation: Evaluation, text: str) -> QuestionContent | None:
    """What asks about an answer once more; None when the words are no question to show."""
    shown = _line(text)
    if not shown:
        return None
    return question.model_copy(
        update={
            "text": shown,
            "key_points": evaluation.missing or question.key_points,
            "why": "",
            "wants_story": False,  # it asks for what the story left out, not for another one
            "bank_id": "",
            "asks_again": True,
        }
    )


def _content(written: WrittenQuestion) -> QuestionContent | None:
    text = _line(written.text)
    if not text:
        return None
    return QuestionContent(
        text=text,
        category=line_of(written.category, 40).lower(),
        difficulty=written.difficulty,
        key_points=_lines(written.key_points),
        criteria=_lines(written.criteria),
        good_answer=clipped(written.good_answer, 700),
        why=clipped(written.why, 160),
        wants_story=written.wants_story,
    )


def _line(text: str) -> str:
    shown = line_of(text, LONGEST_QUESTION, least=3)
    return "" if has_new_link(shown, "") else shown


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for each in texts if (line := clipped(each, 160))))[:_MOST_POINTS]


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
