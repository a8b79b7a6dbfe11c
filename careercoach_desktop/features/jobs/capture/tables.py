"""Which tables of a page hold data: only those with a row of headings. The others lay a page out, or label facts."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.outline import BLOCKS, Outline

_MOST_ROWS = 60
_MOST_COLUMNS = 8
_LONGEST_CELL = 160
_OF_A_TABLE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})

Rows = list[list[int]]


def rows_of(outline: Outline, table: int) -> Rows:
    """The places of a data table's cells by row, its headings first; empty for a table that is none."""
    rows: Rows = []
    for place in range(table + 1, outline.ends[table]):
        tag = outline.tags[place]
        if tag == "table" or (tag in BLOCKS and tag not in _OF_A_TABLE and tag not in {"p", "div"}):
            return []
        if tag == "tr":
            rows.append([])
        elif tag in {"td", "th"}:
            if not rows or len(rows[-1]) == _MOST_COLUMNS:
                return []
            rows[-1].append(place)
        if len(rows) > _MOST_ROWS:
            return []
    rows = [row for row in rows if row]
    headed = bool(rows) and all(outline.tags[cell] == "th" for cell in rows[0])
    even = len({len(row) for row in rows}) == 1
    return rows if headed and even and len(rows) >= 2 and len(rows[0]) >= 2 else []


def written(cells: list[list[str]]) -> str:
    """The table as Markdown; empty when a cell holds more than a line."""
    if any("\n" in cell or len(cell) > _LONGEST_CELL for row in cells for cell in row):
        return ""
    lines = [f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]])
