"""The small judgements reading is made of, each alone."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.reading.education import split_degree
from careercoach_desktop.features.resumes.reading.headings import Kind, kind_of, likely_kind
from careercoach_desktop.features.resumes.reading.language import is_told, language_of
from careercoach_desktop.features.resumes.reading.places import is_place, location
from careercoach_desktop.features.resumes.reading.skills import split_list
from careercoach_desktop.features.resumes.reading.spans import Span
from careercoach_desktop.features.resumes.reading.vocabulary import is_degree, organisation_score, title_score
from careercoach_desktop.foundation.documents.reading.plain import make_line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WORK EXPERIENCE", Kind.WORK),
        ("Relevant Professional Experience:", Kind.WORK),
        ("Berufliche Erfahrung", Kind.WORK),
        ("Expérience professionnelle", Kind.WORK),
        ("工作经历", Kind.WORK),
        ("職 歴", Kind.WORK),
        ("Éducation", Kind.EDUCATION),
        ("Formación académica", Kind.EDUCATION),
        ("Skills & Interests", Kind.SKILLS),
        ("Education and Experience", Kind.TIMELINE),
        ("Honors/Awards", Kind.AWARDS),
        ("Engineer", None),
        ("Experience with Python and SQL", None),
        ("2019 – 2022", None),
    ],
)
def test_headings_by_their_words(text: str, kind: Kind | None) -> None:
    assert kind_of(text) is kind


def test_a_line_that_looks_like_a_heading_is_guessed_by_its_telling_word() -> None:
    assert likely_kind("Consulting Experience") is Kind.WORK
    assert likely_kind("Leadership Experience") is Kind.OTHER
    assert likely_kind("Driving") is Kind.OTHER


@pytest.mark.parametrize(
    "text", ["Leeds, United Kingdom", "Columbus, Ohio", "Palo Alto, CA & Ithaca, NY", "Remote", "Berlin, Deutschland"]
)
def test_places(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["Engineer, Tarn Robotics", "Python, SQL", "LionLike MindState, Pomona, CA", "+44 113 496 0000", "Go, CI"]
)
def test_what_is_no_place(text: str) -> None:
    assert not is_place(text)


def test_an_address_is_taken_apart() -> None:
    place = location("12 Mill Street, Columbus, Ohio 44444")
    assert (place.address, place.city, place.region, place.postal_code) == (
        "12 Mill Street",
        "Columbus",
        "Ohio",
        "44444",
    )
    assert location("Leeds, United Kingdom").country_code == "GB"


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Software Development Engineer III", "Amazon"),
        ("Research Intern", "Tarn Research"),
        ("Teamleiterin Einkauf", "Nordlicht GmbH"),
        ("Responsable marketing", "Banque du Lac"),
        ("IT Consultant", "Oakwell Consulting"),
    ],
)
def test_a_title_looks_more_like_a_title_than_its_employer(title: str, employer: str) -> None:
    assert title_score(title) - organisation_score(title) > title_score(employer) - organisation_score(employer)


@pytest.mark.parametrize(
    "text", ["B.Sc. Physics", "Master Gestion de projet", "Abitur", "Laurea in Architettura", "MBA"]
)
def test_degrees(text: str) -> None:
    assert is_degree(text)


@pytest.mark.parametrize(
    ("text", "degree", "area"),
    [
        ("Bachelor of Science in Mathematics", "Bachelor of Science", "Mathematics"),
        ("M.S. in Geology", "M.S.", "Geology"),
        ("BSc (Hons) Mathematics", "BSc (Hons)", "Mathematics"),
        ("PhD, Computer Science", "PhD", "Computer Science"),
        ("Bachelor of Business Administration", "Bachelor of Business Administration", ""),
    ],
)
def test_degree_and_subject_are_parted(text: str, degree: str, area: str) -> None:
    assert split_degree(text) == (degree, area)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Python, SQL and Rust", ["Python", "SQL and Rust"]),
        ("Node.js (MERN stack, hosted), Git", ["Node.js (MERN stack, hosted)", "Git"]),
        ("Java • Shell • C++", ["Java", "Shell", "C++"]),
        ("Proficient in Windows and Mac OS, Word", ["Windows", "Mac OS", "Word"]),
        ("Python\tSQL", ["Python", "SQL"]),
    ],
)
def test_lists_of_skills(text: str, skills: list[str]) -> None:
    assert [name for name, _, _ in split_list(Span.whole(make_line(text)))] == skills


def test_a_level_behind_a_skill_is_not_part_of_its_name() -> None:
    ((name, level, place),) = split_list(Span.whole(make_line("Python\t5+ yrs")))
    assert (name, level, place.text) == ("Python", "5+ yrs", "Python")


def test_sentences_are_told_from_lists() -> None:
    assert is_told("The biggest part of my work is in the area of software for schools and for the people in them.")
    assert not is_told("Python, SQL, Rust, dbt, Airflow, PostgreSQL, Docker, Kubernetes, Terraform, Git")


def test_the_language_of_very_little_text_is_english() -> None:
    assert language_of("Ada Quist") == "en"
