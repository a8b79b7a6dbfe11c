"""Word files: paragraphs, tables, text boxes, headers and links in the order they read.

A DOCX is a zip of XML from anywhere, so the archive is measured before anything is unpacked for parsing.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from careercoach_desktop.foundation.documents.model import CELL, Line, Link, SourceText, Word

from . import refusals
from .plain import take_mark
from .sniff import DOCX

MAX_EXPANDED = 200 * 1024 * 1024
"""Bytes all parts together may unpack to."""
MAX_RATIO = 200
"""How many times larger than its packed size one part may be (only judged for parts above a megabyte)."""
MAX_MARKUP = 40 * 1024 * 1024
"""Bytes one XML part may unpack to; pictures may be larger."""
MAX_PARTS = 5000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|标题|見出し)\s*(\d)", re.IGNORECASE)
_LEVEL = 18.0
"""Points that one level of a list stands further in than the one above."""
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)|aufzählung|liste à puces|lista|lijst", re.IGNORECASE)


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The text of a DOCX. Raises ``UserError`` ``file-suspicious`` or ``file-damaged``."""
    _inspect(data)
    from docx import Document
    from docx.opc.exceptions import OpcError

    # lxml reports broken XML as a kind of SyntaxError.
    try:
        document = Document(io.BytesIO(data))
        reader = _Reader(document)
        reader.headers()
        reader.container(document.element.body, document.part)
    except (OpcError, SyntaxError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise refusals.damaged("Word document") from error
    targets = dict.fromkeys(link.target for line in reader.lines for link in line.links)
    return SourceText(DOCX, tuple(reader.lines), links=tuple(targets))


def _inspect(data: bytes) -> None:
    """Measure the archive: declared sizes first, then what really comes out, and no XML that defines entities."""
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
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise refusals.damaged("Word document") from error


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: int) -> int:
    """The real size of a part in bytes, found by unpacking it piece by piece and stopping at the limits."""
    markup = part.filename.lower().endswith((".xml", ".rels"))
    limit = min(max(1024 * 1024, part.compress_size * MAX_RATIO), MAX_MARKUP if markup else budget)
    size, tail = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(64 * 1024):
            size += len(chunk)
            if size > limit or size > budget:
                raise refusals.suspicious("it would unpack to far more than a document holds")
            if _defines_entities(tail + chunk, markup=markup):
                raise refusals.suspicious("it defines its own text replacements")
            tail = chunk[-32:]
    return size


def _defines_entities(piece: bytes, *, markup: bool) -> bool:
    # UTF-16 parts hide the words from a byte search unless the zero bytes go first.
    flat = piece.replace(b"\x00", b"")
    return b"<!ENTITY" in flat or (markup and b"<!DOCTYPE" in flat)


