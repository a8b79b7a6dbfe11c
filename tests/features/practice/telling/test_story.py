"""What an answer is called when it becomes a story, and which skills it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from careercoach_desktop.features.practice.listening import local_feedback
from careercoach_desktop.features.practice.model import Answer, Question, QuestionContent
from careercoach_desktop.features.practice.telling import story_of, tells_the_same

ASKED = QuestionContent(text="Describe a routine you made faster.", category="improving processes", wants_story=True)
BATCH = (
    "When I joined the bakery, the dough took four hours every night. I had to bring that below two. I wrote down what "
    "waited for what, and moved the order list from paper to Excel. In the end it took 90 minutes."
)


def told(text: str, asked: QuestionContent = ASKED) -> tuple[Question, Answer]:
    heard = local_feedback(asked, text, 60)
    answer = Answer(id=1, question_id=1, attempt=1, text=text, seconds=60, local=heard, created=datetime.now(UTC))
    return Question(id=1, session_id=1, position=1, content=asked), answer


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (BATCH, "The dough took four hours every night"),
        ("Um, our till was closed for a week. I rang everybody.", "Our till was closed for a week"),
        ("In 2023 two nurses joined us, and neither ever had to work at nights.", "In 2023 two nurses joined us"),
        ("When the freezer broke, I was alone in the shop.", "When the freezer broke, I was alone in the shop"),
        ("Als ich bei der Stadt anfing, dauerte jeder Antrag elf Tage.", "Dauerte jeder Antrag elf Tage"),
        ("Yes.", "Yes"),
    ],
)
def test_it_is_called_by_what_it_is_about(answer: str, title: str) -> None:
    assert story_of(*told(answer)).title == title


def test_a_long_sentence_is_cut_between_words() -> None:
    title = story_of(*told("There was a customer who shouted at everybody in the shop about a kettle " * 3)).title
    assert title == "There was a customer who shouted at everybody in the shop…"


def test_its_skills_are_tools_it_names_and_the_one_that_was_asked_for() -> None:
    assert story_of(*told(BATCH)).skills == ("Process improvement",)
    with_tools = story_of(*told(BATCH.replace("Excel", "Microsoft Excel and SQL"))).skills
    assert with_tools == ("Excel", "SQL", "Process improvement")
    unnamed = ASKED.model_copy(update={"category": "learning from mistakes"})
    assert story_of(*told(BATCH, unnamed)).skills == ()


def test_an_edited_story_is_still_the_answers_and_another_one_is_not() -> None:
    story = story_of(*told(BATCH))
    assert tells_the_same(story, BATCH)
    assert tells_the_same(replace(story, title="Dough", result="It took 90 minutes, and nobody stayed late."), BATCH)
    assert not tells_the_same(story, "A customer shouted at me about a kettle. I listened, and gave her a new one.")
