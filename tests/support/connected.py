"""A workspace whose Claude is the fake on loopback, with a key that never touches the system's keychain.

Import the fixtures into a ``conftest.py``::

    from tests.support.claude.fixtures import claude  # noqa: F401
    from tests.support.connected import connected, no_keychain  # noqa: F401
"""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends import fail

from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.settings.service import SettingsService
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place


@pytest.fixture
def no_keychain() -> Iterator[None]:
    """The system's keychain is the one thing a test must not touch."""
    own = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(own)


@pytest.fixture
def connected(place: Place, claude: ClaudeServer, no_keychain: None) -> Iterator[ClaudeServer]:
    """The server, once the workspace knows its address and its key."""
    place.get(SettingsService).choose(claude_endpoint=claude.url)
    place.get(Claude).keys.keep(claude.key)
    yield claude
    place.queue.stop()
    place.get(Claude).stop()
