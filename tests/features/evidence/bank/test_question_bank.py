"""The question bank as it is shipped: enough of everything, nothing twice, nothing half; and how it is chosen from."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.bank import BankQuestion, Level, Place, QuestionBank, Wanted
from careercoach_desktop.features.evidence.bank.question import TYPES
from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.practice.model import Difficulty

LANGUAGES = ("en", "de", "es", "fr")


@cache
def bank() -> QuestionBank:
    return QuestionBank()


def ids(questions: list[BankQuestion]) -> list[str]:
    return [question.id for question in questions]


# What is in it ------------------------------------------------------------------------------------------------------


def test_it_speaks_the_words_of_interviews_and_practice() -> None:
    assert set(TYPES) == {kind.value for kind in InterviewType}
    assert [level.value for level in Level] == [difficulty.value for difficulty in Difficulty]


def test_there_are_enough_questions_for_every_kind_level_and_field() -> None:
    assert len(bank().questions()) >= 450
    assert len(bank().fields()) >= 14
    for kind, level in itertools.product(TYPES, Level):
        assert len(bank().questions(kind, level=level)) >= 6, (kind, level)
    for field in bank().fields():
        assert len(bank().questions(field=field.id)) >= 18, field.id
        assert {question.level for question in bank().questions(field=field.id)} == set(Level), field.id
    for place in (Place.OPENING, Place.CLOSING):
        for kind in TYPES:
            assert [each for each in bank().questions(kind) if each.place is place], (place, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_whole(language: str) -> None:
    for question in bank().questions(language=language):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", question.id), question.id
        assert 3 <= len(question.key_points) <= 6, question.id
        assert 2 <= len(question.criteria) <= 4, question.id
        assert 2 <= len(re.findall(r"[.!?](?=\s|$)", question.good_answer)) <= 5, question.id
        assert question.text[-1] in ".?”", question.id
        assert question.category == question.category.strip(), question.id
        words = (question.text, question.good_answer, *question.key_points, *question.criteria)
        assert all(said and said == " ".join(said.split()) for said in words), question.id
        assert not any(mark in said for said in words for mark in ("'", '"', "...", " - ")), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_a_copy_of_another(language: str) -> None:
    for one, other in itertools.combinations(bank().questions(language=language), 2):
        assert fuzz.ratio(one.text, other.text) < 80, (one.id, other.id)
        assert fuzz.ratio(one.good_answer, other.good_answer) < 75, (one.id, other.id)
        assert len(set(one.key_points) & set(other.key_points)) <= 1, (one.id, other.id)


def test_nothing_is_asked_that_may_not_be_asked() -> None:
    private = re.compile(
        r"\b(married|marital|husband|wife|pregnan\w*|children do you|plan to have children|religion|your faith|"
        r"how old|your age|nationality|ethnic\w*|sexual orientation|trade union|party member\w*|your health)\b",
        re.IGNORECASE,
    )
    for question in bank().questions():
        assert not private.search(question.text), question.id


def test_every_language_has_general_questions_for_all_kinds() -> None:
    assert bank().languages() == LANGUAGES
    for language, kind in itertools.product(LANGUAGES[1:], TYPES):
        there = bank().questions(kind, language=language)
        assert len(there) >= 6, (language, kind)
        assert {each.place for each in there} == set(Place), (language, kind)
        assert {each.field for each in there} == {""}
        assert all(each.id.startswith(f"{language}-") for each in there)
        assert {each.category for each in there} <= {each.category for each in bank().questions()}


# Fields -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Staff Data Engineer", ("data", "software")),
        ("Softwareentwicklerin (m/w/d)", ("software",)),
        ("Pflegefachkraft (w/m/d)", ("healthcare",)),
        ("Infirmière de nuit", ("healthcare",)),
        ("Jefe de obra", ("engineering",)),
        ("Verkäuferin im Einzelhandel", ("hospitality",)),
        ("Steuerfachangestellte", ("finance",)),
        ("Scrum Master", ("project-management",)),
        ("Zookeeper", ()),
        ("", ()),
    ],
)
def test_a_title_tells_its_fields(text: str, fields: tuple[str, ...]) -> None:
    assert bank().fields_for(text) == fields


def test_a_title_weighs_more_than_what_a_posting_says_below_it() -> None:
    posting = "Primary school teacher\nYou will work with our finance and marketing colleagues on the budget."
    assert bank().fields_for(posting) == ("education",)
    assert bank().fields_for("Zookeeper\nYou nurse sick animals in our hospital ward.") == ("healthcare",)


# Choosing -----------------------------------------------------------------------------------------------------------


def test_the_same_wishes_give_the_same_questions_and_another_seed_others() -> None:
    wanted = Wanted("BEHAVIORAL", count=6, fields=("sales",), seed=3)
    assert ids(bank().choose(wanted)) == ids(bank().choose(wanted))
    others = Wanted("BEHAVIORAL", count=6, fields=("sales",), seed=4)
    assert ids(bank().choose(wanted)) != ids(bank().choose(others))


@pytest.mark.parametrize("kind", TYPES)
def test_a_conversation_opens_varies_gets_harder_and_closes(kind: str) -> None:
    chosen = bank().choose(Wanted(kind, Level.MEDIUM, 7, fields=("engineering",), seed=1))
    assert [question.place for question in chosen] == [Place.OPENING, *[Place.MIDDLE] * 5, Place.CLOSING]
    levels = [list(Level).index(question.level) for question in chosen[1:-1]]
    assert levels == sorted(levels)
    assert len(set(ids(chosen))) == 7
    assert max(Counter(question.category for question in chosen[1:-1]).values()) == 1
    assert sum(kind in question.types for question in chosen) >= 6


def test_a_single_question_is_no_opening() -> None:
    (only,) = bank().choose(Wanted("TECHNICAL", count=1, fields=("software",)))
    assert only.place is Place.MIDDLE


def test_questions_of_other_fields_are_not_asked_and_a_technical_round_is_about_the_field() -> None:
    chosen = bank().choose(Wanted("TECHNICAL", count=10, fields=("finance",), seed=2))
    assert {question.field for question in chosen} == {"", "finance"}
    assert sum(question.field == "finance" for question in chosen) >= 6


def test_what_the_posting_speaks_of_is_preferred() -> None:
    posting = "You will write SQL, build the nightly pipeline and keep our data warehouse fresh. SQL window functions."
    plain, about = (
        sum(
            any(word in question.category for word in ("SQL", "pipeline"))
            for seed in range(12)
            for question in bank().choose(Wanted("TECHNICAL", count=5, fields=("data",), posting=text, seed=seed))
        )
        for text in ("", posting)
    )
    assert about > plain


def test_what_was_asked_before_comes_again_only_when_nothing_else_is_left() -> None:
    wanted = Wanted("FINAL", Level.HARD, 5, seed=1)
    first = bank().choose(wanted)
    again = bank().choose(Wanted("FINAL", Level.HARD, 5, seed=1, asked=ids(first)))
    assert not set(ids(first)) & set(ids(again))
    everything = [question.id for question in bank().questions()]
    assert len(bank().choose(Wanted("FINAL", Level.HARD, 5, seed=1, asked=everything))) == 5


@pytest.mark.parametrize(
    ("language", "asked_in"), [("de", "de"), ("fr", "fr"), ("es", "es"), ("en", "en"), ("it", "en")]
)
def test_a_conversation_is_in_the_language_that_is_wanted_where_there_are_questions(
    language: str, asked_in: str
) -> None:
    for kind in TYPES:
        chosen = bank().choose(Wanted(kind, Level.MEDIUM, 6, fields=("software",), seed=1, language=language))
        assert len(set(ids(chosen))) == 6
        assert {question.language for question in chosen} == {asked_in}
        assert [bank().question(question.id) for question in chosen] == chosen


def test_a_person_may_write_files_and_a_mistake_in_one_says_where(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[question]]\nid = "own-one"\ntext = "Why?"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.toml: question own-one"):
        QuestionBank(tmp_path).questions()


def test_an_unknown_question_is_none() -> None:
    assert bank().question("never-written") is None
    first = bank().questions()[0]
    assert bank().question(first.id) is first
