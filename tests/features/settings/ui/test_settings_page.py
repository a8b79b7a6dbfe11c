"""The settings page: the look is remembered, one's data can be copied to a file and brought back from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop import __version__
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.profile.ui import ProfilePanel
from careercoach_desktop.features.settings.service import BackupService, DataDoor
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.uikit import Desk, Dialog, SegmentedControl, current_theme, keep_in, recall
from tests.features.tailoring.engine.people import DATA_JOB
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.workspace import Place, rows_of


@pytest.fixture
def opened() -> list[Path]:
    """The folders the application was asked to open."""
    return []


@pytest.fixture
def page(
    desk: Desk, backups: BackupService, place: Place, opened: list[Path], tmp_path: Path, show: Callable[..., QWidget]
) -> Iterator[SettingsPage]:
    keep_in(tmp_path / "window.ini")
    panel = ProfilePanel(desk, place.get(ProfileService))
    made = SettingsPage(desk, backups, DataDoor(place.folder, opened.append), panel)
    window = show(made)
    window.resize(1000, 900)
    desk.set_window(window)
    yield made
    current_theme().choose("light")


def choosing(monkeypatch: pytest.MonkeyPatch, desk: Desk, **answers: object) -> None:
    """What the person answers in the system's own file dialogs."""
    for name, given in answers.items():

        async def chosen(*_args: object, given: object = given, **_kwargs: object) -> object:
            return given

        monkeypatch.setattr(desk, name, chosen)


def test_the_look_chosen_is_taken_at_once_and_remembered(page: SettingsPage) -> None:
    look = next(each for each in page.findChildren(SegmentedControl) if each.accessibleName() == "Look")
    for choice, dark in (("dark", True), ("light", False)):
        look.set_value(choice)
        look.changed.emit(choice)
        assert (current_theme().choice, current_theme().is_dark) == (choice, dark)
        assert recall("appearance.theme", "system") == choice


def test_it_says_where_everything_is_and_what_this_is(page: SettingsPage, place: Place) -> None:
    assert str(place.folder) in words(page)
    assert f"Career Coach {__version__}" in words(page)


def test_a_backup_is_made_where_the_person_says(
    page: SettingsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "no backup yet" in words(page))
    choosing(monkeypatch, desk, choose_save=tmp_path / "mine.careercoach")
    button(page, "Back up to a file …").click()
    qtbot.waitUntil(lambda: toasts(desk) == ["Everything is in mine.careercoach."])
    assert (tmp_path / "mine.careercoach").stat().st_size > 0


def test_a_backup_that_cannot_be_written_is_said(
    page: SettingsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choosing(monkeypatch, desk, choose_save=tmp_path / "gone" / "mine.careercoach")
    button(page, "Back up to a file …").click()
    qtbot.waitUntil(lambda: any(said.startswith("The folder for the backup is not there.") for said in toasts(desk)))


def test_the_daily_backup_shows_when_it_was_made(page: SettingsPage, backups: BackupService, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "no backup yet" in words(page))
    backups.back_up_daily()
    qtbot.waitUntil(lambda: any(text.startswith("last backup ") for text in words(page)))


@pytest.mark.parametrize(("pressed", "opens"), [("Open it now", True), ("Later", False)])
def test_a_restored_backup_can_be_opened(
    page: SettingsPage,
    place: Place,
    backups: BackupService,
    desk: Desk,
    tmp_path: Path,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    pressed: str,
    opens: bool,
) -> None:
    place.add_job(DATA_JOB)
    backup, folder = tmp_path / "mine.careercoach", tmp_path / "restored"
    folder.mkdir()
    backups.back_up_to(backup)
    choosing(monkeypatch, desk, choose_files=[backup], choose_folder=folder)
    button(page, "Restore a backup …").click()
    asked = dialog(qtbot, Dialog)
    assert asked.windowTitle() == "The backup is restored"
    answer(qtbot, asked, pressed)
    qtbot.waitUntil(lambda: opened == ([folder] if opens else []))
    assert rows_of(folder / DATABASE_NAME)["job"] == rows_of(place.database.path)["job"]


def test_restoring_into_a_folder_with_something_in_it_is_refused(
    page: SettingsPage,
    place: Place,
    backups: BackupService,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    backup = tmp_path / "mine.careercoach"
    backups.back_up_to(backup)
    choosing(monkeypatch, desk, choose_files=[backup], choose_folder=place.folder)
    button(page, "Restore a backup …").click()
    qtbot.waitUntil(lambda: any("is not empty" in said for said in toasts(desk)))
