"""How practice interviews are put into words: kinds of interviews, times, where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from careercoach_desktop.features.practice.model import (
    LOCAL,
    Difficulty,
    PracticeMethod,
    SessionLine,
    SessionState,
    StarPart,
)
from careercoach_desktop.foundation.llm.words import model_name

DIFFICULTIES: Mapping[Difficulty, str] = {
    Difficulty.EASY: "Easy",
    Difficulty.MEDIUM: "Medium",
    Difficulty.HARD: "Hard",
}
METHODS: Mapping[PracticeMethod, str] = {
    PracticeMethod.JOB: "the job",
    PracticeMethod.JOB_COMPANY: "the job and the company",
    PracticeMethod.JOB_COMPANY_INTERVIEWERS: "the job, the company and the people",
}
LANGUAGES = (("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"))
PARTS: Mapping[StarPart, str] = {
    StarPart.SITUATION: "Situation",
    StarPart.TASK: "Task",
    StarPart.ACTION: "Action",
    StarPart.RESULT: "Result",
}
STATES: Mapping[SessionState, str] = {
    SessionState.RUNNING: "not finished",
    SessionState.PAUSED: "paused",
    SessionState.FINISHED: "finished",
}
HERE = "Checked on this computer"
GOOD, FAIR = 75, 50
"""Scores from which an answer is good, and from which it will do."""


def counted(count: int, one: str, many: str = "") -> str:
    """``1 word``, ``68 words``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def word_count(text: str) -> int:
    return len(text.split())


def time_words(seconds: int) -> str:
    """``2:14``, ``1:02:14``."""
    minutes, rest = divmod(max(seconds, 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def minutes_words(seconds: int) -> str:
    """``under a minute``, ``12 min``, ``1 h 5 min``."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "under a minute"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def maker_words(made_by: str) -> str:
    """Who thinks so: ``Checked on this computer`` or the model's name."""
    return HERE if made_by in ("", LOCAL) else model_name(made_by)


def score_word(score: int) -> tuple[str, str]:
    """A score in a word, and the tone it is said in: colour alone tells nobody."""
    if score >= GOOD:
        return "strong", "good"
    return ("will do", "neutral") if score >= FAIR else ("needs work", "warn")


def spoken_line(line: SessionLine) -> str:
    """A line of the history, for those who hear it."""
    score = "" if line.overall is None else f"{line.overall} of 100"
    answered = f"{line.answered} of {counted(line.count, 'question')} answered"
    return ", ".join(part for part in (line.title, score, answered, STATES[line.state]) if part)
