"""The jobs feature's manifest: its service and task, its page, and the drawer slot for higher features."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Feature, Page, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

DRAWER_SLOT = "jobs.drawer"


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.model import TaskChanged
    from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
    from careercoach_desktop.foundation.web.fetching import PageFetcher

    database, queue = provider.get(Database), provider.get(TaskQueue)
    service = JobService(database, queue, provider.get(PageFetcher), utc_now)
    provider.offer(JobService, lambda: service)
    queue.register(TaskKind(CAPTURE_TASK, service.capture, resume_after_crash=True))
    database.bus.within(TaskChanged, service.note_task)


def _service(provider: Provider) -> JobService:
    from careercoach_desktop.features.jobs.service import JobService

    return provider.get(JobService)


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.jobs.ui import JobsPage
    from careercoach_desktop.features.jobs.ui.panels import own_panels
    from careercoach_desktop.foundation.uikit import Desk

    desk, service = provider.get(Desk), provider.later(_service)
    return JobsPage(desk, service, [*own_panels(desk, service), *provider.filled(DRAWER_SLOT)])


def _glance(folder: Path) -> Any:
    from careercoach_desktop.features.jobs.first_cards import first_cards

    return first_cards(folder)


def _tidy(provider: Provider) -> None:
    _service(provider).purge_removed()


FEATURE = Feature(
    name="jobs",
    install=_install,
    pages=(Page(name="jobs", title="Jobs", icon="briefcase", order=20, build=_page, glance=_glance),),
    slots=(DRAWER_SLOT,),
    tidy=_tidy,
)
