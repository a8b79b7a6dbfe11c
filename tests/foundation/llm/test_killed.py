"""Killed at the worst moments: an answer that had come is there and not paid for twice, a call without one says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careercoach_desktop.foundation.llm.model import Outcome
from tests.foundation.llm.conftest import Desk, question
from tests.support.claude import Trouble

ROOT = Path(__file__).parents[3]
VICTIM = """
import os, signal, sys
from pathlib import Path
from careercoach_desktop.foundation.llm import conversation, keeping
from careercoach_desktop.foundation.llm.adapter import AnthropicDoor
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.keys import ClaudeKeys
from careercoach_desktop.foundation.llm.ledger import Ledger
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.settings.keychain import Keychain
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from tests.foundation.llm.conftest import question
from tests.foundation.settings.memory_keychain import MemoryKeychain

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

path, key, moment = sys.argv[1:]
database = Database(Path(path))
settings = SettingsService(database, {})
keys = ClaudeKeys(Keychain(MemoryKeychain()), settings, database.bus, asks_first=True, environment={})
keys.keep(key)
claude = Claude(settings, keys, Ledger(database, price_list()), price_list(), AnthropicDoor(), database.bus)
if moment == "reading":
    conversation.read_answer = die
if moment == "in the middle":
    keeping.EVERY, keep = 0, Ledger.keep_piece

    def keep_and_tell(ledger, call_id, text):
        keep(ledger, call_id, text)
        print(text, flush=True)

    Ledger.keep_piece = keep_and_tell
claude.ask(question(), on_text=die if moment == "receiving" else None, task_id=3)
"""


def kill_while(desk: Desk, moment: str) -> None:
    arguments = [sys.executable, "-c", VICTIM, str(desk.database.path), desk.server.key, moment]
    slow = desk.server.misbehave(Trouble.SLOW_FIRST_BYTE) if moment == "waiting" else None
    process = subprocess.Popen(arguments, cwd=ROOT)
    if slow is not None:
        slow.wait_until_reached(timeout=60)
        process.kill()
    assert process.wait(timeout=60) != 0


@pytest.mark.skipif(sys.platform == "win32", reason="nothing kills itself there as SIGKILL does")
def test_a_reply_is_there_when_the_program_was_killed_before_anybody_read_it(desk: Desk) -> None:
    kill_while(desk, "reading")
    [call] = desk.claude.ledger.calls()
    assert call.outcome is Outcome.ANSWERED
    assert call.cost == desk.claude.budget().spent > 0
    answer = desk.claude.ask(question())
    assert (answer.kept, answer.value.fits) == (True, True)
    assert len(desk.server.requests()) == 1, "it was paid for once"


@pytest.mark.skipif(sys.platform == "win32", reason="nothing kills itself there as SIGKILL does")
@pytest.mark.parametrize("moment", ["waiting", "receiving"])
def test_a_call_that_was_killed_says_so_and_is_never_made_again_by_itself(desk: Desk, moment: str) -> None:
    kill_while(desk, moment)
    assert desk.claude.ledger.settle_interrupted() == 1
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.cost, call.task_id) == (Outcome.INTERRUPTED, None, 3)
    sent = desk.claude.ledger.sent(call.id)
    assert sent is not None, "what was sent had been written down before"
    assert sent.parts[1].text == "A posting for a baker."
    assert len(desk.server.requests()) == 1
    assert not desk.claude.ask(question()).kept
    assert len(desk.server.requests()) == 2


def test_what_had_come_before_it_was_killed_is_there(desk: Desk) -> None:
    desk.server.settings.delta_size = 8
    desk.server.misbehave(Trouble.STALL, after=2)
    arguments = [sys.executable, "-c", VICTIM, str(desk.database.path), desk.server.key, "in the middle"]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        kept = [process.stdout.readline().strip() for _ in range(2)]
        process.kill()
    assert kept == ['{"fits":', '{"fits": true, "']
    assert desk.claude.ledger.settle_interrupted() == 1
    [call] = desk.claude.ledger.calls()
    sent = desk.claude.ledger.sent(call.id)
    assert sent is not None
    assert sent.reply == kept[-1]
    come = desk.claude.unfinished(question(), task_id=3)
    assert come is not None
    assert come.fits
    assert not desk.claude.estimate(question()).kept
