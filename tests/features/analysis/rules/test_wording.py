"""How things are said, in the languages the rules know, and silence in all others."""

from __future__ import annotations

import pytest

from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import ENGLISH, found, with_bullets

GERMAN = (
    "Planung der täglichen Touren für die Flotte mit 35 Fahrzeugen",
    "Einführung der neuen Software in allen Niederlassungen und Schulung von 12 Kollegen",
    "Senkung der Kosten pro Lieferung um 18 % im ersten Jahr",
)
FRENCH = (
    "Planification des tournées pour une flotte de 35 véhicules",
    "Mise en place du nouveau logiciel dans les agences et formation de 12 collègues",
    "Réduction de 18 % des coûts de livraison sur un an",
)
SPANISH = (
    "Planificación de las rutas diarias de una flota con 35 vehículos",
    "Puesta en marcha del nuevo programa en las oficinas y formación de 12 compañeros",
    "Reducción de los costes de entrega en un 18 % durante el primer año",
)
SWEDISH = (
    "Planerade dagliga turer för en flotta med 35 bilar",
    "Ansvarig för lagret och för personalen i butiken under helgerna",
    "Responsible for lagret och personalen",
)


def of(texts: tuple[str, ...], language: str) -> dict[str, object]:
    data = with_bullets(*texts, language=language)
    data.basics.summary = ""
    return {rule: finding for rule, finding in found(data).items() if rule.startswith("wording")}


