"""People in the drawer and on their page, as one sees and presses them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Contact, Relation, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.address_book import AddressBookService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.ui.contacts_panel import ContactsPanel
from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
from careercoach_desktop.features.jobs.ui.people_page import DUE, PeoplePage
from careercoach_desktop.features.jobs.ui.people_words import call_address, mail_address, web_address
from careercoach_desktop.features.jobs.ui.person_dialog import PersonDialog, PickDialog, WroteDialog
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import Desk
from tests.features.jobs.conftest import Clock, live_at_noon
from tests.features.jobs.ui.people import PAUL, PRIYA, Opened
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.windows import Await


@pytest.fixture(autouse=True)
def now(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The services and the window live the same day, and it is not over before the test is."""
    live_at_noon(clock, monkeypatch)


@pytest.fixture
def actions(desk: Desk, contacts: ContactService, address_book: AddressBookService) -> PeopleActions:
    return PeopleActions(desk, contacts, address_book)


@pytest.fixture
def panel(
    desk: Desk, actions: PeopleActions, due: DueService, jobs: JobService, five: list[int], show: Callable[..., QWidget]
) -> ContactsPanel:
    """At the first of five jobs, all at Halden Rail."""
    made = ContactsPanel(desk, actions, Reminding(desk, due))
    window = show(made)
    window.resize(560, 900)
    desk.set_window(window)
    made.show_job(jobs.job(five[0]))
    return made


@pytest.fixture
def page(
    desk: Desk, contacts: ContactService, actions: PeopleActions, show: Callable[..., QWidget], five: list[int]
) -> PeoplePage:
    """With Priya, who recruits for the first job and is to be written to, and Paul."""
    contacts.add(PRIYA.model_copy(update={"next_follow_up": today_here()}), five[0], Relation.RECRUITER)
    contacts.add(PAUL)
    made = PeoplePage(desk, contacts, actions)
    window = show(made)
    window.resize(1200, 800)
    desk.set_window(window)
    return made


def shown(page: PeoplePage) -> list[str]:
    return [row.contact.name for row in page.list.people.rows()]


def test_an_empty_panel_teaches_and_its_button_adds_somebody(
    panel: ContactsPanel, contacts: ContactService, five: list[int], desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "Who is behind this job?" in words(panel))
    button(panel, "Add a person").click()
    form = dialog(qtbot, PersonDialog)
    assert form.company.text() == "Halden Rail", "the job says where they work"
    assert not form._save.isEnabled(), "a person needs a name"
    form.name.setText("Priya Nair")
    form.email.setText("priya")
    assert not form._save.isEnabled(), "an address needs an @"
    form.email.setText("priya@halden.example")
    form._relation.set_value(Relation.REFERRAL.value)
    answer(qtbot, form, "Save")
    qtbot.waitUntil(lambda: "Priya Nair" in words(panel))
    (person,) = contacts.contacts_of(five[0])
    assert (person.contact.email, person.relation) == ("priya@halden.example", Relation.REFERRAL)
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Add Priya Nair")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "Who is behind this job?" in words(panel))


def test_others_at_the_company_are_one_press_away(
    panel: ContactsPanel, contacts: ContactService, five: list[int], qtbot: QtBot
) -> None:
    contacts.add(PAUL)
    qtbot.waitUntil(lambda: "Others at Halden Rail" in words(panel))
    button(panel, "Add Paul Ode to this job").click()
    qtbot.waitUntil(lambda: len(contacts.contacts_of(five[0])) == 1)
    qtbot.waitUntil(lambda: "Others at Halden Rail" not in words(panel))
    assert [each.contact.name for each in contacts.contacts_of(five[0])] == ["Paul Ode"]


def test_somebody_one_knows_is_picked(
    panel: ContactsPanel, contacts: ContactService, actions: PeopleActions, jobs: JobService, five: list[int],
    desk: Desk, qtbot: QtBot,
) -> None:  # fmt: skip
    contacts.add(Contact(name="Ana Sousa", company="Elsewhere"))
    contacts.add(Contact(name="Zoe Klein"))
    desk.start(actions.pick(jobs.job(five[0])))
    chooser = dialog(qtbot, PickDialog)
    qtbot.keyClicks(chooser.search, "zoe")
    qtbot.waitUntil(lambda: [row.contact.name for row in chooser.list.people.rows()] == ["Zoe Klein"])
    chooser._relation.set_value(Relation.INTERVIEWER.value)
    answer(qtbot, chooser, "Add to this job")
    qtbot.waitUntil(lambda: "Zoe Klein" in words(panel))
    qtbot.waitUntil(lambda: [each.relation for each in contacts.contacts_of(five[0])] == [Relation.INTERVIEWER])


