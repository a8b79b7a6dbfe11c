"""The same thing told with another number."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.truth.base import Fragment, read_fragment
from careercoach_desktop.features.evidence.truth.figures import Figure
from careercoach_desktop.features.evidence.truth.wording import (
    clause_words,
    counted_noun,
    near_words,
    same_word,
    shared,
)


def read(text: str) -> Fragment:
    """A sentence on its own."""
    return read_fragment(Quote(path="", label="", text=text), "", PassageKind.PROSE)


def other_numbers(text: str, other: str) -> Iterator[tuple[str, str]]:
    """(here, there) for numbers of ``text`` that ``other``, an older wording of it, gives differently."""
    said, held = read(text), read(other)
    for figure in said.figures:
        rival = rival_of(figure, said, held)
        if rival is not None:
            yield figure.text, rival.text


def rival_of(figure: Figure, said: Fragment, held: Fragment) -> Figure | None:
    """The number ``held`` gives for what ``figure`` counts in ``said``, when it is another one.

    A number that ``said`` has as well is no rival: it has its place already ("down by four days, from ten to six").
    """
    if any(figure.agrees(each) for each in held.figures):
        return None
    taken = [each for each in held.figures if any(mine.agrees(each) for mine in said.figures)]
    rivals = [each for each in held.figures if each not in taken and _comparable(figure, each, said, held)]
    mine = clause_words(said.tokens, figure.start, figure.end)
    rivals.sort(key=lambda each: -shared(mine, clause_words(held.tokens, each.start, each.end)))
    return rivals[0] if rivals else None


def _comparable(figure: Figure, other: Figure, said: Fragment, held: Fragment) -> bool:
    """Same unit; bare numbers count the same noun. "108 % of the target" and "8 % above it" are one value."""
    if figure.unit != other.unit:
        return False
    if figure.unit == "%":
        return all(abs(abs(mine - theirs) - 100) > 0.1 for mine in figure.values for theirs in other.values)
    if figure.unit:
        return True
    noun = counted_noun(said.tokens, figure.end)
    near = near_words(held.tokens, other.start, other.end, reach=3)
    return any(same_word(word, there) for word in noun for there in near)
