"""Only words are looked up, names are left alone, and without a dictionary nothing is ever wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from careercoach_desktop.foundation.spelling import Dictionary, Misspelling, Spelling, dictionaries_here


class Words:
    """A computer's dictionary with a handful of words."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.asked: list[str] = []

    def check(self, word: str, /) -> bool:
        self.asked.append(word)
        return word.casefold() in self._words

    def suggest(self, word: str, /) -> Sequence[str]:
        return [each for each in self._words if each[:2] == word[:2].casefold()]


ENGLISH = ("led", "a", "team", "of", "five", "in", "the", "colour", "don't", "built", "with", "reviews", "after")


def english(*more: Dictionary) -> Spelling:
    return Spelling(lambda language: [Words(*ENGLISH), *more] if language == "en" else ())


def wrong(text: str, language: str = "en", *, known: tuple[str, ...] = ()) -> list[str]:
    return [text[each.start : each.end] for each in english().misspelt(language, text, known)]


@pytest.mark.parametrize(
    ("text", "misspelt"),
    [
        ("Led a teem of five.", ["teem"]),
        ("Teem of five.", ["Teem"]),
        ("Led a team in Portoo.", []),
        ("Led SREs and built KubeFlow.", ["and"]),
        ("Built with numpy.array, v2beta and me@exmple.example.", ["and"]),
        ("Don’t, don't", []),
        ("Led teem-reviews", ["teem"]),
        ("Led 🚣 a teem.", ["teem"]),
        ("", []),
    ],
)
def test_what_is_called_wrong(text: str, misspelt: list[str]) -> None:
    assert wrong(text) == misspelt


def test_the_names_of_a_resume_are_right() -> None:
    assert wrong("Built with kubectl.", known=("kubectl",)) == []


def test_german_nouns_are_looked_up_though_they_are_capital() -> None:
    german = Spelling(lambda _language: [Words("leite", "die")])
    assert [each.start for each in german.misspelt("de", "Leite die Statoin")] == [10]


def test_a_word_that_one_of_several_dictionaries_knows_is_right() -> None:
    assert english(Words("color")).misspelt("en", "the color of the colour") == []


def test_what_may_have_been_meant_comes_along() -> None:
    assert english().misspelt("en", "Led a teem.") == [Misspelling(6, 10, ("team",))]


def test_no_word_is_asked_twice() -> None:
    words = Words(*ENGLISH)
    spelling = Spelling(lambda _language: [words])
    for _time in range(3):
        spelling.misspelt("en", "led a teem")
    assert sorted(words.asked) == ["led", "teem"]


def test_a_language_without_a_dictionary_is_never_wrong() -> None:
    assert wrong("Ledde a teem", "pt") == []


def test_a_computer_without_enchant_offers_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert dictionaries_here("en") == ()
