"""A claim taken out of a paragraph: an item of a list, a clause at the end, or the sentence that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.service import skill_list
from careercoach_desktop.features.evidence.truth.base import sentences
from careercoach_desktop.features.letters.checking.letter import unproved
from careercoach_desktop.features.letters.checking.material import Material, evidence_of

_LEAST_WORDS = 5
"""What is left of a sentence that still says something."""
_LAST = r"(?:and|or|und|oder|sowie|et|ou|y|e|o)"
_TAIL = re.compile(
    rf"(?:\s*[;–—]\s*|,\s+(?:(?:and|which|where|wobei|und|et|ce qui|y|lo que)\s+)?|\s+{_LAST}\s+)(?=[^,;–—]*$)"
)


def without(text: str, claim: Claim, material: Material) -> str:
    """``text`` without what makes ``claim``: as little as possible, the whole sentence where nothing smaller helps."""
    evidence = evidence_of(material)
    wanted = (claim.kind, claim.text)

    def makes_it(part: str) -> bool:
        return wanted in [(each.kind, each.text) for each in unproved(part, evidence, material.posting)]

    for sentence in sentences(text):
        if makes_it(sentence):
            shorter = next((each for each in _shorter(sentence, claim.text) if not makes_it(each)), "")
            text = text.replace(sentence, shorter, 1)
    return re.sub(r"[ \t]{2,}", " ", re.sub(r"[ \t]*\n[ \t]*", "\n", text)).strip()


def _shorter(sentence: str, words: str) -> Iterator[str]:
    """Ways of saying less, the smallest loss first."""
    for surface in _surfaces(sentence, words):
        yield from _without_item(sentence, surface)
    body, end = (sentence[:-1], sentence[-1]) if sentence[-1:] in ".!?" else (sentence, "")
    found = _TAIL.search(body)
    while found is not None:
        body = body[: found.start()]
        if len(body.split()) >= _LEAST_WORDS:
            yield body + end
        found = _TAIL.search(body)


def _surfaces(sentence: str, words: str) -> list[str]:
    """How the sentence writes what the claim names."""
    at = sentence.casefold().find(words.casefold())
    if at >= 0:
        return [sentence[at : at + len(words)]]
    return [hit.surface for hit in skill_list().find_in(sentence) if words in (hit.skill.name, hit.skill.display)]


def _without_item(sentence: str, item: str) -> Iterator[str]:
    """``A, B and C`` without one of them, as a list is written."""
    name = re.escape(item)
    if re.search(rf", {name}(?=,| {_LAST} )", sentence):
        yield re.sub(rf", {name}(?=,| {_LAST} )", "", sentence, count=1)
    if re.search(rf"\b{name}, ", sentence):
        yield re.sub(rf"\b{name}, ", "", sentence, count=1)
    if re.search(rf"\b{name} {_LAST} ", sentence):
        yield re.sub(rf"\b{name} {_LAST} ", "", sentence, count=1)
    last = re.search(rf",? ({_LAST}) {name}\b", sentence)
    if last is not None:
        before, after = sentence[: last.start()], sentence[last.end() :]
        head, comma, final = before.rpartition(", ")
        yield f"{head} {last[1]} {final}{after}" if comma and len(final.split()) <= 3 else before + after
