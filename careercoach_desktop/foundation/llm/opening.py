"""What a request becomes on its way out: contact details hidden, what stays marked for the prompt cache, the form of
the answer as a schema or in words, all as the model in question can take it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from careercoach_desktop.foundation.llm.contact import Veil, note_on
from careercoach_desktop.foundation.llm.model import ContactDetail, ModelOption, Part, Request
from careercoach_desktop.foundation.llm.prices import PriceList
from careercoach_desktop.foundation.llm.structured import asked_in_words
from careercoach_desktop.foundation.llm.tokens import guess_tokens
from careercoach_desktop.foundation.llm.wire import SYSTEM, Turn, Wire

T = TypeVar("T", bound=BaseModel)

MOST_MARKS = 4
"""As many as the API takes in one request."""
USUAL_MINIMUM = 1_024
"""Tokens the prompt cache wants at least, for a model of the vendor's that we know nothing of."""


class Openings:
    """Knows what each server said of its models in this session, and which of them had to be asked in words."""

    def __init__(self, prices: PriceList) -> None:
        self._prices = prices
        self._wordy: set[tuple[str, str]] = set()
        self._listed: dict[str, dict[str, ModelOption]] = {}

    def wire(self, request: Request[T], endpoint: str, model: str, veil: Veil) -> Wire:
        """The first exchange for a request."""
        option, limit = self.option(endpoint, model), self.limit(endpoint, model)
        longest = min(request.max_tokens, limit) if limit else request.max_tokens
        system, parts = veiled(request, veil)
        if request.searches:
            return self._searching(request, model, system, parts, longest, option)
        if self.is_wordy(endpoint, model) or (option is not None and option.structured_outputs is False):
            return _worded(Wire.opening(model, system, parts, longest), request.output)
        schema = request.output.model_json_schema()
        marks: tuple[int, ...] = ()
        if not endpoint or self._prices.knows(model):
            ours = self._prices.option(model)
            minimum = (ours and ours.cache_minimum) or USUAL_MINIMUM
            marks = marks_in(f"{schema}{system}", parts, minimum)
        effort = request.effort if option is not None and option.effort else None
        return replace(Wire.opening(model, system, parts, longest, marks), effort=effort, schema=schema)

    def can_search(self, endpoint: str, model: str) -> bool | None:
        """Whether the model can search the web, as its server says, or (the vendor's own) as we know; None while
        another server was not asked yet."""
        listed = self._listed.get(endpoint)
        if listed is not None and (option := listed.get(model)) is not None:
            return option.web_search if not endpoint else option.web_search is True
        if endpoint:
            return None if listed is None else False
        known = self._prices.option(model)
        return known.web_search if known is not None else None

    def note_unlisted(self, endpoint: str) -> None:
        """The server keeps no list of models, so nobody says what they can do."""
        self._listed.setdefault(endpoint, {})

    def _searching(
        self,
        request: Request[T],
        model: str,
        system: str,
        parts: tuple[Part, ...],
        longest: int,
        option: ModelOption | None,
    ) -> Wire:
        """Without a schema: an answer that names its pages is text."""
        effort = request.effort if option is not None and option.effort else None
        return replace(Wire.opening(model, system, parts, longest), effort=effort, searches=request.searches)

    def is_wordy(self, endpoint: str, model: str) -> bool:
        return (endpoint, model) in self._wordy

    def ask_in_words(self, endpoint: str, model: str) -> None:
        """It turned out that this one can't be held to a schema."""
        self._wordy.add((endpoint, model))

    def note_listed(self, endpoint: str, options: Iterable[ModelOption]) -> tuple[ModelOption, ...]:
        """Remember what the server told of its models; the same with what we know of them."""
        told = tuple(self._described(option) for option in options)
        self._listed[endpoint] = {option.id: option for option in told}
        return told

    def option(self, endpoint: str, model: str) -> ModelOption | None:
        listed = self._listed.get(endpoint, {}).get(model)
        return listed or self._prices.option(model)

    def limit(self, endpoint: str, model: str) -> int | None:
        """The most tokens the model may write; None when unknown."""
        option = self.option(endpoint, model)
        return option.max_output if option is not None else None

    def _described(self, option: ModelOption) -> ModelOption:
        ours = self._prices.option(option.id)
        if ours is None:
            return option
        return replace(
            option,
            good_for=ours.good_for,
            priced=ours.priced,
            cache_minimum=ours.cache_minimum,
            tokens_a_second=ours.tokens_a_second,
        )


def veil_for(request: Request[T], known: Iterable[ContactDetail], *, hidden: bool) -> Veil:
    """What a request hides; ``known``: details that every request hides, whatever its agent knew."""
    return Veil((*request.contact, *known)) if hidden and not request.shows_contact else Veil()


def veiled(request: Request[T], veil: Veil) -> tuple[str, tuple[Part, ...]]:
    """The system prompt and the parts as they may be sent. The first text with a placeholder says what those are, so
    that what stands before it is the same with and without them."""
    if not veil:
        return request.system, request.parts
    texts = [veil.hide(request.system), *(veil.hide(part.text) for part in request.parts)]
    first = next((number for number, text in enumerate(texts) if veil.placeholders_in(text)), None)
    if first is not None:
        note = note_on(veil.placeholders_in(texts[first]))
        texts[first] = f"{texts[first]}\n\n{note}" if first == 0 else f"{note}\n{texts[first]}"
    return texts[0], tuple(replace(part, text=text) for part, text in zip(request.parts, texts[1:], strict=True))


def marks_in(before: str, parts: tuple[Part, ...], minimum: int) -> tuple[int, ...]:
    """Where the prompt cache should keep what came so far: after the rules and after each of the last settled parts, as
    far as that is long enough to be kept. More marks cost no more: what stands before one is written once."""
    length, marks = guess_tokens(before), []
    if _is_worth_a_mark(length, minimum):
        marks.append(SYSTEM)
    last = max((number for number, part in enumerate(parts) if part.settled), default=-1)
    for number, part in enumerate(parts[: last + 1]):
        length += guess_tokens(part.text) + (part.attachment.tokens if part.attachment else 0)
        if part.settled and _is_worth_a_mark(length, minimum):
            marks.append(number)
    return tuple(marks[-MOST_MARKS:])


def _is_worth_a_mark(length: int, minimum: int) -> bool:
    """Our count may be a fifth off; a mark on too short a beginning costs nothing, but does nothing either."""
    return length * 5 >= minimum * 4


def _worded(wire: Wire, output: type[BaseModel]) -> Wire:
    first = wire.turns[0]
    words = {"type": "text", "text": asked_in_words(output)}
    return replace(wire, turns=(Turn(first.role, (*first.content, words)),))
