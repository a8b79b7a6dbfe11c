"""The file: what a program does not get out of it, and silence about a file that is as it should be."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.analysis.model import Severity, Topic
from careercoach_desktop.foundation.documents.examining import SeenAt
from careercoach_desktop.foundation.documents.reading.sniff import DOCX, JSON, LINKEDIN, PDF, TEXT
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import file, found

NAME = "Maren-Holt-Resume.pdf"


def test_a_plain_pdf_is_in_order() -> None:
    assert found(maren(), file(body_size=10), NAME) == {}


def test_without_a_file_nothing_is_said_about_one() -> None:
    assert not any(finding.topic is Topic.FILE for finding in found(maren(), None, "cv_final_2.pdf").values())


@pytest.mark.parametrize(
    ("facts", "rule", "words"),
    [
        ({"picture_pages": [0, 1], "pages": 2}, "file.picture-pages", "Pages 1, 2 are pictures."),
        ({"unreadable": 0.2}, "file.unreadable-letters", "20 % of the letters"),
        ({"copy_forbidden": True}, "file.copy-forbidden", "forbids taking text"),
        ({"jumps": 0.3}, "file.reading-order", "another order than you see"),
        ({"torn": 0.15}, "file.torn-lines", "In 15 % of the lines"),
        ({"columns": 0.9}, "file.columns", "in columns"),
        ({"tables": 0.6}, "file.tables", "60 % of the text stands in tables"),
        ({"text_boxes": 0.4, "media_type": DOCX}, "file.text-boxes", "40 % of the text stands in text boxes"),
        ({"pictures": 2}, "file.pictures", "2 pictures stand among the text"),
        ({"only_in_margin": ["m@h.example"], "media_type": DOCX}, "file.contact-in-margin", "header or footer"),
        ({"only_in_margin": ["m@h.example"]}, "file.contact-in-margin", "at the foot of a page"),
        ({"hidden_targets": ["m@h.example"]}, "file.contact-behind-link", "“m@h.example” is only behind a link"),
        ({"tracked_changes": 1, "media_type": DOCX}, "file.tracked-changes", "One tracked change is still"),
        ({"comments": 3, "media_type": DOCX}, "file.comments", "3 comments are still"),
        ({"size": 9 * 2**20}, "file.size", "9 MB"),
        ({"pages": 3}, "file.pages", "3 pages"),
        ({"body_size": 8.0}, "file.small-letters", "8 points"),
        ({"media_type": TEXT, "pages": 0}, "file.kind", "neither a PDF nor a Word document"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(facts: dict[str, object], rule: str, words: str) -> None:
    said = found(maren(), file(**facts), NAME)
    assert [*said] == [rule]
    assert words in said[rule].text


@pytest.mark.parametrize(
    "facts",
    [
        {"unreadable": 0.02},
        {"jumps": 0.02, "torn": 0.03},
        {"columns": 0.2},
        {"tables": 0.1},
        {"text_boxes": 0.02},
        {"size": 3 * 2**20},
        {"pages": 2},
        {"body_size": 9.0},
        {"media_type": DOCX, "pages": 0},
    ],
)
def test_what_is_usual_is_not_held_against_a_file(facts: dict[str, object]) -> None:
    assert found(maren(), file(**facts), NAME) == {}


@pytest.mark.parametrize("kind", [JSON, LINKEDIN])
def test_a_file_of_data_is_nothing_one_sends(kind: str) -> None:
    assert found(maren(), file(media_type=kind, pages=0, size=9 * 2**20), "Basic_LinkedInDataExport.zip") == {}


def test_a_japanese_form_may_have_tables() -> None:
    data = maren()
    data.language = "ja"
    assert found(data, file(tables=0.9, columns=0.5), NAME) == {}


def test_the_place_on_the_page_is_told() -> None:
    seen = SeenAt(page=1, left=0.1, top=0.2, right=0.9, bottom=0.8)
    said = found(maren(), file(columns=0.9, seen={"columns": seen}), NAME)["file.columns"]
    assert said.places[0].seen == seen
    assert said.places[0].quote == "Page 2"


def test_pages_that_are_pictures_can_be_gone_to() -> None:
    said = found(maren(), file(picture_pages=[0, 2], pages=3), NAME)["file.picture-pages"]
    assert [place.quote for place in said.places] == ["Page 1", "Page 3"]
    assert [place.seen.page for place in said.places if place.seen is not None] == [0, 2]


def test_contact_in_a_word_header_weighs_more_than_at_the_foot_of_a_pdf() -> None:
    word = found(maren(), file(only_in_margin=["m@h.example"], media_type=DOCX), NAME)["file.contact-in-margin"]
    paper = found(maren(), file(only_in_margin=["m@h.example"], media_type=PDF), NAME)["file.contact-in-margin"]
    assert word.severity is Severity.IMPORTANT
    assert paper.severity is Severity.DETAIL
    assert paper.extent < word.extent
