"""A résumé's data set on paper: the same sheet as PDF (Typst) and as DOCX (Word styles).

``typeset_pdf`` and ``typeset_docx`` are plain module-level functions for the warm child process. Naming them costs the
window's process nothing: Typst, python-docx and babel load where they run.
"""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.templates import PAPERS, TEMPLATES, Template

__all__ = ["PAPERS", "TEMPLATES", "Template", "typeset_docx", "typeset_pdf"]


def typeset_pdf(data: ResumeData, style: ResumeStyle) -> bytes:
    """A tagged PDF with text, links, language and metadata. ValueError for an unknown template.

    It holds the GIL for some milliseconds: run it in the child process.
    """
    from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf as typeset

    return typeset(data, style)


def typeset_docx(data: ResumeData, style: ResumeStyle) -> bytes:
    """A Word file that says exactly what ``typeset_pdf`` says; same arguments, same ValueError."""
    from careercoach_desktop.features.resumes.typeset.docx import typeset_docx as typeset

    return typeset(data, style)
