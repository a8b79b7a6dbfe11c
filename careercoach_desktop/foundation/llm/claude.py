"""Claude as everything above knows it: is it there, what would this cost, ask it.

An answer goes through the same gates every time: was exactly this asked before; is there a key; does the budget allow
it; a row in the ledger; the call; the reply stored before it is read; the reply checked against what the agent wants.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Generic, TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.batching import Batching, Gates
from careercoach_desktop.foundation.llm.conversation import Conversation, Exchange
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import (
    Answer,
    Budget,
    Estimate,
    ModelList,
    ModelOption,
    Outcome,
    Part,
    Purpose,
    Request,
    Status,
    Usage,
)
from careercoach_desktop.foundation.llm.prices import PriceList, price_list
from careercoach_desktop.foundation.llm.protocol import Interruptible, LanguageModelDoor, OnText
from careercoach_desktop.foundation.llm.reach import Reach
from careercoach_desktop.foundation.llm.structured import asked_in_words
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.wire import CallBroken, Reply, Turn, Wire
from careercoach_desktop.foundation.llm.words import dollars
from careercoach_desktop.foundation.settings.endpoints import host_of, is_this_computer
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database

T = TypeVar("T", bound=BaseModel)

log = logging.getLogger(__name__)

_NO_LIST = ("claude-model-unknown", "claude-garbled", "claude-request-refused")
"""How a server answers that keeps no list of models."""
HELLO = "hello"
"""The agent's name in the ledger when a server without such a list is tried."""
_HELLO_TOKENS = 64
_MAYBE_FOR_THE_SCHEMA = ("claude-request-refused", "claude-unreadable")
"""How a server fails that can't be held to a schema, or not to this one."""


def claude_on(database: Database, *, asks_first: bool, keychain: Keychain | None = None) -> Claude:
    """The usual one, on an open database; see ``ClaudeKeys`` for ``asks_first``."""
    from careercoach_desktop.foundation.llm.adapter import AnthropicDoor

    settings, prices = SettingsService(database), price_list()
    keys = ClaudeKeys(keychain or Keychain(), settings, database.bus, asks_first=asks_first)
    return Claude(settings, keys, Ledger(database, prices), prices, AnthropicDoor(), database.bus)


@dataclass(frozen=True, slots=True)
class _Asking(Generic[T]):
    """One request on its way: where to, on whose behalf, and who waits."""

    request: Request[T]
    endpoint: str
    waiting: Interruptible | None
    task_id: int | None
    subject: str
    on_text: OnText | None
    fresh: bool


