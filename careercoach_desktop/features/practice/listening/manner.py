"""How an answer is said: its length, its figures, the words that fill a silence, who “we” is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from careercoach_desktop.features.evidence.truth.figures import figures
from careercoach_desktop.features.practice.listening.cues import Cues, flat
from careercoach_desktop.features.practice.model import Speech

SPOKEN_WORDS_PER_MINUTE = 140
"""How fast people speak when they are understood, for what a typed answer would take."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


@dataclass(frozen=True, slots=True)
class Span:
    """How long an answer should be, in seconds of speech. ``whole``: words from which on all there is to say can have
    been said, however briefly; ``aim`` in words for a person."""

    shortest: int
    longest: int
    whole: int
    aim: str


STORY = Span(45, 180, 70, "two minutes")
"""What happened needs its scene, its deed and its end."""
OPINION = Span(20, 150, 36, "a minute or two")
TRADE = Span(14, 150, 24, "two or three sentences")
"""What somebody knows of their trade can be said well in a few sentences."""
MORE = Span(4, 90, 12, "a sentence or two")
"""What asks about an answer once more wants the one thing it left out."""


@dataclass(frozen=True, slots=True)
class Manner:
    """``spoken``: seconds it took, or would take to say. ``hedges``, ``me`` and ``us`` are counts."""

    words: int
    spoken: float
    measured: bool
    numbers: tuple[str, ...]
    fillers: dict[str, int]
    hedges: int
    me: int
    us: int
    reasons: int
    order: int
    examples: int


def words_in(text: str) -> int:
    return len(_WORD.findall(text))


def manner_of(text: str, cues: Cues, language: str, speech: Speech | None) -> Manner:
    """Spoken answers are measured; what a typed one would take is guessed from its words."""
    said, words = flat(text), words_in(text)
    return Manner(
        words=words,
        spoken=speech.seconds if speech is not None else words * 60 / SPOKEN_WORDS_PER_MINUTE,
        measured=speech is not None,
        numbers=_numbers(text, language),
        fillers=dict(speech.fillers) if speech is not None else fillers_in(said, cues),
        hedges=len(cues.hedges.findall(said)),
        me=len(cues.me.findall(said)),
        us=len(cues.us.findall(said)),
        reasons=len(cues.reasons.findall(said)),
        order=len(cues.order.findall(said)),
        examples=len(cues.example.findall(said)),
    )


def fillers_in(text: str, cues: Cues) -> dict[str, int]:
    """Each filler with how often it is said, the most frequent first; not where it is a word like others."""
    meant = [match.span() for match in cues.unless.finditer(text)]
    said = [
        match[0].lower()
        for match in cues.fillers.finditer(text)
        if not any(start <= match.start() < end for start, end in meant)
    ]
    return dict(Counter(said).most_common())


def clock(seconds: float) -> str:
    """``3:40``"""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _numbers(text: str, language: str) -> tuple[str, ...]:
    """Figures as written, once each; a year is a date."""
    found = [figure.text.strip() for figure in figures(text, language=language)]
    return tuple(dict.fromkeys(each for each in found if each and not _YEAR.fullmatch(each)))
