"""The same person, whatever the layout of the page."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from tests.features.resumes.reading import papers
from tests.support.paper import pdf


def expect_jobs(data: ResumeData) -> None:
    assert [(job.name, job.position) for job in data.work] == [(job.employer, job.title) for job in papers.JOBS]
    assert [(job.start, job.end, job.current) for job in data.work] == [
        ("2021-03", None, True),
        ("2017-09", "2021-02", False),
    ]
    assert [[bullet.text for bullet in job.highlights] for job in data.work] == [
        list(job.bullets) for job in papers.JOBS
    ]
    assert [job.location for job in data.work] == ["Leeds, UK", "York, UK"]


def expect_contact(data: ResumeData) -> None:
    assert data.basics.name == "Maya Okafor"
    assert data.basics.label == "Data Engineer"
    assert data.basics.email == "maya.okafor@example.org"
    assert data.basics.phone == "+44 113 496 0000"
    assert data.basics.location.city == "Leeds"
    assert [profile.username for profile in data.basics.profiles] == ["mayaokafor"]


def expect_degree(data: ResumeData) -> None:
    (study,) = data.education
    assert (study.institution, study.study_type, study.area) == (
        "University of York",
        "Bachelor of Science",
        "Mathematics",
    )
    assert (study.start, study.end) == ("2014", "2017")


@pytest.mark.parametrize(
    "entry",
    [
        papers.title_first,
        papers.employer_first,
        papers.one_line,
        papers.stacked,
        papers.dates_in_margin,
        papers.dashed,
        papers.piped,
        papers.dates_lead,
    ],
    ids=lambda entry: entry.__name__,
)
def test_one_column_reads_the_same_however_the_head_of_a_job_is_set(entry: object) -> None:
    data = read_resume(pdf(papers.one_column(entry)), "maya.pdf").data
    expect_contact(data)
    expect_jobs(data)
    expect_degree(data)
    assert data.basics.summary == papers.SUMMARY
    assert [(group.name, group.keywords) for group in data.skills] == [
        ("Languages", ["Python", "SQL", "Rust"]),
        ("Tools", ["dbt", "Airflow", "PostgreSQL"]),
    ]


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_sidebar_is_kept_apart_from_the_story(side: str) -> None:
    data = read_resume(pdf(papers.sidebar(side)), "maya.pdf").data
    expect_contact(data)
    expect_jobs(data)
    expect_degree(data)
    assert data.skill_names() == ["Python", "SQL", "Rust", "dbt"]
    assert [(language.language, language.fluency) for language in data.languages] == [
        ("English", "native"),
        ("French", "B2"),
    ]


def test_plain_text_is_read_by_its_words_alone() -> None:
    data = read_resume(papers.PLAIN_TEXT.encode(), "maya.txt").data
    assert data.basics.name == "MAYA OKAFOR"
    assert [(job.name, job.position) for job in data.work] == [(job.employer, job.title) for job in papers.JOBS]
    assert [len(job.highlights) for job in data.work] == [3, 2]
    expect_degree(data)


def test_markdown_headings_and_links_are_understood() -> None:
    data = read_resume(papers.MARKDOWN.encode(), "maya.md").data
    assert data.basics.name == "Maya Okafor"
    assert data.basics.email == "maya.okafor@example.org"
    assert [profile.url for profile in data.basics.profiles] == ["https://github.com/mayaokafor"]
    assert [(job.name, job.position) for job in data.work] == [(job.employer, job.title) for job in papers.JOBS]
    assert [len(job.highlights) for job in data.work] == [3, 2]
    assert data.skills[0].keywords == ["Python", "SQL", "Rust"]


def test_a_long_career_goes_on_over_the_page_beside_a_sidebar() -> None:
    """The second page's main column continues the work section although its sidebar opens a section in between."""
    many = papers.Job(
        "Quill Systems",
        "Developer",
        "Bath, UK",
        "2010 – 2017",
        tuple(f"Delivered release number {n} of the billing system on the promised day" for n in range(1, 40)),
    )
    wide = f"{papers.heading('Experience')}{papers.title_first(papers.JOBS[0])}{papers.title_first(many)}"
    narrow = (
        f"{papers.heading('Contact')}maya.okafor\\@example.org{papers.heading('Skills')}Python\n\nSQL\n\nRust\n"
        f"#v(700pt)\n{papers.heading('Languages')}English (native)\n\nFrench (B2)\n\nDutch (A2)\n"
    )
    name = '#text(size: 22pt, weight: "bold")[Maya Okafor]\n'
    source = f"{name}\n#grid(columns: (130pt, 1fr), column-gutter: 20pt, [{narrow}], [{wide}])\n"
    read = read_resume(pdf(source), "long.pdf")
    assert read.pages == 2
    assert [job.name for job in read.data.work] == ["Northgate Analytics Ltd", "Quill Systems"]
    assert len(read.data.work[1].highlights) == 39
