"""Whether a file is one Claude could look at, and how many pages that would be; asked in the child process."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.foundation.documents.reading import only_pictures, page_sizes, sniff
from careercoach_desktop.foundation.errors import UserError

MOST_PAGES = 20
"""A résumé has few; the vendor takes 100."""
MOST_BYTES = 20 * 2**20
"""The vendor takes 32 MB in one request, and base64 makes four bytes of three."""


@dataclass(frozen=True, slots=True)
class Sendable:
    """``only_pictures``: nothing on its pages is text."""

    media_type: str
    pages: int
    only_pictures: bool = True


def sendable(data: bytes, file_name: str) -> Sendable | None:
    """None for what is no picture or PDF. Raises ``UserError``: as opening does, ``transcribe-too-large``."""
    media_type = sniff.media_type_of(data, file_name)
    if media_type not in sniff.PAGED:
        return None
    pages = len(page_sizes(data, media_type))
    if pages > MOST_PAGES or len(data) > MOST_BYTES:
        raise UserError(
            f"This file is too large to send to Claude: {MOST_PAGES} pages and {MOST_BYTES // 2**20} MB are the most.",
            "Save only the pages of the résumé as a new file and add that.",
            code="transcribe-too-large",
        )
    return Sendable(media_type, pages, only_pictures(data, media_type))
