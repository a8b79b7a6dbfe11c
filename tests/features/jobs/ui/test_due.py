"""What is due: the bell, its list, reminders of one's own, and what the system is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Contact, JobStatus, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.ui import due_dialog
from careercoach_desktop.features.jobs.ui.announcer import ALL, Announcer
from careercoach_desktop.features.jobs.ui.card_menu import card_entries
from careercoach_desktop.features.jobs.ui.day_choice import DayChoice
from careercoach_desktop.features.jobs.ui.due_button import DueButton
from careercoach_desktop.features.jobs.ui.due_dialog import DueDialog
from careercoach_desktop.features.jobs.ui.due_words import OVERDUE, THIS_WEEK, TODAY, grouped
from careercoach_desktop.features.jobs.ui.reminding import ReminderDialog, Reminding
from careercoach_desktop.features.jobs.ui.words import wants_follow_up
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk, MenuEntry, RecordPlace
from tests.features.jobs.conftest import Clock, live_at_noon
from tests.features.jobs.ui.people import FakeSystem, Opened
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await


@pytest.fixture(autouse=True)
def now(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The services and the window live the same day, and it is not over before the test is."""
    live_at_noon(clock, monkeypatch)


@pytest.fixture
def reminding(desk: Desk, due: DueService) -> Reminding:
    return Reminding(desk, due)


@pytest.fixture
def bell(desk: Desk, reminding: Reminding, show: Callable[..., QWidget]) -> DueButton:
    made = DueButton(desk, reminding)
    desk.set_window(show(made))
    return made


def ahead(days: int) -> date:
    return today_here() + timedelta(days=days)


def test_the_bell_counts_what_is_due_and_follows_every_change(
    bell: DueButton, jobs: JobService, due: DueService, five: list[int], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bell.accessibleName() == "Nothing is due")
    due.remind(five[:2], ahead(0), "Ring back")
    qtbot.waitUntil(lambda: bell.accessibleName() == "2 things are due")
    jobs.delete([five[0]])
    qtbot.waitUntil(lambda: bell.accessibleName() == "1 thing is due")


