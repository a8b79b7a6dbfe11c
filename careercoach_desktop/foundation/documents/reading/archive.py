"""Zips from anywhere (Word, OpenDocument, an export of tables), measured before anything is unpacked for parsing."""

from __future__ import annotations

import io
import zipfile
import zlib

from . import refusals

MAX_EXPANDED = 200 * 1024 * 1024
"""Bytes all parts together may unpack to."""
MAX_RATIO = 200
"""How many times larger than its packed size one part may be (only judged for parts above a megabyte)."""
MAX_MARKUP = 40 * 1024 * 1024
"""Bytes one XML part may unpack to; pictures may be larger."""
MAX_TAGS = 500_000
"""Tags of one XML part. A tree takes some 200 bytes for each, and somebody walks it."""
MAX_PARTS = 5000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, LookupError)


def inspect(data: bytes, kind: str) -> None:
    """Measure a zip: declared sizes first, then what really comes out, and no XML that defines entities.

    Raises ``UserError`` ``file-suspicious``, ``file-damaged`` (``kind`` says what of) and ``pdf-encrypted``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_EXPANDED:
                raise refusals.suspicious("it would unpack to far more than a document holds")
            total = 0
            for part in parts:
                if part.flag_bits & 1:
                    raise refusals.encrypted_document()
                total += _measure(archive, part, MAX_EXPANDED - total)
    except _BROKEN as error:
        raise refusals.damaged(kind) from error


def parts_of(data: bytes, kind: str, wanted: frozenset[str]) -> dict[str, bytes]:
    """The wanted parts that are there, after ``inspect``; raises as that does."""
    inspect(data, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if name in wanted}
    except _BROKEN as error:
        raise refusals.damaged(kind) from error


def names_of(data: bytes) -> list[str] | None:
    """The names of the parts of a zip; None when its directory can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except _BROKEN:
        return None


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: int) -> int:
    """The real size of a part in bytes, found by unpacking it piece by piece and stopping at the limits."""
    table = part.filename.lower().endswith(".csv")
    markup = part.filename.lower().endswith((".xml", ".rels"))
    limit = min(max(1024 * 1024, part.compress_size * MAX_RATIO), MAX_MARKUP if markup or table else budget)
    size, tags, tail = 0, 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(64 * 1024):
            size += len(chunk)
            if size > limit or size > budget:
                raise refusals.suspicious("it would unpack to far more than a document holds")
            tags += chunk.count(b"<") if markup else 0
            if tags > MAX_TAGS:
                raise refusals.suspicious("it has far more parts than a document")
            if not table and _defines_entities(tail + chunk, markup=markup):
                raise refusals.suspicious("it defines its own text replacements")
            tail = chunk[-32:]
    return size


def _defines_entities(piece: bytes, *, markup: bool) -> bool:
    # UTF-16 parts hide the words from a byte search unless the zero bytes go first.
    flat = piece.replace(b"\x00", b"")
    return b"<!ENTITY" in flat or (markup and b"<!DOCTYPE" in flat)
