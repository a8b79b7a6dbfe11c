"""Invitations in the window: shown as they were read, taken in for the job the person says, undone in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.service import Below, InterviewService
from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
from careercoach_desktop.features.interviews.ui.export import ExportDialog, Exporting
from careercoach_desktop.features.interviews.ui.importing import Importing
from careercoach_desktop.features.interviews.ui.importing_dialog import (
    InvitationDialog,
    PasteInvitation,
    PickInvitations,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import Desk
from tests.features.interviews.conftest import video_call
from tests.features.interviews.invitations.files import event, invitation_file, marlow
from tests.support.dialogs import answer, dialog, toasts, words


@pytest.fixture
def exchange(
    database: Database,
    jobs: JobService,
    contacts: ContactService,
    settings: SettingsService,
    interviews: InterviewService,
    child: ChildProcess,
) -> ExchangeService:
    return ExchangeService(Below(database, jobs, contacts, settings.current), interviews, child)


@pytest.fixture
def importing(desk: Desk, exchange: ExchangeService, show: object, qtbot: QtBot) -> Importing:
    window = show(QWidget())  # type: ignore[operator]  # the fixture's function
    desk.set_window(window)
    return Importing(desk, exchange)


@pytest.fixture
def marlow_job(jobs: JobService) -> int:
    return jobs.add_manually(Posting(title="Staff Data Engineer", company="Marlow Energy")).job_id


def saved(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "invite.ics"
    file.write_bytes(data)
    return file


def test_an_invitation_is_shown_and_taken_in_for_the_suggested_job(
    importing: Importing,
    desk: Desk,
    qtbot: QtBot,
    interviews: InterviewService,
    job: int,
    marlow_job: int,
    tmp_path: Path,
) -> None:
    desk.start(importing.take_files([saved(tmp_path, invitation_file(marlow()))]))
    shown = dialog(qtbot, InvitationDialog)
    said = " ".join(words(shown))
    assert "Technical interview with Marlow Energy" in said
    assert "Room 3, Hafenstraße 12" in said
    assert "Suggested because of" in said
    assert shown.job.text() == "Staff Data Engineer · Marlow Energy"
    answer(qtbot, shown, "Add interview")
    qtbot.waitUntil(lambda: any(said.startswith("Interview added: ") and "10 March" in said for said in toasts(desk)))
    (line,) = interviews.for_job(marlow_job)
    desk.start(desk.undo.undo())
    qtbot.waitUntil(lambda: interviews.for_job(marlow_job) == [])
    desk.start(desk.undo.redo())
    qtbot.waitUntil(lambda: [each.interview.id for each in interviews.for_job(marlow_job)] == [line.interview.id])


def test_without_a_job_nothing_can_be_added(
    importing: Importing, desk: Desk, qtbot: QtBot, job: int, tmp_path: Path
) -> None:
    data = invitation_file(event(DTSTART=":20270310T140000Z", SUMMARY=":Hello"))
    desk.start(importing.take_files([saved(tmp_path, data)]))
    shown = dialog(qtbot, InvitationDialog)
    assert not shown.add.isEnabled()
    shown.job.setText("Signal engineer · Halden Rail")
    assert shown.add.isEnabled()
    answer(qtbot, shown, "Cancel")


def test_a_zone_nobody_knows_is_asked_for(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, job: int, tmp_path: Path
) -> None:
    data = invitation_file(event(DTSTART=";TZID=Mars/Phobos:20270310T140000", DURATION=":PT30M", SUMMARY=":Hello"))
    desk.start(importing.take_files([saved(tmp_path, data)]))
    shown = dialog(qtbot, InvitationDialog)
    shown.job.setText("Signal engineer · Halden Rail")
    assert not shown.add.isEnabled()
    assert shown.zone is not None
    shown.zone.set_zone("Asia/Tokyo")
    shown.zone.changed.emit()
    assert shown.add.isEnabled()
    answer(qtbot, shown, "Add interview")
    qtbot.waitUntil(lambda: len(interviews.for_job(job)) == 1)
    assert interviews.for_job(job)[0].interview.when.zone == "Asia/Tokyo"


def test_a_cancellation_is_told_and_marked(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, exchange: ExchangeService,
    marlow_job: int, tmp_path: Path,
) -> None:  # fmt: skip
    from careercoach_desktop.features.interviews.model.exchange import Choice

    (offer,) = exchange.read(invitation_file(marlow())).offers
    (interview_id,) = exchange.take_in([Choice(offer.invitation, marlow_job)]).ids
    desk.start(importing.take_files([saved(tmp_path, invitation_file(marlow(sequence=1), method="CANCEL"))]))
    answer(qtbot, dialog(qtbot, InvitationDialog), "Mark as cancelled")
    qtbot.waitUntil(lambda: interviews.get(interview_id).cancelled)
    qtbot.waitUntil(lambda: "Interview cancelled." in toasts(desk))


def test_several_are_asked_one_after_another_and_left_out_as_one_likes(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, job: int, tmp_path: Path
) -> None:
    events = [event(DTSTART=f":202703{day}T140000Z", SUMMARY=f":Talk {day}").replace("UID:one", f"UID:{day}")
              for day in (10, 11, 12)]  # fmt: skip
    desk.start(importing.take_files([saved(tmp_path, invitation_file(*events))]))
    first = dialog(qtbot, InvitationDialog)
    assert "(1 of 3)" in first.windowTitle()
    first.job.setText("Signal engineer · Halden Rail")
    answer(qtbot, first, "Add interview")
    answer(qtbot, dialog(qtbot, InvitationDialog), "Leave this one out")
    third = dialog(qtbot, InvitationDialog)
    assert third.job.text() == "Signal engineer · Halden Rail" or not third.add.isEnabled()
    third.job.setText("Signal engineer · Halden Rail")
    answer(qtbot, third, "Add interview")
    qtbot.waitUntil(lambda: "2 interviews added." in toasts(desk))
    assert [line.interview.when.day.day for line in interviews.for_job(job)] == [10, 12]


def test_of_a_whole_calendar_one_picks_first(
    importing: Importing, desk: Desk, qtbot: QtBot, marlow_job: int, tmp_path: Path
) -> None:
    events = [event(DTSTART=f":202703{day}T140000Z", SUMMARY=f":Talk {day}").replace("UID:one", f"UID:{day}")
              for day in range(10, 20)]  # fmt: skip
    desk.start(importing.take_files([saved(tmp_path, invitation_file(marlow(), *events))]))
    shown = dialog(qtbot, PickInvitations)
    assert [box.isChecked() for box in shown.boxes].count(True) == 1, "the one that seems to belong to a job"
    answer(qtbot, shown, "Go on")
    answer(qtbot, dialog(qtbot, InvitationDialog), "Cancel")


def test_an_invitation_can_be_pasted(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, marlow_job: int
) -> None:
    QApplication.clipboard().setText(invitation_file(marlow()).decode())
    desk.start(importing.paste())
    shown = dialog(qtbot, PasteInvitation)
    assert "BEGIN:VCALENDAR" in shown.text(), "what was copied is there already"
    answer(qtbot, shown, "Read")
    answer(qtbot, dialog(qtbot, InvitationDialog), "Add interview")
    qtbot.waitUntil(lambda: len(interviews.for_job(marlow_job)) == 1)


def test_what_can_not_be_read_stays_there_with_the_reason(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, marlow_job: int
) -> None:
    QApplication.clipboard().setText("something else")
    desk.start(importing.paste())
    shown = dialog(qtbot, PasteInvitation)
    qtbot.keyClicks(shown.field, "Dear Lena")
    answer(qtbot, shown, "Read")
    again = dialog(qtbot, PasteInvitation)
    assert again is not shown
    assert again.text() == "Dear Lena"
    assert any("There is no calendar in this" in each for each in words(again))
    answer(qtbot, again, "Cancel")
    assert interviews.for_job(marlow_job) == []


def test_escape_does_not_throw_away_what_was_pasted(importing: Importing, desk: Desk, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("something else")
    desk.start(importing.paste())
    shown = dialog(qtbot, PasteInvitation)
    qtbot.keyClicks(shown.field, "BEGIN:VCALENDAR")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert "Not read yet. Escape once more leaves without it." in words(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_file_that_is_none_is_said(importing: Importing, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.start(importing.take_files([saved(tmp_path, b"Dear Lena")]))
    qtbot.waitUntil(lambda: any("There is no calendar in this" in each for each in toasts(desk)))


def test_an_unreadable_file_does_not_keep_the_next_one_out(
    importing: Importing, desk: Desk, qtbot: QtBot, interviews: InterviewService, marlow_job: int, tmp_path: Path
) -> None:
    broken = tmp_path / "letter.ics"
    broken.write_bytes(b"Dear Lena")
    desk.start(importing.take_files([broken, saved(tmp_path, invitation_file(marlow()))]))
    answer(qtbot, dialog(qtbot, InvitationDialog), "Add interview")
    qtbot.waitUntil(lambda: len(interviews.for_job(marlow_job)) == 1)
    assert any("There is no calendar in this" in each for each in toasts(desk))


def test_rounds_are_saved_where_the_person_says(
    importing: Importing, desk: Desk, exchange: ExchangeService, qtbot: QtBot, interviews: InterviewService, job: int,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    interviews.schedule(job, video_call(notes="secret"))
    target = tmp_path / "mine.ics"

    async def chosen(*_: object) -> Path:
        return target

    monkeypatch.setattr(desk, "choose_save", chosen)
    desk.start(Exporting(desk, exchange).save_all())
    answer(qtbot, dialog(qtbot, ExportDialog), "Save…")
    qtbot.waitUntil(target.exists)
    assert b"secret" not in target.read_bytes()
    qtbot.waitUntil(lambda: any("Saved as" in each for each in toasts(desk)))
