"""Pictures of pages: of the original where it has pages, else of the data set with our first template.

Plain module-level functions, because drawing an untrusted file happens in the child process.
"""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.typeset import TEMPLATES
from careercoach_desktop.foundation.documents.reading import page_image, page_sizes
from careercoach_desktop.foundation.documents.reading.sniff import PAGED

_PDF = "application/pdf"


def first_page(data: bytes, media_type: str, resume: ResumeData, width_px: int) -> bytes:
    """PNG of the first page, ``width_px`` wide. ``data`` may be empty: then ``resume`` is set and drawn."""
    if data and media_type in PAGED:
        return page_image(data, media_type, 0, width_px)
    return typeset_pages(resume, TEMPLATES[0].name, width_px, 1)[0]


def typeset_pages(resume: ResumeData, template: str, width_px: int, at_most: int, paper: str = "a4") -> list[bytes]:
    """PNGs of the first ``at_most`` pages as ``template`` sets them, each ``width_px`` wide."""
    from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf

    pdf = typeset_pdf(resume, template, paper=paper)
    count = min(at_most, len(page_sizes(pdf, _PDF)))
    return [page_image(pdf, _PDF, page, width_px) for page in range(count)]
