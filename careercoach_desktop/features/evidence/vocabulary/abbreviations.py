"""What a short form is short for, in any of the four languages: "ECG" meets "electrocardiograma"."""

from __future__ import annotations

import re
from functools import cache

from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.foundation.resources import resource

_SMALL = frozenset(stems("of and the for as und der die des für de la le les du d l et sur au par y el los las en del"))


@cache
def _lines() -> tuple[tuple[frozenset[tuple[str, ...]], tuple[tuple[str, ...], ...]], ...]:
    """Every meaning: its short forms, and the words that carry its full wordings."""
    found = []
    for line in resource("words/abbreviations.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        short, _, full = line.partition(":")
        forms = frozenset(stems(form) for form in short.split(","))
        wordings = tuple(tuple(word for word in stems(wording) if word not in _SMALL) for wording in full.split(";"))
        found.append((forms, wordings))
    return tuple(found)


@cache
def _by_form() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    meant: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for forms, wordings in _lines():
        for form in forms:
            meant.setdefault(form, []).extend([*wordings, *(other for other in forms if other != form)])
    return {form: tuple(words) for form, words in meant.items()}


@cache
def _by_wording() -> dict[frozenset[str], tuple[tuple[str, ...], ...]]:
    return {frozenset(wording): (*wordings, *forms) for forms, wordings in _lines() for wording in wordings if wording}


def written_out(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """All other ways to write a short form, or the full wording of one, as comparable words without the small ones."""
    bare = re.compile(r"^\d+$")
    content = frozenset(word for word in words if word not in _SMALL and not bare.match(word))
    return _by_form().get(words, ()) + _by_wording().get(content, ())
