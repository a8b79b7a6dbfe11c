"""Whatever an attack writes, it stays inside its fence and our tags stay ours."""

from __future__ import annotations

import re
import unicodedata

import pytest

from careercoach_desktop.foundation.llm.prompts import fenced, tagless
from tests.support.attacks import ATTACKS, Attack, Carrier, posting

_UNSEEN = re.compile(r"[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_can_not_leave_its_fence(attack: Attack) -> None:
    tag = "posting" if attack.carrier is Carrier.POSTING else "resume"
    text = _as_read(fenced(posting(attack), tag))
    assert text.startswith(f"<{tag}>\n")
    assert text.endswith(f"\n</{tag}>")
    assert len(re.findall(rf"<\s*/?\s*{tag}\b", text, re.IGNORECASE)) == 2


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.closes], ids=lambda attack: attack.name)
def test_an_attack_can_not_forge_another_input(attack: Attack) -> None:
    text = _as_read(tagless(posting(attack), *attack.closes))
    assert not re.search(rf"<\s*/?\s*({'|'.join(attack.closes)})\b", text, re.IGNORECASE)


def test_the_attacks_have_names_of_their_own_and_something_to_obey() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert {attack.language for attack in ATTACKS} == {"en", "de", "fr", "es"}
    assert all(attack.obeyed or attack.skills or attack.score or attack.hides or attack.leaks for attack in ATTACKS)


@pytest.mark.parametrize("text", ["a < b", "<b>bold</b>", "‹ posten ›", "<postings>", "5 < posts", "<rulers>"])
def test_what_only_begins_like_a_tag_stays(text: str) -> None:
    assert tagless(text, "posting", "rules") == text


def _as_read(text: str) -> str:
    """As a model may take it: what looks alike is alike, what takes no room is not there."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return plain.translate(str.maketrans("\u0440\u0435\u2039\u203a", "pe<>"))
