"""When the data can't be opened: a page instead of a crash, nothing touched, and every way out of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app.recovery import RecoveryPage
from careercoach_desktop.app.welcome import WelcomePage
from careercoach_desktop.app.workspace import open_workspace
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.uikit import Button
from tests.support.application import Running, at_work
from tests.support.dialogs import button, words


def lived_in(folder: Path, *, backed_up: bool) -> Path:
    """A data folder with one job in it; its data file."""
    workspace = open_workspace(folder, Bus())
    workspace.provider.get(JobService).add_manually(Posting(title="Baker"))
    if backed_up:
        workspace.provider.get(BackupService).back_up_daily()
    workspace.close()
    if not backed_up:
        shutil.rmtree(folder / "backups")
    return folder / DATABASE_NAME


def damage(file: Path) -> bytes:
    content = file.read_bytes()
    file.write_bytes(content[:1000] + b"\xff" * 30_000 + content[31_000:])
    return file.read_bytes()


def offered(page: RecoveryPage) -> list[str]:
    return [one.text() for one in page.findChildren(Button) if one.isVisible()]


def test_a_newer_file_is_left_alone_until_the_program_is_updated(running: Running, qtbot: QtBot) -> None:
    file = lived_in(running.folder, backed_up=True)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    running.start()
    page = running.page(RecoveryPage)
    assert any("newer version of Career Coach" in text for text in words(page))
    assert offered(page) == ["Try again", "Open another folder…"]
    assert not running.window.sidebar.isVisible()
    assert file.read_bytes() == before
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision_of(running.folder),))
    connection.close()
    button(page, "Try again").click()
    running.page(JobsPage)


def revision_of(folder: Path) -> str:
    (backup,) = (folder / "backups").glob("*.db")
    with sqlite3.connect(backup) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_damaged_file_goes_back_to_its_backup_and_is_kept(running: Running, qtbot: QtBot) -> None:
    damaged = damage(lived_in(running.folder, backed_up=True))
    running.start()
    page = running.page(RecoveryPage)
    assert "Your data file is damaged." in words(page)
    restore = next(one for one in page.findChildren(Button) if one.text().startswith("Go back to the backup of "))
    restore.click()
    jobs = running.page(JobsPage)
    qtbot.waitUntil(lambda: jobs.board.cards.total() == 1)
    kept = [path for path in running.folder.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in kept] == [damaged]


def test_a_damaged_file_without_backups_can_be_set_aside_to_start_empty(running: Running) -> None:
    damaged = damage(lived_in(running.folder, backed_up=False))
    running.start()
    page = running.page(RecoveryPage)
    assert offered(page) == ["Start empty", "Try again", "Open another folder…"]
    button(page, "Start empty").click()
    running.page(WelcomePage)
    kept = [path for path in running.folder.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in kept] == [damaged]


def test_another_folder_can_be_opened_instead(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(lived_in(running.folder, backed_up=False))
    lived_in(tmp_path / "other", backed_up=False)

    async def chosen(_title: str) -> Path:
        return tmp_path / "other"

    running.start()
    page = running.page(RecoveryPage)
    monkeypatch.setattr(running.desk, "choose_folder", chosen)  # the system's own file dialog
    button(page, "Open another folder…").click()
    running.page(JobsPage)


def test_leaving_from_here_leaves_nothing_behind(running: Running, tmp_path: Path) -> None:
    damage(lived_in(running.folder, backed_up=False))
    before = at_work()
    running.start()
    running.page(RecoveryPage)
    running.application.open_folder(running.folder)
    running.leave()
    assert at_work() == before


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere; become nobody for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_that_cannot_be_written_is_said(running: Running) -> None:
    place = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    running.folder = place
    try:
        place.chmod(0o555)
        with ordinary_user():
            running.start()
            page = running.page(RecoveryPage)
        assert offered(page) == ["Try again", "Open another folder…"]
        assert list(place.iterdir()) == []
        place.chmod(0o755)
        button(page, "Try again").click()
        running.page(WelcomePage)
        running.leave()
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)
