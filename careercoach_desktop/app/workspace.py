"""Everything that lives on one data folder: opened together, closed together.

A restored backup or the sample data is simply another workspace; the window stays.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from careercoach_desktop.app.features import FEATURES
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.feature import Provider

log = logging.getLogger(__name__)

SAMPLE_FOLDER = "sample"


def default_folder() -> Path:
    """The system's place for application data."""
    return Path(platformdirs.user_data_dir("CareerCoach", appauthor=False, roaming=False))


@dataclass
class Workspace:
    """``provider`` builds the services; ``close`` may be called once, off the Qt thread."""

    folder: Path
    bus: Bus
    provider: Provider

    def start(self) -> None:
        """Let waiting tasks run, once everything that listens is in place."""
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        self.provider.get(TaskQueue).start()

    def stop_work(self) -> None:
        """Stop workers (what they were at is resumed at the next start) and end the child process."""
        from careercoach_desktop.foundation.tasks.child import ChildProcess
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        self.provider.get(TaskQueue).stop()
        self.provider.get(ChildProcess).stop()

    def close(self) -> None:
        """Stop work, make the day's backup if there is none, fold the write-ahead log into the file."""
        from careercoach_desktop.features.settings.service import BackupService
        from careercoach_desktop.foundation.storage.database import Database

        self.stop_work()
        try:
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


def open_workspace(folder: Path, bus: Bus, provider: Provider | None = None, *, start_empty: bool = False) -> Workspace:
    """Open the folder's database (made and migrated as needed) and install every feature on it.

    Takes half a second and must not run on the Qt thread. Raises UserError when the data can't be opened;
    ``start_empty`` sets a damaged file aside (it is kept) and begins a new one. ``provider`` is one from
    ``connected_slots`` that pages have been built with already; it is told how the opening went.
    """
    provider = provider or connected_slots()
    try:
        _install(folder, bus, provider, start_empty=start_empty)
    except BaseException:
        provider.give_up()
        raise
    provider.stand()
    return Workspace(folder, bus, provider)


def _install(folder: Path, bus: Bus, provider: Provider, *, start_empty: bool) -> None:
    from careercoach_desktop.app.schema import metadata
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.storage.opening import open_database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.web.fetching import PageFetcher

    database = open_database(folder, bus, metadata(), start_empty=start_empty)
    child = ChildProcess()
    queue = TaskQueue(database, child)
    provider.offer(Database, lambda: database)
    provider.offer(ChildProcess, lambda: child)
    provider.offer(TaskQueue, lambda: queue)
    provider.offer(PageFetcher, PageFetcher)
    for feature in FEATURES:
        feature.install(provider)
