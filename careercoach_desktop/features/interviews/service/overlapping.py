"""Which rounds take the same time. Whole days only meet whole days: a day on site leaves room for a call."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.interviews.store import Taken


def conflicts_among(rounds: Iterable[Taken]) -> dict[int, tuple[int, ...]]:
    """Round → those at its time, by id; only rounds that have any. In one pass over them in the order they begin."""
    found: dict[int, list[int]] = {}
    running: list[Taken] = []
    for one in sorted((each for each in rounds if not each.cancelled), key=lambda each: each.starts):
        running = [each for each in running if each.ends > one.starts]
        for other in running:
            if other.all_day is one.all_day:
                found.setdefault(one.id, []).append(other.id)
                found.setdefault(other.id, []).append(one.id)
        running.append(one)
    return {each: tuple(sorted(others)) for each, others in found.items()}
