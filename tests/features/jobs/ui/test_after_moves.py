"""What is asked after a move: quietly, beside the board, and nothing is lost by not answering."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Application, ApplicationStatus, JobStatus
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.after_moves import ApplicationCard, ReasonCard
from careercoach_desktop.features.jobs.ui.days import written_day
from careercoach_desktop.foundation.uikit import Desk
from tests.support.windows import Await

APPLIED, REJECTED = JobStatus.APPLIED, JobStatus.REJECTED


def recorded(jobs: JobService, job_id: int) -> Application:
    found = jobs.application(job_id)
    assert found is not None
    return found


def asked(page: JobsPage, qtbot: QtBot, kind: type) -> Any:
    qtbot.waitUntil(lambda: isinstance(page.after_moves.card, kind))
    return page.after_moves.card


def test_applying_offers_to_say_what_was_sent(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await[Any], desk: Desk
) -> None:
    await_(page.changes.move([five[0]], APPLIED, None))
    card = asked(page, qtbot, ApplicationCard)
    assert recorded(jobs, five[0]).status is ApplicationStatus.SUBMITTED, "recorded before anything is answered"
    assert not card.isWindow()
    card.form.confirmation.setText("A-17")
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recorded(jobs, five[0]).confirmation == "A-17")
    assert page.after_moves.card is None
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Correct the application")
    await_(desk.undo.undo())
    assert recorded(jobs, five[0]).confirmation == ""
    await_(desk.undo.undo())
    assert jobs.application(five[0]) is None


def test_skipping_keeps_the_plain_record(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await[Any]
) -> None:
    await_(page.changes.move([five[0]], APPLIED, None))
    card = asked(page, qtbot, ApplicationCard)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert page.after_moves.card is None
    assert recorded(jobs, five[0]).submitted is not None
    assert page.board.isEnabled()


def test_several_at_once_are_recorded_without_questions(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await[Any]
) -> None:
    await_(page.changes.move(five[:3], APPLIED, None))
    await_(page._desk.drain())
    assert page.after_moves.card is None
    assert len(jobs.applications()) == 3


def test_undoing_the_move_takes_the_question_away(
    page: JobsPage, five: list[int], qtbot: QtBot, await_: Await[Any], desk: Desk
) -> None:
    await_(page.changes.move([five[0]], APPLIED, None))
    asked(page, qtbot, ApplicationCard)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: page.after_moves.card is None)


def test_nothing_is_asked_about_a_move_that_was_undone_at_once(
    page: JobsPage, jobs: JobService, five: list[int], await_: Await[Any]
) -> None:
    page.after_moves.ask([five[0]], REJECTED)  # as after the move, which somebody took back before this could look
    page.after_moves.leave()
    await_(page._desk.drain())
    assert page.after_moves.card is None


def test_of_two_moves_the_last_one_is_asked_about(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await[Any]
) -> None:
    jobs.move([five[0]], APPLIED)
    jobs.move([five[1]], REJECTED)
    await_(page._desk.drain())
    page.after_moves.ask([five[1]], REJECTED)
    page.after_moves.ask([five[0]], APPLIED)
    await_(page._desk.drain())
    assert isinstance(page.after_moves.card, ApplicationCard)


def test_a_wrong_date_or_link_is_not_saved(page: JobsPage, five: list[int], qtbot: QtBot, await_: Await[Any]) -> None:
    await_(page.changes.move([five[0]], APPLIED, None))
    card = asked(page, qtbot, ApplicationCard)
    card.form.sent.setText("soon")
    assert not card.save.isEnabled()
    card.form.sent.setText("20 Nov 2026")
    assert card.save.isEnabled()
    card.form.portal.setText("nowhere")
    assert not card.save.isEnabled()


def test_a_rejection_takes_a_reason_and_when_they_answered(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, await_: Await[Any], desk: Desk
) -> None:
    jobs.move([five[0]], APPLIED)
    await_(page.changes.move([five[0]], REJECTED, None))
    card = asked(page, qtbot, ReasonCard)
    qtbot.mouseClick(card.chips[0], Qt.MouseButton.LeftButton)
    assert card.words.text() == card.chips[0].text()
    qtbot.mouseClick(card.chips[1], Qt.MouseButton.LeftButton)
    assert not card.chips[0].isChecked()
    reason = card.reason()
    card.when.setText(written_day(date(2026, 11, 20)))
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: recorded(jobs, five[0]).responded == date(2026, 11, 20))
    assert recorded(jobs, five[0]).status is ApplicationStatus.REJECTED
    moved = [entry for entry in jobs.timeline(five[0]) if entry.to_status is REJECTED]
    assert moved[0].reason == reason
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Correct the application")
    for _change in range(2):
        await_(desk.undo.undo())
    assert recorded(jobs, five[0]).responded is None
    moved = [entry for entry in jobs.timeline(five[0]) if entry.to_status is REJECTED]
    assert moved[0].reason == ""


def test_a_job_nobody_applied_to_is_not_asked_for_a_date(
    page: JobsPage, five: list[int], qtbot: QtBot, await_: Await[Any]
) -> None:
    await_(page.changes.move(five[:2], REJECTED, None))
    card = asked(page, qtbot, ReasonCard)
    assert not card.when.isVisible()
    assert card.answered_on() is None


def test_the_card_stands_beside_the_drawer(page: JobsPage, five: list[int], qtbot: QtBot, await_: Await[Any]) -> None:
    await_(page.changes.move([five[0]], APPLIED, None))
    card = asked(page, qtbot, ApplicationCard)
    assert card.geometry().right() > page.width() - page._drawer.drawer_width()
    page.open_record(five[0])
    qtbot.waitUntil(lambda: page.open_job is not None)
    assert card.geometry().right() <= page.width() - page._drawer.drawer_width() + 4
    assert page.rect().contains(card.geometry().center())


@pytest.mark.parametrize("status", [JobStatus.WITHDRAWN, JobStatus.OFFER_RECEIVED])
def test_other_columns_ask_nothing(page: JobsPage, five: list[int], await_: Await[Any], status: JobStatus) -> None:
    await_(page.changes.move([five[0]], status, None))
    await_(page._desk.drain())
    assert page.after_moves.card is None


def test_going_on_to_the_next_job_keeps_the_keyboard_in_the_drawer(
    page: JobsPage, five: list[int], qtbot: QtBot
) -> None:
    page.open_record(five[1])
    qtbot.waitUntil(lambda: page.open_job is not None)
    page.details._tabs.setFocus()
    qtbot.keyClick(page.details._tabs, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == five[2])
    assert page.details._tabs.hasFocus()
    qtbot.keyClick(page.details._tabs, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.open_job is not None and page.open_job.id == five[1])
    qtbot.keyClick(page.details._tabs, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.details._tabs.value() == "notes"
