"""Secrets: in the system's keychain, or plainly only in memory."""

from __future__ import annotations

import threading

import pytest
from keyring.backends.fail import Keyring as NoKeychain
from keyring.backends.null import Keyring as NullKeychain

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.keychain import Keychain, Secret, SecretPlace
from tests.foundation.settings.memory_keychain import LockedKeychain, MemoryKeychain

KEY = "sk-ant-a-very-long-secret-1234"


def test_a_secret_goes_into_the_keychain_and_comes_back() -> None:
    backend = MemoryKeychain()
    assert Keychain(backend).keep("api.anthropic.com", KEY) is SecretPlace.KEYCHAIN
    assert Keychain(backend).find("api.anthropic.com") == Secret(KEY, SecretPlace.KEYCHAIN)
    assert Keychain(backend).find("localhost:11434") is None
    Keychain(backend).remove("api.anthropic.com")
    assert backend.kept == {}


@pytest.mark.parametrize("unusable", [NoKeychain, NullKeychain])
def test_without_a_keychain_a_secret_lives_as_long_as_the_session(
    monkeypatch: pytest.MonkeyPatch, unusable: type
) -> None:
    monkeypatch.setattr("keyring.get_keyring", unusable)
    keychain = Keychain()
    assert keychain.backend_name() == ""
    assert keychain.keep("api.anthropic.com", KEY) is SecretPlace.SESSION
    assert keychain.find("api.anthropic.com") == Secret(KEY, SecretPlace.SESSION)
    assert Keychain().find("api.anthropic.com") is None
    keychain.remove("api.anthropic.com")
    assert keychain.find("api.anthropic.com") is None


def test_a_keychain_that_stays_locked_is_said() -> None:
    keychain = Keychain(LockedKeychain())
    with pytest.raises(UserError, match="Unlock the keychain"):
        keychain.find("api.anthropic.com")
    assert keychain.keep("api.anthropic.com", KEY) is SecretPlace.SESSION
    assert keychain.find("api.anthropic.com") == Secret(KEY, SecretPlace.SESSION)


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret(KEY, SecretPlace.KEYCHAIN)
    assert KEY not in repr(secret)
    assert secret.hint == "…1234"
    assert Secret("short", SecretPlace.SESSION).hint == "…"


class SilentKeychain(MemoryKeychain):
    """One whose window nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()
        self.windows = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.windows += 1
        self.answered.wait()
        return super().get_password(service, username)


def test_a_keychain_nobody_unlocks_holds_nothing_up_and_opens_one_window_only() -> None:
    backend = SilentKeychain()
    keychain = Keychain(backend, patience=0.05)
    for _ in range(2):
        with pytest.raises(UserError) as problem:
            keychain.find("api.anthropic.com")
        assert problem.value.code == "keychain-locked"
    assert backend.windows == 1
    assert keychain.keep("api.anthropic.com", KEY) is SecretPlace.SESSION
    backend.answered.set()
