"""Pages drawn: the original's first one, and those a template sets, with the places of their values."""

from __future__ import annotations

from urllib.parse import unquote

from careercoach_desktop.features.resumes.model import Region, ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.picture.preview import Place, Preview, PreviewPage
from careercoach_desktop.foundation.documents.reading import page_image
from careercoach_desktop.foundation.documents.reading.sniff import PAGED

_PDF = "application/pdf"
_MM_PER_POINT = 25.4 / 72
_PLACE = "place:"


def first_page(
    data: bytes, media_type: str, resume: ResumeData, width_px: int, style: ResumeStyle | None = None
) -> bytes:
    """PNG of the first page, ``width_px`` wide. ``data`` may be empty: then ``resume`` is set in ``style``."""
    if data and media_type in PAGED:
        return page_image(data, media_type, 0, width_px)
    return preview(resume, style or ResumeStyle(), width_px, 1).pages[0].png


def preview(resume: ResumeData, style: ResumeStyle, width_px: int, at_most: int, quick: bool = False) -> Preview:
    """The first ``at_most`` pages as ``style`` sets them, each ``width_px`` wide, with the places of their values.

    ``quick``: pictures as BMP instead of PNG, large but packed and unpacked in no time.
    """
    from careercoach_desktop.features.resumes.typeset.pdf import typeset
    from careercoach_desktop.foundation.documents.typesetting.drawn import drawn_pages

    made = typeset(resume, style, places=True)
    drawn = drawn_pages(made.document, width_px, at_most, quick=quick)
    pages = tuple(
        PreviewPage(
            page.png,
            (page.width * _MM_PER_POINT, page.height * _MM_PER_POINT),
            tuple(
                Place(unquote(link.target.removeprefix(_PLACE)), Region(page=number, **_edges(link.box)))
                for link in page.links
                if link.target.startswith(_PLACE)
            ),
        )
        for number, page in enumerate(drawn.pages)
    )
    return Preview(pages, drawn.count, made.fits, made.notes)


def _edges(box: tuple[float, float, float, float]) -> dict[str, float]:
    return dict(zip(("left", "top", "right", "bottom"), box, strict=True))
