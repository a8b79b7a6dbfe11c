"""Killed while a batch is handed over: the next start finds it at the server and brings every judgement to its job."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careercoach_desktop.features.matching.service import JudgingService
from careercoach_desktop.features.matching.service.judging import FEW
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.model import Outcome
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.matching.judges import judge, many_jobs
from tests.features.tailoring.engine.people import LENA
from tests.support.claude import ClaudeServer
from tests.support.workspace import Place

ROOT = Path(__file__).parents[3]

VICTIM = """
import os, signal, sys
from pathlib import Path
import keyring
from keyring.backends import fail
from careercoach_desktop.features.matching.service import JudgingService
from careercoach_desktop.foundation.llm import batches
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.support.workspace import Place

def die(*_args, **_values):
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    keyring.set_keyring(fail.Keyring())
    batches.Batches._note = die
    place = Place(Database(Path(sys.argv[1])), ChildProcess())
    place.get(JudgingService).start([int(each) for each in sys.argv[2].split(",")])
    place.queue.start()
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_before_the_servers_name_for_it_was_written_down(
    place: Place, judging: JudgingService, claude: ClaudeServer, no_keychain: None
) -> None:
    claude.settings.key = "local"
    judge(claude, 70)
    place.get(SettingsService).choose(claude_endpoint=claude.url)
    place.add_resume(LENA)
    jobs = many_jobs(place, FEW + 1)
    named = ",".join(map(str, jobs))
    command = [sys.executable, "-c", VICTIM, str(place.database.path), named]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, env=os.environ) as victim:
        assert victim.wait(60) == -9

    (task,) = [one for one in place.queue.active() if one.kind == "matching.judge-batch"]
    assert task.state is TaskState.RUNNING, "its process is gone"
    claude.batches.retrieve("msgbatch_000001", claude.url, claude.api.judge)
    place.queue.start()
    done = place.watch.until_state(task.id, TaskState.SUCCEEDED, timeout=60)
    assert done.result == {"judged": FEW + 1, "left": 0}
    assert all(judging.view(job_id) is not None for job_id in jobs)
    posted = [one for one in claude.requests("/v1/messages/batches") if one.method == "POST"]
    assert len(posted) == 1, "it was never handed over twice"
    assert {call.outcome for call in place.get(Claude).ledger.calls()} == {Outcome.ANSWERED}
    place.get(Claude).stop()
