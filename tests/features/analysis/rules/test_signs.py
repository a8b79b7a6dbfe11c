"""Signs that programs do not read as they look, each in its own finding."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.model import Finding
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import ENGLISH, found, with_bullets


def of(*texts: str, language: str = "en") -> dict[str, Finding]:
    data = with_bullets(*ENGLISH, *texts, language=language)
    return {rule: finding for rule, finding in found(data).items() if rule.endswith("-signs")}


def test_plain_text_says_nothing() -> None:
    kept = "Cut costs by 18 % – “the best year yet”, said the café’s owner (€2.4m, № 7, Zoë & Søren™)"
    assert of(kept) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Planned the tours of the \ufffdleet",
        "Called \ue012 every customer",
        "Led the te\u0430m of dispatchers",  # a Cyrillic a
        "Wrote a m\u03bfdel for demand",  # a Greek o
    ],
)
def test_letters_that_are_none(text: str) -> None:
    finding = of(text)["writing.unreadable-signs"]
    assert finding.places[0].quote.startswith(text[:6])


@pytest.mark.parametrize(
    ("text", "language"), [("Руководил командой из 12 человек", "ru"), ("Σχεδίασα διαδρομές", "el")]
)
def test_words_of_another_alphabet_are_words(text: str, language: str) -> None:
    assert "writing.unreadable-signs" not in of(text, language=language)


def test_small_pictures() -> None:
    data = maren()
    data.skills[0].keywords = ["Excel ★★★★☆", "SQL"]
    finding = found(data)["writing.drawn-signs"]
    assert finding.text == "One text holds small pictures such as “★”."
    assert "writing.drawn-signs" in of("Won the city run 🏃")


def test_signs_nobody_sees_are_removed_with_one_click() -> None:
    finding = of("Planned the of\ufb01ce move in De\u00adcem\u200bber")["writing.hidden-signs"]
    assert finding.fix is not None
    (correction,) = finding.fix.corrections
    assert correction.after == "Planned the office move in December"
