"""The résumé as a tagged PDF, set by Typst."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.templates import template_named
from careercoach_desktop.foundation.documents.typesetting.compiler import compile_pdf
from careercoach_desktop.foundation.resources import resource


@dataclass(frozen=True, slots=True)
class TypesetPdf:
    """A PDF and what is to be said about it.

    ``fits`` is false when one page was wanted and more are needed; ``notes`` are sentences for the person.
    """

    document: bytes
    fits: bool = True
    notes: tuple[str, ...] = ()


def typeset(data: ResumeData, style: ResumeStyle, *, places: bool = False) -> TypesetPdf:
    """``data`` set in ``style``. ValueError for an unknown template.

    With ``places``, for a preview: every value is a link to ``place:`` and its path instead of what it leads to, and
    the file is not tagged; the layout is the same. Runs in any process; it holds the GIL for some milliseconds, so not
    in the window's.
    """
    template = template_named(style.template)
    value = {
        **compose(data, style).as_json(),
        "paper": style.paper,
        "accent": style.accent,
        "places": places,
    }
    return TypesetPdf(compile_pdf(resource(f"templates/{template.name}.typ"), value, tagged=not places))


def typeset_pdf(data: ResumeData, style: ResumeStyle) -> bytes:
    """The bytes of a PDF with text, links, tags, language and metadata; as ``typeset``."""
    return typeset(data, style).document
