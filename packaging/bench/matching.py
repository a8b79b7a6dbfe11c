"""Every job matched again in the background while somebody looks at the board: how long all of it takes, and every
frame that was painted meanwhile. The baseline counts the names of the skills list in the same texts with one compiled
pattern: no headings, no inflections, no years, no reasons.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from pathlib import Path

from demonstration.stage import Stage

from bench.figures import FRAME_AT_WORK, FRAME_IDLE, LAG_AT_WORK, Aim, Figure
from bench.opened import frame, run
from careercoach_desktop.features.evidence.service import skill_list
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.service import SCORE_ALL
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskChanged
from careercoach_desktop.foundation.tasks.queue import TaskQueue

MOST_S = Aim(60)
"""For ten thousand jobs on two cores."""
PAUSE_S = 0.004
IDLE_FRAMES = 60
COUNTED = 500
"""Jobs whose words the baseline counts; its time is told for all of them."""


def figures(folder: Path, jobs: int) -> list[Figure]:
    async def measure(stage: Stage) -> list[Figure]:
        return await _measure(stage, jobs)

    return run(measure, folder)


async def _measure(stage: Stage, jobs: int) -> list[Figure]:
    idle = await _idle(stage)
    bare = await stage.desk.run(_counting_words, stage)
    over, frames, lags = asyncio.Event(), [], []

    def hear(event: object) -> None:
        if isinstance(event, TaskChanged) and event.task.kind == SCORE_ALL and event.task.state.is_over:
            over.set()

    stage.desk.happened.connect(hear)
    begin = time.perf_counter()
    await stage.desk.run(_match_all, stage)
    while not over.is_set():
        frames.append(frame(stage.window))
        before = time.perf_counter()
        await asyncio.sleep(PAUSE_S)
        lags.append((time.perf_counter() - before - PAUSE_S) * 1000)
    taken = time.perf_counter() - begin
    stage.desk.happened.disconnect(hear)
    words = "words counted in one process"
    return [
        Figure(f"{jobs:,} jobs matched in the background", [taken], words, [bare * jobs], unit="s", aim=MOST_S),
        Figure("  one of them", [taken / jobs * 1000], words, [bare * 1000]),
        Figure("  frame of the board meanwhile", frames, "idle", idle, aim=FRAME_AT_WORK),
        Figure("  frame, nothing going on", idle, aim=FRAME_IDLE),
        Figure("  longest wait for the loop", [max(lags)], aim=LAG_AT_WORK),
    ]


async def _idle(stage: Stage) -> list[float]:
    frames = []
    for _ in range(IDLE_FRAMES):
        frames.append(frame(stage.window))
        await asyncio.sleep(PAUSE_S)
    return frames


def _match_all(stage: Stage) -> None:
    with stage.get(Database).write() as unit:
        stage.get(TaskQueue).enqueue(unit, SCORE_ALL, "Matching every job", {})


def _counting_words(stage: Stage) -> float:
    """Seconds a job takes a plain count of names."""
    names = sorted({wording.lstrip("!?") for skill in skill_list().skills for wording in (skill.name, *skill.aliases)})
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in reversed(names)) + r")\b", re.IGNORECASE)
    service = stage.get(JobService)
    postings = list(service.postings(service.to_match()[:COUNTED]).values())
    begin = time.perf_counter()
    for posting in postings:
        Counter(pattern.findall(_text(posting)))
    return (time.perf_counter() - begin) / max(1, len(postings))


def _text(posting: Posting) -> str:
    return "\n".join([posting.title, posting.description, *posting.requirements, *posting.responsibilities])
