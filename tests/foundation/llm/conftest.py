"""Claude as the features get it, on a real file, asking the loopback server through the real SDK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pydantic import BaseModel

from careercoach_desktop.foundation.llm.adapter import AnthropicDoor
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.model import Part, Purpose, Request
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.claude import ClaudeServer
from tests.support.claude.fixtures import claude  # noqa: F401


class Verdict(BaseModel):
    """What the tests' agent answers."""

    fits: bool
    reasons: list[str]


def question(
    text: str = "A posting for a baker.", *, resume: str = "Ten years of bread.", version: int = 1
) -> Request[Verdict]:
    return Request(
        agent="tester",
        version=version,
        purpose=Purpose.WRITING,
        system="You judge whether a résumé fits a posting.",
        parts=(Part(resume, settled=True), Part(text)),
        output=Verdict,
    )


@dataclass
class Desk:
    """One process's way to Claude; ``again()`` is another process on the same file."""

    database: Database
    server: ClaudeServer
    environment: dict[str, str] = field(default_factory=dict)
    keychain: Keychain = field(default_factory=lambda: Keychain(MemoryKeychain()))
    made: list[Claude] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings = SettingsService(self.database, self.environment)
        self.keys = ClaudeKeys(
            self.keychain, self.settings, self.database.bus, asks_first=True, environment=self.environment
        )
        self.claude = self.again()

    def again(self) -> Claude:
        ledger = Ledger(self.database, price_list())
        made = Claude(self.settings, self.keys, ledger, price_list(), AnthropicDoor(), self.database.bus)
        self.made.append(made)
        return made


@pytest.fixture
def desk(database: Database, claude: ClaudeServer) -> Iterator[Desk]:  # noqa: F811
    """With the right key, and the endpoint set to the loopback server."""
    desk = Desk(database, claude)
    desk.settings.choose(claude_endpoint=claude.url)
    desk.keys.keep(claude.key)
    claude.answer("", {"fits": True, "reasons": ["bread"]})
    yield desk
    for made in desk.made:
        made.stop()
