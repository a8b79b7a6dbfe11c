"""Which story answers a question best, and which questions a story answers; each with a reason in a few words.

A question and a story about the same thing seldom share words (“a disagreement” · “our teams argued”), and the person
may write in another language than the question is in. So three things are compared: the themes both are about
(``resources/words/themes.txt``), the skills a question asks for, and other telling words by what they mean. A story
that is told whole goes before one that breaks off.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from careercoach_desktop.features.evidence.bank import BankQuestion
from careercoach_desktop.features.evidence.model import Story, StoryMatch, StoryText
from careercoach_desktop.features.evidence.truth.wording import is_content
from careercoach_desktop.features.evidence.vocabulary.meanings import keys, keys_of, root
from careercoach_desktop.features.evidence.vocabulary.tokens import stems
from careercoach_desktop.foundation.resources import resource

_THEME = 34.0
"""The theme a question is most about; each further one counts half of the one before, one of its key points a
quarter."""
_SKILL = 22.0
_WORD = 5.0
_MOST_WORDS = 5
_WHOLE = 16.0
"""Four told parts; a story that breaks off counts less."""
_ENOUGH = 20.0
"""What a story must have in common with a question to be named, apart from how whole it is."""
_OFFERED = 30.0
"""The same for a question that is offered for a story unasked: what the question is most about, at least."""
_LINKED = 100
_ASKING = frozenset(
    stems(
        "tell describe give example situation time when how what which why did would your you worked work role job "
        "something someone somebody answer question says names explains shows clear own different else first most "
        "person people story part honest"
    )
)
"""Words of asking, which say nothing of what is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, taken apart once."""

    themes: dict[str, float]
    """What it is about, with how much each counts: what its own words say first, and more than its key points."""
    words: frozenset[str]
    keys: frozenset[str]
    """What its words mean."""
    skills: tuple[str, ...]

    @staticmethod
    def of(text: str, key_points: Iterable[str] = (), skills: Sequence[str] = (), about: str = "") -> Asked:
        """``skills`` are what the question, or the posting behind it, looks for; ``about`` says what it is about."""
        words = [word for word in stems(text) if _telling(word)]
        themes: dict[str, float] = {}
        for said in (about, text, *skills):
            for theme in themes_in(said):
                themes.setdefault(theme, _THEME / 2 ** len(themes))
        for point in key_points:
            for theme in themes_in(point):
                themes.setdefault(theme, _THEME / 4)
        return Asked(themes, frozenset(words), frozenset(keys_of(set(words))), tuple(skills))


@dataclass(frozen=True, slots=True)
class _Told:
    """A story, taken apart once."""

    story: Story
    themes: tuple[str, ...]
    keys: dict[str, str]
    """What each of its words means → the word as written."""
    whole: float

    @staticmethod
    def of(story: Story) -> _Told:
        text = story.text
        said = _all_of(text)
        meant = {key: word for word in stems(said) if _telling(word) for key in keys(word)}
        told = sum(bool(part.strip()) for _name, part in text.parts)
        return _Told(story, themes_in(said), meant, told / len(text.parts))


class StoryRanking:
    """Stories, ready to be asked for any number of questions."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._told = [_Told.of(story) for story in stories]

    def best(
        self, question: str, key_points: Iterable[str] = (), skills: Sequence[str] = (), limit: int = 3
    ) -> list[StoryMatch]:
        """The stories that answer a question, the best first: those the person linked, then those that have enough in
        common with it. Nothing when none has."""
        asked = Asked.of(question, key_points, skills)
        found = [match for told in self._told if (match := _match(told, question, asked)) is not None]
        found.sort(key=lambda match: (-match.score, match.story.id))
        return found[:limit]


