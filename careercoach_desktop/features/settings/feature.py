"""The face of settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Page, Provider

if TYPE_CHECKING:
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.activity.service import ActivityService
    from careercoach_desktop.features.documents.service import AttachmentService, DocumentService
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.address_book import AddressBookService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.settings.service import (
        BackupService,
        ChoosingService,
        ClaudeSettings,
        TakeoutService,
    )
    from careercoach_desktop.features.settings.service.takeout import Takeout
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.llm.prices import price_list
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get, database = provider.get, provider.get(Database)
    settings = get(SettingsService)

    def takeout() -> Takeout:
        return Takeout(
            get(ProfileService),
            get(ResumeService),
            get(JobService),
            get(DocumentService),
            get(AttachmentService),
            get(ActivityService),
            get(EvidenceService),
            get(ContactService),
            get(AddressBookService),
            get(DueService),
            get(InterviewService),
            get(PracticeService),
            get(BriefService),
        )

    takeouts = TakeoutService(database, get(TaskQueue), takeout)
    provider.offer(BackupService, lambda: BackupService(database, database.path.parent))
    provider.offer(ChoosingService, lambda: ChoosingService(settings))
    provider.offer(ClaudeSettings, lambda: ClaudeSettings(get(Claude), settings, price_list(), database.bus))
    provider.offer(TakeoutService, lambda: takeouts)


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.interviews.service.calendar_file import CalendarFileService
    from careercoach_desktop.features.interviews.service.syncing import SyncService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.profile.ui import ProfilePanel
    from careercoach_desktop.features.settings.service import (
        BackupService,
        ChoosingService,
        ClaudeSettings,
        DataDoor,
        TakeoutService,
    )
    from careercoach_desktop.features.settings.ui import pages
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.uikit import Desk
    from careercoach_desktop.foundation.web.browsers import found_browsers

    get, desk = provider.get, provider.get(Desk)
    return pages.settings_page(
        desk,
        choosing=get(ChoosingService),
        claude=get(ClaudeSettings),
        backups=get(BackupService),
        door=get(DataDoor),
        takeout=get(TakeoutService),
        queue=get(TaskQueue),
        sync=get(SyncService),
        calendar_file=get(CalendarFileService),
        find_browsers=found_browsers,
        profile=lambda: ProfilePanel(desk, get(ProfileService)),
        speaking=get(SpeakingService),
    )


def _attend(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import ChoosingService
    from careercoach_desktop.features.settings.ui.appearance import LookKeeper
    from careercoach_desktop.foundation.uikit import Desk

    LookKeeper(provider.get(Desk), provider.get(ChoosingService))


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.settings.cli import add_commands

    add_commands(line)


def _to(section: str) -> Callable[[Provider], None]:
    def go(provider: Provider) -> None:
        from careercoach_desktop.foundation.uikit import Desk

        provider.get(Desk).open("settings", section=section)

    return go


async def _back_up(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import BackupService
    from careercoach_desktop.features.settings.ui.backing_up import back_up_to_file
    from careercoach_desktop.foundation.uikit import Desk

    await back_up_to_file(provider.get(Desk), provider.get(BackupService))


def _show_folder(provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import DataDoor
    from careercoach_desktop.foundation.uikit import Desk

    provider.get(Desk).reveal(provider.get(DataDoor).folder)


FEATURE = Feature(
    "settings",
    _install,
    pages=(Page("settings", "Settings", "gear-six", 99, _page, below=True),),
    attend=_attend,
    commands=_commands,
    actions=(
        Action(
            "settings.back_up", "Back up to a file…", "download-simple", _back_up, keywords=("backup", "export", "save")
        ),
        Action(
            "settings.claude", "Set up Claude", "sparkle", _to("claude"), keywords=("key", "model", "budget", "server")
        ),
        Action("settings.export", "Export everything…", "export", _to("data"), keywords=("zip", "csv", "json", "copy")),
        Action(
            "settings.voice", "Set up speaking in practice", "microphone", _to("voice"), keywords=("voice", "whisper")
        ),
        Action("settings.folder", "Show the data folder", "folder-open", _show_folder, keywords=("files", "disk")),
    ),
)
