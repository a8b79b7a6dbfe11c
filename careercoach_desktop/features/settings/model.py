"""Values of the settings feature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Budget, Spent, Status
from careercoach_desktop.foundation.settings.model import Settings


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Everything was copied to one file."""

    path: Path


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Everything was written to one file in formats that other programs read."""

    path: Path


@dataclass(frozen=True, slots=True)
class InForce:
    """``decided``: the settings that a variable of the environment has decided, with its name."""

    settings: Settings
    decided: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that can be taken back. ``was_chosen``: somebody had chosen ``before``, it was not the default."""

    name: str
    before: object
    was_chosen: bool
    now: object


@dataclass(frozen=True, slots=True)
class ModelWarning:
    """A chosen model that retires (``retires``: when, as far as it is known), is ``gone``, is one that the server
    did not list, or is missing in our own list while the server's has not been asked for (``unfamiliar``)."""

    name: str
    retires: date | None = None
    gone: bool = False
    unlisted: bool = False
    unfamiliar: bool = False


@dataclass(frozen=True, slots=True)
class ClaudeOverview:
    """How everything about Claude stands. ``status`` is None when the keychain did not open (``keychain_problem``).
    ``declined``: a key of the environment waits, but the person said no. ``wordy``: this session found that the server
    can't be held to a form."""

    in_force: InForce
    status: Status | None
    keychain_problem: UserError | None
    declined: bool
    budget: Budget
    month: Spent
    wordy: bool
