"""A letter set on paper: the same page as PDF (Typst) and as DOCX (Word styles), in the look of a résumé's template.

Plain module-level functions for the warm child process; Typst, python-docx and babel load where they run.
"""

from __future__ import annotations

from careercoach_desktop.features.letters.typeset.page import LetterPage
from careercoach_desktop.features.resumes.model import ResumeStyle

__all__ = ["LetterPage", "typeset_docx", "typeset_pdf"]


def typeset_pdf(page: LetterPage, style: ResumeStyle) -> bytes:
    """A tagged PDF with text, links, language and metadata. ValueError for an unknown template."""
    from careercoach_desktop.features.letters.typeset.pdf import typeset_pdf as typeset

    return typeset(page, style)


def typeset_docx(page: LetterPage, style: ResumeStyle) -> bytes:
    """A Word file that says exactly what ``typeset_pdf`` says; same arguments, same ValueError."""
    from careercoach_desktop.features.letters.typeset.docx import typeset_docx as typeset

    return typeset(page, style)
