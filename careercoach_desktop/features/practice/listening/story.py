"""Which parts of a story an answer tells: situation, task, action, result (STAR), each with the words that tell it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.evidence.truth.figures import figures
from careercoach_desktop.features.evidence.truth.wording import Words, content_words, shared
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize
from careercoach_desktop.features.practice.listening.cues import Cues, flat
from careercoach_desktop.features.practice.model import StarFinding, StarPart

_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_JOINS = re.compile(
    r",? (?=(?:and|und|et|y) (?:then|so|I|dann|ich|puis|ensuite|j'|luego|después)\b)"
    r"|,? (?=(?:so|then|dann|danach|puis|ensuite|luego|después|entonces) )",
    re.IGNORECASE,
)
_LONG = 28
"""Words; a longer sentence is spoken language without full stops, and cut where it goes on."""
_QUOTE = 64
_LATE = 0.5
"""A change of figures counts as a result from here on; before, it sets the scene."""
_SCENE = 0.15
"""Up to here an answer sets its scene, whatever the words."""
_ENOUGH_SHARED = 2
_TOLD = 2
"""Sentences; fewer are no story."""


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    at: float
    """How far into the answer it begins, 0 to 1."""


def sentences(text: str) -> list[Sentence]:
    """In order; those of spoken language are cut where they go on."""
    pieces: list[tuple[int, str]] = []
    start = 0
    whole = flat(text)
    for end in [match.end() for match in _ENDS.finditer(text)] + [len(text)]:
        pieces += _shorter(whole[start:end], start)
        start = end
    length = max(1, len(text))
    return [Sentence(piece.strip(), at / length) for at, piece in pieces if piece.strip()]


def star(text: str, cues: Cues, evidence: Sequence[str] = ()) -> tuple[StarFinding, ...]:
    """The four parts in their order. A sentence may tell two of them; a part is told by the first that does, the
    result by the last. ``evidence``: lines of the person's own, of which one may fill a missing result."""
    said = sentences(text)
    found = {part: _first(said, part, cues) for part in (StarPart.SITUATION, StarPart.TASK, StarPart.ACTION)}
    found[StarPart.SITUATION] = found[StarPart.SITUATION] or _scene(said, cues)
    found[StarPart.RESULT] = _result(said, cues)
    offer = "" if found[StarPart.RESULT] else _offer(text, evidence)
    return tuple(
        StarFinding(part=part, quote=found[part], offer=offer if part is StarPart.RESULT else "") for part in StarPart
    )


def has_happened(text: str, cues: Cues) -> bool:
    """Whether it tells of something that happened; one word that looks like it is none, and a short text needs less."""
    said = sentences(text)
    return sum(cues.past.search(sentence.text) is not None for sentence in said) >= min(_TOLD, len(said))


def tells_of_a_deed(text: str, cues: Cues) -> bool:
    """Whether it says what the person did once, not only what they do or would do."""
    return any(
        _is_action(sentence.text, match, cues) and cues.past.search(match[0]) is not None
        for sentence in sentences(text)
        for match in cues.star[StarPart.ACTION].finditer(sentence.text)
    )


def _shorter(sentence: str, start: int) -> list[tuple[int, str]]:
    if len(sentence.split()) <= _LONG:
        return [(start, sentence)]
    cuts = [0, *[match.end() for match in _JOINS.finditer(sentence)], len(sentence)]
    return [(start + left, sentence[left:right]) for left, right in itertools.pairwise(cuts) if right > left]


def _first(said: list[Sentence], part: StarPart, cues: Cues) -> str:
    for sentence in said:
        for match in cues.star[part].finditer(sentence.text):
            if part is StarPart.ACTION and not _is_action(sentence.text, match, cues):
                continue
            if part is StarPart.SITUATION and sentence.at > _LATE:
                continue
            return _around(sentence.text, match.start())
    return ""


def _scene(said: list[Sentence], cues: Cues) -> str:
    """What an answer opens with sets its scene when it tells of something that happened: it says when or where, or it
    tells of no deed and no task."""
    opening = said[0].text if len(said) >= _TOLD else ""
    if cues.past.search(opening) is None or cues.hedges.search(opening):
        return ""
    told = (StarPart.TASK, StarPart.ACTION)
    if cues.opens.match(opening) is None and any(cues.star[part].search(opening) for part in told):
        return ""
    return _around(opening, 0)


def _is_action(text: str, match: re.Match[str], cues: Cues) -> bool:
    """“I was”, “I had to” and “I owned the rerun” tell no action; “ich bin” tells none, “ich bin hingefahren” does."""
    if cues.star[StarPart.TASK].match(text, match.start()):
        return False
    other = cues.not_action.match(text, match.start())
    return other is None or other.end() < match.end()


def _result(said: list[Sentence], cues: Cues) -> str:
    """The best sentence that tells one: with figures before without, what changed before what was learned, and of
    equals the last. Two figures late in the answer tell one without any such word."""
    best, most = "", -1
    for sentence in said:
        told = cues.star[StarPart.RESULT].search(sentence.text)
        measured = len(figures(sentence.text))
        if told is not None and (sentence.at > _SCENE or len(said) == 1):
            worth = 2 * min(1, measured) + int(cues.learning.search(sentence.text) is None)
        elif sentence.at > _LATE and measured > 1:
            worth = 1
        elif sentence is said[-1] and _is_ending(sentence, measured, cues):
            worth = 0
        else:
            continue
        if worth >= most:
            best, most = _around(sentence.text, 0 if told is None else _opening(sentence.text, told.start())), worth
    return best


def _is_ending(sentence: Sentence, measured: int, cues: Cues) -> bool:
    """The last sentence tells how it ended, unless it says what somebody did."""
    if sentence.at < _LATE or any(
        _is_action(sentence.text, match, cues) for match in cues.star[StarPart.ACTION].finditer(sentence.text)
    ):
        return False
    return measured > 0 or cues.outcome.search(sentence.text) is not None


def _opening(text: str, at: int) -> int:
    """Where the quote begins: at the beginning of a short sentence, else where the result is told."""
    return 0 if len(text) <= _QUOTE else at


def _around(sentence: str, at: int) -> str:
    """The words from there on, whole, and not too many."""
    words = sentence[at:].strip(" ,;:").rstrip(".!?… ")
    if len(words) <= _QUOTE:
        return words
    return words[:_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _offer(text: str, evidence: Sequence[str]) -> str:
    """The line of the person's own that is about the same and has a figure."""
    mine = content_words(tokenize(text))
    best, most = "", _ENOUGH_SHARED - 1
    for line in evidence:
        if not figures(line):
            continue
        common = shared(Words(content_words(tokenize(line))), mine)
        if common > most:
            best, most = line, common
    return best.strip()
