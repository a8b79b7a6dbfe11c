"""The review: every change in a list, in both résumés and with its reason; decided with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ExportService
from careercoach_desktop.features.tailoring.comparing import Block, BlockKind, Segment
from careercoach_desktop.features.tailoring.model import Decision
from careercoach_desktop.features.tailoring.service import TAILOR, TailoringService
from careercoach_desktop.features.tailoring.ui.block_pane import BlockPane, BlockRow
from careercoach_desktop.features.tailoring.ui.decision_bar import ThreeLines
from careercoach_desktop.features.tailoring.ui.review_page import ReviewPage, _small_step
from careercoach_desktop.features.tailoring.ui.wording_dialog import WordingDialog
from careercoach_desktop.foundation.uikit import Button, Desk, Heading, Line, Scroll, TextArea, current_theme
from tests.features.tailoring.engine.people import DATA_JOB, LENA
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await
from tests.support.workspace import Place

BULLET = "rewrite-b2"
INVENTED = "Rebuilt the nightly batch jobs in Kafka."


@pytest.fixture
def page(desk: Desk, tailoring: TailoringService, place: Place, show: Callable[..., QWidget]) -> ReviewPage:
    made = ReviewPage(desk, tailoring, place.get(DocumentService), place.get(ExportService))
    window = show(made)
    window.resize(1232, 820)
    desk.set_window(window)
    return made


@pytest.fixture
def review(page: ReviewPage, tailored: int, qtbot: QtBot) -> ReviewPage:
    """The page with Lena's tailoring, the first change chosen."""
    page.open_record(tailored)
    qtbot.waitUntil(lambda: len(page._changes._rows) > 0)
    return page


@pytest.fixture
def light() -> Iterator[None]:
    current_theme().choose("light")
    yield
    current_theme().choose("light")


def read(row: BlockRow) -> str:
    """The words of a block as they are on the screen."""
    document = QTextDocument()
    document.setHtml(row._label.text())
    return document.toPlainText()


def texts(pane: BlockPane) -> str:
    return "\n".join(read(row) for row in pane._rows)


def decision(page: ReviewPage, change_id: str = BULLET) -> Decision:
    assert page._review is not None
    changes = page._review.tailoring.draft.changes
    return next(change.decision for change in changes if change.id == change_id)


def proposal(page: ReviewPage) -> str:
    """The wording that the engine proposes for the bullet."""
    assert page._review is not None
    (after,) = (change.after for change in page._review.tailoring.draft.changes if change.id == BULLET)
    assert "Spark" in after
    return after


def choose(page: ReviewPage, change_id: str = BULLET) -> None:
    page._changes.focus_change(change_id)
    page._choose(change_id)


def press(page: ReviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key)


def test_it_names_the_job_both_resumes_and_the_score(review: ReviewPage) -> None:
    shown = words(review)
    assert "Tailored for Senior Data Engineer, Northwind" in shown
    assert "Written on this computer" in shown
    assert "Lena · version 1" in shown
    assert "For Northwind · draft" in shown
    before, after = review._header.score.text().split(" → ")
    assert int(after) >= int(before)


def test_every_change_is_listed_with_its_tick_and_the_first_is_chosen(
    review: ReviewPage, tailoring: TailoringService, tailored: int
) -> None:
    changes = tailoring.review(tailored).tailoring.draft.changes
    assert {*review._changes._rows} == {change.id for change in changes}
    assert f"{len(changes)} changes · {len(changes)} accepted" in words(review)
    assert changes[0].reason in words(review)


def test_both_panes_show_the_wording_before_and_after(review: ReviewPage) -> None:
    assert "Rebuilt the nightly batch jobs, cutting" in texts(review._original)
    assert proposal(review) not in texts(review._original)
    assert proposal(review) in texts(review._tailored)


