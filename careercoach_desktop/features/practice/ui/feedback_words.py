"""What rules and what Claude say of an answer, in one form, so that one pane can show either."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.practice.model import Answer, Evaluation, LocalFeedback, StarFinding
from careercoach_desktop.features.practice.ui.words import HERE, counted, maker_words


@dataclass(frozen=True, slots=True)
class Opinion:
    """``by`` says whose it is; ``score`` is None while it is still being written."""

    by: str
    score: int | None
    summary: str
    star: tuple[StarFinding, ...] = ()
    notes: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    suggested: str = ""
    claims: tuple[Claim, ...] = ()


def opinions(answer: Answer, growing: Evaluation | None = None) -> tuple[Opinion, Opinion | None]:
    """The rules' view, and Claude's where there is one; ``growing`` is as much of it as has come."""
    claude = answer.evaluation
    if claude is not None:
        return _local(answer.local), _claude(claude, answer.local)
    return _local(answer.local), _claude(growing, None) if growing is not None else None


def _local(local: LocalFeedback) -> Opinion:
    return Opinion(HERE, local.score, local.summary, local.star, local.notes, missing=local.missing)


def _claude(evaluation: Evaluation, local: LocalFeedback | None) -> Opinion:
    """The remarks on length and time are measured here, whoever judges the rest."""
    return Opinion(
        maker_words(evaluation.made_by) if evaluation.made_by else "Claude is writing…",
        evaluation.score if local is not None else None,
        evaluation.summary,
        evaluation.star,
        local.notes if local is not None else (),
        evaluation.strengths,
        evaluation.improvements,
        evaluation.missing,
        evaluation.suggested,
        tuple(claim for claim in evaluation.claims if not claim.supported),
    )


def speech_words(answer: Answer) -> str:
    """``132 words a minute · 3 pauses, the longest 4 s · “um” 4 times``; empty for what was typed."""
    speech = answer.speech
    if speech is None:
        return ""
    pauses = ""
    if speech.pauses:
        pauses = f"{counted(speech.pauses, 'pause')}, the longest {round(speech.longest_pause)} s"
    fillers = ", ".join(f"“{word}” {counted(count, 'time')}" for word, count in speech.fillers.items())
    return " · ".join(part for part in (f"{round(speech.words_per_minute)} words a minute", pauses, fillers) if part)
