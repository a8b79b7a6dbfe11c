"""The result of a session from the feedback on its answers.

The overall score is the mean of the last try at each question. What was skipped is told, not counted: a person who
skips is looking for something else, and a nought would only hide how the rest went.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import mean

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import (
    Answer,
    Length,
    LocalFeedback,
    Question,
    QuestionState,
    Session,
    SessionResult,
    StarPart,
)

_PROBLEMS = re.compile(
    r"problem|analy|design|debug|troubleshoot|decision|judg|priorit|estimat|case|trade|strateg|diagnos|planning|risk"
    r"|conflict|reliab|incident|structured|with numbers|recommending",
    re.IGNORECASE,
)
"""Categories that look for how somebody gets to a solution."""
_SOFT = re.compile(
    r"motivat|opening|introduc|communicat|team|conflict|leader|value|culture|career|salary|logistic|availab|closing"
    r"|self|feedback|collaborat|strength|weakness|stakeholder|interperson|empath|practicalit|curios|challenge|preparation"
    r"|listening|explaining|presenting|trust|working with a manager|working remotely|industry",
    re.IGNORECASE,
)
"""Categories that ask for no knowledge of the trade."""
_GOOD, _WEAK = 70, 50
_MOST = 4
_OFTEN = 0.4
"""From this share of the answers on something is a habit."""


def result_of(session: Session) -> SessionResult:
    """Some milliseconds. A session without any answer has an overall of 0 and says so."""
    answered = [(one, one.latest) for one in session.questions if one.latest is not None]
    pairs = [(question, answer) for question, answer in answered if answer is not None]
    if not pairs:
        return SessionResult(overall=0, summary="No question was answered this time.", next_steps=(_AGAIN,))
    is_technical = session.setup.type is InterviewType.TECHNICAL
    overall = _mean(answer.score for _, answer in pairs) or 0
    areas = tuple(_areas(pairs))[:_MOST]
    return SessionResult(
        overall=overall,
        technical=_mean(answer.score for question, answer in pairs if _is_of_trade(question, asked_so=is_technical)),
        communication=_mean(_told_well(answer.local) for _, answer in pairs),
        problem_solving=_mean(a.score for q, a in pairs if _PROBLEMS.search(q.content.category)),
        summary=_summary(session, pairs, overall),
        strengths=tuple(_strengths(pairs))[:_MOST],
        areas=tuple(text for text, _ in areas),
        next_steps=tuple(step for _, step in areas) or (_HARDER if overall >= _GOOD else _AGAIN,),
        skills=_skills(pairs),
    )


_AGAIN = "Take one question again and answer it aloud."
_HARDER = "Try the next difficulty, or one question more each time."


def _mean(scores: Iterable[int]) -> int | None:
    found = list(scores)
    return round(mean(found)) if found else None


def _is_of_trade(question: Question, *, asked_so: bool) -> bool:
    """Whether it looks for knowledge of the trade; ``asked_so``: it is a technical interview."""
    if question.content.wants_story or _SOFT.search(question.content.category):
        return False
    return asked_so or bool(question.content.field)


def _told_well(local: LocalFeedback) -> int:
    """0–100: a whole story, a good length, few fillers; whatever it is about."""
    told = mean(bool(part.quote) for part in local.star) if local.star else min(1.0, local.words / 80)
    fillers = 100 * sum(local.fillers.values()) / max(1, local.words)
    length = 1.0 if local.length is Length.GOOD else 0.5
    return round(100 * (0.5 * told + 0.3 * length + 0.2 * max(0.0, 1 - fillers / 8)))


def _skills(pairs: Sequence[tuple[Question, Answer]]) -> dict[str, int]:
    by_skill: dict[str, list[int]] = {}
    for question, answer in pairs:
        if question.content.category:
            by_skill.setdefault(question.content.category, []).append(answer.score)
    return {skill: round(mean(scores)) for skill, scores in by_skill.items()}


def _summary(session: Session, pairs: Sequence[tuple[Question, Answer]], overall: int) -> str:
    skipped = sum(one.state is QuestionState.SKIPPED for one in session.questions)
    said = f"{_count(len(pairs), 'answer')}" + (f", {_count(skipped, 'question')} skipped" if skipped else "")
    if overall >= _GOOD:
        return f"{said}. You are well prepared; polish what is left."
    if overall >= _WEAK:
        return f"{said}. A solid base: one or two habits would make it strong."
    return f"{said}. Everybody starts here; the next round will be easier."


def _strengths(pairs: Sequence[tuple[Question, Answer]]) -> Iterable[str]:
    heard = [answer.local for _, answer in pairs]
    stories = [local for local in heard if local.star]
    whole = sum(all(part.quote for part in local.star) for local in stories)
    if stories and whole / len(stories) >= 0.5:
        yield f"Whole stories, from situation to result, in {whole} of {len(stories)}."
    if sum(bool(local.numbers) for local in heard) / len(heard) >= 0.6:
        yield "You back up what you say with figures."
    best = max(pairs, key=lambda pair: pair[1].score)
    if best[1].score >= _GOOD:
        yield f"Your best answer ({best[1].score}): “{_short(best[0].content.text)}”"
    if all(100 * sum(local.fillers.values()) / max(1, local.words) < 2 for local in heard) and len(heard) > 1:
        yield "Hardly any filler words."
    for _, answer in pairs:
        if answer.evaluation is not None and answer.evaluation.strengths and answer is not best[1]:
            yield answer.evaluation.strengths[0]
            return


def _areas(pairs: Sequence[tuple[Question, Answer]]) -> Iterable[tuple[str, str]]:
    """What to work on, each with its next step."""
    heard = [answer.local for _, answer in pairs]
    stories = [local for local in heard if local.star]
    gaps = Counter(part.part for local in stories for part in local.star if not part.quote)
    for part, count in gaps.most_common(2):
        if count / len(stories) >= _OFTEN:
            yield f"{_PART[part]} missing in {count} of {_count(len(stories), 'story', 'stories')}.", _STEP[part]
    short = sum(local.length is Length.SHORT for local in heard)
    if short / len(heard) >= _OFTEN:
        yield f"Short answers in {short} of {len(heard)}.", "Prepare two stories you can tell for two minutes each."
    if (bare := sum(not local.numbers for local in heard)) / len(heard) > 0.6:
        yield f"No figures in {bare} of {len(heard)}.", "Write down three figures from your work you can always use."
    missed = [point for local in heard for point in local.missing]
    if missed and len(missed) > len(heard):
        yield f"Worth saying too: {_short(missed[0])}", "Read what they listen for in your weakest answer."
    weakest = min(pairs, key=lambda pair: pair[1].score)
    if weakest[1].score < _WEAK:
        yield (
            f"Weakest answer ({weakest[1].score}): “{_short(weakest[0].content.text)}”",
            "Answer your weakest question again.",
        )


_PART = {
    StarPart.SITUATION: "The situation was",
    StarPart.TASK: "Your task was",
    StarPart.ACTION: "What you did yourself was",
    StarPart.RESULT: "The result was",
}
_STEP = {
    StarPart.SITUATION: "Begin each story with where and when it was, in one sentence.",
    StarPart.TASK: "Say in one sentence what had to be achieved, and that it was yours.",
    StarPart.ACTION: "Say “I” where it was you, and name two things you did.",
    StarPart.RESULT: "End each story with what changed, for whom, and by how much.",
}


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
