"""An outline in four languages: true, in the forms of its language, with places for what only the person knows."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.checking import Material, checked
from careercoach_desktop.features.letters.model import GAP, LetterDraft, LetterLength, LetterWishes, Tone
from careercoach_desktop.features.letters.outlining import outlined
from careercoach_desktop.features.letters.outlining.phrases import PHRASES, role_of
from careercoach_desktop.features.resumes.model import ResumeData
from tests.features.tailoring.engine import people

TRADES = {
    "en": (people.LENA, people.DATA_JOB),
    "en, a nurse": (people.NURSE, people.NURSE_JOB),
    "de": (people.ACCOUNTANT, people.ACCOUNTANT_JOB),
    "fr": (people.TEACHER, people.TEACHER_JOB),
}


def outline(
    resume: ResumeData, posting: Posting, wishes: LetterWishes | None = None, language: str = ""
) -> LetterDraft:
    material = Material(
        resume=resume, posting=posting, notes="", stories=(), today=people.TODAY, name=resume.basics.name
    )
    return checked(outlined(material, wishes or LetterWishes(), language or resume.language), material)


@pytest.mark.parametrize(("resume", "posting"), TRADES.values(), ids=TRADES)
@pytest.mark.parametrize("tone", Tone)
def test_everything_it_says_is_true(resume: ResumeData, posting: Posting, tone: Tone) -> None:
    draft = outline(resume, posting, LetterWishes(tone=tone))
    assert [(claim.text, claim.reason) for claim in draft.unsupported] == []
    assert draft.has_gaps
    assert "{" not in draft.text
    assert draft.signature == resume.basics.name
    assert role_of(posting) in draft.subject


def test_it_tells_what_answers_the_posting_and_asks_for_the_rest() -> None:
    draft = outline(people.LENA, people.DATA_JOB)
    assert "At Brightwater, I migrated 140 jobs from cron to Airflow." in draft.text
    assert "seven years of professional experience and currently work as Data Engineer at Brightwater" in draft.text
    (lacking,) = [gap for gap in GAP.findall(draft.text) if "does not show" in gap]
    assert "Apache Spark" in lacking
    assert "Airflow" not in lacking


def test_what_they_ask_for_is_named_as_inside_a_sentence() -> None:
    posting = Posting(
        title="Engineer", company="Northwind", description="Requirements:\n- Data modelling\n- Airflow\n- Terraform\n"
    )
    text = outline(people.LENA, posting).text
    assert "Data modelling" not in text
    assert "Airflow" in text
    assert "Terraform" in text


def test_german_goes_on_in_lower_case_and_companies_take_their_article() -> None:
    draft = outline(people.ACCOUNTANT, people.ACCOUNTANT_JOB)
    assert draft.greeting == "Sehr geehrte Damen und Herren,"
    assert draft.paragraphs[0].text.startswith("mit Interesse")
    assert "bei der Nordwind AG" in draft.text
    assert draft.subject == "Bewerbung als Finanzbuchhalter"
    assert draft.closing == "Mit freundlichen Grüßen"


def test_french_elides() -> None:
    assert outline(people.TEACHER, people.TEACHER_JOB).subject.startswith("Candidature au poste d’Enseignant")


def test_a_longer_letter_tells_more() -> None:
    short, long = (
        outline(people.LENA, people.DATA_JOB, LetterWishes(length=length))
        for length in (LetterLength.SHORT, LetterLength.LONG)
    )
    assert short.words < long.words
    assert "Lowell Analytics" not in short.text
    assert "Lowell Analytics" in long.text


def test_a_resume_in_another_language_is_left_to_be_translated() -> None:
    draft = outline(people.LENA, people.ACCOUNTANT_JOB, language="de")
    assert draft.language == "de"
    assert "[Übersetzen: " in draft.text


@pytest.mark.parametrize("language", ["it", "xx", ""])
def test_a_language_without_phrases_becomes_english(language: str) -> None:
    assert outline(people.NURSE, people.NURSE_JOB, language=language or "ja").language == "en"


def test_an_empty_resume_is_no_obstacle() -> None:
    draft = outline(ResumeData(), Posting(title="Baker [m/w/d]", description="Bread."))
    assert draft.subject == "Application for Baker"
    assert draft.unsupported == []


def test_brackets_in_what_was_typed_close_no_gap() -> None:
    draft = outline(people.LENA, people.DATA_JOB, LetterWishes(focus=("arrays [of] [numbers",), notes="See [1]"))
    assert all(text.count("[") == text.count("]") for text in [draft.text])
    assert "[arrays (of) (numbers: one or two sentences, with an example.]" in draft.text


def test_every_language_has_every_form() -> None:
    for phrases in PHRASES.values():
        for choices in (phrases.greetings, phrases.openings, phrases.endings, phrases.closings):
            assert len(choices) == len(Tone)
            assert all(choices)