def best_questions(story: Story, questions: Iterable[BankQuestion], limit: int = 5) -> list[tuple[BankQuestion, str]]:
    """Which of these a story could answer, the best first, each with the reason; those it is linked to left out.
    Questions that ask for no story are passed over, and no two are after the same skill."""
    told = _Told.of(story)
    linked = {each.question for each in story.questions}
    found = []
    for question in questions:
        if not question.wants_story or question.text in linked:
            continue
        asked = Asked.of(question.text, question.key_points, about=question.category)
        match = _match(told, question.text, asked, _OFFERED)
        if match is not None:
            found.append((match.score, question, match.reason))
    found.sort(key=lambda each: (-each[0], each[1].id))
    kept: dict[str, tuple[BankQuestion, str]] = {}
    for _score, question, reason in found:
        kept.setdefault(question.category, (question, reason))
    return list(kept.values())[:limit]


def _match(told: _Told, question: str, asked: Asked, enough: float = _ENOUGH) -> StoryMatch | None:
    if any(each.question == question for each in told.story.questions):
        return StoryMatch(told.story, _LINKED, "You linked it to this question", linked=True)
    themes = [theme for theme in asked.themes if theme in told.themes]
    skills = [skill for skill in asked.skills if _says(told.keys, skill)]
    skills += [skill for skill in told.story.text.skills if skill not in skills and _says(asked.keys, skill)]
    words = _shared(told, asked)
    common = sum(asked.themes[theme] for theme in themes)
    common += sum(_SKILL / 2**at for at in range(len(skills)))
    common += _WORD * min(len(words), _MOST_WORDS)
    if common < enough:
        return None
    score = min(_LINKED - 1, round(common + _WHOLE * told.whole))
    return StoryMatch(told.story, score, _reason(themes, skills, words))


def _reason(themes: Sequence[str], skills: Sequence[str], words: Sequence[str]) -> str:
    if themes:
        return f"Both are about {themes[0]}"
    if skills:
        return f"It shows {skills[0]}"
    return "Both speak of " + " and ".join(f"“{word}”" for word in words[:2])


def _says(meanings: Container[str], skill: str) -> bool:
    """Whether every telling word of a skill is among these, in whatever language."""
    words = [word for word in stems(skill) if is_content(word)]
    return bool(words) and all(any(key in meanings for key in keys(word)) for word in words)


def _shared(told: _Told, asked: Asked) -> list[str]:
    found = {}
    for word in sorted(asked.words):
        if key := next((key for key in sorted(keys(word)) if key in told.keys), None):
            found[told.keys[key]] = word
    return list(found)


def _telling(word: str) -> bool:
    return is_content(word) and len(word) > 2 and word not in _ASKING


def _all_of(text: StoryText) -> str:
    return "\n".join((text.title, text.situation, text.task, text.action, text.result, " · ".join(text.skills)))


def themes_in(text: str) -> tuple[str, ...]:
    """The themes a text is about, the one with most words of it first."""
    words = stems(text)
    roots = tuple(root(word) for word in words)
    singles, phrases = _themes()
    counts: dict[str, int] = {}
    for word in dict.fromkeys(roots):
        for theme in singles.get(word, ()):
            counts[theme] = counts.get(theme, 0) + 1
    for phrase, of in phrases.items():
        if any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1)):
            for theme in of:
                counts[theme] = counts.get(theme, 0) + len(phrase)
    return tuple(sorted(counts, key=lambda theme: -counts[theme]))


@cache
def _themes() -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, ...], tuple[str, ...]]]:
    """Roots of single words → their themes; phrases → theirs."""
    singles: dict[str, list[str]] = {}
    phrases: dict[tuple[str, ...], list[str]] = {}
    for line in resource("words/themes.txt").read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        for wording in words.split(";"):
            phrase = stems(wording)
            single = len(phrase) == 1
            of = singles.setdefault(root(phrase[0]), []) if single else phrases.setdefault(phrase, [])
            if name not in of:
                of.append(name)
    return (
        {word: tuple(of) for word, of in singles.items()},
        {phrase: tuple(of) for phrase, of in phrases.items()},
    )
