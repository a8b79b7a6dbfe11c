"""What a model wrote, as it may be shown: no marks, no markup, nothing invisible, no address nobody vouches for."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.llm.saying import clipped, has_new_link, line_of


@pytest.mark.parametrize(
    "text",
    [
        "See https://evil.example for more.",
        "See http://evil.example/a?b=c.",
        "See www.evil.example.",
        "Write to jobs@evil.example.",
        "Look at evil.io, evil.dev or evil.net.",
        "Look at evil.co.uk/apply.",
    ],
)
def test_a_sentence_with_an_address_in_it_is_not_shown(text: str) -> None:
    assert clipped(text) == ""
    assert has_new_link(text, "Wrote https://mine.example, www.mine.example and me@mine.example.")


@pytest.mark.parametrize(
    "text",
    [
        "Moved 40 jobs to Node.js and ASP.NET.",
        "Cut it from 6.5 h to 50 min, i.e. by 87 %.",
        "Version 3.11 of Python, e.g. its asyncio.",
        "Led Vue.js, Socket.IO and .NET teams at Booking.",
    ],
)
def test_what_only_looks_like_one_is_shown(text: str) -> None:
    assert clipped(text) == text
    assert not has_new_link(text, "")


def test_an_address_that_stood_there_may_stay() -> None:
    mine = "Wrote https://mine.example/talks, see also mine.example.org and me@mine.example."
    assert not has_new_link(f"Better: {mine}", mine)


def test_an_address_longer_than_the_one_that_stood_there_is_new() -> None:
    assert has_new_link("See https://mine.example.evil.example", "See https://mine.example")


def test_marks_markup_and_invisible_signs_are_left_out() -> None:
    assert line_of("- **Cut**\u200b the\ncost", 80) == "Cut the cost"


def test_a_long_sentence_ends_at_a_word() -> None:
    assert clipped("word " * 100, 22) == "word word word word …"
