"""Are two titles the same, said in other words, or is one of them another rank?"""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.truth.titles import LIMITING, UPWARD, is_role, same_title, title_words
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.tokens import language_of

_RANKS = UPWARD - {"staff"}
_LEADS = re.compile(r"(?:leiter|leiterin|leitung)$")


def other_title(one: str, other: str, *, told: bool = False) -> bool:
    """Whether two titles can't both be right: one has a rank that the other lacks, or they are different trades.

    ``told``: ``one`` stands in running text, where a rank may be left out but not added. A title in another language
    is compared by whether it has a rank; of trades the vocabulary doesn't know nothing is said.
    """
    if same_title(one, other):
        return False
    mine, theirs = title_words(one), title_words(other)
    across = language_of(one) != language_of(other)
    if _missing(mine, theirs, across=across) or (not told and _missing(theirs, mine, across=across)):
        return True
    if _limits(theirs) and not _limits(mine):
        return True
    trades, others = [word for word in mine if is_role(word)], [word for word in theirs if is_role(word)]
    if across or not trades or not others:
        return False
    return not any(same_word(word, held) for word in mine if is_content(word) for held in theirs)


def names_a_position(text: str) -> bool:
    """Whether any word is a role or a rank."""
    return any(is_role(word) or _is_rank(word) for word in title_words(text))


def _is_rank(word: str) -> bool:
    return word in _RANKS or _LEADS.search(word) is not None


def _limits(words: list[str]) -> bool:
    return any(word in LIMITING for word in words)


def _missing(mine: list[str], theirs: list[str], *, across: bool) -> bool:
    """Whether a word of rank stands in ``mine`` that has no like in ``theirs``."""
    ranks, held = ([word for word in words if _is_rank(word)] for words in (mine, theirs))
    if across and held:
        return False
    return any(not any(_same_rank(rank, other) for other in held) for rank in ranks)


def _same_rank(one: str, other: str) -> bool:
    return same_word(one, other) or (_LEADS.search(one) is not None and _LEADS.search(other) is not None)
