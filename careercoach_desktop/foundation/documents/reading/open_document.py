"""OpenDocument text (LibreOffice, OpenOffice, Google Docs' export): paragraphs, lists, tables, text boxes and links.

Read from the XML directly: the libraries for it build a tree of objects of their own first, and none of them bounds
what a hostile file says of itself ("this cell is repeated a million times").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careercoach_desktop.foundation.documents.model import CELL, Line, SourceText

from . import archive, refusals
from .bounds import MAX_LINES
from .runs import Run, joined, line_of, split_lines
from .sniff import ODT

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _STYLE, _TEXT = f"{_URN}office:1.0}}", f"{_URN}style:1.0}}", f"{_URN}text:1.0}}"
_TABLE, _DRAW, _FO = f"{_URN}table:1.0}}", f"{_URN}drawing:1.0}}", f"{_URN}xsl-fo-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_PARTS = frozenset({"content.xml", "styles.xml", "META-INF/manifest.xml"})
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_MAX_DEPTH = 100
_MAX_SPACES = 100
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}
_NOT_TEXT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TEXT}alphabetical-index"}
)
_HOLDERS = frozenset(
    {
        f"{_TEXT}section",
        f"{_TEXT}index-body",
        f"{_TEXT}table-of-content",
        f"{_DRAW}g",
        f"{_OFFICE}text",
        f"{_DRAW}frame",
    }
)


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The text of an ODT. Raises ``UserError`` ``file-suspicious``, ``file-damaged`` or ``pdf-encrypted``."""
    parts = archive.parts_of(data, "OpenDocument file", _PARTS)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise refusals.encrypted_document()
    content = _tree(parts.get("content.xml", b""))
    styles = _tree(parts["styles.xml"]) if "styles.xml" in parts else None
    reader = _Reader([tree for tree in (styles, content) if tree is not None])
    if styles is not None:
        reader.headers(styles)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise refusals.damaged("OpenDocument file")
    reader.container(body)
    targets = dict.fromkeys(link.target for line in reader.lines for link in line.links)
    return SourceText(ODT, tuple(reader.lines), links=tuple(targets))


