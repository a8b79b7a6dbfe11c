"""The pages as a tagged PDF, set by Typst."""

from __future__ import annotations

from dataclasses import asdict

from careercoach_desktop.features.practice.typeset.page import PracticePage
from careercoach_desktop.foundation.documents.typesetting.compiler import compile_pdf
from careercoach_desktop.foundation.documents.typesetting.fonts import east_asian_families, east_asian_script
from careercoach_desktop.foundation.resources import resource

_FACE = "Inter"


def typeset_pdf(page: PracticePage) -> bytes:
    """On as many pages as it takes."""
    text = " ".join((page.title, *(each.question for each in page.rounds), *(a for r in page.rounds for a in r.answer)))
    script = east_asian_script(text, page.language)
    others = east_asian_families(script, _FACE) if script else ()
    value = asdict(page) | {"fonts": [_FACE, *others[:2]]}
    return compile_pdf(resource("templates/practice.typ"), value)
