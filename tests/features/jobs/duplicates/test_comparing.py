"""Two postings, one job? What is said must be right for employers that have several jobs like each other."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.duplicates import (
    TitleLikeness,
    Vacancy,
    company_key,
    compare,
    compare_titles,
    compatible_places,
)
from careercoach_desktop.features.jobs.model import Likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brackenfield Foods GmbH & Co. KG", "BRACKENFIELD FOODS"),
        ("Halden Rail Ltd.", "Halden Rail Limited"),
        ("Novák Software, s.r.o.", "Novak Software"),
        ("Kowalski Sp. z o.o.", "Kowalski"),
        ("The Orchard Company, Inc.", "Orchard"),
        ("Ferro S.p.A.", "Ferro SpA"),
        ("Tallis plc", "Tallis UK"),
        ("Nord Wind AB", "NordWind"),
    ],
)
def test_one_employer_by_many_names(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Deutsche Bahn AG", "Deutsche Bank AG"), ("Group Nine", "Group Ten"), ("Acme", "")]
)
def test_two_employers_stay_two(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


def test_a_name_of_nothing_but_legal_words_is_still_a_name() -> None:
    assert company_key("Company AG") == "company"
    assert company_key("SE") == "se"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Software Engineer (m/w/d)", "Software Engineer"),
        ("Softwareentwickler:in (all genders)", "Softwareentwickler"),
        ("Pflegefachkraft (w|m|d) 80-100%", "Pflegefachkraft"),
        ("Sr. Data Engineer", "Senior Data Engineer"),
        ("Data Engineer, Senior", "Senior Data Engineer"),
        ("Nurse – full-time, REQ-20931", "Nurse"),
        ("Software Engineer II", "Software Engineer 2"),
        ("Chef de projet H/F", "Chef de projet"),
    ],
)
def test_what_sites_and_laws_add_is_no_part_of_the_title(one: str, other: str) -> None:
    assert compare_titles(one, other) is TitleLikeness.EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [("Web Developper", "Web Developer"), ("Senior Data Platform Engineer", "Senior Data Platform Engineer Growth")],
)
def test_almost_the_same_title(one: str, other: str) -> None:
    assert compare_titles(one, other) is TitleLikeness.ALMOST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Engineer", "Junior Engineer"),
        ("Senior Engineer", "Engineer"),
        ("Product Manager", "Project Manager"),
        ("Java Developer", "JavaScript Developer"),
        ("C Developer", "C++ Developer"),
        ("Software Engineer I", "Software Engineer II"),
        ("Software Engineer, Payments", "Software Engineer, Search"),
        ("Backend Engineer", "Frontend Engineer"),
        ("Nurse", "Nurse Manager"),
        ("Assistant Head Teacher", "Head Teacher"),
    ],
)
def test_two_jobs_that_sound_alike_stay_two(one: str, other: str) -> None:
    assert compare_titles(one, other) is TitleLikeness.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Leeds", "Leeds, West Yorkshire, UK", True),
        ("Berlin, Germany", "Germany", True),
        ("München", "Munich, Bavaria", True),
        ("Leeds; York", "York", True),
        ("Hybrid - Leeds", "Leeds", True),
        ("Leeds, UK", "London, UK", False),
        ("", "Leeds", None),
        ("Remote", "Leeds", None),
    ],
)
def test_places(one: str, other: str, said: bool | None) -> None:
    assert compatible_places(one, other) is said
    assert compatible_places(other, one) is said


def test_an_address_or_a_boards_number_is_sure() -> None:
    here = Vacancy("Baker", "Crumb", addresses=frozenset({"https://crumb.example/1", "https://x.example/2"}))
    there = Vacancy("Night baker", "", addresses=frozenset({"https://x.example/2"}))
    assert compare(here, there) == (Likeness.SAME, "the same address")
    numbered = [Vacancy(title, "Crumb", board_id="lever:crumb:7") for title in ("Baker", "Bakery help")]
    assert compare(*numbered) == (Likeness.SAME, "the same posting of its job board")


def test_what_is_likely_is_said_in_words() -> None:
    here = Vacancy("Senior Data Engineer (m/w/d)", "Halden Rail GmbH", "Leipzig")
    assert compare(here, Vacancy("Sr Data Engineer", "Halden Rail", "Leipzig, Sachsen")) == (
        Likeness.LIKELY,
        "same company, place and title",
    )
    assert compare(here, Vacancy("Senior Data Engineer – Leipzig", "HALDEN RAIL")) == (
        Likeness.LIKELY,
        "same company and title",
    )
    assert compare(here, Vacancy("Senior Data Enginer", "Halden Rail", "Leipzig")) == (
        Likeness.LIKELY,
        "same company and place, almost the same title",
    )


@pytest.mark.parametrize(
    "other",
    [
        Vacancy("Baker", "Crumb", "York"),
        Vacancy("Baker", "Loaf & Sons", "Leeds"),
        Vacancy("Baker", "Crumb", "Leeds", job_type="PART_TIME"),
        Vacancy("Baker", "", "Leeds"),
    ],
)
def test_another_place_employer_or_kind_of_work_is_another_job(other: Vacancy) -> None:
    assert compare(Vacancy("Baker", "Crumb", "Leeds", job_type="FULL_TIME"), other) is None
