"""Moving cards: where they land, what the timeline says, and that undo is exact."""

from __future__ import annotations

import itertools

import pytest

from careercoach_desktop.features.jobs.model import (
    ColumnOrder,
    JobsMoved,
    JobStatus,
    Posting,
    SampleJob,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.ranking import SMALLEST_GAP, ranks_between
from careercoach_desktop.foundation.storage.database import Database
from tests.features.jobs.conftest import Clock

INTERESTED, APPLIED = JobStatus.INTERESTED, JobStatus.APPLIED


def column(jobs: JobService, status: JobStatus) -> list[int]:
    return [card.id for card in jobs.cards() if card.status == status]


def moves(jobs: JobService, job_id: int) -> list[tuple[JobStatus | None, JobStatus | None]]:
    entries = [entry for entry in jobs.timeline(job_id) if entry.kind == TimelineKind.MOVED]
    return [(entry.from_status, entry.to_status) for entry in entries]


def test_new_jobs_come_on_top(jobs: JobService, five: list[int]) -> None:
    assert [card.title for card in jobs.cards()] == list("ABCDE")


def test_a_card_lands_above_the_one_it_was_dropped_on(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    jobs.move([d], INTERESTED, before=b)
    assert column(jobs, INTERESTED) == [a, d, b, c, e]


def test_dropping_on_no_card_puts_it_at_the_bottom(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    jobs.move([a], INTERESTED)
    assert column(jobs, INTERESTED) == [b, c, d, e, a]


def test_several_cards_keep_the_order_they_were_given_in(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    jobs.move([b], APPLIED)
    jobs.move([e, a, c], APPLIED, before=b)
    assert column(jobs, APPLIED) == [e, a, c, b]
    assert column(jobs, INTERESTED) == [d]


def test_a_group_dropped_above_one_of_itself_lands_where_that_one_stood(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    jobs.move([a, c], INTERESTED, before=c)
    assert column(jobs, INTERESTED) == [b, a, c, d, e]


def test_a_move_between_columns_is_told_and_dated(jobs: JobService, five: list[int], clock: Clock) -> None:
    job_id = five[0]
    jobs.move([job_id], APPLIED)
    moved_at = clock.now
    job = jobs.job(job_id)
    assert moves(jobs, job_id) == [(INTERESTED, APPLIED)]
    assert job.applied == moved_at
    assert job.entered_column == moved_at


def test_only_the_first_move_to_applied_sets_the_date(jobs: JobService, five: list[int]) -> None:
    job_id = five[0]
    jobs.move([job_id], APPLIED)
    first = jobs.job(job_id).applied
    jobs.move([job_id], JobStatus.REJECTED)
    jobs.move([job_id], APPLIED)
    assert jobs.job(job_id).applied == first


def test_reordering_a_column_is_not_an_event(jobs: JobService, five: list[int]) -> None:
    before = jobs.job(five[4])
    jobs.move([five[4]], INTERESTED, before=five[0])
    assert moves(jobs, five[4]) == []
    assert jobs.job(five[4]).entered_column == before.entered_column


def test_undoing_a_move_leaves_no_trace(jobs: JobService, five: list[int]) -> None:
    job_id = five[2]
    before = jobs.job(job_id)
    placements = jobs.move([job_id], APPLIED)
    jobs.put_back(placements)
    assert jobs.job(job_id) == before
    assert moves(jobs, job_id) == []
    assert column(jobs, INTERESTED) == five


def test_redoing_an_undone_move_records_it_again(jobs: JobService, five: list[int]) -> None:
    job_id = five[2]
    redo = jobs.put_back(jobs.move([job_id], APPLIED))
    undo = jobs.put_back(redo)
    assert jobs.job(job_id).status == APPLIED
    assert jobs.job(job_id).applied is not None
    assert moves(jobs, job_id) == [(INTERESTED, APPLIED)]
    jobs.put_back(undo)
    assert column(jobs, INTERESTED) == five


def test_undo_keeps_an_earlier_applied_date(jobs: JobService, five: list[int]) -> None:
    job_id = five[0]
    jobs.move([job_id], APPLIED)
    applied = jobs.job(job_id).applied
    jobs.put_back(jobs.move([job_id], JobStatus.OFFER_RECEIVED))
    assert jobs.job(job_id).applied == applied


def test_a_crowded_gap_is_numbered_afresh_and_still_undone_exactly(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    # Each move halves the gap below A: far more often than it can be halved.
    undo = [jobs.move([(b, c)[turn % 2]], INTERESTED, before=column(jobs, INTERESTED)[1]) for turn in range(60)]
    assert column(jobs, INTERESTED) == [a, c, b, d, e]
    ranks = [card.rank for card in jobs.cards()]
    assert min(low - high for high, low in itertools.pairwise(ranks)) >= SMALLEST_GAP / 2
    for placements in reversed(undo):
        jobs.put_back(placements)
    assert column(jobs, INTERESTED) == five


def test_jobs_removed_meanwhile_are_left_out(jobs: JobService, five: list[int]) -> None:
    jobs.delete([five[1]])
    assert [placement.job_id for placement in jobs.move(five[:2], APPLIED)] == [five[0]]
    assert jobs.move([five[1]], APPLIED) == []


def test_the_window_is_told_what_moved(jobs: JobService, five: list[int], database: Database) -> None:
    told: list[JobsMoved] = []
    database.bus.after(JobsMoved, told.append)
    jobs.move([five[3], five[1]], APPLIED)
    assert told == [JobsMoved((five[3], five[1]))]


def test_a_column_sorts_by_match_with_unknown_last_and_back(jobs: JobService, five: list[int]) -> None:
    a, b, c, d, e = five
    for job_id, score in ((b, 61), (d, 88), (e, 74)):
        jobs.record_match(job_id, score, "{}")
    placements = jobs.sort_column(INTERESTED, ColumnOrder.MATCH)
    assert column(jobs, INTERESTED) == [d, e, b, a, c]
    jobs.put_back(placements)
    assert column(jobs, INTERESTED) == five


def test_a_column_sorts_by_deadline(jobs: JobService, clock: Clock) -> None:
    today = clock.now.date()
    late, none, soon = (
        SampleJob(Posting(title=title, deadline=deadline), INTERESTED, clock())
        for title, deadline in (("late", today.replace(day=28)), ("none", None), ("soon", today.replace(day=9)))
    )
    ids = jobs.add_sample([late, none, soon])
    jobs.sort_column(INTERESTED, ColumnOrder.DEADLINE)
    assert column(jobs, INTERESTED) == [ids[2], ids[0], ids[1]]


@pytest.mark.parametrize(("above", "below"), [(None, None), (None, 5.0), (5.0, None), (5.0, 6.0), (-1e9, 1e9)])
def test_ranks_stand_between_their_neighbours_in_order(above: float | None, below: float | None) -> None:
    ranks = ranks_between(above, below, 7)
    assert ranks is not None
    fence = [rank for rank in (above, *ranks, below) if rank is not None]
    assert fence == sorted(set(fence))


def test_too_close_neighbours_have_no_room() -> None:
    assert ranks_between(1.0, 1.0 + SMALLEST_GAP, 1) is None
