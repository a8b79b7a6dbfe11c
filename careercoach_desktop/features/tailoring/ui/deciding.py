"""What the person decides in the review, each as one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercoach_desktop.features.tailoring.model import Change, Decision
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.comparing import Section
    from careercoach_desktop.features.tailoring.service import EvidenceAdded, TailoringService


class Deciding:
    """Every verb is a coroutine for the desk to start."""

    def __init__(self, desk: Desk, tailoring: TailoringService) -> None:
        self._desk = desk
        self._tailoring = tailoring

    async def decide(self, tailoring_id: int, decisions: dict[str, Decision], label: str) -> None:
        before = await self._desk.run(self._tailoring.decide, tailoring_id, decisions)
        self._push(tailoring_id, label, before, decisions)

    async def decide_section(self, tailoring_id: int, part: Section, *, accept: bool) -> None:
        """All of a section that can be accepted, or all that are."""
        if accept:
            decisions = {change.id: Decision.ACCEPTED for change in part.acceptable}
            await self.decide(tailoring_id, decisions, f"Accept {part.title}")
        else:
            decisions = {change.id: Decision.REJECTED for change in part.changes}
            await self.decide(tailoring_id, decisions, f"Reject {part.title}")

    async def accept_all(self, tailoring_id: int) -> None:
        before = await self._desk.run(self._tailoring.accept_all_supported, tailoring_id)
        self._push(tailoring_id, "Accept all supported", before, dict.fromkeys(before, Decision.ACCEPTED))

    async def reword(self, tailoring_id: int, change: Change, text: str | None) -> None:
        before = await self._desk.run(self._tailoring.reword, tailoring_id, change.id, text)

        async def undo() -> None:
            await self._desk.run(self._tailoring.reword, tailoring_id, change.id, before)
            await self._desk.run(self._tailoring.decide, tailoring_id, {change.id: change.decision})

        async def redo() -> None:
            await self._desk.run(self._tailoring.reword, tailoring_id, change.id, text)

        self._desk.undo.push("Reword change", undo, redo)

    async def remove(self, tailoring_id: int, change_id: str) -> None:
        at, change = await self._desk.run(self._tailoring.remove, tailoring_id, change_id)

        async def undo() -> None:
            await self._desk.run(self._tailoring.put_back, tailoring_id, at, change)

        async def redo() -> None:
            await self._desk.run(self._tailoring.remove, tailoring_id, change_id)

        self._desk.undo.push("Remove proposal", undo, redo)

    async def state(self, tailoring_id: int, change_id: str) -> None:
        """The claim itself is the person's fact from now on."""
        added = await self._desk.run(self._tailoring.state_as_evidence, tailoring_id, change_id)
        self._told(tailoring_id, added)

    async def add_fact(self, tailoring_id: int, note: str) -> None:
        """A fact in the person's own words."""
        added = await self._desk.run(self._tailoring.add_evidence, tailoring_id, note)
        self._told(tailoring_id, added)

    def _told(self, tailoring_id: int, added: EvidenceAdded) -> None:
        async def undo() -> None:
            await self._desk.run(self._tailoring.take_back_evidence, tailoring_id, added)

        async def redo() -> None:
            await self._desk.run(self._tailoring.add_evidence, tailoring_id, added.note)

        self._desk.undo.push("Add as my evidence", undo, redo)
        self._desk.toast("Kept as your evidence and checked again.", tone="good")

    def _push(self, tailoring_id: int, label: str, before: dict[str, Decision], after: dict[str, Decision]) -> None:
        async def decide(decisions: dict[str, Decision]) -> None:
            await self._desk.run(self._tailoring.decide, tailoring_id, decisions)

        if before != after:
            self._desk.undo.push(label, lambda: decide(before), lambda: decide(after))
