"""A zip of CSV files, as LinkedIn hands out what it knows of a person: every table with its columns by name.

Such exports differ: UTF-8 or UTF-16, commas, semicolons or tabs, a few lines of notes before the header, the files in a
folder of the zip, some of them missing.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText

from . import archive, refusals
from .letters import decode
from .plain import make_line
from .sniff import LINKEDIN

ABOUT_THE_PERSON = (
    "profile", "email addresses", "phonenumbers", "phone numbers", "positions", "education", "skills", "certifications",
    "languages", "projects", "volunteering", "volunteer experiences", "honors", "publications",
)  # fmt: skip
MAX_ROWS = 2000
"""Of one table; only the first are kept."""
_MAX_TABLE = 4 * 1024 * 1024
_MAX_CELL = 20_000
_MAX_COLUMNS = 200
_NOTES = 12
"""Lines that may stand before the header."""


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` in lower case; every row has a text for each of them."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The tables about the person as lines: one table a block, its name as the heading. What such an export holds of
    others (contacts, messages) is not looked at."""
    lines: list[Line] = []
    for block, (name, table) in enumerate(tables(data, ABOUT_THE_PERSON).items()):
        lines.append(make_line(name.title(), block=block, heading=1, bold=True))
        for row in table.rows:
            told = [" ".join(text.split()) for text in row.values() if text.strip()]
            if told:
                lines.append(make_line(CELL.join(told), block=block, bullet=True))
    return SourceText(LINKEDIN, tuple(lines))


def tables(data: bytes, wanted: Sequence[str]) -> dict[str, Table]:
    """Those CSV files of a zip by name (lower case, without folder and ending), in the order of ``wanted``.

    Raises ``UserError`` ``file-damaged``, ``file-suspicious`` or ``pdf-encrypted``. A table that makes no sense is left
    out.
    """
    archive.inspect(data, "zip file")
    found: dict[str, Table] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            for part in zipped.infolist():
                name = _table_name(part.filename)
                if name in wanted and name not in found and part.file_size <= _MAX_TABLE:
                    text = decode(zipped.read(part))
                    if text is not None and (table := table_of(text)) is not None:
                        found[name] = table
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusals.damaged("zip file") from error
    return {name: found[name] for name in wanted if name in found}


def table_of(text: str) -> Table | None:
    """A CSV file; None when it has no header."""
    lines = text.replace("\x00", "").lstrip("\ufeff\r\n").splitlines(keepends=True)
    start, separator = _header(lines)
    reader = csv.reader(io.StringIO("".join(lines[start:]), newline=""), delimiter=separator)
    try:
        columns = tuple(name.strip().lower() for name in next(reader, [])[:_MAX_COLUMNS])
        rows = []
        for values in reader:
            if any(value.strip() for value in values):
                rows.append(dict.fromkeys(columns, "") | dict(zip(columns, map(_cell, values), strict=False)))
            if len(rows) >= MAX_ROWS:
                break
    except csv.Error:
        return None
    return Table(columns, tuple(rows)) if any(columns) else None


def _cell(text: str) -> str:
    return text[:_MAX_CELL].strip()


def _header(lines: Sequence[str]) -> tuple[int, str]:
    """Which line names the columns, and what stands between them: after notes comes an empty line, then the header."""
    start = 0
    if lines and lines[0].strip().rstrip(":").strip('"').lower() in {"notes", "hinweise", "notas", "remarques", "note"}:
        empty = next((at for at, line in enumerate(lines[:_NOTES]) if not line.strip(' ,;\t\r\n"')), -1)
        start = empty + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    head = lines[start] if start < len(lines) else ""
    separator = max(",;\t", key=head.count)
    return start, separator


def _table_name(path: str) -> str:
    if path.startswith("__MACOSX/") or not path.lower().endswith(".csv"):
        return ""
    return path.replace("\\", "/").rpartition("/")[2][:-4].strip().lower()
