"""One exchange: a reply that was kept, or one that is sent for, written down and kept before anybody reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.llm.contact import Restoring, Veil
from careercoach_desktop.foundation.llm.conversation import Exchange
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.keeping import Keeping
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import NANO, Budget, Outcome, Request, Usage
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.protocol import Interruptible, LanguageModelDoor, OnText
from careercoach_desktop.foundation.llm.reach import Reach
from careercoach_desktop.foundation.llm.sent import packed, sent_of
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.wire import CallBroken, Reply, Wire
from careercoach_desktop.foundation.llm.words import PURPOSES, dollars
from careercoach_desktop.foundation.settings.endpoints import host_of, is_this_computer
from careercoach_desktop.foundation.settings.service import SettingsService

T = TypeVar("T", bound=BaseModel)

TOKENS_A_SEARCH = 8_000
"""What the pages of one search are likely to take of the prompt; the vendor's own example has 7,300."""
_REFUSED_TOOLS = ("claude-request-refused", "claude-search-not-allowed")
"""How another server answers that knows no search."""


class Telling:
    """Hands the pieces of one conversation's replies on, with the contact details back in their places."""

    def __init__(self, on_text: OnText | None, veil: Veil) -> None:
        self._on_text = on_text
        self._veil = veil
        self._restoring = Restoring(veil)
        self._has_told = False

    def begin(self) -> OnText | None:
        """For the next reply; what an earlier one said is void."""
        if self._on_text is None:
            return None
        if self._has_told:
            self._on_text("")
        self._restoring = Restoring(self._veil)
        return self._hand_on

    def end(self) -> None:
        """The reply is whole."""
        self._tell(self._restoring.rest())

    def _hand_on(self, piece: str) -> None:
        self._tell(self._restoring.feed(piece))

    def _tell(self, text: str) -> None:
        if text and self._on_text is not None:
            self._has_told = True
            self._on_text(text)


@dataclass(frozen=True, slots=True)
class Asking(Generic[T]):
    """One request on its way: where to, on whose behalf, and who waits."""

    request: Request[T]
    endpoint: str
    waiting: Interruptible | None
    task_id: int | None
    subject: str
    telling: Telling
    fresh: bool

    @property
    def names(self) -> list[str]:
        """Of the files among its parts, by the part's place."""
        return [part.attachment.name if part.attachment else "" for part in self.request.parts]


