"""Reads what a page, a saved file or a paste says about one job. Pure: no database, no network, no window.

This is the package's door. The readers behind it pull in parsers, and they run in a child process; the window's own
process imports only this file, so the imports wait until a reader is called.
"""

from __future__ import annotations

from datetime import date

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError

FILE_SUFFIXES = (".html", ".htm", ".txt", ".md", ".markdown", ".json")
LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a posting with its pictures inside stays far below."""
MOST_LINKS = 500
"""At once: each is opened politely, one after the other on its site."""
NEED_A_BROWSER = frozenset({"page-needs-browser", "human-check"})
"""Refusals of a page that an installed browser may still be able to show."""
_OTHER_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How PDFs, Word files (new and old) and pictures begin."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def refuse_other_files(data: bytes, name: str) -> None:
    """Raises UserError ``not-a-page`` for what is neither a page nor a text: read as one, it would give nonsense."""
    if data.startswith(_OTHER_FILES) or (b"\x00" in data[:1024] and not data.startswith(_UTF16)):
        raise UserError(
            f"“{name}” is neither a saved page nor a text.",
            "Open it, copy the posting’s text and paste that instead.",
            code="not-a-page",
        )


def read_posting(data: bytes, name: str, url: str = "", charset: str = "", seen: date | None = None) -> Posting:
    """The one posting in ``data``: HTML, or a job board's JSON or XML answer.

    ``name``: the file's name, or the page's address again. ``url``: where the page is from, when known.
    ``charset``: what the server said. ``seen``: the day it was fetched, which makes "3 days ago" a date.
    Picklable, touches nothing outside.
    Raises ``UserError`` with one of the codes not-single-posting, page-needs-browser, login-wall, human-check,
    posting-closed, not-a-posting, not-a-page, page-too-large, page-too-complex.
    """
    refuse_other_files(data, name)
    from careercoach_desktop.features.jobs.capture.reading import read_posting as read

    return read(data, name, url, charset, seen)


def read_text(text: str, seen: date | None = None) -> Posting:
    """The posting in a paste. ``seen``: the day of the paste. Raises ``UserError`` (not-a-posting) without any text."""
    from careercoach_desktop.features.jobs.capture.pasted import read_text as read

    return read(text, seen)
