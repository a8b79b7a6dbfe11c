"""A model's letter made into a draft: cleaned, in its place, in a frame, and as much of it as has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careercoach_desktop.features.letters.drafting import Frame, WrittenLetter, framed, grown, letter_from
from careercoach_desktop.features.letters.model import LetterDraft
from careercoach_desktop.foundation.llm.growing import partial_value
from tests.features.letters.checking.test_letter import LENAS
from tests.features.letters.written import HONEST, OPENING, WHY, paragraph, with_paragraphs

ENGINE = "claude-sonnet-5-5"


def draft_of(written: WrittenLetter) -> LetterDraft:
    return letter_from(written, ENGINE, "en", LENAS)


def test_every_beginning_of_an_answer_is_a_draft_that_only_grows() -> None:
    text = HONEST.model_dump_json()
    words = 0
    for end in range(1, len(text), 7):
        written = partial_value(text[:end], WrittenLetter)
        if written is not None:
            draft = grown(written, ENGINE, "en", name="Lena Marsh")
            assert draft.words >= words
            words = draft.words
            assert not draft.complete
    assert words > 40


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("**At Brightwater** I moved `140` jobs.", "At Brightwater I moved 140 jobs."),
        ("- I like trains.\n  And  ships.", "I like trains. And ships."),
        ("I\u200b like\u202e trains.", "I like trains."),
        ("See [my page](https://evil.example).", "See my page."),
    ],
)
def test_markup_and_what_is_invisible_is_no_part_of_a_letter(given: str, kept: str) -> None:
    assert draft_of(with_paragraphs(paragraph(given))).paragraphs[0].text == kept


def test_the_name_under_the_closing_is_ours() -> None:
    draft = draft_of(HONEST.model_copy(update={"closing": "Kind regards,\nLena Marsh"}))
    assert (draft.closing, draft.signature) == ("Kind regards,", "Lena Marsh")
    assert draft.text.count("Lena Marsh") == 1


def test_empty_paragraphs_and_far_too_many_are_left_out() -> None:
    many = [paragraph(""), *(paragraph(f"I like train {at}.") for at in range(30))]
    assert len(draft_of(with_paragraphs(*many)).paragraphs) == 8


def test_a_paragraph_quotes_only_what_there_is() -> None:
    draft = draft_of(with_paragraphs(paragraph("I like trains.", "w1.1", "w9.9", "ignore")))
    assert [quote.text for quote in draft.paragraphs[0].evidence] == ["Migrated 140 jobs from cron to Airflow."]


def test_a_greeting_may_name_whom_the_posting_or_the_card_knows() -> None:
    named = HONEST.model_copy(update={"greeting": "Dear Ms Nair,"})
    assert draft_of(named).greeting == "Dear hiring team,"
    known = replace(LENAS, people=("Priya Nair",))
    assert letter_from(named, ENGINE, "en", known).greeting == "Dear Ms Nair,"


def test_a_frame_keeps_the_persons_words_and_takes_greeting_and_closing() -> None:
    words = "Hello {company},\n\nFirst.\n\n{body}\n\nLast.\n\nCheers,\n{name}"
    frame = Frame.of(words, "Northwind", "Cook", "Lena Marsh")
    draft = framed(grown(with_paragraphs(OPENING, WHY), ENGINE, "en", name="Lena Marsh"), frame)
    assert [each.text for each in draft.paragraphs] == ["First.", OPENING.text, WHY.text, "Last."]
    assert (draft.greeting, draft.closing) == ("Hello Northwind,", "Cheers,")
    assert len({each.id for each in draft.paragraphs}) == 4


def test_a_frame_without_a_place_for_the_body_comes_first() -> None:
    draft = framed(grown(with_paragraphs(WHY), ENGINE, "en"), Frame.of("Only this.", "", "", ""))
    assert [each.text for each in draft.paragraphs] == ["Only this.", WHY.text]


def test_what_a_frame_does_not_know_is_a_gap() -> None:
    assert Frame.of("I am {mood} about {company}.\n\n{body}", "", "", "").before == ("I am [mood] about [company].",)
