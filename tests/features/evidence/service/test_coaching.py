"""A story looked at as it is written."""

from __future__ import annotations

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.model import Story, StoryQuestion, StoryText
from careercoach_desktop.features.evidence.service.coaching import StoryCoach
from careercoach_desktop.foundation.clock import utc_now

ROTA = StoryText(
    title="Schichtplan",
    situation="Zwei Kollegen stritten sich seit Wochen über den Dienstplan auf der Station.",
    task="Ich sollte vermitteln.",
    action="Ich habe mit beiden einzeln gesprochen und einen Tausch vorgeschlagen, den alle mittragen konnten.",
    result="Der Konflikt war nach 2 Wochen gelöst.",
)


def story(text: StoryText, *linked: tuple[str, str]) -> Story:
    questions = tuple(StoryQuestion(1, question, bank_id, utc_now()) for question, bank_id in linked)
    return Story(1, text, utc_now(), utc_now(), questions=questions)


def test_it_says_what_is_lacking_and_which_figures_there_are() -> None:
    look = StoryCoach(QuestionBank()).look(story(ROTA))
    assert look.gaps == ()
    assert look.numbers == ("2 Wochen",)


def test_questions_in_the_storys_language_come_first_each_after_another_skill() -> None:
    bank = QuestionBank()
    offered = [bank.question(each.bank_id) for each in StoryCoach(bank).look(story(ROTA)).suggested]
    languages = [each.language for each in offered if each is not None]
    assert languages[0] == "de"
    assert "en" in languages
    assert languages == sorted(languages), "German, then English"
    assert len({each.category for each in offered if each is not None}) == len(offered) <= 4


def test_what_is_linked_is_not_offered_even_if_it_was_worded_anew_since() -> None:
    coach = StoryCoach(QuestionBank())
    first = coach.look(story(ROTA)).suggested[0]
    again = coach.look(story(ROTA, ("Other words than the bank has now.", first.bank_id))).suggested
    assert first.bank_id not in {each.bank_id for each in again}


def test_a_story_of_a_few_words_gets_no_suggestions() -> None:
    assert StoryCoach(QuestionBank()).look(story(StoryText(title="Konflikt", action="Wir stritten."))).suggested == ()
