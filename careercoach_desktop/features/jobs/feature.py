"""The jobs feature's manifest: its service and task, its page, and the drawer slot for higher features."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.address_book import AddressBookService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers
    from careercoach_desktop.features.jobs.service.filling import FillService
    from careercoach_desktop.features.jobs.service.importing import ImportService
    from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
    from careercoach_desktop.features.jobs.ui.reminding import Reminding
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.terminal.commands import CommandLine

DRAWER_SLOT = "jobs.drawer"
SELECTION_SLOT = "jobs.selection"
"""Filled with ``ui.JobsAction``: what a higher feature can do with several jobs at once."""
ENCLOSURES_SLOT = "jobs.enclosures"
"""Filled with ``service.enclosing.Offers``: what a higher feature made for a job that could be sent."""


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
    from careercoach_desktop.features.jobs.service.address_book import AddressBookService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers
    from careercoach_desktop.features.jobs.service.filling import FillService
    from careercoach_desktop.features.jobs.service.importing import IMPORT_TASK, ImportService
    from careercoach_desktop.features.reminders.service import ReminderService
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.model import TaskChanged
    from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
    from careercoach_desktop.foundation.web.fetching import PageFetcher
    from careercoach_desktop.foundation.web.rendering import PageRenderer

    database, queue = provider.get(Database), provider.get(TaskQueue)
    service = JobService(database, queue, provider.get(PageFetcher), provider.get(PageRenderer), utc_now)
    provider.offer(JobService, lambda: service)
    queue.register(TaskKind(CAPTURE_TASK, service.capture, resume_after_crash=True))
    database.bus.within(TaskChanged, service.note_task)
    filling = FillService(database, queue, service, provider.get(Claude))
    provider.offer(FillService, lambda: filling)
    due = DueService(database, provider.get(ReminderService), provider.get(SettingsService).current, utc_now)
    contacts = ContactService(database, due, utc_now)
    provider.offer(DueService, lambda: due)
    provider.offer(ContactService, lambda: contacts)
    provider.offer(AddressBookService, lambda: AddressBookService(database, contacts, provider.get(ChildProcess)))
    imports = ImportService(database, queue, service, provider.get(ChildProcess), utc_now)
    queue.register(TaskKind(IMPORT_TASK, imports.take_in, resume_after_crash=True))
    provider.offer(ImportService, lambda: imports)
    provider.offer(EnclosureOffers, lambda: _make_offers(provider))


def _make_offers(provider: Provider) -> EnclosureOffers:
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers
    from careercoach_desktop.features.resumes.service import ResumeService

    return EnclosureOffers(provider.get(ResumeService), provider.filled(ENCLOSURES_SLOT))


def _offers(provider: Provider) -> EnclosureOffers:
    from careercoach_desktop.features.jobs.service.enclosing import EnclosureOffers

    return provider.get(EnclosureOffers)


def _service(provider: Provider) -> JobService:
    from careercoach_desktop.features.jobs.service import JobService

    return provider.get(JobService)


def _filling(provider: Provider) -> FillService:
    from careercoach_desktop.features.jobs.service.filling import FillService

    return provider.get(FillService)


def _imports(provider: Provider) -> ImportService:
    from careercoach_desktop.features.jobs.service.importing import ImportService

    return provider.get(ImportService)


def _queue(provider: Provider) -> TaskQueue:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return provider.get(TaskQueue)


def _due(provider: Provider) -> DueService:
    from careercoach_desktop.features.jobs.service.due import DueService

    return provider.get(DueService)


def _contacts(provider: Provider) -> ContactService:
    from careercoach_desktop.features.jobs.service.contacts import ContactService

    return provider.get(ContactService)


def _address_book(provider: Provider) -> AddressBookService:
    from careercoach_desktop.features.jobs.service.address_book import AddressBookService

    return provider.get(AddressBookService)


def _reminding(provider: Provider) -> Reminding:
    """One for the window: page, drawer, people and notifications ask the same."""
    from careercoach_desktop.features.jobs.ui.reminding import Reminding
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(Reminding):
        made = Reminding(provider.get(Desk), provider.later(_due))
        provider.offer(Reminding, lambda: made)
    return provider.get(Reminding)


def _people_actions(provider: Provider) -> PeopleActions:
    from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(PeopleActions):
        made = PeopleActions(provider.get(Desk), provider.later(_contacts), provider.later(_address_book))
        provider.offer(PeopleActions, lambda: made)
    return provider.get(PeopleActions)


def _people_page(provider: Provider) -> Any:
    from careercoach_desktop.features.jobs.ui.people_page import PeoplePage
    from careercoach_desktop.foundation.uikit import Desk

    return PeoplePage(provider.get(Desk), provider.later(_contacts), _people_actions(provider))


def _attend(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.ui.announcer import Announcer
    from careercoach_desktop.foundation.uikit import Desk
    from careercoach_desktop.foundation.uikit.notifications import SystemNotifications

    desk = provider.get(Desk)
    Announcer(desk, _reminding(provider), SystemNotifications(desk)).begin()


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.jobs.ui import JobsPage
    from careercoach_desktop.features.jobs.ui.duplicate_banner import DuplicateBanner
    from careercoach_desktop.features.jobs.ui.fill_banner import FillBanner
    from careercoach_desktop.features.jobs.ui.panels import contacts_panel, own_panels
    from careercoach_desktop.foundation.uikit import Desk

    desk, service = provider.get(Desk), provider.later(_service)
    filling = FillBanner(desk, provider.later(_filling), provider.later(_queue))
    offers, reminding = provider.later(_offers), _reminding(provider)
    people = contacts_panel(desk, lambda: _people_actions(provider), reminding)
    banners = (DuplicateBanner(desk, service), filling)
    panels = [*own_panels(desk, service, *banners, offers=offers), people, *provider.filled(DRAWER_SLOT)]
    actions = provider.filled(SELECTION_SLOT)
    imports = provider.later(_imports)
    return JobsPage(desk, service, panels, offers=offers, imports=imports, reminding=reminding, actions=actions)


def _glance(folder: Path) -> Any:
    from careercoach_desktop.features.jobs.first_cards import first_cards

    return first_cards(folder)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.foundation.storage.database import Database

    with provider.get(Database).write():  # at once: the next record may get the number of one that went
        _service(provider).purge_removed()
        provider.get(ContactService).purge_removed()
        provider.get(DueService).forget_gone()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.jobs.cli import add_commands

    add_commands(line)


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.jobs.store import search_entries

    return search_entries(session, after, limit)


def _people_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.jobs.store import contact_entries

    return contact_entries(session, after, limit)


async def _add(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).add()


def _people(provider: Provider) -> None:
    provider.get(PageDoor).show("jobs.people", None)


async def _show_due(provider: Provider) -> None:
    await _reminding(provider).show_due()


async def _import(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).adding.ask_for_table()


async def _export(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).export()


def _paste(provider: Provider) -> None:
    provider.get(PageDoor).show("jobs", None).adding.paste()


_DRAWER = "In an open job"
_PEOPLE = "Among people"
_BOARD = "On the jobs board"
_TABLE, _HEAD = "In the table of jobs", "On the head of the table of jobs"
_KEYS = (
    Keys(_BOARD, ("Up", "Down", "Left", "Right"), "Go from card to card"),
    Keys(_BOARD, ("Home", "End"), "Go to the first or the last card of the column"),
    Keys(_BOARD, ("Return",), "Open the job"),
    Keys(_BOARD, ("Alt+Left", "Alt+Right"), "Move the chosen cards to the next column"),
    Keys(_BOARD, ("Alt+Up", "Alt+Down"), "Move the chosen cards up or down"),
    Keys(_BOARD, ("Shift+Up", "Shift+Down"), "Choose several cards"),
    Keys(_BOARD, ("Shift+Left", "Shift+Right"), "Choose cards of the columns beside, too"),
    Keys(_BOARD, ("Ctrl+A",), "Choose the whole column"),
    Keys(_BOARD, ("Del",), "Remove the chosen cards"),
    Keys(_BOARD, ("Ctrl+V",), "Add the posting or link that was copied"),
    Keys(_BOARD, ("Esc",), "Close the job, or choose no card"),
    Keys(_DRAWER, ("Alt+Up", "Alt+Down"), "Go to the job before or after"),
    Keys(_DRAWER, ("Ctrl+PgUp",), "Go to the tab before"),
    Keys(_DRAWER, ("Ctrl+PgDown",), "Go to the next tab"),
    Keys(_PEOPLE, ("Up", "Down"), "Go from person to person"),
    Keys(_PEOPLE, ("Return",), "Edit the person"),
    Keys(_PEOPLE, ("Del",), "Remove the person"),
    Keys(_TABLE, ("Up", "Down", "Left", "Right"), "Go from cell to cell"),
    Keys(_TABLE, ("Home", "End"), "Go to the first or the last job"),
    Keys(_TABLE, ("Return",), "Open the job"),
    Keys(_TABLE, ("F2", "Space"), "Change what the cell says, or else the status"),
    Keys(_TABLE, ("Shift+Up", "Shift+Down"), "Choose several jobs"),
    Keys(_TABLE, ("Ctrl+A",), "Choose all jobs that are shown"),
    Keys(_TABLE, ("Del",), "Remove the chosen jobs"),
    Keys(_TABLE, ("Esc",), "Choose no job, or close the open one"),
    Keys(_HEAD, ("Left", "Right"), "Go from column to column"),
    Keys(_HEAD, ("Return", "Space"), "Sort by the column, then the other way round, then as on the board"),
    Keys(_HEAD, ("Ctrl+Left", "Ctrl+Right"), "Move the column"),
    Keys(_HEAD, ("Down",), "Show and hide columns"),
)


FEATURE = Feature(
    name="jobs",
    install=_install,
    pages=(
        Page(name="jobs", title="Jobs", icon="briefcase", order=20, build=_page, glance=_glance),
        Page("jobs.people", "People", "users", 22, _people_page, in_sidebar=False, under="jobs"),
    ),
    slots=(DRAWER_SLOT, SELECTION_SLOT, ENCLOSURES_SLOT),
    attend=_attend,
    tidy=_tidy,
    commands=_commands,
    actions=(
        Action("jobs.add", "Add a job…", "plus", _add, keys="Ctrl+N", keywords=("new", "posting", "link", "vacancy")),
        Action("jobs.paste", "Add a job from the clipboard", "clipboard-text", _paste, keywords=("paste", "new")),
        Action("jobs.due", "What is due", "bell", _show_due, keywords=("reminders", "follow up", "deadline", "today")),
        Action("jobs.people", "People", "users", _people, keywords=("contacts", "recruiter", "referral", "vcard")),
        Action("jobs.import", "Import jobs from a table…", "table", _import, keywords=("csv", "excel", "spreadsheet")),
        Action("jobs.export", "Export jobs…", "export", _export, keywords=("csv", "json", "save", "table")),
    ),
    keys=_KEYS,
    searches=(
        SearchSource("job", "Jobs", "briefcase", "jobs", _search_entries),
        SearchSource("contact", "People", "users", "jobs.people", _people_entries),
    ),
)
