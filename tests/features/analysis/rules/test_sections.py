"""Every part of a résumé: whether it is there and says what readers look for."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import (
    Education,
    Highlight,
    Project,
    ResumeData,
    Section,
    Skill,
    Volunteer,
)
from tests.features.analysis.people import bullets, maren
from tests.features.analysis.rules.situations import ENGLISH, file, found, with_bullets


def test_an_excellent_resume_gives_no_rise_to_anything() -> None:
    assert found(maren(), file(), "Maren-Holt-Resume.pdf") == {}


def test_of_nothing_only_that_is_said() -> None:
    assert [*found(ResumeData())] == ["content.empty"]
    assert {*found(ResumeData(), file(picture_pages=[0]), "scan.pdf")} == {"content.empty", "file.picture-pages"}


@pytest.mark.parametrize(
    ("summary", "rule"),
    [("", "summary.missing"), ("Logistics manager from the north.", "summary.short"), ("word " * 120, "summary.long")],
)
def test_the_summary(summary: str, rule: str) -> None:
    data = maren()
    data.basics.summary = summary
    assert rule in found(data)


@pytest.mark.parametrize("language", ["de", "ja"])
def test_where_summaries_are_not_usual_none_is_asked_for(language: str) -> None:
    data = maren()
    data.basics.summary, data.language = "", language
    assert "summary.missing" not in found(data)


def test_work_under_an_unknown_heading_is_not_said_to_be_missing() -> None:
    data = maren()
    data.work = []
    assert found(data)["experience.missing"].text == "There are no jobs."
    data.sections = [Section(title="Career Journey", highlights=bullets("Shift lead, Holt & Sons, 2019 to 2023"))]
    said = found(data)["experience.missing"]
    assert said.text == "No section was recognised as work."
    assert "“Career Journey”" in said.why
    assert [place.quote for place in said.places] == ["Career Journey"]


def test_experience_that_is_missing_weighs_less_beside_projects() -> None:
    data = maren()
    data.work = []
    assert found(data)["experience.missing"].extent == 1
    data.projects = [Project(name="Boat", highlights=bullets(*ENGLISH))]
    assert found(data)["experience.missing"].extent < 1


def test_a_job_without_employer_or_title() -> None:
    data = maren()
    data.work[0].position = ""
    said = found(data)["experience.names"]
    assert said.places[0].path == "now.position"
    data.work[0].name = ""
    assert found(data)["experience.names"].places[0].path == "now.name"


def test_a_job_that_says_nothing_of_what_was_done() -> None:
    data = maren()
    data.work[1].highlights = []
    assert "experience.silent" in found(data)
    data.work[1].summary = "Planned all tours."
    assert "experience.silent" not in found(data)


def test_a_job_with_more_bullets_than_anybody_reads() -> None:
    many = [f"{text} in year {number}" for number in range(3) for text in ENGLISH]
    assert "experience.many-bullets" in found(with_bullets(*many))
    assert "experience.many-bullets" not in found(with_bullets(*many[:8]))


def test_a_bullet_that_repeats_another_can_be_removed() -> None:
    said = found(with_bullets(*ENGLISH, ENGLISH[0].upper() + "."))["experience.bullets-twice"]
    assert said.fix is not None
    assert [(one.path, one.after) for one in said.fix.corrections] == [("b4", None)]


def test_a_repetition_in_another_job_is_the_persons_own_to_decide() -> None:
    data = maren()
    data.volunteer = [Volunteer(organization="Hospice", highlights=[Highlight(text=data.work[0].highlights[0].text)])]
    assert found(data)["experience.bullets-twice"].fix is None


def test_education() -> None:
    data = maren()
    data.education = []
    assert "education.missing" in found(data)
    data.education = [Education(id="e", institution="Hull", study_type="BSc", end="2015")]
    assert not any(rule.startswith("education") for rule in found(data))
    data.education = [Education(id="e", area="Law", end="2015")]
    assert "education.school" in found(data)
    data.education = [Education(id="e", institution="Hull", end="2015")]
    assert "education.degree" in found(data)
    data.education = [Education(id="e", institution="Hull", area="Law")]
    assert "education.dates" in found(data)


@pytest.mark.parametrize(
    ("keywords", "rule"),
    [
        ([], "skills.missing"),
        (["SQL"], "skills.few"),
        ([f"Tool {number}" for number in range(45)], "skills.many"),
        (["SQL", "Excel", "SAP", "Python", "I have a good knowledge of several languages"], "skills.sentences"),
    ],
)
def test_skills(keywords: list[str], rule: str) -> None:
    data = maren()
    data.skills = [Skill(id="s", name="", keywords=keywords)] if keywords else []
    assert [each for each in found(data) if each.startswith("skills")] == [rule]


def test_a_skill_listed_twice_is_listed_once() -> None:
    data = maren()
    data.skills[0].keywords = ["SAP TM", "Excel", "sap tm", "SQL", "C", "C++", "C#"]
    fix = found(data)["skills.twice"].fix
    assert fix is not None
    assert fix.corrections[0].after == ["SAP TM", "Excel", "SQL", "C", "C++", "C#"]


def test_what_is_hidden_is_not_looked_at() -> None:
    data = maren()
    data.work[0].highlights.append(Highlight(id="extra", text=data.work[0].highlights[0].text))
    assert "experience.bullets-twice" in found(data)
    data.hidden = ["extra"]
    assert "experience.bullets-twice" not in found(data)
