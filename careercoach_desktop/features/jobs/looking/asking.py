"""A job board's own endpoint, asked for one posting: over https, on a host the board is known to answer at.

The answer is read in the child process before anybody believes in it: an endpoint may be gone, busy, or serve a page.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from careercoach_desktop.features.jobs.capture.boards import Answer, Place, read_answer
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.foundation.web.fetching import FetchedPage, PageFetcher

log = logging.getLogger(__name__)

InChild = Callable[..., Any]
"""Runs a function with its arguments in the child process."""


REMEMBERED_SECONDS = 60.0
"""How long a whole board's answer serves its other postings: fifty links to one board are not fifty downloads of it."""
_MOST_REMEMBERED = 3


class BoardDoor:
    """Asks boards, through the fetcher that fetches pages. ``now``: seconds that only ever grow."""

    def __init__(self, fetcher: PageFetcher, now: Callable[[], float] = time.monotonic) -> None:
        self._fetcher = fetcher
        self._now = now
        self._guard = threading.Lock()
        self._whole_boards: dict[str, tuple[float, FetchedPage]] = {}

    def ask(
        self, place: Place, typed_url: str, in_child: InChild, check_cancelled: Callable[[], None] | None = None
    ) -> tuple[Answer | None, UserError | None]:
        """The posting at ``place`` as its board tells it; or None, and what the person should be told if the posting's
        page can't be read either (it is offline, or the board is busy: ``transient``)."""
        try:
            # the person typed this very host: it may be on a private network
            typed = _host(place.endpoint) == _host(typed_url)
            page = self._remembered(place.endpoint) or self._fetcher.ask(
                place.endpoint, trusted=typed, check_cancelled=check_cancelled
            )
            answer = in_child(read_answer, page.body, place, page.charset)
        except UserError as problem:
            log.info("The endpoint of %s was no use: %s", place.board, problem.code)
            return None, _worth_saying(place, problem)
        if not isinstance(answer, Answer):
            raise TypeError(f"a reader gave {type(answer).__name__} instead of an Answer")
        if len(answer.kept) < len(page.body) / 2:
            self._remember(place.endpoint, page)
        return answer, None

    def _remembered(self, endpoint: str) -> FetchedPage | None:
        with self._guard:
            then, page = self._whole_boards.get(endpoint, (float("-inf"), None))
            return page if self._now() - then <= REMEMBERED_SECONDS else None

    def _remember(self, endpoint: str, page: FetchedPage) -> None:
        """Keep a board's answer that held the posting it was asked for, from when it was first had."""
        with self._guard:
            now = self._now()
            fresh = {url: kept for url, kept in self._whole_boards.items() if now - kept[0] <= REMEMBERED_SECONDS}
            fresh.setdefault(endpoint, (now, page))
            self._whole_boards = dict(list(fresh.items())[-_MOST_REMEMBERED:])


def _worth_saying(place: Place, problem: UserError) -> UserError | None:
    if problem.code == "page-gone":
        return UserError(
            f"{place.label} says that this posting is no longer online.",
            "It may have been filled or taken down. If you have its text, paste it.",
            code="posting-closed",
        )
    return problem if problem.code == "site-busy" else None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
