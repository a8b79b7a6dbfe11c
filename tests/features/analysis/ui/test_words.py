"""What is said of a fix once it is done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercoach_desktop.features.analysis import rules
from careercoach_desktop.features.analysis.ui.words import done_words


def test_a_fix_says_what_it_has_done() -> None:
    assert done_words("Add the full stops") == "Added the full stops"
    assert done_words("Call it “Skills”") == "Called it “Skills”"


def test_there_are_words_for_every_fix() -> None:
    """The labels stand in the rules; each begins with a verb, written out."""
    sources = [path.read_text("utf-8") for path in Path(rules.__file__).parent.glob("*.py")]
    begun = {
        verb for source in sources for line in re.findall(r"\blabel ?= ?.*", source) for verb in VERB.findall(line)
    }
    assert len(begun) >= 5
    for verb in begun:
        done_words(f"{verb} it")


VERB = re.compile(r"\"([A-Z][a-z]+) ")


def test_another_verb_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        done_words("Undo it")
