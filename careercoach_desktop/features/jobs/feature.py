"""The jobs feature's manifest: its service and task, its page, and the drawer slot for higher features."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.filling import FillService
    from careercoach_desktop.features.jobs.service.importing import ImportService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.terminal.commands import CommandLine

DRAWER_SLOT = "jobs.drawer"


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
    from careercoach_desktop.features.jobs.service.filling import FillService
    from careercoach_desktop.features.jobs.service.importing import IMPORT_TASK, ImportService
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.llm.claude import Claude
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
    imports = ImportService(database, queue, service, provider.get(ChildProcess), utc_now)
    queue.register(TaskKind(IMPORT_TASK, imports.take_in, resume_after_crash=True))
    provider.offer(ImportService, lambda: imports)


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


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.jobs.ui import JobsPage
    from careercoach_desktop.features.jobs.ui.fill_banner import FillBanner
    from careercoach_desktop.features.jobs.ui.panels import own_panels
    from careercoach_desktop.foundation.uikit import Desk

    desk, service = provider.get(Desk), provider.later(_service)
    filling = FillBanner(desk, provider.later(_filling), provider.later(_queue))
    panels = [*own_panels(desk, service, filling), *provider.filled(DRAWER_SLOT)]
    return JobsPage(desk, service, panels, provider.later(_imports))


def _glance(folder: Path) -> Any:
    from careercoach_desktop.features.jobs.first_cards import first_cards

    return first_cards(folder)


def _tidy(provider: Provider) -> None:
    _service(provider).purge_removed()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.jobs.cli import add_commands

    add_commands(line)


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.jobs.store import search_entries

    return search_entries(session, after, limit)


async def _add(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).add()


async def _import(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).import_table()


async def _export(provider: Provider) -> None:
    await provider.get(PageDoor).show("jobs", None).export()


def _paste(provider: Provider) -> None:
    provider.get(PageDoor).show("jobs", None).paste()


_BOARD = "On the jobs board"
_KEYS = (
    Keys(_BOARD, ("Up", "Down", "Left", "Right"), "Go from card to card"),
    Keys(_BOARD, ("Home", "End"), "Go to the first or the last card of the column"),
    Keys(_BOARD, ("Return",), "Open the job"),
    Keys(_BOARD, ("Alt+Left", "Alt+Right"), "Move the chosen cards to the next column"),
    Keys(_BOARD, ("Alt+Up", "Alt+Down"), "Move the chosen cards up or down"),
    Keys(_BOARD, ("Shift+Up", "Shift+Down"), "Choose several cards"),
    Keys(_BOARD, ("Ctrl+A",), "Choose the whole column"),
    Keys(_BOARD, ("Del",), "Remove the chosen cards"),
    Keys(_BOARD, ("Ctrl+V",), "Add the posting or link that was copied"),
    Keys(_BOARD, ("Esc",), "Close the job, or choose no card"),
)


FEATURE = Feature(
    name="jobs",
    install=_install,
    pages=(Page(name="jobs", title="Jobs", icon="briefcase", order=20, build=_page, glance=_glance),),
    slots=(DRAWER_SLOT,),
    tidy=_tidy,
    commands=_commands,
    actions=(
        Action("jobs.add", "Add a job…", "plus", _add, keys="Ctrl+N", keywords=("new", "posting", "link", "vacancy")),
        Action("jobs.paste", "Add a job from the clipboard", "clipboard-text", _paste, keywords=("paste", "new")),
        Action("jobs.import", "Import jobs from a table…", "table", _import, keywords=("csv", "excel", "spreadsheet")),
        Action("jobs.export", "Export jobs…", "export", _export, keywords=("csv", "json", "save", "table")),
    ),
    keys=_KEYS,
    search=SearchSource("job", "Jobs", "briefcase", "jobs", _search_entries),
)
