"""How long the first word of an answer takes from the moment the server sent it; the baseline is the bare SDK.

The server is the tests' own Claude on loopback, in a process of its own, which notes when it sends the first word.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from anthropic import Anthropic
from pydantic import BaseModel

from bench.figures import FIRST_TOKEN, Figure
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.adapter import AnthropicDoor
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import Part, Purpose, Request
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.opening import open_database
from tests.support.claude import KEY, RemoteClaude, launched

ROUNDS = 25


class Letter(BaseModel):
    text: str


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    with launched() as server, _asked(server) as ask:
        client = Anthropic(api_key=KEY, base_url=server.url)
        ours, bare = [], []
        for number in range(ROUNDS + 1):
            pair = _delay(server, partial(ask, number)), _delay(server, partial(_bare, client, number))
            if number:  # the first of each opens the connection and loads the SDK
                ours.append(pair[0])
                bare.append(pair[1])
    yield Figure("first word after the server sent it", ours, "bare SDK", bare, aim=FIRST_TOKEN)


def _delay(server: RemoteClaude, ask: Callable[[Callable[[str], None]], object]) -> float:
    """Milliseconds between the server's first word and ours."""
    heard: list[int] = []

    def note(_text: str) -> None:
        if not heard:
            heard.append(time.perf_counter_ns())

    ask(note)
    sent = server.requests()[-1]["first_text_ns"]
    return (heard[0] - (sent or 0)) / 1e6


@contextmanager
def _asked(server: RemoteClaude) -> Iterator[Callable[[int, Callable[[str], None]], object]]:
    """The product's way, on a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="career-coach-asking-") as place:
        database = open_database(Path(place), Bus(), metadata())
        environment = {"ANTHROPIC_API_KEY": KEY, "CAREERCOACH_CLAUDE_ENDPOINT": server.url}
        settings = SettingsService(database, environment)
        keys = ClaudeKeys(Keychain(), settings, database.bus, asks_first=False, environment=environment)
        ledger = Ledger(database, price_list())
        claude = Claude(settings, keys, ledger, price_list(), AnthropicDoor(), database.bus)

        def ask(number: int, heard: Callable[[str], None]) -> object:
            parts = (Part(f"Letter number {number}."),)
            request = Request("bench", 1, Purpose.WRITING, "You write letters.", parts, Letter)
            return claude.ask(request, on_text=heard)

        yield ask
        claude.stop()
        database.close()


def _bare(client: Anthropic, number: int, heard: Callable[[str], None]) -> None:
    """As little as can be done with the SDK."""
    with client.messages.stream(
        model="claude-sonnet-5-5",
        max_tokens=16_000,
        system="You write letters.",
        messages=[{"role": "user", "content": f"Bare letter number {number}."}],
        output_format=Letter,
    ) as stream:
        for text in stream.text_stream:
            heard(text)
