"""Which story answers a question, in any of the four languages; what a story lacks; what a bullet gives for one."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.model import Story, StoryQuestion, StoryText
from careercoach_desktop.features.evidence.telling import (
    StoryRanking,
    best_questions,
    gaps,
    numbers_in,
    story_of_bullet,
)
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work
from careercoach_desktop.foundation.clock import utc_now

QUARREL = StoryText(
    title="Two teams, one date",
    situation="Sales and our team had argued for weeks about the release date.",
    action="I asked each side what it could not give up and drew up two plans.",
    result="Both agreed; we shipped on time.",
)
ROTA = StoryText(
    title="Schichtplan",
    situation="Zwei Kollegen stritten sich über den Dienstplan auf Station.",
    task="Ich sollte vermitteln.",
    action="Ich habe mit beiden einzeln gesprochen und einen Tausch vorgeschlagen.",
    result="Der Konflikt war gelöst.",
)
FAIR = StoryText(
    title="Der Messestand",
    situation="Eine Woche vor der Messe fiel der Standbauer aus, die Frist war nicht zu verschieben.",
    action="Ich habe drei Anbieter angerufen und den Aufbau neu geplant.",
    result="Der Stand war pünktlich fertig.",
)
PARCEL = StoryText(
    title="Une réclamation",
    situation="Une cliente mécontente avait reçu deux fois le mauvais produit.",
    action="Je l’ai rappelée, je me suis excusée et j’ai livré moi-même.",
    result="Elle est restée cliente.",
)
LISTS = StoryText(
    title="Menos papeleo",
    situation="Cada pedido se copiaba a mano en tres listas.",
    action="Propuse una hoja compartida y automaticé las listas.",
    result="Ahorramos 6 horas por semana.",
)
PIPELINE = StoryText(
    title="Slow pipeline",
    action="I profiled it, rewrote the joins and partitioned the table.",
    result="It runs in 40 minutes.",
    skills=("SQL", "Python"),
)
TOLD = {"quarrel": QUARREL, "rota": ROTA, "fair": FAIR, "parcel": PARCEL, "lists": LISTS, "pipeline": PIPELINE}


def kept(number: int, text: StoryText, *questions: str) -> Story:
    linked = tuple(StoryQuestion(number, question, "", utc_now()) for question in questions)
    return Story(number, text, utc_now(), utc_now(), questions=linked)


def ranking() -> StoryRanking:
    return StoryRanking([kept(number, text) for number, text in enumerate(TOLD.values())])


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Tell me about a disagreement with a colleague.", {"quarrel", "rota"}),
        ("Erzählen Sie von einem Konflikt im Team.", {"quarrel", "rota"}),
        ("Racontez un désaccord avec un collègue.", {"quarrel", "rota"}),
        ("Háblame de un conflicto con un compañero.", {"quarrel", "rota"}),
        ("When did you last have to deliver with too little time?", {"fair"}),
        ("Racontez une situation où vous avez travaillé sous pression.", {"fair"}),
        ("Tell me about an angry customer.", {"parcel"}),
        ("Wie gehen Sie mit einer Beschwerde um?", {"parcel"}),
        ("Describe a routine you made faster, safer or simpler.", {"lists", "pipeline"}),
        ("Tell me about a time you used SQL to speed something up.", {"pipeline"}),
    ],
)
def test_a_question_finds_its_story_across_languages(question: str, first: set[str]) -> None:
    best = ranking().best(question)[0]
    assert {name for name, text in TOLD.items() if text == best.story.text} <= first, best.reason


@pytest.mark.parametrize(
    "question", ["How would you model bookings of rooms?", "What are your expectations about pay?"]
)
def test_no_story_is_named_where_none_has_enough_in_common(question: str) -> None:
    assert ranking().best(question) == []


def test_the_reason_says_what_they_share() -> None:
    assert ranking().best("Tell me about a disagreement.")[0].reason == "Both are about disagreement"
    assert ranking().best("How have you used SQL?")[0].reason == "It shows SQL"


def test_of_two_stories_about_the_same_the_one_that_is_told_whole_goes_first() -> None:
    begun = StoryText(title="An argument", situation="We argued about the release date.")
    first, second = StoryRanking([kept(1, begun), kept(2, QUARREL)]).best("Tell me about a disagreement.")
    assert (first.story.id, second.story.id) == (2, 1)


def test_the_bank_offers_a_story_questions_it_is_not_linked_to_each_after_another_skill() -> None:
    questions = QuestionBank().questions()
    offered = [question for question, _reason in best_questions(kept(1, QUARREL), questions)]
    assert "conflict" in {question.category for question in offered}
    assert all(question.wants_story for question in offered)
    assert len({question.category for question in offered}) == len(offered)
    again = best_questions(kept(1, QUARREL, offered[0].text), questions)
    assert offered[0].text not in [question.text for question, _reason in again]


# What a story lacks -------------------------------------------------------------------------------------------------


def lacking(text: StoryText) -> list[str]:
    return [gap.part for gap in gaps(text)]


def test_missing_parts_are_named_in_their_order() -> None:
    assert lacking(StoryText(title="The flood")) == ["situation", "task", "action", "result"]


def test_a_whole_story_with_a_figure_lacks_nothing() -> None:
    whole = StoryText(
        title="The flood",
        situation="The river rose two metres in a night.",
        task="The forecast had to be right by six.",
        action="I calibrated the model on 40 gauges with two colleagues and called the city every hour.",
        result="The forecast error fell by 31 %.",
    )
    assert gaps(whole) == ()


@pytest.mark.parametrize(
    ("action", "lacks"),
    [
        ("I called them.", True),
        ("We met every week, listed what was open, and worked through it until nothing was left.", True),
        ("We met every week; I listed what was open and worked through it until nothing was left.", False),
        ("Wir trafen uns jede Woche, und ich habe alles aufgeschrieben, was noch offen war, bis nichts blieb.", False),
        ("Nous nous sommes vus chaque semaine et avons noté ce qui restait à faire, point par point.", True),
        ("Nos reunimos cada semana y anoté con todos lo que quedaba pendiente hasta cerrar la lista.", False),
    ],
)
def test_an_action_says_what_the_person_did_themselves(action: str, lacks: bool) -> None:
    assert ("action" in lacking(StoryText(action=action))) is lacks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Errors fell by 31 % in 2023, with 40 gauges.", ("31 %", "40")),
        ("Wir sparten sechs Stunden pro Woche.", ("sechs Stunden",)),
        ("Both teams and two colleagues agreed.", ()),
        ("Nothing was measured.", ()),
    ],
)
def test_figures_are_found_as_written(text: str, found: tuple[str, ...]) -> None:
    assert numbers_in(text) == found


# From a bullet ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bullet", "action", "result"),
    [
        ("Rebuilt the run, cutting its time to 2 hours.", "Rebuilt the run", "cutting its time to 2 hours."),
        ("Neue Tourenplanung eingeführt, wodurch 12 % Kraftstoff gespart wurden.",
         "Neue Tourenplanung eingeführt", "wodurch 12 % Kraftstoff gespart wurden."),
        ("Refonte du stock, réduisant les ruptures de 30 %.", "Refonte du stock", "réduisant les ruptures de 30 %."),
        ("Automaticé los informes, reduciendo el cierre a 4 días.",
         "Automaticé los informes", "reduciendo el cierre a 4 días."),
        ("Modelled 12 river basins, 3 of them abroad.", "Modelled 12 river basins, 3 of them abroad.", ""),
    ],
)  # fmt: skip
def test_a_bullet_is_told_apart_into_what_was_done_and_what_came_of_it(bullet: str, action: str, result: str) -> None:
    data = ResumeData(
        work=[Work(id="w1", name="Brightwater", position="Engineer", highlights=[Highlight(id="b1", text=bullet)])]
    )
    begun = story_of_bullet(data, "b1", bullet)
    assert (begun.action, begun.result, begun.task) == (action, result, "")
    assert begun.situation == "Engineer, Brightwater"
