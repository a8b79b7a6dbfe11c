"""Titles told by another common name: shorter ones, composed ones, and words that only look like one."""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.saying import Saying
from careercoach_desktop.features.evidence.truth.wording import is_content
from careercoach_desktop.features.evidence.vocabulary.occupations import Naming
from careercoach_desktop.features.evidence.vocabulary.tokens import stem

_LIMITING_WORDS = "deputy acting interim vice assistant junior trainee apprentice intern stellvertretend co freelance"
LIMITING = frozenset(stem(word) for word in _LIMITING_WORDS.split())


_DEPUTY_OF = re.compile(
    r"\b(?:\w*vertret\w+|assisten\w+|deputy|stand-in|right hand|(?:die )?rechte hand|zuarbeit|report\w*|adjointe?|"
    r"suppléante?|remplaçante?|suplente|sustitut[oa]|ayudante|secretari[oa]|bras droit|mano derecha)\s"
    r"(?:to|of|for|des|der|vom|von|du|de la|de l['’]|de|del|au|à la|al)\s?(?:the |dem |our |my |meine[sr] )?$",
    re.IGNORECASE,
)
"""Somebody else's title: one stood in for them."""
_ADJECTIVE = frozenset(
    {"principal", "senior", "chief", "lead", "junior", "general", "head", "main", "assistant", "master"}
)


def _only_an_adjective(said: Saying, naming: Naming) -> bool:
    """ "the hotel's principal supplier", "el principal proveedor": a word of rank that tells which thing."""
    if naming.occupations or naming.last - naming.first != 1 or not naming.words & _ADJECTIVE:
        return False
    tokens, last = said.read.tokens, naming.last
    if said.read.language in {"fr", "es"}:
        before = naming.first - 1
        return before >= 0 and tokens.joined[naming.first] and is_content(tokens.words[before])
    return last < len(tokens) and tokens.joined[last] and is_content(tokens.words[last])


def nobodys(said: Saying, naming: Naming, before: str) -> bool:
    """A title of somebody the person stood in for, or a word of rank that is none."""
    return _DEPUTY_OF.search(before) is not None or _only_an_adjective(said, naming) or _answers_for(said, naming)


_ANSWERABLE = re.compile(r"^\W*(?:responsables?|en charge|encargad[oa]s?)\b(?:\sd[eu]l?)?\W*$", re.IGNORECASE)
_THE_THING = re.compile(
    r"^\s?(?:d[eu]l?\s|des\s|d['’])?\s?(?:(?:la|las|los|el|le|les|un|una|une|mon|ma|mes|mi|mis|notre|nos|tous|toutes|tod[oa]s|chaque|cada)\s|"
    r"l['’]|\W?\d)|^\s?(?:du|des|del)\s",
    re.IGNORECASE,
)


def _answers_for(said: Saying, naming: Naming) -> bool:
    """ "Responsable de 2,3 M€", "responsable de la implantación": answering for a thing, which is no title."""
    tokens = said.read.tokens
    start, end = tokens.starts[naming.first], tokens.ends[naming.last - 1]
    if not _ANSWERABLE.match(said.text[start:end]):
        return False
    figure = any(each.start - end <= _NEAR and each.start >= end for each in said.read.figures)
    return figure or _THE_THING.match(said.text, end) is not None or _THE_THING.match(said.text[end:]) is not None


_NEAR = 5


_COORDINATES = 5


def is_short_for(naming: Naming, held: Naming) -> bool:
    """ "Coordinator" of an events coordinator, "assistante" of an "assistante topographe": a held title with less said.

    What limited it must stay, and a rank that the whole title has not must not be left over ("Manager" of an account
    manager is another thing).
    """
    if not naming.words <= held.words or held.words & LIMITING - naming.words:
        return False
    return naming.rank <= max(held.rank, held.inner) and naming.inner <= _COORDINATES


_LEAST_HEAD = 5
_LEAST_FIRST = 4


def composed(evidence: EvidenceBase, naming: Naming) -> list[Fragment]:
    """ "Elektroingenieurin" of a "Projektingenieurin" who studied Elektrotechnik, "Handballtrainer" of somebody who
    trains a handball team: the head is a title held or what was done, and what stands before it is there too."""
    if len(naming.words) != 1:
        return []
    word = next(iter(naming.words))
    for each in evidence.fragments:
        if each.quote.path.endswith((".position", "basics.label")):
            for held in evidence.neutral_of(each):
                first = word[: len(word) - _common_end(word, held)]
                if len(first) < len(word) - _LEAST_HEAD + 1 and _stands(first, evidence, _TITLED):
                    return [each]
        elif each.is_note or each.kind is PassageKind.BULLET:
            cut = next((cut for cut in range(_LEAST_FIRST, len(word) - _LEAST_HEAD + 1) if _both(word, cut, each)), 0)
            if cut:
                return [each]
    return []


_TITLED = (".position", "basics.label", ".area", ".study_type")


def _common_end(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count]:
        count += 1
    return count


def _stands(first: str, evidence: EvidenceBase, paths: tuple[str, ...]) -> bool:
    first = first.removesuffix("s")
    return len(first) >= _LEAST_FIRST and any(
        other.startswith(first)
        for each in evidence.fragments
        if each.quote.path.endswith(paths)
        for other in each.words
    )


def _both(word: str, cut: int, each: Fragment) -> bool:
    """Whether a sentence has a word that begins like the first part, and one that begins like the head."""
    first, head = word[:cut], word[cut:]
    return any(other.startswith(first) for other in each.words) and any(
        other.startswith(head[:_LEAST_HEAD]) for other in each.words
    )
