"""Whose words a sentence tells: what they ask for, what another place of one's life was, what somebody answers for."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.truth import check_text
from tests.features.evidence.truth.people import EVIDENCE


def objections(text: str, person: str = "lena", entry: str = "") -> list[str]:
    return [claim.text for claim in check_text(text, EVIDENCE[person], entry=entry).unsupported]


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("lena", "You are looking for five years in retail and for Kafka; what I bring is SQL and Python."),
        ("lena", "Your advert mentions Snowflake and a team of twelve."),
        ("anna", "Sie suchen jemanden mit Kenntnissen in SAP. Ich bringe Wundversorgung mit."),
        ("claire", "Votre annonce demande Python et une équipe de quinze personnes."),
        ("pedro", "Sé que ustedes piden un máster y Lean Six Sigma."),
    ],
)
def test_what_they_ask_for_is_no_claim(person: str, text: str) -> None:
    assert objections(text, person) == []


@pytest.mark.parametrize(
    "text",
    [
        "You ask for Kafka, and I have used it daily.",
        "Your advert mentions Snowflake; I know it well.",
    ],
)
def test_what_they_ask_for_is_claimed_where_the_person_takes_it_up(text: str) -> None:
    assert objections(text)


def test_a_name_in_a_later_clause_ties_nothing_before_it() -> None:
    assert (
        objections("I migrated 140 jobs to Airflow, and I trained five colleagues when I was at Lowell Analytics.")
        == []
    )
    assert objections("At Lowell Analytics I migrated 140 jobs to Airflow.")


@pytest.mark.parametrize("text", ["In March 2022 I left Lowell Analytics.", "In May 2020 I joined Brightwater."])
def test_the_verb_behind_a_date_says_whether_something_began_or_ended(text: str) -> None:
    assert objections(text)


def test_the_level_behind_a_language_is_its_own() -> None:
    assert objections("I speak German (B1) and English at native level.", "lena") != ["German (B1)"]
    assert objections("My German is at C1 level.")
