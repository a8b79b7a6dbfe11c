"""What is put into the index, and what is found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One record's words. ``context`` says what it belongs to (company, place …); ``body`` may be long."""

    record: int
    title: str
    context: str = ""
    body: str = ""


@dataclass(frozen=True)
class SearchSource:
    """One kind of record that can be found; a feature names it in its manifest.

    ``kind`` is one lower-case word and stays the same for ever. ``title`` heads the group of its hits, ``page`` is
    where a hit is opened. ``entries(session, after, limit)`` gives the next ``limit`` records with an id above
    ``after``, in the order of their ids; it fills the index of a file that has none. Raise ``version`` when what is
    put into the index changes: every file is then filled afresh.
    """

    kind: str
    title: str
    icon: str
    page: str
    entries: Callable[[Any, int, int], Sequence[SearchEntry]]
    version: int = 1


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and where in it the searched words stand: (start, end) in characters."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; ``snippet`` is the part of its body where the words stand."""

    kind: str
    record: int
    title: Marked
    context: Marked
    snippet: Marked
