"""Where in the original an entry stands, so that it is not given what the file says of another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pydantic import BaseModel

from careercoach_desktop.features.resumes.correcting.finding import Lines
from careercoach_desktop.features.resumes.editing import entries, id_of, trace_of
from careercoach_desktop.features.resumes.model import Region, ResumeData, Trace
from careercoach_desktop.foundation.documents.model import PageSize

_SHARED = ("name", "institution", "organization", "location", "url", "network", "issuer", "publisher", "awarder")
_TELLING = 6
"""A text of fewer letters may stand in many places."""


class Homes:
    """The lines of every entry, found from its traces."""

    def __init__(self, lines: Lines, pages: Sequence[PageSize], data: ResumeData) -> None:
        self._lines = lines
        self._pages = pages
        self._data = data
        self._known: dict[str, tuple[int, ...]] = {}

    def lines_of(self, entry: BaseModel) -> tuple[int, ...]:
        """Numbers of its lines, in order; empty when unknown."""
        entry_id = str(getattr(entry, "id", ""))
        if entry_id not in self._known:
            ids = {bullet.id for bullet in getattr(entry, "highlights", ())}
            found: set[int] = set()
            for path, trace in self._data.traces.items():
                if path in ids or path.startswith(f"{entry_id}."):
                    found.update(self._lines_with(trace))
            self._known[entry_id] = tuple(sorted(found))
        return self._known[entry_id]

    def is_home(self, entry: BaseModel, numbers: Sequence[int], window: int = 6) -> bool:
        """Whether every line stands at the entry's own ones; true when nobody knows where those are."""
        home = self.lines_of(entry)
        return not home or all(
            any(abs(number - own) <= window or self._lines.near(number, own) for own in home) for number in numbers
        )

    def is_taken(self, where: str, entry: BaseModel | None, name: str, value: object, numbers: Sequence[int]) -> bool:
        """Whether another entry of the list has this very value from one of these lines: then it is that entry's.
        An employer, school or place may be printed once for several, as long as this one has none of its own."""
        if name in _SHARED and not (entry is not None and getattr(entry, name)):
            return False
        return any(
            other is not entry
            and getattr(other, name) == value
            and (trace := trace_of(self._data, f"{id_of(other)}.{name}")) is not None
            and bool(set(self._lines_with(trace)).intersection(numbers))
            for other in entries(self._data, where)
        )

    def stand_together(self, numbers: Sequence[int], window: int = 6) -> bool:
        """Whether these lines could belong to one entry: none is far from all the others."""
        ordered = sorted(set(numbers))
        return all(after - before <= window or self._lines.near(before, after) for before, after in pairwise(ordered))

    def place_of(self, target: str) -> tuple[str, tuple[Region, ...]]:
        """What the original says where an entry or a bullet was read, and where that is."""
        traces = [trace for path, trace in self._data.traces.items() if path == target or path.startswith(f"{target}.")]
        numbers = sorted({number for trace in traces for number in self._lines_with(trace)})
        text = "\n".join(self._lines.line(number).text for number in numbers[:3])
        return text, tuple(region for trace in traces for region in trace.regions)

    def _lines_with(self, trace: Trace) -> list[int]:
        if trace.regions:
            return [number for number in range(len(self._lines)) if self._touches(number, trace.regions)]
        text = trace.text.strip()
        if len(text) < _TELLING:
            return []
        found = [number for number in range(len(self._lines)) if text in self._lines.line(number).text]
        return found if len(found) == 1 else []

    def _touches(self, number: int, regions: Sequence[Region]) -> bool:
        line = self._lines.line(number)
        if line.box is None or line.page >= len(self._pages):
            return False
        size = self._pages[line.page]
        for region in regions:
            middle = (region.top + region.bottom) / 2 * size.height
            across = (region.left + region.right) / 2 * size.width
            inside = line.box.top <= middle <= line.box.bottom and line.box.left <= across <= line.box.right
            if region.page == line.page and inside:
                return True
        return False
