"""A résumé's data set on paper: the same sheet as PDF (Typst) and as DOCX (Word styles).

``typeset_pdf`` and ``typeset_docx`` are plain module-level functions for the warm child process. Naming them costs the
window's process nothing: Typst, python-docx and babel load where they run.
"""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.typeset.templates import PAPERS, TEMPLATES, Template

__all__ = ["PAPERS", "TEMPLATES", "Template", "typeset_docx", "typeset_pdf"]


def typeset_pdf(data: ResumeData, template: str, *, paper: str = "a4", accent: str = "#5442C9") -> bytes:
    """A tagged PDF with text, links, language and metadata.

    ``template``: a name in ``TEMPLATES``; ``paper``: one of ``PAPERS``; ``accent``: ``#RRGGBB``. ValueError for
    anything else. It holds the GIL for some milliseconds: run it in the child process.
    """
    from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf as typeset

    return typeset(data, template, paper=paper, accent=accent)


def typeset_docx(data: ResumeData, template: str, *, paper: str = "a4", accent: str = "#5442C9") -> bytes:
    """A Word file that says exactly what ``typeset_pdf`` says; same arguments, same ValueError."""
    from careercoach_desktop.features.resumes.typeset.docx import typeset_docx as typeset

    return typeset(data, template, paper=paper, accent=accent)
