"""The letter as a tagged PDF, set by Typst."""

from __future__ import annotations

from dataclasses import asdict

from careercoach_desktop.features.letters.typeset.page import LetterPage
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.fitting import STEPS, Fit, step
from careercoach_desktop.features.resumes.typeset.sheet import said
from careercoach_desktop.features.resumes.typeset.templates import template_named
from careercoach_desktop.foundation.documents.typesetting.compiler import compile_pdf
from careercoach_desktop.foundation.documents.typesetting.drawn import page_count
from careercoach_desktop.foundation.documents.typesetting.fonts import (
    OWN_FAMILIES,
    east_asian_families,
    east_asian_script,
)
from careercoach_desktop.foundation.resources import resource

LARGER = 1.12
"""A letter is running text, so it is set a little larger than a résumé."""
_TRIES = (0, 3, STEPS // 2, 9)
"""Steps of tightening (see ``fitting``) that are tried, so that a last line does not take a page of its own."""


def typeset_pdf(page: LetterPage, style: ResumeStyle) -> bytes:
    """One page where a little less air gets it there; otherwise as designed, on as many as it takes."""
    first = b""
    for number in _TRIES:
        made = _set(page, style, step(number, _size(style)))
        if page_count(made) == 1:
            return made
        first = first or made
    return first


def _size(style: ResumeStyle) -> float:
    return template_named(style.template).size_pt * LARGER


def _set(page: LetterPage, style: ResumeStyle, fit: Fit) -> bytes:
    template = template_named(style.template)
    sheet = compose(page.sender, style)
    text = " ".join((page.subject, *page.paragraphs, page.signature))
    script = east_asian_script(text, page.language)
    others = east_asian_families(script, template.font) if script else ()
    family = style.font or template.font
    value = {
        "name": sheet.as_json()["name"],
        "label": asdict(said(page.subject)),  # the document's title: whose letter, and about what
        "contact": sheet.as_json()["contact"],
        "language": page.language,
        "template": template.name,
        "paper": style.paper,
        "accent": style.accent,
        "places": False,
        "size": _size(style),
        "fonts": list(dict.fromkeys([family, template.font, *others[:2], "Inter"])),
        "own_font": bool(style.font),
        "fit": fit.as_json(),
        "date": page.dated,
        "recipient": list(page.recipient),
        "subject": page.subject,
        "greeting": page.greeting,
        "paragraphs": list(page.paragraphs),
        "closing": page.closing,
        "signature": page.signature,
    }
    return compile_pdf(resource("templates/letter.typ"), value, system_fonts=family not in OWN_FAMILIES)
