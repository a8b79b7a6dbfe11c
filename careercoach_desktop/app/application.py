"""The application's life: open a workspace, show it, open another, leave cleanly."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from careercoach_desktop.app.actions import all_actions, feature_actions_with_keys
from careercoach_desktop.app.features import FEATURES, pages
from careercoach_desktop.app.garbage import QtThreadCollector
from careercoach_desktop.app.keys import listed
from careercoach_desktop.app.navigation import Navigator
from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.single_instance import FOLDER_KEY, SingleInstance
from careercoach_desktop.app.welcome import FirstCheck, WelcomePage
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.feature import Action, PageDoor, Provider
from careercoach_desktop.foundation.traces import frames
from careercoach_desktop.foundation.uikit import Desk, moment_words, remember

if TYPE_CHECKING:
    from careercoach_desktop.app.palette.door import PaletteDoor
    from careercoach_desktop.app.workspace import Workspace
    from careercoach_desktop.features.settings.service import BackupService

T = TypeVar("T")

log = logging.getLogger(__name__)

FIRST_PAGE = "jobs"
TURN_S = 0.0002
"""How long another thread may keep the interpreter when the Qt thread asks for it, as it does whenever Qt calls back
into Python. Beside one busy thread a frame of 80 cards takes 8 ms with this, 14 with Python's own 5 ms, 4.5 alone."""
BACKUP_LOOK_SECONDS = 3600
"""How often an open window looks whether the day has its backup."""


@dataclass
class _Open:
    """What belongs to the workspace in front and goes with it."""

    desk: Desk
    workspace: Workspace
    navigator: Navigator
    palette: PaletteDoor | None = None
    """Made when it is first asked for."""


