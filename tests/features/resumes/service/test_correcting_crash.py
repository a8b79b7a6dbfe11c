"""Killed while Claude was being asked: nothing is repeated by itself, the person is offered to start it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import CorrectionService, ResumeService
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Outcome
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes import files
from tests.features.resumes.suggestions import removal, suggested
from tests.support.claude import ClaudeServer, Trouble
from tests.support.tasks import TaskWatch

ROOT = Path(__file__).parents[4]
VICTIM = """
import sys, threading
from pathlib import Path
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import CorrectionService, ResumeService
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

if __name__ == "__main__":
    path, key, resume_id = sys.argv[1:]
    database = Database(Path(path))
    queue = TaskQueue(database, ChildProcess())
    settings = SettingsService(database, {})
    keys = ClaudeKeys(Keychain(MemoryKeychain()), settings, database.bus, asks_first=True, environment={})
    keys.keep(key)
    claude = Claude(settings, keys, Ledger(database, price_list()), price_list(), AnthropicDoor(), database.bus)
    resumes = ResumeService(database, queue, ProfileService(database))
    corrections = CorrectionService(database, queue, resumes, claude)
    queue.start()
    corrections.start(int(resume_id))
    threading.Event().wait()
"""


@pytest.fixture
def killed(database: Database, child: ChildProcess, claude: ClaudeServer, settings: SettingsService) -> int:
    """A résumé whose second look was cut off by SIGKILL while the server had not answered yet."""
    reader, watch = TaskQueue(database, child), TaskWatch(database)
    made = ResumeService(database, reader, ProfileService(database)).import_file(files.text(), "ines.txt").resume_id
    reader.start()
    watch.until(lambda task: task.state is TaskState.SUCCEEDED)
    assert reader.stop()
    settings.choose(claude_endpoint=claude.url)
    held = claude.misbehave(Trouble.SLOW_FIRST_BYTE)
    process = subprocess.Popen([sys.executable, "-c", VICTIM, str(database.path), claude.key, str(made)], cwd=ROOT)
    held.wait_until_reached(timeout=60)
    process.kill()
    process.wait()
    return made


def test_it_is_offered_again_and_the_cut_off_call_says_so(
    corrections: CorrectionService, with_key: Claude, claude: ClaudeServer, queue: TaskQueue, watch: TaskWatch,
    killed: int,
) -> None:  # fmt: skip
    queue.start()
    task = watch.until(lambda task: task.interrupted)
    offered = corrections.under_way(killed)
    assert offered is not None
    assert (offered.id, offered.state) == (task.id, TaskState.FAILED)
    assert corrections.proposal(killed) is None
    assert len(claude.requests()) == 1
    assert with_key.ledger.settle_interrupted() == 1
    assert with_key.ledger.calls()[0].outcome is Outcome.INTERRUPTED
    claude.answer("Corrections", suggested(removals=[removal("work2")]))
    watch.until_state(corrections.start(killed), TaskState.SUCCEEDED)
    proposal = corrections.proposal(killed)
    assert proposal is not None
    assert len(proposal.open) == 1
