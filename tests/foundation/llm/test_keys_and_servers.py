"""Which key goes where, which models there are, and servers that can do less than the vendor's."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.model import KeyChanged, Lifecycle, Purpose
from careercoach_desktop.foundation.settings.keychain import Keychain, SecretPlace
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.llm.conftest import Desk, question
from tests.foundation.settings.memory_keychain import LockedKeychain, MemoryKeychain
from tests.support.claude import LLAMA_CPP, LM_STUDIO, OLLAMA, Dialect, Trouble

KEY = "sk-ant-from-the-environment"


def keys_of(database: Database, environment: dict[str, str], *, asks_first: bool) -> ClaudeKeys:
    settings = SettingsService(database, environment)
    keychain = Keychain(MemoryKeychain())
    return ClaudeKeys(keychain, settings, database.bus, asks_first=asks_first, environment=environment)


def test_the_window_uses_a_key_of_the_environment_only_after_a_yes(database: Database) -> None:
    keys = keys_of(database, {"ANTHROPIC_API_KEY": KEY}, asks_first=True)
    assert keys.find() is None
    assert keys.offers_environment()
    SettingsService(database, {}).choose(claude_environment_key="yes")
    found = keys.find()
    assert found is not None
    assert (found.text, found.place) == (KEY, SecretPlace.ENVIRONMENT)
    assert not keys.offers_environment()
    keys.remove()
    assert keys.find() is None
    assert not keys.offers_environment(), "it asks once"


def test_the_command_line_uses_it_right_away(database: Database) -> None:
    assert keys_of(database, {"ANTHROPIC_API_KEY": KEY}, asks_first=False).text() == KEY


def test_anthropics_key_never_goes_to_another_server(database: Database) -> None:
    keys = keys_of(database, {"ANTHROPIC_API_KEY": KEY}, asks_first=False)
    keys.keep("sk-ant-from-the-keychain")
    SettingsService(database, {}).choose(claude_endpoint="https://models.example")
    assert keys.text() is None
    SettingsService(database, {}).choose(claude_endpoint="http://localhost:11434")
    assert keys.text() == "local"


def test_an_endpoint_and_a_key_from_the_same_environment_belong_together(database: Database) -> None:
    environment = {"ANTHROPIC_API_KEY": KEY, "CAREERCOACH_CLAUDE_ENDPOINT": "https://models.example"}
    assert keys_of(database, environment, asks_first=False).text() == KEY


def test_entering_and_removing_a_key_is_told(database: Database) -> None:
    told: list[KeyChanged] = []
    database.bus.after(KeyChanged, told.append)
    keys = keys_of(database, {}, asks_first=True)
    keys.keep("  sk-ant-1234567890123456789  ")
    assert keys.text() == "sk-ant-1234567890123456789"
    keys.remove()
    assert told == [KeyChanged(present=True), KeyChanged(present=False)]


@pytest.mark.parametrize("typed", ["", "two words", "schlüssel", "x" * 501])
def test_what_is_no_key_is_not_kept(database: Database, typed: str) -> None:
    with pytest.raises(UserError) as problem:
        keys_of(database, {}, asks_first=True).keep(typed)
    assert problem.value.code == "key-malformed"


def test_a_locked_keychain_is_said_instead_of_guessing(desk: Desk) -> None:
    desk.keys = ClaudeKeys(
        Keychain(LockedKeychain()), desk.settings, desk.database.bus, asks_first=True, environment={}
    )
    with pytest.raises(UserError, match="Unlock the keychain"):
        desk.again().ask(question())


def test_headers_of_the_environment_that_may_hold_another_key_go_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-api-key: another\nx-team: ours")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "a token of Anthropic’s")
    desk.claude.ask(question())
    desk.claude.models()
    for request in desk.server.requests(None):
        assert request.key == "right"
        assert not {"x-team", "authorization"} & request.headers.keys()


def test_a_key_can_be_tried_without_keeping_it(desk: Desk) -> None:
    desk.claude.test(desk.server.key)
    with pytest.raises(UserError) as problem:
        desk.claude.test("sk-ant-wrong")
    assert problem.value.code == "claude-key-refused"
    desk.claude.test()
    assert desk.claude.ledger.calls() == []


def test_the_models_come_from_the_server(desk: Desk) -> None:
    desk.server.change_model("claude-opus-5-5", lifecycle="deprecated", retires_at="2027-02-01T00:00:00Z")
    listed = desk.claude.models()
    assert listed.live
    opus = next(model for model in listed.models if model.id == "claude-opus-5-5")
    assert opus.lifecycle is Lifecycle.DEPRECATED
    assert opus.retires is not None
    assert (opus.retires.isoformat(), opus.structured_outputs, opus.effort, opus.priced) == (
        "2027-02-01",
        True,
        True,
        True,
    )


def test_a_stage_of_life_we_do_not_know_yet_breaks_nothing(desk: Desk) -> None:
    desk.server.change_model("claude-opus-5-5", lifecycle="preview")
    opus = next(model for model in desk.claude.models().models if model.id == "claude-opus-5-5")
    assert opus.lifecycle is Lifecycle.ACTIVE


def test_an_answer_that_is_no_list_of_models_is_not_taken_for_an_empty_one(desk: Desk) -> None:
    desk.server.misbehave(Trouble.WRONG_JSON, path="/v1/models")
    assert not desk.claude.models().live


def test_offline_the_models_come_from_our_own_list_with_its_date(desk: Desk) -> None:
    desk.settings.choose(claude_endpoint="")
    listed = desk.claude.models()
    assert not listed.live
    assert {"claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5"} <= {model.id for model in listed.models}


def test_a_server_without_a_list_of_models_can_be_used_and_tried_all_the_same(desk: Desk) -> None:
    desk.server.speak(LLAMA_CPP)
    desk.settings.choose(claude_model_reading="any")
    assert desk.claude.models().models == ()
    desk.claude.test()
    assert len(desk.server.requests()) == 1
    assert [call.agent for call in desk.claude.ledger.calls()] == ["hello"]
    with desk.server.down(), pytest.raises(UserError, match="can’t be reached"):
        desk.claude.test()


@pytest.mark.parametrize("dialect", [OLLAMA, LM_STUDIO, LLAMA_CPP], ids=["ollama", "lm-studio", "llama.cpp"])
def test_other_servers_answer_too(desk: Desk, dialect: Dialect) -> None:
    desk.server.speak(dialect)
    desk.settings.choose(claude_model_writing=dialect.local_models[0])
    desk.server.answer("", 'Sure! Here it is:\n```json\n{"fits": true, "reasons": ["bread"]}\n```', times=1)
    assert desk.claude.ask(question()).value.fits


def test_a_server_that_refuses_schemas_is_asked_in_words_from_then_on(desk: Desk) -> None:
    desk.server.speak(LM_STUDIO)
    desk.settings.choose(claude_model_writing=LM_STUDIO.local_models[0])
    assert desk.claude.ask(question()).value.fits
    assert desk.claude.is_wordy(Purpose.WRITING)
    assert desk.claude.ask(question("A posting for a cook.")).value.fits
    with_schema = ["output_config" in record.body for record in desk.server.requests()]
    assert with_schema == [True, False, False]
    asked = desk.server.requests()[-1].asked
    assert "JSON schema" in asked.user


def test_a_model_that_can_be_held_to_a_schema_is_not_asked_in_words_behind_its_back(desk: Desk) -> None:
    desk.server.misbehave(Trouble.SCHEMA_REFUSED)
    with pytest.raises(UserError) as problem:
        desk.claude.ask(question())
    assert problem.value.code == "claude-request-refused"
    assert len(desk.server.requests()) == 1
    assert not desk.claude.is_wordy(Purpose.WRITING)


def test_a_model_that_can_not_be_held_to_a_schema_gets_one_repair(desk: Desk) -> None:
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    desk.server.answer("", "It fits, I would say.", times=1)
    desk.server.answer("", '{"fits": "perhaps"}', times=1)
    desk.server.answer("", {"fits": True, "reasons": []}, times=1)
    assert desk.claude.ask(question()).value.fits


def test_a_server_that_passes_over_schemas_is_told_the_form_in_the_repair_and_then_in_words(desk: Desk) -> None:
    desk.server.speak(LLAMA_CPP)
    desk.settings.choose(claude_model_writing="any")
    desk.server.answer("", "It fits, I would say.", times=1)
    desk.server.answer("", {"fits": True, "reasons": []}, times=1)
    assert desk.claude.ask(question()).value.fits
    _, repair = desk.server.requests()
    assert "<schema>" in repair.asked.user
    assert desk.claude.is_wordy(Purpose.WRITING)


# Forms as the agents ask for them, from servers that promise nothing ----------------------------------------------


class Weight(StrEnum):
    MUST = "must"
    NICE = "nice"


class Need(BaseModel):
    term: str
    weight: Weight
    found_in: list[str] = Field(default_factory=list)
    note: str | None = None


class Judgement(BaseModel):
    """Nested, with enums, bounds and what may be left out, as the agents' answers are."""

    score: int = Field(ge=0, le=100)
    needs: list[Need] = Field(min_length=1)
    level: Literal["junior", "senior"]
    by_section: dict[str, int] = Field(default_factory=dict)


