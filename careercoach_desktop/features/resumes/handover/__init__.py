"""A file made and proved before it is handed over: written, read back by our own importer, compared.

Plain module-level functions, so that all of it happens in one visit to the child process.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
    from careercoach_desktop.features.resumes.rereading import RereadReport

Format = Literal["pdf", "docx", "html", "md", "txt", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
FILE_SUFFIXES = tuple(f".{each}" for each in FORMATS)
"""What a résumé can be written as: PDF, Word, a web page, Markdown, plain text and JSON Resume."""

_CALLED = {"en": "Resume", "de": "Lebenslauf"}
"""What a résumé is called in a file's name; “CV” in every other language."""


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section of the page: its key in ``ResumeStyle.order`` and ``left_out``, and its heading."""

    key: str
    title: str


def make(data: ResumeData, style: ResumeStyle, file_type: Format) -> tuple[bytes, RereadReport]:
    """The file's bytes and what reading it back has shown. ValueError for an unknown template or format."""
    document = _written(data, style, file_type)
    if file_type == "json":
        from careercoach_desktop.features.resumes.handover.json_back import read_back

        return document, read_back(data, document)
    from careercoach_desktop.features.resumes.rereading import reread

    return document, reread(data, document, f"export.{file_type}", left_out=style.left_out)


def sections(data: ResumeData, style: ResumeStyle) -> tuple[SectionName, ...]:
    """Every section there is something to say in, also those left out, in the order of ``style``."""
    from careercoach_desktop.features.resumes.typeset.composing import compose

    sheet = compose(data, style.model_copy(update={"left_out": []}))
    return tuple(SectionName(section.key, section.title.text or "More") for section in sheet.sections)


def families() -> tuple[str, ...]:
    """The fonts a résumé can be set in: ours first, then those of this computer that have all it needs."""
    from careercoach_desktop.foundation.documents.typesetting.fonts import OWN_FAMILIES, usable_families

    return (*OWN_FAMILIES, *usable_families())


def suggested_stem(data: ResumeData) -> str:
    """A name for the file that any system and any portal takes: ``Lena-Marsh-Resume``, ``Camille-Bergmann-Lebenslauf``.

    Letters lose their accents; a name in another script stays as it is.
    """
    bare = unicodedata.normalize("NFKD", data.basics.name).encode("ascii", "ignore").decode()
    words = re.findall(r"\w+", bare) or re.findall(r"\w+", data.basics.name)
    return "-".join([*words, _CALLED.get(data.language, "CV")])[:80]


def _written(data: ResumeData, style: ResumeStyle, file_type: Format) -> bytes:
    if file_type == "pdf":
        from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf

        return typeset_pdf(data, style)
    if file_type == "docx":
        from careercoach_desktop.features.resumes.typeset.docx import typeset_docx

        return typeset_docx(data, style)
    if file_type == "json":
        import json

        from careercoach_desktop.features.resumes.interchange import valid_json_resume

        return json.dumps(valid_json_resume(data), ensure_ascii=False, indent=2).encode()
    return _text(data, style, file_type).encode()


def _text(data: ResumeData, style: ResumeStyle, file_type: Format) -> str:
    from careercoach_desktop.features.resumes.typeset.composing import compose
    from careercoach_desktop.features.resumes.writing import to_html, to_markdown, to_plain_text

    sheet = compose(data, style)
    if file_type == "html":
        return to_html(sheet, accent=style.accent, font=style.font)
    if file_type == "md":
        return to_markdown(sheet)
    if file_type == "txt":
        return to_plain_text(sheet)
    raise ValueError(f"a résumé is exported as {', '.join(FORMATS)}, not {file_type!r}")