class _Reader:
    """Walks the XML in document order; python-docx finds the parts and follows the relations."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.lines: list[Line] = []
        self._block = 0
        self._styles: dict[str, tuple[str, bool, float, bool]] = {}
        for style in document.styles:
            font = getattr(style, "font", None)
            numbered = style.element.find(f"{_W}pPr/{_W}numPr") is not None
            size = font.size.pt if font is not None and font.size is not None else 0.0
            self._styles[style.style_id] = (style.name or "", bool(font and font.bold), size, numbered)

    def headers(self) -> None:
        """Text of the first section's page header: often the name and the contact line."""
        section = self._document.sections[0]
        seen: set[str] = set()
        for header in (section.first_page_header, section.header):
            if header.is_linked_to_previous or header.part.partname in seen:
                continue
            seen.add(header.part.partname)
            self.container(header.part.element, header.part)
            self._block += 1

    def container(self, element: Any, part: Any) -> None:
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child, part)
            elif child.tag == f"{_W}tbl":
                self._table(child, part)
            elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"}:
                self.container(child, part)

    def _table(self, table: Any, part: Any) -> None:
        self._block += 1
        for row in table.iterfind(f"{_W}tr"):
            cells = list(row.iterfind(f"{_W}tc"))
            if all(len([p for p in cell.iter(f"{_W}p") if _has_text(p)]) <= 1 for cell in cells):
                before = len(self.lines)
                for cell in cells:
                    self.container(cell, part)
                self._join(before)
            else:
                for cell in cells:
                    self._block += 1
                    self.container(cell, part)
                self._block += 1
        self._block += 1

    def _join(self, start: int) -> None:
        """One table row of short cells becomes one line."""
        row = self.lines[start:]
        if len(row) < 2:
            return
        text, words, links = "", [], []
        for line in row:
            shift = len(text) + (1 if text else 0)
            text = f"{text}{CELL}{line.text}" if text else line.text
            words += [Word(w.text, w.start + shift, None, w.size, w.bold, w.italic) for w in line.words]
            links += [Link(k.target, k.start + shift, k.end + shift) for k in line.links]
        first = row[0]
        self.lines[start:] = [
            Line(
                text,
                words=tuple(words),
                size=first.size,
                bold=all(line.bold for line in row),
                italic=all(line.italic for line in row),
                bullet=first.bullet,
                block=first.block,
                links=tuple(links),
            )
        ]

    def _paragraph(self, paragraph: Any, part: Any) -> None:
        boxes = _text_boxes(paragraph)
        style_id = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name, style_bold, style_size, style_list = self._styles.get(
            style_id.get(f"{_W}val") if style_id is not None else "", ("", False, 0.0, False)
        )
        runs = list(_runs(paragraph, part))
        for index, row in enumerate(_split_lines(runs)):
            if line := self._line(row, paragraph, (name, style_bold, style_size, style_list), first=index == 0):
                self.lines.append(line)
        if not any(text.strip() for text, *_ in runs):
            self._block += 1
        for box in boxes:
            self._block += 1
            self.container(box, part)
            self._block += 1

    def _line(
        self, runs: list[_Run], paragraph: Any, style: tuple[str, bool, float, bool], *, first: bool
    ) -> Line | None:
        name, style_bold, style_size, style_list = style
        text, words, links = "", [], []
        for run_text, bold, italic, size, target in runs:
            start = len(text)
            text += run_text
            look = (size or style_size, style_bold if bold is None else bold, bool(italic))
            words += [Word(m.group(), start + m.start(), None, *look) for m in re.finditer(r"\S+", run_text)]
            if target:
                links.append(Link(target, start, len(text)))
        text, words, links = _respaced(text, _whole_words(text, words), links)
        body, marked = take_mark(text.strip())
        if not body.strip():
            return None
        cut = text.find(body)
        body = body.strip()
        words = [Word(w.text, w.start - cut, None, w.size, w.bold, w.italic) for w in words if w.start >= cut]
        letters = sum(len(word.text) for word in words) or 1
        heading = _HEADING.search(name)
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or style_list
        listed = (numbered or bool(_LIST_STYLE.search(name) and "paragraph" not in name.lower())) and first
        return Line(
            body,
            words=tuple(words),
            size=max((word.size for word in words), default=0.0),
            bold=sum(len(w.text) for w in words if w.bold) * 2 > letters,
            italic=sum(len(w.text) for w in words if w.italic) * 2 > letters,
            bullet=marked or (listed and not heading),
            indent=_indent(paragraph) + _LEVEL * _level(paragraph, name),
            block=self._block,
            heading=int(heading.group(1)) if heading else (1 if name.lower() == "title" else 0),
            links=tuple(Link(k.target, max(k.start - cut, 0), min(k.end - cut, len(body))) for k in links),
        )


_Run = tuple[str, bool | None, bool, float, str]
"""Text, bold (None: as the style says), italic, size in points or 0, link target or ``""``."""


def _has_text(paragraph: Any) -> bool:
    return any((node.text or "").strip() for node in paragraph.iter(f"{_W}t"))


