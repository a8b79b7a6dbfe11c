"""What a story lacks to be told well: a part that is missing, a result without a figure, nobody who acts.

Only what can be told from its words, in any of the four languages; whether the story is good is not for rules to say.
"""

from __future__ import annotations

from functools import lru_cache

from careercoach_desktop.features.evidence.model import StoryGap, StoryText
from careercoach_desktop.features.evidence.truth.figures import Figure, calendar_years, figures
from careercoach_desktop.features.evidence.vocabulary.tokens import language_told, stems

_MISSING = {
    "situation": "It does not say where you were and what was going on.",
    "task": "It does not say what was yours to do.",
    "action": "It does not say what you did.",
    "result": "It does not say what came of it.",
}
_THIN_ACTION = 12
"""Fewer words than this say what was done, not how."""
_A_COUPLE = 2
_I = frozenset(stems("I my me myself ich mein meine meinem meinen meiner mir mich je j mon ma mes moi yo mi mis me"))
_WE = frozenset(stems("we our us wir unser unsere uns nous notre nos nosotros nosotras nuestro nuestra"))
_FIRST_PERSON_ENDINGS = ("é", "í")
"""Spanish says who acts by the verb’s end alone: “propuse” is missed, “calibré” is not."""


@lru_cache(maxsize=512)
def numbers_in(text: str) -> tuple[str, ...]:
    """Figures of a text as written; years of the calendar and a mere “two” left out."""
    years = [(start, end) for _year, start, end in calendar_years(text)]
    found = [figure.text for figure in figures(text, years) if _says_something(figure)]
    return tuple(dict.fromkeys(" ".join(each.split()) for each in found))


def _says_something(figure: Figure) -> bool:
    written = any(char.isdigit() for char in figure.text)
    return not figure.many and (written or bool(figure.unit) or max(figure.values) > _A_COUPLE)


def gaps(text: StoryText) -> tuple[StoryGap, ...]:
    """What it lacks, in the order of its parts."""
    found = [StoryGap(part, said) for part, said in _MISSING.items() if not getattr(text, part).strip()]
    action = stems(text.action)
    if action and len(action) < _THIN_ACTION:
        found.append(StoryGap("action", "It says what you did in a few words only; how you did it is what they ask."))
    elif action and _only_we(text.action, action):
        found.append(StoryGap("action", "It says “we”; they will ask what you did yourself."))
    if text.result.strip() and not numbers_in(text.result):
        found.append(StoryGap("result", "The result has no figure. If you have one, it says most."))
    order = list(_MISSING)
    return tuple(sorted(found, key=lambda gap: order.index(gap.part)))


def _only_we(text: str, words: tuple[str, ...]) -> bool:
    if _WE.isdisjoint(words) or not _I.isdisjoint(words):
        return False
    spanish = language_told(text) == "es"
    return not (spanish and any(word.casefold().endswith(_FIRST_PERSON_ENDINGS) for word in text.split()))
