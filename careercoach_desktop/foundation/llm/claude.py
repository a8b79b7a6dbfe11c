"""Claude as everything above knows it: is it there, what would this cost, ask it.

An answer goes through the same gates every time: was exactly this asked before; is there a key; does the budget allow
it; a row in the ledger; the call; the reply stored before it is read; the reply checked against what the agent wants.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.batching import Batching, Gates
from careercoach_desktop.foundation.llm.contact import Restoring, Veil
from careercoach_desktop.foundation.llm.conversation import Conversation
from careercoach_desktop.foundation.llm.exchanging import Asking, Exchanges, Telling, expected
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.growing import partial_value
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger, month_name
from careercoach_desktop.foundation.llm.model import (
    Answer,
    Budget,
    ContactDetail,
    Estimate,
    ModelList,
    Outcome,
    Part,
    Purpose,
    Request,
    Sent,
    Status,
)
from careercoach_desktop.foundation.llm.opening import Openings, veil_for
from careercoach_desktop.foundation.llm.prices import PriceList, price_list
from careercoach_desktop.foundation.llm.protocol import Interruptible, LanguageModelDoor, OnText
from careercoach_desktop.foundation.llm.reach import Reach
from careercoach_desktop.foundation.llm.sent import packed, sent_of
from careercoach_desktop.foundation.llm.wire import CallBroken, Reply, Wire
from careercoach_desktop.foundation.settings.endpoints import host_of
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
_FIRST_WORD = 2.0
"""Seconds until a model usually begins."""
_RUBBISH = ("claude-unreadable", "claude-search-busy", "claude-search-unavailable")
"""What a reply was good for that is not to be found again."""
_MAYBE_FOR_THE_SCHEMA = ("claude-request-refused", "claude-unreadable")
"""How a server fails that can't be held to a schema, or not to this one."""


