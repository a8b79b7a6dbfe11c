"""The first sheet of an Excel workbook (.xlsx) as rows of text. Values only: no formula and no macro is looked at."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import IO, Any

from lxml import etree

from careercoach_desktop.features.jobs.exchange.tables import MOST_COLUMNS, MOST_ROWS, too_large, unreadable

_MOST_BYTES = 64 * 1024 * 1024
"""Of one part, unpacked: a sheet of twenty thousand rows stays below."""
_MOST_LETTERS = 64 * 1024 * 1024
"""Of all cells: a text that is in the file once may stand in every cell of it."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Excel's own numbers for formats of days and times."""
_DAY_ZERO = date(1899, 12, 30)
_NO_WORKBOOK = (
    *(zipfile.BadZipFile, zlib.error, EOFError),  # cut or damaged
    *(RuntimeError, NotImplementedError),  # what ``zipfile`` says of a password and of a compression it has not
    *(etree.XMLSyntaxError, AttributeError, TypeError, KeyError, IndexError, ValueError, OverflowError),
)
"""What a file that is no workbook, or not quite, makes the standard's readers and the lines below say."""


def read_workbook(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Rows with their numbers. Raises UserError ``table-unreadable`` for what is no workbook, ``table-too-large``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            strings = list(_strings(parts)) if "xl/sharedStrings.xml" in parts.namelist() else []
            days = _day_styles(parts) if "xl/styles.xml" in parts.namelist() else frozenset()
            sheet = _first_sheet(parts)
            links = _links(parts, sheet)
            return list(_rows(parts, sheet, strings, days, links, name))
    except _NO_WORKBOOK as exc:
        raise unreadable(name) from exc


def _first_sheet(parts: zipfile.ZipFile) -> str:
    book = etree.parse(_open(parts, "xl/workbook.xml"), _parser()).getroot()
    wanted = book.find(f"{_MAIN}sheets/{_MAIN}sheet").get(f"{_RELATED}id")
    for one in etree.parse(_open(parts, "xl/_rels/workbook.xml.rels"), _parser()).getroot():
        if one.get("Id") == wanted:
            target = one.get("Target")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(wanted)


def _strings(parts: zipfile.ZipFile) -> Iterator[str]:
    for _, item in _iterated(parts, "xl/sharedStrings.xml", "si"):
        yield "".join(text.text or "" for text in item.iter(f"{_MAIN}t") if text.getparent().tag != f"{_MAIN}rPh")


def _day_styles(parts: zipfile.ZipFile) -> frozenset[int]:
    """Which of the sheet's styles show a number as a day."""
    root = etree.parse(_open(parts, "xl/styles.xml"), _parser()).getroot()
    own = {
        int(one.get("numFmtId"))
        for one in root.iter(f"{_MAIN}numFmt")
        if re.search(r"[yd]", re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", one.get("formatCode", "")).lower())
    }
    shown = root.find(f"{_MAIN}cellXfs")
    styles = enumerate(() if shown is None else shown)
    return frozenset(at for at, one in styles if int(one.get("numFmtId", "0")) in _DAY_FORMATS | own)


def _links(parts: zipfile.ZipFile, sheet: str) -> dict[str, str]:
    """Addresses behind cells, by the cell's name."""
    folder, _, file = sheet.rpartition("/")
    related = f"{folder}/_rels/{file}.rels"
    if related not in parts.namelist():
        return {}
    root = etree.parse(_open(parts, related), _parser()).getroot()
    targets = {one.get("Id"): one.get("Target", "") for one in root if one.get("TargetMode") == "External"}
    found = (one for _, one in _iterated(parts, sheet, "row", "hyperlink") if one.tag == f"{_MAIN}hyperlink")
    return {one.get("ref", ""): targets.get(one.get(f"{_RELATED}id"), "") for one in found}


def _rows(
    parts: zipfile.ZipFile, sheet: str, strings: list[str], days: frozenset[int], links: dict[str, str], name: str
) -> Iterator[tuple[int, list[str]]]:
    letters = 0
    for count, (_, row) in enumerate(_iterated(parts, sheet, "row"), start=1):
        if count > MOST_ROWS * 2:
            raise too_large(name)
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            at = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            if at < MOST_COLUMNS:
                cells[at] = _linked(_value(cell, strings, days), links.get(cell.get("r", ""), ""))
        letters += sum(map(len, cells.values()))
        if letters > _MOST_LETTERS:
            raise too_large(name)
        yield int(row.get("r", count)), [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]


def _value(cell: Any, strings: list[str], days: frozenset[int]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s" and value:
        return strings[int(value)]
    if kind == "b":
        return "yes" if value == "1" else ""
    if kind == "n" and value:
        number = float(value)
        if int(cell.get("s", "0")) in days and 1 <= number < 2_900_000:
            return (_DAY_ZERO + timedelta(days=int(number))).isoformat()
        return str(int(number)) if number == int(number) else repr(number)
    return "" if kind == "e" else value


def _linked(text: str, link: str) -> str:
    return f"{text} {link}".strip() if link.startswith(("http://", "https://")) and link not in text else text


def _column(reference: str) -> int:
    """``B7`` → 1."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    at = 0
    for letter in letters[0] if letters else "":
        at = at * 26 + ord(letter) - 64
    return at - 1 if at else 0


def _open(parts: zipfile.ZipFile, name: str) -> IO[bytes]:
    if parts.getinfo(name).file_size > _MOST_BYTES:
        raise ValueError(name)
    return parts.open(name)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _iterated(parts: zipfile.ZipFile, part: str, *tags: str) -> Iterator[tuple[str, Any]]:
    """The elements of these names, one at a time; what was looked at is let go."""
    names = [f"{_MAIN}{tag}" for tag in tags]
    walk = etree.iterparse(_open(parts, part), tag=names, resolve_entities=False, no_network=True, load_dtd=False)
    for event, element in walk:
        yield event, element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
