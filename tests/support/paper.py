"""Makes real files for tests that read documents: PDFs set by Typst and Word files written by python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable

import typst
from docx import Document
from docx.document import Document as WordDocument


def pdf(source: str, *, width: str = "595pt", height: str = "842pt") -> bytes:
    """A PDF of a Typst source on plain paper (A4 unless told otherwise), in 10 point letters."""
    page = f"#set page(width: {width}, height: {height}, margin: 40pt)\n"
    setup = page + '#set text(size: 10pt, font: "Libertinus Serif")\n'
    return bytes(typst.compile((setup + source).encode()))


def word(write: Callable[[WordDocument], None]) -> bytes:
    """A DOCX that ``write`` filled."""
    document = Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
