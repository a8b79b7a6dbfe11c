"""A parsed page as a flat list in reading order, so that no page, however deeply nested, costs more than its length.

The parser's own tree is walked once; afterwards parents, children and what is inside an element are index arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from careercoach_desktop.foundation.errors import UserError

TEXT = "-text"
UNSEEN_LIST = """
    script style noscript template svg math canvas iframe object embed audio video picture img map head title meta
    link base select option datalist input textarea button progress meter dialog -comment
"""
UNSEEN = frozenset(UNSEEN_LIST.split())
BLOCKS_LIST = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr
    ul
"""
BLOCKS = frozenset(BLOCKS_LIST.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|em)?\b"
    r"|(?<![\w-])color\s*:\s*transparent(?!.*background-clip)",
    re.IGNORECASE | re.DOTALL,
)
"""Not the white and the see-through: pages write white on dark pictures, and let paragraphs appear one by one."""
_TINY = re.compile(r"font-size\s*:\s*(?:0(?:\.\d+)?|[12])(?:px|pt|em|rem|%)?\s*(?:;|!|\Z)", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(/?)(?:div|section|article|ul|ol|dl|blockquote|center|main|details|fieldset|figure|menu|nav|aside|header"
    r"|footer|form)\b",
    re.IGNORECASE,
)
_MOST_NODES = 200_000
_MOST_DEPTH = 2_500
_MOST_NESTING = 3_000


class Outline:
    """The elements and texts under one element in reading order. ``ends[i]`` is the index after all inside ``i``."""

    def __init__(self, root: LexborNode) -> None:
        self.nodes: list[LexborNode] = []
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        open_: list[tuple[int, int]] = []
        for place, node in enumerate(root.traverse(include_text=True)):
            if place >= _MOST_NODES or len(open_) > _MOST_DEPTH:
                raise too_complex()
            above = node.parent.mem_id if node.parent is not None else -1
            while open_ and open_[-1][0] != above:
                self.ends[open_.pop()[1]] = place
            self.parents.append(open_[-1][1] if open_ else -1)
            self.nodes.append(node)
            self.tags.append(node.tag or "")
            self.ends.append(place + 1)
            open_.append((node.mem_id, place))
        for _, place in open_:
            self.ends[place] = len(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def text(self, place: int) -> str:
        """The words of a text node; empty for anything else."""
        return self.nodes[place].text_content or "" if self.tags[place] == TEXT else ""

    def attributes(self, place: int) -> dict[str, str]:
        if self.tags[place] == TEXT:
            return {}
        return {name: value or "" for name, value in self.nodes[place].attributes.items()}

    def children(self, place: int) -> Iterator[int]:
        inner = place + 1
        while inner < self.ends[place]:
            yield inner
            inner = self.ends[inner]

    def unseen(self, place: int) -> bool:
        """Whether nobody sees this element: code, form controls, and what the page itself hides."""
        if self.tags[place] in UNSEEN:
            # a button that is a heading's whole content only folds the section below it
            folds = self.tags[place] == "button" and self.tags[self.parents[place]] in HEADINGS
            return not folds
        if self.tags[place] == TEXT:
            return False
        attributes = self.nodes[place].attributes
        if not attributes:
            return False
        style = attributes.get("style") or ""
        return "hidden" in attributes or (bool(style) and self._hides(place, style))

    def _hides(self, place: int, style: str) -> bool:
        """Whether an element's own style keeps it from being seen. Letters of no size are a way to set boxes side by
        side, too: then what is inside has a size of its own."""
        if _HIDDEN_STYLE.search(style):
            return True
        inside = (
            self.nodes[inner].attributes for inner in range(place + 1, self.ends[place]) if self.tags[inner] != TEXT
        )
        return bool(_TINY.search(style)) and not any("font-size" in (one.get("style") or "") for one in inside)

    def all_text(self, place: int, most: int = 1_000) -> str:
        """Every seen word inside an element, blocks apart by newlines; no more than ``most`` nodes are looked at."""
        pieces: list[str] = []
        inner = place
        stop = min(self.ends[place], place + most)
        while inner < stop:
            if self.unseen(inner):
                inner = self.ends[inner]
                continue
            tag = self.tags[inner]
            if tag == TEXT:
                pieces.append(self.text(inner))
            elif tag in BLOCKS or tag == "br":
                pieces.append("\n")
            inner += 1
        return "".join(pieces)


def parse(html: str) -> LexborHTMLParser:
    """The parsed page. Raises ``UserError`` (page-too-complex) for pages nested so deeply that no person made them."""
    depth = 0
    for found in _BLOCK_TAG.finditer(html):
        depth += -1 if found[1] else 1
        if depth > _MOST_NESTING:
            raise too_complex()
    return LexborHTMLParser(html)


def root_of(tree: LexborHTMLParser) -> LexborNode:
    """The page's root element. Raises ``UserError`` (page-too-complex) for input the parser makes nothing of."""
    if tree.root is None:
        raise too_complex()
    return tree.root


def too_complex() -> UserError:
    return UserError(
        "This page is too large or too tangled to read.", "Paste the posting’s text instead.", code="page-too-complex"
    )
