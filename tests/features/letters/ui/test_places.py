"""Where gaps and claims stand in a text."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.letters.ui.places import (
    characters,
    claim_place,
    claim_places,
    gaps,
    next_place,
    units,
)


def claim(text: str) -> Claim:
    return Claim(kind=ClaimKind.SKILL, text=text, supported=False)


def test_gaps_are_what_stands_in_brackets() -> None:
    text = "I like [why you like them] and [two]."
    assert [text[begin:end] for begin, end in gaps(text)] == ["[why you like them]", "[two]"]
    assert gaps("Nothing is left to fill in.") == []


@pytest.mark.parametrize(
    ("said", "claimed", "found"),
    [
        ("I ran Kafka in production.", "Apache Kafka", "Kafka"),
        ("I led a team of\n12 engineers.", "team of 12", "team of\n12"),
        ("At google I built it.", "Google", "google"),
        ("I have 112 and 12 of them.", "12", "12"),
        ("I led others.", "people management", None),
        ("He or she", "Or", "or"),
    ],
)
def test_a_claims_words_are_found_as_the_letter_says_them(said: str, claimed: str, found: str | None) -> None:
    place = claim_place(said, claim(claimed))
    assert (said[place[0] : place[1]] if place else None) == found


def test_a_number_is_not_found_inside_another() -> None:
    text = "I have 112 and 12 of them."
    assert claim_place(text, claim("12")) == (15, 17)


def test_claims_come_in_the_order_of_the_text() -> None:
    text = "Kafka at Snowfield"
    assert claim_places(text, [claim("Snowfield"), claim("Kafka"), claim("nothing of it")]) == [(0, 5), (9, 18)]


def test_the_next_place_is_after_the_cursor_and_the_one_before_ends_before_it() -> None:
    places = [(3, 5), (10, 12)]
    assert next_place(places, 0, 1) == (3, 5)
    assert next_place(places, 5, 1) == (10, 12)
    assert next_place(places, 12, 1) is None
    assert next_place(places, 10, -1) == (3, 5)
    assert next_place(places, 3, -1) is None


def test_characters_outside_the_basic_plane_count_twice_for_qt() -> None:
    text = "a\N{ROCKET}b"
    assert units(text) == 4
    assert [characters(text, at) for at in (0, 1, 3, 4)] == [0, 1, 2, 3]
