"""A file made and proved before it is handed over: typeset, read back by our own importer, compared.

One plain module-level function, so that both halves happen in one visit to the child process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
    from careercoach_desktop.features.resumes.rereading import RereadReport

Format = Literal["pdf", "docx"]
FILE_SUFFIXES = (".pdf", ".docx", ".json")
"""What a résumé can be written as; the last is JSON Resume."""


def make(data: ResumeData, style: ResumeStyle, file_type: Format) -> tuple[bytes, RereadReport]:
    """The file's bytes and what reading it back has shown. ValueError as ``typeset`` for an unknown choice."""
    from careercoach_desktop.features.resumes.rereading import reread

    document = _typeset(data, style, file_type)
    return document, reread(data, document, f"export.{file_type}", left_out=style.left_out)


def _typeset(data: ResumeData, style: ResumeStyle, file_type: Format) -> bytes:
    if file_type == "pdf":
        from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf

        return typeset_pdf(data, style)
    if file_type == "docx":
        from careercoach_desktop.features.resumes.typeset.docx import typeset_docx

        return typeset_docx(data, style)
    raise ValueError(f"a résumé is exported as pdf or docx, not {file_type!r}")
