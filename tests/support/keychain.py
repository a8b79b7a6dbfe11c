"""The operating system's keychain as a fixture. Without it there is none, as on a machine without a desktop.

Import the fixture into a ``conftest.py``::

    from tests.support.keychain import keychain  # noqa: F401
"""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeychain

from tests.foundation.settings.memory_keychain import LockedKeychain, MemoryKeychain


@pytest.fixture
def keychain() -> Iterator[MemoryKeychain]:
    """One that works, in memory; ``kept`` shows what it holds."""
    yield from _in_place(MemoryKeychain())


@pytest.fixture
def locked_keychain() -> Iterator[MemoryKeychain]:
    """One that nobody unlocks."""
    yield from _in_place(LockedKeychain())


def _in_place(backend: MemoryKeychain) -> Iterator[MemoryKeychain]:
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(NoKeychain())
