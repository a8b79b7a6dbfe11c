"""A posting looked at without keeping it: a saved file or a page on the web, read in the child process.

No database: ``jobs read`` and ``match`` must not open anybody's data to answer.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Posting
    from careercoach_desktop.foundation.tasks.child import ChildProcess

STANDARD_INPUT = "-"


def is_address(source: str) -> bool:
    """Whether this is a page on the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def look_at(source: str, child: ChildProcess) -> Posting:
    """The one posting at ``source``: an address, a file, or ``-`` for what is piped in.

    Raises UserError as ``PageFetcher.fetch``, ``read_posting`` and ``read_whole`` do.
    """
    from careercoach_desktop.features.jobs.capture import read_posting

    posting: Posting
    if is_address(source):
        from careercoach_desktop.foundation.clock import utc_now
        from careercoach_desktop.foundation.web.fetching import PageFetcher

        page = PageFetcher().fetch(source, typed_by_user=True)
        seen = utc_now().astimezone().date()
        posting = child.call(read_posting, page.body, page.url_final, page.url_final, page.charset, seen)
        return posting
    posting = child.call(read_posting, *read_source(source))
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
