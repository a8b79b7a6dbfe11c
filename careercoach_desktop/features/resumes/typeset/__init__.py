"""A résumé's data set on paper: the same sheet as PDF (Typst) and as DOCX (Word styles).

``typeset_pdf`` and ``typeset_docx`` are plain module-level functions, so that they can run in the warm child process.
"""

from careercoach_desktop.features.resumes.typeset.templates import TEMPLATES, Template

__all__ = ["TEMPLATES", "Template"]
