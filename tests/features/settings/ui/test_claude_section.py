"""Setting up Claude in the window: a real server on loopback, a keychain that works, is missing or is locked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careercoach_desktop import features
from careercoach_desktop.features.activity.model import agent_words
from careercoach_desktop.features.settings.ui.claude_section import ClaudeSection
from careercoach_desktop.features.settings.ui.words import no_keychain_words
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import NANO, CallRecorded, Purpose
from careercoach_desktop.foundation.llm.store import LedgerStore
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.uikit import Desk, Dialog
from tests.features.settings.ui.conftest import OpenPage
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.claude import LLAMA_CPP, OLLAMA, ClaudeServer
from tests.support.dialogs import answer, button, dialog, words
from tests.support.windows import Await
from tests.support.workspace import Place

KEY = "sk-ant-api03-of-lena-marsh-and-nobody-else-wxyz"


@pytest.fixture
def settings(place: Place) -> SettingsService:
    return place.get(SettingsService)


@pytest.fixture
def section(open_page: OpenPage, qtbot: QtBot) -> ClaudeSection:
    return shown(open_page, qtbot)


def shown(open_page: OpenPage, qtbot: QtBot) -> ClaudeSection:
    section = open_page("claude").shown()
    assert isinstance(section, ClaudeSection)
    qtbot.waitUntil(lambda: section.models._overview is not None)
    return section


def at(server: ClaudeServer, settings: SettingsService) -> None:
    settings.choose(claude_endpoint=server.url)


def type_key(section: ClaudeSection, text: str) -> None:
    section.key.field.setText(text)


class TestTheKey:
    def test_without_one_it_says_what_a_key_would_add(self, section: ClaudeSection, keychain: MemoryKeychain) -> None:
        assert any("Without a key, everything else works." in text for text in words(section.key))
        assert section.key.field.isVisible()
        assert section.key.field.echoMode() is QLineEdit.EchoMode.Password
        assert section.key.field.accessibleName() == "Claude key"

    def test_it_is_kept_in_the_keychain_and_only_its_end_is_shown(
        self, keychain: MemoryKeychain, section: ClaudeSection, qtbot: QtBot
    ) -> None:
        type_key(section, f"  {KEY} ")
        qtbot.keyClick(section.key.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "…wxyz" in words(section.key))
        assert list(keychain.kept.values()) == [KEY]
        assert "in the system’s keychain" in words(section.key)
        assert section.key.said.text() == "Your key is saved. Press Test to see whether it works."
        assert section.key.field.text() == ""
        assert not section.key.field.isUndoAvailable()
        assert not section.key.field.isVisible()
        assert not any(KEY in text for text in words(section))

    def test_what_is_no_key_is_said_at_the_field(
        self, keychain: MemoryKeychain, section: ClaudeSection, qtbot: QtBot
    ) -> None:
        type_key(section, "two words")
        button(section, "Save key").click()
        qtbot.waitUntil(lambda: section.key.field.state == "error")
        assert section.key.said.text().startswith("That does not look like a key.")
        qtbot.keyClicks(section.key.field, "x")
        assert section.key.field.state == "plain"
        assert keychain.kept == {}

    def test_it_can_be_tested_before_and_after_it_is_kept(
        self,
        keychain: MemoryKeychain,
        claude: ClaudeServer,
        settings: SettingsService,
        open_page: OpenPage,
        qtbot: QtBot,
    ) -> None:
        at(claude, settings)
        section = shown(open_page, qtbot)
        button(section, "Replace your key").click()
        type_key(section, "sk-ant-some-other-key-of-somebody")
        button(section, "Test the key that was typed").click()
        qtbot.waitUntil(lambda: "does not accept your key" in section.key.said.text(), timeout=20_000)
        type_key(section, claude.key)
        button(section, "Test the key that was typed").click()
        qtbot.waitUntil(lambda: section.key.said.text() == "Your key works.", timeout=20_000)
        assert keychain.kept == {}
        button(section, "Save key").click()
        qtbot.waitUntil(lambda: bool(keychain.kept))
        qtbot.waitUntil(lambda: section.key.said.text().startswith("Your key is saved."))
        qtbot.waitUntil(lambda: section.key.remove.isVisible() and section.key.test.isVisible())
        section.key.test.click()
        qtbot.waitUntil(lambda: section.key.said.text() == "Your key works.", timeout=20_000)

    def test_a_server_at_home_is_tested_without_a_key(
        self, claude: ClaudeServer, settings: SettingsService, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        claude.speak(OLLAMA)
        at(claude, settings)
        section = shown(open_page, qtbot)
        assert not section.key.field.isVisible()
        section.key.test.click()
        qtbot.waitUntil(lambda: section.key.said.text() == "The server answers.", timeout=20_000)
        button(section, "Replace your key").click()
        assert section.key.field.isVisible()

    def test_a_server_that_is_away_is_said_and_the_key_stays(
        self,
        keychain: MemoryKeychain,
        claude: ClaudeServer,
        settings: SettingsService,
        open_page: OpenPage,
        qtbot: QtBot,
    ) -> None:
        at(claude, settings)
        section = shown(open_page, qtbot)
        button(section, "Replace your key").click()
        type_key(section, claude.key)
        with claude.down():
            button(section, "Test the key that was typed").click()
            qtbot.waitUntil(lambda: "can’t be reached" in section.key.said.text(), timeout=20_000)
        assert section.key.field.text() == claude.key
        assert section.key.try_typed.isEnabled()

    def test_without_a_keychain_it_is_kept_for_this_session_and_says_what_would_help(
        self, section: ClaudeSection, qtbot: QtBot
    ) -> None:
        assert no_keychain_words() in words(section.key)
        type_key(section, KEY)
        button(section, "Save key").click()
        qtbot.waitUntil(lambda: "kept until Career Coach is closed" in words(section.key))
        assert "…wxyz" in words(section.key)
        assert no_keychain_words() in words(section.key)

    def test_it_can_be_replaced_or_left_as_it_is(
        self, keychain: MemoryKeychain, place: Place, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        place.get(Claude).keys.keep(KEY)
        section = shown(open_page, qtbot)
        button(section, "Replace your key").click()
        assert section.key.field.hasFocus()
        button(section.key, "Cancel").click()
        assert not section.key.field.isVisible()
        button(section, "Replace your key").click()
        type_key(section, "sk-ant-api03-the-new-one-of-lena-4321")
        button(section, "Save key").click()
        qtbot.waitUntil(lambda: "…4321" in words(section.key))
        assert len(keychain.kept) == 1

    def test_it_is_removed_only_after_a_yes(
        self, keychain: MemoryKeychain, place: Place, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        place.get(Claude).keys.keep(KEY)
        section = shown(open_page, qtbot)
        button(section, "Remove your key").click()
        answer(qtbot, dialog(qtbot, Dialog), "Cancel")
        assert len(keychain.kept) == 1
        button(section, "Remove your key").click()
        answer(qtbot, dialog(qtbot, Dialog), "Remove")
        qtbot.waitUntil(section.key.field.isVisible)
        assert keychain.kept == {}

    def test_a_locked_keychain_is_said_and_can_be_tried_again(
        self, locked_keychain: MemoryKeychain, section: ClaudeSection, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        assert any("keychain did not open" in text for text in words(section.key))
        assert not section.key.field.isVisible()
        monkeypatch.setattr(type(locked_keychain), "get_password", MemoryKeychain.get_password)
        button(section, "Open the keychain again").click()
        qtbot.waitUntil(section.key.field.isVisible)


class TestAKeyOfTheEnvironment:
    @pytest.fixture
    def offered(
        self, keychain: MemoryKeychain, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, qtbot: QtBot
    ) -> ClaudeSection:
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        section = shown(open_page, qtbot)
        qtbot.waitUntil(section.key.offer.isVisible)
        return section

    def test_it_is_used_after_a_yes(self, offered: ClaudeSection, place: Place, qtbot: QtBot) -> None:
        assert not place.get(Claude).is_ready()
        button(offered, "Use it").click()
        qtbot.waitUntil(lambda: "from ANTHROPIC_API_KEY in the environment" in words(offered.key))
        assert place.get(Claude).is_ready()
        assert not offered.key.offer.isVisible()

    def test_it_is_not_offered_again_after_a_no(
        self, offered: ClaudeSection, place: Place, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        button(offered, "Do not use the key of the environment").click()
        qtbot.waitUntil(lambda: not offered.key.offer.isVisible())
        assert not place.get(Claude).is_ready()
        again = shown(open_page, qtbot)
        assert not again.key.offer.isVisible()
        again.key.use_after_all.click()
        qtbot.waitUntil(lambda: "from ANTHROPIC_API_KEY in the environment" in words(again.key))
        assert place.get(Claude).is_ready()

    def test_it_is_given_up_without_asking_because_nothing_is_lost(
        self, offered: ClaudeSection, place: Place, qtbot: QtBot
    ) -> None:
        button(offered, "Use it").click()
        qtbot.waitUntil(offered.key.remove.isVisible)
        offered.key.remove.click()
        qtbot.waitUntil(offered.key.field.isVisible)
        assert not place.get(Claude).is_ready()


class TestSearching:
    def test_searching_is_switched_off_and_on_again_with_undo(
        self, section: ClaudeSection, settings: SettingsService, desk: Desk, await_: Await, qtbot: QtBot
    ) -> None:
        assert section.search.allowed.isChecked()
        with qtbot.waitSignal(desk.undo.changed):
            section.search.allowed.click()
        assert settings.value("claude_web_search") == "off"
        await_(desk.undo.undo())
        qtbot.waitUntil(section.search.allowed.isChecked)
        assert settings.value("claude_web_search") == "on"

    def test_the_price_of_a_search_is_what_the_person_says(
        self, section: ClaudeSection, settings: SettingsService, qtbot: QtBot
    ) -> None:
        assert section.search.price.text() == "10"
        section.search.price.committed.emit("12,50")
        qtbot.waitUntil(lambda: settings.value("claude_search_price") == 12.5)
        section.search.price.committed.emit("a lot")
        assert settings.value("claude_search_price") == 12.5


class TestPrivacy:
    def test_contact_details_are_hidden_until_somebody_wants_them_sent(
        self, section: ClaudeSection, settings: SettingsService, desk: Desk, await_: Await, qtbot: QtBot
    ) -> None:
        assert section.privacy.hide_contact.isChecked()
        with qtbot.waitSignal(desk.undo.changed):
            section.privacy.hide_contact.click()
        assert settings.value("claude_contact") == "sent"
        await_(desk.undo.undo())
        qtbot.waitUntil(section.privacy.hide_contact.isChecked)
        assert settings.value("claude_contact") == "hidden"

    def test_how_much_is_done_at_once_is_chosen(
        self, section: ClaudeSection, settings: SettingsService, qtbot: QtBot
    ) -> None:
        section.privacy.at_once._choose("5")
        qtbot.waitUntil(lambda: settings.value("claude_at_once") == 5)
        qtbot.waitUntil(lambda: section.privacy.at_once.text() == "5")

    def test_what_the_environment_has_decided_cannot_be_changed_here(
        self, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_CONTACT", "sent")
        section = shown(open_page, qtbot)
        qtbot.waitUntil(lambda: not section.privacy.hide_contact.isEnabled())
        assert not section.privacy.hide_contact.isChecked()


class TestModels:
    def test_each_says_what_it_is_good_for_and_what_it_costs(self, section: ClaudeSection) -> None:
        said = " ".join(words(section.models))
        assert "Fast and cheap: reading and sorting. $0.10 in, $0.50 out per million tokens" in said
        assert "$2.00 in, $10.00 out per million tokens." in said
        assert "Prices checked on 2 November 2026." in said

    def test_another_one_is_chosen_at_once_and_can_be_taken_back(
        self, section: ClaudeSection, settings: SettingsService, desk: Desk, await_: Await, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(desk.undo.changed):
            section.models.pickers[Purpose.WRITING].menu._choose("claude-opus-5-5")
        qtbot.waitUntil(lambda: "$4.00 in" in section.models.pickers[Purpose.WRITING]._detail.text())
        assert settings.value("claude_model_writing") == "claude-opus-5-5"
        await_(desk.undo.undo())
        qtbot.waitUntil(lambda: section.models.pickers[Purpose.WRITING].menu.value() == "claude-sonnet-5-5")

    def test_one_that_retires_soon_is_said_above_everything(
        self, settings: SettingsService, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        settings.choose(claude_model_writing="claude-sonnet-4-5-20250929")
        section = shown(open_page, qtbot)
        qtbot.waitUntil(section.warning.isVisible)
        assert section.warning.text().startswith(
            ("Claude Sonnet 4.5 retires on 30 Nov", "Claude Sonnet 4.5 is retired")
        )
        assert section.models.pickers[Purpose.WRITING]._detail.text() == "Price unknown."

    def test_the_servers_own_list_is_asked_for_with_a_click(
        self,
        keychain: MemoryKeychain,
        claude: ClaudeServer,
        settings: SettingsService,
        place: Place,
        open_page: OpenPage,
        qtbot: QtBot,
    ) -> None:
        at(claude, settings)
        place.get(Claude).keys.keep(claude.key)
        section = shown(open_page, qtbot)
        assert claude.requests(None) == []
        section.models.refresh.click()
        qtbot.waitUntil(section.models.pickers[Purpose.READING].listed.isVisible, timeout=20_000)
        assert "Models as the server lists them now." in words(section.models)

    def test_a_server_that_lists_none_leaves_the_name_to_be_typed(
        self, claude: ClaudeServer, settings: SettingsService, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        claude.speak(LLAMA_CPP)
        at(claude, settings)
        section = shown(open_page, qtbot)
        section.models.refresh.click()
        said = "This server does not list its models. Type the name of one."
        qtbot.waitUntil(lambda: section.models._said.text() == said, timeout=20_000)
        field = section.models.pickers[Purpose.READING].name
        field.setText("")
        qtbot.keyClicks(field, "llama3.3:70b")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: settings.value("claude_model_reading") == "llama3.3:70b")
        field.clear()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.state == "error"
        assert settings.value("claude_model_reading") == "llama3.3:70b"

    def test_one_the_environment_has_decided_cannot_be_changed_here(
        self, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        monkeypatch.setenv("CAREERCOACH_CLAUDE_MODEL_READING", "claude-opus-5-5")
        section = shown(open_page, qtbot)
        qtbot.waitUntil(lambda: not section.models.pickers[Purpose.READING].menu.isEnabled())
        assert any("CAREERCOACH_CLAUDE_MODEL_READING" in text for text in words(section.models))
        assert section.models.pickers[Purpose.WRITING].menu.isEnabled()


class TestTheServer:
    def test_a_preset_is_taken_at_once_and_can_be_taken_back(
        self, section: ClaudeSection, settings: SettingsService, desk: Desk, await_: Await, qtbot: QtBot
    ) -> None:
        section.server.which._choose(1)
        assert section.server.address.isVisible()
        with qtbot.waitSignal(desk.undo.changed):
            section.server._fill("http://localhost:11434")
        qtbot.waitUntil(section.models.pickers[Purpose.READING].name.isVisible)
        assert settings.value("claude_endpoint") == "http://localhost:11434"
        assert any("needs no key" in text for text in words(section.key))
        await_(desk.undo.undo())
        qtbot.waitUntil(lambda: section.server.which.value() == "anthropic")
        assert settings.value("claude_endpoint") == ""

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            ("localhost", "An address starts with https://"),
            ("http://example.com", "A server outside your own network must be reached by https://."),
            ("https://me:secret@example.com", "An address holds no key"),
        ],
    )
    def test_an_address_that_would_not_do_is_said_at_the_field(
        self, section: ClaudeSection, settings: SettingsService, qtbot: QtBot, address: str, said: str
    ) -> None:
        section.server.which._choose(1)
        qtbot.keyClicks(section.server.address, address)
        button(section, "Use this address").click()
        assert section.server._wrong.text().startswith(said)
        assert section.server.address.state == "error"
        assert settings.value("claude_endpoint") == ""

    def test_back_to_anthropic_with_one_click(
        self, settings: SettingsService, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        settings.choose(claude_endpoint="http://localhost:11434")
        section = shown(open_page, qtbot)
        section.server.which._choose(0)
        qtbot.waitUntil(section.models.pickers[Purpose.READING].menu.isVisible)
        assert settings.value("claude_endpoint") == ""

    def test_a_server_that_cannot_be_held_to_a_form_is_said(
        self, settings: SettingsService, place: Place, open_page: OpenPage, qtbot: QtBot
    ) -> None:
        settings.choose(claude_endpoint="http://localhost:11434")
        place.get(Claude)._openings.ask_in_words("http://localhost:11434", settings.current().claude_model_reading)
        section = shown(open_page, qtbot)
        qtbot.waitUntil(lambda: "can’t be held to a form" in section.server._wordy.text())


class TestTheBudget:
    def spend(self, place: Place, dollars: float) -> None:
        call = {"agent": "a", "agent_version": 1, "model": "m", "endpoint": "e", "outcome": "ANSWERED"}
        with place.database.write() as unit:
            from careercoach_desktop.foundation.clock import utc_now

            store = LedgerStore(unit.session)
            unit.emit(CallRecorded(store.add(call | {"started": utc_now(), "cost": round(dollars * NANO)})))

    def test_a_limit_is_typed_and_can_be_taken_back(
        self, section: ClaudeSection, settings: SettingsService, desk: Desk, await_: Await, qtbot: QtBot
    ) -> None:
        field = section.budget.field
        field.clear()
        qtbot.keyClicks(field, "$25,50")
        with qtbot.waitSignal(desk.undo.changed):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "of $25.50 this month" in words(section.budget))
        await_(desk.undo.undo())
        qtbot.waitUntil(lambda: "of $10.00 this month" in words(section.budget))

    @pytest.mark.parametrize("typed", ["a lot", "-3", "200000", ""])
    def test_what_is_no_amount_is_said_at_the_field(
        self, section: ClaudeSection, settings: SettingsService, qtbot: QtBot, typed: str
    ) -> None:
        field = section.budget.field
        field.clear()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.state == "error"
        assert section.budget._wrong.text().startswith("Write an amount such as 10")
        assert settings.value("claude_monthly_budget") == 10

    def test_near_the_limit_it_can_be_raised_and_lifted(
        self, section: ClaudeSection, settings: SettingsService, place: Place, qtbot: QtBot
    ) -> None:
        assert not section.budget.more.isVisible()
        self.spend(place, 8.5)
        qtbot.waitUntil(section.budget.more.isVisible)
        assert any(text.startswith("85 % of the budget is spent") for text in words(section.budget))
        button(section, "Raise to $20").click()
        qtbot.waitUntil(lambda: "of $20.00 this month" in words(section.budget))
        self.spend(place, 20)
        qtbot.waitUntil(lambda: any("The budget is used up" in text for text in words(section.budget)))
        button(section, "Lift it for this month").click()
        qtbot.waitUntil(lambda: any("You lifted the budget" in text for text in words(section.budget)))
        assert settings.value("claude_monthly_budget") == 20
        button(section, "Let it stop again").click()
        qtbot.waitUntil(lambda: any("The budget is used up" in text for text in words(section.budget)))
        section.budget.unlimited.click()
        qtbot.waitUntil(lambda: settings.value("claude_monthly_budget") is None)
        section.budget.unlimited.click()
        qtbot.waitUntil(lambda: settings.value("claude_monthly_budget") == 10)

    def test_every_call_is_one_click_away(self, section: ClaudeSection, desk: Desk, qtbot: QtBot) -> None:
        with qtbot.waitSignal(desk.open_requested) as asked:
            button(section, "See every call").click()
        assert asked.args == ["activity", "calls"]


def test_every_agent_is_in_the_list_of_what_is_sent_as_the_ledger_calls_it(section: ClaudeSection) -> None:
    sources = (Path(features.__file__).parent).glob("*/agents/*.py")
    agents = {name for source in sources for name in re.findall(r'^AGENT = "(\w+)"', source.read_text(), re.MULTILINE)}
    assert {"CoverLetter", "JobMatcher", "ResumeTailor"} <= agents
    assert {agent_words(agent) for agent in agents} <= set(words(section))


def test_what_is_sent_is_listed_plainly(section: ClaudeSection) -> None:
    said = " ".join(words(section))
    assert "Nothing is sent without your click" in said
    assert "Your key goes only to the server it was entered for." in said
