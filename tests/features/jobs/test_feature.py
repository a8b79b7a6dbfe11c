"""The manifest: cheap to import, and everything it offers fits together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import careercoach_desktop
from careercoach_desktop.features.jobs.feature import DRAWER_SLOT, ENCLOSURES_SLOT, FEATURE, SELECTION_SLOT
from careercoach_desktop.features.jobs.model import CaptureState
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.features.reminders.service import ReminderService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.llm.claude import Claude, claude_on
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.web.fetching import PageFetcher
from careercoach_desktop.foundation.web.rendering import PageRenderer


def test_the_window_comes_without_the_database(tmp_path: Path) -> None:
    script = (
        "import sys, careercoach_desktop.features.jobs.feature, careercoach_desktop.features.jobs.ui.panels\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'alembic', 'httpx', 'dateparser', 'selectolax', 'playwright'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    checkout = {**os.environ, "PYTHONPATH": str(Path(careercoach_desktop.__file__).parents[1])}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=checkout, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_installing_it_makes_captures_run_and_their_failures_show(
    database: Database, queue: TaskQueue, child: ChildProcess
) -> None:
    provider = Provider()
    provider.offer(Database, lambda: database)
    provider.offer(TaskQueue, lambda: queue)
    provider.offer(ChildProcess, lambda: child)
    provider.offer(ReminderService, lambda: ReminderService(database, utc_now))
    provider.offer(SettingsService, lambda: SettingsService(database))
    provider.offer(PageFetcher, PageFetcher)
    provider.offer(Claude, lambda: claude_on(database, asks_first=True, keychain=Keychain()))
    provider.offer(PageRenderer, lambda: PageRenderer(allowed=lambda: True))
    FEATURE.install(provider)
    jobs = provider.get(JobService)
    job_id = jobs.add_from_url("https://example.com/jobs/7").job_id
    (task,) = queue.active()
    assert task.kind == CAPTURE_TASK
    queue.cancel(task.id)
    assert jobs.job(job_id).capture == CaptureState.FAILED
    assert FEATURE.slots == (DRAWER_SLOT, SELECTION_SLOT, ENCLOSURES_SLOT)
