"""From the arguments to the first painted window, and from there into the event loop (the only place with qasync)."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from careercoach_desktop.app.features import pages
from careercoach_desktop.app.single_instance import FOLDER_KEY, SingleInstance
from careercoach_desktop.app.window import MainWindow
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import private_folder
from careercoach_desktop.foundation.uikit import current_theme, keep_in, recall


@dataclass(frozen=True)
class Launch:
    """How the application was started. ``folder`` None means the system's place for application data."""

    folder: Path | None = None
    sample: bool = False
    theme: str | None = None


def run(launch: Launch) -> int:
    """Returns the exit code when the window was closed, or at once when a first window was raised instead."""
    QCoreApplication.setApplicationName("CareerCoach")
    QCoreApplication.setOrganizationName("CareerCoach")
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationDisplayName("Career Coach")
    application.setQuitOnLastWindowClosed(False)
    home = launch.folder or _default_folder()
    with suppress(OSError, UserError):  # opening the folder says in the window why it can't be used
        private_folder(home)
    keep_in(home / "window.ini")
    folder = home if launch.folder else _chosen_folder(home)
    first = SingleInstance(folder)
    if not first.claim():
        return 0
    current_theme().choose(launch.theme or recall("appearance.theme", "system"))
    window = MainWindow(pages())
    window.show_opening("jobs")
    window.show()
    application.processEvents()  # painted now: what is imported next must not keep the person waiting
    first.raise_requested.connect(lambda: _come_forward(window))
    _live(application, window, folder, first, launch)
    first.release()
    return 0


def _live(application: QApplication, window: MainWindow, folder: Path, first: SingleInstance, launch: Launch) -> None:
    from qasync import QEventLoop

    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_live_in_loop(window, folder, first, launch))


async def _live_in_loop(window: MainWindow, folder: Path, first: SingleInstance, launch: Launch) -> None:
    from careercoach_desktop.app.application import Application

    # On a thread, because it touches the disk.
    await asyncio.get_running_loop().run_in_executor(None, _keep_logs, folder / "logs")
    await Application(window, folder, first, sample=launch.sample, keeps_folder=launch.folder is None).live()


def _keep_logs(folder: Path) -> None:
    from careercoach_desktop.app.logs import keep_logs_in

    keep_logs_in(folder)


def _chosen_folder(home: Path) -> Path:
    """The folder opened last (a restored backup, say), while it is still there; otherwise ``home``."""
    chosen = recall(FOLDER_KEY, "")
    return Path(chosen) if chosen and Path(chosen).is_dir() else home


def _default_folder() -> Path:
    from careercoach_desktop.app.workspace import default_folder

    return default_folder()


def _come_forward(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
