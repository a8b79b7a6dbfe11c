"""The language a résumé is written in, from its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the and of for with to in on as by from at an is was their using including",
    "de": "und der die das mit für von bei im als zur zum den dem ein eine einer auf seit sowie",
    "fr": "et de la le les des du en pour avec dans une un sur au aux par à mise",
    "es": "y de la el los las del en para con por una un al como gestión",
    "pt": "e de da do das dos em para com por uma um no na ao gestão",
    "it": "e di del della dei per con in nel nella un una il la gli alla presso",
    "nl": "en de het van een voor met bij in op als aan naar door",
}

_RESUME_WORDS = {
    "en": "experience education skills work present languages university",
    "de": "berufserfahrung ausbildung kenntnisse sprachen heute studium fähigkeiten universität",
    "fr": "expérience expériences formation compétences langues français anglais université aujourd",
    "es": "experiencia formación educación idiomas habilidades español inglés universidad actualidad",
    "pt": "experiência formação educação idiomas competências português inglês universidade atual",
    "it": "esperienza esperienze istruzione formazione competenze lingue italiano università",
    "nl": "werkervaring opleiding vaardigheden talen nederlands engels universiteit heden",
}
"""Words that head sections and name languages: rarer than the small ones, and each tells more."""


def language_of(text: str) -> str:
    """ISO 639-1 code; ``en`` when nothing tells."""
    sample = text[:20000].casefold()
    if re.search(r"[\u3040-\u30ff]", sample):
        return "ja"
    if len(re.findall(r"[\u4e00-\u9fff]", sample)) > 0.2 * max(len(sample), 1):
        return "zh"
    words = Counter(re.findall(r"[^\W\d_]+", sample))
    counts = {
        code: sum(words[word] for word in small.split()) + 4 * sum(words[word] for word in _RESUME_WORDS[code].split())
        for code, small in _SMALL_WORDS.items()
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 3 else "en"


def is_told(text: str, share: float = 0.3) -> bool:
    """Whether a text is sentences rather than a list: long enough, and a third (or ``share``) of it small words of
    one language."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) < 9:
        return False
    most = max(sum(word in small for word in words) for small in (set(s.split()) for s in _SMALL_WORDS.values()))
    return most >= share * len(words)
