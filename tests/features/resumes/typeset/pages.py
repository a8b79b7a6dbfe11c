"""Every varied résumé in every template, typeset once however many tests look at it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_pdf
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.sheet import Entry, SheetSection
from tests.features.resumes.typeset.samples import everything, sample, short, styled
from tests.features.resumes.typeset.varied import VARIED

NAMES = [template.name for template in TEMPLATES]
PEOPLE = {
    **VARIED,
    "lena": lambda: sample("lena-marsh"),
    "camille": lambda: sample("camille-bergmann"),
    "everything": everything,
    "short": short,
}


@cache
def person(name: str) -> ResumeData:
    """The same object each time: entries have ids of their own."""
    return PEOPLE[name]()


@cache
def pdf_of(name: str, template: str, paper: str = "a4") -> bytes:
    return typeset_pdf(person(name), styled(template, paper=paper))


def letters(text: str) -> str:
    """``text`` as its letters and figures alone: blanks, line ends and signs are the layout's business."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def parts_in_order(name: str) -> list[list[list[str]]]:
    """What the page says: sections of entries of values, each as ``letters``; the first value of a section is its
    heading. Inside an entry a template may put the date before or behind the title."""
    return [_section(section) for section in compose(person(name)).sections]


def _section(section: SheetSection) -> list[list[str]]:
    lines = [*section.paragraphs, *(part for row in section.rows for part in (row.label, row.text)), *section.bullets]
    found = [[section.title.text], *(_entry(entry) for entry in section.entries), *([line.text] for line in lines)]
    return [[letters(value) for value in values if letters(value)] for values in found]


def _entry(entry: Entry) -> list[str]:
    rows = [part for row in entry.details for part in (row.label, row.text)]
    lines = [entry.title, entry.subtitle, entry.date, entry.place, entry.text, *entry.bullets, *rows]
    return [line.text for line in lines]
