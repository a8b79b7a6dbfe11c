"""The settings page: sections beside their list; one's data can be copied, brought back and taken out."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careercoach_desktop import __version__
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.settings.service import BackupService
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.foundation.storage.files import DATABASE_NAME
from careercoach_desktop.foundation.uikit import Desk, Dialog
from tests.features.settings.ui.conftest import OpenPage
from tests.features.tailoring.engine.people import DATA_JOB
from tests.support.dialogs import answer, button, dialog, toasts, words
from tests.support.workspace import Place, rows_of


@pytest.fixture
def page(open_page: OpenPage) -> SettingsPage:
    return open_page("data")


def choosing(monkeypatch: pytest.MonkeyPatch, desk: Desk, **answers: object) -> None:
    """What the person answers in the system's own file dialogs."""
    for name, given in answers.items():

        async def chosen(*_args: object, given: object = given, **_kwargs: object) -> object:
            return given

        monkeypatch.setattr(desk, name, chosen)


def test_each_section_is_built_when_it_is_first_looked_at(page: SettingsPage) -> None:
    assert list(page._built) == ["profile", "data"]
    page.open_section("about")
    assert page.shown() is page._built["about"]
    page.open_section("nowhere")
    assert page.section == "about"


def test_the_arrow_keys_go_through_the_sections(page: SettingsPage, qtbot: QtBot) -> None:
    page._list._entries["data"].setFocus()
    qtbot.keyClick(page._list._entries["data"], Qt.Key.Key_Down)
    assert page.section == "about"
    qtbot.keyClick(page._list._entries["about"], Qt.Key.Key_Up)
    assert page.section == "data"


def test_it_says_where_everything_is_and_what_this_is(page: SettingsPage, place: Place) -> None:
    assert str(place.folder) in words(page)
    page.open_section("about")
    assert f"Career Coach {__version__}" in words(page)


def test_a_backup_is_made_where_the_person_says(
    page: SettingsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "No backup yet" in words(page))
    choosing(monkeypatch, desk, choose_save=tmp_path / "mine.careercoach")
    button(page, "Back up to a file…").click()
    qtbot.waitUntil(lambda: toasts(desk) == ["Everything is in mine.careercoach."])
    assert (tmp_path / "mine.careercoach").stat().st_size > 0


def test_a_backup_that_cannot_be_written_is_said(
    page: SettingsPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choosing(monkeypatch, desk, choose_save=tmp_path / "gone" / "mine.careercoach")
    button(page, "Back up to a file…").click()
    qtbot.waitUntil(lambda: any(said.startswith("The folder for the backup is not there.") for said in toasts(desk)))


def test_the_daily_backup_shows_when_it_was_made(page: SettingsPage, backups: BackupService, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "No backup yet" in words(page))
    backups.back_up_daily()
    qtbot.waitUntil(lambda: any(text.startswith("Last backup ") for text in words(page)))


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
    button(page, "Restore a backup…").click()
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
    button(page, "Restore a backup…").click()
    qtbot.waitUntil(lambda: any("is not empty" in said for said in toasts(desk)))


def test_everything_is_exported_to_one_file_and_shown_where(
    page: SettingsPage, place: Place, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    place.queue.start()
    choosing(monkeypatch, desk, choose_save=tmp_path / "mine.zip")
    button(page, "Export everything…").click()
    qtbot.waitUntil(lambda: "Everything is in mine.zip." in toasts(desk))
    assert zipfile.is_zipfile(tmp_path / "mine.zip")
    qtbot.waitUntil(button(page, "Export everything…").isEnabled)


def test_an_export_shows_how_far_it_is_and_can_be_stopped(
    page: SettingsPage, place: Place, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reached, goes_on = threading.Event(), threading.Event()
    profiles = place.get(ProfileService)
    profile = profiles.profile

    def held() -> object:
        reached.set()
        goes_on.wait(10)
        return profile()

    monkeypatch.setattr(profiles, "profile", held)
    place.queue.start()
    choosing(monkeypatch, desk, choose_save=tmp_path / "mine.zip")
    button(page, "Export everything…").click()
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(lambda: "Profile" in words(page.shown()))
    assert not button(page, "Export everything…").isEnabled()
    button(page, "Cancel the export").click()
    qtbot.waitUntil(lambda: "Stopping…" in words(page.shown()))
    goes_on.set()
    qtbot.waitUntil(button(page, "Export everything…").isEnabled)
    assert not (tmp_path / "mine.zip").exists()
