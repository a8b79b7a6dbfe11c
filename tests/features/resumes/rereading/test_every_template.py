"""All templates × all sample résumés: what stands on the page comes back, from its visible text alone."""

from __future__ import annotations

from itertools import cycle

import pytest

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.rereading import reread
from careercoach_desktop.features.resumes.typeset import typeset_pdf
from careercoach_desktop.features.resumes.typeset.pdf import typeset
from tests.features.resumes.typeset.pages import NAMES, PEOPLE, pdf_of, person
from tests.features.resumes.typeset.samples import styled

FAMILIES = ("Inter", "Source Sans 3", "Source Serif 4", "Libertinus Serif")
FITTING = ("student", "german", "climber", "lena")


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("name", PEOPLE)
def test_every_field_survives(name: str, template: str) -> None:
    report = reread(person(name), pdf_of(name, template), "resume.pdf")
    assert report.sentences() == []
    assert report.checked >= 5


@pytest.mark.parametrize(("name", "template"), list(zip(PEOPLE, cycle(NAMES), strict=False)))
def test_every_field_survives_on_letter_paper(name: str, template: str) -> None:
    assert reread(person(name), pdf_of(name, template, "letter"), "resume.pdf").sentences() == []


@pytest.mark.parametrize(
    ("name", "template"), [*zip(cycle(FITTING), NAMES, strict=False), *zip(cycle(FITTING[1:]), NAMES, strict=False)]
)
def test_every_field_survives_the_fitting_to_one_page(name: str, template: str) -> None:
    made = typeset(person(name), styled(template, one_page=True))
    assert reread(person(name), made.document, "resume.pdf").sentences() == []


@pytest.mark.parametrize(
    ("family", "template"), [*zip(cycle(FAMILIES), NAMES, strict=False), *zip(cycle(FAMILIES[1:]), NAMES, strict=False)]
)
def test_every_field_survives_in_another_font(template: str, family: str) -> None:
    data = person("everything")
    assert reread(data, typeset_pdf(data, styled(template, font=family)), "resume.pdf").sentences() == []


@pytest.mark.parametrize("template", NAMES)
def test_sections_left_out_and_moved_are_not_missed(template: str) -> None:
    data = person("everything")
    style = ResumeStyle(template=template, left_out=["skills", "summary", data.sections[0].id], order=["education"])
    report = reread(data, typeset_pdf(data, style), "resume.pdf", left_out=style.left_out)
    assert report.sentences() == []
    assert not reread(data, typeset_pdf(data, style), "resume.pdf").survived
