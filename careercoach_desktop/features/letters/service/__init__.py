"""What a person can do with letters: have one outlined or written, edit it, have it checked, keep it, hand it over.

Nothing here runs quickly by promise: every change is checked in the child process (some tens of milliseconds), so the
window calls these verbs through ``Desk.work``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from careercoach_desktop.features.letters.service.base import Below
from careercoach_desktop.features.letters.service.editing import LINES
from careercoach_desktop.features.letters.service.handing_over import HandingOver
from careercoach_desktop.features.letters.service.writing import REWRITE, TASK_KINDS, WRITE, Writing
from careercoach_desktop.foundation.clock import utc_now

__all__ = ["LINES", "REWRITE", "TASK_KINDS", "WRITE", "Below", "LetterService"]


class LetterService(Writing, HandingOver):
    """Verbs about a letter raise KeyError when there is none; those that edit return what undo needs."""

    def __init__(self, below: Below, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(below, now)
