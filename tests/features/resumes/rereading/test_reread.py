"""Every export is read back and compared before it is handed over. All templates: ``test_every_template`` for PDFs,
``test_every_word_file`` for Word."""

from __future__ import annotations

import pickle

import pytest

from careercoach_desktop.features.resumes.model import Education, ResumeData, Section, Skill
from careercoach_desktop.features.resumes.rereading import LostField, RereadReport, reread
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_docx, typeset_pdf
from tests.features.resumes.typeset.samples import everything, points, sample, styled

TYPESETTERS = {"pdf": typeset_pdf, "docx": typeset_docx}
NAMES = [template.name for template in TEMPLATES]


def read_back(meant: ResumeData, set_as: ResumeData, template: str = "modern", kind: str = "pdf") -> RereadReport:
    return reread(meant, TYPESETTERS[kind](set_as, styled(template)), f"resume.{kind}")


@pytest.mark.parametrize("kind", TYPESETTERS)
def test_a_tailored_resume_with_things_left_off_survives(kind: str) -> None:
    data = sample("lena-marsh")
    data.hidden = [data.projects[1].id, data.work[0].highlights[5].id, data.skills[2].id]
    assert read_back(data, data, kind=kind).sentences() == []


@pytest.mark.parametrize(
    ("path", "wrong", "label"),
    [
        ("name", "Lena Marsch", "The name"),
        ("email", "lena@march.example", "The e-mail address"),
        ("phone", "+44 113 496 0124", "The phone number"),
    ],
)
def test_wrong_contact_data_is_told(path: str, wrong: str, label: str) -> None:
    meant, made = sample("lena-marsh"), sample("lena-marsh")
    setattr(made.basics, path, wrong)
    (lost,) = read_back(meant, made).lost
    assert (lost.path, lost.label, lost.found) == (f"basics.{path}", label, wrong)
    assert lost.sentence() == f"{label} was read back as “{wrong}” instead of “{getattr(meant.basics, path)}”."


def test_words_missing_anywhere_are_told() -> None:
    meant, made = everything(), everything()
    made.basics.label = made.work[0].summary = made.awards[0].awarder = ""
    lost = [field.label for field in read_back(meant, made).lost]
    assert lost == ["The headline", "The description of a job", "The giver of an award"]


def test_a_changed_bullet_date_and_title_are_told() -> None:
    meant = sample("lena-marsh")
    made = meant.model_copy(deep=True)
    made.work[0].highlights[1].text = "Rebuilt the nightly batch jobs, cutting run time from 6 h to 5 min."
    made.work[1].start = "2019-08"
    made.work[2].position = "Analyst"
    lost = {field.path: field for field in read_back(meant, made).lost}
    assert set(lost) == {meant.work[0].highlights[1].id, f"{meant.work[1].id}.start", f"{meant.work[2].id}.position"}
    assert lost[f"{meant.work[1].id}.start"].found == "2019-08"
    assert "5 min" in lost[meant.work[0].highlights[1].id].found


def test_dates_of_the_other_parts_are_told() -> None:
    meant = everything()
    made = meant.model_copy(deep=True)
    made.projects[0].start, made.projects[0].end, made.projects[0].current = None, None, False
    made.volunteer[0].start = "1999"
    made.certificates[0].date = made.awards[0].date = made.publications[0].release_date = None
    lost = {field.label for field in read_back(meant, made).lost}
    assert lost == {
        "The dates of a project",
        "The dates of a role",
        "The date of a certificate",
        "The date of an award",
        "The date of a publication",
    }


def test_links_of_entries_are_told() -> None:
    meant = everything()
    meant.work[0].url, meant.projects[0].url = "https://firm.example/people", "https://project.example/one"
    made = meant.model_copy(deep=True)
    assert read_back(meant, made).sentences() == []
    made.work[0].url = made.projects[0].url = ""
    lost = {field.path for field in read_back(meant, made).lost}
    assert lost == {f"{meant.work[0].id}.url", f"{meant.projects[0].id}.url"}


def test_bullets_in_another_order_are_told() -> None:
    meant = sample("lena-marsh")
    made = meant.model_copy(deep=True)
    made.work[0].highlights.reverse()
    (lost,) = read_back(meant, made).lost
    assert lost.label == f"The order of the points of {meant.work[0].name}"


def test_missing_skills_schools_and_links_are_told() -> None:
    meant = everything()
    made = meant.model_copy(deep=True)
    made.skills[0].keywords.remove("Contract drafting")
    made.education = []
    made.basics.profiles = []
    labels = [field.label for field in read_back(meant, made).lost]
    assert {"The skill", "The school", "The degree", "The link"} <= set(labels)


def test_a_missing_job_is_told_whole() -> None:
    meant = sample("lena-marsh")
    made = meant.model_copy(deep=True)
    del made.work[1]
    paths = {field.path for field in read_back(meant, made).lost}
    assert {f"{meant.work[1].id}.name", *(bullet.id for bullet in meant.work[1].highlights)} <= paths
    assert not any(path.startswith(meant.work[2].id) for path in paths)


def test_something_left_off_that_shows_all_the_same_is_told() -> None:
    made = sample("lena-marsh")
    meant = made.model_copy(deep=True)
    bullet = meant.work[0].highlights[3]
    meant.hidden = [bullet.id]
    (lost,) = read_back(meant, made).lost
    assert (lost.path, lost.found) == (bullet.id, bullet.text)


