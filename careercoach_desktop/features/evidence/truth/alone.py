"""What somebody says to have done alone: evidence of this very thing must say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import content_words
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_ALONE = re.compile(
    r"\b(?:independently|single-handed\w*|on my own|without supervision|eigenverantwortlich\w*|eigenständig\w*|"
    r"selbst(?:st)?ändig(?:e[nrs]?)?|"
    r"(?<!nicht )allein(?:e)? (?=(?:ge|ent|ver|be|ein|aus|auf|um|er|durch)\w+(?:t|en)\b)|all by myself|by myself|"
    r"toute? seule?|yo sol[oa]|(?<=[oéí]\s)sol[oa]|sin ayuda|sans aide|ohne hilfe|without help|unaided|"
    r"im alleingang|en (?:toute )?autonomie|de manière autonome|à moi seule?|de forma autónoma|en solitario|"
    r"por mi cuenta)\b",
    re.IGNORECASE,
)


def alone(said: Saying) -> Iterator[Found]:
    """ "Independently": what evidence tells of this very thing must say so."""
    for found in _ALONE.finditer(said.text):
        if said.voice.theirs(found.start(), found.end()):
            continue
        words = said.words_between(*said.part(found.start())) - content_words(tokenize(found[0]))
        words = words if len(words) > 2 else said.content - content_words(tokenize(found[0]))
        alike = said.likest(words, said.scope(found.start()), 2)
        if alike and not any(_ALONE.search(each.quote.text) for _, each in alike):
            yield Found(ClaimKind.STATEMENT, found[0], (), "Your evidence does not say that you did this alone.")
