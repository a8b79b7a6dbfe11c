"""The prompt cache: a prefix is found again byte by byte, for the same model and schema, for five minutes."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.support.claude.catalogue import Model
from tests.support.claude.request import Asked, tokens

LOOK_BACK = 20
"""How many blocks before a mark the API looks for an earlier prefix."""


@dataclass(frozen=True)
class Counted:
    """Input tokens of a request, none counted twice."""

    fresh: int
    read: int = 0
    written_5m: int = 0
    written_1h: int = 0

    @property
    def written(self) -> int:
        return self.written_5m + self.written_1h


class PromptCache:
    """``clock`` gives seconds; a test that wants five minutes to pass sets its own or calls ``pass_time``."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ahead = 0.0
        self._until: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def pass_time(self, seconds: float) -> None:
        self._ahead += seconds

    def count(self, asked: Asked, model: Model) -> Counted:
        """Read what is kept of this prompt and keep what it marks."""
        total = asked.tokens
        prefixes = _prefixes(asked)
        marks = [at for at, (_, size, lifetime) in enumerate(prefixes) if lifetime and size >= model.cache_minimum]
        if not marks:
            return Counted(total)
        now = self._clock() + self._ahead
        with self._lock:
            read_at = self._longest_kept(prefixes, marks, now)
            read = 0 if read_at is None else prefixes[read_at][1]
            done = read
            written = {300.0: 0, 3_600.0: 0}
            for at in marks:
                digest, size, lifetime = prefixes[at]
                assert lifetime is not None
                self._until[digest] = (now + lifetime, lifetime)
                written[lifetime] += max(0, size - done)
                done = max(done, size)
        return Counted(total - done, read, written[300.0], written[3_600.0])

    def _longest_kept(self, prefixes: list[tuple[str, int, float | None]], marks: list[int], now: float) -> int | None:
        """Being read keeps a prefix alive."""
        for mark in reversed(marks):
            for at in range(mark, max(-1, mark - LOOK_BACK), -1):
                digest = prefixes[at][0]
                until, lifetime = self._until.get(digest, (0.0, 0.0))
                if until > now:
                    self._until[digest] = (now + lifetime, lifetime)
                    return at
        return None


def _prefixes(asked: Asked) -> list[tuple[str, int, float | None]]:
    """For every end of a block: the prefix's digest, its tokens, and how long it should live if it is marked."""
    digest = hashlib.sha256(asked.model.encode())
    length = 0
    found = []
    for segment in asked.segments():
        digest.update(b"\0" + segment.text.encode())
        length += len(segment.text)
        found.append((digest.copy().hexdigest(), tokens(length), segment.lifetime))
    return found