class Application(QObject):
    """One for the process. ``live`` returns when the person has left and everything is stopped."""

    def __init__(
        self, window: MainWindow, folder: Path, instance: SingleInstance, *, sample: bool, keeps_folder: bool = False
    ) -> None:
        """``instance`` holds ``folder``. ``keeps_folder``: another folder that is opened is opened next time, too."""
        super().__init__(window)
        self._instance = instance
        self._keeps_folder = keeps_folder
        self._window = window
        self._home = folder
        self._sample = sample
        self._open: _Open | None = None
        self._desk: Desk | None = None
        self._wanted = window.asked_for or FIRST_PAGE
        self._ready = False
        self._kept: Callable[[], None] | None = None
        """What keys asked for while the data was being opened."""
        self._left = asyncio.Event()
        self._turn = asyncio.Lock()
        self._collector = QtThreadCollector(self)
        sys.setswitchinterval(TURN_S)
        self._steps: set[asyncio.Task[None]] = set()
        window.close_requested.connect(lambda: self._step(self._leave()))
        window.page_requested.connect(self._go_to)
        window.search_requested.connect(self._search)
        window.palette_requested.connect(self._toggle_palette)
        window.shortcuts_requested.connect(self._show_shortcuts)
        for action in feature_actions_with_keys(FEATURES):
            window.bind(action.keys, partial(self._run, action))
        window.undo_requested.connect(lambda: self._step(self._undo(redo=False)))
        window.redo_requested.connect(lambda: self._step(self._undo(redo=True)))
        window.sample_banner.acted.connect(lambda: self.open_folder(self._home, sample=False))

    async def live(self) -> None:
        self._step(self._show_folder(self._home, sample=self._sample))
        await self._left.wait()

    def open_folder(self, folder: Path, *, sample: bool = False) -> None:
        """Close what is open and show another folder's data (a restored backup, the sample data, one's own again)."""
        self._step(self._show_folder(folder, sample=sample))

    async def _show_folder(self, folder: Path, *, sample: bool, start_empty: bool = False) -> None:
        async with self._turn:  # opening takes a moment: a second press, or leaving, waits for its end
            if not self._left.is_set():
                await self._replace_workspace(folder, sample=sample, start_empty=start_empty)

    async def _replace_workspace(self, folder: Path, *, sample: bool, start_empty: bool) -> None:
        # Imported here because the first paint must not wait for it.
        from careercoach_desktop.app.workspace import SAMPLE_FOLDER, connected_slots, open_workspace

        if not sample:
            self._instance.move_to(folder)
        if self._open is not None:
            self._wanted = FIRST_PAGE
        await self._close_workspace()
        bus = Bus()
        desk = self._desk = Desk(bus, parent=self)
        desk.set_window(self._window)
        place = folder / SAMPLE_FOLDER if sample else folder
        provider = connected_slots(stands=False)
        provider.offer(Desk, lambda: desk)
        navigator = Navigator(self._window, pages(), provider)
        self._window.sample_banner.set_text("You are looking around with sample data. Nothing here is yours.")
        self._window.sample_banner.setVisible(sample)
        await self._show_first(desk, navigator, place)
        try:  # on a thread of its own: what a page asks meanwhile waits on the desk's
            workspace = await _elsewhere(partial(open_workspace, place, bus, provider, start_empty=start_empty))
        except UserError as problem:
            self._window.drop_pages()
            self._show_recovery(desk, problem, folder, sample=sample)
            return
        if not sample:
            self._home = folder
            if self._keeps_folder:
                remember(FOLDER_KEY, str(folder))
        await self._show_workspace(desk, workspace, navigator, sample=sample)

    async def _show_first(self, desk: Desk, navigator: Navigator, place: Path) -> None:
        """The page that is wanted as a glance at the data finds it; the services it stands on are imported after
        that, because importing takes longer than everything else, and keeps the interpreter from painting."""
        page = next((page for page in pages() if page.name == self._wanted and page.glance is not None), None)
        if page is not None and page.glance is not None and (found := await desk.work(page.glance, place)):
            navigator.fill_first(page.name, found)
            await asyncio.sleep(0)  # a turn of the loop for each of three things that take a while
            navigator.open(page.name)
            await asyncio.sleep(0)
            self._window.repaint()  # now: what comes next keeps the interpreter busy on another thread
            await asyncio.sleep(0)

    async def _show_workspace(self, desk: Desk, workspace: Workspace, navigator: Navigator, *, sample: bool) -> None:
        from careercoach_desktop.app.activity import StripPresenter
        from careercoach_desktop.app.sample import add_sample_data
        from careercoach_desktop.app.sidebar import SidebarPresenter
        from careercoach_desktop.features.activity.service import ActivityService
        from careercoach_desktop.features.settings.service import DataDoor
        from careercoach_desktop.foundation.storage.database import Database
        from careercoach_desktop.foundation.tasks.queue import TaskQueue

        provider = workspace.provider
        provider.get(Database).forbid_this_thread()
        provider.offer(PageDoor, lambda: PageDoor(navigator.show, self._window.current_page))
        provider.offer(DataDoor, lambda: DataDoor(workspace.folder, self.open_folder))
        self._open = _Open(desk, workspace, navigator)
        desk.open_requested.connect(navigator.open)
        sidebar = SidebarPresenter(self._window.sidebar, desk, provider)
        strip = StripPresenter(
            self._window.strip,
            self._window.sidebar,
            desk,
            provider.get(TaskQueue),
            provider.get(ActivityService),
            workspace.folder,
        )
        for feature in FEATURES:
            if feature.attend is not None:
                feature.attend(provider)
        if sample:
            await desk.run(add_sample_data, provider)
        workspace.start()
        await strip.load()
        await sidebar.load()
        is_new = await desk.run(_is_new, provider)
        self._ready = True
        if is_new:
            self._show_welcome(desk, provider, navigator)
        else:
            navigator.open(self._wanted)
        if self._kept is not None:
            self._kept()
            self._kept = None
        self._collector.spare_what_stands()
        desk.start(self._make_safe(desk, provider), owner=self)

    def _show_welcome(self, desk: Desk, provider: Provider, navigator: Navigator) -> None:
        from careercoach_desktop.features.resumes.service import ResumeService
        from careercoach_desktop.features.resumes.ui import FILE_FILTERS, FILE_SUFFIXES, ResumesPage
        from careercoach_desktop.foundation.llm.claude import Claude

        page = WelcomePage(FILE_SUFFIXES)

        async def take(paths: list[Path]) -> None:
            desk.open("resumes")
            resumes_page = self._window.current_page()
            if isinstance(resumes_page, ResumesPage):
                FirstCheck(
                    desk, provider.get(ResumeService), provider.get(Claude), lambda: navigator.current == "resumes"
                )
                resumes_page.add_files(paths)

        async def browse() -> None:
            if paths := await desk.choose_files("Choose your résumé", FILE_FILTERS):
                await take(paths)

        def write() -> None:
            desk.open("resumes")
            resumes_page = self._window.current_page()
            if isinstance(resumes_page, ResumesPage):
                resumes_page.write_new()

        page.files_dropped.connect(lambda paths: desk.start(take(paths), owner=page))
        page.browse_requested.connect(lambda: desk.start(browse(), owner=page))
        page.sample_requested.connect(lambda: self.open_folder(self._home, sample=True))
        page.write_requested.connect(write)
        page.empty_requested.connect(lambda: desk.open(FIRST_PAGE))
        self._window.show_alone(page)

    def _show_recovery(self, desk: Desk, problem: UserError, folder: Path, *, sample: bool) -> None:
        from careercoach_desktop.app.workspace import SAMPLE_FOLDER
        from careercoach_desktop.foundation.storage.opening import DamagedDatabase, recover_from

        place = folder / SAMPLE_FOLDER if sample else folder
        backups = problem.backups if isinstance(problem, DamagedDatabase) else ()
        dated = [(backup.path, moment_words(backup.made)) for backup in backups]
        page = RecoveryPage(problem, place, dated, damaged=isinstance(problem, DamagedDatabase))

        def start_empty() -> None:
            self._step(self._show_folder(folder, sample=sample, start_empty=True))

        async def go_back(backup: Path) -> None:
            await desk.work(recover_from, place, backup)
            self.open_folder(folder, sample=sample)

        async def choose() -> None:
            if (other := await desk.choose_folder("Open another data folder")) is not None:
                self.open_folder(other)

        page.backup_chosen.connect(lambda backup: desk.start(go_back(backup), owner=page))
        page.folder_requested.connect(lambda: desk.start(choose(), owner=page))
        page.retry_requested.connect(lambda: self.open_folder(folder, sample=sample))
        page.empty_requested.connect(start_empty)
        self._window.show_alone(page)

    async def _make_safe(self, desk: Desk, provider: Provider) -> None:
        """In idle moments after the first page stands: the warm child process, then the backup of every day."""
        from careercoach_desktop.features.settings.service import BackupService
        from careercoach_desktop.foundation.storage.search.service import SearchService
        from careercoach_desktop.foundation.tasks.child import ChildProcess

        await asyncio.sleep(0.5)
        await desk.work(provider.get(ChildProcess).warm)
        desk.start(desk.work(provider.get(SearchService).fill_stale), owner=self)
        await asyncio.sleep(5)
        desk.start(_warm_claude(desk, provider), owner=self)
        desk.start(_tidy(desk, provider), owner=self)
        await keep_backed_up(desk, provider.get(BackupService))

    async def _undo(self, *, redo: bool) -> None:
        if self._open is None:
            return
        desk = self._open.desk
        scope = getattr(self._window.current_page(), "undo_scope", None)
        label = await (desk.undo.redo(scope) if redo else desk.undo.undo(scope))
        if label:
            desk.toast(f"{'Redone' if redo else 'Undone'}: {label}", kind="undo")
        elif scope is not None:
            desk.toast(f"Nothing left to {'redo' if redo else 'undo'} here", kind="undo")

    def _go_to(self, page: str) -> None:
        """A click that comes while the data is still being opened is kept, not lost."""
        if self._open is not None and self._ready:
            self._open.desk.open(page)
        else:
            self._wanted = page

    def _search(self) -> None:
        if self._open is None or not self._ready:
            self._kept = self._search
        else:
            self._open.navigator.search()

    def _toggle_palette(self) -> None:
        opened = self._open
        if opened is None or not self._ready:
            self._kept = self._toggle_palette
            return
        if opened.palette is None:
            from careercoach_desktop.app.palette.door import PaletteDoor

            actions = all_actions(FEATURES, pages(), self._window.ask)
            opened.palette = PaletteDoor(self._window, opened.desk, opened.workspace.provider, actions)
        opened.palette.toggle()

    def _run(self, action: Action) -> None:
        """An action's keys were pressed; while the data is still being opened that is kept, not lost."""
        if self._open is None or not self._ready:
            self._kept = partial(self._run, action)
        else:
            from careercoach_desktop.app.palette.door import run_action

            run_action(action, self._open.workspace.provider, self._open.desk)

    def _show_shortcuts(self) -> None:
        from careercoach_desktop.app.shortcuts_dialog import ShortcutsDialog

        groups = listed(pages(), FEATURES, feature_actions_with_keys(FEATURES))
        if self._desk is not None and self._window.findChild(ShortcutsDialog) is None:
            self._desk.start(ShortcutsDialog(groups, self._window).answer(), owner=self)

    async def _leave(self) -> None:
        async with self._turn:
            await self._close_workspace()
            self._window.close_for_good()
            self._collector.stop()
            self._left.set()

    async def _close_workspace(self) -> None:
        """Close what is open; a recovery page has a desk but no workspace."""
        closing, self._open, self._ready = self._open, None, False
        desk, self._desk = self._desk, None
        if desk is None:
            return
        if closing is not None and closing.palette is not None:
            closing.palette.palette.close_palette()
            closing.palette.palette.deleteLater()
        self._collector.look_at_everything()
        self._window.hide_page()
        for toast in desk.toasts.toasts if desk.toasts is not None else ():
            toast.leave()  # its button would act on data that is closed
        await desk.drain()
        if closing is not None:  # before the desk waits for its threads: they may wait for the child process
            await _elsewhere(closing.workspace.stop_work)
        await desk.close()
        self._window.drop_pages()
        if closing is not None:
            await _elsewhere(closing.workspace.close)
        desk.deleteLater()

    def _step(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run one step of the application's own life; its failure is a bug and must not pass unseen."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._steps.add(task)

        def done(finished: asyncio.Task[None]) -> None:
            self._steps.discard(finished)
            if not finished.cancelled() and (error := finished.exception()) is not None:
                log.error("a step of the application failed: %s", frames(error))
                if self._desk is not None:
                    self._desk.report(error)

        task.add_done_callback(done)


async def keep_backed_up(desk: Desk, backups: BackupService) -> None:
    """See to it that every day has its backup, for as long as the desk is open; that may be weeks."""
    while True:
        try:
            await desk.work(backups.back_up_daily)
        except UserError as problem:  # told now and tried again: the disk may have room by then
            desk.report(problem)
        await asyncio.sleep(BACKUP_LOOK_SECONDS)


async def _tidy(desk: Desk, provider: Provider) -> None:
    """Let every feature forget what was removed long ago."""
    for feature in FEATURES:
        if feature.tidy is not None:
            await desk.work(feature.tidy, provider)


async def _warm_claude(desk: Desk, provider: Provider) -> None:
    """Load what a call needs, where there is a key. A keychain that stays locked is said when Claude is wanted."""
    from careercoach_desktop.foundation.llm.claude import Claude

    try:
        await desk.work(provider.get(Claude).warm)
    except UserError as problem:
        log.info("Claude is not made ready: %s", problem.code)


async def _elsewhere(function: Callable[[], T]) -> T:
    """On a thread that belongs to nobody, while the window goes on painting."""
    return await asyncio.get_running_loop().run_in_executor(None, function)


def _is_new(provider: Provider) -> bool:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.resumes.service import ResumeService

    return not provider.get(JobService).count(with_archived=True) and not provider.get(ResumeService).cards()