def test_the_list_is_grouped_and_what_is_done_leaves_it(
    bell: DueButton, jobs: JobService, due: DueService, five: list[int], desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    due.remind([five[0]], ahead(-2), "Ring back")
    due.remind([five[1]], ahead(0), "Send the certificate")
    jobs.edit(five[2], {"deadline": ahead(5)})
    bell.click()
    shown = dialog(qtbot, DueDialog)
    qtbot.waitUntil(lambda: {OVERDUE, TODAY, THIS_WEEK} <= set(words(shown)))
    button(shown, "Done: A").click()
    qtbot.waitUntil(lambda: OVERDUE not in words(shown))
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Done: A")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: OVERDUE in words(shown))
    answer(qtbot, shown, "Close")


def test_of_very_many_the_first_are_listed_and_the_rest_counted(
    bell: DueButton, due: DueService, five: list[int], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(due_dialog, "MOST", 2)
    due.remind(five, ahead(0), "Ring back")
    bell.click()
    shown = dialog(qtbot, DueDialog)
    assert len(shown.findChildren(due_dialog.DueRow)) == 2
    assert "And 3 more. They move up as these are done." in words(shown)
    answer(qtbot, shown, "Close")


def test_an_empty_list_says_what_will_stand_there(bell: DueButton, qtbot: QtBot) -> None:
    bell.click()
    shown = dialog(qtbot, DueDialog)
    qtbot.waitUntil(lambda: "Nothing is due this week" in words(shown))
    answer(qtbot, shown, "Close")


def test_opening_from_the_list_closes_it_and_goes_there(
    bell: DueButton, due: DueService, contacts: ContactService, five: list[int], desk: Desk, qtbot: QtBot
) -> None:
    opened = Opened()
    desk.open_requested.connect(opened.note)
    due.remind([five[0]], ahead(0), "Ring back")
    zoe = contacts.add(Contact(name="Zoe Klein", next_follow_up=ahead(0)))
    for name, place in (("Open A", ("jobs", five[0])), ("Open Zoe Klein", ("jobs.people", zoe))):
        bell.click()
        shown = dialog(qtbot, DueDialog)
        qtbot.waitUntil(lambda shown=shown: "Zoe Klein" in words(shown))
        next(each for each in shown.findChildren(QWidget) if each.accessibleName() == name).click()  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda place=place: place in opened.places)


@pytest.mark.parametrize("kind", [ReminderKind.INTERVIEW, ReminderKind.THANK_YOU])
def test_a_reminder_of_an_interview_leads_to_the_rounds_of_its_job(
    kind: ReminderKind, database: Database, clock: Clock, reminding: Reminding, due: DueService, five: list[int],
    desk: Desk,
) -> None:  # fmt: skip
    opened = Opened()
    desk.open_requested.connect(opened.note)
    ReminderService(database, clock).replace(None, f"job:{five[0]}", kind, ahead(0))
    (line,) = due.of_job(five[0])
    reminding.open(line)
    assert opened.places == [("jobs", RecordPlace(five[0], "interviews"))]


def test_a_reminder_of_ones_own_is_set_for_a_day_and_taken_back(
    bell: DueButton, reminding: Reminding, due: DueService, five: list[int], desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    desk.start(reminding.remind([five[0]], "A"))
    asked = dialog(qtbot, ReminderDialog)
    asked.text.setText("Ring Priya")
    next(chip for chip in asked.choice._chips.values() if chip.text() == "In 3 days").click()
    answer(qtbot, asked, "Remind me")
    qtbot.waitUntil(lambda: [line.reminder.text for line in due.of_job(five[0])] == ["Ring Priya"])
    assert due.of_job(five[0])[0].reminder.due == ahead(3)
    qtbot.waitUntil(lambda: desk.undo.undo_label != "")
    await_(desk.undo.undo())
    assert due.of_job(five[0]) == []
    await_(desk.undo.redo())
    assert len(due.of_job(five[0])) == 1


def test_the_menu_of_cards_reminds(jobs: JobService, five: list[int], desk: Desk) -> None:
    asked: list[tuple[list[int], str]] = []

    async def remind(ids: list[int], title: str) -> None:
        asked.append((ids, title))

    cards = jobs.cards(five[:1])
    entries = card_entries(cards, None, desk, lambda _job: None, remind)  # type: ignore[arg-type]  # nothing is moved
    assert "Remind me…" in [each.text for each in entries if isinstance(each, MenuEntry)]


def test_a_card_says_follow_up_from_the_day_on(jobs: JobService, due: DueService, five: list[int]) -> None:
    jobs.move([five[0]], JobStatus.APPLIED)
    (card,) = jobs.cards([five[0]])
    assert not wants_follow_up(card, ahead(9))
    assert wants_follow_up(card, ahead(10))


def test_a_day_is_chosen_by_chip_or_typed(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    choice = DayChoice("When", date(2026, 11, 2), (("In 1 week", 7),), days=7, nothing="Not planned")
    show(choice)
    assert (choice.day(), choice.is_sure()) == (date(2026, 11, 9), True)
    choice._chips[None].click()
    assert (choice.day(), choice.is_sure()) == (None, True)
    choice._other.click()
    for typed, sure in (("2026-12-24", True), ("24 Dec 2026", True), ("1 Nov 2026", False), ("soon", False)):
        choice.field.setText(typed)
        choice._typed()
        assert choice.is_sure() is sure, typed


def test_a_deadline_that_is_to_come_is_never_overdue(due: DueService, jobs: JobService) -> None:
    jobs.add_manually(Posting(title="Baker", deadline=ahead(1)))
    (line,) = due.lines()
    assert line.reminder.day < today_here()
    assert list(grouped([line], today_here())) == [TODAY]


# The system's notifications ------------------------------------------------------------------------------------


def test_one_thing_is_told_by_title_and_company_and_a_click_opens_it(
    bell: DueButton, reminding: Reminding, due: DueService, five: list[int], desk: Desk, await_: Await
) -> None:
    opened, system = Opened(), FakeSystem()
    desk.open_requested.connect(opened.note)
    due.remind([five[0]], ahead(0), "Tell them I am pregnant")
    announcer = Announcer(desk, reminding, system)
    await_(announcer.look())
    assert [(title, text) for title, text, _key in system.shown] == [("Reminder", "A, Halden Rail")]
    await_(announcer.look())
    assert len(system.shown) == 1, "each is told once"
    system.clicked.emit(system.shown[0][2])
    assert opened.places == [("jobs", five[0])]


def test_several_at_once_are_one_notification(
    bell: DueButton, reminding: Reminding, due: DueService, five: list[int], desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    system = FakeSystem()
    due.remind(five, ahead(0), "Ring back")
    announcer = Announcer(desk, reminding, system)
    await_(announcer.look())
    ((title, text, key),) = system.shown
    assert (title, key) == ("5 things are due", ALL)
    assert text.splitlines()[-1] == "and 2 more"
    system.clicked.emit(key)
    answer(qtbot, dialog(qtbot, DueDialog), "Close")


def test_where_the_system_has_none_the_window_says_it(
    bell: DueButton, reminding: Reminding, due: DueService, five: list[int], desk: Desk, await_: Await
) -> None:
    due.remind([five[0]], ahead(0), "Ring back")
    announcer = Announcer(desk, reminding, FakeSystem(works=False))
    await_(announcer.look())
    assert toasts(desk) == ["Reminder: A, Halden Rail"]


def test_whoever_wants_quiet_gets_it(
    bell: DueButton, reminding: Reminding, due: DueService, settings: SettingsService, five: list[int], desk: Desk,
    await_: Await,
) -> None:  # fmt: skip
    system = FakeSystem()
    settings.choose(notifications="off")
    due.remind([five[0]], ahead(0), "Ring back")
    announcer = Announcer(desk, reminding, system)
    await_(announcer.look())
    assert system.shown == []
    assert toasts(desk) == []
