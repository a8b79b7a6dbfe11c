"""Random people set in random layouts that are none of ours, and read back."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.reading import read_resume
from tests.features.resumes.reading import other_layouts
from tests.features.resumes.reading.differences import differences
from tests.features.resumes.reading.invented import person
from tests.support.paper import pdf

WIDE = tuple(page for page in other_layouts.PAGES if page != "halves")
"""Pages whose columns leave the heads of entries on the lines they were written on."""


def wrong_in(chance: Random, pages: tuple[str, ...]) -> list[str]:
    """What is read wrongly from one random paper."""
    somebody = person(chance)
    look = other_layouts.style(chance, pages)
    paper = pdf(other_layouts.source(somebody, look, chance))
    return [f"{look}: {difference}" for difference in differences(somebody, look, read_resume(paper, "x.pdf").data)]


@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_everything_printed_is_read_whatever_the_layout(chance: Random) -> None:
    assert wrong_in(chance, WIDE) == []


def test_hardly_any_paper_of_two_narrow_columns_is_read_wrongly() -> None:
    wrong = [wrong_in(Random(seed), ("halves",)) for seed in range(40)]
    assert sum(bool(each) for each in wrong) <= 6, wrong
