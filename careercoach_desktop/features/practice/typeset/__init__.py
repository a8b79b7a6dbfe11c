"""A practice on paper: its result, and every question with the answer, the scores and what was thought of it.

A plain module-level function for the warm child process; Typst loads where it runs.
"""

from __future__ import annotations

from careercoach_desktop.features.practice.typeset.page import PracticePage, page_of

__all__ = ["PracticePage", "page_of", "typeset_pdf"]


def typeset_pdf(page: PracticePage) -> bytes:
    """A tagged PDF with text, languages, headings and metadata; figures stand beside every bar and ring."""
    from careercoach_desktop.features.practice.typeset.pdf import typeset_pdf as typeset

    return typeset(page)
