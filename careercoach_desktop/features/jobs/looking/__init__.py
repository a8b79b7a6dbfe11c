"""A posting looked at without keeping it: a saved file or a page on the web, read in the child process.

No database: ``jobs read`` and ``match`` must not open anybody's data to answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.capture.boards import Place
    from careercoach_desktop.features.jobs.model import Posting
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.web.fetching import FetchedPage, PageFetcher
    from careercoach_desktop.foundation.web.rendering import PageRenderer

STANDARD_INPUT = "-"


def is_address(source: str) -> bool:
    """Whether this is a page on the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def look_at(
    source: str,
    child: ChildProcess,
    renderer: Callable[[], PageRenderer],
    fetcher: PageFetcher | None = None,
) -> Posting:
    """The one posting at ``source``: an address, a file, or ``-`` for what is piped in.

    ``renderer`` is asked for only when a page needs a browser. ``fetcher``: another than the usual one. Raises
    UserError as ``PageFetcher.fetch``, ``PageRenderer.render``, ``read_posting`` and ``read_whole`` do.
    """
    from careercoach_desktop.features.jobs.capture import read_posting

    if is_address(source):
        return _PageLook(source, child, renderer, fetcher).posting()
    posting: Posting = child.call(read_posting, *read_source(source))
    return posting


class _PageLook:
    """One page on the web, looked at: its board's endpoint first, then the page, then the page in a browser."""

    def __init__(
        self,
        address: str,
        child: ChildProcess,
        renderer: Callable[[], PageRenderer],
        fetcher: PageFetcher | None,
    ) -> None:
        from careercoach_desktop.features.jobs.looking.asking import BoardDoor
        from careercoach_desktop.foundation.web.fetching import PageFetcher

        self._address = address
        self._child = child
        self._renderer = renderer
        self._fetcher = fetcher or PageFetcher()
        self._boards = BoardDoor(self._fetcher)
        self._said: UserError | None = None

    def posting(self) -> Posting:
        """What the board says, else what the page says."""
        from careercoach_desktop.features.jobs.capture import NEED_A_BROWSER
        from careercoach_desktop.features.jobs.capture.boards import place_of

        place = self._child.call(place_of, self._address)
        try:
            return self._asked(place) or self._read_page(known=place is not None)
        except UserError as problem:
            if self._said is not None:
                raise self._said from problem
            if problem.code not in NEED_A_BROWSER:
                raise
            return self._in_browser(problem)

    def _asked(self, place: Place | None) -> Posting | None:
        if place is None:
            return None
        answer, self._said = self._boards.ask(place, self._address, self._child.call)
        return None if answer is None else answer.posting

    def _read_page(self, *, known: bool) -> Posting:
        from careercoach_desktop.features.jobs.capture.boards import place_behind

        page = self._fetcher.fetch(self._address, typed_by_user=True)
        if not known:
            posting = self._asked(self._child.call(place_behind, page.url_final, page.body, page.charset))
            self._said = None  # the page is there, whatever the board says of it
            if posting is not None:
                return posting
        return _read(page, self._child)

    def _in_browser(self, problem: UserError) -> Posting:
        from careercoach_desktop.features.jobs.capture.boards import place_behind, place_of

        opener = self._renderer()
        if opener.browser() is None:
            raise (opener.refusal() if problem.code == "page-needs-browser" else problem) from problem
        page = opener.render(self._address, typed_by_user=True, check_cancelled=lambda: None)
        if self._child.call(place_of, self._address) is None:
            posting = self._asked(self._child.call(place_behind, page.url_final, page.body, page.charset))
            if posting is not None:
                return posting
        return _read(page, self._child)


def _read(page: FetchedPage, child: ChildProcess) -> Posting:
    from careercoach_desktop.features.jobs.capture import read_posting
    from careercoach_desktop.foundation.clock import utc_now

    seen = utc_now().astimezone().date()
    posting: Posting = child.call(read_posting, page.body, page.url_final, page.url_final, page.charset, seen)
    return posting


def read_source(source: str) -> tuple[bytes, str]:
    """The bytes of a file or of standard input, and what to call them. UserError when they can't be had."""
    from careercoach_desktop.features.jobs.capture import LARGEST_FILE
    from careercoach_desktop.foundation.storage.files import read_whole

    too_large = UserError("This is too large for a posting.", "Paste only the posting’s text.", code="file-too-large")
    if source != STANDARD_INPUT:
        path = Path(source).expanduser()
        return read_whole(path, LARGEST_FILE, too_large), path.name
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise too_large
    return data, "standard input"
