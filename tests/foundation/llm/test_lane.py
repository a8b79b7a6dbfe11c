"""Tasks that wait for Claude: the setting says how many at once, and no network only means later."""

from __future__ import annotations

import threading
from typing import Any

from careercoach_desktop.foundation.llm.lane import CLAUDE, attend
from careercoach_desktop.foundation.llm.model import ClaudeReached, ClaudeUnreachable
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskContext
from tests.foundation.llm.conftest import Desk, question
from tests.support.claude import ClaudeServer
from tests.support.tasks import TaskWatch, enqueue, kind, running_queue


def test_the_setting_counts_from_the_moment_it_is_changed(desk: Desk, database: Database) -> None:
    watch, meeting, release = TaskWatch(database), threading.Semaphore(0), threading.Event()

    def run(context: TaskContext, payload: dict[str, Any]) -> None:
        meeting.release()
        assert release.wait(20)

    with running_queue(database, kind("ask", run, lane=CLAUDE)) as queue:
        attend(queue, desk.settings, database.bus)
        desk.settings.choose(claude_at_once=1)
        asked = [enqueue(database, queue, "ask") for _ in range(3)]
        assert meeting.acquire(timeout=20)
        assert not queue._runner.run_next(CLAUDE), "one seat, and it is taken"
        desk.settings.choose(claude_at_once=3)
        assert meeting.acquire(timeout=20)
        assert meeting.acquire(timeout=20)
        release.set()
        for task_id in asked:
            watch.until_state(task_id, TaskState.SUCCEEDED)


def test_without_a_network_tasks_wait_it_is_said_once_and_they_go_on_when_claude_answers(
    desk: Desk, database: Database, claude: ClaudeServer
) -> None:
    watch, said = TaskWatch(database), []
    for news in (ClaudeUnreachable, ClaudeReached):
        database.bus.after(news, lambda happened: said.append(type(happened)))

    def run(context: TaskContext, payload: dict[str, Any]) -> dict[str, object]:
        answer = desk.claude.ask(question(payload["text"]), waiting=context, task_id=context.task_id)
        return {"fits": answer.value.fits}

    with running_queue(database, kind("ask", run, lane=CLAUDE, repeatable=False)) as queue:
        attend(queue, desk.settings, database.bus)
        with claude.down():
            waiting = [enqueue(database, queue, "ask", {"text": text}) for text in ("a baker", "a cook")]
            for task_id in waiting:
                assert watch.until_state(task_id, TaskState.RETRYING).code == "claude-unreachable"
            assert said == [ClaudeUnreachable]
        desk.claude.models()  # whoever reaches it first
        for task_id in waiting:
            assert watch.until_state(task_id, TaskState.SUCCEEDED).result == {"fits": True}
    assert said == [ClaudeUnreachable, ClaudeReached]
    assert len(claude.requests()) == 2, "each was asked once"
