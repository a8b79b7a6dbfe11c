"""What a person can do in practice: begin, answer, go on where they stopped, have answers weighed, look back.

Everything but Claude works without a key and without a network, and nothing that was answered waits for Claude: an
answer is in the file before anybody is asked about it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from careercoach_desktop.features.practice.service.base import Below
from careercoach_desktop.features.practice.service.telling_on import KeptStory, TellingOn
from careercoach_desktop.foundation.clock import utc_now

__all__ = ["Below", "KeptStory", "PracticeService"]


class PracticeService(TellingOn):
    """Verbs about a session, a question or an answer raise KeyError when it is not there. Thread-safe and synchronous;
    those that may take a moment (``answer`` measures the text, ``begin`` reads the bank) belong on ``Desk.run``."""

    def __init__(self, below: Below, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(below, now)
