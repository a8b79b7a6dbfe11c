"""What is shown of work and of calls to Claude, and the words for it (the one place that names agents for people)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from careercoach_desktop.foundation.llm.model import AiCall, Budget, CallFilter, Outcome, Spent

__all__ = ["CallFilter", "Calls", "Ledgers", "Spending", "agent_words", "outcome_words"]

_AGENTS = {
    "resume-parser": "Reading a résumé",
    "picture-reader": "Reading a picture",
    "resume-tailor": "Tailoring a résumé",
    "resume-analyzer": "Judging a résumé",
    "cover-letter": "Writing a letter",
    "job-parser": "Reading a posting",
    "job-analyzer": "Judging a posting",
    "job-matcher": "Comparing jobs",
    "interview-prep": "Preparing an interview",
    "company-research": "Looking a company up",
    "interviewer-research": "Looking an interviewer up",
    "research-summary": "Summing up what you pasted",
    "mock-interview": "Practising an interview",
    "hello": "Testing a server",
}
OUTCOMES: Mapping[Outcome, tuple[str, str, str]] = {
    Outcome.STARTED: ("Under way", "clock", "second"),
    Outcome.ANSWERED: ("Answered", "check-circle", "green"),
    Outcome.KEPT: ("Answered before, free", "check", "second"),
    Outcome.TRUNCATED: ("Answer too long", "warning", "amber"),
    Outcome.REFUSED: ("Declined by the model", "prohibit", "amber"),
    Outcome.CANCELLED: ("Stopped by you", "x-circle", "second"),
    Outcome.CUT: ("Connection broke", "warning", "amber"),
    Outcome.FAILED: ("Did not work", "warning-circle", "red"),
    Outcome.INTERRUPTED: ("Career Coach closed", "warning", "amber"),
}
"""What became of a call: in words, as an icon, in which colour."""


def agent_words(agent: str) -> str:
    """``ResumeTailor`` (or ``resume-tailor``) as a person says it; one that is not known as plain words."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", agent).lower().replace("_", "-")
    known = _AGENTS.get(name)
    if known is not None:
        return known
    said = name.replace("-", " ").strip()
    return said[:1].upper() + said[1:]


def outcome_words(outcome: Outcome) -> str:
    return OUTCOMES[outcome][0]


@dataclass(frozen=True, slots=True)
class Calls:
    """A page of the ledger, newest first; ``more``: there are older ones that fit."""

    calls: tuple[AiCall, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What can be chosen in the ledger's filters: months (their beginnings, newest first), agents, models."""

    months: tuple[datetime, ...] = ()
    agents: tuple[str, ...] = ()
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spending:
    """This month's money, and where it went; sums by agent and by model, dearest first, and by month (``2026-11``),
    newest first. ``saved``: what reading from the prompt cache saved this month, in nano-dollars,
    as far as prices are known."""

    budget: Budget
    month: Spent
    ever: Spent
    by_agent: tuple[tuple[str, Spent], ...] = field(default=())
    by_model: tuple[tuple[str, Spent], ...] = field(default=())
    by_month: tuple[tuple[str, Spent], ...] = field(default=())
    saved: int = 0
