"""The résumé as a tagged PDF, set by Typst."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.typeset.sheet import compose
from careercoach_desktop.features.resumes.typeset.templates import check_options
from careercoach_desktop.foundation.documents.typesetting.compiler import compile_pdf
from careercoach_desktop.foundation.resources import resource


def typeset_pdf(data: ResumeData, template: str, *, paper: str = "a4", accent: str = "#5442C9") -> bytes:
    """The bytes of a PDF with text, links, tags, language and metadata.

    ``template``: a name in ``TEMPLATES``; ``paper``: ``a4`` or ``letter``; ``accent``: ``#RRGGBB``. ValueError for
    anything else. Runs in any process; it holds the GIL for some milliseconds, so not in the window's.
    """
    check_options(template, paper, accent)
    value = {**compose(data).as_json(), "paper": paper, "accent": accent}
    return compile_pdf(resource(f"templates/{template}.typ"), value)
