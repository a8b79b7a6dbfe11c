"""Bytes and clipboards → rows of cells, whatever letters, delimiters and quotes their program likes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from pydantic import BaseModel, ConfigDict

from careercoach_desktop.features.jobs.exchange.headings import known_headings
from careercoach_desktop.features.jobs.exchange.letters import decoded
from careercoach_desktop.foundation.errors import UserError

LARGEST_TABLE = 128 * 1024 * 1024
"""Bytes of a file."""
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 200_000
_DELIMITERS = ",;\t|"
_LOOKED_AT = 60
"""Rows that decide which delimiter it is."""
_HEAD_WITHIN = 12
"""A title or an empty line may stand above the head."""
_LINK = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_FORMULA = re.compile(r"""=\s*HYPERLINK\s*\(\s*"([^"]+)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)\Z""", re.IGNORECASE)


class Table(BaseModel):
    """``head`` is empty when the first row is a job already. ``lines``: the number of each row in its source."""

    model_config = ConfigDict(extra="forbid")

    head: list[str]
    rows: list[list[str]]
    lines: list[int]

    @property
    def width(self) -> int:
        return max(len(self.head), max((len(row) for row in self.rows), default=0))

    def column(self, at: int) -> list[str]:
        """The cells of a column that hold something."""
        return [row[at] for row in self.rows if at < len(row) and row[at]]

    def first_of(self, at: int, most: int) -> list[str]:
        """So many of those at most, from the top."""
        return list(islice((row[at] for row in self.rows if at < len(row) and row[at]), most))

    def with_head(self, *, head: bool) -> Table:
        """The same with its first row as headings, or with its headings as a first row."""
        if head is bool(self.head) or (head and len(self.rows) < 2):
            return self
        if head:
            return Table(head=self.rows[0], rows=self.rows[1:], lines=self.lines[1:])
        return Table(head=[], rows=[self.head, *self.rows], lines=[self.lines[0] - 1, *self.lines])


def read_table(data: bytes, name: str) -> Table:
    """Raises UserError ``table-empty``, ``table-too-large``, ``table-unreadable``."""
    if data.startswith(b"PK\x03\x04"):
        from careercoach_desktop.features.jobs.exchange.workbooks import read_workbook

        return as_table(read_workbook(data, name), name)
    text = decoded(data)
    if "\x00" in text:
        raise unreadable(name)
    return as_table(_parsed(text), name)


def read_web_table(html: str) -> Table | None:
    """The largest table of what was copied as HTML, with the addresses behind its links; None without one."""
    from selectolax.lexbor import LexborHTMLParser

    tables = [
        [[_web_cell(cell) for cell in row.css("td, th")] for row in table.css("tr")]
        for table in LexborHTMLParser(html).css("table")
    ]
    best = max(tables, key=len, default=[])
    if max((len(row) for row in best), default=0) < 2:
        return None
    return as_table([(at, row) for at, row in enumerate(best, start=1)], "the clipboard")


def looks_like_table(text: str) -> bool:
    """Whether a copied text is rows of cells: at least two lines with as many tabs, as spreadsheets copy them."""
    lines = [line for line in text.splitlines() if line.strip()]
    tabs = Counter(line.count("\t") for line in lines)
    if len(lines) < 2 or not tabs:
        return False
    most, often = max(tabs.items(), key=lambda item: (item[1], item[0]))
    return most >= 1 and often >= max(2, len(lines) // 2)


def as_table(rows: list[tuple[int, list[str]]], name: str) -> Table:
    """Numbered rows as a table: empty rows left out, the head told from the jobs."""
    kept = [(line, [_cell(cell) for cell in row[:MOST_COLUMNS]]) for line, row in rows]
    kept = [(line, row) for line, row in kept if any(row)]
    if not kept:
        raise UserError(f"There is no row in “{name}”.", "Choose another file.", code="table-empty")
    if len(kept) > MOST_ROWS:
        raise too_large(name)
    known = [known_headings(row) for _, row in kept[:_HEAD_WITHIN]]
    at = max(range(len(known)), key=lambda index: (known[index], -index))
    if known[at] < min(2, max(len(row) for _, row in kept)):
        return Table(head=[], rows=[row for _, row in kept], lines=[line for line, _ in kept])
    below = kept[at + 1 :]
    if not below:
        raise UserError(f"There is only a head in “{name}”.", "Choose a table with jobs.", code="table-empty")
    return Table(head=kept[at][1], rows=[row for _, row in below], lines=[line for line, _ in below])


def too_large(name: str) -> UserError:
    return UserError(
        f"“{name}” has more than {MOST_ROWS:,} rows, or far too much text in them.",
        "Split it into smaller files.",
        code="table-too-large",
    )


def unreadable(name: str) -> UserError:
    return UserError(
        f"“{name}” could not be read as a table of jobs.",
        "Save it as CSV from your spreadsheet, then choose that file.",
        code="table-unreadable",
    )


def _parsed(text: str) -> list[tuple[int, list[str]]]:
    # Of all of Python, so it may only grow; a file that is too large is refused before.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    said = re.match(r"sep=(.)\n", text, re.IGNORECASE)  # Excel's own way to say it
    if said:
        return _split(text[said.end() :], said[1])
    return _split(text, max(_DELIMITERS, key=lambda mark: _fits(text, mark)))


def _fits(text: str, mark: str) -> tuple[int, float]:
    """How well the delimiter cuts the first rows: headings it makes known, and how alike the rows come out."""
    rows = [row for _, row in _split(text, mark, _LOOKED_AT)]
    widths = Counter(len(row) for row in rows if any(row))
    wide, often = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
    alike = often / max(1, sum(widths.values())) * (1 - 1 / wide)
    return max(map(known_headings, rows[:_HEAD_WITHIN]), default=0), alike


def _split(text: str, mark: str, most: int = MOST_ROWS + _HEAD_WITHIN) -> list[tuple[int, list[str]]]:
    """Rows with their numbers. A quote that is never closed would swallow the rest: then quotes are letters."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, quoting=quoting, strict=False)
        rows = [(at, row) for at, row in zip(range(1, most + 1), reader, strict=False)]
        if not any(cell.count("\n") > 400 or len(cell) > LONGEST_CELL for _, row in rows for cell in row):
            return rows
    return rows


def _cell(text: str) -> str:
    """A cell's words. Our exports and careful people write an apostrophe before what a spreadsheet would run."""
    text = text.replace("\u00a0", " ").strip()
    link = _FORMULA.match(text)
    if link:
        return f"{link[2]} {link[1]}".strip() if link[2] else link[1]
    return text[1:] if re.match(r"'[=+\-@\t\r\n]", text) else text


def _web_cell(cell: object) -> str:
    text = " ".join(cell.text(separator=" ").split())  # type: ignore[attr-defined]  # a node of selectolax
    anchor = cell.css_first("a[href]")  # type: ignore[attr-defined]  # as above
    href = (anchor.attributes.get("href") or "").strip() if anchor is not None else ""
    if not _LINK.match(href) or href == text:
        return text
    return f"{text} {href}".strip()
