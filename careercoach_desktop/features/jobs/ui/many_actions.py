"""What is done with one job or many at once: archive, tag, mark, give a deadline, score again; each with one undo.

A change is shown at once and stored in the background; should storing fail, the cards show again what the file says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.compare_dialog import compare_and_merge
from careercoach_desktop.features.jobs.ui.export_dialog import export_jobs
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

R = TypeVar("R")
Refresh = Callable[[Sequence[int]], Awaitable[None]]


class ManyActions:
    """``refresh(ids)`` shows the stored state of these cards."""

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards, refresh: Refresh) -> None:
        self._desk = desk
        self._service = service
        self._cards = cards
        self._refresh = refresh

    def known_tags(self) -> list[str]:
        """Every tag there is, the most used first, each in its most usual spelling."""
        counts = Counter(tag for card in self._cards.all().values() for tag in card.tags)
        spelled: dict[str, str] = {}
        for tag, _count in counts.most_common():
            spelled.setdefault(tag.casefold(), tag)
        return list(spelled.values())

    async def archive(self, job_ids: Sequence[int], *, archived: bool = True) -> None:
        """Take jobs off the board without removing them, or bring them back."""
        named = self._named(job_ids)
        painted = partial(replace, archived=archived)
        changed = await self._do(job_ids, painted, self._service.archive, list(job_ids), archived)
        if not changed:
            return

        async def undo() -> None:
            await self._desk.run(self._service.archive, changed, not archived, undoing=True)

        label = tr("Archive {0}") if archived else tr("Bring back {0}")
        done = tr("{0} archived") if archived else tr("{0} brought back")

        async def redo() -> None:
            await self._desk.run(self._service.archive, changed, archived)

        change = self._desk.undo.push(label.format(named), undo, redo)
        self._desk.offer_undo(done.format(named), change, action=tr("Undo"))

    async def tag(self, job_ids: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> None:
        """Add tags to all of them, and take others away."""
        before = await self._do(job_ids, None, self._service.tag, list(job_ids), list(add), list(remove))
        self._tags_changed(job_ids, before)

    async def set_tags(self, job_id: int, tags: Sequence[str]) -> None:
        """Give one job exactly these tags."""
        painted = partial(replace, tags=tuple(tags))
        before = await self._do([job_id], painted, self._service.put_tags, {job_id: tuple(tags)})
        self._tags_changed([job_id], before)

    async def set_priority(self, job_ids: Sequence[int], priority: bool) -> None:
        """Mark jobs as a priority, or no longer."""
        painted = partial(replace, priority=priority)
        changed = await self._do(job_ids, painted, self._service.set_priority_of, list(job_ids), priority)
        if not changed:
            return
        label = tr("Mark {0} as a priority") if priority else tr("Unmark {0} as a priority")

        async def mark(value: bool) -> None:
            await self._desk.run(self._service.set_priority_of, changed, value)

        self._desk.undo.push(label.format(self._named(job_ids)), lambda: mark(not priority), lambda: mark(priority))

    async def set_deadline(self, job_id: int, day: date | None) -> None:
        """Give one job a deadline, another one or none."""
        painted = partial(replace, deadline=day)
        before = await self._do([job_id], painted, self._service.edit, job_id, {"deadline": day})
        if not before:
            return

        async def undo() -> None:
            await self._desk.run(self._service.edit, job_id, before, undoing=True)

        async def redo() -> None:
            await self._desk.run(self._service.edit, job_id, {"deadline": day})

        self._desk.undo.push(tr("Deadline of {0}").format(self._named([job_id])), undo, redo)

    async def score_again(self, job_ids: Sequence[int]) -> None:
        """Match jobs anew, in the background."""
        count = await self._desk.run(self._service.score_again, list(job_ids))
        if count:
            self._desk.toast(tr("Matching {0} again in the background").format(count_word(count)))

    async def compare(self, job_ids: Sequence[int]) -> None:
        """Two cards side by side, to be merged if they are one job."""
        one, other = job_ids
        await compare_and_merge(self._desk, self._service, one, other)

    async def export(self, job_ids: Sequence[int]) -> None:
        """Write jobs into a file for other programs."""
        await export_jobs(self._desk, self._service, job_ids)

    def _tags_changed(self, job_ids: Sequence[int], before: Mapping[int, tuple[str, ...]]) -> None:
        if not before:
            return
        state = {"back": before, "forward": before}

        async def undo() -> None:
            state["forward"] = await self._desk.run(self._service.put_tags, state["back"])

        async def redo() -> None:
            state["back"] = await self._desk.run(self._service.put_tags, state["forward"])

        named = self._named(job_ids)
        change = self._desk.undo.push(tr("Tags of {0}").format(named), undo, redo)
        if len(job_ids) > 1:
            self._desk.offer_undo(tr("Tags of {0} changed").format(named), change, action=tr("Undo"))

    async def _do(
        self, job_ids: Sequence[int], painted: Callable[[JobCard], JobCard] | None, store: Callable[..., R], *given: Any
    ) -> R:
        """Show the change, store it, and give back what the verb returned."""
        cards = [card for card in map(self._cards.card, job_ids) if card is not None]
        if painted is not None:
            self._cards.put([painted(card) for card in cards])
        try:
            with self._cards.holding(job_ids):
                return await self._desk.run(store, *given)
        except BaseException:
            await self._refresh(job_ids)
            raise

    def _named(self, job_ids: Sequence[int]) -> str:
        card = self._cards.card(job_ids[0]) if len(job_ids) == 1 else None
        return f"“{card.title}”" if card is not None else count_word(len(job_ids))
