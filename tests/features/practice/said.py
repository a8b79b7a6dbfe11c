"""What the scripted Claude says in practice: questions for Lena, and what it thinks of her answers."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.practice.drafting import WrittenQuestion, WrittenQuestions
from careercoach_desktop.features.practice.judging import AnalysedSession, SaidPart, WeighedAnswer
from careercoach_desktop.features.practice.model import Difficulty, StarPart

ANSWER = (
    "The nightly batch jobs took six hours. I had to bring them below one. I profiled them and rebuilt the slow ones. "
    "By the way, it went quite well."
)
SUGGESTED = (
    "At Brightwater I rebuilt the nightly batch jobs. That cut the run time from 6 h to 50 min. [what it changed]"
)
INVENTED = "At Brightwater I migrated 900 jobs and led a team of forty engineers."
WEIGHED = WeighedAnswer(
    summary="A clear story that stops before its result.",
    strengths=["You say what you did yourself."],
    improvements=["End with the figure."],
    missing=["what came of it"],
    star=[
        SaidPart(part=StarPart.SITUATION, quote="The nightly batch jobs took six hours", evidence=""),
        SaidPart(part=StarPart.TASK, quote="“I had to bring them below one.”", evidence=""),
        SaidPart(part=StarPart.ACTION, quote="I profiled them and rebuilt the slow ones", evidence=""),
        SaidPart(part=StarPart.RESULT, quote="The run took 50 minutes in the end.", evidence="w1.2"),
    ],
    score=64,
    suggested=SUGGESTED,
    follow_up="What did the shorter run change for the people who used it?",
)
GOOD = WEIGHED.model_copy(update={"score": 88, "missing": [], "follow_up": ""})


def weighed(**changes: Any) -> WeighedAnswer:
    return WeighedAnswer.model_validate(WEIGHED.model_dump() | changes)


def question(text: str, category: str = "pipelines", **changes: Any) -> WrittenQuestion:
    made: dict[str, Any] = {
        "text": text,
        "category": category,
        "why": "The posting asks for streaming.",
        "key_points": ["what was at stake", "what you did", "what came of it"],
        "criteria": ["concrete", "in order"],
        "good_answer": "A situation, what was done, and what it changed.",
        "difficulty": Difficulty.MEDIUM,
        "wants_story": True,
    }
    return WrittenQuestion.model_validate(made | changes)


THREE = WrittenQuestions(
    questions=[
        question("What draws you to planning energy with data?", "motivation", wants_story=False),
        question("Tell me about a pipeline that you made much faster."),
        question("How would you keep a streaming job from losing readings?", "streaming", wants_story=False),
    ]
)
ANALYSED = AnalysedSession(
    summary="Nearly ready: the stories are yours, the endings are missing.",
    strengths=["In 1 and 2 you say what you did yourself."],
    areas=["Both answers end before the result."],
    next_steps=["Write the last sentence of each story tonight."],
    technical=70,
    communication=61,
    problem_solving=None,
)