def test_the_arrow_keys_walk_the_changes_and_mark_them_in_the_resumes(review: ReviewPage, qtbot: QtBot) -> None:
    first, second, *_rest = review._changes._rows
    choose(review, first)
    press(review, qtbot, Qt.Key.Key_Down)
    assert review._change_id == second
    assert review._changes._rows[second].hasFocus()
    assert any(row._selected for row in review._tailored._rows)
    press(review, qtbot, Qt.Key.Key_Up)
    press(review, qtbot, Qt.Key.Key_Up)
    assert review._change_id == first


def test_space_leaves_a_change_out_of_both_panes_and_takes_it_in_again(review: ReviewPage, qtbot: QtBot) -> None:
    choose(review)
    press(review, qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    assert "Rebuilt the nightly batch jobs, cutting run time" in texts(review._tailored)
    assert not review._changes._rows[BULLET]._tick.isChecked()
    press(review, qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: decision(review) is Decision.ACCEPTED)
    assert proposal(review) in texts(review._tailored)


def test_a_accepts_and_r_rejects_the_chosen_change(review: ReviewPage, qtbot: QtBot) -> None:
    choose(review)
    press(review, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    assert button(review, "Rejected").isEnabled() is False
    press(review, qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: decision(review) is Decision.ACCEPTED)
    assert button(review, "Reject").isEnabled()


def test_a_decision_is_undone_and_made_again(review: ReviewPage, desk: Desk, qtbot: QtBot, await_: Await) -> None:
    choose(review)
    button(review, "Reject").click()
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Reject change")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: decision(review) is Decision.ACCEPTED)
    await_(desk.undo.redo())
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)


def test_accept_all_supported_is_one_step_to_undo(
    review: ReviewPage, tailoring: TailoringService, tailored: int, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    assert not review._header.accept_all.isEnabled(), "everything is accepted"
    tailoring.decide(tailored, dict.fromkeys((BULLET, "order-w2"), Decision.REJECTED))
    qtbot.waitUntil(review._header.accept_all.isEnabled)
    button(review, "Accept all supported").click()
    qtbot.waitUntil(lambda: decision(review) is decision(review, "order-w2") is Decision.ACCEPTED)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Accept all supported")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: decision(review) is decision(review, "order-w2") is Decision.REJECTED)


def test_a_click_on_a_changed_line_chooses_its_change(review: ReviewPage, qtbot: QtBot) -> None:
    row = next(row for row in review._tailored._rows if "Spark" in read(row) and row.block.change_ids)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert review._change_id == row.block.change_ids[0]


def test_e_opens_one_s_own_wording_and_undo_brings_back_words_and_decision(
    review: ReviewPage, desk: Desk, qtbot: QtBot, await_: Await
) -> None:
    choose(review)
    press(review, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    press(review, qtbot, Qt.Key.Key_E)
    asked = dialog(qtbot, WordingDialog)
    assert asked._area.text() == proposal(review)
    asked._area.setText("Rebuilt the nightly batch jobs.")
    answer(qtbot, asked, "Use this wording")
    qtbot.waitUntil(lambda: decision(review) is Decision.ACCEPTED)
    assert any(row.startswith("Rebuilt the nightly batch jobs.") for row in map(read, review._tailored._rows))
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Reword change")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    assert "Your wording." not in " ".join(words(review))


def test_the_keys_are_letters_while_one_writes(review: ReviewPage, qtbot: QtBot) -> None:
    choose(review)
    press(review, qtbot, Qt.Key.Key_E)
    asked = dialog(qtbot, WordingDialog)
    area = asked.findChild(TextArea)
    before = area.text()
    qtbot.keyClicks(QApplication.focusWidget(), "are")
    assert len(area.text()) in (len(before) + 3, 3)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert decision(review) is Decision.ACCEPTED


def test_an_invented_wording_is_left_out_and_asks_for_evidence_when_it_is_ticked(
    review: ReviewPage, tailoring: TailoringService, tailored: int, desk: Desk, qtbot: QtBot
) -> None:
    choose(review)
    tailoring.reword(tailored, BULLET, INVENTED)
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    assert "Not in your evidence" in words(review)
    assert "One claim has no evidence and is left out." in words(review)
    press(review, qtbot, Qt.Key.Key_Space)
    asked = dialog(qtbot, EvidenceDialog)
    assert not review._changes._rows[BULLET]._tick.isChecked(), "the tick waits for the evidence"
    assert any(INVENTED in text for text in words(asked))
    asked.findChild(TextArea).setText("At Brightwater I moved the nightly batch jobs to Kafka.")
    answer(qtbot, asked, "Add as my evidence")
    qtbot.waitUntil(lambda: decision(review) is Decision.ACCEPTED)
    assert review._changes._rows[BULLET]._tick.isChecked()
    qtbot.waitUntil(lambda: "Kept as your evidence and checked again." in toasts(desk))
    assert INVENTED in texts(review._tailored)


def test_leaving_it_out_changes_nothing(
    review: ReviewPage, tailoring: TailoringService, tailored: int, qtbot: QtBot
) -> None:
    choose(review)
    tailoring.reword(tailored, BULLET, INVENTED)
    qtbot.waitUntil(lambda: decision(review) is Decision.REJECTED)
    press(review, qtbot, Qt.Key.Key_A)
    answer(qtbot, dialog(qtbot, EvidenceDialog), "Leave it out")
    assert decision(review) is Decision.REJECTED
    assert f"{INVENTED}  left out" in texts(review._tailored).replace("\xa0", " ")


def test_saving_says_which_version_it_is_and_leads_there(review: ReviewPage, desk: Desk, qtbot: QtBot) -> None:
    button(review, "Save version").click()
    qtbot.waitUntil(lambda: toasts(desk) == ["Saved as version 1 in Documents."])
    with qtbot.waitSignal(desk.open_requested) as asked:
        button(review.window(), "Show").click()
    assert asked.args[0] == "documents"


def test_back_leads_to_the_job(review: ReviewPage, desk: Desk, data_job: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.open_requested) as asked:
        review._header.back_requested.emit()
    assert asked.args == ["jobs", data_job]


@pytest.mark.usefixtures("light")
def test_another_theme_paints_the_words_anew(review: ReviewPage, qtbot: QtBot) -> None:
    def colours() -> set[str]:
        return {row._label.text() for row in review._tailored._rows if "Spark" in row._label.text()}

    before, read_before = colours(), texts(review._tailored)
    current_theme().choose("dark")
    qtbot.waitUntil(lambda: colours() != before)
    assert texts(review._tailored) == read_before
    current_theme().choose("light")
    qtbot.waitUntil(lambda: colours() == before)


HOSTILE = (
    "<script>alert(1)</script> & co",
    '<img src="file:///etc/passwd"> &amp; &lt;b&gt;',
    "</span></div><b>bold</b>",
)


def test_markup_in_a_resume_is_shown_as_it_was_written(
    page: ReviewPage, tailoring: TailoringService, place: Place, qtbot: QtBot
) -> None:
    data: ResumeData = LENA.model_copy(deep=True)
    for line, hostile in zip(data.work[0].highlights, HOSTILE, strict=False):
        line.text = f"{hostile} in SQL"
    data.basics.summary = f"Data engineer. {HOSTILE[0]}"
    place.add_resume(data, "hostile.txt")
    job = place.add_job(
        Posting(title="<b>Engineer</b> &amp; more", company="<i>N</i>", description=DATA_JOB.description)
    )
    tailoring.start(job)
    place.queue.start()
    place.done(TAILOR)
    made = tailoring.latest_for(job)
    assert made is not None
    page.open_record(made.id)
    qtbot.waitUntil(lambda: len(page._original._rows) > 0)
    for pane in (page._original, page._tailored):
        for hostile in HOSTILE:
            assert hostile in texts(pane)
    assert "Tailored for <b>Engineer</b> &amp; more, <i>N</i>" in words(page)
    for change_id in page._changes._rows:
        page._choose(change_id)  # reasons and evidence quote the résumé and the posting
        for label in page.findChildren(QLabel):
            if label.textFormat() is not Qt.TextFormat.PlainText:
                markup = QLabel.text(label)
                assert "<img" not in markup, "it would be loaded"
                assert "<script" not in markup
                assert "<b>" not in markup


def test_the_title_keeps_its_room_in_a_small_window(review: ReviewPage, qtbot: QtBot) -> None:
    title = review._header.findChild(Heading)
    assert "Accept all supported" in [one.text() for one in review.findChildren(Button) if one.isVisible()]
    assert review._header.ats.isVisible()
    review.window().resize(760, 560)
    qtbot.waitUntil(lambda: not review._header.ats.isVisible())
    qtbot.waitUntil(lambda: title.width() >= 200)
    button(review, "Accept all")
    assert review._header.accept_all.accessibleName() == "Accept all supported"
    review.window().resize(1232, 820)
    qtbot.waitUntil(review._header.ats.isVisible)
    button(review, "Accept all supported")


def test_who_proposed_it_is_said_beside_the_changes(review: ReviewPage) -> None:
    assert "Written on this computer" in words(review)
    assert review._review is not None
    review._show(replace(review._review, author="Claude Sonnet 5.5"))
    assert "Proposed by Claude Sonnet 5.5, checked on this computer" in words(review)


def test_the_panes_stand_still_while_people_walk_the_changes(review: ReviewPage) -> None:
    heights = set()
    for change_id in review._changes._rows:
        review._choose(change_id)
        QApplication.processEvents()
        heights.add(review._decision.height())
    assert len(heights) == 1


def test_a_long_reason_ends_in_an_ellipsis_and_is_whole_in_the_tip(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    shown = ThreeLines()
    window = show(shown)
    window.resize(260, 120)
    shown.setText("The posting asks for Spark & <b>dbt</b>. " * 8)
    qtbot.waitUntil(lambda: bool(shown.toolTip()))
    lines = shown.lines()
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all("…" not in line for line in lines[:2])
    assert "&amp; &lt;b&gt;dbt" in shown.toolTip()
    shown.setText("Order only.")
    qtbot.waitUntil(lambda: not shown.toolTip())


def test_a_score_that_hardly_moves_says_why() -> None:
    assert "moves little" in _small_step(73, 74)
    assert "stays" in _small_step(74, 74)
    assert _small_step(60, 80) == _small_step(None, None) == ""


def test_the_tint_of_a_chosen_block_has_air_around_the_words(show: Callable[..., QWidget]) -> None:
    rows = [BlockRow(Block(kind, (Segment("Kept the ledgers"),), ("x",))) for kind in BlockKind]
    show(*rows)
    lefts = {row.block.kind: row._label.x() for row in rows}
    assert lefts[BlockKind.PARAGRAPH] == lefts[BlockKind.SECTION] == lefts[BlockKind.ENTRY] == 6
    assert lefts[BlockKind.BULLET] > 15


def test_only_section_headings_have_a_rule(show: Callable[..., QWidget]) -> None:
    rows = {kind: BlockRow(Block(kind, (Segment("Words"),))) for kind in BlockKind}
    show(*rows.values())
    assert [kind for kind, row in rows.items() if row.findChild(Line) is not None] == [BlockKind.SECTION]


def test_a_title_stands_level_with_its_tick(review: ReviewPage) -> None:
    row = next(iter(review._changes._rows.values()))
    tick = row._tick.geometry().center().y()
    title = row._title
    first_line = title.y() + round(title.fontMetrics().height() * 1.18 / 2)
    assert abs(tick - first_line) <= 1


def test_nothing_blank_follows_the_last_line_of_a_pane(review: ReviewPage, qtbot: QtBot) -> None:
    review.window().resize(1232, 420)
    for pane, last in (
        (review._original, review._original._rows[-1]),
        (review._tailored, review._tailored._rows[-1]),
        (review._changes, [*review._changes._rows.values()][-1]),
    ):
        scroll = pane.findChild(Scroll)
        qtbot.waitUntil(lambda scroll=scroll: scroll.verticalScrollBar().maximum() > 0)
        qtbot.waitUntil(lambda scroll=scroll, last=last: scroll.widget().height() - last.geometry().bottom() < 40)
