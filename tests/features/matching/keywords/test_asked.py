"""What a posting asks for, in four languages, with must-haves told from the rest."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, ask, demands
from careercoach_desktop.features.matching.model import Need


def posting(description: str, title: str = "", company: str = "") -> Posting:
    return Posting(title=title, company=company, description=description)


def by_term(found: list[Asked]) -> dict[str, Asked]:
    return {each.term: each for each in found}


def test_headings_tell_must_haves_from_nice_to_haves_and_from_benefits() -> None:
    found = by_term(
        ask(
            posting(
                "## About us\nWe are a Rust shop.\n\n## What you bring\n- Python and SQL\n\n"
                "## Nice to have\n- Kafka\n\n## Benefits\n- Free Excel training and German lessons\n"
            )
        )
    )
    assert {term: asked.need for term, asked in found.items()} == {
        "Python": Need.MUST,
        "SQL": Need.MUST,
        "Apache Kafka": Need.NICE,
    }
    assert found["Python"].sentence == "Python and SQL"


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("Kubernetes would be a plus", "Kubernetes"),
        ("SAP-Kenntnisse sind von Vorteil", "SAP"),
        ("La maîtrise de Photoshop serait un atout", "Adobe Photoshop"),
        ("Se valorará conocimiento de SAP", "SAP"),
        ("Ideally you know Terraform", "Terraform"),
    ],
)
def test_wording_makes_a_nice_to_have_even_under_requirements(line: str, term: str) -> None:
    found = by_term(ask(posting(f"Requirements:\n- Python is required\n- {line}\n")))
    assert found[term].need is Need.NICE
    assert found["Python"].need is Need.MUST


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "**Dein Profil**\n- Lohnbuchhaltung und DATEV\n- gute Englischkenntnisse\n",
            {"Lohnbuchhaltung", "DATEV", "English"},
        ),
        ("## Profil recherché\n- Soins des plaies\n- Permis B exigé\n", {"Soins des plaies", "Permis B"}),
        (
            "Requisitos:\n- Manejo de carretilla elevadora\n- Control de stock\n",
            {"Manejo de carretilla", "Control de stock"},
        ),
    ],
)
def test_other_languages_are_read_and_methods_keep_their_wording(text: str, terms: set[str]) -> None:
    assert set(by_term(ask(posting(text)))) == terms


def test_repetition_is_counted_but_is_one_demand() -> None:
    found = ask(posting("Requirements:\n- Spark\n- Tuning Spark jobs\n- Spark on AWS EMR\n"))
    spark = by_term(found)["Apache Spark"]
    assert spark.times == 3
    assert [each.term for each in found].count("Apache Spark") == 1


def test_the_same_sentence_twice_counts_once() -> None:
    twice = Posting(description="Requirements:\n- Strong Python\n", requirements=["Strong Python"])
    assert by_term(ask(twice))["Python"].times == 1


def test_a_special_term_in_brackets_stands_for_the_general_one() -> None:
    found = by_term(ask(posting("Requirements:\n- infrastructure as code (Terraform)\n")))
    assert set(found) == {"Terraform"}


def test_traits_are_never_must_haves() -> None:
    found = by_term(ask(posting("Requirements:\n- Excellent communication skills are required\n- Python\n")))
    assert found["Communication"].need is Need.NICE


def test_duties_are_must_haves_only_when_the_posting_lists_no_requirements() -> None:
    duties = "## Your tasks\n- Run our Airflow pipelines\n"
    assert by_term(ask(posting(duties)))["Airflow"].need is Need.MUST
    assert by_term(ask(posting(duties + "## Requirements\n- Python\n")))["Airflow"].need is Need.NICE


def test_a_tool_no_list_knows_is_found_where_tools_stand() -> None:
    found = by_term(ask(posting("Requirements:\n- Experience with Python, QuuxDB and SQL\n- You live in Berlin\n")))
    assert set(found) == {"Python", "SQL", "QuuxDB"}


def test_the_company_is_not_something_asked_for() -> None:
    found = by_term(ask(posting("Requirements:\n- Experience with ZyxCorp and Python\n", company="ZyxCorp")))
    assert set(found) == {"Python"}


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of experience in data engineering", 5),
        ("At least three years' experience on a ward", 3),
        ("3-5 years of relevant experience", 3),
        ("Mindestens 4 Jahre Berufserfahrung", 4),
        ("Mehrjährige Erfahrung im Einkauf", 3),
        ("Au moins 2 ans d’expérience en crèche", 2),
        ("Experiencia mínima de 2 años en almacén", 2),
        ("Our company looks back on 25 years of experience", None),
        ("A 2 year contract", None),
        ("You are at least 18 years old", None),
    ],
)
def test_years_of_experience(line: str, years: int | None) -> None:
    found = demands(posting(f"Requirements:\n- {line}\n")).years
    assert (found.years if found else None) == years


def test_years_that_are_only_nice_to_have_are_not_asked() -> None:
    assert demands(posting("Nice to have:\n- 10 years of experience\n")).years is None


@pytest.mark.parametrize(
    ("line", "level", "eased"),
    [
        ("Bachelor's degree in nursing", 3, False),
        ("Bachelor's or Master's degree or equivalent experience", 3, True),
        ("Abgeschlossenes Studium der Informatik", 3, False),
        ("Abgeschlossene kaufmännische Ausbildung oder vergleichbar", 2, True),
        ("Master MEEF exigé", None, False),
        ("PhD in chemistry", 5, False),
        ("Grado en Enfermería", 3, False),
    ],
)
def test_degrees(line: str, level: int | None, eased: bool) -> None:
    found = demands(posting(f"Requirements:\n- {line}\n")).degree
    assert (found.level if found else None) == level
    assert found is None or found.or_experience is eased


def test_an_empty_posting_asks_for_nothing() -> None:
    found = demands(Posting())
    assert found.terms == []
    assert found.years is None
    assert found.degree is None
