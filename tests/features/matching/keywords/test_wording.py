"""What a sentence says of itself, clause by clause: asked, wished for, or not needed at all."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import ask, demands
from careercoach_desktop.features.matching.model import Need


def needs(line: str) -> dict[str, Need]:
    found = ask(Posting(title="Someone", description=f"Requirements:\n- SQL is needed here\n- {line}\n"))
    return {asked.term: asked.need for asked in found if asked.term != "SQL"}


@pytest.mark.parametrize(
    "line",
    [
        "Java is not required",
        "No Java experience required",
        "You don't need to know Java",
        "Java not needed",
        "We use Java, but you won't touch it",
        "We are not looking for Java people",
        "Java-Kenntnisse sind nicht erforderlich",
        "Java brauchst du nicht, Java-Kenntnisse brauchst du nicht",
        "Keine Java-Kenntnisse nötig",
        "La maîtrise de Java n'est pas requise",
        "Aucune expérience en Java n'est exigée",
        "No se requiere Java",
        "Java no es necesario",
    ],
)
def test_what_is_not_needed_is_not_asked(line: str) -> None:
    assert needs(line) == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Terraform (Ansible is a plus)", {"Terraform": Need.MUST, "Ansible": Need.NICE}),
        ("Python is required, Java is not required", {"Python": Need.MUST}),
        ("You know Python, but Java is not needed", {"Python": Need.MUST}),
        ("Kotlin is desirable but not required", {"Kotlin": Need.NICE}),
        ("Kotlin is not required, but a plus", {"Kotlin": Need.NICE}),
        ("Kotlin souhaité mais non exigé", {"Kotlin": Need.NICE}),
        ("Ideally you know Terraform, Ansible", {"Terraform": Need.NICE, "Ansible": Need.NICE}),
        (
            "Terraform, Ansible and Pulumi are a plus",
            {"Terraform": Need.NICE, "Ansible": Need.NICE, "Pulumi": Need.NICE},
        ),
        ("Kotlin, kein Muss", {"Kotlin": Need.NICE}),
        ("Bereitschaft, Kotlin zu lernen", {"Kotlin": Need.NICE}),
    ],
)
def test_each_part_of_a_sentence_is_weighed_by_itself(line: str, expected: dict[str, Need]) -> None:
    assert needs(line) == expected


@pytest.mark.parametrize("line", ["No degree required", "Kein Studium erforderlich", "No se requiere titulación"])
def test_a_degree_that_is_not_needed_is_not_asked(line: str) -> None:
    assert demands(Posting(description=f"Requirements:\n- Python\n- {line}\n")).degree is None


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("It would be great if you also have:", Need.NICE),
        ("Schön wäre:", Need.NICE),
        ("Gern gesehen", Need.NICE),
        ("Would be an advantage", Need.NICE),
        ("You're a great fit if you're:", Need.MUST),
        ("Das wünschen wir uns:", Need.MUST),
        ("Požadujeme", Need.MUST),
        ("Wat vragen wij?", Need.MUST),
    ],
)
def test_headings_of_many_kinds(heading: str, need: Need) -> None:
    found = ask(Posting(description=f"Requirements:\n- SQL\n\n{heading}\n- Terraform\n"))
    assert {each.term: each.need for each in found}["Terraform"] is need


def test_what_a_board_files_a_posting_under_is_not_asked() -> None:
    assert ask(Posting(description="Industry: Retail, Python, Banking\nCompany size: 50")) == []


def test_a_company_named_in_a_heading_talks_of_itself() -> None:
    found = ask(Posting(description="Requirements:\n- SQL\n\nAbout Orchard:\nWe love Python and Kafka.\n"))
    assert [each.term for each in found] == ["SQL"]


def test_years_belong_to_what_they_stand_beside() -> None:
    found = ask(Posting(description="Requirements:\n- 5+ years of experience with SQL and at least 2 years with dbt\n"))
    assert {each.term: each.years for each in found} == {"SQL": 5, "dbt": 2}


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("You enjoy managing large budgets", "Budget management"),
        ("Erfahrung mit Photovoltaikanlagen", "solar installation"),
        ("Deutsch- und Englischkenntnisse", "German"),
        ("English is a must", "English"),
        ("Native-level German", "German"),
    ],
)
def test_inflections_and_compounds(line: str, term: str) -> None:
    found = ask(Posting(description=f"Requirements:\n- {line}\n"))
    assert term.casefold() in {name.casefold() for each in found for name in (each.term, *each.wordings)} | {
        each.skill.name.casefold() for each in found if each.skill
    }
