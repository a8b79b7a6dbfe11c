"""How the window feels while something runs in the background: every frame of a board with at least eighty cards in
sight, and the longest wait for the event loop. Only frames that were painted while the work went on count.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

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


@dataclass
class Watched:
    """Frames and delays of the loop (ms), how many results the work told of, the child process's peak (MiB)."""

    frames: list[float]
    lags: list[float]
    done: int
    child_peak: float


Work = Callable[[Stage], Coroutine[Any, Any, object]]


def figures(folder: Path, _jobs: int) -> list[Figure]:
    return run(_measure, folder)


async def _measure(stage: Stage) -> list[Figure]:
    stage.window.resize(*BOARD_SIZE)
    await stage.settled()
    cards = cards_in_sight(stage.page(JobsPage))
    idle = await _watched(stage, _nothing)
    peaks = []
    found = [
        Figure(f"frame of {cards} cards, idle", idle.frames, aim=FRAME_IDLE),
        Figure("longest wait for the loop, idle", [max(idle.lags)]),
    ]
    for what, work in (
        ("résumés and jobs, one of each at a time", _import_and_tailor),
        ("résumés, all at once", lambda each: each.desk.run(_import_resumes, each)),
        ("jobs tailored, all at once", lambda each: each.desk.run(_tailor_jobs, each)),
        ("jobs matched", lambda each: each.desk.run(_match_jobs, each)),
    ):
        seen = await _watched(stage, work)
        peaks.append(seen.child_peak)
        found += [
            Figure(f"frame during {seen.done} {what}", seen.frames, "idle", idle.frames, aim=FRAME_AT_WORK),
            Figure("  longest wait for the loop", [max(seen.lags)], "idle", [max(idle.lags)], aim=LAG_AT_WORK),
        ]
    found.append(Figure("peak memory, everything loaded", [peak_memory()], unit="MiB", aim=MEMORY_ALL))
    found.append(Figure("peak memory of the child process", [max(peaks)], unit="MiB"))
    return found


async def _watched(stage: Stage, work: Work) -> Watched:
    """While the work goes on, at most for ``WATCHED_S``; what is left of it then is cancelled."""
    active: set[int] = set()
    results = Counter[type]()

    def hear(event: object) -> None:
        results[type(event)] += 1
        if isinstance(event, TaskChanged):
            (active.discard if event.task.state.is_over else active.add)(event.task.id)

    stage.desk.happened.connect(hear)
    begun = stage.desk.start(work(stage))
    frames, lags = [], []
    end = time.perf_counter() + WATCHED_S
    while time.perf_counter() < end:
        frames.append(frame(stage.window))
        begin = time.perf_counter()
        await asyncio.sleep(PAUSE_S)
        lags.append((time.perf_counter() - begin - PAUSE_S) * 1000)
        if begun.done() and not active:
            break
    child_peak = sum(peak_memory(str(child.pid)) for child in multiprocessing.active_children())
    begun.cancel()
    stage.desk.happened.disconnect(hear)
    done = sum(results[kind] for kind in (ResumeRead, TailoringReady, MatchComputed))
    while await stage.desk.run(_stop_everything, stage):  # a reading that is cancelled may call for a matching
        await asyncio.sleep(PAUSE_S)
    await stage.settled()
    return Watched(frames, lags, done, child_peak)


async def _nothing(_stage: Stage) -> None:
    await asyncio.sleep(WATCHED_S)


async def _import_and_tailor(stage: Stage) -> None:
    """As a person does who does both: always one résumé on its way in and one job being tailored."""

    async def importing() -> None:
        for number in count(MANY):
            async with stage.hearing(ResumeRead) as read:
                await stage.desk.run(_import_one, stage, number)
                await read

    async def tailoring() -> None:
        for card in await stage.desk.run(stage.get(JobService).cards):
            async with stage.hearing(TailoringReady) as ready:
                await stage.desk.run(stage.get(TailoringService).start, card.id)
                await ready

    await asyncio.gather(importing(), tailoring())


def _import_resumes(stage: Stage) -> None:
    """As many as a person would ever drop."""
    for number in range(MANY):
        _import_one(stage, number)


def _import_one(stage: Stage, number: int) -> None:
    """One of the sample's, each time with other bytes, so that it is not the same file again."""
    name = FILES[number % len(FILES)]
    content = resource(f"sample/{name}").read_bytes()
    mark = b"%% " + str(number).encode() if name.endswith(".pdf") else b""
    stage.get(ResumeService).import_file(content + mark if mark else _with_comment(content, number), name)


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
