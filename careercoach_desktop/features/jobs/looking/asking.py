"""A job board's own endpoint, asked for one posting: over https, on a host the board is known to answer at.

The answer is read in the child process before anybody believes in it: an endpoint may be gone, busy, or serve a page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from careercoach_desktop.features.jobs.capture.boards import Answer, Place, read_answer
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.foundation.web.fetching import PageFetcher

log = logging.getLogger(__name__)

InChild = Callable[..., Any]
"""Runs a function with its arguments in the child process."""


class BoardDoor:
    """Asks boards, through the fetcher that fetches pages."""

    def __init__(self, fetcher: PageFetcher) -> None:
        self._fetcher = fetcher

    def ask(
        self, place: Place, typed_url: str, in_child: InChild, check_cancelled: Callable[[], None] | None = None
    ) -> tuple[Answer | None, UserError | None]:
        """The posting at ``place`` as its board tells it; or None, and what the person should be told if the posting's
        page can't be read either (it is offline, or the board is busy: ``transient``)."""
        try:
            # the person typed this very host: it may be on a private network
            typed = _host(place.endpoint) == _host(typed_url)
            page = self._fetcher.ask(place.endpoint, trusted=typed, check_cancelled=check_cancelled)
            answer = in_child(read_answer, page.body, place, page.charset)
        except UserError as problem:
            log.info("The endpoint of %s was no use: %s", place.board, problem.code)
            return None, _worth_saying(place, problem)
        if not isinstance(answer, Answer):
            raise TypeError(f"a reader gave {type(answer).__name__} instead of an Answer")
        return answer, None


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
