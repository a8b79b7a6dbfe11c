"""An answer while it is being written: the best that can be made of a JSON object whose end has not come yet.

What is not there yet is empty (``""``, ``[]``, the field's default, or None); an entry of a list that is not whole
enough to be one is left out until it is, and half a number is none. Nothing here has passed the checks that a whole
answer passes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import from_json

T = TypeVar("T", bound=BaseModel)

EVERY = 0.05
"""Seconds between two looks: twenty a second are as smooth as one can read."""
_SHARE = 10
"""A look may take this part of the time, however long the answer is."""
_NOTHING = object()
_HALF_A_NUMBER = re.compile(r"(?<=\")(\s*:)\s*-?\d[\d.eE+-]*$")
_HALF_AN_ESCAPE = re.compile(r"((?<!\\)(?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?$")
_HALF_A_PAIR = re.compile(r"((?<!\\)(?:\\\\)*)\\u[dD][89abAB][0-9a-fA-F]{2}$")


class Growing(Generic[T]):
    """Hand it to ``Claude.ask`` as ``on_text``. ``grew`` is told of each new state on the thread that brings the
    pieces, at most twenty times a second (the last pieces may go untold: the whole answer follows at once, and
    ``value`` has them). An empty piece begins anew, as ``on_text`` promises. One thread feeds; any may read."""

    def __init__(
        self,
        output: type[T],
        grew: Callable[[T], object] = lambda _value: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._output = output
        self._grew = grew
        self._clock = clock
        self._pieces: list[str] = []
        self._next = 0.0

    def __call__(self, piece: str) -> None:
        """The next piece of the answer; an empty one: it begins anew."""
        if not piece:
            self._pieces = []
            return
        self._pieces.append(piece)
        now = self._clock()
        if now < self._next:
            return
        value = self.value
        self._next = max(now + EVERY, now + _SHARE * (self._clock() - now))
        if value is not None:
            self._grew(value)

    @property
    def text(self) -> str:
        """The JSON as far as it has come."""
        return "".join(self._pieces)

    @property
    def value(self) -> T | None:
        """What can be made of it; None before the object begins."""
        return partial_value(self.text, self._output)


def partial_value(text: str, output: type[T]) -> T | None:
    """The same for a text at hand."""
    begin = text.find("{")
    if begin < 0:
        return None
    try:
        told = from_json(_without_halves(text[begin:]), allow_partial="trailing-strings")
    except ValueError:
        return None
    return _filled(output, told) if isinstance(told, dict) else None


def _without_halves(text: str) -> str:
    """A number, or a sign that is written with a backslash, whose rest has not come."""
    end = _HALF_A_NUMBER.sub(r"\1", text[-40:])
    return text[:-40] + _HALF_A_PAIR.sub(r"\1", _HALF_AN_ESCAPE.sub(r"\1", end))


def _filled(output: type[T], told: dict[str, Any]) -> T:
    """The model with what is there, without its checks as a whole."""
    values: dict[str, Any] = {}
    for name, field in output.model_fields.items():
        value = _fitted(_annotation(field), told[key]) if (key := field.alias or name) in told else _NOTHING
        values[name] = _empty(field) if value is _NOTHING else value
    return output.model_construct(**values)


def _fitted(annotation: Any, told: Any) -> Any:
    """As the field's type has it; ``_NOTHING`` when it is not that (yet)."""
    kind = _bare(annotation)
    if kind is str and isinstance(told, str):
        return told  # its bounds are for the whole
    if get_origin(kind) in (list, tuple) and isinstance(told, list):
        inner = get_args(kind)[0]
        items = [item for each in told if (item := _fitted(inner, each)) is not _NOTHING]
        return items if get_origin(kind) is list else tuple(items)
    if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(told, dict):
        return _entry(kind, told)
    try:
        return _adapter(annotation).validate_python(told)
    except ValidationError:
        return _NOTHING


@lru_cache(maxsize=256)
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _entry(kind: type[BaseModel], told: dict[str, Any]) -> Any:
    """A part that is whole, or wants only what may be empty meanwhile."""
    try:
        return kind.model_validate(told)
    except ValidationError:
        pass
    needed = [
        (name, field)
        for name, field in kind.model_fields.items()
        if field.is_required() and _fitted_in(kind, name, told) is _NOTHING
    ]
    return _NOTHING if any(_empty(field) is None for _, field in needed) else _filled(kind, told)


def _fitted_in(kind: type[BaseModel], name: str, told: dict[str, Any]) -> Any:
    field = kind.model_fields[name]
    key = field.alias or name
    return _fitted(_annotation(field), told[key]) if key in told else _NOTHING


def _empty(field: FieldInfo) -> Any:
    """What stands in a field until it comes; None where nothing could."""
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    kind = _bare(field.annotation)
    if kind is str:
        return ""
    if get_origin(kind) in (list, tuple, dict):
        return get_origin(kind)()
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _filled(kind, {})
    return None


def _annotation(field: FieldInfo) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _bare(annotation: Any) -> Any:
    """Without its bounds, and without the None it may be instead."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        others = [each for each in get_args(annotation) if each is not NoneType]
        return _bare(others[0]) if len(others) == 1 else annotation
    return annotation