RIGHT = {
    "score": 72,
    "needs": [{"term": "sourdough", "weight": "must", "found_in": ["w1"]}, {"term": "cakes", "weight": "nice"}],
    "level": "senior",
    "by_section": {"work": 80},
}


@pytest.mark.parametrize("dialect", [OLLAMA, LM_STUDIO, LLAMA_CPP], ids=["ollama", "lm-studio", "llama.cpp"])
@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({**RIGHT, "score": 172}, "score: Input should be less than or equal to 100"),
        ({**RIGHT, "needs": []}, "needs: List should have at least 1 item"),
        ({**RIGHT, "needs": [{"term": "x", "weight": "vital"}]}, "needs.0.weight: Input should be 'must' or 'nice'"),
        ({**RIGHT, "needs": ["sourdough"]}, "needs.0: Input should be an object"),
        ({**RIGHT, "level": "boss"}, "level: Input should be 'junior' or 'senior'"),
        ({"answer": RIGHT}, "score: Field required"),
        ([RIGHT], ""),
    ],
    ids=["bound", "empty", "enum", "flat", "literal", "wrapped", "list"],
)
def test_an_answer_in_the_wrong_form_is_put_right_whatever_the_server(
    desk: Desk, dialect: Dialect, wrong: object, complaint: str
) -> None:
    desk.server.speak(dialect)
    desk.settings.choose(claude_model_writing=dialect.local_models[0])
    desk.server.answer("", json.dumps(wrong), times=1)
    desk.server.answer("", json.dumps(RIGHT))
    answer = desk.claude.ask(replace(question(), output=Judgement))  # type: ignore[arg-type]
    assert answer.value == Judgement.model_validate(RIGHT)
    assert complaint in desk.server.requests()[-1].asked.user


def test_what_can_not_be_put_right_is_given_up_with_nothing_lost(desk: Desk) -> None:
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    desk.server.answer("", json.dumps({**RIGHT, "score": -1}))
    with pytest.raises(UserError) as problem:
        desk.claude.ask(replace(question(), output=Judgement))  # type: ignore[arg-type]
    assert (problem.value.code, problem.value.transient) == ("claude-unreadable", False)
    assert len(desk.server.requests()) == 4, "with a schema and in words, each with one repair"
    replies = [desk.claude.ledger.sent(call.id) for call in desk.claude.ledger.calls()]
    assert all(sent is not None and json.loads(sent.reply)["score"] == -1 for sent in replies)
