"""Job boards' own public endpoints: which posting an address means, where to ask for it, what the answer says.

One small module per board; ``table`` lists them, so a new board is one file and one line. Pure like the rest of
``capture``: nothing here asks anybody anything. The boards' modules pull in parsers, so they are imported when a
function is called, in the child process; everybody else only needs ``Place`` and ``Answer``.
"""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.boards.board import Answer, Place

__all__ = ["Answer", "Place", "kept_answer", "place_behind", "place_of", "read_answer"]


def place_of(url: str) -> Place | None:
    """The posting that ``url`` names on a board we know by its host; None for every other address."""
    from careercoach_desktop.features.jobs.capture.boards.finding import place_of as find

    return find(url)


def place_behind(url: str, page: bytes, charset: str = "") -> Place | None:
    """The posting behind a page of a company's own site that shows which board it is made with.

    Only when the page's address names the posting and its HTML the board, and only one fits both: never a guess.
    """
    from careercoach_desktop.features.jobs.capture.boards.finding import place_behind as find

    return find(url, page, charset)


def read_answer(data: bytes, place: Place, charset: str = "") -> Answer:
    """The posting at ``place`` in the endpoint's answer. Raises ``UserError`` ``board-answer`` when it is not in it."""
    from careercoach_desktop.features.jobs.capture.boards.answers import read_answer as read

    return read(data, place, charset)


def kept_answer(name: str, url: str) -> Place | None:
    """The place an archived answer came from, by the name it was archived under (``Place.key``); None for a page."""
    parts = name.split(":", 2)
    return Place(parts[0], parts[1], parts[2], "", url) if url and len(parts) == 3 and all(parts) else None
