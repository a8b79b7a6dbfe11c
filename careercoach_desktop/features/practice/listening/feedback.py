"""What rules say of an answer: a score with its reasons, and remarks a person can act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careercoach_desktop.features.evidence.vocabulary.tokens import language_told
from careercoach_desktop.features.practice.listening.cues import cues_for
from careercoach_desktop.features.practice.listening.manner import OTHER, STORY, Manner, Span, clock, manner_of
from careercoach_desktop.features.practice.listening.points import relevance, touched
from careercoach_desktop.features.practice.listening.story import star
from careercoach_desktop.features.practice.model import (
    Length,
    LocalFeedback,
    QuestionContent,
    Speech,
    StarFinding,
    StarPart,
)

_TOO_SHORT = 15
"""Words; fewer are no answer yet, whatever they say."""
_CAP_SHORT = 25
_OFF_TOPIC = 0.12
_UNKNOWN_TOPIC = 0.35
_MOST_HEARD = 0.67
"""Of the points."""
_MANY_FILLERS = 4.0
"""Of a hundred words."""
_FAST, _SLOW = 175, 95
"""Words a minute."""
_MISSING = {
    StarPart.SITUATION: "Say where and when it was, in one sentence.",
    StarPart.TASK: "Say what you had to achieve.",
    StarPart.ACTION: "Say what you did yourself.",
    StarPart.RESULT: "It ends before the result: what changed?",
}


@dataclass(frozen=True, slots=True)
class _Heard:
    """Everything the score rests on. ``points``: share of key points touched; ``topic``: of what was asked."""

    question: QuestionContent
    manner: Manner
    star: tuple[StarFinding, ...]
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    topic: float

    @property
    def span(self) -> Span:
        return STORY if self.star else OTHER

    @property
    def length(self) -> Length:
        if self.manner.spoken < self.span.shortest:
            return Length.SHORT
        return Length.GOOD if self.manner.spoken <= self.span.longest else Length.LONG

    @property
    def points(self) -> float:
        """0 to 1."""
        asked = len(self.covered) + len(self.missing)
        return len(self.covered) / asked if asked else min(1.0, self.topic * 2)

    @property
    def asked_for(self) -> float:
        """0 to 1, for the score: rules hear a third of what a good answer touches, so most of it heard is all of it."""
        return min(1.0, self.points / _MOST_HEARD)


def local_feedback(
    question: QuestionContent,
    text: str,
    seconds: int,  # noqa: ARG001 - how long somebody typed says nothing about how long they would speak
    speech: Speech | None = None,
    evidence: Sequence[str] = (),
    language: str = "en",
) -> LocalFeedback:
    """Some milliseconds. ``evidence``: lines of the person's own (bullets, results of stories), from which something is
    offered where the result is missing. ``language`` is what the answer is in when it is too short to tell."""
    tongue = language_told(text, language)
    cues = cues_for(tongue)
    covered, missing, topic = _on_the_subject(question, text, tongue)
    story = star(text, cues, evidence)
    heard = _Heard(
        question=question,
        manner=_with_example(manner_of(text, cues, tongue, speech), story),
        star=story if question.wants_story else (),
        covered=covered,
        missing=missing,
        topic=topic,
    )
    score = _score(heard)
    return LocalFeedback(
        score=score,
        summary=_summary(heard, score),
        words=heard.manner.words,
        spoken=round(heard.manner.spoken, 1),
        length=heard.length,
        star=heard.star,
        covered=covered,
        missing=missing,
        numbers=heard.manner.numbers,
        fillers=heard.manner.fillers,
        notes=tuple(_notes(heard, speech)),
    )


def _with_example(manner: Manner, story: Sequence[StarFinding]) -> Manner:
    """Where it was and what somebody did there is an example, also without “for example”."""
    told = {finding.part for finding in story if finding.quote}
    if {StarPart.SITUATION, StarPart.ACTION} <= told:
        return replace(manner, examples=manner.examples + 1)
    return manner


def _on_the_subject(
    question: QuestionContent, text: str, tongue: str
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """(points touched, points missing, topic). In another language than the question’s,
    rules can tell what is touched, not what is missing."""
    covered, missing = touched(question.key_points, text)
    if tongue != language_told(question.text, tongue):
        return covered, (), _UNKNOWN_TOPIC
    topic = relevance(question.text, question.category, text)
    return covered, missing, _UNKNOWN_TOPIC if topic is None else topic


def _score(heard: _Heard) -> int:
    """0–100. A story: 40 its parts, 25 what was asked, 15 length, 12 figures, 8 how it is said. Anything else: 45 what
    was asked, 25 reasons, order and an example, 15 length, 7 figures, 8 how it is said."""
    manner = heard.manner
    if not manner.words:
        return 0
    fluent = 8 * _fluency(manner)
    if heard.star:
        told = sum(bool(finding.quote) for finding in heard.star)
        parts = 10 * told + 25 * heard.asked_for + 12 * min(1.0, len(manner.numbers) / 2)
    else:
        structure = min(1.0, manner.reasons / 2) + min(1.0, manner.order / 2) + min(1.0, manner.examples)
        parts = 45 * heard.asked_for + 25 * structure / 3 + 7 * min(1.0, float(len(manner.numbers)))
    score = parts + 15 * _fits(manner.spoken, heard.span) + fluent
    if manner.words < _TOO_SHORT:
        return min(_CAP_SHORT, round(score))
    if heard.topic < _OFF_TOPIC and not heard.covered:
        score *= 0.6
    return max(1, min(100, round(score)))


def _fits(seconds: float, span: Span) -> float:
    """1 for a good length, falling to nothing at a third of the shortest and at twice the longest."""
    if seconds < span.shortest:
        return max(0.0, (seconds - span.shortest / 3) / (span.shortest * 2 / 3))
    return 1.0 if seconds <= span.longest else max(0.0, 2 - seconds / span.longest)


def _fluency(manner: Manner) -> float:
    each_hundred = 100 * (sum(manner.fillers.values()) + manner.hedges / 2) / max(1, manner.words)
    return max(0.0, 1 - each_hundred / (2 * _MANY_FILLERS))


def _summary(heard: _Heard, score: int) -> str:
    """Two short sentences: what is good, and the one thing that would help most."""
    if not heard.manner.words:
        return "Nothing is written yet."
    if heard.manner.words < _TOO_SHORT:
        return "That is a start. Tell a little more: two minutes are yours."
    return f"{_praise(heard, score)} {_advice(heard)}".strip()


def _praise(heard: _Heard, score: int) -> str:
    complete = bool(heard.star) and all(finding.quote for finding in heard.star)
    if complete and heard.manner.numbers:
        return "A whole story, with figures."
    if complete:
        return "A whole story, from the situation to the result."
    if score >= 70:
        return "Clear and concrete."
    if heard.manner.numbers:
        return "Concrete: figures help."
    return "It answers what was asked." if heard.points >= 0.5 else "There is something to build on."


def _advice(heard: _Heard) -> str:
    gap = next((each.part for each in reversed(heard.star) if not each.quote), None)
    if gap is not None:
        return _MISSING[gap]
    if heard.topic < _OFF_TOPIC and not heard.covered:
        return "Few words of the question come up: does this answer it?"
    if heard.missing and heard.points < 0.6:
        return f"Worth saying too: {_lower(heard.missing[0])}."
    if heard.length is Length.LONG:
        return "Shorter would be stronger."
    if not heard.manner.numbers:
        return "One figure would make it easier to believe."
    return "Say it aloud once, and it is yours."


def _notes(heard: _Heard, speech: Speech | None) -> Iterator[str]:
    yield from _on_length(heard)
    manner = heard.manner
    if heard.star and manner.us >= 3 and manner.us > 2 * manner.me:
        yield f"“We” {manner.us} times, “I” {manner.me}: make clear what your part was."
    if manner.words >= _TOO_SHORT and heard.star and not manner.numbers:
        yield "No figure yet: how many, how much, how long?"
    if not heard.star and manner.words >= 60 and not manner.examples:
        yield "An example from your own work would make it concrete."
    said = sum(manner.fillers.values())
    if 100 * said / max(1, manner.words) >= _MANY_FILLERS / 2 and said > 1:
        words = ", ".join(f"“{word}” {count}×" for word, count in list(manner.fillers.items())[:3])
        yield f"Filler words: {words}. A short pause does the same and sounds calmer."
    if manner.hedges >= 3:
        yield "Several “I think” and “maybe”: say it once as you mean it."
    if speech is not None:
        yield from _on_speech(speech)


def _on_length(heard: _Heard) -> Iterator[str]:
    manner = heard.manner
    told = clock(manner.spoken) if manner.measured else f"About {clock(manner.spoken)} when spoken"
    aim = "two minutes" if heard.span is STORY else "a minute or two"
    if heard.length is Length.SHORT and manner.words >= _TOO_SHORT:
        yield f"{told}, rather short. {aim[:1].upper()}{aim[1:]} is fine."
    elif heard.length is Length.LONG:
        much = "a little long" if manner.spoken < 1.35 * heard.span.longest else "long"
        yield f"{told}, {much}. Aim for {aim}."


def _on_speech(speech: Speech) -> Iterator[str]:
    if speech.words >= 30 and speech.words_per_minute > _FAST:
        yield f"{speech.words_per_minute:.0f} words a minute is fast; around {(_FAST + _SLOW) // 2} is easy to follow."
    elif speech.words >= 30 and speech.words_per_minute < _SLOW:
        yield f"{speech.words_per_minute:.0f} words a minute is slow; a few key words in front of you may help."
    if speech.longest_pause >= 4:
        yield f"The longest pause was {speech.longest_pause:.0f} seconds. That is fine once: say that you are thinking."


def _lower(point: str) -> str:
    """A point inside a sentence: its first letter small, unless it is a name or an abbreviation."""
    first = point.split(" ", 1)[0]
    return point.rstrip(".") if first[1:] != first[1:].lower() else point[:1].lower() + point[1:].rstrip(".")
