"""One page, if it can be done without harm, and an honest answer if not."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.picture import preview
from careercoach_desktop.features.resumes.typeset.fitting import SMALLEST_PT, STEPS, Fit, smallest_step, step
from careercoach_desktop.features.resumes.typeset.pdf import TOO_LONG, typeset
from careercoach_desktop.features.resumes.typeset.templates import TEMPLATES

from .samples import long, sample, short, styled

FITTING = ["classic", "compact", "sidebar", "accent"]
"""Templates that hold Lena's résumé, of a page and a quarter, on one page."""


def sizes_of(document: bytes) -> set[float]:
    """Sizes of the letters on the first page, in points."""
    text = pypdfium2.PdfDocument(document)[0].get_textpage()
    return {
        round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, index), 2)
        for index in range(text.count_chars())
        if text.get_text_range(index, 1).isalpha()
    }


@pytest.mark.parametrize("template", FITTING)
def test_a_little_too_much_is_brought_onto_one_page(template: str) -> None:
    made = typeset(sample("lena-marsh"), styled(template, one_page=True))
    assert len(pypdfium2.PdfDocument(made.document)) == 1
    assert made.fits
    assert made.notes == ()


@pytest.mark.parametrize("template", [each.name for each in TEMPLATES])
def test_what_fits_anyway_is_left_as_it_is(template: str) -> None:
    as_designed = typeset(short(), styled(template)).document
    assert sizes_of(typeset(short(), styled(template, one_page=True)).document) == sizes_of(as_designed)


@pytest.mark.parametrize("template", [each.name for each in TEMPLATES])
def test_too_much_is_said_and_stays_readable(template: str) -> None:
    made = typeset(long(), styled(template, one_page=True))
    assert not made.fits
    assert made.notes == (TOO_LONG,)
    assert sizes_of(made.document) == sizes_of(typeset(long(), styled(template)).document)


def test_the_preview_tells_that_it_does_not_fit() -> None:
    shown = preview(long(), styled(one_page=True), 200, 2)
    assert (shown.fits, shown.notes) == (False, (TOO_LONG,))
    assert shown.page_count > 2


def test_running_text_never_becomes_smaller_than_8_5_points() -> None:
    for template in TEMPLATES:
        tightest = step(STEPS, template.size_pt)
        assert template.size_pt * tightest.size >= SMALLEST_PT - 0.01
        assert tightest.space >= 0.5
    assert step(0, 10.0) == Fit()


def test_white_space_gives_way_before_the_text_does() -> None:
    middle = step(STEPS // 2, 10.0)
    assert middle.size == 1.0
    assert middle.space == step(STEPS, 10.0).space < 1.0


def test_lena_on_one_page_is_set_in_letters_of_a_readable_size() -> None:
    body = typeset(sample("lena-marsh"), styled("classic", one_page=True)).document
    assert min(sizes_of(body)) >= 8.5


@given(first=st.integers(0, STEPS + 3), guess=st.integers(0, STEPS))
def test_the_search_finds_the_first_step_that_fits_wherever_it_begins(first: int, guess: int) -> None:
    looks: list[int] = []

    def fits(number: int) -> bool:
        looks.append(number)
        return number >= first

    expected = first if first <= STEPS else None
    assert smallest_step(fits, guess) == expected
    if guess == first:
        assert len(looks) <= 2


def test_every_step_is_at_least_as_tight_as_the_one_before() -> None:
    steps = [step(number, 10.8) for number in range(STEPS + 1)]
    for wider, tighter in pairwise(steps):
        assert tighter.space <= wider.space
        assert tighter.margin <= wider.margin
        assert tighter.leading <= wider.leading
        assert tighter.size <= wider.size
