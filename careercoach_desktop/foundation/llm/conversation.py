"""The few rounds one answer may take: going on after a pause, a longer limit after a cut-off, one repair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, cast

from pydantic import BaseModel

from careercoach_desktop.foundation.llm.citing import cited_in
from careercoach_desktop.foundation.llm.contact import Restored, Veil
from careercoach_desktop.foundation.llm.faults import fault, search_fault
from careercoach_desktop.foundation.llm.model import Answer, Request, Usage
from careercoach_desktop.foundation.llm.structured import is_an_object, read_answer, repair_request
from careercoach_desktop.foundation.llm.wire import Reply, Wire

T = TypeVar("T", bound=BaseModel)

MOST_PAUSES = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """A reply and what it cost (nano-dollars, None: unknown); ``kept``: it had been received before. ``key`` names it
    among the kept answers."""

    reply: Reply
    key: str
    call_id: int
    cost: int | None
    kept: bool


class Conversation(Generic[T]):
    """Holds one conversation; ``exchange`` sends a wire and gives its reply. ``limit``: the model's longest output;
    ``veil``: what the wire hides and the answer gets back."""

    def __init__(
        self, request: Request[T], exchange: Callable[[Wire], Exchange], limit: int | None, veil: Veil
    ) -> None:
        self._request = request
        self._exchange = exchange
        self._limit = limit
        self._veil = veil
        self._made: list[Exchange] = []
        self._paused: list[Reply] = []
        self.needs_words = False
        """Whether the server let the schema it was sent pass unheard: the answer was none of it."""

    @property
    def keys(self) -> list[str]:
        """What names the replies it has had so far among the kept answers."""
        return [made.key for made in self._made]

    def hold(self, wire: Wire) -> Answer[T]:
        """Raises UserError ``claude-declined``, ``-truncated``, ``-unreadable``, ``-too-long``, or the exchange's."""
        wire, reply = self._finished(wire)
        if self._request.searches:
            return self._cited(wire, reply)
        told = self._restored(reply)
        try:
            value = read_answer(told.text, self._request.output)
        except ValueError as problem:
            self.needs_words = wire.schema is not None and not is_an_object(told.text)
            output = self._request.output if self.needs_words else None
            complaint = repair_request(self._veil.hide(str(problem)), output)
            _, repaired = self._finished(wire.after(reply.blocks, complaint))
            told = self._restored(repaired)
            try:
                value = read_answer(told.text, self._request.output)
            except ValueError as again:
                raise fault("claude-unreadable") from again
        return replace(self._answer(value, wire.model), missing=told.missing)

    def _cited(self, wire: Wire, reply: Reply) -> Answer[T]:
        """What was found on the web, over all rounds of it. Raises UserError when nothing could be looked up."""
        blocks = [block for part in (*self._paused, reply) for block in part.blocks]
        try:
            cited = cited_in(blocks, cut=reply.stop == "max_tokens")
        except ValueError as problem:
            raise fault("claude-unreadable") from problem
        if cited.problems and not cited.has_sources and not cited.searches:
            raise search_fault(cited.problems[0])
        missing: list[str] = []
        pieces = []
        for piece in cited.pieces:
            told = self._veil.restore(piece.text)
            missing.extend(told.missing)
            pieces.append(piece.model_copy(update={"text": told.text}))
        value = cited.model_copy(update={"pieces": tuple(pieces)})
        answer = self._answer(cast("T", value), wire.model)  # an agent that searches asks for ``Cited``
        return replace(answer, missing=tuple(dict.fromkeys(missing)))

    def _restored(self, reply: Reply) -> Restored:
        return self._veil.restore(reply.text, in_json=True)

    def _finished(self, wire: Wire) -> tuple[Wire, Reply]:
        """The reply that is no pause and no fragment, and the wire that led to it."""
        pauses, lengthened = 0, False
        self._paused = []
        while True:
            made = self._exchange(wire)
            self._made.append(made)
            match made.reply.stop:
                case "pause_turn" if pauses < MOST_PAUSES:
                    pauses += 1
                    self._paused.append(made.reply)
                    wire = _with_what_is_left(wire.after(made.reply.blocks), made.reply.usage.searches)
                case "max_tokens" if wire.searches:
                    return wire, made.reply  # what came is of use, and searching again is paid for again
                case "max_tokens" if not lengthened and self._longer(wire) > wire.max_tokens:
                    lengthened = True
                    wire = replace(wire, max_tokens=self._longer(wire))
                case "max_tokens" | "pause_turn":
                    raise fault("claude-truncated")
                case "refusal":
                    raise _declined(made.reply)
                case "model_context_window_exceeded":
                    raise fault("claude-too-long")
                case _:
                    return wire, made.reply

    def _longer(self, wire: Wire) -> int:
        return min(wire.max_tokens * 2, self._limit or wire.max_tokens * 2)

    def _answer(self, value: T, model: str) -> Answer[T]:
        costs = [made.cost for made in self._made]
        known = [cost for cost in costs if cost is not None]
        return Answer(
            value=value,
            model=model,
            usage=_sum([made.reply.usage for made in self._made if not made.kept]),
            cost=sum(known) if len(known) == len(costs) else None,
            kept=all(made.kept for made in self._made),
            call_ids=tuple(made.call_id for made in self._made),
        )


def _with_what_is_left(wire: Wire, made: int) -> Wire:
    """The searches that may still be made: one at least, because a pause may come in the middle of one."""
    return replace(wire, searches=max(1, wire.searches - made)) if wire.searches else wire


def _declined(reply: Reply) -> Exception:
    error = fault("claude-declined")
    if reply.explanation:
        error.message = f"{error.message.rstrip('.')}: {reply.explanation.strip()}"
    return error


def _sum(usages: list[Usage]) -> Usage:
    return Usage(
        sum(one.input for one in usages),
        sum(one.output for one in usages),
        sum(one.cache_read for one in usages),
        sum(one.cache_write for one in usages),
        sum(one.searches for one in usages),
    )
