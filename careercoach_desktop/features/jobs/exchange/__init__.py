"""Jobs on their way between this and other programs: tables of any spelling in, tables and one exact file out. Pure.

The parts: ``tables`` (bytes, clipboards → rows), ``headings`` (what a column holds), ``cells`` and ``statuses`` (what a
cell means), ``entries`` (a row → a job), ``record`` (a job in full, as it is exported and imported without a loss),
``export`` (jobs → CSV and JSON).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from careercoach_desktop.features.jobs.exchange.headings import Column, guess_mapping
from careercoach_desktop.features.jobs.exchange.record import JobRecord
from careercoach_desktop.features.jobs.exchange.tables import Table, read_table, read_web_table

__all__ = ["Column", "Incoming", "JobRecord", "Table", "guess_mapping", "look_at_file", "look_at_paste"]


class Incoming(BaseModel):
    """What a file or a paste holds: jobs that were exported here (``records``), or a table whose columns can be named
    before it is imported."""

    model_config = ConfigDict(extra="forbid")

    title: str
    table: Table | None = None
    mapping: tuple[Column, ...] = ()
    records: list[JobRecord] = []

    @property
    def count(self) -> int:
        return len(self.records) if self.table is None else len(self.table.rows)

    def with_head(self, head: bool) -> Incoming:
        """The same table with its first row as headings or as a job, and what its columns hold then."""
        return self if self.table is None else _of_table(self.table.with_head(head=head), self.title)


def look_at_file(data: bytes, name: str) -> Incoming:
    """What the file holds. Picklable, for the child process: files come from strangers.

    Raises UserError ``table-empty``, ``table-too-large``, ``table-unreadable`` and ``export-newer``.
    """
    from careercoach_desktop.features.jobs.exchange.json_files import read_json

    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        held = read_json(data, name)
        if not isinstance(held, Table):
            return Incoming(title=name, records=held)
        return _of_table(held, name)
    return _of_table(read_table(data, name), name)


def look_at_paste(text: str, html: str, title: str) -> Incoming:
    """The same for what was copied out of a spreadsheet: its cells as text, and as HTML for the links behind them."""
    table = read_web_table(html) if html else None
    return _of_table(table or read_table(text.encode(), title), title)


def _of_table(table: Table, title: str) -> Incoming:
    return Incoming(title=title, table=table, mapping=guess_mapping(table))
