"""The phrases of ``resources/words/answers.toml`` as patterns, for one language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from careercoach_desktop.features.practice.model import StarPart
from careercoach_desktop.foundation.resources import resource

LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True)
class Cues:
    """What tells each part of a story, and what people say besides."""

    star: dict[StarPart, re.Pattern[str]]
    not_action: re.Pattern[str]
    learning: re.Pattern[str]
    """What somebody took from it: an ending, but no result."""
    outcome: re.Pattern[str]
    """What tells of an ending in the last sentence of an answer, and of nothing anywhere else."""
    past: re.Pattern[str]
    """That something happened: what an opening needs to set a scene without any of the usual phrases."""
    opens: re.Pattern[str]
    """How a sentence begins that says when or where."""
    fillers: re.Pattern[str]
    unless: re.Pattern[str]
    """Where a filler is a word like others: “I would like”."""
    hedges: re.Pattern[str]
    me: re.Pattern[str]
    us: re.Pattern[str]
    reasons: re.Pattern[str]
    order: re.Pattern[str]
    example: re.Pattern[str]


def cues_for(language: str) -> Cues:
    """Of ``en``, ``de``, ``fr`` or ``es``; any other language is heard with the English ones."""
    return _read()[language if language in LANGUAGES else "en"]


def flat(text: str) -> str:
    """One kind of apostrophe, and every gap a space, letter for letter: places stay what they are."""
    return re.sub(r"\s", " ", text.replace("’", "'").replace("‘", "'"))


@cache
def _read() -> dict[str, Cues]:
    with resource("words/answers.toml").open("rb") as file:
        told = tomllib.load(file)
    return {language: _cues(told[language]) for language in LANGUAGES}


def _cues(told: dict[str, list[str]]) -> Cues:
    others = {name: _any(told[name]) for name in told if name not in {part.value.lower() for part in StarPart}}
    return Cues(star={part: _any(told[part.value.lower()]) for part in StarPart}, **others)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words; of several at one place the longest. None of them matches nothing."""
    ordered = sorted(phrases, key=len, reverse=True)
    pieces = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", " +") for phrase in ordered]
    return re.compile(rf"(?<![\w'])(?:{'|'.join(pieces)})(?!\w)" if pieces else r"(?!)", re.IGNORECASE)
