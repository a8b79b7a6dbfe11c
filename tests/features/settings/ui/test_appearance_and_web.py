"""The look is a setting that the first paint knows, too; whether a browser may be used, and which one there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.settings.service import ChoosingService
from careercoach_desktop.features.settings.ui.appearance import AppearanceSection, LookKeeper
from careercoach_desktop.features.settings.ui.web_section import WebSection
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk, current_theme, keep_in, recall, remember
from careercoach_desktop.foundation.web.browsers import Browser
from tests.features.settings.ui.conftest import OpenPage
from tests.support.dialogs import words
from tests.support.windows import Await
from tests.support.workspace import Place


def look_section(open_page: OpenPage) -> AppearanceSection:
    section = open_page("appearance").shown()
    assert isinstance(section, AppearanceSection)
    return section


def test_the_look_chosen_is_taken_at_once_kept_and_known_to_the_first_paint(
    open_page: OpenPage, place: Place, desk: Desk, await_: Await, qtbot: QtBot
) -> None:
    section, settings = look_section(open_page), place.get(SettingsService)
    for choice, dark in (("dark", True), ("light", False)):
        with qtbot.waitSignal(desk.undo.changed):
            section.look._choose([key for key, _ in section.look._choices].index(choice))
        assert (current_theme().choice, current_theme().is_dark) == (choice, dark)
        assert recall("appearance.theme", "system") == choice
        qtbot.waitUntil(lambda choice=choice: settings.value("appearance_theme") == choice)
    await_(desk.undo.undo())
    qtbot.waitUntil(lambda: section.look.value() == "dark")


def test_the_card_is_as_tall_as_what_it_holds(open_page: OpenPage, qtbot: QtBot) -> None:
    section = look_section(open_page)
    qtbot.waitUntil(section.look.isVisible)
    qtbot.waitUntil(lambda: section.look.visibleRegion().boundingRect().height() == section.look.height())


def test_a_look_the_environment_has_decided_cannot_be_changed_here(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("CAREERCOACH_APPEARANCE_THEME", "dark")
    section = look_section(open_page)
    said = "Set by the variable CAREERCOACH_APPEARANCE_THEME in the environment."
    qtbot.waitUntil(lambda: said in words(section))
    assert section.look.value() == "dark"
    assert not section.look.isEnabled()


@pytest.fixture
def window_memory(tmp_path: Path) -> None:
    keep_in(tmp_path / "window.ini")
    current_theme().choose("system")


@pytest.mark.usefixtures("window_memory")
class TestFromTheStart:
    """What ``LookKeeper`` does when the data is opened."""

    def test_the_folders_look_is_taken_and_remembered_for_the_next_first_paint(
        self, desk: Desk, place: Place, qtbot: QtBot
    ) -> None:
        place.get(SettingsService).choose(appearance_theme="dark")
        keeper = LookKeeper(desk, place.get(ChoosingService))
        qtbot.waitUntil(lambda: current_theme().is_dark)
        assert recall("appearance.theme", "system") == "dark"
        assert keeper.parent() is desk

    def test_a_look_chosen_with_an_earlier_version_becomes_the_setting(
        self, desk: Desk, place: Place, qtbot: QtBot
    ) -> None:
        remember("appearance.theme", "dark")
        current_theme().choose("dark")
        LookKeeper(desk, place.get(ChoosingService))
        qtbot.waitUntil(lambda: place.get(SettingsService).value("appearance_theme") == "dark")
        assert current_theme().is_dark

    def test_a_look_asked_for_on_the_command_line_stays_until_another_is_chosen(
        self, desk: Desk, place: Place, await_: Await, qtbot: QtBot
    ) -> None:
        settings = place.get(SettingsService)
        settings.choose(appearance_theme="light")
        await_(desk.run(lambda: None))  # what that told is heard by now
        current_theme().choose("dark")
        LookKeeper(desk, place.get(ChoosingService))
        await_(desk.run(lambda: None))
        assert current_theme().is_dark
        settings.choose(appearance_theme="light")
        qtbot.waitUntil(lambda: not current_theme().is_dark)


def test_which_browser_was_found_is_said_and_it_can_be_forbidden(
    open_page: OpenPage, browsers: list[Browser], place: Place, qtbot: QtBot
) -> None:
    browsers.append(Browser("Edge", Path("/opt/edge"), "141.0.1"))
    section = open_page("web").shown()
    assert isinstance(section, WebSection)
    qtbot.waitUntil(lambda: "Edge 141.0.1 was found." in words(section))
    section.use._choose(1)
    qtbot.waitUntil(lambda: place.get(SettingsService).value("web_browser") == "off")


def test_no_browser_is_said_with_what_to_do(open_page: OpenPage, qtbot: QtBot) -> None:
    section = open_page("web").shown()
    qtbot.waitUntil(lambda: any("No Chrome, Edge or Chromium was found." in text for text in words(section)))
