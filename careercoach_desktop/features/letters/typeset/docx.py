"""The letter as a Word file: real styles, so that a person can go on writing."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from careercoach_desktop.features.letters.typeset.page import LetterPage
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.sheet import Said
from careercoach_desktop.features.resumes.typeset.templates import check_style
from careercoach_desktop.features.resumes.typeset.word_styles import Look, apply, look_for

_LINES = 1.2
"""Between the lines of running text."""


def typeset_docx(page: LetterPage, style: ResumeStyle) -> bytes:
    """The bytes of a DOCX that says exactly what the PDF says; ValueError for an unknown template."""
    check_style(style)
    look = look_for(style)
    document: Any = docx.Document()
    apply(document, look, paper=style.paper, accent=style.accent, language=page.language)
    _properties(document, page)
    _head(document, page, style, look)
    _body(document, page)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _properties(document: Any, page: LetterPage) -> None:
    properties = document.core_properties
    properties.title = page.subject[:255]
    properties.author = properties.last_modified_by = page.signature[:255]
    properties.language = page.language
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def _head(document: Any, page: LetterPage, style: ResumeStyle, look: Look) -> None:
    sheet = compose(page.sender, style)
    if sheet.name:
        document.add_paragraph(sheet.name.text, style="Title")
    if sheet.contact:
        line = document.add_paragraph("", style="Contact")
        for index, item in enumerate(sheet.contact):
            if index:
                line.add_run(look.separator)
            _linked(line, item)


def _body(document: Any, page: LetterPage) -> None:
    _lines(document, page.recipient, before=24, after=10)
    _lines(document, (page.dated,), before=0 if page.recipient else 24, after=16)
    if page.subject:
        _lines(document, (page.subject,), before=0, after=12)
        document.paragraphs[-1].runs[0].bold = True
    for text in (page.greeting, *page.paragraphs):
        _lines(document, (text,) if text else (), before=0, after=9)
    _lines(document, (page.closing,) if page.closing else (), before=4, after=18)
    if page.closing and page.signature:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    _lines(document, (page.signature,) if page.signature else (), before=0, after=0)


def _lines(document: Any, texts: tuple[str, ...], *, before: int, after: int) -> None:
    for number, text in enumerate(texts):
        paragraph = document.add_paragraph(text, style="Normal")
        layout = paragraph.paragraph_format
        layout.alignment = WD_ALIGN_PARAGRAPH.LEFT
        layout.space_before = Pt(before if number == 0 else 0)
        layout.space_after = Pt(after if number == len(texts) - 1 else 0)
        layout.line_spacing = _LINES


def _linked(paragraph: Any, said: Said) -> None:
    """Append every piece, linked to where it leads."""
    for piece in said.pieces:
        run = paragraph.add_run(piece.text)
        if piece.url:
            link = OxmlElement("w:hyperlink")
            target = paragraph.part.relate_to(piece.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), target)
            paragraph._p.append(link)  # noqa: SLF001  python-docx reads links but can't make them
            link.append(run._r)  # noqa: SLF001
