"""Real services on a real file, with a queue that runs and a child process that reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import CorrectionService, ResumeService, TranscriptionService
from careercoach_desktop.foundation.llm.adapter import AnthropicDoor
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.foundation.settings.memory_keychain import MemoryKeychain
from tests.support.claude import ClaudeServer
from tests.support.claude.fixtures import claude  # noqa: F401 - a fixture
from tests.support.tasks import FakeClock, TaskWatch
from tests.support.terminal import _hunt, hunting, terminal  # noqa: F401 - fixtures


@pytest.fixture(scope="session")
def child() -> Iterator[ChildProcess]:
    """One warm child for all these tests: starting one takes a second."""
    made = ChildProcess()
    yield made
    made.stop()


@pytest.fixture
def queue(database: Database, child: ChildProcess) -> Iterator[TaskQueue]:
    """A queue that is not started: tasks wait until a test calls ``start``."""
    made = TaskQueue(database, child)
    yield made
    assert made.stop(), "a worker thread did not end"


@pytest.fixture
def watch(database: Database) -> TaskWatch:
    return TaskWatch(database)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def profiles(database: Database) -> ProfileService:
    return ProfileService(database)


@pytest.fixture
def resumes(database: Database, queue: TaskQueue, profiles: ProfileService, clock: FakeClock) -> ResumeService:
    return ResumeService(database, queue, profiles, clock)


@pytest.fixture
def told(database: Database) -> list[object]:
    """Everything the bus told after commits, in order."""
    events: list[object] = []
    database.bus.after_any(events.append)
    return events


@pytest.fixture
def settings(database: Database) -> SettingsService:
    return SettingsService(database)


@pytest.fixture
def talk(database: Database, settings: SettingsService) -> Iterator[Claude]:
    """The way to Claude as the application has it, with no key; nothing of this computer's keychain is touched."""
    keys = ClaudeKeys(Keychain(MemoryKeychain()), settings, database.bus, asks_first=True, environment={})
    made = Claude(settings, keys, Ledger(database, price_list()), price_list(), AnthropicDoor(), database.bus)
    yield made
    made.stop()


@pytest.fixture
def with_key(talk: Claude, settings: SettingsService, claude: ClaudeServer) -> Claude:  # noqa: F811
    """The same with the loopback server as endpoint and its key for this session."""
    settings.choose(claude_endpoint=claude.url)
    talk.keys.keep(claude.key)
    return talk


@pytest.fixture
def corrections(
    database: Database, queue: TaskQueue, resumes: ResumeService, talk: Claude, clock: FakeClock
) -> CorrectionService:
    return CorrectionService(database, queue, resumes, talk, clock)


@pytest.fixture
def transcriptions(
    database: Database, queue: TaskQueue, resumes: ResumeService, talk: Claude, child: ChildProcess
) -> TranscriptionService:
    return TranscriptionService(database, queue, resumes, talk, child)
