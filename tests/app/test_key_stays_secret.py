"""A key entered in the window is in the keychain and on the way to its own server, and nowhere else."""

from __future__ import annotations

import logging
import multiprocessing
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.logs import keep_logs_in
from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.features.settings.service import BackupService, TakeoutService
from careercoach_desktop.features.settings.ui.claude_section import ClaudeSection
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.uikit import remembered
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.application import Running
from tests.support.claude import ClaudeServer
from tests.support.windows import Await

WRONG = "sk-ant-api03-a-key-that-was-mistyped-at-first-9876"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """The application's own log, with everything any library says."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    keep_logs_in(tmp_path / "logs")
    root.setLevel(logging.DEBUG)
    yield tmp_path / "logs" / "careercoach.log"
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks


def everything_written(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below, and every file inside every archive among them."""
    for path in sorted(place.rglob("*")):
        if not path.is_file():
            continue
        yield str(path), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path}: {name}", archive.read(name)


def said_to_children() -> bytes:
    """Arguments and environment of every process started from here (where the system shows them)."""
    said = b""
    for child in multiprocessing.active_children():
        for name in ("cmdline", "environ"):
            shown = Path(f"/proc/{child.pid}/{name}")
            said += shown.read_bytes() if shown.exists() else b""
    return said


def test_the_key_is_nowhere_but_in_the_keychain(
    running: Running,
    claude: ClaudeServer,
    keychain: MemoryKeychain,
    logged: Path,
    tmp_path: Path,
    await_: Await,
    qtbot: QtBot,
) -> None:
    secret = claude.settings.key = "sk-ant-api03-the-secret-of-lena-marsh-1234"
    running.start()
    running.page(WelcomePage)
    desk, provider = running.desk, running.provider
    await_(desk.run(lambda: provider.get(SettingsService).choose(claude_endpoint=claude.url)))
    desk.open("settings", section="claude")
    section = running.page(SettingsPage).shown()
    assert isinstance(section, ClaudeSection)
    qtbot.waitUntil(section.key.replace.isVisible)
    section.key.replace.click()

    section.key.field.setText(WRONG)
    section.key.try_typed.click()
    qtbot.waitUntil(lambda: "does not accept" in section.key.said.text(), timeout=20_000)
    section.key.field.setText(secret)
    section.key.save.click()
    qtbot.waitUntil(lambda: secret in keychain.kept.values())
    qtbot.waitUntil(section.key.test.isVisible)
    section.key.test.click()
    qtbot.waitUntil(lambda: section.key.said.text() == "Your key works.", timeout=20_000)
    assert {one.key for one in claude.requests(None)} == {"wrong", "right"}

    await_(desk.work(provider.get(ChildProcess).warm))
    await_(desk.work(provider.get(TakeoutService).write, tmp_path / "everything.zip"))
    await_(desk.work(provider.get(BackupService).back_up_to, tmp_path / "mine.careercoach"))
    await_(desk.work(provider.get(BackupService).back_up_daily))
    children = said_to_children()
    running.leave()
    assert remembered._memory.file is not None
    remembered._memory.file.sync()

    written = dict(everything_written(tmp_path))
    names = " ".join(written)
    for expected in ("careercoach.db", "window.ini", "careercoach.log", "everything.zip: README.txt", "automatic-"):
        assert expected in names
    assert written[str(logged)], "nothing was logged to look at"
    for key in (secret, WRONG):
        traces = (key.encode(), key[len("sk-ant-api03-") :].encode(), key.encode("utf-16-le"))
        leaks = [name for name, content in written.items() if any(trace in content for trace in traces)]
        assert leaks == []
        assert key.encode() not in children