def _text_boxes(paragraph: Any) -> list[Any]:
    """Contents of text boxes anchored here; the fallback copy kept for old programs is left out."""
    return [
        box
        for box in paragraph.iter(f"{_W}txbxContent")
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors())
    ]


def _runs(paragraph: Any, part: Any, target: str = "") -> Iterator[_Run]:
    for child in paragraph:
        if child.tag == f"{_W}r":
            text = "".join(_run_text(child))
            if text:
                yield text, _flag(child, "b"), bool(_flag(child, "i")), _size(child), target
        elif child.tag == f"{_W}hyperlink":
            relation = part.rels.get(child.get(f"{_R}id") or "")
            yield from _runs(child, part, relation.target_ref if relation is not None and relation.is_external else "")
        elif child.tag in {f"{_W}ins", f"{_W}smartTag", f"{_W}sdt", f"{_W}sdtContent", f"{_W}fldSimple"}:
            yield from _runs(child, part, target)


def _run_text(run: Any) -> Iterator[str]:
    for node in run:
        if node.tag == f"{_W}t":
            yield (node.text or "").replace("\u00ad", "").replace("\u200b", "")
        elif node.tag in {f"{_W}tab", f"{_W}ptab"}:
            yield CELL
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"


def _flag(run: Any, name: str) -> bool | None:
    node = run.find(f"{_W}rPr/{_W}{name}")
    if node is None:
        return None
    return (node.get(f"{_W}val") or "1") not in {"0", "false", "off"}


def _size(run: Any) -> float:
    node = run.find(f"{_W}rPr/{_W}sz")
    value = node.get(f"{_W}val") if node is not None else None
    return int(value) / 2 if value and value.isdigit() else 0.0


def _level(paragraph: Any, style: str) -> int:
    """How deep in a list of lists a paragraph stands, by its numbering or by a style such as ``List Bullet 2``."""
    node = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    value = (node.get(f"{_W}val") or "") if node is not None else ""
    if value.isdigit():
        return min(int(value), 8)
    named = _LIST_STYLE.search(style) and re.search(r"\s([2-5])$", style)
    return int(named.group(1)) - 1 if named else 0


def _indent(paragraph: Any) -> float:
    node = paragraph.find(f"{_W}pPr/{_W}ind")
    value = (node.get(f"{_W}left") or node.get(f"{_W}start") or "0") if node is not None else "0"
    return int(value) / 20 if value.lstrip("-").isdigit() else 0.0


def _split_lines(runs: list[_Run]) -> Iterator[list[_Run]]:
    row: list[_Run] = []
    for text, *look in runs:
        for index, piece in enumerate(text.split("\n")):
            if index:
                yield row
                row = []
            if piece:
                row.append((piece, *look))  # type: ignore[arg-type]  # star-unpacking loses the tuple's shape
    yield row


def _whole_words(text: str, parts: list[Word]) -> list[Word]:
    """Word splits words into runs at will; put the parts of one word together again."""
    out: list[Word] = []
    for part in parts:
        if out and out[-1].end == part.start and part.start > 0 and not text[part.start - 1].isspace():
            last = out[-1]
            out[-1] = Word(last.text + part.text, last.start, None, last.size, last.bold, last.italic)
        else:
            out.append(part)
    return out


def _respaced(text: str, words: list[Word], links: list[Link]) -> tuple[str, list[Word], list[Link]]:
    """One space or one cell mark between words, however many tabs and spaces were used to push them apart."""
    out, moved, places = "", [], {}
    end = 0
    for word in words:
        gap = text[end : word.start]
        if out and gap:
            out += CELL if CELL in gap or len(gap) >= 3 else " "
        places[word.start] = len(out)
        moved.append(Word(word.text, len(out), None, word.size, word.bold, word.italic))
        out += word.text
        end = word.end
    kept = []
    for link in links:
        inside = [
            new
            for new in moved
            for old in words
            if places[old.start] == new.start and old.end > link.start and old.start < link.end
        ]
        if inside:
            kept.append(Link(link.target, inside[0].start, inside[-1].end))
    return out, moved, kept
