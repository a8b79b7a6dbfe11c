"""Whether a server can be reached, told when that changes and not at every failure."""

from __future__ import annotations

import threading

from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.model import ClaudeReached, ClaudeUnreachable
from careercoach_desktop.foundation.settings.endpoints import host_of


class Reach:
    """Thread-safe; endpoints as the settings have them."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._guard = threading.Lock()
        self._lost: set[str] = set()

    def lost(self, endpoint: str) -> None:
        """It could not be reached."""
        with self._guard:
            is_news = endpoint not in self._lost
            self._lost.add(endpoint)
        if is_news:
            self._bus.tell(ClaudeUnreachable(host_of(endpoint)))

    def found(self, endpoint: str) -> None:
        """It answered, whatever it said."""
        with self._guard:
            is_news = endpoint in self._lost
            self._lost.discard(endpoint)
        if is_news:
            self._bus.tell(ClaudeReached(host_of(endpoint)))
