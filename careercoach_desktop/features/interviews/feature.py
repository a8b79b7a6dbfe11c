"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.ui.export import Exporting
    from careercoach_desktop.features.interviews.ui.importing import Importing
    from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
    from careercoach_desktop.foundation.terminal.commands import CommandLine

CALENDAR = "In the calendar of interviews"
ACTIONS_SLOT = "interviews.actions"
"""Filled with ``ui.InterviewAction``: what a higher feature can do with a round."""


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import Below, InterviewService
    from careercoach_desktop.features.interviews.service.finding import Findable
    from careercoach_desktop.features.interviews.service.following import Following
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.reminders.service import ReminderService
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database

    below = Below(
        provider.get(Database),
        provider.get(JobService),
        provider.get(ContactService),
        provider.get(SettingsService).current,
    )
    service = InterviewService(below)
    provider.offer(InterviewService, lambda: service)
    following = Following(below, provider.get(ReminderService))
    provider.offer(Following, lambda: following)
    Findable(below.database.bus)
    _install_calendars(provider)
    _install_briefs(provider)


def _install_calendars(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import Below, InterviewService
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
    from careercoach_desktop.features.interviews.service.syncing import SyncService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.settings.keychain import Keychain
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    database, queue, settings = get(Database), get(TaskQueue), get(SettingsService)
    interviews, profile = get(InterviewService), get(ProfileService)
    below = Below(database, get(JobService), get(ContactService), settings.current)
    exchange = ExchangeService(below, interviews, get(ChildProcess), lambda: (profile.profile().email,))
    sync = SyncService(below, interviews, exchange, queue, settings, get(Keychain))  # registers before the queue starts
    file = CalendarFileService(database, exchange, queue, settings)
    provider.offer(ExchangeService, lambda: exchange)
    provider.offer(SyncService, lambda: sync)
    provider.offer(CalendarFileService, lambda: file)


def _install_briefs(provider: Provider) -> None:
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefsBelow, BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    if not provider.offers(QuestionBank):
        provider.offer(QuestionBank, QuestionBank)
    below = BriefsBelow(
        get(Database),
        get(TaskQueue),
        get(ChildProcess),
        get(InterviewService),
        get(JobService),
        get(ResumeService),
        get(ProfileService),
        get(EvidenceService),
        get(QuestionBank),
        get(Claude),
    )
    briefs = BriefService(below)  # registers its kinds of task before the queue starts
    provider.offer(BriefService, lambda: briefs)


def _service(provider: Provider) -> InterviewService:
    from careercoach_desktop.features.interviews.service import InterviewService

    return provider.get(InterviewService)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service.following import Following

    _service(provider).purge_removed()
    _service(provider).work_out_again()
    provider.get(Following).pass_over()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.interviews.cli import add_commands

    add_commands(line)


def _importing(provider: Provider) -> Importing:
    """One for the window: the page, the palette and the drawer ask the same."""
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
    from careercoach_desktop.features.interviews.ui.importing import Importing
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(Importing):
        made = Importing(provider.get(Desk), provider.later(lambda there: there.get(ExchangeService)))
        provider.offer(Importing, lambda: made)
    return provider.get(Importing)


def _exporting(provider: Provider) -> Exporting:
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
    from careercoach_desktop.features.interviews.ui.export import Exporting
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(Exporting):
        made = Exporting(provider.get(Desk), provider.later(lambda there: there.get(ExchangeService)))
        provider.offer(Exporting, lambda: made)
    return provider.get(Exporting)


def _more(provider: Provider) -> list[Any]:
    """What the page's menu offers about calendars elsewhere."""
    from careercoach_desktop.foundation.uikit import SEPARATOR, Desk, MenuEntry

    desk, importing, exporting = provider.get(Desk), _importing(provider), _exporting(provider)
    return [
        MenuEntry("Add an invitation…", lambda: desk.start(importing.choose()), icon="file-plus"),
        MenuEntry("Paste an invitation…", lambda: desk.start(importing.paste()), icon="clipboard-text"),
        SEPARATOR,
        MenuEntry("Save as calendar file…", lambda: desk.start(exporting.save_all()), icon="export"),
        MenuEntry("Calendar settings", lambda: desk.open("settings", section="calendar"), icon="gear-six"),
    ]


def _attend(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.following import Following
    from careercoach_desktop.features.interviews.service.syncing import SyncService
    from careercoach_desktop.features.interviews.ui.announcer import InterviewAnnouncer
    from careercoach_desktop.features.interviews.ui.brief_keeper import BriefKeeper
    from careercoach_desktop.features.interviews.ui.calendar_keeper import CalendarKeeper
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.uikit import Desk
    from careercoach_desktop.foundation.uikit.notifications import SystemNotifications

    desk = provider.get(Desk)
    notifier = SystemNotifications(desk)
    InterviewAnnouncer(desk, _service(provider), provider.get(Following), notifier, utc_now).begin()
    CalendarKeeper(desk, provider.get(SyncService), provider.get(CalendarFileService)).begin()
    BriefKeeper(desk, provider.get(BriefService))


def _calendar_settings(provider: Provider) -> None:
    from careercoach_desktop.foundation.uikit import Desk

    provider.get(Desk).open("settings", section="calendar")


async def _prepare_next(provider: Provider) -> None:
    """Goes to the round that comes next, prepared on this computer when nothing has prepared it yet."""
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.foundation.uikit import Desk

    desk, briefs = provider.get(Desk), provider.get(BriefService)
    interview_id = await desk.run(briefs.prepare_next)
    if interview_id is None:
        desk.toast("No interview is coming up")
    else:
        provider.get(PageDoor).show("interviews", interview_id)


def _actions(provider: Provider) -> InterviewActions:
    """One for the window: drawer, calendar and detail ask the same."""
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions, Services
    from careercoach_desktop.features.interviews.ui.thanking import Thanking
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(InterviewActions):
        later, desk = provider.later, provider.get(Desk)
        jobs = later(lambda there: there.get(JobService))
        services = Services(later(_service), jobs, later(lambda there: there.get(ContactService)))
        profile, documents = (
            later(lambda there: there.get(ProfileService)),
            later(lambda there: there.get(DocumentService)),
        )
        thanking = Thanking(desk, jobs, profile, documents)
        made = InterviewActions(
            desk, services, thanking, extra=lambda: provider.filled(ACTIONS_SLOT), export=_exporting(provider).save
        )
        provider.offer(InterviewActions, lambda: made)
    return provider.get(InterviewActions)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> Any:
        from careercoach_desktop.features.interviews.ui.interviews_panel import InterviewsPanel

        return InterviewsPanel(provider.get(Desk), _actions(provider))

    return DrawerPanel("interviews", "Interviews", 50, build)


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.interviews.service.finding import search_entries

    return search_entries(session, after, limit)


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.interviews.ui.interview_detail import InterviewDetail
    from careercoach_desktop.features.interviews.ui.interviews_page import InterviewDoors, InterviewsPage
    from careercoach_desktop.features.interviews.ui.round_entries import round_entries
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.uikit import Desk

    actions = _actions(provider)
    doors = InterviewDoors(
        schedule=lambda when: actions.schedule(None, when),
        edit=actions.edit,
        remove=actions.remove,
        entries=lambda line: round_entries(actions, line, keys=True),
        detail=lambda: InterviewDetail(actions, _briefs_view(provider)),
        take_files=_importing(provider).take_files,
        more=lambda: _more(provider),
        thank=actions.thank,
        complete=actions.complete,
    )
    return InterviewsPage(provider.get(Desk), _service(provider), doors, utc_now)


def _briefs_view(provider: Provider) -> Any:
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.interviews.ui.brief_view import BriefView
    from careercoach_desktop.foundation.uikit import Desk

    return BriefView(provider.get(Desk), provider.get(BriefService))


async def _schedule(provider: Provider) -> None:
    page = provider.get(PageDoor).show("interviews", None)
    await page.schedule()


FEATURE = Feature(
    "interviews",
    _install,
    slots=(ACTIONS_SLOT,),
    fills={"jobs.drawer": _drawer_panel},
    pages=(Page("interviews", "Interviews", "calendar-blank", 50, _page),),
    attend=_attend,
    tidy=_tidy,
    commands=_commands,
    searches=(SearchSource("interview", "Interviews", "calendar-blank", "interviews", _search_entries),),
    actions=(
        Action(
            "interviews.schedule",
            "Schedule an interview",
            "calendar-plus",
            _schedule,
            keywords=("arrange", "round", "meeting", "appointment"),
        ),
        Action(
            "interviews.prepare",
            "Prepare for the next interview",
            "list-bullets",
            _prepare_next,
            keywords=("questions", "checklist", "brief", "research", "company"),
        ),
        Action(
            "interviews.import",
            "Add an invitation from a file…",
            "file-plus",
            lambda provider: _importing(provider).choose(),
            keywords=("ics", "calendar", "import", "outlook", "cancel"),
        ),
        Action(
            "interviews.paste",
            "Paste an invitation…",
            "clipboard-text",
            lambda provider: _importing(provider).paste(),
            keywords=("ics", "calendar", "import"),
        ),
        Action(
            "interviews.export",
            "Save interviews as a calendar file…",
            "export",
            lambda provider: _exporting(provider).save_all(),
            keywords=("ics", "google", "outlook", "calendar"),
        ),
        Action(
            "interviews.calendars",
            "Keep interviews in my calendar",
            "calendar-check",
            _calendar_settings,
            keywords=("caldav", "sync", "nextcloud", "icloud", "server", "file"),
        ),
    ),
    keys=(
        Keys(CALENDAR, ("Up", "Down", "Left", "Right"), "Go from day to day, in a week by half hours, too"),
        Keys(CALENDAR, ("Alt+Left", "Alt+Right"), "Move the interview to another day"),
        Keys(CALENDAR, ("Alt+Up", "Alt+Down"), "Move the interview by a quarter of an hour, in a month by a week"),
        Keys(CALENDAR, ("Alt+Shift+Up",), "Make the interview shorter"),
        Keys(CALENDAR, ("Alt+Shift+Down",), "Make the interview longer"),
        Keys(CALENDAR, ("Ctrl+Up", "Ctrl+Down"), "Go to the interview before or after"),
        Keys(CALENDAR, ("Return",), "Change the interview, or schedule one there"),
        Keys(CALENDAR, ("Space",), "Show the interview"),
        Keys(CALENDAR, ("Del",), "Remove the interview"),
        Keys(CALENDAR, ("PgUp", "PgDown"), "Show the month or week before or after"),
        Keys(CALENDAR, ("T",), "Go to today"),
        Keys(CALENDAR, ("M", "W", "L"), "Show a month, a week or the list"),
    ),
)