def claude_on(database: Database, *, asks_first: bool, keychain: Keychain | None = None) -> Claude:
    """The usual one, on an open database; see ``ClaudeKeys`` for ``asks_first``."""
    from careercoach_desktop.foundation.llm.adapter import AnthropicDoor

    settings, prices = SettingsService(database), price_list()
    keys = ClaudeKeys(keychain or Keychain(), settings, database.bus, asks_first=asks_first)
    return Claude(settings, keys, Ledger(database, prices), prices, AnthropicDoor(), database.bus)


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
        self._openings = Openings(prices)
        self._exchanges = Exchanges(settings, keys, ledger, prices, door, self._reach)
        self._known_contact: list[Callable[[], tuple[ContactDetail, ...]]] = []
        gates = Gates(settings, keys, ledger, prices, self._reach, self.budget, self._ways, self._openings.wire)
        self.batches = Batching(gates, door.batches, clock)

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
        return self._exchanges.budget()

    def lift_budget(self) -> str:
        """Let calls go on for the rest of this month; what to hand to ``put_back_lift`` for undo."""
        before = self._settings.current().claude_budget_lifted
        self._settings.choose(claude_budget_lifted=month_name(self._clock()))
        return before

    def put_back_lift(self, before: str = "") -> None:
        """Undo of ``lift_budget``; without its value: let the budget stop calls again."""
        self._settings.choose(claude_budget_lifted=before)

    def model_for(self, purpose: Purpose) -> str:
        return str(getattr(self._settings.current(), f"claude_model_{purpose.value}"))

    def is_wordy(self, purpose: Purpose) -> bool:
        """Whether this session found that the model can't be held to a schema (answers are checked and repaired)."""
        return self._openings.is_wordy(self._settings.current().claude_endpoint, self.model_for(purpose))

    def also_hide(self, known: Callable[[], tuple[ContactDetail, ...]]) -> None:
        """Contact details that are hidden in every request, whatever its agent knows of; asked for each time."""
        self._known_contact.append(known)

    def estimate(self, request: Request[T]) -> Estimate:
        """What ``request`` would take; nothing is sent for it."""
        model, endpoint, veil = self._ways(request)
        wire = self._openings.wire(request, endpoint, model, veil)
        option, left = self._openings.option(endpoint, model), self.budget().left
        made = Estimate(
            model,
            *(0, 0, 0),
            left=left,
            replaced=sent_of(wire).replaced,
            shows_contact=request.shows_contact,
            retires=option.retires if option else None,
        )
        if self.ledger.kept_reply(wire.key(request.agent, request.version, host_of(endpoint))) is not None:
            return replace(made, kept=True, seconds=0.0)
        used, received = expected(wire, request), request.expected_tokens
        speed = option.tokens_a_second if option else None
        usual = self.ledger.usual_seconds(request.agent, model)
        return replace(
            made,
            input_tokens=used.input,
            output_tokens=received,
            searches=used.searches,
            cost=self._prices.cost(model, used, search_price=self._exchanges.search_price),
            seconds=usual if usual is not None else _guessed_seconds(received, speed),
        )

    def preview(self, request: Request[T]) -> Sent:
        """Exactly what ``ask`` would send, contact details hidden; nothing is sent."""
        model, endpoint, veil = self._ways(request)
        names = [part.attachment.name if part.attachment else "" for part in request.parts]
        return sent_of(self._openings.wire(request, endpoint, model, veil), names)

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
        model, endpoint, veil = self._ways(request)
        if request.searches:
            self._see_that_it_searches(endpoint, model)
        asking = Asking(request, endpoint, waiting, task_id, subject, Telling(on_text, veil), fresh)
        exchange, limit = partial(self._exchanges.exchange, asking), self._openings.limit(endpoint, model)
        conversation = Conversation(request, exchange, limit, veil)
        with self._forgetting_rubbish(conversation):
            try:
                answer = conversation.hold(self._openings.wire(request, endpoint, model, veil))
            except UserError as error:
                if not self._may_need_words(endpoint, model) or error.code not in _MAYBE_FOR_THE_SCHEMA:
                    raise
                log.warning("%s is asked in words from now on: %s", model, error.code)
                self._openings.ask_in_words(endpoint, model)
                return conversation.hold(self._openings.wire(request, endpoint, model, veil))
        if conversation.needs_words and self._may_need_words(endpoint, model):
            log.warning("%s is asked in words from now on: it does not heed schemas", model)
            self._openings.ask_in_words(endpoint, model)
        return answer

    def search_problem(self, purpose: Purpose) -> UserError | None:
        """Why the web can't be searched, as far as that is known without asking the server; None when it may be."""
        if self._settings.current().claude_web_search == "off":
            return fault("claude-search-off")
        can = self._openings.can_search(self._settings.current().claude_endpoint, self.model_for(purpose))
        return fault("claude-no-search") if can is False else None

    def _see_that_it_searches(self, endpoint: str, model: str) -> None:
        """Raises UserError when the setting, the model or the server forbids it. Another server than the vendor's is
        asked what its models can do, once: it might take the request and answer from memory."""
        if self._settings.current().claude_web_search == "off":
            raise fault("claude-search-off")
        can = self._openings.can_search(endpoint, model)
        if can is None and endpoint:
            if not self.models().live:
                self._openings.note_unlisted(endpoint)
            can = self._openings.can_search(endpoint, model)
        if can is False:
            raise fault("claude-no-search")

    def unfinished(self, request: Request[T], task_id: int) -> T | None:
        """What had come of the answer when the task's last call was stopped, cut off or too long, or the program was
        killed, as ``growing`` makes the best of it; None when nothing had, or the call had its answer."""
        come = self.ledger.unfinished(task_id)
        if come is None:
            return None
        _, _, veil = self._ways(request)
        text = Restoring(veil).feed(Reply.from_json(come).text)
        return partial_value(text, request.output)

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
        options = self._openings.note_listed(endpoint, found)
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
            wire = Wire.opening(settings.claude_model_reading, "Be brief.", hello, _HELLO_TOKENS)
            host, sent = host_of(settings.claude_endpoint), packed(sent_of(wire))
            call_id = self.ledger.begin(HELLO, 1, wire.model, host, task_id=None, subject="", sent=sent)
            try:
                reply = self._door.send(settings.claude_endpoint, text, wire, on_text=None, waiting=None)
                said = reply.to_json()
                self.ledger.complete(call_id, Outcome.ANSWERED, reply.usage, model=wire.model, reply=said)
            except CallBroken as broken:
                self._exchanges.note_broken(call_id, wire, broken, settings.claude_endpoint)
                raise broken.error from broken
        self._reach.found(settings.claude_endpoint)

    def warm(self) -> None:
        """In an idle moment, when Claude may soon be asked: what prompts and calls are made with."""
        if self.is_ready():
            import_module("careercoach_desktop.foundation.llm.prompts")
            self._door.warm()

    def stop(self) -> None:
        self._door.stop()
        self._exchanges.stop()
        self.ledger.leave()

    @contextmanager
    def _forgetting_rubbish(self, conversation: Conversation[T]) -> Iterator[None]:
        """Replies that could not be read are not kept: who tries again is to get others. Of pauses without an end the
        last is not, so that who tries again goes on from the one before it."""
        try:
            yield
        except UserError as error:
            if error.code in _RUBBISH:
                self.ledger.forget_answers(conversation.keys)
            elif error.code == "claude-truncated":
                self.ledger.forget_answers(conversation.keys[-1:])
            raise

    def _may_need_words(self, endpoint: str, model: str) -> bool:
        """Whether nobody says that the model can be held to a schema, and it was held to one so far."""
        option = self._openings.option(endpoint, model)
        is_able = option is not None and option.structured_outputs is True
        return not is_able and not self._openings.is_wordy(endpoint, model)

    def _ways(self, request: Request[T]) -> tuple[str, str, Veil]:
        """The model and the server for a request, and what it hides."""
        settings = self._settings.current()
        known = [detail for each in self._known_contact for detail in each()]
        veil = veil_for(request, known, hidden=settings.claude_contact == "hidden")
        return self.model_for(request.purpose), settings.claude_endpoint, veil


def _guessed_seconds(tokens: int, speed: float | None) -> float | None:
    """For a first call, from how fast the model usually writes."""
    return None if speed is None else _FIRST_WORD + tokens / speed
