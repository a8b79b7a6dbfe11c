"""What stands on the page, before anybody decides how it looks."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import Basics, Education, ResumeData, Section, Skill, Work
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.lines import link_target, shown_address
from careercoach_desktop.features.resumes.typeset.sheet import NOTHING

from .samples import everything, points, sample


def kinds(data: ResumeData) -> list[str]:
    return [section.kind for section in compose(data).sections]


def test_every_section_of_a_resume_has_its_place() -> None:
    assert kinds(everything()) == [
        "summary", "work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer",
        "languages", "interests", "custom", "references",
    ]  # fmt: skip


def test_an_empty_resume_leaves_no_holes() -> None:
    sheet = compose(ResumeData())
    assert (sheet.name, sheet.label, sheet.contact, sheet.sections) == (NOTHING, NOTHING, (), ())


def test_entries_that_say_nothing_are_left_out_with_their_heading() -> None:
    assert kinds(ResumeData(work=[Work()], education=[Education()], skills=[Skill()])) == []


def test_studies_come_first_where_there_is_no_work_yet() -> None:
    data = everything()
    data.work = []
    assert kinds(data)[:3] == ["summary", "education", "projects"]


def test_what_is_hidden_is_not_on_the_sheet() -> None:
    data = everything()
    bullet, job, group = data.work[0].highlights[0], data.work[1], data.skills[0]
    data.hidden = [bullet.id, job.id, group.id, *(each.id for each in data.awards)]
    sheet = compose(data)
    said = str(sheet)
    assert bullet.text not in said
    assert job.name not in said
    assert "Energy regulation" not in said
    assert "awards" not in kinds(data)
    assert data.work[0].highlights[1].text in said


def test_a_missing_employer_moves_the_job_title_up() -> None:
    work = compose(ResumeData(work=[Work(position="Freelance translator", start="2012")])).sections[0]
    assert work.entries[0].title.text == "Freelance translator"
    assert work.entries[0].subtitle == NOTHING


def test_addresses_are_short_to_read_and_whole_to_follow() -> None:
    web = compose(everything()).contact[3]
    assert (web.text, web.url) == ("ferrand.example", "https://www.ferrand.example/")


@pytest.mark.parametrize(
    ("given", "shown", "target"),
    [
        ("https://www.marsh.example/", "marsh.example", "https://www.marsh.example/"),
        ("marsh.example/about", "marsh.example/about", "https://marsh.example/about"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("file:///etc/passwd", "file:///etc/passwd", ""),
        ("", "", ""),
    ],
)
def test_only_web_addresses_become_links(given: str, shown: str, target: str) -> None:
    assert shown_address(given) == shown
    assert link_target(given) == target


def test_something_that_is_no_address_is_no_mail_link() -> None:
    contact = compose(ResumeData(basics=Basics(email="on request", phone="on request"))).contact
    assert [(item.text, item.url) for item in contact] == [("on request", ""), ("on request", "")]


def test_words_with_commas_are_separated_by_semicolons() -> None:
    skills = compose(ResumeData(skills=[Skill(name="Law", keywords=["Wills, trusts", "Tax"])])).sections[0]
    assert skills.rows[0].text.text == "Wills, trusts; Tax"


def test_line_breaks_and_control_characters_of_the_source_are_gone() -> None:
    data = ResumeData(work=[Work(name="A\x00B\x07 Ltd\n", highlights=points("one\n  two\ufffe"))])
    entry = compose(data).sections[0].entries[0]
    assert entry.title.text == "AB Ltd"
    assert [bullet.text for bullet in entry.bullets] == ["one two"]


def test_paragraphs_of_a_summary_stay_apart() -> None:
    assert [paragraph.text for paragraph in compose(everything()).sections[0].paragraphs] == [
        "Counsel with twelve years in energy law.",
        "Advises boards in plain words.",
    ]


def test_a_german_sheet_is_german_throughout() -> None:
    sheet = compose(sample("camille-bergmann"))
    assert [section.title.text for section in sheet.sections][:3] == ["Profil", "Berufserfahrung", "Kenntnisse"]
    assert sheet.sections[1].entries[0].date.text == "Okt. 2020 – heute"
    assert sheet.contact[0].text == "Freiburg im Breisgau, Deutschland"


def test_dated_points_of_a_section_of_ones_own_are_set_as_entries() -> None:
    told = points("Testing tables — Data Meetup, Leeds · Oct 2024\nWhat tests caught.", "Pipelines · May 2022")
    (section,) = compose(ResumeData(sections=[Section(title="Talks", highlights=told)])).sections
    assert [(entry.title.text, entry.subtitle.text, entry.date.text, entry.text.text) for entry in section.entries] == [
        ("Testing tables", "Data Meetup, Leeds", "Oct 2024", "What tests caught."),
        ("Pipelines", "", "May 2022", ""),
    ]
    assert section.bullets == ()


def test_a_point_without_a_date_keeps_the_whole_section_a_list() -> None:
    told = points("Member of the Royal Society · London", "Pipelines · May 2022")
    (section,) = compose(ResumeData(sections=[Section(title="Else", highlights=told)])).sections
    assert [bullet.text for bullet in section.bullets] == [each.text for each in told]
