"""Reminders: set, put off, done, taken back; and what other features ask for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careercoach_desktop.features.reminders.model import ReminderKind, RemindersChanged
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database

TODAY = date(2026, 11, 2)
IN_A_WEEK = TODAY + timedelta(days=7)


def test_what_is_due_comes_in_the_order_of_its_days(reminders: ReminderService) -> None:
    reminders.add("job:1", ReminderKind.OWN, IN_A_WEEK, "Ask about the team")
    reminders.add("job:2", ReminderKind.OWN, TODAY, "Send the certificate")
    assert [one.text for one in reminders.due()] == ["Send the certificate", "Ask about the team"]
    assert [one.subject for one in reminders.due(TODAY)] == ["job:2"]
    assert [one.text for one in reminders.about(["job:1"])] == ["Ask about the team"]


def test_two_wishes_for_one_day_stand_together(reminders: ReminderService) -> None:
    first = reminders.add("job:1", ReminderKind.OWN, TODAY, "Ring Priya")
    second = reminders.add("job:1", ReminderKind.OWN, TODAY, "Send the certificate")
    assert first.id == second.id
    assert second.text == "Ring Priya; Send the certificate"


def test_a_snooze_moves_its_day_and_undo_brings_it_back_exactly(reminders: ReminderService) -> None:
    one = reminders.add("job:1", ReminderKind.OWN, TODAY, "Ring Priya")
    reminders.mark_notified([one.id])
    told = reminders.about(["job:1"])[0]
    before = reminders.snooze(one.id, IN_A_WEEK)
    assert reminders.due(TODAY) == []
    assert reminders.due(IN_A_WEEK)[0].notified is None, "it is told of again when its day comes"
    reminders.put_back(before)
    assert reminders.due(TODAY) == [told]


def test_done_and_dropped_are_undone(reminders: ReminderService) -> None:
    one = reminders.add("job:1", ReminderKind.OWN, IN_A_WEEK, "Ring Priya")
    for verb in (reminders.finish, reminders.drop):
        before = verb(one.id)
        assert reminders.due() == []
        reminders.put_back(before)
        assert reminders.due() == [one]


def test_the_one_computed_reminder_follows_its_day(reminders: ReminderService) -> None:
    for due in (TODAY, IN_A_WEEK, IN_A_WEEK):
        reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, due)
        assert [one.due for one in reminders.due()] == [due]
    reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, None)
    assert reminders.due() == []


def test_what_was_done_stays_done_until_its_day_changes_or_somebody_asks(reminders: ReminderService) -> None:
    reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, TODAY)
    reminders.finish(reminders.due()[0].id)
    reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, TODAY)
    assert reminders.due() == []
    reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, IN_A_WEEK)
    assert [one.due for one in reminders.due()] == [IN_A_WEEK]
    reminders.replace(None, "job:1", ReminderKind.NO_ANSWER, TODAY, reopen=True)
    assert [one.due for one in reminders.due()] == [TODAY]


def test_a_computed_reminder_leaves_ones_own_alone(reminders: ReminderService) -> None:
    own = reminders.add("job:1", ReminderKind.OWN, TODAY, "Ring Priya")
    reminders.replace(None, "job:1", ReminderKind.DEADLINE, None)
    reminders.replace(None, "job:2", ReminderKind.DEADLINE, TODAY)
    assert own in reminders.due()


def test_only_what_changes_is_told(reminders: ReminderService, database: Database) -> None:
    told: list[tuple[str, ...]] = []
    database.bus.after(RemindersChanged, lambda event: told.append(event.subjects))
    for _again in range(2):
        reminders.replace(None, "job:1", ReminderKind.DEADLINE, TODAY)
    assert told == [("job:1",)]


def test_one_that_is_gone_says_so(reminders: ReminderService) -> None:
    with pytest.raises(UserError) as problem:
        reminders.finish(99)
    assert problem.value.code == "reminder-gone"


def test_a_record_that_is_forgotten_takes_its_reminders_along(reminders: ReminderService) -> None:
    reminders.add("job:1", ReminderKind.OWN, TODAY, "Ring Priya")
    reminders.add("job:11", ReminderKind.OWN, TODAY, "Ring Paul")
    reminders.forget(None, ["job:1"])
    assert reminders.subjects() == ["job:11"]


def test_one_that_is_put_back_takes_nobodys_place(reminders: ReminderService) -> None:
    before = reminders.drop(reminders.add("job:1", ReminderKind.OWN, TODAY, "Ring Priya").id)
    reminders.add("job:2", ReminderKind.OWN, TODAY, "Ring Paul")
    reminders.put_back(before)
    assert {one.text for one in reminders.due()} == {"Ring Priya", "Ring Paul"}
