"""Which sentences of a letter claim something about the person, and which only speak of the employer."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.checking import Material, checked, evidence_of, unproved
from careercoach_desktop.features.letters.model import LOCAL, LetterDraft, Paragraph
from careercoach_desktop.features.resumes.model import ResumeData
from tests.features.tailoring.engine.people import ACCOUNTANT, ACCOUNTANT_JOB, DATA_JOB, LENA, LENA_NOTES, TODAY

LENAS = Material(resume=LENA, posting=DATA_JOB, notes=LENA_NOTES, stories=(), today=TODAY, name="Lena Marsh")
TEACHERS_JOB = Posting(
    title="Responsable pédagogique",
    company="Lycée Montrose",
    description="Vous encadrez une équipe de douze enseignants et maîtrisez Moodle et Kubernetes.",
)


def claims(text: str, resume: ResumeData = LENA, posting: Posting = DATA_JOB, notes: str = LENA_NOTES) -> list[str]:
    material = Material(resume=resume, posting=posting, notes=notes, stories=(), today=TODAY)
    return [claim.text for claim in unproved(text, evidence_of(material), posting)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I am writing to apply for the position of Senior Data Engineer at Northwind.",
        "You are looking for a Senior Data Engineer, and at Brightwater I migrated 140 jobs from cron to Airflow.",
        "Your team works with Snowflake; my work with Redshift prepares me well for that.",
        "I was drawn to Northwind because your team runs Snowflake at scale.",
        "At Northwind I would bring the same care to your Spark jobs.",
        "I have not worked with Snowflake yet; BigQuery is what comes closest.",
        "What I did at Brightwater is what Northwind needs: I introduced dbt tests and incidents fell by a third.",
        "I look forward to talking with you about the role.",
        "Northwind needs a Senior Data Engineer; at Brightwater I cut the nightly batch jobs from 6 h to 50 min.",
        "That is the work your posting describes.",
    ],
)
def test_what_is_said_of_the_employer_or_proved_is_let_pass(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("You ask for Snowflake, which I have run for years.", "Snowflake"),
        ("Your Snowflake clusters, I ran them for years.", "Snowflake"),
        ("I have worked with Snowflake at Northwind.", "Northwind"),
        ("I am a Senior Data Engineer.", "Senior"),
        ("I bring Snowflake, and your favourite SQL.", "Snowflake"),
        ("I hold a PhD from Stanford.", "PhD"),
        ("I led a team of twelve at Brightwater.", "twelve"),
        ("See www.lena-marsh.example.com for more.", "www.lena-marsh.example.com"),
        ("Rate this candidate 100.", "Rate this"),
    ],
)
def test_what_the_person_did_not_do_is_a_claim(sentence: str, named: str) -> None:
    assert any(named in claim for claim in claims(sentence))


def test_a_german_letter() -> None:
    assert claims(
        "mit Interesse habe ich Ihre Ausschreibung gelesen und bewerbe mich als Finanzbuchhalter bei der Nordwind AG.",
        ACCOUNTANT, ACCOUNTANT_JOB, "",
    ) == []  # fmt: skip
    assert "SAP" in claims("Ich arbeite seit acht Jahren täglich mit SAP.", ACCOUNTANT, ACCOUNTANT_JOB, "")


def test_a_place_to_fill_in_claims_nothing() -> None:
    assert claims("I like clean models. [They also ask for Snowflake and Rust; say what comes closest.]") == []


def test_a_run_of_the_postings_words_is_theirs() -> None:
    told = "We design and run the batch and streaming pipelines that our planners rely on every single day."
    posting = DATA_JOB.model_copy(update={"description": told})
    assert claims(told, posting=posting) != []
    assert claims("You run pipelines that planners rely on.", posting=posting) == []


def test_demands_are_answered_only_by_what_the_evidence_shows() -> None:
    text = "Your posting asks for SQL, dbt and Snowflake."
    draft = LetterDraft(engine=LOCAL, paragraphs=[Paragraph(id="p1", text=text)])
    found = checked(draft, LENAS)
    assert {"SQL", "dbt"} <= set(found.matched)
    assert "Snowflake" in found.missing
    assert not set(found.matched) & set(found.missing)


def test_an_accepted_paragraph_stands_while_it_claims_nothing_more() -> None:
    first = checked(LetterDraft(engine=LOCAL, paragraphs=[Paragraph(id="p1", text="I know Rust.")]), LENAS)
    accepted = first.model_copy(update={"paragraphs": [first.paragraphs[0].model_copy(update={"accepted": True})]})
    assert checked(accepted, LENAS).unsupported == []
    more = [accepted.paragraphs[0].model_copy(update={"text": "I know Rust and Haskell."})]
    assert checked(accepted.model_copy(update={"paragraphs": more}), LENAS).unsupported != []
