"""Wordings that say more than they mean to, in four languages; and everyday sentences that say nothing of the kind."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.analysis.appraising import by_rules
from careercoach_desktop.features.analysis.appraising.wordings import HIGHLIGHTS, RED_FLAGS, VAGUE_PAY, WANTED, Wording
from careercoach_desktop.features.analysis.model.job import JobAnalysis
from careercoach_desktop.features.jobs.model import JobType, Posting
from careercoach_desktop.features.profile.model import Preferences

TODAY = date(2026, 6, 1)

FLAGGED = {
    "unpaid": (
        "Your first week is an unpaid trial.",
        "The training is unpaid but short.",
        "Vor der Zusage steht eine unbezahlte Probearbeit.",
        "La journée d’essai non rémunérée a lieu le lundi.",
        "Se realiza una prueba no remunerada de dos días.",
    ),
    "commission": (
        "This is a commission-only role.",
        "Sie arbeiten auf reiner Provisionsbasis, kein Fixum.",
        "Rémunération exclusivement à la commission.",
        "Retribución 100 % a comisión.",
    ),
    "fees": (
        "A registration fee of 49 euros applies.",
        "You pay for the background check yourself.",
        "Es fällt eine Bearbeitungsgebühr von 80 Euro an.",
        "Les frais d’inscription sont de 30 euros.",
        "Hay que abonar una cuota de inscripción.",
    ),
    "private": (
        "Send a copy of your passport with the form.",
        "Bitte legen Sie eine Ausweiskopie bei.",
        "Joignez une copie de votre carte d’identité et un RIB.",
        "Envía copia del DNI y tus datos bancarios.",
    ),
    "messenger": (
        "Contact our manager on WhatsApp to begin.",
        "Melden Sie sich einfach über Telegram.",
        "Contactez-nous par WhatsApp.",
        "Escríbenos por WhatsApp al llegar.",
    ),
    "riches": (
        "Be your own boss with unlimited earnings.",
        "Sei dein eigener Chef!",
        "Devenez votre propre patron, revenus illimités.",
        "Ingresos ilimitados y libertad financiera.",
    ),
    "contractor": (
        "You work on a self-employed basis.",
        "Die Tätigkeit erfolgt auf selbstständiger Basis.",
        "Vous exercez sous statut auto-entrepreneur.",
        "Alta como autónomo obligatoria.",
    ),
    "overwork": (
        "We work hard, play hard.",
        "Evenings and weekends as needed.",
        "Überstunden sind mit dem Gehalt abgegolten.",
        "Il ne faut pas compter ses heures.",
        "Se pide disponibilidad total.",
    ),
    "hype": (
        "We want a sales rockstar.",
        "Gesucht: die eierlegende Wollmilchsau.",
        "Nous cherchons un mouton à cinq pattes.",
        "Buscamos un crack de las ventas.",
    ),
    "family": (
        "We are like one big family.",
        "Wir sind wie eine große Familie.",
        "L’équipe est comme une famille.",
        "Somos una gran familia.",
    ),
    "hats": ("You wear many hats.", "Kein Mädchen für alles, aber couteau suisse.", "Serás el hombre orquesta."),
    "agency": (
        "We recruit on behalf of our international client.",
        "Wir suchen für einen unserer Kunden.",
        "Nous recrutons pour le compte de notre client.",
        "Seleccionamos para importante empresa del sector.",
    ),
}

HARMLESS = (
    "We never ask for unpaid trial days.",
    "There is no registration fee.",
    "Wir zahlen die Schulungsgebühr.",
    "You look after deposit accounts of private customers.",
    "Sie prüfen die Bankverbindung unserer Kunden.",
    "You help customers who forgot the copy of their passport.",
    "After the offer we need your bank details.",
    "We’re always on the lookout for new colleagues.",
    "You work with families of patients.",
    "Wir sind ein Familienunternehmen in dritter Generation.",
    "You build a WhatsApp integration for shops.",
    "Commission on top of a fixed salary.",
    "Provision zusätzlich zum Fixgehalt.",
    "You sit in the front office with the early-stage team.",
    "Vous gérez les frais de déplacement.",
    "Gestionas las cuotas de los clientes.",
)


def found(sentence: str, wordings: tuple[Wording, ...] = RED_FLAGS) -> list[str]:
    return [wording.name for wording in wordings if wording.find(sentence)]


@pytest.mark.parametrize(
    ("name", "sentence"), [(name, sentence) for name, sentences in FLAGGED.items() for sentence in sentences]
)
def test_it_is_found_in_four_languages(name: str, sentence: str) -> None:
    assert name in found(sentence)


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_is_denied_or_means_something_else_is_not(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (
            "flexible",
            ["Flexible working hours.", "Gleitzeit ohne Kernzeit.", "Horaires flexibles.", "Horario flexible."],
        ),
        ("home", ["Two days from home: remote possible.", "Mobiles Arbeiten.", "Télétravail partiel.", "Teletrabajo."]),
        (
            "learning",
            ["A training budget.", "Regelmäßige Fortbildungen.", "Formation continue.", "Formación continua."],
        ),
        ("holiday", ["30 days of holiday.", "30 Tage Urlaub.", "28 jours de congés.", "25 días de vacaciones."]),
        ("permanent", ["A permanent contract.", "Unbefristeter Vertrag.", "Poste en CDI.", "Contrato indefinido."]),
        ("agreement", ["A collective agreement.", "Bezahlung nach TVöD.", "Convention collective.", "Según convenio."]),
    ],
)
def test_what_speaks_for_a_job_is_found_in_four_languages(name: str, sentences: list[str]) -> None:
    for sentence in sentences:
        assert name in found(sentence, HIGHLIGHTS)


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("letter", ["With a cover letter.", "Mit Anschreiben.", "Lettre de motivation.", "Carta de presentación."]),
        ("salary-wish", ["Your salary expectations.", "Ihre Gehaltsvorstellung.", "Vos prétentions salariales.",
                         "Pretensiones salariales."]),
        ("start", ["Your earliest start date.", "Ihr frühestmöglicher Eintrittstermin.", "Votre date de disponibilité.",
                   "Fecha de incorporación."]),
    ],
)  # fmt: skip
def test_what_an_application_should_hold_is_found_in_four_languages(name: str, sentences: list[str]) -> None:
    for sentence in sentences:
        assert name in found(sentence, WANTED)


def test_vague_pay_is_found_in_four_languages() -> None:
    for sentence in (
        "Competitive salary.",
        "Attraktive Vergütung.",
        "Rémunération attractive.",
        "Salario competitivo.",
    ):
        assert VAGUE_PAY.find(sentence)


def read(**said: object) -> JobAnalysis:
    posting = Posting.model_validate({"title": "Analyst", "company": "Northwind", "description": "We plan.", **said})
    return by_rules(posting, None, Preferences(), [], "", TODAY)


def flags(**said: object) -> list[str]:
    return [point.text for point in read(**said).red_flags]


def test_a_flag_quotes_the_sentence_as_it_stands_and_the_serious_come_first() -> None:
    points = read(description="- We want a **rockstar**.\n- Your first week is an *unpaid trial*.\n").red_flags
    assert [point.serious for point in points] == [True, False]
    assert [point.quote for point in points] == ["Your first week is an unpaid trial.", "We want a rockstar."]


def test_a_contract_job_may_say_so() -> None:
    said = "You work on a self-employed basis."
    assert flags(description=said, job_type=JobType.CONTRACT) == []
    assert len(flags(description=said, job_type=JobType.FULL_TIME)) == 1


def test_a_beginner_with_many_years_is_a_contradiction() -> None:
    (said,) = flags(title="Junior Analyst", description="You have five years of experience in planning.")
    assert said.startswith("“Junior” in the title, yet it asks for 5 years")
    assert flags(title="Analyst", description="You have five years of experience in planning.") == []


def test_entry_level_and_many_years_contradict_each_other() -> None:
    (said,) = flags(description="No experience required.\n\nYou bring four years of experience in planning.")
    assert said.startswith("It says “No experience required”, yet elsewhere asks for 4 years")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ({"closed": True}, "Its page says that it is no longer open."),
        ({"deadline": "2026-05-01"}, "Its deadline, 1 May 2026, is over"),
        ({"posted_date": "2026-02-01"}, "It was posted 120 days ago"),
        ({"posted_date": "2024-02-01"}, "It was posted more than a year ago"),
        ({"company": ""}, "It names no company"),
        ({"salary_min": 30_000, "salary_max": 90_000}, "The pay has a wide range, 30,000 to 90,000"),
        ({"description": "A competitive salary."}, "The pay is only called “competitive salary”"),
    ],
)
def test_what_the_facts_of_a_posting_tell(said: dict[str, object], start: str) -> None:
    (flag,) = flags(**said)
    assert flag.startswith(start)


def test_pay_that_is_named_is_not_vague() -> None:
    assert flags(description="A competitive salary.", salary_min=40_000.0) == []
