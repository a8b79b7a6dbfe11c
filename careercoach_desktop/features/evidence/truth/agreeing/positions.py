"""Are two titles the same, said in other words or another language, or is one of them another rank?"""

from __future__ import annotations

from careercoach_desktop.features.evidence.truth.titles import same_title
from careercoach_desktop.features.evidence.vocabulary.occupations import PLAIN, Naming, namings


def other_title(one: str, other: str, *, told: bool = False) -> bool:
    """Whether two titles can't both be right: one has a rank that the other lacks, or they are different trades.

    ``told``: ``one`` stands in running text, where a rank may be left out but not added. Of trades the vocabulary
    doesn't know nothing is said.
    """
    if same_title(one, other):
        return False
    mine, theirs = namings(one), namings(other)
    if not mine or not theirs:
        return any(each.rank > PLAIN for each in mine) or (not told and any(each.rank > PLAIN for each in theirs))
    return not any(_agree(said, held, told=told) for said in mine for held in theirs)


def _agree(said: Naming, held: Naming, *, told: bool) -> bool:
    if said.occupations and held.occupations and said.occupations.isdisjoint(held.occupations):
        return said.words <= held.words
    if said.rank == held.rank:
        return True
    return told and PLAIN <= said.rank < held.rank


def names_a_position(text: str) -> bool:
    """Whether any word is a role or a rank."""
    return bool(namings(text))
