"""The day in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from careercoach_desktop.features.today.model import Answers, Need, NeedKind, Stage, WeekCount
from careercoach_desktop.features.today.ui.words import (
    answer_words,
    date_words,
    greeting,
    is_late,
    need_words,
    round_words,
    stage_name,
    week_name,
)
from tests.features.today.ui import days
from tests.features.today.ui.days import MONDAY, TODAY


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (3, "Good evening"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_the_greeting_follows_the_clock(hour: int, words: str) -> None:
    assert greeting(MONDAY.replace(hour=hour), "") == words
    assert greeting(MONDAY.replace(hour=hour), "Lena") == f"{words}, Lena"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en_GB", "Monday 23 November"),
        ("en_US", "Monday, November 23"),
        ("de_DE", "Montag, 23. November"),
        ("fr_FR", "lundi 23 novembre"),
        ("es_ES", "lunes, 23 de noviembre"),
        ("pt_BR", "segunda-feira, 23 de novembro"),
        ("ja_JP", "11月23日月曜日"),
        ("C", "Monday, November 23"),
    ],
)
@pytest.mark.usefixtures("locale")
def test_the_date_is_written_as_the_locale_does_without_the_year(name: str, words: str) -> None:
    QLocale.setDefault(QLocale.c() if name == "C" else QLocale(name))

    assert date_words(TODAY).replace(",", "") == words.replace(",", "")


def need(kind: NeedKind, days_away: int = 0, **more: object) -> Need:
    return Need(kind, TODAY + timedelta(days_away), "Engineer", "Halden Rail", job_id=1, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("it", "words"),
    [
        (need(NeedKind.OFFER, -3), "An offer since 20 Nov · it waits for your answer"),
        (
            need(NeedKind.THANK_YOU, 0, since=date(2026, 11, 22)),
            "Interview yesterday · a few words of thanks go a long way",
        ),
        (need(NeedKind.OUTCOME, 0, since=date(2026, 11, 22)), "Interview yesterday · nothing is noted of it yet"),
        (need(NeedKind.DEADLINE), "Closes today · not applied"),
        (need(NeedKind.DEADLINE, 4, match=0), "Closes Fri · match 0, not applied"),
        (need(NeedKind.NO_ANSWER), "Applied, no answer yet"),
        (need(NeedKind.NO_ANSWER, since=date(2026, 11, 22)), "Applied yesterday, no answer"),
        (need(NeedKind.OWN, text="Send the certificate"), "Send the certificate · today"),
        (need(NeedKind.OWN, -3), "Reminder · since 20 Nov"),
        (need(NeedKind.INTERVIEW, 1), "Interview tomorrow · not prepared yet"),
        (need(NeedKind.INTERVIEW, 3, prepared=True), "Interview Thursday · brief ready"),
        (
            need(NeedKind.INTERVIEW, 3, prepared=True, stories=1),
            "Interview Thursday · brief ready, 1 story to rehearse",
        ),
    ],
)
def test_a_need_says_why_it_stands_there(it: Need, words: str) -> None:
    assert need_words(it, MONDAY) == words


def test_only_what_was_meant_for_a_day_is_late() -> None:
    assert is_late(need(NeedKind.OWN, -1), MONDAY)
    assert not is_late(need(NeedKind.OWN), MONDAY)
    assert not is_late(need(NeedKind.NO_ANSWER, -5), MONDAY)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (Answers(0, 0, None), "No application has been sent yet."),
        (Answers(1, 0, None), "No answer yet to 1 application."),
        (Answers(3, 2, None), "2 of 3 applications got an answer."),
        (Answers(16, 7, 8), "7 of 16 applications got an answer, half of them within 8 days."),
        (Answers(16, 7, 0), "7 of 16 applications got an answer, half of them within a day."),
    ],
)
def test_the_search_is_summed_up_in_one_sentence(answers: Answers, words: str) -> None:
    assert answer_words(answers) == words


def test_bars_have_names_that_say_what_they_count() -> None:
    assert stage_name(Stage.APPLIED, 1, 0) == "Applied: 1 job came this far, 0 are there now"
    assert week_name(WeekCount(date(2026, 11, 16), (1,)), MONDAY) == "Week of 16 Nov: 1 application"
    assert week_name(WeekCount(date(2026, 11, 23), ()), MONDAY) == "This week: 0 applications"


def test_a_whole_day_has_no_clock_and_another_day_there_is_named() -> None:
    one = days.MARLOW.interview
    whole = replace(
        days.MARLOW, interview=one.model_copy(update={"when": one.when.model_copy(update={"all_day": True})})
    )
    far = days.a_round(3, "2026-11-27 01:00", "Kappa", zone="Asia/Tokyo", people=())

    assert round_words(whole, MONDAY) == "Thu · all day · Ines Duarte"
    assert round_words(far, MONDAY) == "Thu 16:00 (Fri 01:00 in Tokyo) · 1 h"
