"""The voice section says what this computer can do, and what to do where it can't yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.practice.service.speaking import FETCH
from careercoach_desktop.features.settings.ui import voice_section
from careercoach_desktop.features.settings.ui.settings_page import SettingsPage
from careercoach_desktop.features.settings.ui.voice_section import VoiceSection
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.speech import KNOWN_MODELS, SpeechModels, models_folder
from tests.support.model_hub import lay_down
from tests.support.workspace import Place


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Not the cache of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


BASE = next(model for model in KNOWN_MODELS if model.name == "base")


def voice(open_page: Callable[..., SettingsPage]) -> VoiceSection:
    section = open_page("voice").shown()
    assert isinstance(section, VoiceSection)
    return section


def test_without_the_extra_it_says_how_to_install_it(open_page: Callable[..., SettingsPage], qtbot: QtBot) -> None:
    section = voice(open_page)
    qtbot.waitUntil(lambda: "transcription]" in section._command.text())
    assert "answers are typed" in section._said.text()
    assert not any(row.fetch.isVisible() for row in section.rows.values())


def test_a_bundle_is_not_told_of_commands_that_would_do_nothing(
    open_page: Callable[..., SettingsPage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_section, "how_to_add", lambda *_parts: "")
    section = voice(open_page)
    qtbot.waitUntil(lambda: "can’t be added" in section._missing.text())
    assert not section._command.isVisible()


def test_a_model_that_came_in_part_can_be_gone_on_with_or_removed(
    open_page: Callable[..., SettingsPage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SpeechModels, "can_recognise", property(lambda _self: True))
    part = models_folder() / "base.part"
    part.mkdir(parents=True)
    with (part / "model.bin").open("wb") as file:
        file.truncate(52_000_000)
    row = voice(open_page).rows["base"]
    qtbot.waitUntil(row.fetch.isVisible)
    assert row._state.text() == "35 % are here"
    assert row.fetch.text() == "Fetch the rest"
    row.remove.click()
    qtbot.waitUntil(lambda: row.fetch.text() == "Fetch")
    assert not part.exists()
    assert not row.remove.isVisible()


def test_without_qts_sound_nothing_is_promised(
    open_page: Callable[..., SettingsPage], place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SpeechModels, "can_recognise", property(lambda _self: True))
    monkeypatch.setattr(voice_section, "has_sound", lambda: False)
    lay_down(BASE, models_folder())
    place.get(SettingsService).choose(speech_model="base")
    section = voice(open_page)
    qtbot.waitUntil(lambda: "[voice]" in section._command.text())
    assert "can be spoken" not in section._said.text()


def test_a_model_is_fetched_used_and_removed(
    open_page: Callable[..., SettingsPage], place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SpeechModels, "can_recognise", property(lambda _self: True))
    monkeypatch.setattr(voice_section, "has_sound", lambda: True)
    section = voice(open_page)
    row = section.rows["base"]
    qtbot.waitUntil(row.fetch.isVisible)
    row.fetch.click()
    qtbot.waitUntil(lambda: not row.fetch.isVisible())
    coming = next(task for task in place.queue.active() if task.kind == FETCH)
    place.queue.cancel(coming.id)
    qtbot.waitUntil(row.fetch.isVisible)

    lay_down(BASE, models_folder())
    place.get(SettingsService).choose(speech_model="base")
    qtbot.waitUntil(row.remove.isVisible)
    assert not row.choose.isVisible()
    assert row._state.text() == "On this computer"
    assert "can be spoken" in section._said.text()
    row.remove.click()
    qtbot.waitUntil(row.fetch.isVisible)
    assert place.get(SettingsService).current().speech_model == ""


def test_what_becomes_of_the_sound_is_chosen_here(
    open_page: Callable[..., SettingsPage], place: Place, qtbot: QtBot
) -> None:
    section = voice(open_page)
    qtbot.waitUntil(lambda: section.keep.value() == "off")
    section.keep.changed.emit("on")
    qtbot.waitUntil(lambda: place.get(SettingsService).current().keep_recordings == "on")
