"""From the bytes of a file to its text with positions.

Untrusted files are read in a child process, so everything here is a plain module-level function that pickles, and
the parsing libraries load only when a file of their kind arrives.
"""

from __future__ import annotations

from collections.abc import Callable

from careercoach_desktop.foundation.documents.model import SourceText
from careercoach_desktop.foundation.errors import UserError

from . import refusals, sniff
from .bounds import bounded

USUAL_SECONDS = 60.0
HeadingTest = Callable[[str], bool]
"""Says whether a short text opens a section; helps to tell two columns from a table with labels."""


def read_document(data: bytes, file_name: str, opens_section: HeadingTest | None = None) -> SourceText:
    """The text of a PDF, DOCX, ODT, RTF, text, Markdown, HTML or JSON file, of LinkedIn's export, or of a picture, in
    reading order.

    The kind is found from the bytes; ``file_name`` only helps where bytes can't tell. ``opens_section`` is for
    callers who know the headings of their documents. Raises ``UserError`` with the codes of ``refusals``.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise refusals.empty()
    if len(data) > refusals.MAX_BYTES:
        raise refusals.too_large(len(data))
    media_type = sniff.media_type_of(data, file_name)
    if not media_type:
        raise refusals.other_kind(sniff.what_else(data))
    source = bounded(_reader(media_type)(data, opens_section))
    warning = _mislabelled(media_type, file_name)
    if not any(line.text.strip() for line in source.lines):
        raise refusals.no_text() if media_type in _MAY_HOLD_PICTURES else refusals.empty()
    if not warning:
        return source
    return SourceText(source.media_type, source.lines, source.pages, (*source.warnings, warning), source.links)


def seconds_to_read(data: bytes, file_name: str) -> float:
    """How long ``read_document`` may take before something is wrong: longer for many scanned pages."""
    if sniff.media_type_of(data, file_name) != sniff.PDF:
        return USUAL_SECONDS
    from . import pdf

    try:
        return USUAL_SECONDS + pdf.further_seconds(data)
    except UserError:  # reading it says so
        return USUAL_SECONDS


def page_sizes(data: bytes, media_type: str) -> list[tuple[float, float]]:
    """Width and height in points of every page; empty for formats without pages."""
    if media_type not in sniff.PAGED:
        return []
    from . import pdf

    return pdf.page_sizes(_as_pdf(data, media_type))


def only_pictures(data: bytes, media_type: str) -> bool:
    """Whether the file is a picture, or a PDF with hardly any letters on its pages. Raises ``UserError``."""
    from . import pdf

    return media_type in sniff.PICTURES or (media_type == sniff.PDF and pdf.only_pictures(data))


def page_image(data: bytes, media_type: str, page: int, width_px: int) -> bytes:
    """PNG of one PDF page (counted from 0), ``width_px`` wide; ``b""`` for formats that have no pages.

    Raises ``UserError`` like ``read_document``; ``IndexError`` for a page the file does not have.
    """
    if media_type not in sniff.PAGED:
        return b""
    from . import page_picture

    return page_picture.png(_as_pdf(data, media_type), page, width_px)


def _as_pdf(data: bytes, media_type: str) -> bytes:
    if media_type not in sniff.PICTURES:
        return data
    from . import picture_file

    return picture_file.as_pdf(data)


def _reader(media_type: str) -> Callable[[bytes, HeadingTest | None], SourceText]:
    if media_type == sniff.PDF:
        from . import pdf

        return pdf.read
    if media_type in sniff.PICTURES:
        from . import picture_file

        return picture_file.read
    if media_type == sniff.DOCX:
        from . import word

        return word.read
    if media_type == sniff.ODT:
        from . import open_document

        return open_document.read
    if media_type == sniff.RTF:
        from . import rtf

        return rtf.read
    if media_type == sniff.LINKEDIN:
        from . import tables

        return tables.read
    if media_type == sniff.HTML:
        from . import web_page

        return web_page.read
    if media_type in {sniff.TEXT, sniff.MARKDOWN, sniff.JSON}:
        from . import plain

        return plain.reader(media_type)
    raise refusals.unknown_type()


_SUFFIXES = {
    sniff.PDF: {"pdf"},
    sniff.DOCX: {"docx", "docm", "dotx"},
    sniff.ODT: {"odt", "ott"},
    sniff.RTF: {"rtf", "doc"},
    sniff.LINKEDIN: {"zip"},
    sniff.PNG: {"png"},
    sniff.JPEG: {"jpg", "jpeg", "jpe", "jfif"},
    sniff.HTML: {"html", "htm", "xhtml", "mhtml"},
    sniff.JSON: {"json"},
    sniff.TEXT: {"txt", "text", "md", "markdown", ""},
    sniff.MARKDOWN: {"txt", "text", "md", "markdown", ""},
}
_NAMES = {
    sniff.PDF: "a PDF",
    sniff.DOCX: "a Word document",
    sniff.ODT: "an OpenDocument file",
    sniff.RTF: "an RTF file",
    sniff.LINKEDIN: "LinkedIn’s data export",
    sniff.HTML: "a web page",
    sniff.JSON: "JSON",
    **dict.fromkeys(sniff.PICTURES, "a picture"),
}
_MAY_HOLD_PICTURES = {sniff.PDF, sniff.DOCX, sniff.ODT, sniff.RTF}


def _mislabelled(media_type: str, file_name: str) -> str:
    _, dot, suffix = file_name.lower().rpartition(".")
    suffix = suffix if dot else ""
    if not suffix or suffix in _SUFFIXES[media_type]:
        return ""
    return f"The name ends in .{suffix}, but the file is {_NAMES.get(media_type, 'plain text')}; it was read as that."
