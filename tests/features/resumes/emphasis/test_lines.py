"""Marked texts are cut, joined and pasted without their emphasis ever slipping onto other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.emphasis import (
    Run,
    cut,
    good_link,
    joined,
    marks_of,
    pasted_html,
    pasted_text,
    runs,
)
from careercoach_desktop.features.resumes.model import Mark

pieces = st.lists(
    st.builds(Run, st.text("ab c🙂", min_size=1, max_size=5), st.booleans(), st.booleans(), st.sampled_from(["", "u"])),
    max_size=5,
)


def looks(text: str, marks: list[Mark]) -> list[tuple[str, bool, bool, str]]:
    """Every letter that is no space, with its look."""
    return [
        (letter, run.bold, run.italic, run.url)
        for run in runs(text, marks)
        for letter in run.text
        if not letter.isspace()
    ]


@given(pieces, st.integers(0, 30))
def test_what_is_cut_and_joined_again_says_the_same_in_the_same_look(made: list[Run], at: int) -> None:
    text, marks = "".join(run.text for run in made), marks_of(made)
    before, after = cut(text, marks, at)
    assert looks(*joined(before, after)) == looks(text, marks)


def test_a_mark_across_the_cut_is_on_both_sides() -> None:
    before, after = cut("Led the big team.", [Mark(start=4, end=11, bold=True)], 8)
    assert before == ("Led the", [Mark(start=4, end=7, bold=True)])
    assert after == ("big team.", [Mark(start=0, end=3, bold=True)])


def test_lines_of_a_plain_text_lose_the_signs_before_them() -> None:
    text = "• Built it\n\n  - Ran it\r\n1) Sold it\n-5 % churn"
    assert [line for line, _marks in pasted_text(text)] == ["Built it", "Ran it", "Sold it", "-5 % churn"]


def test_html_keeps_only_bold_italic_and_links() -> None:
    html = """<html><head><style>p {color: red}</style></head><body>
      <ul><li>Cut <b>run time</b> by <i style="color:red">half</i>,
        see <a href="https://a.example/x">the
        report</a></li><li><span style="font-weight:700">Led</span> <u>five</u>
        <a href="file:///etc/passwd">people</a><script>alert(1)</script></li></ul>"""
    assert pasted_html(html) == [
        ("Cut run time by half, see the report", [
            Mark(start=4, end=12, bold=True),
            Mark(start=16, end=20, italic=True),
            Mark(start=26, end=36, url="https://a.example/x"),
        ]),
        ("Led five people", [Mark(start=0, end=3, bold=True)]),
    ]  # fmt: skip


def test_a_bold_element_that_says_it_is_not_bold_is_not() -> None:
    assert pasted_html('<b style="font-weight:normal"><p>Plain</p></b>') == [("Plain", [])]


def test_html_without_end_is_read_as_far_as_it_goes() -> None:
    assert pasted_html("<p>One<p>Two <b>three") == [("One", []), ("Two three", [Mark(start=4, end=9, bold=True)])]


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://a.example", "https://a.example"),
        ("a.example/path", "https://a.example/path"),
        ("ines@caldeira.example", "mailto:ines@caldeira.example"),
        ("javascript:alert(1)", ""),
        ("file:///home", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_page_or_a_mailbox(typed: str, link: str) -> None:
    assert good_link(typed) == link
