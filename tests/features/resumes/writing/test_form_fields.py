"""A résumé as the boxes of an application form."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import Basics, ResumeData, Skill, Work
from careercoach_desktop.features.resumes.writing import DATE_STYLES, DateStyle, form_groups
from careercoach_desktop.features.resumes.writing.form_fields import parted_name
from tests.features.resumes.typeset.samples import everything, points, sample


def fields(data: ResumeData, section: str, dates: DateStyle = "iso") -> dict[str, str]:
    group = next(group for group in form_groups(data, dates) if group.section == section)
    return {field.label: field.value for field in group.fields}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Lena Marsh", ("Lena", "Marsh")),
        ("Ana Maria de la Cruz", ("Ana Maria", "de la Cruz")),
        ("Ludwig van Beethoven", ("Ludwig", "van Beethoven")),
        ("Odile Ferrand-Okafor", ("Odile", "Ferrand-Okafor")),
        ("Cher", ("", "")),
        ("王小明", ("", "")),
        ("de la Cruz", ("de", "la Cruz")),
    ],
)
def test_names_are_parted_as_forms_ask(name: str, parts: tuple[str, str]) -> None:
    assert parted_name(name) == parts


def test_contact_has_a_box_for_each_value_and_none_without() -> None:
    contact = fields(everything(), "Contact")
    assert contact["First name"] == "Odile"
    assert contact["Country"] == "France"
    assert contact["Lawbook"] == "https://lawbook.example/odile"
    assert "Street" not in contact


@pytest.mark.parametrize(("style", "start"), [("iso", "2018-05"), ("words", "May 2018"), ("slashes", "05/2018")])
def test_dates_are_written_as_chosen(style: DateStyle, start: str) -> None:
    assert style in dict(DATE_STYLES)
    work = fields(everything(), "Experience", style)
    assert (work["From"], work["To"]) == (start, "present")
    assert fields(everything(), "Education", style)["From"] == "2011"


def test_words_for_dates_are_those_of_the_resume() -> None:
    work = fields(sample("camille-bergmann"), "Experience", "words")
    assert work["To"] == "heute"


def test_a_job_is_one_group_with_its_bullets_in_one_box() -> None:
    data = everything()
    first = next(group for group in form_groups(data) if group.section == "Experience")
    assert first.title == "Grandrive Énergie"
    described = fields(data, "Experience")["Description"].split("\n")
    assert described == ["Operator of hydro-electric plants.", *(f"- {b.text}" for b in data.work[0].highlights)]


def test_what_is_hidden_stays_out() -> None:
    data = ResumeData(
        basics=Basics(name="Lena Marsh"),
        work=[Work(name="Brightwater", highlights=points("One", "Two")), Work(name="Lowell")],
        skills=[Skill(name="SQL"), Skill(name="Word")],
    )
    data.hidden = [data.work[1].id, data.work[0].highlights[0].id, data.skills[1].id]
    assert [group.title for group in form_groups(data) if group.section == "Experience"] == ["Brightwater"]
    assert fields(data, "Experience")["Description"] == "- Two"
    assert fields(data, "Skills") == {"All skills": "SQL"}


def test_every_value_of_a_full_resume_has_a_box() -> None:
    data = everything()
    text = "\n".join(field.value for group in form_groups(data) for field in group.fields)
    for value in ("Senior Legal Counsel", "ContractDesk", "LLM", "Arbitration (ICC, ad hoc)", "native", "Editor",
                  "Chambre des médiateurs du Sud", "On rights of way above land.", "For pro bono work.",
                  "Clinique juridique du Rhône", "Rowing", "Odile reads the annex first", "Barreau de Grenoble, 2012",
                  "Competition law", "Thesis on cross-border grids.", "Negotiation",
                  "https://plainclauses.example"):  # fmt: skip
        assert value in text


def test_an_empty_resume_has_no_boxes() -> None:
    assert form_groups(ResumeData()) == ()
