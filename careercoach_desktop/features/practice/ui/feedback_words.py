"""What rules and what Claude say of an answer, in one form, so that one pane can show either."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.practice.model import Answer, Evaluation, Length, LocalFeedback, StarFinding
from careercoach_desktop.features.practice.ui.words import HERE, counted, maker_words


@dataclass(frozen=True, slots=True)
class Opinion:
    """``by`` says whose it is; ``score`` is None while it is still being written."""

    by: str
    score: int | None
    summary: str
    star: tuple[StarFinding, ...] = ()
    warning: str = ""
    """The remark on length and time, where it is too short or too long."""
    notes: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Points that are listened for: touched, and not touched."""
    suggested: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Growing:
    """As much of Claude's view as has come; ``has_score``: the score is there."""

    evaluation: Evaluation
    has_score: bool


def opinions(answer: Answer, growing: Growing | None = None) -> tuple[Opinion, Opinion | None]:
    """The rules' view, and Claude's where there is one or one is growing."""
    here = _local(answer.local)
    if answer.evaluation is not None:
        return here, _claude(answer.evaluation, maker_words(answer.evaluation.made_by), here)
    if growing is None:
        return here, None
    came = _claude(growing.evaluation, "Claude is writing…", None)
    return here, came if growing.has_score else replace(came, score=None)


def _local(local: LocalFeedback) -> Opinion:
    is_off = local.length is not Length.GOOD and bool(local.notes)  # the remark on length comes first
    return Opinion(
        HERE,
        local.score,
        local.summary,
        local.star,
        warning=local.notes[0] if is_off else "",
        notes=local.notes[1:] if is_off else local.notes,
        covered=local.covered,
        missing=local.missing,
    )


def _claude(evaluation: Evaluation, by: str, here: Opinion | None) -> Opinion:
    """Length and time are measured here, whoever judges the rest."""
    return Opinion(
        by,
        evaluation.score,
        evaluation.summary,
        evaluation.star,
        warning=here.warning if here is not None else "",
        strengths=evaluation.strengths,
        improvements=evaluation.improvements,
        missing=evaluation.missing,
        suggested=evaluation.suggested,
        claims=tuple(claim for claim in evaluation.claims if not claim.supported),
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
