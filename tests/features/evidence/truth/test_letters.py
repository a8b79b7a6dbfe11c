"""Letters and answers: what they say of the person is a claim, what they say of the employer is none."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.truth import check_text
from tests.features.evidence.truth.people import EVIDENCE


def objections(text: str, person: str = "lena", **context: str) -> list[Claim]:
    return check_text(text, EVIDENCE[person], **context).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms Hart,\n\nYour platform team of 40 appeals to me.\n\nYours sincerely,\nLena Marsh, Chief Engineer",
        "I am applying for the position of Head of Data at Northwind Traders.",
        "I would like to learn Snowflake, and I have not used Kafka yet.",
        "Kafka is new to me.",
        "You run 3,000 pipelines on Snowflake.",
        "Ihr Team von 25 Leuten reizt mich; Kafka kenne ich noch nicht.",
        "Votre équipe de 30 personnes m'attire, et Kafka m'est encore peu familier.",
        "Su equipo de 30 personas me atrae; todavía no he trabajado con Kafka.",
    ],
)
def test_what_is_told_of_the_employer_wished_for_or_lacking_is_no_claim(text: str) -> None:
    assert objections(text) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("I can offer you six years of Kafka.", "Kafka"),
        ("Your search ends here: I know Kafka well.", "Kafka"),
        ("Für Ihr Team bringe ich Erfahrung mit Kafka mit.", "Kafka"),
        ("I led a team of 40 people.", "40"),
    ],
)
def test_what_is_told_of_the_person_is_one_whoever_is_spoken_to(text: str, claimed: str) -> None:
    assert claimed in {claim.text for claim in objections(text)}


def test_the_posting_tells_what_is_theirs_and_proves_nothing() -> None:
    posting = "We move 3 million parcels a week with Kafka."
    assert objections("Three million parcels a week is a scale that few firms reach.", posting=posting) == []
    assert [claim.text for claim in objections("I have worked with Kafka.", posting=posting)] == ["Kafka"]


def test_there_is_the_employer_of_the_sentence_before() -> None:
    text = "At Lowell Analytics I automated the client reports. There I also migrated 140 jobs to Airflow."
    assert "140" in {claim.text for claim in objections(text)}
    assert objections("At Brightwater I like the pace. There I migrated 140 jobs to Airflow.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe bei Brightwater 140 Jobs von cron nach Airflow migriert.",
        "Chez Brightwater, j’ai migré 140 jobs de cron vers Airflow.",
        "En Brightwater migré 140 trabajos de cron a Airflow.",
        "Seit März 2022 arbeite ich als Dateningenieurin bei Brightwater.",
    ],
)
def test_evidence_is_found_across_languages(text: str) -> None:
    claims = check_text(text, EVIDENCE["lena"]).claims
    assert claims
    assert all(claim.supported for claim in claims), [claim.reason for claim in claims]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ich habe bei Brightwater 240 Jobs nach Airflow migriert.", "240"),
        ("Als Leiterin der Datenabteilung bei Brightwater habe ich Airflow eingeführt.", "title"),
        ("J’ai travaillé chez Brightwater depuis mars 2020.", "2020"),
        ("I worked at Brightwater for nine years.", "4 years"),
        ("I speak German fluently.", "level"),
        ("Incidents rose by a third.", "opposite"),
        ("I managed a platform team of 9 people.", "led"),
    ],
)
def test_inventions_in_a_letter(text: str, reason: str) -> None:
    assert reason in " ".join(claim.reason for claim in objections(text))


def test_a_very_long_text_without_an_end_is_read_in_pieces() -> None:
    report = check_text("5 jobs and " * 3000, EVIDENCE["lena"])
    assert len(report.claims) == 3000
