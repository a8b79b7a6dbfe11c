"""Orders: unknown values last both ways, one card's place without sorting all."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.filtering import board_key, in_order, ordering
from careercoach_desktop.features.jobs.model import JobCard, JobStatus, SortKey
from tests.features.jobs.filtering.test_sifting import card, cards


def titles(jobs: list[JobCard]) -> list[str]:
    return [job.title for job in jobs]


def test_titles_sort_without_case_and_accents_both_ways() -> None:
    jobs = [card(at, title=title) for at, title in enumerate(["éa", "Eb", "ab", "abc", "Z"], start=1)]
    assert titles(in_order(jobs, SortKey.TITLE)) == ["ab", "abc", "éa", "Eb", "Z"]
    assert titles(in_order(jobs, SortKey.TITLE, descending=True)) == ["Z", "Eb", "éa", "abc", "ab"]


@pytest.mark.parametrize("descending", [False, True])
def test_a_job_without_the_value_comes_last_either_way(descending: bool) -> None:
    jobs = [card(1, score=None), card(2, score=80), card(3, score=20)]
    assert in_order(jobs, SortKey.MATCH, descending=descending)[-1].id == 1


def test_equal_jobs_stand_as_on_the_board() -> None:
    jobs = [card(1, rank=3.0, score=50), card(2, rank=1.0, score=50), card(3, rank=1.0, score=50)]
    assert [one.id for one in in_order(jobs, SortKey.MATCH)] == [3, 2, 1]
    assert [one.id for one in in_order(jobs, SortKey.MATCH, descending=True)] == [3, 2, 1]


def test_by_hand_is_column_after_column() -> None:
    jobs = [card(1, status=JobStatus.APPLIED, rank=0.0), card(2, rank=5.0), card(3, rank=4.0)]
    assert [one.id for one in in_order(jobs, SortKey.MANUAL)] == [3, 2, 1]


@given(st.lists(cards, unique_by=lambda one: one.id, max_size=20), st.sampled_from(SortKey), st.booleans())
def test_turned_round_the_known_ones_are_the_other_way(jobs: list[JobCard], key: SortKey, descending: bool) -> None:
    """No card is lost, and every card's place can be found by its key alone."""
    order = ordering(key, descending=descending)
    keys = sorted(map(order, jobs))
    assert len(set(keys)) == len(jobs)
    if key is not SortKey.MANUAL:
        shown = in_order(jobs, key, descending=descending)
        assert [order(one) for one in shown] == keys
        assert [bisect_left(keys, order(one)) for one in shown] == list(range(len(shown)))


@given(st.lists(st.text(st.characters(max_codepoint=0x10FFFE), max_size=6), min_size=2, max_size=8, unique=True))
def test_texts_turned_round_are_exactly_the_other_way(texts: list[str]) -> None:
    jobs = [card(at, company=text, rank=0.0) for at, text in enumerate(texts, start=1)]
    up = [ordering(SortKey.COMPANY)(one)[1] for one in in_order(jobs, SortKey.COMPANY) if one.company]
    down = [one.company for one in in_order(jobs, SortKey.COMPANY, descending=True) if one.company]
    folded_down = [ordering(SortKey.COMPANY)(card(company=company))[1] for company in down]
    assert folded_down == up[::-1]


def test_the_boards_own_order_is_rank_then_newest() -> None:
    assert board_key(card(7, rank=2.0)) == (2.0, -7)