class Exchanges:
    """One per ``Claude``; thread-safe."""

    def __init__(
        self,
        settings: SettingsService,
        keys: ClaudeKeys,
        ledger: Ledger,
        prices: PriceList,
        door: LanguageModelDoor,
        reach: Reach,
    ) -> None:
        self._settings = settings
        self._keys = keys
        self._ledger = ledger
        self._prices = prices
        self._door = door
        self._reach = reach
        self._keeping = Keeping(ledger)

    def exchange(self, asking: Asking[T], wire: Wire) -> Exchange:
        """The reply to ``wire``. Raises UserError, and whatever ``asking.waiting`` raises when told to stop."""
        request, host = asking.request, host_of(asking.endpoint)
        key = wire.key(request.agent, request.version, host)
        kept = None if asking.fresh else self._ledger.kept_reply(key)
        if kept is not None:
            call_id = self._ledger.note_kept(
                request.agent, request.version, wire.model, host, task_id=asking.task_id, subject=asking.subject
            )
            return Exchange(Reply.from_json(kept), key, call_id, 0, kept=True)
        secret = self._keys.text()
        if secret is None:
            raise fault("claude-no-key")
        if asking.waiting is not None:
            asking.waiting.check_cancelled()
        call_id = self._begin(asking, wire)
        reply = self._sent(asking, wire, call_id, secret)
        outcome = {"refusal": Outcome.REFUSED, "max_tokens": Outcome.TRUNCATED}.get(reply.stop, Outcome.ANSWERED)
        is_of_use = outcome is Outcome.ANSWERED or (outcome is Outcome.TRUNCATED and wire.searches > 0)
        worth_keeping = is_of_use and reply.stop != "model_context_window_exceeded"
        call = self._ledger.complete(
            call_id,
            outcome,
            reply.usage,
            model=wire.model,
            first_token=reply.first_token,
            request_id=reply.request_id,
            key=key if worth_keeping else "",
            reply=reply.to_json(),
            limit=self._limit_in_force(),
            search_price=self.search_price,
        )
        self._reach.found(asking.endpoint)
        asking.telling.end()
        return Exchange(reply, key, call.id, call.cost, kept=False)

    def budget(self) -> Budget:
        """This month so far, and whether the person lets it go on."""
        settings = self._settings.current()
        return self._ledger.budget(settings.claude_monthly_budget, lifted=settings.claude_budget_lifted)

    @property
    def search_price(self) -> int:
        """Nano-dollars of one web search."""
        return round(self._settings.current().claude_search_price * NANO / 1_000)

    def stop(self) -> None:
        self._keeping.stop()

    def note_broken(self, call_id: int, wire: Wire, broken: CallBroken, endpoint: str) -> None:
        """Write down the end of a call that gave no whole reply, and keep what had come of one."""
        come, code = broken.come, broken.error.code
        is_cancelled = broken.outcome is Outcome.CANCELLED
        has_waited = is_cancelled or code == "claude-timeout"
        self._ledger.complete(
            call_id,
            broken.outcome,
            None if come.usage == Usage() and has_waited else come.usage,  # it may have been at work all that time
            model=wire.model,
            first_token=come.first_token,
            request_id=come.request_id,
            error="" if is_cancelled else code,
            reply=come.to_json() if come.text else "",
            limit=self._limit_in_force(),
            search_price=self.search_price,
        )
        if code == "claude-unreachable" and not is_cancelled:
            self._reach.lost(endpoint)
        elif code != "claude-timeout" and not is_cancelled:
            self._reach.found(endpoint)

    def _sent(self, asking: Asking[T], wire: Wire, call_id: int, secret: str) -> Reply:
        """Send it; a call that gives no reply has its end written down, whatever that was."""
        waiting = asking.waiting
        try:
            on_text = self._keeping.while_it_comes(call_id, asking.telling.begin())
            return self._door.send(asking.endpoint, secret, wire, on_text=on_text, waiting=waiting)
        except CallBroken as broken:
            self.note_broken(call_id, wire, broken, asking.endpoint)
            if waiting is not None and broken.outcome is Outcome.CANCELLED:
                waiting.check_cancelled()
            if broken.error.code == "claude-model-unknown":
                task = PURPOSES[asking.request.purpose]
                raise fault("claude-model-unknown", model=wire.model, task=task) from broken
            if wire.searches and asking.endpoint and broken.error.code in _REFUSED_TOOLS:
                raise fault("claude-no-search") from broken
            raise broken.error from broken
        except BaseException:  # a bug of ours; the row must not look as if it still waited
            self._ledger.complete(call_id, Outcome.FAILED, None, model=wire.model, error="bug")
            raise

    def _begin(self, asking: Asking[T], wire: Wire) -> int:
        """The call's row, when the budget allows it.

        A model on this computer whose price is unknown is taken to be free; one elsewhere passes while some is left."""
        request = asking.request
        cost = self._prices.cost(wire.model, expected(wire, request), search_price=self.search_price)
        limit = None if cost is None and is_this_computer(asking.endpoint) else self._limit_in_force()

        def check(spent: int, held: int) -> None:
            takes = "nobody knows how much" if cost is None else f"about {dollars(cost)}"
            refuse_beyond(limit, cost, spent, held, takes)

        return self._ledger.begin(
            request.agent,
            request.version,
            wire.model,
            host_of(asking.endpoint),
            task_id=asking.task_id,
            subject=asking.subject,
            estimate=cost or 0,
            check=check,
            sent=packed(sent_of(wire, asking.names)),
        )

    def _limit_in_force(self) -> int | None:
        budget = self.budget()
        return None if budget.lifted else budget.limit


def refuse_beyond(limit: int | None, cost: int | None, spent: int, held: int, takes: str) -> None:
    """UserError when ``cost`` (None: unknown) is more than is left of the month's ``limit``; ``takes`` says it in
    words. ``held`` is what calls under way may come to."""
    if limit is not None and (spent + held >= limit or spent + held + (cost or 0) > limit):
        raise fault("claude-budget-reached", spent=dollars(spent), limit=dollars(limit), takes=takes)


def tokens_of(wire: Wire, request: Request[T]) -> int:
    """What a wire is likely to take."""
    said = [str(block.get("text", "")) for turn in wire.turns for block in turn.content]
    files = sum(part.attachment.tokens for part in request.parts if part.attachment is not None)
    return guess_tokens(wire.system, *said, str(wire.schema or "")) + files


def expected(wire: Wire, request: Request[T]) -> Usage:
    """What asking is likely to use: for searches, all it may make."""
    found = TOKENS_A_SEARCH * wire.searches
    return Usage(tokens_of(wire, request) + found, request.expected_tokens, searches=wire.searches)
