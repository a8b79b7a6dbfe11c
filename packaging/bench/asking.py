"""What we add to a call: before the server has it, and from the first word it sends to us and to the bus.

The server is the tests' own Claude on loopback, in a process of its own, which notes when a request came and when it
sends the first word; the baseline is the bare SDK. The letter asked for hides a whole résumé's contact details.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from anthropic import Anthropic
from pydantic import BaseModel

from bench.figures import FIRST_TOKEN, Figure
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.llm.adapter import AnthropicDoor
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.growing import Growing
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import ContactDetail, ContactKind, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.opening import open_database
from tests.support.claude import KEY, RemoteClaude, launched

ROUNDS = 25


CONTACT = (
    ContactDetail(ContactKind.NAME, "Lena Maria Marsh"),
    ContactDetail(ContactKind.EMAIL, "lena.marsh@post.example"),
    ContactDetail(ContactKind.PHONE, "+44 113 496 0000"),
    ContactDetail(ContactKind.ADDRESS, "4 Canal Wharf"),
    ContactDetail(ContactKind.LINK, "https://www.linkedin.com/in/lena-marsh"),
)
RESUME = "Lena Marsh, 0113 496 0000\n" + "Rebuilt the nightly batch jobs and halved their run time. " * 130
"""Some two pages."""


class Letter(BaseModel):
    text: str


ANSWER = Letter(text="Dear team, [[NAME]] here. " + "I would like to work with you. " * 40)


@dataclass(frozen=True)
class LetterGrew:
    letter: Letter


@dataclass(frozen=True)
class Heard:
    """Milliseconds: until the server had the request, from its first word to us, and to whoever listens."""

    came: float
    text: float
    bus: float


Ask = Callable[[int, Callable[[str], None], Callable[[], None]], object]
"""The number of the letter, who hears its text, and who hears of it on the bus."""


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    with launched() as server, _asked(server) as ask:
        server.answer("Letter", ANSWER.model_dump())
        client = Anthropic(api_key=KEY, base_url=server.url)
        ours, bare = [], []
        for number in range(ROUNDS + 1):
            pair = _heard(server, partial(ask, number)), _heard(server, partial(_bare, client, number))
            if number:  # the first of each opens the connection and loads the SDK
                ours.append(pair[0])
                bare.append(pair[1])
    texts, plain = [one.text for one in ours], [one.text for one in bare]
    yield Figure("from asking to the request at the server", [one.came for one in ours], "bare SDK", _came(bare))
    yield Figure("first word after the server sent it", texts, "bare SDK", plain, aim=FIRST_TOKEN)
    yield Figure("first of a growing letter on the bus", [one.bus for one in ours], "bare SDK", plain, aim=FIRST_TOKEN)


def _came(heard: list[Heard]) -> list[float]:
    return [one.came for one in heard]


def _heard(server: RemoteClaude, ask: Callable[[Callable[[str], None], Callable[[], None]], object]) -> Heard:
    texts: list[int] = []
    told: list[int] = []
    begin = time.perf_counter_ns()
    ask(lambda _text: texts.append(time.perf_counter_ns()), lambda: told.append(time.perf_counter_ns()))
    request = server.requests()[-1]
    sent = request["first_text_ns"] or 0
    return Heard((request["received_ns"] - begin) / 1e6, (texts[0] - sent) / 1e6, (told[0] - sent) / 1e6)


@contextmanager
def _asked(server: RemoteClaude) -> Iterator[Ask]:
    """The product's way, on a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="career-coach-asking-") as place:
        database = open_database(Path(place), Bus(), metadata())
        environment = {"ANTHROPIC_API_KEY": KEY, "CAREERCOACH_CLAUDE_ENDPOINT": server.url}
        settings = SettingsService(database, environment)
        keys = ClaudeKeys(Keychain(), settings, database.bus, asks_first=False, environment=environment)
        ledger = Ledger(database, price_list())
        claude = Claude(settings, keys, ledger, price_list(), AnthropicDoor(), database.bus)

        def ask(number: int, heard: Callable[[str], None], grew: Callable[[], None]) -> object:
            parts = (Part(RESUME, settled=True), Part(f"Letter number {number}."))
            request = Request("bench", 1, Purpose.LETTERS, "You write letters.", parts, Letter, contact=CONTACT)
            growing = Growing(Letter, lambda letter: database.bus.tell(LetterGrew(letter)))
            stop = database.bus.after(LetterGrew, lambda event: grew() if event.letter.text else None)

            def take(piece: str) -> None:
                heard(piece)
                growing(piece)

            try:
                return claude.ask(request, on_text=take)
            finally:
                stop()

        yield ask
        claude.stop()
        database.close()


def _bare(client: Anthropic, number: int, heard: Callable[[str], None], grew: Callable[[], None]) -> None:
    """As little as can be done with the SDK."""
    with client.messages.stream(
        model="claude-sonnet-5-5",
        max_tokens=16_000,
        system="You write letters.",
        messages=[{"role": "user", "content": f"{RESUME} Bare letter number {number}."}],
        output_format=Letter,
    ) as stream:
        for text in stream.text_stream:
            heard(text)
            grew()
