"""What a person does to the paragraphs of a letter, each step with its way back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.ui.letter_saving import scope_of
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.foundation.uikit.undo import Change

Step = Callable[[], Awaitable[object]]


class LetterSteps:
    """Every method asks the service first and then remembers how to undo what was done."""

    def __init__(self, desk: Desk, letters: LetterService) -> None:
        self._desk = desk
        self._letters = letters

    async def add(self, letter_id: int, after: str | None, text: str = "") -> str:
        """A paragraph after another (None: before all); returns its name."""
        part: str = await self._run(self._letters.add_paragraph, letter_id, after, text)
        taken: list[Any] = []

        async def undo() -> None:
            taken[:] = await self._run(self._letters.remove_paragraph, letter_id, part)

        async def redo() -> None:
            await self._run(self._letters.put_paragraph, letter_id, *taken)

        self._push(letter_id, "adding a paragraph", undo, redo)
        return part

    async def split(self, letter_id: int, part: str, whole: str, at: int) -> str:
        """Two paragraphs of one; returns the name of the second."""
        left, right = whole[:at].rstrip(), whole[at:].lstrip()
        await self._run(self._letters.set_text, letter_id, part, left)
        second: str = await self._run(self._letters.add_paragraph, letter_id, part, right)
        taken: list[Any] = []

        async def undo() -> None:
            taken[:] = await self._run(self._letters.remove_paragraph, letter_id, second)
            await self._run(self._letters.set_text, letter_id, part, whole)

        async def redo() -> None:
            await self._run(self._letters.set_text, letter_id, part, left)
            await self._run(self._letters.put_paragraph, letter_id, *taken)

        self._push(letter_id, "beginning a paragraph", undo, redo)
        return second

    async def join(self, letter_id: int, upper: str, above: str, lower: str, joined: str) -> None:
        """The words of ``lower`` go to the end of ``upper``, which said ``above``."""

        async def redo() -> None:
            taken[:] = await self._run(self._letters.remove_paragraph, letter_id, lower)
            await self._run(self._letters.set_text, letter_id, upper, joined)

        async def undo() -> None:
            await self._run(self._letters.set_text, letter_id, upper, above)
            await self._run(self._letters.put_paragraph, letter_id, *taken)

        taken: list[Any] = []
        await redo()
        self._push(letter_id, "joining two paragraphs", undo, redo)

    async def remove(self, letter_id: int, part: str) -> Change:
        """Take a paragraph out; the change can be offered to be undone."""
        taken: list[Any] = []

        async def redo() -> None:
            taken[:] = await self._run(self._letters.remove_paragraph, letter_id, part)

        async def undo() -> None:
            await self._run(self._letters.put_paragraph, letter_id, *taken)

        await redo()
        return self._push(letter_id, "removing a paragraph", undo, redo)

    async def move(self, letter_id: int, part: str, to: int) -> None:
        before = await self._run(self._letters.move_paragraph, letter_id, part, to)
        if before != to:
            self._push(
                letter_id,
                "moving a paragraph",
                lambda: self._run(self._letters.move_paragraph, letter_id, part, before),
                lambda: self._run(self._letters.move_paragraph, letter_id, part, to),
            )

    async def accept(self, letter_id: int, part: str, *, accepted: bool) -> None:
        """Let what nothing proves stand, or take that back."""
        before = await self._run(self._letters.accept, letter_id, part, accepted)
        if before != accepted:
            self._push(
                letter_id,
                "letting it stand" if accepted else "marking it again",
                lambda: self._run(self._letters.accept, letter_id, part, before),
                lambda: self._run(self._letters.accept, letter_id, part, accepted),
            )

    async def remove_claim(self, letter_id: int, part: str, claim: Claim) -> Change:
        """Take out the sentence that claims it."""
        before = await self._run(self._letters.remove_claim, letter_id, part, claim)
        return self._push(
            letter_id,
            "removing what nothing proves",
            lambda: self._run(self._letters.set_text, letter_id, part, before),
            lambda: self._run(self._letters.remove_claim, letter_id, part, claim),
        )

    def rewritten(self, letter_id: int, part: str, before: str, after: str) -> Change:
        """A paragraph was written anew: the words before can be had back."""
        return self._push(
            letter_id,
            "writing a paragraph anew",
            lambda: self._run(self._letters.set_text, letter_id, part, before),
            lambda: self._run(self._letters.set_text, letter_id, part, after),
        )

    async def restore(self, letter_id: int, version_id: int) -> Change:
        """Go back to a saved version; what the letter says now is saved first, so that nothing is lost."""
        await self._run(self._letters.save_as_document, letter_id)
        before = await self._run(self._letters.restore, letter_id, version_id)
        return self._push(
            letter_id,
            "restoring a version",
            lambda: self._run(self._letters.put_draft, letter_id, before),
            lambda: self._run(self._letters.restore, letter_id, version_id),
        )

    async def discard(self, letter_id: int, shown: Callable[[int], object]) -> Change:
        """Throw a letter away; the one before it is the job's again. ``shown`` is told which one is back after undo."""
        letter = await self._run(self._letters.discard, letter_id)

        async def undo() -> None:
            await self._run(self._letters.put_back, letter)
            shown(letter_id)

        return self._desk.undo.push(
            "throwing the letter away", undo, lambda: self._run(self._letters.discard, letter_id)
        )

    async def _run(self, verb: Callable[..., Any], *args: object) -> Any:
        return await self._desk.run(verb, *args)

    def _push(self, letter_id: int, label: str, undo: Step, redo: Step) -> Change:
        return self._desk.undo.push(label, undo, redo, scope=scope_of(letter_id))