def test_typography_and_line_breaks_are_not_losses() -> None:
    made = sample("lena-marsh")
    made.work[0].highlights = points("The team's tables – “clean” – run 24/7 in ten thousand well-kept ways, " * 2)
    meant = made.model_copy(deep=True)
    meant.work[0].highlights[0].text = 'The team’s  tables - "clean" - run 24/7 in ten thousand well-kept ways, ' * 2
    assert read_back(meant, made).sentences() == []


def test_a_file_that_cannot_be_read_is_a_loss_not_a_crash() -> None:
    report = reread(sample("lena-marsh"), b"%PDF-1.7 torn", "resume.pdf")
    assert not report.survived
    assert report.lost[0].label == "The file"
    assert report.sentences()[0].startswith("The file was read back as “")


def test_an_empty_resume_has_nothing_to_lose() -> None:
    assert read_back(ResumeData(), ResumeData()) == RereadReport()


def test_the_report_travels_back_from_the_child_process() -> None:
    report = RereadReport(3, (LostField("basics.phone", "The phone number", "+44 1", ""),))
    assert pickle.loads(pickle.dumps(report)) == report
    assert report.sentences() == ["The phone number, “+44 1”, was not found when the file was read back."]


@pytest.mark.parametrize("kind", TYPESETTERS)
@pytest.mark.parametrize("template", NAMES)
def test_dated_points_of_a_section_of_ones_own_survive(template: str, kind: str) -> None:
    data = everything()
    told = points("Testing tables — Data Meetup, Leeds · Oct 2024\nWhat tests caught in a year, and what they missed.")
    data.sections = [Section(title="Talks", highlights=told)]
    assert read_back(data, data, template, kind).sentences() == []
    gone = data.model_copy(deep=True)
    gone.sections[0].highlights[0].text = "Testing tables — Data Meetup, Leeds · Oct 2023\nWhat tests caught in a year."
    assert len(read_back(data, gone, template, kind).lost) >= 2


@pytest.mark.parametrize("kind", TYPESETTERS)
@pytest.mark.parametrize("template", NAMES)
def test_schools_without_dates_survive(template: str, kind: str) -> None:
    data = sample("lena-marsh")
    data.education = [
        Education(institution="Fenwick College", study_type="B.Sc.", area="Botany"),
        Education(institution="Harrow Lane University", study_type="M.Sc.", area="Soil Science"),
    ]
    assert read_back(data, data, template, kind).sentences() == []


@pytest.mark.parametrize("kind", TYPESETTERS)
@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("grade", ["3.97/4.00", "1,7", "2:1", "Magna cum laude", "92 %"])
def test_a_grade_beside_the_place_of_the_school_survives(grade: str, template: str, kind: str) -> None:
    data = sample("lena-marsh")
    data.education = [
        Education(
            institution="Fenwick College",
            study_type="BSc",
            area="Computer Science",
            score=grade,
            location="Kent, Ohio",
            start="2012",
            end="2015",
        )
    ]
    assert read_back(data, data, template, kind).sentences() == []


@pytest.mark.parametrize("kind", TYPESETTERS)
@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("place", ["", "Leeds"])
def test_a_title_above_a_paragraph_survives(place: str, template: str, kind: str) -> None:
    data = sample("lena-marsh")
    titles = ("DevOps engineer", "Back-end developer", "Systems Analyst")
    for job, title in zip(data.work, titles, strict=True):
        job.position, job.location = title, place
        job.summary = (
            "A large project needed an interface for rights and roles. At the same time, new flows for access "
            "and monitoring had to be agreed with nine teams, each with habits of its own, before the old ones ended."
        )
    assert read_back(data, data, template, kind).sentences() == []


@pytest.mark.parametrize("kind", TYPESETTERS)
@pytest.mark.parametrize("template", NAMES)
def test_a_group_of_skills_named_like_a_section_survives(template: str, kind: str) -> None:
    data = sample("lena-marsh")
    data.skills = [
        Skill(name="Languages", keywords=["Python", "Elixir", "OCaml"]),
        Skill(name="Tools", keywords=["Terraform", "Bazel"]),
    ]
    assert read_back(data, data, template, kind).sentences() == []


@pytest.mark.parametrize(
    "read_as", ["Master of Science, Botany", "Master of Science in Botany", "master of science Botany"]
)
def test_a_degree_is_the_same_when_its_words_are(read_as: str) -> None:
    meant = sample("lena-marsh")
    meant.education = [
        Education(institution="Fenwick College", study_type="Master of Science", area="Botany", end="2019")
    ]
    made = meant.model_copy(deep=True)
    made.education[0].study_type, made.education[0].area = read_as, ""
    assert read_back(meant, made).sentences() == []


def test_another_subject_is_a_loss() -> None:
    meant = sample("lena-marsh")
    meant.education = [
        Education(institution="Fenwick College", study_type="Master of Science", area="Botany", end="2019")
    ]
    made = meant.model_copy(deep=True)
    made.education[0].area = "Zoology"
    assert [lost.label for lost in read_back(meant, made).lost] == ["The degree"]
