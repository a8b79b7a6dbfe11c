"""Choices can be taken back exactly; setting up Claude says how things stand without asking anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from careercoach_desktop.features.settings.model import ModelWarning
from careercoach_desktop.features.settings.service import ChoosingService, ClaudeSettings
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Lifecycle, ModelList, ModelOption
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.model import Origin
from careercoach_desktop.foundation.settings.service import SettingsService
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place

TODAY = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def choosing(place: Place) -> ChoosingService:
    return place.get(ChoosingService)


def on_that_day(place: Place) -> ClaudeSettings:
    """As it was looked at on a day that is known."""
    settings = place.get(SettingsService)
    return ClaudeSettings(place.get(Claude), settings, price_list(), place.database.bus, clock=lambda: TODAY)


def test_a_first_choice_taken_back_is_nobodys_choice_again(place: Place, choosing: ChoosingService) -> None:
    settings = place.get(SettingsService)
    first = choosing.choose("appearance_theme", "dark")
    second = choosing.choose("appearance_theme", "light")
    choosing.take_back(second)
    assert (settings.value("appearance_theme"), settings.origin("appearance_theme")) == ("dark", Origin.STORED)
    choosing.take_back(first)
    assert (settings.value("appearance_theme"), settings.origin("appearance_theme")) == ("system", Origin.DEFAULT)


def test_an_older_choice_is_adopted_once(place: Place, choosing: ChoosingService) -> None:
    choosing.adopt("appearance_theme", "dark")
    choosing.adopt("appearance_theme", "light")
    assert place.get(SettingsService).value("appearance_theme") == "dark"


def test_what_the_environment_has_decided_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCOACH_WEB_BROWSER", "off")
    in_force = place.get(ChoosingService).in_force()
    assert in_force.decided == {"web_browser": "CAREERCOACH_WEB_BROWSER"}
    assert in_force.settings.web_browser == "off"


def test_looking_at_how_things_stand_asks_no_server(
    place: Place, claude: ClaudeServer, keychain: MemoryKeychain
) -> None:
    place.get(SettingsService).choose(claude_endpoint=claude.url)
    service = place.get(ClaudeSettings)
    service.keep_key(claude.key)
    overview = service.overview()
    assert overview.status is not None
    assert (overview.status.key_place, overview.status.keychain) == ("keychain", "test keychain")
    assert claude.requests(None) == []


def test_a_locked_keychain_is_part_of_how_things_stand(place: Place, locked_keychain: MemoryKeychain) -> None:
    overview = place.get(ClaudeSettings).overview()
    assert overview.status is None
    assert overview.keychain_problem is not None
    assert overview.keychain_problem.code == "keychain-locked"


def test_a_key_is_tested_against_its_server_before_it_is_kept(
    place: Place, claude: ClaudeServer, keychain: MemoryKeychain
) -> None:
    place.get(SettingsService).choose(claude_endpoint=claude.url)
    service = place.get(ClaudeSettings)
    service.test_key(claude.key)
    with pytest.raises(UserError) as told:
        service.test_key("sk-ant-something-else")
    assert (told.value.code, told.value.place) == ("claude-key-refused", "settings")
    assert keychain.kept == {}


def test_a_model_that_is_in_no_list_of_ours_is_said_to_be_unfamiliar(place: Place) -> None:
    place.get(SettingsService).choose(claude_model_reading="claude-3-opus-20240229")
    service = on_that_day(place)
    current = place.get(SettingsService).current()
    assert service.warnings(service.known_models(), current) == [
        ModelWarning("claude-3-opus-20240229", unfamiliar=True)
    ]
    place.get(SettingsService).choose(claude_endpoint="http://localhost:11434")
    assert (
        service.warnings(ModelList((), live=False, checked_on=date(2026, 11, 2)), place.get(SettingsService).current())
        == []
    )


def test_the_servers_list_tells_which_chosen_models_are_going_and_which_it_does_not_have(
    place: Place, claude: ClaudeServer, keychain: MemoryKeychain
) -> None:
    place.get(SettingsService).choose(
        claude_endpoint=claude.url,
        claude_model_reading="claude-2",
        claude_model_writing="claude-sonnet-4-5-20250929",
    )
    service = on_that_day(place)
    service.keep_key(claude.key)
    known = service.ask_for_models()
    assert known.live
    assert service.warnings(known, place.get(SettingsService).current()) == [
        ModelWarning("claude-2", unlisted=True),
        ModelWarning("Claude Sonnet 4.5", date(2026, 11, 30)),
    ]


@pytest.mark.parametrize(
    ("lifecycle", "retires", "warned"),
    [
        (Lifecycle.ACTIVE, None, None),
        (Lifecycle.ACTIVE, date(2027, 6, 1), None),
        (Lifecycle.ACTIVE, date(2027, 1, 20), False),
        (Lifecycle.DEPRECATED, date(2027, 6, 1), False),
        (Lifecycle.DEPRECATED, None, False),
        (Lifecycle.DEPRECATED, date(2026, 11, 26), True),
        (Lifecycle.RETIRED, None, True),
    ],
)
def test_a_chosen_model_that_goes_within_sixty_days_is_worth_a_word(
    place: Place, lifecycle: Lifecycle, retires: date | None, warned: bool | None
) -> None:
    settings, service = place.get(SettingsService), on_that_day(place)
    options = (
        ModelOption("claude-haiku-5-5", "Haiku", lifecycle=lifecycle, retires=retires),
        ModelOption("claude-sonnet-5-5", "Sonnet"),
    )
    warnings = service.warnings(ModelList(options, live=False, checked_on=TODAY.date()), settings.current())
    assert [one.gone for one in warnings] == ([] if warned is None else [warned])
