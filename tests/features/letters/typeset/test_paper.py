"""A letter on paper: in every look, both formats say the same, and a page is a page."""

from __future__ import annotations

import io
from datetime import date

import docx
import pypdf
import pytest

from careercoach_desktop.features.letters.model import LOCAL, LetterDraft, Paragraph
from careercoach_desktop.features.letters.typeset import typeset_docx, typeset_pdf
from careercoach_desktop.features.letters.typeset.page import LetterPage, page_of
from careercoach_desktop.features.resumes.model import Basics, ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset import TEMPLATES
from careercoach_desktop.foundation.documents.reading import read_document
from tests.features.tailoring.engine.people import DATA_JOB

SENDER = ResumeData(basics=Basics(name="Lena Marsh", email="lena@marsh.example", phone="+44 113 496 0000"))
SENTENCE = "I rebuilt the nightly batch jobs and cut their run time from 6 h to 50 min, with those who rely on them. "
LOOKS = [template.name for template in TEMPLATES]


def page(paragraphs: int = 3, sentences: int = 3, **changes: str) -> LetterPage:
    draft = LetterDraft(
        engine=LOCAL,
        subject="Application for Senior Data Engineer",
        greeting="Dear hiring team,",
        paragraphs=[Paragraph(id=f"p{at}", text=f"Point {at}. " + SENTENCE * sentences) for at in range(paragraphs)],
        closing="Kind regards,",
        signature="Lena Marsh",
    )
    return page_of(draft.model_copy(update=changes), SENDER, DATA_JOB, date(2026, 11, 26))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_look_says_everything_in_order(look: str, paper: str) -> None:
    document = typeset_pdf(page(), ResumeStyle.model_validate({"template": look, "paper": paper}))
    text = " ".join(read_document(document, "letter.pdf").text.split())
    said = ["Lena Marsh", "lena@marsh.example", "Northwind", "26 November 2026", "Application for", "Dear hiring team,"]
    places = [text.find(each) for each in [*said, "Point 0.", "Point 1.", "Point 2.", "Kind regards,"]]
    assert -1 not in places
    assert places == sorted(places)
    assert SENTENCE.strip() in text


@pytest.mark.parametrize("look", LOOKS)
def test_word_says_the_same(look: str) -> None:
    document = docx.Document(io.BytesIO(typeset_docx(page(), ResumeStyle(template=look))))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert lines[0] == "Lena Marsh"
    assert lines[2:6] == ["Northwind", "26 November 2026", "Application for Senior Data Engineer", "Dear hiring team,"]
    assert lines[6].startswith("Point 0. I rebuilt")
    assert lines[-2:] == ["Kind regards,", "Lena Marsh"]
    assert document.core_properties.author == "Lena Marsh"


@pytest.mark.parametrize("look", LOOKS)
def test_a_long_letter_still_takes_one_page(look: str) -> None:
    long = page(paragraphs=5, sentences=4)
    assert sum(len(text.split()) for text in long.paragraphs) > 400
    assert len(pypdf.PdfReader(io.BytesIO(typeset_pdf(long, ResumeStyle(template=look)))).pages) == 1


def test_what_is_longer_takes_two_and_keeps_its_air() -> None:
    document = pypdf.PdfReader(io.BytesIO(typeset_pdf(page(paragraphs=8, sentences=5), ResumeStyle())))
    assert len(document.pages) == 2
    assert "Lena Marsh · 2" in document.pages[1].extract_text()


def test_the_document_knows_whose_it_is() -> None:
    document = pypdf.PdfReader(io.BytesIO(typeset_pdf(page(language="de"), ResumeStyle())))
    assert document.metadata is not None
    assert document.metadata.author == "Lena Marsh"
    assert document.metadata.title == "Lena Marsh – Application for Senior Data Engineer"
    assert document.trailer["/Root"]["/Lang"] == "de"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "26 November 2026"),
        ("de", "26. November 2026"),
        ("fr", "26 novembre 2026"),
        ("es", "26 de noviembre de 2026"),
        ("xx", "2026-11-26"),
    ],
)
def test_the_day_is_written_as_its_language_does(language: str, written: str) -> None:
    assert page(language=language).dated == written


def test_what_looks_like_markup_stays_text() -> None:
    hostile = page(subject='#eval("x") $a$ \\ *b* <c>')
    text = read_document(typeset_pdf(hostile, ResumeStyle()), "letter.pdf").text
    assert '#eval("x") $a$ \\ *b* <c>' in " ".join(text.split())


def test_a_letter_without_a_head_or_a_company_is_still_a_letter() -> None:
    draft = LetterDraft(engine=LOCAL, paragraphs=[Paragraph(id="p1", text="One.\nTwo.")], signature="Ana")
    bare = page_of(draft, ResumeData(), DATA_JOB.model_copy(update={"company": ""}), date(2026, 11, 26))
    assert bare.paragraphs == ("One.", "Two.")
    assert "Ana" in read_document(typeset_pdf(bare, ResumeStyle()), "letter.pdf").text
    assert typeset_docx(bare, ResumeStyle())
