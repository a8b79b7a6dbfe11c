"""Words, numbers and titles that are the same in another form or another language."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.truth.titles import same_title
from careercoach_desktop.features.evidence.truth.wording import same_word
from careercoach_desktop.features.evidence.vocabulary.numerals import numerals
from careercoach_desktop.features.evidence.vocabulary.occupations import namings
from careercoach_desktop.features.evidence.vocabulary.tokens import language_told, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inventory", "Lagerbestand"),
        ("clients", "Kunden"),
        ("élèves", "pupils"),
        ("pedidos", "orders"),
        ("migrated", "migration"),
        ("Kundenzufriedenheit", "satisfaction"),
        ("Senkung", "reducción"),
    ],
)
def test_words_of_one_meaning_meet(one: str, other: str) -> None:
    assert same_word(stem(one), stem(other))


@pytest.mark.parametrize(("one", "other"), [("servers", "jobs"), ("Brightwater", "water"), ("patients", "Lieferanten")])
def test_words_of_two_meanings_do_not(one: str, other: str) -> None:
    assert not same_word(stem(one), stem(other))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("two hundred and forty reports", "en", 240),
        ("zweihundertvierzig berichte", "de", 240),
        ("quatre-vingt-dix couverts", "fr", 90),
        ("cuarenta y cinco pymes", "es", 45),
        ("nueve mil quinientos", "es", 9500),
        ("a dozen nurses", "en", 12),
        ("zwolftausend", "de", 12_000),
    ],
)
def test_numbers_in_words(text: str, language: str, value: float) -> None:
    assert [found for found, _, _ in numerals(text, language)] == [value]


@pytest.mark.parametrize(("text", "language"), [("mention tres bien", "fr"), ("once a day", "en"), ("neuf", "de")])
def test_a_word_that_is_a_number_elsewhere_is_none_here(text: str, language: str) -> None:
    assert list(numerals(text, language)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Software Engineer", "Softwareentwicklerin"),
        ("Krankenschwester", "Registered Nurse"),
        ("Développeuse web", "Web Developer"),
        ("Jefe de obra", "Conducteur de travaux"),
        ("Buchhalterin (m/w/d)", "Buchhalter"),
        ("Sr. Analyst", "Senior Analyst"),
    ],
)
def test_a_title_is_the_same_in_another_language_and_gender(one: str, other: str) -> None:
    assert same_title(one, other)


@pytest.mark.parametrize(
    ("draft", "held"),
    [
        ("Senior Software Engineer", "Software Engineer"),
        ("Data Analyst", "Junior Data Analyst"),
        ("Küchenchef", "Chef de partie"),
        ("Restaurant Manager", "Assistant Restaurant Manager"),
        ("Project Manager", "Software Engineer"),
    ],
)
def test_a_title_that_says_more_is_another(draft: str, held: str) -> None:
    assert not same_title(draft, held)


def test_rank_is_read_from_words_and_compounds() -> None:
    ranks = {
        text: namings(text)[0].rank for text in ("Tischlermeister", "Tischlergeselle", "Senior Nurse", "Praktikant")
    }
    assert ranks == {"Tischlermeister": 6, "Tischlergeselle": 3, "Senior Nurse": 4, "Praktikant": 1}
    assert namings("lead time of two weeks") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Reducción de errores del 4 % al 1 %", "es"),
        ("Einführung eines Programms", "de"),
        ("Création d'un tableau de relance", "fr"),
        ("Trained five colleagues", "en"),
        ("SQL", "xx"),
    ],
)
def test_a_short_text_tells_its_language_or_does_not(text: str, language: str) -> None:
    assert language_told(text, "xx") == language
