"""A JSON Resume or LinkedIn's export is in the language its words are in, unless it says so itself."""

from __future__ import annotations

import json

import pytest

from careercoach_desktop.features.resumes.editing import SetValue, apply, inverse
from careercoach_desktop.features.resumes.interchange import to_json_resume
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.features.resumes.typeset.composing import compose
from tests.features.resumes.interchange.test_linkedin import export

GERMAN = {
    "basics": {
        "name": "Hanna Vogt",
        "summary": "Ingenieurin mit zehn Jahren Erfahrung in der Planung von Netzen und der Leitung kleiner Teams.",
        "location": {"countryCode": "DE"},
    },
    "work": [
        {
            "name": "Netzwerke Elbe GmbH",
            "position": "Leiterin der Planung",
            "startDate": "2019-04",
            "highlights": ["Umbau der Leitwarte mit einem Team von acht Personen und ohne Ausfall für die Kunden."],
        }
    ],
}
FRENCH = "Ingénieure avec dix ans d’expérience dans la planification des réseaux et la conduite de petites équipes."


def read(value: object) -> ResumeData:
    return read_resume(json.dumps(value, ensure_ascii=False).encode(), "resume.json").data


def test_the_words_tell_the_language_of_a_json_resume() -> None:
    data = read(GERMAN)
    assert data.language == "de"
    sheet = compose(data)
    assert [section.title.text for section in sheet.sections] == ["Profil", "Berufserfahrung"]
    assert sheet.sections[1].entries[0].date.text == "Apr. 2019 – heute"


def test_the_words_tell_the_language_of_linkedins_export() -> None:
    tables = dict.fromkeys(("Positions", "Education", "Skills", "Certifications", "Languages", "Projects"))
    file = export(**tables, Profile=f"First Name,Last Name,Summary\nOdile,Ferrand,{FRENCH}\n")
    assert read_resume(file, "export.zip").data.language == "fr"


def test_what_the_document_says_of_itself_counts_more() -> None:
    assert read({**GERMAN, "meta": {"x-careercoach": {"language": "en"}}}).language == "en"


def test_few_words_are_english() -> None:
    assert read({"basics": {"name": "Hanna Vogt"}}).language == "en"


def test_a_round_trip_adds_nothing() -> None:
    assert to_json_resume(read(GERMAN)) == GERMAN


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_language_the_person_chose_is_kept_and_can_be_undone(language: str) -> None:
    data = read(GERMAN)
    edit = SetValue("language", "de", language)
    apply(data, edit)
    assert read(to_json_resume(data)).language == language
    apply(data, inverse(edit))
    assert to_json_resume(data) == GERMAN