@pytest.mark.parametrize(("texts", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es")])
def test_plain_good_bullets_say_nothing(texts: tuple[str, ...], language: str) -> None:
    assert of(texts, language) == {}


@pytest.mark.parametrize(
    ("weak", "texts", "language"),
    [
        ("Responsible for the warehouse and the staff", ENGLISH, "en"),
        ("Was responsible for the warehouse", ENGLISH, "en"),
        ("Helped the audit team with the yearly closing", ENGLISH, "en"),
        ("Worked on a new platform for the warehouse", ENGLISH, "en"),
        ("Duties included the till and the stock", ENGLISH, "en"),
        ("Verantwortlich für das Lager und die Mitarbeiter", GERMAN, "de"),
        ("Mitarbeit an der neuen Plattform", GERMAN, "de"),
        ("Responsable de la gestion du stock", FRENCH, "fr"),
        ("Participation à la mise en place du logiciel", FRENCH, "fr"),
        ("Encargada de la gestión del almacén", SPANISH, "es"),
        ("Apoyo en la gestión de las rutas", SPANISH, "es"),
    ],
)
def test_openings_that_say_little(weak: str, texts: tuple[str, ...], language: str) -> None:
    said = of((*texts, weak), language)
    assert [*said] == ["wording.weak"]


@pytest.mark.parametrize(
    "strong",
    ["Helpdesk tickets answered within 2 hours for the whole office", "Workflows for 12 depots drawn in BPMN",
     "Assistant to the board in all matters of the merger"],
)  # fmt: skip
def test_words_that_only_begin_alike_are_not_weak(strong: str) -> None:
    assert of((*ENGLISH, strong), "en") == {}


def test_other_languages_are_left_in_peace() -> None:
    for language in ("sv", "en", "nl"):
        assert not {"wording.weak", "wording.tense", "wording.first-person", "wording.buzz"} & {*of(SWEDISH, language)}


def test_a_resume_that_gives_a_wrong_language_is_left_in_peace() -> None:
    texts = (*GERMAN, "Responsible for the shop")
    assert "wording.weak" not in of(texts, "en")


def test_past_jobs_in_the_present() -> None:
    said = found(with_bullets(*ENGLISH, "Manage the fleet and the drivers of the company"))["wording.tense"]
    assert "“managed” for “manage”" in said.why
    assert [place.path for place in said.places] == ["b4"]


@pytest.mark.parametrize(
    "fine", ["Lead engineer for the routing team", "Design of the handbook", "Research on the demand of the shops"]
)
def test_nouns_that_look_like_verbs_are_no_matter_of_tense(fine: str) -> None:
    assert "wording.tense" not in found(with_bullets(*ENGLISH, fine))


def test_a_present_job_may_speak_in_the_present() -> None:
    data = with_bullets(*ENGLISH, "Manage the fleet and the drivers", end=None, current=True)
    assert "wording.tense" not in found(data)


def test_a_present_job_all_in_the_past_reads_as_if_it_were_over() -> None:
    over = ("Built 3 tools for the planners", "Trained 11 of them in the use of it", "Wrote the handbook for all")
    data = with_bullets("Introduced 2 tools", "Managed the fleet of 12 vans", "Built 4 depots for the company",
                        end=None, current=True)  # fmt: skip
    assert "wording.present" in found(data)
    assert "wording.present" not in found(with_bullets(*over, end="2020-01"))


def test_figures() -> None:
    none = ("Planned the tours of the fleet", "Built a model for the planners", "Trained planners and wrote a handbook")
    assert found(with_bullets(*none))["wording.figures"].text == "No bullet names a figure."
    assert "wording.figures" not in found(with_bullets(*none[:2], ENGLISH[2]))
    assert "wording.figures" not in found(with_bullets(*none[:2], "Led three planners in the north"))


@pytest.mark.parametrize("name", ["Moved the archive to S3", "Joined in 2019 and left", "Wrote Python3 scripts for it"])
def test_years_and_names_are_no_figures(name: str) -> None:
    texts = ("Planned the tours of the fleet", "Built a model for the planners", name)
    assert found(with_bullets(*texts))["wording.figures"].extent == 1


def test_more_figures_weigh_less() -> None:
    plain = [f"Planned the {word} tours of the whole fleet" for word in ("red", "blue", "green", "grey", "pink", "new")]
    some = [f"{text} with 12 vans" if at == 0 else text for at, text in enumerate(plain)]
    assert found(with_bullets(*some))["wording.figures"].extent < found(with_bullets(*plain))["wording.figures"].extent


def test_one_verb_over_and_over() -> None:
    same = [
        f"Managed the {word} depot with {number} people" for number, word in enumerate(("red", "old", "new", "far"), 2)
    ]
    said = found(with_bullets(*same))["wording.repeated"]
    assert said.text == "4 bullets begin with “Managed”."
    assert "wording.repeated" not in found(with_bullets(*same[:3], ENGLISH[0]))


@pytest.mark.parametrize(
    "summary",
    [
        "I plan routes for the fleet and the depots of a wholesaler in the north of it",
        "A planner who knows the trade, and I’m looking for the next step in the north",
    ],
)
def test_the_first_person_in_an_english_summary(summary: str) -> None:
    data = maren()
    data.basics.summary = summary
    assert "wording.first-person" in found(data)


@pytest.mark.parametrize(
    "text",
    ["Gave Tier I support to the users of the platform with 12 people", "Ran Phase I of the trial for 40 patients",
     "Moved 12 tables from MySQL to the new warehouse"],
)  # fmt: skip
def test_numerals_and_names_are_not_the_first_person(text: str) -> None:
    assert "wording.first-person" not in found(with_bullets(*ENGLISH, text))


def test_the_first_person_in_german_bullets_but_not_in_the_summary() -> None:
    data = with_bullets(*GERMAN, language="de")
    data.basics.summary = "Ich plane seit neun Jahren die Touren für einen Großhandel und führe ein Team im Norden."
    assert "wording.first-person" not in found(data)
    assert "wording.first-person" in of((*GERMAN, "Ich habe die Touren für alle geplant"), "de")


def test_two_buzzwords_are_two_too_many() -> None:
    data = maren()
    data.basics.summary += " A team player and hard-working."
    assert "“team player” and “hard-working”" in found(data)["wording.buzz"].text
    data.basics.summary = data.basics.summary.replace(" and hard-working", "")
    assert "wording.buzz" not in found(data)


@pytest.mark.parametrize(
    ("present", "past", "texts", "language"),
    [
        ("Leite ein Team mit 12 Fahrern in der Zentrale", "leitete", GERMAN, "de"),
        ("Coordonne les tournées de 35 véhicules dans la région", "coordonné", FRENCH, "fr"),
        ("Coordino las rutas de 35 vehículos en la región", "coordiné", SPANISH, "es"),
    ],
)
def test_past_jobs_in_the_present_in_other_languages(
    present: str, past: str, texts: tuple[str, ...], language: str
) -> None:
    finding = of((*texts, present), language)["wording.tense"]
    assert f"“{past}”" in finding.why


OVERUSED = {
    "en": "Successfully planned tour {} for the fleet in the north",
    "de": "Planung der Tour {} für die Flotte mit erfolgreichem Abschluss",
    "fr": "Planification de la tournée {} pour la flotte avec une rigueur exemplaire",
    "es": "Planificación de la ruta {} para la flota con resultados excelentes",
}


@pytest.mark.parametrize("language", OVERUSED)
def test_a_word_in_bullet_after_bullet(language: str) -> None:
    texts = tuple(OVERUSED[language].format(number) for number in range(3, 12))
    finding = of(texts, language)["wording.overused"]
    assert "stands in 9 of 9 bullets" in finding.text
    assert len(finding.places) == 9


def test_the_name_of_a_skill_may_come_as_often_as_it_must() -> None:
    texts = [f"{verb} reports on {thing} with Kestrel" for verb, thing in (
        ("Built", "stock"), ("Wrote", "tours"), ("Checked", "drivers"), ("Shared", "fuel"), ("Sent", "damage"),
        ("Drew", "costs"), ("Read", "delays"), ("Made", "tyres"))]  # fmt: skip
    data = with_bullets(*texts)
    data.skills[0].keywords = ["Kestrel", "Reports"]
    assert "wording.overused" not in found(data)
    data.skills[0].keywords = ["Kestrel"]
    assert "“reports” stands in 8 of 8 bullets" in found(data)["wording.overused"].text
