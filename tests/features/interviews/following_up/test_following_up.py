"""Drafts after a round: right words, nothing invented, and mail addresses that survive the way to a mail program."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from careercoach_desktop.features.interviews.following_up import (
    LANGUAGES,
    Occasion,
    Wish,
    drafted,
    gaps_in,
    likely_language,
    mail_link,
    topics_of,
)
from careercoach_desktop.features.interviews.model import Interview, Interviewer, InterviewType, When

THURSDAY = date(2026, 11, 26)
ANA = Interviewer(name="Ana Silva", email="ana@marlow.example")
IRIS = Interviewer(name="Iris Ode")


def occasion(kind: InterviewType = InterviewType.TECHNICAL, days_ago: int = 1, **changes: str) -> Occasion:
    words = {"title": "Data Engineer (m/w/d)", "company": "Marlow Energy", "sender": "Lena Brandt", **changes}
    return Occasion(type=kind, day=THURSDAY - timedelta(days_ago), today=THURSDAY, **words)


def test_a_thank_you_in_english() -> None:
    draft = drafted(occasion(), Wish.THANKS, [ANA], "en", ["the move of 40 pipelines"])
    assert draft.subject == "Thank you for the conversation: Data Engineer"
    assert draft.text.startswith(
        "Dear Ana,\n\nThank you for the technical interview yesterday about the role of Data Engineer at Marlow Energy,"
    )
    assert "What has stayed with me: the move of 40 pipelines." in draft.text
    assert draft.text.endswith("Kind regards\nLena Brandt")
    assert gaps_in(draft.text) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wish", Wish)
@pytest.mark.parametrize("kind", InterviewType)
def test_every_kind_in_every_language_is_whole(language: str, wish: Wish, kind: InterviewType) -> None:
    for people in ([], [ANA], [ANA, IRIS]):
        draft = drafted(occasion(kind), wish, people, language)
        whole = f"{draft.subject}\n{draft.text}"
        assert not re.search(r"[{}]| ,|  |\.\.", whole), whole
        assert "Data Engineer" in whole
        assert "(m/w/d)" not in whole
        assert "Lena Brandt" in whole
        assert all(each.name.split()[0] in draft.text for each in people)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_and_claims_are_only_the_persons_own(language: str) -> None:
    draft = drafted(occasion(days_ago=3), Wish.THANKS, [ANA], language)
    assert re.findall(r"\d+", draft.text) == []
    assert len(gaps_in(draft.text)) == 1  # what stayed with them only they know


def test_what_is_not_known_is_left_to_the_person() -> None:
    draft = drafted(occasion(title="", company="", sender=""), Wish.THANKS, [], "en")
    assert draft.text.startswith("Hello,\n\nThank you for the technical interview yesterday about the role, and")
    assert "[your name]" in gaps_in(draft.text)


@pytest.mark.parametrize(
    ("days_ago", "language", "words"),
    [
        (0, "en", "interview today about"),
        (3, "en", "on Monday"),
        (24, "en", "on 2 November"),
        (3, "de", "am Montag"),
        (24, "de", "am 2. November"),
        (3, "fr", "de lundi"),
        (24, "fr", "du 2 novembre"),
        (3, "es", "del lunes"),
        (24, "es", "del 2 de noviembre"),
    ],
)
def test_the_day_is_said_as_people_say_it(days_ago: int, language: str, words: str) -> None:
    assert words in drafted(occasion(days_ago=days_ago), Wish.THANKS, [ANA], language).text


@pytest.mark.parametrize(
    ("names", "language", "greeting"),
    [
        (["Ana Silva", "Iris Ode"], "en", "Dear Ana and Iris,"),
        (["Dr. Ana Silva"], "en", "Dear Dr. Ana Silva,"),
        (["Mira"], "en", "Dear Mira,"),
        (["Nguyễn Thị Minh Khai"], "en", "Dear Nguyễn Thị Minh Khai,"),
        (["Ana Silva", "Iris Ode"], "es", "Buenos días, Ana Silva e Iris Ode:"),
        (["Ana Silva", "Bo Lind", "Iris Ode"], "de", "Guten Tag Ana Silva, Bo Lind und Iris Ode,"),
        ([], "fr", "Bonjour,"),
    ],
)
def test_people_are_greeted_without_guessing(names: list[str], language: str, greeting: str) -> None:
    people = [Interviewer(name=name) for name in names]
    assert drafted(occasion(), Wish.THANKS, people, language).text.split("\n")[0] == greeting


def test_several_topics_become_a_list() -> None:
    draft = drafted(occasion(), Wish.THANKS, [ANA], "en", ["on-call", "the new grid model"])
    assert "What has stayed with me:\n– on-call\n– the new grid model" in draft.text


def test_a_german_company_with_its_legal_form_takes_an_article() -> None:
    assert "bei der Nordwind AG" in drafted(occasion(company="Nordwind AG"), Wish.THANKS, [ANA], "de").text


def test_the_language_is_the_postings() -> None:
    german = "Wir suchen eine Person, die unsere Daten pflegt und mit uns an neuen Modellen arbeitet. " * 4
    assert likely_language(german, "en") == "de"
    assert likely_language("Data Engineer", "fr") == "fr"
    assert likely_language("", "ja") == "en"


def test_topics_are_lines_of_the_persons_own_words() -> None:
    moment = datetime(2026, 11, 25, 9, tzinfo=UTC)
    interview = Interview(
        id=1, job_id=1, type=InterviewType.TECHNICAL, round=1, uid="x", created=moment, updated=moment,
        when=When.at(moment, "Europe/Berlin"),
        questions="- How do you **test** pipelines?\n1. [ ] Tell us about on-call\n\n-", notes="x" * 500,
        feedback="how do you test pipelines?\nThey liked the grid model",
    )  # fmt: skip
    assert topics_of(interview) == [
        "How do you test pipelines?",
        "Tell us about on-call",
        "They liked the grid model",
    ]


# Mail --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Hello,\n\nmore & more = 100% + “quotes” ü", "a\r\nb?c#d", "日本語"])
def test_a_message_arrives_as_it_was_written(text: str) -> None:
    link = mail_link(["ana+jobs@marlow.example", "iris@marlow.example"], "A & B: 50% + more", text)
    parts = urlsplit(link.url)
    said = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert link.whole
    assert unquote(parts.path).split(",") == ["ana+jobs@marlow.example", "iris@marlow.example"]
    assert said["subject"] == ["A & B: 50% + more"]
    assert said["body"] == [text.replace("\r\n", "\n").replace("\n", "\r\n")]
    assert "#" not in link.url
    assert "+" not in parts.query


def test_a_message_too_long_for_an_address_leaves_its_text_out() -> None:
    link = mail_link(["ana@marlow.example"], "Hello", "ä" * 2_000)
    assert not link.whole
    assert link.url == "mailto:ana@marlow.example?subject=Hello"


def test_nothing_can_be_smuggled_in() -> None:
    link = mail_link(["a@b.example?bcc=evil@c.example", "no address", "d@e.example"], "x\r\nBcc: f@g.example", "y")
    assert "bcc=" not in link.url
    assert "%0D" not in link.url.split("body=")[0]
    assert unquote(urlsplit(link.url).path).endswith("d@e.example")
