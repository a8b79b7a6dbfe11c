"""What has come of a reply is kept while the rest is coming, every few seconds: no end of the program loses more."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.protocol import OnText

log = logging.getLogger(__name__)

EVERY = 3.0
"""Seconds; most answers are there before."""


class Keeping:
    """Writes on a thread of its own: the one that brings the pieces brings those of other calls, too."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._guard = threading.Lock()
        self._writer: ThreadPoolExecutor | None = None

    def while_it_comes(self, call_id: int, on_text: OnText | None) -> OnText:
        """Hand its pieces to this."""
        pieces: list[str] = []
        due = time.monotonic() + EVERY

        def take(piece: str) -> None:
            nonlocal due
            pieces.append(piece)
            if on_text is not None:
                on_text(piece)
            if time.monotonic() >= due:
                due = time.monotonic() + EVERY
                self._keep(call_id, "".join(pieces))

        return take

    def stop(self) -> None:
        with self._guard:
            writer, self._writer = self._writer, None
        if writer is not None:
            writer.shutdown()

    def _keep(self, call_id: int, text: str) -> None:
        with self._guard:
            if self._writer is None:
                self._writer = ThreadPoolExecutor(1, thread_name_prefix="claude-keeping")
            self._writer.submit(self._write, call_id, text)

    def _write(self, call_id: int, text: str) -> None:
        try:
            self._ledger.keep_piece(call_id, text)
        except UserError as error:  # a full disk: the end of the call will say so to whoever waits for it
            log.warning("what had come of call %d was not kept: %s", call_id, error.code)
