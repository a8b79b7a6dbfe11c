"""Values that machines like to misread: grades, years at the begin of a line, the same words on every page."""

from __future__ import annotations

from itertools import cycle

import pytest

from careercoach_desktop.features.resumes.model import Basics, Education, ResumeData, Skill, Work
from careercoach_desktop.features.resumes.rereading import reread
from careercoach_desktop.features.resumes.typeset import typeset_docx, typeset_pdf
from tests.features.resumes.typeset.pages import NAMES
from tests.features.resumes.typeset.samples import long, points, styled

GRADES = ("3.97/4.00", "3.6", "1,3", "2:1", "92 %", "First class", "GPA 3.9", "18/20", "A", "8.7 / 10", "cum laude")


def graduate(score: str, area: str = "Computer Engineering") -> ResumeData:
    return ResumeData(
        basics=Basics(name="Jon Ashby", label="Engineer", email="jon@ashby.example", phone="+44 113 496 0199"),
        work=[
            Work(
                name="Acme Robotics Ltd",
                position="Software Engineer",
                start="2018-06",
                current=True,
                highlights=points(
                    "Built a planner for warehouse robots that cut idle time by an eighth; shown at Robotics Week 2019"
                    " and again, with the second generation of the arm, at the larger Robotics Week 2021 – in Turin.",
                    "Led four engineers.",
                ),
            )
        ],
        education=[
            Education(
                institution="Kirkstall University",
                study_type="BSc",
                area=area,
                start="2014-09",
                end="2018-05",
                score=score,
                location="Leeds",
            )
        ],
    )


@pytest.mark.parametrize(
    ("score", "template"),
    [*zip(GRADES, cycle(NAMES), strict=False), *zip(GRADES, cycle(reversed(NAMES)), strict=False)],
)
def test_a_grade_is_no_part_of_the_degree(score: str, template: str) -> None:
    data = graduate(score)
    assert reread(data, typeset_pdf(data, styled(template)), "resume.pdf").sentences() == []
    assert reread(data, typeset_docx(data, styled(template)), "resume.docx").sentences() == []


@pytest.mark.parametrize("template", NAMES)
def test_a_subject_before_a_year_is_no_grade(template: str) -> None:
    """“Digital Media 2014” is no average of 201, though “media” is one in Italian."""
    data = graduate("", area="Digital Media")
    assert reread(data, typeset_pdf(data, styled(template)), "resume.pdf").sentences() == []


@pytest.mark.parametrize("template", NAMES)
def test_an_entry_that_begins_every_page_is_no_running_head(template: str) -> None:
    data = long()
    assert reread(data, typeset_pdf(data, styled(template)), "resume.pdf").sentences() == []


def test_a_skill_wider_than_the_strip_keeps_its_words_together() -> None:
    data = graduate("3.6")
    data.work[0].highlights = points(*(f"Repaired conveyor number {count} in a night." for count in range(12)))
    data.skills = [Skill(name="Expert-level knowledge of accounting"), Skill(name="Auditing")]
    assert reread(data, typeset_pdf(data, styled("sidebar")), "resume.pdf").sentences() == []
