"""The review of what Claude proposed: sections, keywords, the printed page, states compared, one click for a claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.tailoring.drafting import Edit, EditKind, Proposal
from careercoach_desktop.features.tailoring.model import Change, Decision
from careercoach_desktop.features.tailoring.service import TAILOR_WITH_CLAUDE, TailoringService
from careercoach_desktop.features.tailoring.ui.alignment_dialog import AlignmentDialog
from careercoach_desktop.features.tailoring.ui.change_list import SectionRow
from careercoach_desktop.features.tailoring.ui.compare_dialog import CompareDialog
from careercoach_desktop.features.tailoring.ui.review_page import ReviewPage
from careercoach_desktop.features.tailoring.ui.wording_dialog import SuggestionsDialog
from careercoach_desktop.foundation.uikit import Desk, remember
from tests.features.tailoring.test_with_claude import HONEST, INVENTED, SPARK
from tests.features.tailoring.ui.test_review_page import press
from tests.support.claude import ClaudeServer
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

ORDER = Edit(kind=EditKind.ORDER, target="w2", items=["w2.2"], reason="They ask for SQL.")
SKILLS = Edit(kind=EditKind.ORDER, target="s1", items=["SQL"], reason="They ask for SQL.")
PROPOSAL = Proposal(edits=[HONEST, INVENTED, ORDER, SKILLS], impact="The Spark work now leads.")


@pytest.fixture(autouse=True)
def no_page_was_shown_before() -> None:
    remember("tailoring.preview", "")


@pytest.fixture
def review(
    connected: ClaudeServer,
    desk: Desk,
    tailoring: TailoringService,
    place: Place,
    lena: int,
    data_job: int,
    show: Callable[..., QWidget],
    qtbot: QtBot,
) -> ReviewPage:
    connected.answer("Proposal", PROPOSAL)
    tailoring.start(data_job, with_claude=True)
    place.queue.start()
    task = place.done(TAILOR_WITH_CLAUDE)
    assert task.result is not None
    page = ReviewPage(desk, tailoring, place.get(DocumentService), place.get(ExportService))
    window = show(page)
    window.resize(1232, 820)
    desk.set_window(window)
    page.open_record(int(str(task.result["tailoring_id"])))
    qtbot.waitUntil(lambda: len(page._changes._rows) > 0)
    return page


def changes(page: ReviewPage) -> dict[str, Change]:
    assert page._review is not None
    return {change.id: change for change in page._review.tailoring.draft.changes}


def section(page: ReviewPage, title: str) -> SectionRow:
    return next(row for row in page._changes._sections if row._part.title == title)


def test_a_section_is_rejected_and_accepted_as_one_step_and_claims_stay_out(
    review: ReviewPage, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    row = section(review, "Experience")
    assert row._tick.checkState() is Qt.CheckState.PartiallyChecked, "one of it is not proved"
    row._tick.click()
    qtbot.waitUntil(lambda: changes(review)["order-w2"].decision is Decision.REJECTED)
    assert changes(review)["rewrite-b2"].decision is Decision.REJECTED
    assert changes(review)["skills-s1"].decision is Decision.ACCEPTED
    section(review, "Experience")._tick.click()
    qtbot.waitUntil(lambda: changes(review)["order-w2"].decision is Decision.ACCEPTED)
    assert changes(review)["rewrite-b1"].decision is Decision.REJECTED
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Accept Experience")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: changes(review)["order-w2"].decision is Decision.REJECTED)


def test_one_click_makes_a_claim_evidence_and_undo_takes_it_back(
    review: ReviewPage, place: Place, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    notes = place.get(ProfileService).profile().notes
    review._choose("rewrite-b1")
    button(review, "Add as my evidence").click()
    qtbot.waitUntil(lambda: changes(review)["rewrite-b1"].decision is Decision.ACCEPTED)
    assert "Brightwater: Migrated 900 jobs to Airflow." in place.get(ProfileService).profile().notes
    qtbot.waitUntil(lambda: "Kept as your evidence and checked again." in toasts(desk))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: changes(review)["rewrite-b1"].decision is Decision.REJECTED)
    assert place.get(ProfileService).profile().notes == notes


def test_one_click_removes_a_claim_and_undo_brings_it_back(
    review: ReviewPage, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    before = changes(review)
    review._choose("rewrite-b1")
    button(review, "Remove").click()
    qtbot.waitUntil(lambda: "rewrite-b1" not in changes(review))
    assert "rewrite-b1" not in review._changes._rows
    assert review._change() is not None, "another change is chosen"
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: changes(review) == before)


def test_keywords_are_told_before_and_after(review: ReviewPage, qtbot: QtBot) -> None:
    assert review._review is not None
    alignment = review._review.tailoring.draft.alignment
    button(review, f"Keywords: 6 → 7 of {len(alignment)}").click()
    shown = dialog(qtbot, AlignmentDialog)
    said = words(shown)
    assert f"6 of {len(alignment)} in your résumé, 7 with the changes you accepted." in said
    assert said.index("Newly shown · 1") < said.index("Apache Spark") < said.index("Still missing · 2")
    assert said.index("Still missing · 2") < said.index("Snowflake")
    answer(qtbot, shown, "Close")


def test_what_claude_says_of_it_is_shown_as_its_words(review: ReviewPage, qtbot: QtBot) -> None:
    button(review, "What Claude says of it").click()
    shown = dialog(qtbot, SuggestionsDialog)
    assert "“The Spark work now leads.”" in words(shown)
    answer(qtbot, shown, "Close")


def test_the_page_that_will_be_printed_follows_each_decision(review: ReviewPage, qtbot: QtBot) -> None:
    assert not review._page.isVisible()
    with qtbot.waitSignal(review._page.drawn, timeout=60_000):
        button(review, "Preview").click()
    assert (review._original.isVisible(), review._page.isVisible()) == (False, True)
    with qtbot.waitSignal(review._page.drawn, timeout=60_000):
        review._choose("rewrite-b2")
        press(review, qtbot, Qt.Key.Key_R)
    assert review._page._data is not None
    assert SPARK not in review._page._data.model_dump_json()
    review.window().resize(1800, 820)
    qtbot.waitUntil(review._original.isVisible)
    press(review, qtbot, Qt.Key.Key_P)
    assert (review._original.isVisible(), review._page.isVisible()) == (True, False)


def test_two_versions_are_compared_word_by_word(
    review: ReviewPage, tailoring: TailoringService, desk: Desk, qtbot: QtBot
) -> None:
    tailoring_id = review._known()
    tailoring.save_as_document(tailoring_id)
    tailoring.decide(tailoring_id, {"rewrite-b2": Decision.REJECTED})
    review._header.compare.click()
    shown = dialog(qtbot, CompareDialog)
    assert "Spark" in shown.view.text()
    shown.choose(2, 0)
    assert "Spark" not in shown.view.text()
    shown.choose(0, 0)
    assert shown.view.says_they_are_equal
    answer(qtbot, shown, "Close")


def test_a_draft_of_an_answer_that_broke_off_says_so(review: ReviewPage) -> None:
    assert not review._changes._halted.isVisible()
    assert review._review is not None
    stored = review._review.tailoring
    draft = stored.draft.model_copy(update={"incomplete": True})
    review._show(replace(review._review, tailoring=replace(stored, draft=draft)))
    assert review._changes._halted.isVisible()
    assert "Stopped before the end: these changes had come by then." in words(review)
