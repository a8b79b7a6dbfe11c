"""What rules say of an answer: a score with its reasons, and remarks a person can act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careercoach_desktop.features.evidence.vocabulary.tokens import language_told
from careercoach_desktop.features.practice.listening.cues import cues_for
from careercoach_desktop.features.practice.listening.manner import (
    MORE,
    OPINION,
    STORY,
    TRADE,
    Manner,
    Span,
    clock,
    manner_of,
)
from careercoach_desktop.features.practice.listening.points import relevance, touched
from careercoach_desktop.features.practice.listening.story import has_happened, star, tells_of_a_deed
from careercoach_desktop.features.practice.model import (
    Length,
    LocalFeedback,
    QuestionContent,
    Speech,
    StarFinding,
    StarPart,
)

_START = 6
"""Words; so few are no answer yet, whatever they say."""
_MOST_OF_A_START = 25
_A_START = 45
"""An answer that can't be worth more for its length is called a start."""
_OFF_TOPIC = 0.12
_WELL_ON_TOPIC = 0.25
_BENEFIT = 0.4
"""Of what was asked, granted where rules heard none of it: most of what is said they can't hear."""
_CANT_TELL = 0.7
"""Of what was asked, where the answer is in another language than the question, or nobody said what to listen for."""
_MOST_HEARD = 0.5
"""Of the points: rules hear less than half of what a good answer touches."""
_MANY_FILLERS = 4.0
"""Of a hundred words."""
_FAST, _SLOW = 175, 95
"""Words a minute."""
_WORTH = {StarPart.SITUATION: 8, StarPart.TASK: 6, StarPart.ACTION: 14, StarPart.RESULT: 12}
"""Of a story; many good ones tell in one breath what it was like and what there was to do."""
_MISSING = {
    StarPart.SITUATION: "Say where and when it was, in one sentence.",
    StarPart.TASK: "Say in a sentence what you had to achieve.",
    StarPart.ACTION: "Say what you did yourself.",
    StarPart.RESULT: "It ends before the result: what changed?",
}


