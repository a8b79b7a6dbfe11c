"""The résumé as a tagged PDF, set by Typst."""

from __future__ import annotations

from dataclasses import dataclass, field

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.fitting import STEPS, Fit, smallest_step, step
from careercoach_desktop.features.resumes.typeset.sheet import Sheet
from careercoach_desktop.features.resumes.typeset.templates import Template, template_named
from careercoach_desktop.foundation.documents.typesetting.compiler import TypesettingError, compile_pdf
from careercoach_desktop.foundation.documents.typesetting.drawn import page_count
from careercoach_desktop.foundation.documents.typesetting.fonts import (
    OWN_FAMILIES,
    east_asian_families,
    east_asian_script,
    missing_font,
)
from careercoach_desktop.foundation.resources import resource

TOO_LONG = (
    "This does not fit on one page without becoming hard to read. "
    "Leave out a section or some points, or let it take two pages."
)
NO_PICTURE = "The picture could not be read, so the page has none. Choose it again as PNG or JPEG."
_last_steps: dict[tuple[str, str, str], int] = {}
"""Where the last page of this look fitted, in this process: a guess that is checked, never an answer."""


@dataclass(frozen=True, slots=True)
class TypesetPdf:
    """A PDF and what is to be said about it.

    ``fits`` is false when one page was wanted and more are needed; ``notes`` are sentences for the person.
    """

    document: bytes
    fits: bool = True
    notes: tuple[str, ...] = ()


def typeset_pdf(data: ResumeData, style: ResumeStyle) -> bytes:
    """The bytes of a PDF with text, links, tags, language and metadata; as ``typeset``."""
    return typeset(data, style).document


def typeset(data: ResumeData, style: ResumeStyle, *, places: bool = False) -> TypesetPdf:
    """``data`` set in ``style``. ValueError for an unknown template.

    With ``places``, for a preview: every value is a link to ``place:`` and its path instead of what it leads to, and
    the file is not tagged; the layout is the same. Runs in any process; it holds the GIL for some milliseconds, so not
    in the window's.
    """
    setting = _Setting(compose(data, style), style, template_named(style.template), places=places)
    return setting.made()


@dataclass(slots=True)
class _Setting:
    """One sheet on its way through the compiler."""

    sheet: Sheet
    style: ResumeStyle
    template: Template
    places: bool
    notes: list[str] = field(default_factory=list)
    _value: dict[str, object] = field(default_factory=dict)
    _photo: bytes = b""
    _system_fonts: bool = False

    def made(self) -> TypesetPdf:
        self._value = {
            **self.sheet.as_json(),
            "paper": self.style.paper,
            "accent": self.style.accent,
            "places": self.places,
            "size": self.template.size_pt,
            "fonts": self._fonts(),
            "own_font": bool(self.style.font),
        }
        self._photo = self.sheet.photo if self.template.photo else b""
        document = self._fitted() if self.style.one_page else self._set(Fit(), tagged=not self.places)
        fits = not self.style.one_page or page_count(document) == 1
        return TypesetPdf(document, fits, (*self.notes, *(() if fits else (TOO_LONG,))))

    def _fonts(self) -> list[str]:
        """The family of the running text, then those for East Asian letters, then one of ours for stray signs."""
        family = self.style.font or self.template.font
        text = " ".join(str(value) for value in (self.sheet.name, self.sheet.contact, self.sheet.sections))
        script = east_asian_script(text, self.sheet.language)
        others = east_asian_families(script, self.template.font) if script else ()
        if script and not others:
            self.notes.append(missing_font(script))
        self._system_fonts = family not in OWN_FAMILIES
        return list(dict.fromkeys([family, self.template.font, *others[:2], "Inter"]))

    def _fitted(self) -> bytes:
        """On one page where a step of tightening reaches that; as designed where none does."""
        drafts: dict[int, bytes] = {}
        size = self.template.size_pt
        kind = (self.template.name, self.style.paper, self.style.font)

        def fits(number: int) -> bool:
            if number not in drafts:
                drafts[number] = self._set(step(number, size), tagged=False)
            return page_count(drafts[number]) == 1

        found = smallest_step(fits, min(_last_steps.get(kind, 0), STEPS))
        _last_steps[kind] = STEPS if found is None else found
        chosen = found or 0
        if self.places and chosen in drafts:
            return drafts[chosen]
        return self._set(step(chosen, size), tagged=not self.places)

    def _set(self, fit: Fit, *, tagged: bool) -> bytes:
        source = resource(f"templates/{self.template.name}.typ")
        try:
            value = {**self._value, "fit": fit.as_json()}
            return compile_pdf(source, value, picture=self._photo, tagged=tagged, system_fonts=self._system_fonts)
        except TypesettingError:
            if not self._photo:
                raise
        self._photo = b""  # if that was not to blame, the next try says so
        made = self._set(fit, tagged=tagged)
        self.notes.append(NO_PICTURE)
        return made
