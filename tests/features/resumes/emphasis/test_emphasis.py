"""Bold, italic and links inside a bullet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.emphasis import Run, marks_of, moved, runs
from careercoach_desktop.features.resumes.model import Mark

PIECES = st.lists(
    st.builds(Run, st.text(min_size=1, max_size=8), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.example"])),
    max_size=6,
)  # fmt: skip


def test_a_bullet_is_cut_where_its_look_changes() -> None:
    text = "Cut the close from nine days to three"
    marks = [Mark(start=0, end=3, bold=True), Mark(start=8, end=13, url="https://close.example")]
    assert runs(text, marks) == (
        Run("Cut", bold=True),
        Run(" the "),
        Run("close", url="https://close.example"),
        Run(" from nine days to three"),
    )


def test_marks_beyond_the_text_and_over_each_other_change_no_letter() -> None:
    marks = [Mark(start=2, end=90, bold=True), Mark(start=0, end=4, italic=True), Mark(start=95, end=99, bold=True)]
    assert runs("Ledger", marks) == (Run("Ledg", italic=True), Run("er", bold=True))


@given(PIECES)
def test_runs_and_marks_say_the_same(pieces: list[Run]) -> None:
    text = "".join(piece.text for piece in pieces)
    marks = marks_of(pieces)
    assert "".join(run.text for run in runs(text, marks)) == text
    assert marks_of(runs(text, marks)) == marks


def test_marks_follow_their_words() -> None:
    before, after = "Led the audit of 40 suppliers", "In 2023, led the audit of 40 suppliers"
    marks = [Mark(start=17, end=29, bold=True)]
    (mark,) = moved(before, after, marks)
    assert after[mark.start : mark.end] == "40 suppliers"


def test_a_mark_whose_words_were_rewritten_is_dropped() -> None:
    assert moved("Led the audit of 40 suppliers", "Led the audit of vendors", [Mark(start=17, end=29, bold=True)]) == []
