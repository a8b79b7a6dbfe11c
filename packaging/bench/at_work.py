"""How the window feels while something runs in the background: every frame of a board with at least eighty cards in
sight, and the longest wait for the event loop. Only frames that were painted while the work went on count.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from demonstration.stage import Stage

from bench.figures import FRAME_AT_WORK, FRAME_IDLE, LAG_AT_WORK, MEMORY_ALL, Figure, peak_memory
from bench.opened import cards_in_sight, frame, run
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.matching.model import MatchComputed
from careercoach_desktop.features.matching.service import SCORE_ALL
from careercoach_desktop.features.resumes.model import ResumeRead
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.model import TailoringReady
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.resources import resource
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.tasks.queue import TaskQueue

BOARD_SIZE = (2200, 1300)
WATCHED_S = 6.0
PAUSE_S = 0.004
"""Between frames: as much as a screen leaves at a hundred frames a second."""
FILES = ("lena-marsh.pdf", "lena-marsh.docx", "camille-bergmann.pdf", "camille-bergmann.docx")
MANY = 60

Start = Callable[[Stage], None]


def figures(folder: Path, _jobs: int) -> list[Figure]:
    return run(_measure, folder)


async def _measure(stage: Stage) -> list[Figure]:
    stage.window.resize(*BOARD_SIZE)
    await stage.settled()
    cards = cards_in_sight(stage.page(JobsPage))
    idle, idle_lag, _ = await _watched(stage, lambda _stage: None)
    found = [
        Figure(f"frame of {cards} cards, idle", idle, aim=FRAME_IDLE),
        Figure("longest wait for the loop, idle", [max(idle_lag)]),
    ]
    for what, start in (
        ("résumés are read", _import_resumes),
        ("jobs are tailored", _tailor_jobs),
        ("jobs are matched", _match_jobs),
    ):
        frames, lag, done = await _watched(stage, start)
        found += [
            Figure(f"frame while {done} {what}", frames, "idle", idle, aim=FRAME_AT_WORK),
            Figure("  longest wait for the loop", [max(lag)], "idle", [max(idle_lag)], aim=LAG_AT_WORK),
        ]
    found.append(Figure("peak memory, everything loaded", [peak_memory()], unit="MiB", aim=MEMORY_ALL))
    children = [peak_memory(str(child.pid)) for child in multiprocessing.active_children()]
    if children:
        found.append(Figure("peak memory of the child process", [sum(children)], unit="MiB"))
    return found


async def _watched(stage: Stage, start: Start) -> tuple[list[float], list[float], int]:
    """Frames and delays (ms) while the work runs, at most ``WATCHED_S``, and how many results that work told of by
    then; what is left of it is cancelled. Without any work: for as long."""
    active: set[int] = set()
    results = Counter[type]()

    def hear(event: object) -> None:
        results[type(event)] += 1
        if isinstance(event, TaskChanged):
            (active.discard if event.task.state.is_over else active.add)(event.task.id)

    stage.desk.happened.connect(hear)
    begun = stage.desk.start(stage.desk.run(start, stage))
    frames, lags = [], []
    end = time.perf_counter() + WATCHED_S
    while time.perf_counter() < end:
        frames.append(frame(stage.window))
        begin = time.perf_counter()
        await asyncio.sleep(PAUSE_S)
        lags.append((time.perf_counter() - begin - PAUSE_S) * 1000)
        if results and begun.done() and not active:
            break
    stage.desk.happened.disconnect(hear)
    done = sum(results[kind] for kind in (ResumeRead, TailoringReady, MatchComputed))
    while await stage.desk.run(_stop_everything, stage):  # a reading that is cancelled may call for a matching
        await asyncio.sleep(PAUSE_S)
    await stage.settled()
    return frames, lags, done


def _import_resumes(stage: Stage) -> None:
    """As many as a person would ever drop, each with other bytes, so that none is the same file again."""
    resumes = stage.get(ResumeService)
    for number in range(MANY):
        name = FILES[number % len(FILES)]
        content = resource(f"sample/{name}").read_bytes()
        mark = b"%% " + str(number).encode() if name.endswith(".pdf") else b""
        resumes.import_file(content + mark if mark else _with_comment(content, number), name)


def _with_comment(archive: bytes, number: int) -> bytes:
    """A Word file with a comment in its archive's last record."""
    comment = f"copy {number}".encode()
    return archive[:-2] + len(comment).to_bytes(2, "little") + comment


def _tailor_jobs(stage: Stage) -> None:
    tailoring = stage.get(TailoringService)
    for card in stage.get(JobService).cards()[:MANY]:
        tailoring.start(card.id)


def _match_jobs(stage: Stage) -> None:
    with stage.get(Database).write() as unit:
        stage.get(TaskQueue).enqueue(unit, SCORE_ALL, "Matching every job", {})


def _stop_everything(stage: Stage) -> bool:
    """Whether there was something to stop."""
    queue = stage.get(TaskQueue)
    active = [task for task in queue.active() if not task.state.is_over]
    for task in active:
        queue.cancel(task.id)
    return bool(active)
