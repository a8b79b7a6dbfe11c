"""The page: postings come in by paste, drop and dialog; search and filters; the drawer and what is edited there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    FieldOrigin,
    Job,
    JobStatus,
    Posting,
    SampleJob,
    WorkMode,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import DrawerPanel, JobsPage
from careercoach_desktop.features.jobs.ui.add_dialog import AddDialog
from careercoach_desktop.features.jobs.ui.edit_dialog import EditDialog
from careercoach_desktop.features.jobs.ui.intake import links_in, recognised
from careercoach_desktop.features.jobs.ui.notes_panel import NotesPanel
from careercoach_desktop.features.jobs.ui.overview_panel import OverviewPanel, doubts
from careercoach_desktop.features.jobs.ui.panels import own_panels
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Button, Desk, RecordPlace, column, holder
from careercoach_desktop.foundation.uikit.fields import TextArea
from careercoach_desktop.foundation.uikit.notices import Banner
from careercoach_desktop.foundation.uikit.texts import plain_tip

POSTING = """Platform Engineer

Halden Rail keeps trains on time. We look for a platform engineer in Leeds, hybrid, who knows Kubernetes and Go."""
INTERESTED = JobStatus.INTERESTED
Await = Callable[..., Any]


def shown(page: JobsPage) -> list[str]:
    return [card.title for card in page.board.cards.models[INTERESTED].cards]


def drop(page: JobsPage, data: QMimeData) -> None:
    middle, left, none = QPoint(600, 400), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(middle, Qt.DropAction.CopyAction, data, left, none))


def open_drawer(page: JobsPage, qtbot: QtBot, job_id: int) -> None:
    page.open_record(job_id)
    qtbot.waitUntil(lambda: page.details.job is not None and page.details.job.id == job_id)


def panel(page: JobsPage, name: str) -> Any:
    page.details.show_panel(name)
    return page.details._built[name]


def button(widget: Any, text: str) -> Button:
    return next(one for one in widget.findChildren(Button) if one.text() == text)


def test_a_pasted_text_becomes_a_card_on_top_and_undo_removes_it(
    page: JobsPage, qtbot: QtBot, desk: Desk, await_: Await
) -> None:
    QGuiApplication.clipboard().setText(POSTING)
    page.adding.paste()
    qtbot.waitUntil(lambda: shown(page)[0] == "Platform Engineer")
    qtbot.waitUntil(lambda: len(page.board.selected()) == 1)
    (card,) = page.board.selected()
    assert (card.title, card.capture) == ("Platform Engineer", CaptureState.READING)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: shown(page) == list("ABCDE"))


def test_ctrl_v_reaches_the_page_unless_something_is_being_written(page: JobsPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.com/jobs/7")
    page.focus_search()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == list("ABCDE")
    QApplication.focusWidget().clear()
    page.board.columns[JobStatus.INTERESTED].view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(page)[0] == "example.com")


def test_ctrl_v_is_heard_while_the_keyboard_is_beside_the_page_but_not_when_it_is_hidden(
    page: JobsPage, qtbot: QtBot
) -> None:
    beside = Button("Beside the page")
    window = holder(column(beside, page))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    beside.setFocus()
    QGuiApplication.clipboard().setText("https://example.com/jobs/7")
    page.hide()
    qtbot.keyClick(beside, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.show()
    QGuiApplication.clipboard().setText("https://example.org/jobs/8")
    qtbot.keyClick(beside, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(page) == ["example.org", *"ABCDE"])
    page.setParent(None)  # both are closed by the fixture


def test_a_pasted_word_is_refused_kindly(page: JobsPage, qtbot: QtBot, jobs: JobService) -> None:
    QGuiApplication.clipboard().setText("engineer")
    page.adding.paste()
    toast = "That is too short to be a posting."
    qtbot.waitUntil(lambda: any(toast in one.text() for one in page.findChildren(type(page.filters._count))))
    assert len(jobs.cards()) == 5


def test_a_dropped_file_becomes_a_card(page: JobsPage, qtbot: QtBot, tmp_path: Path) -> None:
    saved = tmp_path / "platform-engineer.html"
    saved.write_text("<h1>Platform Engineer</h1>", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    drop(page, data)
    qtbot.waitUntil(lambda: shown(page)[0] == "platform-engineer")


def test_a_dropped_link_becomes_a_card_and_twice_the_same_opens_it(
    page: JobsPage, qtbot: QtBot, jobs: JobService
) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://jobs.example.com/7?utm_source=mail")])
    drop(page, data)
    qtbot.waitUntil(lambda: shown(page)[0] == "jobs.example.com")
    QGuiApplication.clipboard().setText("https://jobs.example.com/7")
    page.adding.paste()
    qtbot.waitUntil(lambda: page.details.job is not None and page.details.job.posting.title == "jobs.example.com")
    assert len(jobs.cards()) == 6


def test_a_picture_is_not_a_posting(
    page: JobsPage, qtbot: QtBot, tmp_path: Path, jobs: JobService, await_: Await
) -> None:
    from careercoach_desktop.foundation.errors import UserError

    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG")
    with pytest.raises(UserError, match="not a saved page"):
        await_(page.adding.intake.add_files([picture]))
    assert len(jobs.cards()) == 5


def test_search_finds_notes_and_show_all_brings_everything_back(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]
) -> None:
    jobs.set_notes(five[3], "Ask Zoë")
    page._search.setText("zoe")
    qtbot.waitUntil(lambda: shown(page) == ["D"])
    assert page.filters._count.text() == "1 of 5 jobs"
    qtbot.mouseClick(button(page, "Show all"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == list("ABCDE"))
    assert page.filters._count.text() == "5 jobs"


def test_chips_filter_by_mode_match_and_deadline(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]
) -> None:
    jobs.edit(five[0], {"work_mode": "REMOTE"})
    jobs.edit(five[1], {"work_mode": "ONSITE", "deadline": today_here() + timedelta(days=3)})
    jobs.record_match(five[0], 49, "{}")
    jobs.record_match(five[2], 50, "{}")
    qtbot.waitUntil(lambda: page.board.cards.card(five[2]).score == 50)
    for part, titles in (("work_modes", ["A"]), ("match", ["C"]), ("due", ["B"])):
        qtbot.mouseClick(page.filters.chip(part), Qt.MouseButton.LeftButton)
        assert shown(page) == titles
        qtbot.mouseClick(page.filters.chip(part), Qt.MouseButton.LeftButton)
    assert shown(page) == list("ABCDE")


def test_an_added_job_is_never_hidden_by_a_filter(page: JobsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.filters.chip("work_modes"), Qt.MouseButton.LeftButton)
    assert shown(page) == []
    QGuiApplication.clipboard().setText(POSTING)
    page.adding.paste()
    qtbot.waitUntil(lambda: shown(page)[:1] == ["Platform Engineer"])
    assert not page._cards.is_filtered


def test_an_empty_board_teaches(desk: Desk, jobs: JobService, qtbot: QtBot) -> None:
    page = JobsPage(desk, jobs, own_panels(desk, jobs))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.layouts.empty.isVisible)
    assert not page.filters.isVisible()
    jobs.add_manually(Posting(title="Analyst"))
    qtbot.waitUntil(lambda: page.board.isVisible() and not page.layouts.empty.isVisible())


def test_what_the_dialog_recognises() -> None:
    assert links_in("example.com/jobs/7\nhttps://example.org/8") == [
        "https://example.com/jobs/7",
        "https://example.org/8",
    ]
    assert links_in(POSTING) == []
    assert recognised("https://www.example.com/jobs/7").startswith("A link to example.com.")
    assert recognised(POSTING) == "The text of a posting, 22 words"
    assert "too short" in recognised("Engineer")
    assert recognised(" \n") == ""


def test_enter_adds_a_link_but_is_a_new_line_in_a_text(page: JobsPage, qtbot: QtBot) -> None:
    dialog = AddDialog(page)
    qtbot.addWidget(dialog)
    dialog.open()
    area = dialog.findChild(TextArea)
    area.setText("Platform Engineer at Halden Rail")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert dialog.isVisible()
    area.setText("https://example.com/jobs/7")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_click_opens_the_drawer_and_escape_closes_it(page: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    view = page.board.columns[INTERESTED].view
    spot = view.visualRect(view.cards.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: page.details.job is not None and page.details.job.id == five[1])
    assert page._drawer.is_open
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.details.job.id == five[2])
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not page._drawer.is_open


def test_a_double_click_opens_one_job_whatever_the_drawer_brings_under_the_pointer(
    page: JobsPage, jobs: JobService, qtbot: QtBot, five: list[int]
) -> None:
    statuses = (JobStatus.OFFER_RECEIVED, JobStatus.ACCEPTED, JobStatus.REJECTED, JobStatus.WITHDRAWN)
    for job_id, status in zip(five, statuses, strict=False):
        jobs.move([job_id], status)
    board, far = page.board, page.board.columns[JobStatus.OFFER_RECEIVED].view
    page.resize(1600, 820)
    qtbot.waitUntil(lambda: len(far.cards.cards) == 1 and board.horizontalScrollBar().maximum() > 0)
    board.horizontalScrollBar().setValue(far.mapTo(board.widget(), QPoint(0, 0)).x() - 1200)
    at = far.viewport().mapTo(page, far.visualRect(far.cards.index(0)).center())
    assert page.childAt(at) is far.viewport()
    window, left, plain = page.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window, left, plain, at)
    qtbot.waitUntil(lambda: page.childAt(at) is not far.viewport())
    for kind, held in ((QEvent.Type.MouseButtonDblClick, left), (QEvent.Type.MouseButtonRelease, left & ~left)):
        event = QMouseEvent(kind, QPointF(at), QPointF(page.mapToGlobal(at)), left, held, plain)
        QApplication.sendEvent(window, event)  # QTest leaves too much time between two clicks for a double one
    assert page.details.wanted == five[0]


def test_enter_opens_the_drawer_and_takes_the_keyboard_along(page: JobsPage, qtbot: QtBot, five: list[int]) -> None:
    page.board.select([five[0]])
    view = page.board.columns[INTERESTED].view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.details.isAncestorOf(QApplication.focusWidget()))


def test_the_status_in_the_drawer_moves_the_card(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    open_drawer(page, qtbot, five[0])
    page.details._choose_status(JobStatus.APPLIED.value)
    qtbot.waitUntil(lambda: page.details.job.status == JobStatus.APPLIED)
    assert jobs.job(five[0]).applied is not None
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: page.details.job.status == INTERESTED)


def test_the_drawer_keeps_its_job_when_that_leaves_the_column_the_keyboard_is_in(
    page: JobsPage, qtbot: QtBot, five: list[int], await_: Await, desk: Desk
) -> None:
    """After an undo, the next click in the drawer must not change the job that stood beside it."""
    for job_id in (five[2], five[1]):
        await_(page.changes.move_to_top([job_id], JobStatus.WITHDRAWN))
    open_drawer(page, qtbot, five[1])
    page.board.select([five[1]])
    assert page.board.columns[JobStatus.WITHDRAWN].view.hasFocus()
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: len(page.board.cards.models[INTERESTED].cards) == 4)
    assert page.details.wanted == five[1]


def test_panels_are_built_when_first_shown_and_follow_the_job(
    desk: Desk, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    class Match(OverviewPanel):
        seen: list[int] = []  # noqa: RUF012 - one panel in this test

        def show_job(self, job: Job) -> None:
            self.seen.append(job.id)

    built: list[Match] = []

    def build() -> Match:
        built.append(Match(desk, jobs))
        return built[-1]

    page = JobsPage(desk, jobs, [DrawerPanel("match", "Match", 20, build), *own_panels(desk, jobs)])
    qtbot.addWidget(page)
    page.show()
    assert page.details._tabs.keys() == ["overview", "match", "timeline", "notes"]
    open_drawer(page, qtbot, five[0])
    assert built == []
    page.details.show_panel("match")
    assert Match.seen == [five[0]]
    page.details.show_panel("notes")
    open_drawer(page, qtbot, five[1])
    assert Match.seen == [five[0]]
    page.details.show_panel("match")
    assert Match.seen == [five[0], five[1]]
    assert len(built) == 1


def test_notes_save_themselves_and_are_not_overwritten_while_written(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]
) -> None:
    open_drawer(page, qtbot, five[0])
    notes: NotesPanel = panel(page, "notes")
    area = notes.findChild(TextArea)
    qtbot.keyClicks(area, "Ask Priya")
    jobs.record_match(five[0], 80, "{}")
    qtbot.waitUntil(lambda: page.details.job.score == 80)
    assert area.text() == "Ask Priya"
    qtbot.waitUntil(lambda: jobs.job(five[0]).notes == "Ask Priya")
    qtbot.keyClicks(area, " and Tom")
    open_drawer(page, qtbot, five[1])
    qtbot.waitUntil(lambda: jobs.job(five[0]).notes == "Ask Priya and Tom")
    qtbot.waitUntil(lambda: area.text() == "")
    assert jobs.job(five[1]).notes == ""


def test_the_timeline_tells_the_move(page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]) -> None:
    open_drawer(page, qtbot, five[0])
    timeline = panel(page, "timeline")
    jobs.move([five[0]], JobStatus.APPLIED)

    def rows() -> list[str]:
        return [one.accessibleName() for one in timeline.findChildren(object) if hasattr(one, "accessibleName")]

    qtbot.waitUntil(lambda: "Moved from Interested to Applied" in rows())


def test_a_card_that_could_not_be_read_offers_a_way_on(
    page: JobsPage, qtbot: QtBot, jobs: JobService, queue: Any
) -> None:
    job_id = jobs.add_from_url("https://example.com/jobs/7").job_id
    (task,) = queue.active()
    queue.cancel(task.id)
    open_drawer(page, qtbot, job_id)
    overview = panel(page, "overview")
    qtbot.waitUntil(lambda: any(one.text() == "Try again" for one in overview.findChildren(Button)))
    qtbot.mouseClick(button(overview, "Try again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.job(job_id).capture == CaptureState.READING)


def test_editing_changes_only_what_was_changed(page: JobsPage, qtbot: QtBot) -> None:
    posting = Posting(
        title="Engineer",
        salary_min=75_000,
        salary_currency="EUR",
        work_mode=WorkMode.REMOTE,
        url="https://example.com/7",
    )
    dialog = EditDialog(page, posting, title="Edit", confirm="Save")
    qtbot.addWidget(dialog)
    assert dialog.changes() == {}
    dialog.title.setText("Lead Engineer")
    dialog.high.setText("90,000")
    dialog.deadline.setText("2027-01-31")
    assert dialog.changes() == {"title": "Lead Engineer", "salary_max": 90_000, "deadline": date(2027, 1, 31)}


@pytest.mark.parametrize(
    ("field", "text"), [("title", " "), ("low", "much"), ("deadline", "soon"), ("link", "not a link")]
)
def test_a_wrong_field_can_not_be_saved(page: JobsPage, qtbot: QtBot, field: str, text: str) -> None:
    dialog = EditDialog(page, Posting(title="Engineer"), title="Edit", confirm="Save")
    qtbot.addWidget(dialog)
    assert dialog._save.isEnabled()
    getattr(dialog, field).setText(text)
    assert not dialog._save.isEnabled()


def test_tags_typed_in_the_drawer_reach_the_card_and_undo(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int], desk: Desk, await_: Await
) -> None:
    open_drawer(page, qtbot, five[0])
    overview = panel(page, "overview")
    overview._tags.changed.emit(["infra"])
    qtbot.waitUntil(lambda: page.board.cards.card(five[0]).tags == ("infra",))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: page.board.cards.card(five[0]).tags == ())


def test_a_removed_job_closes_its_drawer(page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]) -> None:
    open_drawer(page, qtbot, five[0])
    jobs.delete([five[0]])
    qtbot.waitUntil(lambda: not page._drawer.is_open)


def test_cards_are_only_painted_when_seen(desk: Desk, jobs: JobService, qtbot: QtBot, clock: Any) -> None:
    """The board paints what is in sight: a thousand cards cost no more paints than a screenful."""
    sample = SampleJob(Posting(title="Analyst"), INTERESTED, clock())
    jobs.add_sample([sample] * 1000)
    page = JobsPage(desk, jobs, own_panels(desk, jobs))
    qtbot.addWidget(page)
    page.resize(1232, 820)
    painted: set[int] = set()
    progress = page.board.cards.progress
    page.board.columns[INTERESTED].view._progress_of = lambda job_id: painted.add(job_id) or progress(job_id)
    page.show()
    qtbot.waitUntil(lambda: page.board.cards.total() == 1000 and len(painted) > 3)
    assert len(painted) < 20


def test_money_and_days_are_shown_and_understood_as_people_write_them(page: JobsPage, qtbot: QtBot) -> None:
    posting = Posting(title="Engineer", salary_min=58_000, salary_max=75_000, deadline=date(2026, 12, 12))
    dialog = EditDialog(page, posting, title="Edit", confirm="Save")
    qtbot.addWidget(dialog)
    assert (dialog.low.text(), dialog.high.text()) == ("58,000", "75,000")
    assert dialog.deadline.text() == "12 Dec 2026"
    assert dialog.changes() == {}
    for typed in ("31 Jan 2027", "31 January 2027", "2027-01-31", "January 31, 2027", "1/31/27"):
        dialog.deadline.setText(typed)
        assert dialog.changes() == {"deadline": date(2027, 1, 31)}, typed


def test_a_long_title_takes_two_lines_and_an_unknown_job_leaves_no_gap(
    page: JobsPage, qtbot: QtBot, jobs: JobService, five: list[int]
) -> None:
    long = "Senior Principal Engineer for Data Platforms, Machine Learning Infrastructure and Developer Experience"
    bare = jobs.add_manually(Posting(title=f"{long} across the whole of the United Kingdom and Ireland")).job_id
    open_drawer(page, qtbot, five[0])
    title, known = page.details._title, page.details._known
    assert title.text() == "A"
    assert known.isVisible()
    low = title.height()
    open_drawer(page, qtbot, bare)
    qtbot.waitUntil(lambda: title.height() >= 2 * title.fontMetrics().lineSpacing())
    assert not known.isVisible()
    assert len(title.lines(title.width())) == 2
    title.grab()
    assert title.toolTip() == plain_tip(title.text())
    open_drawer(page, qtbot, five[0])
    qtbot.waitUntil(lambda: title.height() <= low)
    title.grab()
    assert title.toolTip() == ""


@pytest.mark.parametrize(
    ("title", "company", "words"),
    [
        (0.2, 0.45, "Title and company are guesses."),
        (0.2, None, "The title is a guess, and no company was found."),
        (0.9, None, "No company was found."),
        (0.4, 0.9, "The title is a guess."),
        (0.9, 0.45, "The company is a guess."),
        (0.9, 0.5, ""),
    ],
)
def test_guesses_are_told(
    page: JobsPage, jobs: JobService, five: list[int], title: float, company: float | None, words: str
) -> None:
    origins = {"title": FieldOrigin(source="text", confidence=title)}
    if company is not None:
        origins["company"] = FieldOrigin(source="text", confidence=company)
    posting = Posting(title="lorem ipsum", company="Dolor" if company else "", origins=origins)
    job = replace(jobs.job(five[0]), posting=posting)
    assert doubts(job) == words
    assert doubts(replace(job, capture=CaptureState.READING)) == ""
    by_hand = replace(job, posting=Posting(title="Engineer"))
    assert doubts(by_hand) == ""
    overview = panel(page, "overview")
    overview.show_job(job)
    shown_now = [one.text() for one in overview.findChildren(Banner)]
    assert shown_now == ([words] if words else [])


def test_a_place_opens_its_job_at_that_tab(page: JobsPage, five: list[int], qtbot: QtBot) -> None:
    page.open_place(RecordPlace(five[1], "notes"))
    qtbot.waitUntil(lambda: page.details.job is not None and page.details.job.id == five[1])
    assert page.details._tabs.value() == "notes"
