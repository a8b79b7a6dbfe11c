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
    from careercoach_desktop.features.jobs.model import Posting
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.web.fetching import FetchedPage
    from careercoach_desktop.foundation.web.rendering import PageRenderer

STANDARD_INPUT = "-"


def is_address(source: str) -> bool:
    """Whether this is a page on the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def look_at(source: str, child: ChildProcess, renderer: Callable[[], PageRenderer]) -> Posting:
    """The one posting at ``source``: an address, a file, or ``-`` for what is piped in.

    ``renderer`` is asked for only when a page needs a browser. Raises UserError as ``PageFetcher.fetch``,
    ``PageRenderer.render``, ``read_posting`` and ``read_whole`` do.
    """
    from careercoach_desktop.features.jobs.capture import read_posting

    if is_address(source):
        return _look_at_page(source, child, renderer)
    posting: Posting = child.call(read_posting, *read_source(source))
    return posting


def _look_at_page(address: str, child: ChildProcess, renderer: Callable[[], PageRenderer]) -> Posting:
    """Fetched plainly first; opened in the installed browser when that can't be read."""
    from careercoach_desktop.features.jobs.capture import NEED_A_BROWSER
    from careercoach_desktop.foundation.web.fetching import PageFetcher

    try:
        return _read(PageFetcher().fetch(address, typed_by_user=True), child)
    except UserError as problem:
        if problem.code not in NEED_A_BROWSER:
            raise
        opener = renderer()
        if opener.browser() is None:
            raise (opener.refusal() if problem.code == "page-needs-browser" else problem) from problem
    return _read(opener.render(address, typed_by_user=True, check_cancelled=lambda: None), child)


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
