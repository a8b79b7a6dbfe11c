"""Where searched words are marked: found without case and accents, in the text as it is written."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.filtering import words_of
from careercoach_desktop.features.jobs.model import JobStatus, Layout, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.card_painting import CardLook, card_picture
from careercoach_desktop.features.jobs.ui.highlights import holds_any, marked_ranges
from careercoach_desktop.foundation.uikit import MarkdownView, current_theme
from tests.features.jobs.filtering.test_sifting import card

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Data Engineer", "data", ["Data"]),
        ("Data Engineer, Big Data", "DATA eng", ["Data", "Eng", "Data"]),
        ("Résumé Expert", "resume", ["Résumé"]),
        ("Straße 7", "strasse", ["Straße"]),
        ("Re\u0301sume\u0301", "esu", ["e\u0301su"]),
        ("banana", "ana", ["ana"]),
        ("underwater", "under water", ["underwater"]),
        ("ﬁnance", "fin", ["ﬁn"]),
        ("Analyst", "engineer", []),
        ("Analyst", "", []),
        ("", "a", []),
    ],
)
def test_words_are_marked_as_they_are_written(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marked_ranges(text, words_of(typed))] == marked


def test_any_of_the_texts_may_hold_any_of_the_words() -> None:
    assert holds_any(("Analyst", "Société Générale"), ("zz", "generale"))
    assert not holds_any(("Analyst", "Halden Rail"), ("zz",))
    assert not holds_any(("Analyst",), ())


def test_a_card_shows_the_words_it_was_found_by(qtbot: QtBot) -> None:
    job = card(title="Data Engineer")
    plain = card_picture(job, CardLook(), 210, 1.0, TODAY).toImage()
    marked = card_picture(job, CardLook(words=("engineer",)), 210, 1.0, TODAY).toImage()
    accent = QColor(current_theme().color("accent")).rgb()
    changed = {
        x for x in range(plain.width()) for y in range(plain.height()) if plain.pixel(x, y) != marked.pixel(x, y)
    }
    assert any(marked.pixel(x, y) == accent for x in changed for y in range(10, 34))
    assert min(changed) > 40, "the first word is not marked"


def test_the_table_marks_what_the_board_marks(page: JobsPage, qtbot: QtBot) -> None:
    page._cards.set_layout(Layout.TABLE)
    page._cards.set_search("a")
    qtbot.waitUntil(lambda: page._cards.words == ("a",))
    table = page.layouts.current_layout
    assert table.rows.words == ("a",)
    found = table.rows.viewport().grab().toImage()
    page._cards.set_search("")
    qtbot.waitUntil(lambda: page._cards.words == ())
    assert table.rows.words == ()
    accent = current_theme().color("accent").rgb()
    assert any(found.pixel(x, y) == accent for x in range(8, 200) for y in range(min(found.height(), 60)))


def test_a_search_of_the_page_marks_the_cards(page: JobsPage, qtbot: QtBot) -> None:
    column = page.board.columns[JobStatus.INTERESTED].view
    page._cards.set_search("halden")
    qtbot.waitUntil(lambda: column.words == ("halden",))
    page._cards.set_search("")
    qtbot.waitUntil(lambda: column.words == ())


def test_the_posting_in_the_drawer_marks_what_is_searched_for(page: JobsPage, jobs: JobService, qtbot: QtBot) -> None:
    text = "We rebuild 🚀 **dbt** models.\n\n- dbt tests\n- Kafka"
    job_id = jobs.add_manually(Posting(title="Engineer", description=text)).job_id
    page.open_record(job_id)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == job_id)
    (view,) = [each for each in page.details.findChildren(MarkdownView) if "dbt" in each.markdown()]
    assert view.extraSelections() == []
    page._cards.set_search("dbt")
    qtbot.waitUntil(lambda: len(view.extraSelections()) == 2)
    assert [one.cursor.selectedText() for one in view.extraSelections()] == ["dbt", "dbt"]
    page._cards.set_search("")
    qtbot.waitUntil(lambda: view.extraSelections() == [])
