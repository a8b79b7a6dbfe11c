"""A file somebody attached, looked at in the child process: its words, for finding it. Files are hostile until read."""

from __future__ import annotations

from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.errors import UserError

LONGEST = 200_000
"""Letters of a file that are kept for finding and showing it."""


def words_of(data: bytes, name: str) -> str:
    """What the file says, line by line; empty for what has no words or can't be read (pictures, archives, programs)."""
    try:
        source = read_document(data, name)
    except UserError:
        return ""
    return "\n".join(line.text for line in source.lines)[:LONGEST]
