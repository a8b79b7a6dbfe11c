"""Tokens, degrees, and the language of a text."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.vocabulary.degrees import DegreeLevel, highest_degree, lowest_degree
from careercoach_desktop.features.evidence.vocabulary.tokens import language_of, plain, stems, tokenize


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Node.js", "node JS"),
        ("budgets", "Budget"),
        ("Café", "cafe"),
        ("R&D", "R and D"),
        ("front-end", "Front end"),
        ("strategies", "strategy"),
    ],
)
def test_spellings_that_mean_the_same_have_the_same_words(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_a_comma_or_a_full_stop_parts_phrases() -> None:
    assert tokenize("SQL, Server").joined == [False, False]
    assert tokenize("SQL. Server").joined == [False, False]
    assert tokenize("SQL Server").joined == [False, True]


def test_emphasis_and_links_are_left_out_of_markdown() -> None:
    assert plain("**Python** and [dbt](https://example.org)") == "Python and dbt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for you and your skills", "en"),
        ("Wir suchen dich für unser Team in der Stadt", "de"),
        ("Nous cherchons une personne pour notre équipe dans le Sud", "fr"),
        ("Buscamos una persona para el equipo de la tienda", "es"),
        ("Hledáme kolegu", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc Mathematics", DegreeLevel.BACHELOR),
        ("Bachelor of Arts", DegreeLevel.BACHELOR),
        ("M.Sc. Informatik", DegreeLevel.MASTER),
        ("Diplom-Ingenieur", DegreeLevel.MASTER),
        ("Ausbildung zur Kauffrau", DegreeLevel.VOCATIONAL),
        ("Licence en histoire", DegreeLevel.BACHELOR),
        ("BTS comptabilité", DegreeLevel.VOCATIONAL),
        ("Grado en Enfermería", DegreeLevel.BACHELOR),
        ("PhD", DegreeLevel.DOCTORATE),
        ("master the basics", None),
    ],
)
def test_degrees_of_four_countries(text: str, level: DegreeLevel | None) -> None:
    assert highest_degree(text) is level


def test_either_degree_asks_for_the_lower() -> None:
    assert lowest_degree("Bachelor's or Master's degree") is DegreeLevel.BACHELOR
