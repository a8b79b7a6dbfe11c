"""Everything that lives on one data folder: opened together, closed together.

A restored backup or the sample data is simply another workspace; the window stays.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from careercoach_desktop.app.features import FEATURES, searched
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.feature import Provider

if TYPE_CHECKING:
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

log = logging.getLogger(__name__)

SAMPLE_FOLDER = "sample"


def default_folder() -> Path:
    """The system's place for application data."""
    return Path(platformdirs.user_data_dir("CareerCoach", appauthor=False, roaming=False))


def chosen_folder(home: Path) -> Path:
    """The folder the window opened last, while it is still there; otherwise ``home``. For what must not load Qt: the
    window itself asks Qt, which wrote it (``app.main``)."""
    try:
        remembered = (home / "window.ini").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return home
    found = re.search(r"^data\.folder=(.*)$", remembered, re.MULTILINE)
    if found is None:
        return home
    written = found[1].strip()
    path = Path(re.sub(r"\\(.)", r"\1", written[1:-1] if written.startswith('"') else written))
    return path if path.is_dir() else home


@dataclass
class Workspace:
    """``provider`` builds the services; ``close`` may be called once, off the Qt thread."""

    folder: Path
    bus: Bus
    provider: Provider

    def start(self) -> None:
        """Let waiting tasks run and look out for other processes, once everything that listens is in place."""
        from careercoach_desktop.foundation.storage.watching import Watcher
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        self.provider.get(TaskQueue).start()
        self.provider.get(Watcher).start()

    def stop_work(self) -> None:
        """Stop workers (what they were at is resumed at the next start) and end the child process."""
        from careercoach_desktop.foundation.llm.claude import Claude
        from careercoach_desktop.foundation.storage.search.service import SearchService
        from careercoach_desktop.foundation.storage.watching import Watcher
        from careercoach_desktop.foundation.tasks.child import ChildProcess
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        self.provider.get(Watcher).stop()
        self.provider.get(SearchService).stop()
        self.provider.get(TaskQueue).stop()
        self.provider.get(ChildProcess).stop()
        self.provider.get(Claude).stop()

    def close(self, *, back_up: bool = True) -> None:
        """Stop work, make the day's backup if there is none, fold the write-ahead log into the file."""
        from careercoach_desktop.features.settings.service import BackupService
        from careercoach_desktop.foundation.storage.database import Database

        self.stop_work()
        try:
            if back_up:
                self.provider.get(BackupService).back_up_before_leaving()
        except UserError as problem:  # nobody is there to read it any more, and leaving must not fail for it
            log.warning("no backup before leaving: %s", problem.code)
        finally:
            self.provider.get(Database).close()


def connected_slots(*, stands: bool = True) -> Provider:
    """A provider that knows what features put into each other's slots; it needs no data for that."""
    provider = Provider(stands=stands)
    for feature in FEATURES:
        for slot in feature.slots:
            provider.declare_slot(slot)
    for feature in FEATURES:
        for slot, build in feature.fills.items():
            provider.fill_slot(slot, build)
    return provider


def open_workspace(
    folder: Path,
    bus: Bus,
    provider: Provider | None = None,
    *,
    start_empty: bool = False,
    workers: int = 2,
    child: ChildProcess | None = None,
    asks_first: bool = True,
) -> Workspace:
    """Open the folder's database (made and migrated as needed) and install every feature on it.

    Takes half a second and must not run on the Qt thread. Raises UserError when the data can't be opened;
    ``start_empty`` sets a damaged file aside (it is kept) and begins a new one. ``provider`` is one from
    ``connected_slots`` that pages have been built with already; it is told how the opening went.

    ``workers``: how many tasks run at once; a command has none and runs only its own. ``child``: one that is there.
    ``asks_first``: a window, which uses a Claude key found in the environment only after the person said yes; the
    command line uses it right away.
    """
    provider = provider or connected_slots()
    try:
        _install(folder, bus, provider, child, start_empty=start_empty, workers=workers, asks_first=asks_first)
    except BaseException:  # whatever it was, nobody may wait for services that never come; then it goes on its way
        provider.give_up()
        raise
    provider.stand()
    return Workspace(folder, bus, provider)


def _install(
    folder: Path,
    bus: Bus,
    provider: Provider,
    child: ChildProcess | None,
    *,
    start_empty: bool,
    workers: int,
    asks_first: bool,
) -> None:
    from careercoach_desktop.app.schema import metadata
    from careercoach_desktop.foundation.storage.opening import open_database
    from careercoach_desktop.foundation.storage.watching import Watcher
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    database = open_database(folder, bus, metadata(), start_empty=start_empty)
    watcher = Watcher(database)
    reader = child or ChildProcess()
    provider.offer(Watcher, lambda: watcher)
    furnish(provider, database, reader, TaskQueue(database, reader, workers=workers), asks_first=asks_first)


def furnish(
    provider: Provider, database: Database, child: ChildProcess, queue: TaskQueue, *, asks_first: bool = True
) -> None:
    """Everything the foundation offers on one open database, and every feature installed on it."""
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.llm.lane import attend
    from careercoach_desktop.foundation.settings.keychain import Keychain
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.storage.search.service import SearchService
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.web.fetching import PageFetcher
    from careercoach_desktop.foundation.web.rendering import PageRenderer

    settings = SettingsService(database)
    attend(queue, settings, database.bus)
    provider.offer(Database, lambda: database)
    provider.offer(ChildProcess, lambda: child)
    provider.offer(TaskQueue, lambda: queue)
    provider.offer(PageFetcher, PageFetcher)
    provider.offer(SettingsService, lambda: settings)
    provider.offer(Keychain, Keychain)
    provider.offer(Claude, lambda: _claude(provider, database, asks_first=asks_first))
    provider.offer(PageRenderer, lambda: PageRenderer(allowed=lambda: settings.current().web_browser == "auto"))
    provider.offer(SearchService, lambda: SearchService(database, searched()))
    for feature in FEATURES:
        feature.install(provider)


def _claude(provider: Provider, database: Database, *, asks_first: bool) -> Claude:
    """Claude, who is never sent what the profile says of where the person can be found (unless they chose so)."""
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.llm.claude import claude_on
    from careercoach_desktop.foundation.llm.contact import contact_of
    from careercoach_desktop.foundation.settings.keychain import Keychain

    claude = claude_on(database, asks_first=asks_first, keychain=provider.get(Keychain))
    profile = provider.get(ProfileService)
    claude.also_hide(lambda: contact_of(profile=profile.profile()))
    return claude
