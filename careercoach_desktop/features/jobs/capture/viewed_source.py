"""A page saved from a browser's "view source": its HTML is the text of another page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

_LINES = "body#viewsource pre, td.line-content"
"""Firefox's page and Chrome's."""


def viewed_source(tree: LexborHTMLParser) -> str:
    """The HTML that the page shows; empty for a page that shows none."""
    text = "\n".join(node.text() for node in tree.css(_LINES))
    return text if "<" in text and ("</" in text or "/>" in text) else ""
