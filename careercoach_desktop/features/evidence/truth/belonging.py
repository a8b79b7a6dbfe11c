"""What was done at one employer, told of another: merged employers, where no figure gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.claimed import VAGUE
from careercoach_desktop.features.evidence.truth.doing import DONE
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_LEARNT = re.compile(
    r"\b(?:certificat\w*|courses?|training in|qualif\w+|licen[cs]e|diploma|exam\w*|weiterbildung\w*|"
    r"fortbildung\w*|zertifikat\w*|"
    r"lehrgang|lehrgänge|kurse?|\w*schein|prüfung\w*|formations?|stages?|diplômes?|brevets?|cursos?|carn[ée]ts?|títulos?|"
    r"certificad\w+|formaci[óo]n\w*)\b",
    re.IGNORECASE,
)
"""What was learnt in a course is a paper of its own, and no deed at an employer."""
_LEAST = 2
_TELLING = 3


def belonging(said: Saying) -> Iterator[Found]:
    """Parts of the sentence that say what evidence tells of another entry, and of no entry they could be about."""
    evidence = said.evidence
    if not said.at.is_bullet and not said.entries:
        return
    parts = said.parts()
    for left, right in [*parts, *((one[0], two[1]) for one, two in pairwise(parts))]:
        entries = frozenset({said.at.entry}) if said.at.is_bullet else said.entries_at(left)
        if (
            not entries
            or said.voice.theirs(left, right)
            or (not said.at.is_bullet and _LEARNT.search(said.text, left, right))
        ):
            continue
        words = said.words_between(left, right) - _names(said, entries)
        if len(words) < _LEAST:
            continue
        here = _best(words, [each for each in evidence.fragments if _is_of(each, entries)] + said.own)
        elsewhere = [
            each
            for each in evidence.fragments
            if each.entry in evidence.entry_names and each.entry not in entries and each.entry not in evidence.papers
        ]
        there, fragment = max(
            ((shared(words, each.content), each) for each in elsewhere), key=lambda pair: pair[0], default=(0, None)
        )
        things = {word for word in words if word not in ROOTS and word not in VAGUE}
        if said.named and things and fragment is not None and not said.at.is_bullet and _named_in(said, left, right):
            moved = shared(things, fragment.content) == len(things) and not _best(things, _entry(said, entries))
            if moved:
                there, here = max(there, _TELLING, len(words)), 0
        merged = (
            said.at.is_bullet and there == len(words) and not here and DONE.search(said.text, left, right) is not None
        )
        if fragment is not None and (merged or (there >= _TELLING and there * 2 >= len(words) and here * 2 <= there)):
            name = evidence.entry_names.get(fragment.entry, "") or "another entry"
            yield Found(
                ClaimKind.EMPLOYER, said.text[left:right].strip(" .,;"), (), f"Your evidence tells this of {name}."
            )


def _named_in(said: Saying, left: int, right: int) -> bool:
    return any(left <= place < right for place, _ in said.named) and not any(
        left <= figure.start < right for figure in said.read.figures
    )


def _entry(said: Saying, entries: frozenset[str]) -> list[Fragment]:
    return [each for each in said.evidence.fragments if _is_of(each, entries)]


def _is_of(each: Fragment, entries: frozenset[str]) -> bool:
    return each.entry in entries or bool(entries & each.entries) or (each.is_note and not each.entries)


def _names(said: Saying, entries: frozenset[str]) -> set[str]:
    """The words of the names the sentence is about: they say nothing of what was done there."""
    return said.name_words | {word for entry in entries for word in stems(said.evidence.entry_names.get(entry, ""))}


def _best(words: set[str], scope: list[Fragment]) -> int:
    return max((shared(words, each.content) for each in scope), default=0)
