"""The fake as a fixture. Import it into a ``conftest.py``::

from tests.support.claude.fixtures import claude  # noqa: F401
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.claude.server import ClaudeServer


@pytest.fixture
def claude() -> Iterator[ClaudeServer]:
    """Claude on loopback, behaving well until told otherwise."""
    with ClaudeServer() as server:
        yield server
