"""Where cards stand: moving them, putting them back, and ordering a column.

Every verb returns the placements it changed, so that ``put_back`` undoes it exactly. The timeline tells the truth:
a move that was undone did not stand, so its entry goes away with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from careercoach_desktop.features.jobs.model import (
    ColumnOrder,
    JobCard,
    JobChanged,
    JobsMoved,
    JobStatus,
    Placement,
)
from careercoach_desktop.features.jobs.service.applying import follow_move, unfollow_move
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.service.ranking import fresh_ranks, ranks_between
from careercoach_desktop.features.jobs.store import JobStore, Standing
from careercoach_desktop.foundation.storage.database import UnitOfWork


class BoardVerbs(JobVerbs):
    """The verbs of the board."""

    def move(
        self, job_ids: Sequence[int], status: JobStatus, before: int | None = None, *, reason: str = ""
    ) -> list[Placement]:
        """Put the cards, in the order given, into ``status`` just above ``before`` (None: at the bottom).

        Returns where every card it touched stood, the column's others included when it had to be numbered afresh.
        Moving to another status is recorded on the timeline, with ``reason``; the first move to APPLIED sets the
        applied date.
        Jobs removed meanwhile are left out.
        """
        with self._db.write() as unit:
            store = JobStore(unit.session)
            standings = store.standings(job_ids)
            moved = [standings[job_id] for job_id in dict.fromkeys(job_ids) if job_id in standings]
            if not moved:
                return []
            others = [(job_id, rank) for job_id, rank in store.column(status) if job_id not in standings]
            slot = _slot(store.column(status), set(standings), before)
            ranks, renumbered = _ranks(others, slot, len(moved))
            placements = [Placement(one.job_id, one.status, one.rank) for one in moved]
            now = self._now()
            places = zip(moved, ranks, strict=True)
            store.place([self._entering(unit, one, status, rank, now, reason=reason) for one, rank in places])
            if renumbered:
                neighbours = store.standings([job_id for job_id, _ in others])
                placements += [Placement(one.job_id, one.status, one.rank) for one in neighbours.values()]
                store.place([replace(neighbours[job_id], rank=rank) for job_id, rank in renumbered])
            unit.emit(JobsMoved(tuple(placement.job_id for placement in placements)))
            return placements

    def put_back(self, placements: Sequence[Placement]) -> list[Placement]:
        """Undo a move: every card returns to exactly where it stood, dates and timeline included.

        Returns where the cards stood just before, for redo. Putting a card somewhere it was not moved from
        (redo does that) counts as a move.
        """
        with self._db.write() as unit:
            store = JobStore(unit.session)
            standings = store.standings([placement.job_id for placement in placements])
            previous = [Placement(one.job_id, one.status, one.rank) for one in standings.values()]
            now = self._now()
            store.place(
                [
                    self._returning(unit, standings[placement.job_id], placement, now)
                    for placement in placements
                    if placement.job_id in standings
                ]
            )
            unit.emit(JobsMoved(tuple(standings)))
            return previous

    def sort_column(self, status: JobStatus, by: ColumnOrder) -> list[Placement]:
        """Order a whole column by match, deadline or age; returns where its cards stood."""
        with self._db.write() as unit:
            store = JobStore(unit.session)
            in_column = [card for card in store.cards() if card.status == status]
            wanted = sorted(in_column, key=_SORT_KEYS[by])
            standings = store.standings([card.id for card in in_column])
            ranks = fresh_ranks(len(wanted))
            store.place([replace(standings[card.id], rank=rank) for card, rank in zip(wanted, ranks, strict=True)])
            unit.emit(JobsMoved(tuple(standings)))
            return [Placement(one.job_id, one.status, one.rank) for one in standings.values()]

    def set_reason(self, job_ids: Sequence[int], status: JobStatus, reason: str) -> dict[int, str]:
        """Say why these jobs came into ``status``; returns what was said before, by job (``put_reasons`` undoes it).

        A job that has moved on meanwhile is left out.
        """
        with self._db.write() as unit:
            store = JobStore(unit.session)
            changes = {job_id: store.last_change(job_id) for job_id in job_ids}
            last = {job_id: change for job_id, change in changes.items() if change and change.to_status == status}
            for job_id, change in last.items():
                store.set_reason(change.id, reason.strip())
                unit.emit(JobChanged(job_id))
            return {job_id: change.reason for job_id, change in last.items()}

    def put_reasons(self, status: JobStatus, reasons: Mapping[int, str]) -> None:
        """Give each job's move into ``status`` the reason it had."""
        for job_id, reason in reasons.items():
            self.set_reason([job_id], status, reason)

    def _entering(
        self,
        unit: UnitOfWork,
        one: Standing,
        status: JobStatus,
        rank: float,
        now: datetime,
        *,
        reason: str = "",
        again: bool = False,
    ) -> Standing:
        if one.status == status:
            return replace(one, rank=rank)
        first_applied = status == JobStatus.APPLIED and one.applied is None
        JobStore(unit.session).add_change(one, status, now, first_applied=first_applied, reason=reason)
        follow_move(unit, one.job_id, status, now, again=again)
        applied = now if first_applied else one.applied
        return Standing(one.job_id, status, rank, entered_column=now, applied=applied)

    def _returning(self, unit: UnitOfWork, one: Standing, placement: Placement, now: datetime) -> Standing:
        store = JobStore(unit.session)
        change = store.last_change(one.job_id)
        undoes = change and (change.from_status, change.to_status) == (placement.status, one.status)
        if one.status == placement.status or change is None or not undoes:
            return self._entering(unit, one, placement.status, placement.rank, now, again=True)
        store.drop_change(change.id)
        unfollow_move(unit, one.job_id, change.at, now)
        applied = None if change.first_applied else one.applied
        return Standing(one.job_id, placement.status, placement.rank, change.previous_entered, applied)


def _slot(column: Sequence[tuple[int, float]], moving: set[int], before: int | None) -> int:
    """The index among the cards that stay, above which the moving ones go."""
    if before is None or before not in {job_id for job_id, _ in column}:
        return sum(job_id not in moving for job_id, _ in column)
    staying = 0
    for job_id, _rank in column:
        if job_id == before:
            break
        staying += job_id not in moving
    return staying


def _ranks(others: Sequence[tuple[int, float]], slot: int, count: int) -> tuple[list[float], list[tuple[int, float]]]:
    """Ranks for ``count`` cards above ``others[slot]``, and the others' new ranks when there was no room."""
    above = others[slot - 1][1] if slot > 0 else None
    below = others[slot][1] if slot < len(others) else None
    ranks = ranks_between(above, below, count)
    if ranks is not None:
        return ranks, []
    fresh = fresh_ranks(len(others) + count)
    staying = fresh[:slot] + fresh[slot + count :]
    return fresh[slot : slot + count], [(job_id, rank) for (job_id, _), rank in zip(others, staying, strict=True)]


def _by_match(card: JobCard) -> tuple[float, float]:
    return (-card.score if card.score is not None else 1.0, card.rank)


def _by_deadline(card: JobCard) -> tuple[bool, int, float]:
    return (card.deadline is None, card.deadline.toordinal() if card.deadline else 0, card.rank)


def _by_newest(card: JobCard) -> tuple[float, float]:
    return (-card.entered_column.timestamp(), card.rank)


_SORT_KEYS = {
    ColumnOrder.MATCH: _by_match,
    ColumnOrder.DEADLINE: _by_deadline,
    ColumnOrder.NEWEST: _by_newest,
}
