"""Requirements, responsibilities and benefits, split out of a description by its headings."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.capture.markdown import from_text
from careercoach_desktop.features.jobs.capture.sections import items_of, section_named, split_sections


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What you'll do", "responsibilities"),
        ("Your responsibilities", "responsibilities"),
        ("Requirements", "requirements"),
        ("Who you are", "requirements"),
        ("What we offer", "benefits"),
        ("Ihre Aufgaben", "responsibilities"),
        ("Das bringst du mit", "requirements"),
        ("Wir bieten", "benefits"),
        ("Vos missions", "responsibilities"),
        ("Profil recherché", "requirements"),
        ("Ofrecemos", "benefits"),
        ("Co požadujeme", "requirements"),
        ("Nabízíme", "benefits"),
        ("Contact", ""),
    ],
)
def test_headings_of_many_languages(heading: str, section: str) -> None:
    assert section_named(heading) == section


def test_the_lists_land_under_their_headings() -> None:
    sections = split_sections(
        "We bake.\n\n## What you will do\n\n- Bake **bread**\n- Sell it\n\n**Requirements:**\n\n"
        "You should have:\n\n- An alarm clock\n\n"
        "## Contact\n\n- Ring the bell\n\nWHAT WE OFFER\n\nFree rolls."
    )
    assert sections.responsibilities == ["Bake bread", "Sell it"]
    assert sections.requirements == ["An alarm clock"]
    assert sections.benefits == ["Free rolls."]


def test_a_text_without_headings_has_no_sections() -> None:
    sections = split_sections("We bake bread.\n\n- one\n- two")
    assert not sections.requirements
    assert not sections.responsibilities
    assert not sections.benefits


def test_items_are_plain_words() -> None:
    assert items_of(from_text("- C++ & C#\n- 1_000 <rows>")) == ["C++ & C#", "1_000 <rows>"]
