"""A window that stays open for days makes the backup of each of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.app import application
from careercoach_desktop.app.application import keep_backed_up
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.foundation.storage.backup import list_backups
from careercoach_desktop.foundation.uikit import Desk
from tests.support.workspace import Place


def test_every_day_has_its_backup_and_a_full_disk_ends_nothing(
    desk: Desk, place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "BACKUP_LOOK_SECONDS", 0.02)
    blocked = place.folder / "backups"
    blocked.write_text("no folder: as if nothing could be written there")
    told: list[str] = []
    monkeypatch.setattr(desk, "report", lambda problem: told.append(problem.code))
    watch = desk.start(keep_backed_up(desk, place.get(BackupService)))
    qtbot.waitUntil(lambda: "folder-is-file" in told)
    blocked.unlink()
    qtbot.waitUntil(lambda: len(list_backups(place.folder)) == 1)
    (today,) = list_backups(place.folder)
    today.path.rename(today.path.with_name("automatic-2026-01-05-090000.db"))  # a night passes
    qtbot.waitUntil(lambda: len(list_backups(place.folder)) == 2)
    watch.cancel()
    qtbot.waitUntil(watch.done)
