"""HTML as lines: block elements become lines, scripts and styles are never looked at."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from careercoach_desktop.foundation.documents.model import CELL, Line, Link, SourceText
from careercoach_desktop.foundation.web.encoding import decode_page

from . import refusals
from .bounds import MAX_LINES
from .plain import make_line, take_mark
from .runs import MAX_PARAGRAPH
from .sniff import HTML

_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "nav", "button"})
_BLOCK_NAMES = (
    "address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html "
    "li main ol p pre section table tbody thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CLOSE = frozenset({"li", "tr", "dd", "dt", "tbody", "thead", "p", "ul", "ol", "div", "main", "body", "html"})
"""Blocks that follow each other without a wider gap than lines have."""
_MAX_DEPTH = 200
_MAX_NODES = 300_000
_MAX_NESTING = 2000
"""Elements open at once; a parser that looks for an open one among all of them takes the square of it."""
_MAX_MARKUP = 6_000_000
_INLINE = re.compile(r"""(?<==)(?:"data:[^"]*"|'data:[^']*')""")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000}")
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|b|i|u|em|strong|font|a|section|article|ul|ol|center|small)\b", re.IGNORECASE
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


class _Writer:
    """Collects text until a block ends, then makes a line of it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.block = 0
        self._text = ""
        self._links: list[Link] = []
        self._bold = 0
        self._letters = 0
        self._in_item = False
        self._seen = 0

    def has_room(self) -> bool:
        """Counts what was looked at; false when it is more than a document holds."""
        self._seen += 1
        return self._seen < _MAX_NODES and len(self.lines) <= MAX_LINES and len(self._text) <= MAX_PARAGRAPH

    def begin_item(self) -> None:
        """The next line is the first of a list item, however many elements it is wrapped in."""
        self._in_item = True

    def add(self, text: str, *, bold: bool) -> None:
        words = " ".join(text.split())
        if not words:
            self._space(text)
            return
        if text[:1].isspace():
            self._space(" ")
        self._text += words
        self._letters += len(words)
        self._bold += len(words) if bold else 0
        if text[-1:].isspace():
            self._space(" ")

    def _space(self, text: str) -> None:
        if text and self._text and not self._text.endswith((" ", CELL)):
            self._text += " "

    def cell(self) -> None:
        if self._text.strip():
            self._text = self._text.rstrip() + CELL

    def link(self, target: str, start: int) -> None:
        if target.startswith(("http://", "https://", "mailto:", "tel:")):
            self._links.append(Link(target, start, len(self._text.rstrip())))

    @property
    def at(self) -> int:
        return len(self._text)

    def end(self, heading: int = 0) -> None:
        text = self._text.strip(" " + CELL)
        shift = len(self._text) - len(self._text.lstrip())
        if text:
            bullet, self._in_item = self._in_item and not heading, False
            body, marked = take_mark(text)
            cut = len(text) - len(body) + shift
            bold = bool(heading) or self._bold * 2 > self._letters
            line = make_line(body, block=self.block, bullet=bullet or marked, heading=heading, bold=bold)
            kept = [Link(i.target, max(i.start - cut, 0), i.end - cut) for i in self._links]
            self.lines.append(
                Line(
                    line.text,
                    words=line.words,
                    bullet=line.bullet,
                    heading=heading,
                    bold=bold,
                    block=self.block,
                    links=tuple(kept) or line.links,
                )
            )
        self._text, self._links, self._bold, self._letters = "", [], 0, 0


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The visible text of a page in document order; link targets stay with their words."""
    tree = LexborHTMLParser(_tame(decode_page(data)))
    writer = _Writer()
    root = tree.body or tree.root
    if root is not None:
        _walk(root, writer, bold=False, depth=0)
    writer.end()
    targets = dict.fromkeys(link.target for line in writer.lines for link in line.links)
    return SourceText(HTML, tuple(writer.lines), links=tuple(targets))


def _tame(markup: str) -> str:
    """Markup that a parser gets through: without the pictures inside it. Raises ``UserError`` (``file-suspicious``)."""
    markup = _INLINE.sub('""', markup)[:_MAX_MARKUP]
    if _LONG_TAG.search(markup):
        raise refusals.suspicious("one of its tags is longer than any page’s")
    depth = 0
    for tag in _NESTING.finditer(markup):
        depth += -1 if tag.group(1) else 1
        if depth > _MAX_NESTING:
            raise refusals.suspicious("it is nested deeper than any document")
    return markup


def _walk(node: LexborNode, writer: _Writer, *, bold: bool, depth: int) -> None:
    child = node.child
    while child is not None and writer.has_room():
        tag = child.tag or ""
        if tag == "-text":
            writer.add(child.text_content or "", bold=bold)
        elif tag == "br":
            writer.end()
        elif tag not in _SKIPPED and not tag.startswith("-") and depth < _MAX_DEPTH:
            _element(child, tag, writer, bold=bold, depth=depth)
        child = child.next


def _element(node: LexborNode, tag: str, writer: _Writer, *, bold: bool, depth: int) -> None:
    attributes = node.attributes
    style = attributes.get("style") or ""
    if "hidden" in attributes or _UNSEEN.search(style):
        return
    heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
    bold = bold or tag in {"b", "strong", "th"} or bool(heading) or bool(_HEAVY.search(style))
    if tag in _BLOCKS:
        writer.end()
        writer.block += tag not in _CLOSE or (tag == "p" and not (node.text() or "").strip())
    if tag == "li":
        writer.begin_item()
    if tag in {"td", "th"}:
        writer.cell()
    start = writer.at
    _walk(node, writer, bold=bold, depth=depth + 1)
    if tag == "a":
        writer.link(attributes.get("href") or "", start)
    if tag in _BLOCKS:
        writer.end(heading)