@dataclass(frozen=True, slots=True)
class _Heard:
    """Everything the score rests on. ``topic``: how much of what was asked comes up, None where nobody can tell;
    ``happened``: whether it tells of something that happened."""

    question: QuestionContent
    manner: Manner
    star: tuple[StarFinding, ...]
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    topic: float | None
    span: Span
    happened: bool

    @property
    def length(self) -> Length:
        if self.manner.spoken < self.span.shortest:
            return Length.SHORT
        return Length.GOOD if self.manner.spoken <= self.span.longest else Length.LONG

    @property
    def points(self) -> float:
        """0 to 1: the share of key points that was heard; all of them where nobody can tell what is missing."""
        asked = len(self.covered) + len(self.missing)
        return len(self.covered) / asked if asked else 0.0

    @property
    def asked_for(self) -> float:
        """0 to 1, for the score."""
        if not self.covered and not self.missing:
            return _CANT_TELL
        near = 0.8 if self.topic is None else min(1.0, self.topic / _WELL_ON_TOPIC)
        granted = _BENEFIT * near
        return granted + (1 - granted) * min(1.0, self.points / _MOST_HEARD)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it seems to answer another question. A story has words of its own, and is never told so."""
        if self.covered or self.topic is None or (self.star and self.happened):
            return False
        return self.topic < _OFF_TOPIC


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
        manner=_with_example(manner_of(text, cues, tongue, speech), deed=tells_of_a_deed(text, cues)),
        star=story if question.wants_story else (),
        covered=covered,
        missing=missing,
        topic=topic,
        span=_span(question),
        happened=bool(story[0].quote) or has_happened(text, cues),
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


def _span(question: QuestionContent) -> Span:
    if question.asks_again:
        return MORE
    if question.wants_story:
        return STORY
    return TRADE if question.field else OPINION


def _with_example(manner: Manner, *, deed: bool) -> Manner:
    """What somebody did once is an example, also without “for example”."""
    return replace(manner, examples=manner.examples + 1) if deed else manner


def _on_the_subject(
    question: QuestionContent, text: str, tongue: str
) -> tuple[tuple[str, ...], tuple[str, ...], float | None]:
    """(points touched, points missing, topic). In another language than the question’s,
    rules can tell what is touched, not what is missing."""
    asked_in = language_told(question.text, tongue)
    covered, missing = touched(question.key_points, text, asked_in)
    if tongue != asked_in:
        return covered, (), None
    return covered, missing, relevance(question.text, question.category, text, asked_in)


def _score(heard: _Heard) -> int:
    """0–100. A story: 40 its parts, 25 what was asked, 15 length, 12 figures, 8 how it is said. Anything else: 45 what
    was asked, 25 reasons, order and an example, 15 length, 7 figures, 8 how it is said."""
    manner = heard.manner
    if not manner.words:
        return 0
    if heard.star:
        told = sum(_WORTH[finding.part] for finding in heard.star if finding.quote)
        parts = (told if heard.happened else told / 2) + 25 * heard.asked_for + 12 * min(1.0, len(manner.numbers) / 2)
    else:
        structure = min(1.0, manner.reasons / 2) + min(1.0, manner.order / 2) + min(1.0, manner.examples)
        parts = 45 * heard.asked_for + 25 * structure / 3 + 7 * min(1.0, float(len(manner.numbers)))
    score = parts + 15 * _fits(manner.spoken, heard.span) + 8 * _fluency(manner)
    if heard.is_elsewhere:
        score *= 0.6
    return max(1, min(_most(heard), round(score)))


def _most(heard: _Heard) -> int:
    """What so many words can be worth: little for a start, everything once all there is to say can have been said."""
    beyond = (heard.manner.words - _START) / (heard.span.whole - _START)
    return round(_MOST_OF_A_START + (100 - _MOST_OF_A_START) * min(1.0, max(0.0, beyond)))


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
    if _most(heard) < _A_START:
        return f"That is a start. Take {heard.span.aim} to say a little more."
    return f"{_praise(heard, score)} {_advice(heard)}"


def _praise(heard: _Heard, score: int) -> str:
    """Only what is so."""
    told = {finding.part for finding in heard.star if finding.quote} if heard.happened else set()
    if len(told) == len(StarPart):
        return "A whole story, with figures." if heard.manner.numbers else "A whole story, from beginning to end."
    if {StarPart.ACTION, StarPart.RESULT} <= told:
        return "What you did and what came of it are clear."
    if not heard.star and score >= 70:
        return "Clear and to the point."
    if heard.covered and (heard.happened or not heard.star):
        return f"Heard: {_quoted(heard.covered[0])}."
    if StarPart.ACTION in told:
        return "What you did is clear."
    return "There is something to build on."


def _advice(heard: _Heard) -> str:
    """The one thing that would help most."""
    if heard.star and not heard.happened:
        return "Tell of one time it really happened: where, what you did, what came of it."
    missing = {finding.part for finding in heard.star if not finding.quote}
    if missing:
        return _MISSING[max(missing, key=_WORTH.__getitem__)]
    if heard.is_elsewhere:
        return "Few words of the question come up: does this answer it?"
    if heard.missing and heard.points < _MOST_HEARD:
        return f"They {'also ' if heard.covered else ''}listen for {_quoted(heard.missing[0])}."
    if heard.length is Length.LONG:
        return "Shorter would be stronger."
    if heard.star and not heard.manner.numbers:
        return "One figure would make it easier to believe."
    if not heard.star and not heard.manner.examples:
        return "An example from your own work would make it concrete."
    return "Say it aloud once, and it is yours."


def _notes(heard: _Heard, speech: Speech | None) -> Iterator[str]:
    yield from _on_length(heard)
    manner = heard.manner
    if heard.star and manner.us >= 3 and manner.us > 2 * manner.me:
        yield f"“We” {manner.us} times, “I” {manner.me}: make clear what your part was."
    if _most(heard) >= _A_START and heard.star and not manner.numbers:
        yield "No figure yet: how many, how much, how long?"
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
    aim = heard.span.aim
    if heard.length is Length.SHORT and _most(heard) >= _A_START:
        yield f"{told}, rather short: take {aim}."
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


def _quoted(point: str) -> str:
    """A key point as it stands in the list, which is how interviewers note it."""
    return f"“{point.rstrip('.')}”"
