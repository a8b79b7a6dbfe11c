"""Words that name a skill in one trade and something else in every other: only requirements make them a demand."""

from __future__ import annotations

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import ask

MAPS = """We draw maps for ambulances, parcels and customs brokers.

## What we ask for
- Python and SQL

## Nice to have
- dbt
"""
AMBULANCE = """Join our station.

## What we ask for
- Paramedic care in the field
"""


def terms(description: str) -> set[str]:
    return {asked.term.casefold() for asked in ask(Posting(title="Someone", description=description))}


def test_what_the_company_does_is_not_asked_of_the_person() -> None:
    assert terms(MAPS) == {"python", "sql", "dbt"}


def test_the_same_words_among_the_requirements_are_asked() -> None:
    assert "paramedic care" in terms(AMBULANCE)
