"""The form of a round: what is typed, recognised, warned of and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.interviews.model import InterviewLine, InterviewType, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.ui.people_field import InterviewerDialog, typed_person
from careercoach_desktop.features.interviews.ui.schedule_dialog import Asked, JobChoice, ScheduleDialog
from careercoach_desktop.features.jobs.model import Contact, JobStatus
from careercoach_desktop.foundation.uikit import Desk
from tests.app.test_accessible_names import assert_named
from tests.features.interviews.conftest import video_call, wall
from tests.support.dialogs import answer, dialog

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
MARLOW = JobChoice(1, "Data Engineer", "Marlow Energy", JobStatus.APPLIED, 2)
HALDEN = JobChoice(2, "Signal engineer", "Halden Rail", JobStatus.OFFER_RECEIVED)
ANA = Contact(id=7, name="Ana Silva", role="Head of Data", company="Marlow Energy", email="ana@marlow.example")
Open = Callable[..., ScheduleDialog]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    made: list[ScheduleDialog] = []

    def open_form(
        when: When | None = None,
        jobs: Sequence[JobChoice] = (MARLOW,),
        busy: Sequence[InterviewLine] = (),
        **more: object,
    ) -> ScheduleDialog:
        async def conflicts(_when: When) -> Sequence[InterviewLine]:
            return busy

        asked = Asked("Europe/Berlin", NOW, when or wall("2026-12-03 10:00"), jobs, known=[ANA], **more)  # type: ignore[arg-type]
        form = ScheduleDialog(desk, asked, conflicts)
        made.append(form)
        form.open()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    yield open_form
    for form in made:
        form.hide()
        form.deleteLater()


def write(qtbot: QtBot, field: object, text: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]  # a line of text
    qtbot.keyClicks(field, text)  # type: ignore[arg-type]


def test_a_round_is_typed_from_top_to_bottom(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    write(qtbot, form.form.day.field, "4 Dec 2026")
    write(qtbot, form.form.time, "2:30pm")
    write(qtbot, form.form.length.field, "1h30")
    qtbot.keyClicks(form.place, "Room 4")
    qtbot.keyClicks(form.people.entry, "Paul Ode <paul@marlow.example>")
    qtbot.keyClick(form.people.entry, Qt.Key.Key_Return)
    qtbot.keyClicks(form.notes, "The grid model")
    plan = form.plan()
    assert plan.when == wall("2026-12-04 14:30", minutes=90)
    assert (plan.type, plan.round, plan.place, plan.notes) == (
        InterviewType.VIDEO_CALL,
        2,
        "Room 4",
        "The grid model",
    )
    assert [(each.name, each.email) for each in plan.interviewers] == [("Paul Ode", "paul@marlow.example")]
    assert form.moves_job()


def test_arrows_step_by_a_quarter_of_an_hour_and_by_a_day(opened: Open, qtbot: QtBot) -> None:
    form = opened(wall("2026-12-03 10:07"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(form.form.time, key)
    qtbot.keyClick(form.form.day.field, Qt.Key.Key_Up)
    qtbot.keyClick(form.form.length.field, Qt.Key.Key_Down)
    assert form.plan().when == wall("2026-12-04 10:15", minutes=45)


def test_a_wrong_time_is_said_when_the_field_is_left_and_saving_waits(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    write(qtbot, form.form.time, "10:7")
    assert form.form.time.state == "plain"
    assert not form.save.isEnabled()
    form.form.time.settle()
    assert form.form.time.state == "error"
    write(qtbot, form.form.time, "10:45")
    assert form.form.time.state == "plain"
    assert form.save.isEnabled()


def test_all_day_counts_days_and_turns_back(opened: Open, qtbot: QtBot) -> None:
    form = opened(wall("2026-12-03 10:00", minutes=45))
    form.form.all_day.click()
    assert form.form.time.isHidden()
    write(qtbot, form.form.length.field, "2")
    assert form.plan().when == wall("2026-12-03 00:00", minutes=2 * 24 * 60, all_day=True)
    form.form.all_day.click()
    assert form.plan().when == wall("2026-12-03 10:00", minutes=45)


def test_both_clocks_are_shown_when_they_differ(opened: Open, qtbot: QtBot) -> None:
    form = opened(wall("2026-12-03 10:00", "America/New_York"))
    assert form.form._words.text() == "10:00 in New York · 16:00 for you"
    write(qtbot, form.form.time, "20:00")
    assert form.form._words.text() == "20:00 in New York · 02:00 for you (Fri 4 Dec)"


def test_another_zone_is_found_by_typing(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    form.form.zone.open_choices()
    popup = form.form.zone.popup
    assert popup is not None
    qtbot.keyClicks(popup.search, "boston")
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.form.zone.zone() == "America/New_York")
    assert form.plan().when == wall("2026-12-03 10:00", "America/New_York")


def test_an_hour_that_does_not_exist_is_told(opened: Open) -> None:
    form = opened(wall("2027-03-28 02:30"))
    assert form.form._note.text() == ("02:30 does not exist that day in Berlin: the clocks go forward. 03:30 is meant.")
    assert form.form.other.isHidden()


def test_of_an_hour_that_comes_twice_either_can_be_meant(opened: Open) -> None:
    form = opened(wall("2026-10-25 02:30"))
    first = form.plan().when
    assert "comes twice" in form.form._note.text()
    form.form.other.click()
    second = form.plan().when
    assert (second.start - first.start).total_seconds() == 3600
    assert "The second is meant" in form.form._note.text()


def test_the_end_of_the_calendar_is_not_taken(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    write(qtbot, form.form.day.field, "9999-12-31")
    assert not form.save.isEnabled()


@pytest.mark.parametrize(
    ("pasted", "link", "name"),
    [
        ("https://us02web.zoom.us/j/123?pwd=x", "https://us02web.zoom.us/j/123?pwd=x", "Zoom"),
        ("Join here: https://meet.google.com/abc-defg-hij.", "https://meet.google.com/abc-defg-hij", "Google Meet"),
        ("teams.microsoft.com/l/meetup-join/1", "https://teams.microsoft.com/l/meetup-join/1", "Microsoft Teams"),
        ("https://firm.example/room", "https://firm.example/room", ""),
    ],
)
def test_a_pasted_link_is_recognised(opened: Open, pasted: str, link: str, name: str) -> None:
    form = opened()
    form.link.insert(pasted)
    assert form.link.text() == link
    assert form.link.accessibleDescription() == (f"checked, {name}" if name else "")
    assert form.save.isEnabled()


def test_a_link_pasted_as_the_place_goes_where_links_go(opened: Open) -> None:
    form = opened()
    form.place.insert("https://zoom.us/j/1")
    assert (form.place.text(), form.link.text()) == ("", "https://zoom.us/j/1")


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "file:///etc/passwd", "http://["])
def test_what_is_no_link_to_a_page_is_refused(opened: Open, wrong: str) -> None:
    form = opened()
    form.link.insert(wrong)
    assert not form.save.isEnabled()


def test_somebody_known_is_offered_with_their_details(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    form.people.entry.setFocus()
    qtbot.keyClicks(form.people.entry, "head of")
    completer = form.people.entry.completer()
    assert completer is not None
    qtbot.waitUntil(completer.popup().isVisible)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.contact_id for each in form.people.people()] == [7])
    (ana,) = form.people.people()
    assert (ana.name, ana.title, ana.contact_id) == ("Ana Silva", "Head of Data", 7)
    qtbot.waitUntil(lambda: form.people.entry.text() == "")


def test_people_are_reordered_changed_and_taken_off(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    for name in ("Ana Silva", "Paul Ode", "Mei Lin"):
        qtbot.keyClicks(form.people.entry, name)
        qtbot.keyClick(form.people.entry, Qt.Key.Key_Return)
    press = {button.accessibleName(): button for button in form.people.findChildren(type(form.people._add))}
    press["Mei Lin comes earlier"].click()
    assert [each.name for each in form.people.people()] == ["Ana Silva", "Mei Lin", "Paul Ode"]
    press = {button.accessibleName(): button for button in form.people.findChildren(type(form.people._add))}
    press["Take Ana Silva off"].click()
    press = {button.accessibleName(): button for button in form.people.findChildren(type(form.people._add))}
    press["Edit Mei Lin"].click()
    details = dialog(qtbot, InterviewerDialog)
    details.title.setText("CTO")
    details.email.setText("no address")
    assert not details._save.isEnabled()
    details.email.setText("mei@marlow.example")
    assert_named(details, 6)
    answer(qtbot, details, "Done")
    qtbot.waitUntil(lambda: form.people.people()[0].title == "CTO")
    assert [each.name for each in form.people.people()] == ["Mei Lin", "Paul Ode"]


def test_a_name_that_was_typed_and_not_added_is_not_lost(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    qtbot.keyClicks(form.people.entry, "Ana Silva")
    assert [each.name for each in form.plan().interviewers] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("typed", "name", "email"),
    [
        ("Ana Silva", "Ana Silva", ""),
        ("Ana Silva <ana@x.example>", "Ana Silva", "ana@x.example"),
        ("ana.silva@x.example", "Ana Silva", "ana.silva@x.example"),
    ],
)
def test_people_as_they_are_typed(typed: str, name: str, email: str) -> None:
    person = typed_person(typed)
    assert person is not None
    assert (person.name, person.email) == (name, email)


def test_nobody_is_typed() -> None:
    assert typed_person("  ") is None


def test_the_job_is_found_by_typing_and_its_round_and_move_follow(opened: Open, qtbot: QtBot) -> None:
    form = opened(jobs=(MARLOW, HALDEN))
    assert not form.save.isEnabled()
    assert QApplication.focusWidget() is form.job
    form.job.setText(MARLOW.label)
    assert (form.job_id(), form.round.text(), form.moves_job()) == (1, "2", True)
    form.job.setText(HALDEN.label)
    assert (form.job_id(), form.round.text()) == (2, "1")
    assert form.move_job.isHidden()  # it has an offer: nothing goes backwards
    assert not form.moves_job()
    form.job.setText("Some other job")
    assert not form.save.isEnabled()


def test_a_time_that_has_passed_is_told_unless_the_round_stood_there_already(
    opened: Open, interviews: InterviewService, job: int
) -> None:
    past = video_call(wall("2026-11-02 10:00"))
    new = opened(when=past.when)
    assert "That time has passed" in new.form._note.text()
    there = opened(when=past.when, interview=interviews.schedule(job, past))
    assert there.form.note.isHidden()
    there.form.time.setText("11:00")
    assert "That time has passed" in there.form._note.text()


def test_escape_does_not_throw_away_what_was_typed(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    qtbot.keyClicks(form.notes, "The grid model")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "Escape once more" in form._warning.text()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_escape_leaves_a_form_nobody_touched(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_everything_has_a_name_and_an_order(opened: Open, qtbot: QtBot) -> None:
    form = opened(jobs=(MARLOW, HALDEN))
    assert_named(form, 14)
    form.job.setFocus()
    reached = []
    for _step in range(9):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [form.job, form.type, form.round, form.form.day.field, form.form.day.button, form.form.time]
    assert reached[:6] == wanted
