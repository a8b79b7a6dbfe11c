"""Where an error came from, without what it says: messages quote résumés, notes and the rows of the database."""

from __future__ import annotations

import traceback


class BugElsewhere(Exception):  # noqa: N818 - says what happened, as events do
    """A bug in another process; its message is the ``frames`` of what was raised there."""


def frames(error: BaseException) -> str:
    """The types and frames of ``error`` and of what caused it, safe for the log and for a report of a bug."""
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        said = str(cause) if isinstance(cause, BugElsewhere) else type(cause).__name__
        parts.append(said + "\n" + "".join(traceback.format_tb(cause.__traceback__)))
        cause = cause.__cause__ or cause.__context__
    return "caused by ".join(parts)
