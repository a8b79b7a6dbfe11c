"""Settings: stored in the file, overridden by the environment, refused with a reason when they are none."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import Origin, Settings, SettingsChanged
from careercoach_desktop.foundation.settings.service import SettingsService, variable_of
from careercoach_desktop.foundation.settings.store import SettingStore
from careercoach_desktop.foundation.storage.database import Database


def test_before_anybody_chose_the_defaults_hold(database: Database) -> None:
    settings = SettingsService(database, {})
    assert settings.current() == Settings()
    assert settings.origin("claude_endpoint") is Origin.DEFAULT


def test_what_was_chosen_is_there_after_the_next_start(database: Database) -> None:
    told: list[SettingsChanged] = []
    database.bus.after(SettingsChanged, told.append)
    SettingsService(database, {}).choose(claude_model_writing="claude-opus-5-5", claude_monthly_budget=None)
    again = SettingsService(database, {})
    assert again.current().claude_model_writing == "claude-opus-5-5"
    assert again.current().claude_monthly_budget is None
    assert again.origin("claude_monthly_budget") is Origin.STORED
    assert told == [SettingsChanged(("claude_model_writing", "claude_monthly_budget"))]


def test_forgetting_a_choice_brings_the_default_back(database: Database) -> None:
    settings = SettingsService(database, {})
    settings.choose(web_browser="off")
    settings.forget("web_browser")
    assert settings.current().web_browser == "auto"


def test_a_variable_wins_over_what_is_stored_and_an_empty_one_says_nothing(database: Database) -> None:
    SettingsService(database, {}).choose(claude_model_reading="stored", claude_model_writing="stored")
    variables = {"CAREERCOACH_CLAUDE_MODEL_READING": "named", "CAREERCOACH_CLAUDE_MODEL_WRITING": ""}
    settings = SettingsService(database, variables)
    assert settings.current().claude_model_reading == "named"
    assert settings.current().claude_model_writing == "stored"
    assert settings.origin("claude_model_reading") is Origin.ENVIRONMENT


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_has_a_variable_and_says_what_it_is(database: Database, name: str) -> None:
    assert Settings.model_fields[name].description
    default = getattr(Settings(), name)
    other = {
        "appearance_theme": "dark",
        "claude_endpoint": "http://localhost:11434",
        "claude_monthly_budget": "25",
        "claude_environment_key": "no",
        "claude_contact": "sent",
        "claude_at_once": "4",
        "claude_budget_lifted": "2026-11",
        "web_browser": "off",
        "notifications": "off",
        "reminder_deadline_days": "5",
        "reminder_no_answer_days": "21",
        "claude_web_search": "off",
        "claude_search_price": "12",
        "interview_notices": "120",
        "speech_model": "base",
        "keep_recordings": "on",
    }.get(name, "another-model")
    assert getattr(SettingsService(database, {variable_of(name): other}).current(), name) != default


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("claude_monthly_budget", "-1", "greater than or equal to 0"),
        ("claude_monthly_budget", "a lot", "valid number"),
        ("appearance_theme", "pink", "'system', 'light' or 'dark'"),
        ("claude_endpoint", "ftp://models.example", "starts with https://"),
        ("claude_endpoint", "http://models.example", "must be reached by https://"),
        ("claude_endpoint", "https://me:secret@models.example", "holds no key"),
        ("claude_endpoint", "https://models.example/?key=1", "holds no key"),
        ("claude_endpoint", "http://[::1", "not the address of a server"),
    ],
)
def test_what_is_no_value_is_refused_with_the_reason(database: Database, name: str, text: str, reason: str) -> None:
    settings = SettingsService(database, {})
    with pytest.raises(UserError, match=reason) as refusal:
        settings.choose(**{name: settings.parsed(name, text)})
    assert refusal.value.code == "setting-invalid"
    assert settings.origin(name) is Origin.DEFAULT


def test_a_variable_that_is_no_value_is_named(database: Database) -> None:
    with pytest.raises(UserError, match="CAREERCOACH_APPEARANCE_THEME"):
        SettingsService(database, {"CAREERCOACH_APPEARANCE_THEME": "pink"}).current()


def test_an_unknown_setting_is_answered_with_those_there_are(database: Database) -> None:
    with pytest.raises(UserError, match="claude_endpoint") as refusal:
        SettingsService(database, {}).value("colour")
    assert refusal.value.code == "setting-unknown"


@pytest.mark.parametrize("word", ["none", "None", "off"])
def test_a_budget_can_be_lifted_in_words(database: Database, word: str) -> None:
    assert SettingsService(database, {}).parsed("claude_monthly_budget", word) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://api.anthropic.com/", ""),
        (" http://localhost:11434/ ", "http://localhost:11434"),
        ("http://192.168.1.20:1234", "http://192.168.1.20:1234"),
        ("https://gateway.example/claude", "https://gateway.example/claude"),
        ("http://localhost:1234/v1/", "http://localhost:1234"),
        ("https://api.anthropic.com/v1", ""),
    ],
)
def test_endpoints_are_kept_in_one_form(database: Database, typed: str, kept: str) -> None:
    settings = SettingsService(database, {})
    settings.choose(claude_endpoint=typed)
    assert settings.current().claude_endpoint == kept


def test_a_setting_of_a_later_version_is_left_alone(database: Database) -> None:
    from careercoach_desktop.foundation.settings.store import SettingStore

    with database.write() as unit:
        SettingStore(unit.session).put("of_tomorrow", "1")
    assert SettingsService(database, {}).current() == Settings()


def test_a_value_that_only_a_later_version_knew_is_named_and_can_be_chosen_anew(database: Database) -> None:
    """No default takes its place unasked: that of the endpoint would send a résumé elsewhere."""
    settings = SettingsService(database, {})
    with database.write() as unit:
        SettingStore(unit.session).put("claude_endpoint", '"unix:/run/model"')
    with pytest.raises(UserError, match="claude_endpoint") as problem:
        settings.current()
    assert problem.value.code == "setting-invalid"
    settings.choose(claude_endpoint="http://localhost:11434")
    assert settings.current().claude_endpoint == "http://localhost:11434"
