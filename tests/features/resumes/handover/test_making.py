"""Files made and proved in one go, in every format."""

from __future__ import annotations

import json
import pickle

import pytest

from careercoach_desktop.features.resumes.handover import FORMATS, Format, families, make, sections, suggested_stem
from careercoach_desktop.features.resumes.handover.json_back import read_back
from careercoach_desktop.features.resumes.model import Basics, Highlight, Mark, ResumeData, ResumeStyle, Section
from tests.features.resumes.typeset.samples import everything, long, sample, short
from tests.support.json_resume import complaints

PEOPLE = [sample("lena-marsh"), sample("camille-bergmann"), everything(), short()]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("data", PEOPLE, ids=lambda data: data.basics.name)
def test_nothing_is_lost_in_any_format(data: ResumeData, kind: Format) -> None:
    document, report = make(data, ResumeStyle(), kind)
    assert document
    assert report.sentences() == []
    assert report.checked >= 5


@pytest.mark.parametrize("kind", ["docx", "html", "md", "txt", "json"])
def test_the_longest_names_and_bullets_survive_where_lines_do_not_break(kind: Format) -> None:
    assert make(long(), ResumeStyle(), kind)[1].sentences() == []


@pytest.mark.parametrize("kind", FORMATS)
def test_marks_and_hidden_things_are_no_trouble(kind: Format) -> None:
    data = everything()
    first = data.work[0].highlights[0]
    first.marks = [Mark(start=0, end=10, bold=True), Mark(start=14, end=28, url="https://ppa.example")]
    data.hidden = [data.work[1].id, data.work[0].highlights[1].id]
    style = ResumeStyle(left_out=["interests", data.sections[0].id], order=["skills", "work"])
    assert make(data, style, kind)[1].sentences() == []


def test_json_resume_is_valid_and_notices_a_loss() -> None:
    data = everything()
    document, report = make(data, ResumeStyle(), "json")
    value = json.loads(document)
    assert list(complaints(value)) == []
    assert report.checked > 80
    value["work"][0]["position"] = "Cook"
    del value["work"][0]["highlights"][1]
    torn = read_back(data, json.dumps(value).encode())
    assert [(lost.path, lost.expected, lost.found) for lost in torn.lost] == [
        ("work[0].position", "Senior Legal Counsel", "Cook"),
        ("work[0].highlights[1]", data.work[0].highlights[1].text, ""),
    ]


def test_sections_come_with_their_headings_in_the_order_of_the_style() -> None:
    data = sample("camille-bergmann")
    data.sections = [Section(title="Vorträge", highlights=[Highlight(text="Wundpflege")])]
    style = ResumeStyle(order=["skills"], left_out=["work"])
    found = {section.key: section.title for section in sections(data, style)}
    assert next(iter(found)) == "skills"
    assert found["work"] == "Berufserfahrung"
    assert found[data.sections[0].id] == "Vorträge"


@pytest.mark.parametrize(
    ("name", "language", "stem"),
    [
        ("Lena Marsh", "en", "Lena-Marsh-Resume"),
        ("Inês Caldeira d’Ávila", "pt", "Ines-Caldeira-dAvila-CV"),
        ("Jörg Weiß-Öhler", "de", "Jorg-Wei-Ohler-Lebenslauf"),
        ("王小明", "zh", "王小明-CV"),
        ("../../etc/passwd", "en", "etc-passwd-Resume"),
        ("", "en", "Resume"),
    ],
)
def test_a_file_is_named_after_its_person(name: str, language: str, stem: str) -> None:
    assert suggested_stem(ResumeData(basics=Basics(name=name), language=language)) == stem


def test_fonts_are_those_that_are_there() -> None:
    found = families()
    assert found[0] == "Inter"
    assert len(set(found)) == len(found)


def test_an_unknown_format_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="exported as pdf, docx"):
        make(short(), ResumeStyle(), "odt")  # type: ignore[arg-type]


@pytest.mark.parametrize("function", [make, sections, families])
def test_it_travels_to_the_child_process(function: object) -> None:
    assert pickle.loads(pickle.dumps(function)) is function
