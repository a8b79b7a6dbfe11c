"""Which language a page is in, from the small words of a first reading in another one, and Tesseract's name for it.

Only words that come through such a reading unharmed are used: accents are what the wrong language gets wrong.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": "the and of for with to from at by experience education skills work present university",
    "de": "und der die das mit von bei als zur zum dem den ein eine auf seit berufserfahrung ausbildung kenntnisse "
    "sprachen heute studium deutsch",
    "fr": "et de la le les des du en pour avec dans une sur au aux par formation langues stage entreprise anglais",
    "es": "y de la el los las del en para con por una un como idiomas experiencia laboral empresa actualidad",
    "pt": "e de da do das dos em para com por uma um no na idiomas empresa atual",
    "it": "e di del della dei per con in nel nella una un il la gli alla presso lingue esperienza istruzione azienda",
    "nl": "en de het van een voor met bij op als aan naar door werkervaring opleiding talen heden",
}
_CODES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "nl": "nld"}
_NAMES = {
    "eng": "English",
    "deu": "German",
    "fra": "French",
    "spa": "Spanish",
    "por": "Portuguese",
    "ita": "Italian",
    "nld": "Dutch",
    "chi_sim": "Chinese",
    "jpn": "Japanese",
    "kor": "Korean",
    "rus": "Russian",
    "ell": "Greek",
}
"""Those ``missing`` can name."""
_FEWEST = 4
"""Small words; fewer say nothing."""


def language_of(text: str) -> str:
    """ISO 639-1 code, or ``""`` when nothing tells."""
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    counts = {code: sum(words[word] for word in set(known.split())) for code, known in _WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= _FEWEST else ""


def code_for(language: str) -> str:
    """Tesseract's name of a language; ``""`` for none."""
    return _CODES.get(language, "")


def name_of(code: str) -> str:
    """What a person calls a language Tesseract has a name for."""
    return _NAMES.get(code, code)