def test_having_written_is_noted_with_the_next_day_and_undone(
    panel: ContactsPanel, contacts: ContactService, jobs: JobService, five: list[int], desk: Desk, await_: Await,
    qtbot: QtBot,
) -> None:  # fmt: skip
    priya = contacts.add(PRIYA, five[0], Relation.RECRUITER)
    qtbot.waitUntil(lambda: "Priya Nair" in words(panel))
    button(panel, "Note that you were in touch with Priya Nair").click()
    asked = dialog(qtbot, WroteDialog)
    next(chip for day, chip in asked.choice._chips.items() if chip.text() == "In 3 days").click()
    answer(qtbot, asked, "Note it")
    qtbot.waitUntil(lambda: "Last in touch today" in words(panel))
    noted = contacts.contact(priya)
    assert noted.next_follow_up == today_here() + timedelta(days=3)
    assert jobs.timeline(five[0])[0].kind is TimelineKind.CONTACTED
    qtbot.waitUntil(lambda: "Noted: in touch with Priya Nair" in toasts(desk))
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "Last in touch today" not in words(panel))


def test_an_address_book_dropped_on_a_job_belongs_to_it(
    panel: ContactsPanel, contacts: ContactService, five: list[int], tmp_path: Path, desk: Desk, await_: Await,
    qtbot: QtBot,
) -> None:  # fmt: skip
    book = tmp_path / "people.vcf"
    book.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: "Ana Sousa" in words(panel))
    qtbot.waitUntil(lambda: "1 person added, 1 entry without a name left out." in toasts(desk))
    assert [each.contact.name for each in contacts.contacts_of(five[0])] == ["Ana Sousa"]
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: "Ana Sousa" not in words(panel))


def test_the_page_lists_searches_and_shows(page: PeoplePage, five: list[int], desk: Desk, qtbot: QtBot) -> None:
    opened = Opened()
    desk.open_requested.connect(opened.note)
    qtbot.waitUntil(lambda: shown(page) == ["Paul Ode", "Priya Nair"])
    qtbot.keyClicks(page.search, "recruiter")
    qtbot.waitUntil(lambda: shown(page) == ["Priya Nair"])
    qtbot.waitUntil(lambda: "Halden Rail · Interested · Recruiter" in words(page))
    next(each for each in page.findChildren(QWidget) if each.accessibleName() == "Open A").click()  # type: ignore[attr-defined]
    assert opened.places == [("jobs", five[0])]
    page.search.setText("nobody at all")
    qtbot.waitUntil(lambda: "Nobody is found with that." in words(page))
    button(page, "Show everybody").click()
    qtbot.waitUntil(lambda: shown(page) == ["Paul Ode", "Priya Nair"])


def test_whom_to_follow_up_is_one_press_away(page: PeoplePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    page._which.set_value(DUE)
    page._which.changed.emit(DUE)
    qtbot.waitUntil(lambda: shown(page) == ["Priya Nair"])


def test_the_keyboard_goes_from_person_to_person_edits_and_removes(
    page: PeoplePage, contacts: ContactService, desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "priya@halden.example" in [each.text() for each in page.findChildren(type(page._add))])
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    form = dialog(qtbot, PersonDialog)
    form.role.setText("Head of talent")
    answer(qtbot, form, "Save")
    qtbot.waitUntil(lambda: "Head of talent · Halden Rail" in words(page))
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == ["Paul Ode"])
    qtbot.waitUntil(lambda: desk.undo.undo_label == "Remove Priya Nair")
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: shown(page) == ["Paul Ode", "Priya Nair"])


def test_a_record_opened_from_elsewhere_is_chosen(page: PeoplePage, contacts: ContactService, qtbot: QtBot) -> None:
    zoe = contacts.add(Contact(name="Zoe Klein"))
    page.open_record(zoe)
    qtbot.waitUntil(lambda: (row := page.list.current()) is not None and row.contact.id == zoe)


def test_only_addresses_that_are_what_they_say_are_opened() -> None:
    assert mail_address(PRIYA) == "mailto:priya@halden.example"
    assert mail_address(PRIYA.model_copy(update={"email": "a@b.example?cc=all&body=x"})).count("?") == 0
    assert call_address(PAUL) == "tel:+442079460000"
    assert web_address(PAUL.model_copy(update={"link": "www.linkedin.com/in/paul"})).startswith("http")
    for link in ("file:///etc/passwd", "javascript:alert(1)", "smb://server/share"):
        assert web_address(PAUL.model_copy(update={"link": link})) == ""
