"""The fake and the real SDK, sync and async, talking to it without retries of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import anthropic
import pytest

from tests.support.claude.fixtures import claude  # noqa: F401
from tests.support.claude.server import ClaudeServer


@pytest.fixture
def client(claude: ClaudeServer) -> Iterator[anthropic.Anthropic]:  # noqa: F811
    with anthropic.Anthropic(base_url=claude.url, api_key=claude.key, max_retries=0) as client:
        yield client


@asynccontextmanager
async def async_client(server: ClaudeServer) -> AsyncIterator[anthropic.AsyncAnthropic]:
    async with anthropic.AsyncAnthropic(base_url=server.url, api_key=server.key, max_retries=0) as client:
        yield client
