"""Words of the languages in which rules about wording may speak. In any other language those rules stay silent: no
advice is better than wrong advice."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.rules.vocabulary.english import ENGLISH
from careercoach_desktop.features.analysis.rules.vocabulary.french import FRENCH
from careercoach_desktop.features.analysis.rules.vocabulary.german import GERMAN
from careercoach_desktop.features.analysis.rules.vocabulary.spanish import SPANISH
from careercoach_desktop.features.analysis.rules.vocabulary.words import Vocabulary
from careercoach_desktop.features.resumes.reading.language import language_of

__all__ = ["Vocabulary", "vocabulary_of"]

_KNOWN = {each.language: each for each in (ENGLISH, FRENCH, GERMAN, SPANISH)}
_LEAST_WORDS = 8
_SMALL_SHARE = 0.08


def vocabulary_of(text: str, said: str) -> Vocabulary | None:
    """The words of the language a text is written in; None when it is not known for sure. ``said`` is the language the
    résumé gives for itself, and must agree."""
    vocabulary = _KNOWN.get(said)
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if vocabulary is None or len(words) < _LEAST_WORDS or language_of(text) != said:
        return None
    small = sum(word in vocabulary.small for word in words)
    return vocabulary if small >= _SMALL_SHARE * len(words) else None