class Claude:
    """One per workspace. Every method may touch disk or network: call it off the Qt thread."""

    def __init__(
        self,
        settings: SettingsService,
        keys: ClaudeKeys,
        ledger: Ledger,
        prices: PriceList,
        door: LanguageModelDoor,
        bus: Bus,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.keys = keys
        self.ledger = ledger
        self._settings = settings
        self._prices = prices
        self._door = door
        self._clock = clock
        self._reach = Reach(bus)
        self._wordy: set[tuple[str, str]] = set()
        self._listed: dict[str, dict[str, ModelOption]] = {}
        self.batches = Batching(self._gates(), ledger.database, door.batches, clock)

    def status(self) -> Status:
        """How things stand, without any call. Raises UserError ``keychain-locked``."""
        settings = self._settings.current()
        secret = self.keys.find()
        return Status(
            ready=self.keys.text() is not None,
            endpoint=settings.claude_endpoint,
            is_anthropic=not settings.claude_endpoint,
            key_place=secret.place.value if secret else "",
            key_hint=secret.hint if secret else "",
            keychain=self.keys.keychain.backend_name(),
            offers_environment=self.keys.offers_environment(),
            model_reading=settings.claude_model_reading,
            model_writing=settings.claude_model_writing,
        )

    def is_ready(self) -> bool:
        """Whether there is a key, or a server that needs none."""
        return self.keys.text() is not None

    def budget(self) -> Budget:
        """This month so far."""
        return self.ledger.budget(self._settings.current().claude_monthly_budget)

    def model_for(self, purpose: Purpose) -> str:
        return str(getattr(self._settings.current(), f"claude_model_{purpose.value}"))

    def is_wordy(self, purpose: Purpose) -> bool:
        """Whether this session found that the model can't be held to a schema (answers are checked and repaired)."""
        return (self._settings.current().claude_endpoint, self.model_for(purpose)) in self._wordy

    def estimate(self, request: Request[T]) -> Estimate:
        """What ``request`` would take; nothing is sent for it."""
        model = self.model_for(request.purpose)
        endpoint = self._settings.current().claude_endpoint
        wire = self._opening(request, endpoint, model)
        if self.ledger.kept_reply(wire.key(request.agent, request.version, host_of(endpoint))) is not None:
            return Estimate(model, 0, 0, 0, kept=True)
        sent = guess_tokens(request.system, *(part.text for part in request.parts), str(wire.schema or ""))
        sent += _attached_tokens(request)
        cost = self._prices.cost(model, Usage(sent, request.expected_tokens))
        return Estimate(model, sent, request.expected_tokens, cost)

    def ask(
        self,
        request: Request[T],
        *,
        waiting: Interruptible | None = None,
        task_id: int | None = None,
        subject: str = "",
        fresh: bool = False,
        on_text: OnText | None = None,
    ) -> Answer[T]:
        """The answer, checked. ``fresh``: ask anew even if exactly this was answered before. ``subject`` names the
        record it is about, as tasks do.

        Raises UserError with the codes of ``faults``; those worth repeating are ``transient``. When ``waiting`` is told
        to stop, the connection is closed, the ledger says so and ``waiting.check_cancelled`` raises.
        """
        endpoint, model = self._settings.current().claude_endpoint, self.model_for(request.purpose)
        asking = _Asking(request, endpoint, waiting, task_id, subject, on_text, fresh)
        conversation = Conversation(request, partial(self._exchange, asking), limit=self._limit(endpoint, model))
        with self._forgetting_rubbish(conversation):
            try:
                return conversation.hold(self._opening(request, endpoint, model))
            except UserError as error:
                option = self._option(endpoint, model)
                is_able = option is not None and option.structured_outputs is True
                if is_able or (endpoint, model) in self._wordy or error.code not in _MAYBE_FOR_THE_SCHEMA:
                    raise
                log.warning("%s is asked in words from now on: %s", model, error.code)
                self._wordy.add((endpoint, model))
                return conversation.hold(self._opening(request, endpoint, model))

    def models(self) -> ModelList:
        """What can be chosen: the server's own list, or ours of the vendor's models when that can't be had.

        Another server that keeps no list gives an empty one; raises UserError when it can't be reached.
        """
        endpoint, key = self._settings.current().claude_endpoint, self.keys.text()
        if key is None:
            return ModelList(self._prices.models, live=False, checked_on=self._prices.checked_on)
        try:
            found = self._door.models(endpoint, key)
        except UserError as error:
            if endpoint and error.code not in _NO_LIST:
                raise
            known = () if endpoint else self._prices.models
            return ModelList(known, live=False, checked_on=self._prices.checked_on)
        self._reach.found(endpoint)
        options = tuple(self._described(option) for option in found)
        self._listed[endpoint] = {option.id: option for option in options}
        return ModelList(options, live=True, checked_on=self._prices.checked_on)

    def test(self, key: str | None = None) -> None:
        """Raises UserError when the server does not accept the key (the kept one when None); costs nothing.

        A server of one's own that keeps no list of models is asked to say one word instead, which the ledger shows.
        """
        text = key.strip() if key is not None else self.keys.text()
        if text is None:
            raise fault("claude-no-key")
        settings = self._settings.current()
        try:
            self._door.models(settings.claude_endpoint, text)
        except UserError as error:
            if not settings.claude_endpoint or error.code not in _NO_LIST:
                raise
            hello = (Part("Say: yes"),)
            wire = Wire.opening(settings.claude_model_reading, "Be brief.", hello, _HELLO_TOKENS, marks=False)
            call_id = self.ledger.begin(
                HELLO, 1, wire.model, host_of(settings.claude_endpoint), task_id=None, subject=""
            )
            try:
                reply = self._door.send(settings.claude_endpoint, text, wire, on_text=None, waiting=None)
                self.ledger.complete(call_id, Outcome.ANSWERED, reply.usage, model=wire.model)
            except CallBroken as broken:
                self._note_broken(call_id, wire, broken, settings.claude_endpoint)
                raise broken.error from broken
        self._reach.found(settings.claude_endpoint)

    def warm(self) -> None:
        """In an idle moment, when Claude may soon be asked: what prompts and calls are made with."""
        if self.is_ready():
            import_module("careercoach_desktop.foundation.llm.prompts")
            self._door.warm()

    def stop(self) -> None:
        self._door.stop()
        self.ledger.leave()

    @contextmanager
    def _forgetting_rubbish(self, conversation: Conversation[T]) -> Iterator[None]:
        """Replies that could not be read are not kept: who tries again is to get others."""
        try:
            yield
        except UserError as error:
            if error.code == "claude-unreadable":
                self.ledger.forget_answers(conversation.keys)
            raise

    # One exchange ---------------------------------------------------------------------------------------------

    def _exchange(self, asking: _Asking[T], wire: Wire) -> Exchange:
        """The reply to ``wire``: the one kept, or one that is sent for, written down and kept before it is read."""
        request, host = asking.request, host_of(asking.endpoint)
        key = wire.key(request.agent, request.version, host)
        kept = None if asking.fresh else self.ledger.kept_reply(key)
        if kept is not None:
            call_id = self.ledger.note_kept(
                request.agent, request.version, wire.model, host, task_id=asking.task_id, subject=asking.subject
            )
            return Exchange(Reply.from_json(kept), key, call_id, 0, kept=True)
        secret = self.keys.text()
        if secret is None:
            raise fault("claude-no-key")
        if asking.waiting is not None:
            asking.waiting.check_cancelled()
        call_id = self._begin(asking, wire)
        reply = self._sent(asking, wire, call_id, secret)
        outcome = {"refusal": Outcome.REFUSED, "max_tokens": Outcome.TRUNCATED}.get(reply.stop, Outcome.ANSWERED)
        worth_keeping = outcome is not Outcome.REFUSED and reply.stop != "model_context_window_exceeded"
        call = self.ledger.complete(
            call_id,
            outcome,
            reply.usage,
            model=wire.model,
            first_token=reply.first_token,
            request_id=reply.request_id,
            key=key if worth_keeping else "",
            reply=reply.to_json(),
        )
        self._reach.found(asking.endpoint)
        return Exchange(reply, key, call.id, call.cost, kept=False)

    def _sent(self, asking: _Asking[T], wire: Wire, call_id: int, secret: str) -> Reply:
        """Send it; a call that gives no reply has its end written down, whatever that was."""
        waiting = asking.waiting
        try:
            return self._door.send(asking.endpoint, secret, wire, on_text=asking.on_text, waiting=waiting)
        except CallBroken as broken:
            self._note_broken(call_id, wire, broken, asking.endpoint)
            if waiting is not None and broken.outcome is Outcome.CANCELLED:
                waiting.check_cancelled()
            raise broken.error from broken
        except BaseException:  # a bug of ours; the row must not look as if it still waited
            self.ledger.complete(call_id, Outcome.FAILED, None, model=wire.model, error="bug")
            raise

    def _note_broken(self, call_id: int, wire: Wire, broken: CallBroken, endpoint: str) -> None:
        nothing_heard = broken.usage == Usage()
        is_cancelled = broken.outcome is Outcome.CANCELLED
        has_waited = is_cancelled or broken.error.code == "claude-timeout"
        self.ledger.complete(
            call_id,
            broken.outcome,
            None if nothing_heard and has_waited else broken.usage,  # it may have been at work all that time
            model=wire.model,
            first_token=broken.first_token,
            request_id=broken.request_id,
            error="" if is_cancelled else broken.error.code,
        )
        if broken.error.code == "claude-unreachable" and not is_cancelled:
            self._reach.lost(endpoint)
        elif broken.error.code != "claude-timeout" and not is_cancelled:
            self._reach.found(endpoint)

    def _begin(self, asking: _Asking[T], wire: Wire) -> int:
        """The call's row, when the budget allows it.

        A model on this computer whose price is unknown is taken to be free; one elsewhere passes while some is left."""
        said = [str(block.get("text", "")) for turn in wire.turns for block in turn.content]
        request = asking.request
        sent = guess_tokens(wire.system, *said, str(wire.schema or "")) + _attached_tokens(request)
        cost = self._prices.cost(wire.model, Usage(sent, request.expected_tokens))
        limit = None if cost is None and is_this_computer(asking.endpoint) else self.budget().limit

        def check(spent: int, held: int) -> None:
            if limit is not None and (spent + held >= limit or spent + held + (cost or 0) > limit):
                takes = "nobody knows how much" if cost is None else f"about {dollars(cost)}"
                raise fault("claude-budget-reached", spent=dollars(spent), limit=dollars(limit), takes=takes)

        return self.ledger.begin(
            request.agent,
            request.version,
            wire.model,
            host_of(asking.endpoint),
            task_id=asking.task_id,
            subject=asking.subject,
            estimate=cost or 0,
            check=check,
        )

    def _gates(self) -> Gates:
        """What batches share with single questions."""
        doors = (self._settings, self.keys, self.ledger, self._prices, self._reach)
        return Gates(*doors, self.budget, self.model_for, self._opening)

    def _opening(self, request: Request[T], endpoint: str, model: str) -> Wire:
        option = self._option(endpoint, model)
        limit = self._limit(endpoint, model)
        longest = min(request.max_tokens, limit) if limit else request.max_tokens
        if (endpoint, model) in self._wordy or (option is not None and option.structured_outputs is False):
            return self._worded(request, model, longest)
        marks = not endpoint or self._prices.knows(model)
        wire = Wire.opening(model, request.system, request.parts, longest, marks=marks)
        effort = request.effort if option is not None and option.effort else None
        return replace(wire, effort=effort, schema=request.output.model_json_schema())

    @staticmethod
    def _worded(request: Request[T], model: str, longest: int) -> Wire:
        wire = Wire.opening(model, request.system, request.parts, longest, marks=False)
        first = wire.turns[0]
        words = {"type": "text", "text": asked_in_words(request.output)}
        return replace(wire, turns=(Turn(first.role, (*first.content, words)),))

    def _option(self, endpoint: str, model: str) -> ModelOption | None:
        listed = self._listed.get(endpoint, {}).get(model)
        return listed or self._prices.option(model)

    def _limit(self, endpoint: str, model: str) -> int | None:
        """The most tokens the model may write; None when unknown."""
        option = self._option(endpoint, model)
        return option.max_output if option is not None else None

    def _described(self, option: ModelOption) -> ModelOption:
        ours = self._prices.option(option.id)
        return replace(option, good_for=ours.good_for if ours else "", priced=bool(ours and ours.priced))


def _attached_tokens(request: Request[T]) -> int:
    return sum(part.attachment.tokens for part in request.parts if part.attachment is not None)
