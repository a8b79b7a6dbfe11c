"""Which posting an address or a page means, asked of every board in the table."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.boards.board import Address, Place, is_name
from careercoach_desktop.features.jobs.capture.boards.table import BOARDS
from careercoach_desktop.foundation.web.encoding import decode_page

_MOST_CHARACTERS = 3_000_000


def place_of(url: str) -> Place | None:
    """See the package's ``place_of``."""
    address = Address.of(url)
    if address is None:
        return None
    for board in BOARDS:
        place = board.recognise(address)
        if place is not None and _is_sound(place):
            return place
    return None


def place_behind(url: str, page: bytes, charset: str) -> Place | None:
    """See the package's ``place_behind``."""
    return place_of(url) or place_in(url, decode_page(page, charset))


def place_in(url: str, html: str) -> Place | None:
    """The place that the HTML of the page at ``url`` and that address lead to together."""
    address = Address.of(url)
    if address is None:
        return None
    html = html[:_MOST_CHARACTERS]
    found: dict[str, Place] = {}
    for board in BOARDS:
        if board.hint is not None and any(mark in html for mark in board.marks):
            place = board.hint(address, html)
            if place is not None and _is_sound(place):
                found[place.key] = place
    return next(iter(found.values())) if len(found) == 1 else None


def _is_sound(place: Place) -> bool:
    return is_name(place.slug) and is_name(place.id)
