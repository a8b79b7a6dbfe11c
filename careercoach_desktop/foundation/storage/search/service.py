"""Searching everything in one call, and filling the index where it is missing or older than the program."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

from sqlalchemy.exc import DatabaseError

from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from careercoach_desktop.foundation.storage.search.model import Hit, SearchSource

log = logging.getLogger(__name__)

AT_ONCE = 40
"""Records put in with one transaction: another writer waits no longer than that takes."""


class SearchService:
    """``sources`` are the kinds of record there are, in the order their groups are shown."""

    def __init__(self, database: Database, sources: Sequence[SearchSource]) -> None:
        self._database = database
        self.sources = tuple(sources)
        self._stopping = threading.Event()
        self._filling = threading.Event()

    def search(self, text: str, kind: str | None = None, limit: int = 50) -> list[Hit]:
        """The best hits of all kinds, or of one, best first. Words may be in any order, the last one unfinished;
        accents and case do not matter, and any text is harmless."""
        with self._database.read() as session:
            return SearchIndex(session).search(text, kind, limit)

    def search_each(self, text: str, limit: int = 6) -> dict[str, list[Hit]]:
        """The best hits of every kind that has any, so that a thousand jobs do not hide the one résumé."""
        with self._database.read() as session:
            index = SearchIndex(session)
            found = {source.kind: index.search(text, source.kind, limit) for source in self.sources}
        return {kind: hits for kind, hits in found.items() if hits}

    def fill_stale(self) -> list[str]:
        """Fill the kinds a file of an earlier version lacks; which those were. Other writers get their turn."""
        with self._database.read() as session:
            index = SearchIndex(session)
            stale = [source for source in self.sources if index.version(source.kind) != source.version]
        if not stale:
            return []
        self._filling.set()
        try:
            return [source.kind for source in stale if self._fill(source)]
        finally:
            self._filling.clear()

    @property
    def is_filling(self) -> bool:
        """Whether records are being put in for the first time, so that not all of them are found yet."""
        return self._filling.is_set()

    def rebuild(self) -> int:
        """Make the whole index anew, whatever state it is in; how many records it holds then."""
        with self._database.write() as unit:
            SearchIndex(unit.session).clear()
        self.fill_stale()
        return self.count()

    def count(self) -> int:
        """How many records can be found."""
        with self._database.read() as session:
            found = session.connection().exec_driver_sql("SELECT count(*) FROM search_entry").scalar()
        return int(found or 0)

    def is_whole(self) -> bool:
        """Whether every kind is filled and the index does not contradict itself; takes a second with 10,000 jobs."""
        with self._database.write() as unit:
            index = SearchIndex(unit.session)
            if any(index.version(source.kind) != source.version for source in self.sources):
                return False
            try:
                index.check()
            except DatabaseError:
                return False
        return True

    def stop(self) -> None:
        """End a filling after the records it is at; it begins again at the next start."""
        self._stopping.set()

    def _fill(self, source: SearchSource) -> bool:
        """False when it was stopped before the end."""
        after, done = 0, False
        while not done:
            if self._stopping.is_set():
                return False
            with self._database.write() as unit:  # read and written at one moment: nothing can change in between
                entries = source.entries(unit.session, after, AT_ONCE)
                done = len(entries) < AT_ONCE
                last = None if done else entries[-1].record
                index = SearchIndex(unit.session)
                index.replace_range(source.kind, after, last, entries)
                if done:
                    index.set_version(source.kind, source.version)
                else:
                    after = entries[-1].record
        log.info("the search index of %s is filled", source.kind)
        return True
