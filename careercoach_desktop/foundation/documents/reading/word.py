"""Word files: paragraphs, tables, text boxes, headers and links in the order they read.

A DOCX is a zip of XML from anywhere, so it is measured before anything is unpacked for parsing (see ``archive``).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText

from . import archive, refusals
from .bounds import MAX_LINES
from .plain import HEADING_STYLE
from .runs import Run, joined, line_of, split_lines
from .sniff import DOCX

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEVEL = 18.0
"""Points that one level of a list stands further in than the one above."""
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)|aufzählung|liste à puces|lista|lijst", re.IGNORECASE)


_STUMBLES = (LookupError, ValueError, TypeError, AttributeError, RecursionError, zipfile.BadZipFile, OSError)
"""What python-docx trips over in files that are not as it expects."""


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The text of a DOCX. Raises ``UserError`` ``file-suspicious`` or ``file-damaged``."""
    archive.inspect(data, "Word document")
    from docx import Document
    from docx.opc.exceptions import OpcError

    # lxml reports broken XML as a kind of SyntaxError.
    try:
        document = Document(io.BytesIO(data))
        reader = _Reader(document)
        reader.headers()
        reader.container(document.element.body, document.part)
    except (OpcError, SyntaxError, *_STUMBLES) as error:
        raise refusals.damaged("Word document") from error
    targets = dict.fromkeys(link.target for line in reader.lines for link in line.links)
    return SourceText(DOCX, tuple(reader.lines), links=tuple(targets))


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
        section = next(iter(self._document.sections), None)
        if section is None:
            return
        seen: set[str] = set()
        for header in (section.first_page_header, section.header):
            if header.is_linked_to_previous or header.part.partname in seen:
                continue
            seen.add(header.part.partname)
            self.container(header.part.element, header.part)
            self._block += 1

    def container(self, element: Any, part: Any) -> None:
        for child in element:
            if len(self.lines) > MAX_LINES:
                return
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
        if len(row := self.lines[start:]) > 1:
            self.lines[start:] = [joined(row)]

    def _paragraph(self, paragraph: Any, part: Any) -> None:
        boxes = _text_boxes(paragraph)
        style_id = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name, style_bold, style_size, style_list = self._styles.get(
            style_id.get(f"{_W}val") if style_id is not None else "", ("", False, 0.0, False)
        )
        style = (name, style_bold, style_size, style_list)
        runs = list(_runs(paragraph, part, style))
        for index, row in enumerate(split_lines(runs)):
            if line := self._line(row, paragraph, style, first=index == 0):
                self.lines.append(line)
        if not any(run.text.strip() for run in runs):
            self._block += 1
        for box in boxes:
            self._block += 1
            self.container(box, part)
            self._block += 1

    def _line(
        self, runs: list[Run], paragraph: Any, style: tuple[str, bool, float, bool], *, first: bool
    ) -> Line | None:
        name, *_, style_list = style
        heading = HEADING_STYLE.search(name)
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or style_list
        listed = (numbered or bool(_LIST_STYLE.search(name) and "paragraph" not in name.lower())) and first
        return line_of(
            runs,
            block=self._block,
            listed=listed,
            heading=int(heading.group(1)) if heading else (1 if name.lower() == "title" else 0),
            indent=_indent(paragraph) + _LEVEL * _level(paragraph, name),
        )


def _has_text(paragraph: Any) -> bool:
    return any((node.text or "").strip() for node in paragraph.iter(f"{_W}t"))


def _text_boxes(paragraph: Any) -> list[Any]:
    """Contents of text boxes anchored here; the fallback copy kept for old programs is left out."""
    return [
        box
        for box in paragraph.iter(f"{_W}txbxContent")
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors())
    ]


def _runs(paragraph: Any, part: Any, style: tuple[str, bool, float, bool], target: str = "") -> Iterator[Run]:
    for child in paragraph:
        if child.tag == f"{_W}r":
            text = "".join(_run_text(child))
            if text:
                bold = _flag(child, "b")
                size = _size(child) or style[2]
                yield Run(text, style[1] if bold is None else bold, bool(_flag(child, "i")), size, target)
        elif child.tag == f"{_W}hyperlink":
            relation = part.rels.get(child.get(f"{_R}id") or "")
            external = relation is not None and relation.is_external
            yield from _runs(child, part, style, relation.target_ref if external else "")
        elif child.tag in {f"{_W}ins", f"{_W}smartTag", f"{_W}sdt", f"{_W}sdtContent", f"{_W}fldSimple"}:
            yield from _runs(child, part, style, target)


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
