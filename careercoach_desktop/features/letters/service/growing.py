"""A letter heard while it is written: pieces of JSON come in, drafts go out, some twenty times a second at most."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import from_json

TOLD_EVERY = 0.05
"""Seconds."""


class Hearing:
    """Called on the line's thread with every piece. ``first``: the field an answer begins with; an answer that is
    begun anew (a longer try, a repair) takes the place of the one before."""

    def __init__(
        self, first: str, tell: Callable[[Mapping[str, Any]], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._begins = re.compile(rf'\{{\s*"{first}"\s*:')
        self._tell = tell
        self._clock = clock
        self._said = ""
        self._told = float("-inf")

    def __call__(self, piece: str) -> None:
        self._said += piece
        if self._clock() - self._told >= TOLD_EVERY:
            self._told = self._clock()
            self._tell(self.value)

    @property
    def value(self) -> Mapping[str, Any]:
        """As much as has come; the last text may end in its middle."""
        starts = [found.start() for found in self._begins.finditer(self._said)]
        if not starts:
            return {}
        try:
            value = from_json(self._said[starts[-1] :], allow_partial="trailing-strings")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}