def _tree(xml: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except SyntaxError as error:  # lxml reports broken XML as a kind of SyntaxError
        raise refusals.damaged("OpenDocument file") from error


@dataclass(frozen=True)
class _Look:
    """What a style says; None where it leaves that to its parent."""

    parent: str = ""
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    level: int = 0
    indent: float = 0.0

    @classmethod
    def of(cls, style: Any) -> _Look:
        letters, paragraph = style.find(f"{_STYLE}text-properties"), style.find(f"{_STYLE}paragraph-properties")
        weight = letters.get(f"{_FO}font-weight") if letters is not None else None
        slant = letters.get(f"{_FO}font-style") if letters is not None else None
        size = letters.get(f"{_FO}font-size") if letters is not None else None
        return cls(
            parent=style.get(f"{_STYLE}parent-style-name") or "",
            bold=None if weight is None else weight in _BOLD,
            italic=None if slant is None else slant in {"italic", "oblique"},
            size=_points(size) or None,
            level=_number(style.get(f"{_STYLE}default-outline-level"), 0),
            indent=_points(paragraph.get(f"{_FO}margin-left")) if paragraph is not None else 0.0,
        )


class _Reader:
    """Walks the body in document order; ``trees`` hold the styles, common ones first."""

    def __init__(self, trees: list[Any]) -> None:
        self.lines: list[Line] = []
        self._block = 0
        self._looks = {
            str(style.get(f"{_STYLE}name")): _Look.of(style)
            for tree in trees
            for group in (f"{_OFFICE}styles", f"{_OFFICE}automatic-styles")
            for style in tree.iterfind(f"{group}/{_STYLE}style")
        }

    def headers(self, styles: Any) -> None:
        """The page header of the first page that has one: often the name and the contact line."""
        for page in styles.iterfind(f"{_OFFICE}master-styles/{_STYLE}master-page"):
            header = page.find(f"{_STYLE}header")
            if header is not None and "".join(header.itertext()).strip():
                self.container(header)
                self._block += 1
                return

    def container(self, element: Any, *, depth: int = 0, listed: int = 0) -> None:
        """``listed``: how many lists we are in; only the first paragraph of an item has a mark."""
        if depth > _MAX_DEPTH:
            return
        fresh = listed > 0
        for child in element:
            if len(self.lines) > MAX_LINES:
                return
            tag = child.tag
            if tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                self._paragraph(child, depth, listed if fresh else 0)
                fresh = False
            elif tag == f"{_TEXT}list":
                for item in child.iterchildren(f"{_TEXT}list-item", f"{_TEXT}list-header"):
                    self.container(item, depth=depth + 1, listed=listed + 1)
            elif tag == f"{_TABLE}table":
                self._table(child, depth)
            elif tag == f"{_DRAW}text-box":
                self._apart(child, depth)
            elif tag in _HOLDERS:
                self.container(child, depth=depth + 1)

    def _apart(self, element: Any, depth: int) -> None:
        self._block += 1
        self.container(element, depth=depth + 1)
        self._block += 1

    def _table(self, table: Any, depth: int) -> None:
        self._block += 1
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table"), None) is not table:
                continue  # of a table inside one of our cells
            cells = list(row.iterchildren(f"{_TABLE}table-cell"))
            if all(sum(1 for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h") if _says(p)) <= 1 for cell in cells):
                before = len(self.lines)
                for cell in cells:
                    self.container(cell, depth=depth + 1)
                if len(found := self.lines[before:]) > 1:
                    self.lines[before:] = [joined(found)]
            else:
                for cell in cells:
                    self._apart(cell, depth)
        self._block += 1

    def _paragraph(self, paragraph: Any, depth: int, listed: int) -> None:
        look = self._look(paragraph.get(f"{_TEXT}style-name"))
        boxes: list[Any] = []
        runs = list(self._runs(paragraph, look, "", boxes, 0))
        level = _number(paragraph.get(f"{_TEXT}outline-level"), look.level or 1)
        heading = min(max(level, 1), 6) if paragraph.tag == f"{_TEXT}h" else min(look.level, 6)
        indent = look.indent + 18.0 * listed
        for index, row in enumerate(split_lines(runs)):
            is_item = listed > 0 and index == 0
            if line := line_of(row, block=self._block, listed=is_item, heading=heading, indent=indent):
                self.lines.append(line)
        if not any(run.text.strip() for run in runs):
            self._block += 1
        for box in boxes:
            self._apart(box, depth)

    def _runs(self, element: Any, look: _Look, target: str, boxes: list[Any], depth: int) -> Iterator[Run]:
        """Runs of a paragraph; text boxes anchored in it are put by in ``boxes``."""
        bold, italic, size = bool(look.bold), bool(look.italic), look.size or 0.0
        if element.text:
            yield Run(_plain(element.text), bold, italic, size, target)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str):
                pass  # a comment
            elif tag == f"{_TEXT}tab":
                yield Run(CELL, bold, italic, size, target)
            elif tag == f"{_TEXT}line-break":
                yield Run("\n", bold, italic, size, target)
            elif tag == f"{_TEXT}s":
                spaces = min(max(_number(child.get(f"{_TEXT}c"), 1), 1), _MAX_SPACES)
                yield Run(" " * spaces, bold, italic, size, target)
            elif tag in {f"{_DRAW}frame", f"{_DRAW}g", f"{_DRAW}custom-shape"}:
                boxes += [child] if tag == f"{_DRAW}custom-shape" else child.iter(f"{_DRAW}text-box")
            elif tag not in _NOT_TEXT and depth < _MAX_DEPTH:
                inner = self._look(child.get(f"{_TEXT}style-name"), look)
                link = (child.get(_LINK) or "").strip() if tag == f"{_TEXT}a" else target
                yield from self._runs(child, inner, link, boxes, depth + 1)
            if child.tail:
                yield Run(_plain(child.tail), bold, italic, size, target)

    def _look(self, name: str | None, around: _Look | None = None) -> _Look:
        """The look of a style with what its parents and the text around it say."""
        bold = italic = size = None
        level, indent = 0, 0.0
        for _ in range(20):  # a style may name itself as its parent
            style = self._looks.get(name or "")
            if style is None:
                break
            bold = style.bold if bold is None else bold
            italic = style.italic if italic is None else italic
            size = style.size if size is None else size
            level = level or style.level or (1 if name == "Title" else 0)
            indent, name = indent or style.indent, style.parent
        if around is not None:
            bold = around.bold if bold is None else bold
            italic = around.italic if italic is None else italic
            size = around.size if size is None else size
        return _Look("", bold, italic, size, level, indent)


def _says(paragraph: Any) -> bool:
    return bool("".join(paragraph.itertext()).strip())


def _plain(text: str) -> str:
    """The format shows any run of spaces and line ends as one space."""
    squeezed = " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())
    if not squeezed:
        return " "
    return f"{' ' if text[0].isspace() else ''}{squeezed}{' ' if text[-1].isspace() else ''}"


def _points(length: str | None) -> float:
    """``0.5in`` in points; 0 for anything that is no length."""
    if not length or length[-2:] not in _POINTS:
        return 0.0
    try:
        return float(length[:-2]) * _POINTS[length[-2:]]
    except ValueError:
        return 0.0


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else usual
