"""Asks Claude for its view from wherever the person is, after saying what that takes, and tells when many are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from careercoach_desktop.features.matching.model import JudgeOffer, JudgeWay
from careercoach_desktop.features.matching.ui.judge_dialog import ASK, JudgeDialog
from careercoach_desktop.features.matching.ui.judge_dialog import SETTINGS as TO_SETTINGS
from careercoach_desktop.features.matching.ui.judge_words import jobs_words
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.matching.service import JudgingService

TASK_KINDS = ("matching.judge", "matching.judge-batch")


class JudgeStarter(QObject):
    """One for the window: the board's bar, a card's menu and the drawer ask the same."""

    def __init__(self, desk: Desk, judging: JudgingService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._judging = judging
        desk.on(TaskChanged, self._on_task, owner=self)

    def ask(self, job_ids: Sequence[int]) -> None:
        """Say what it takes to have these judged, and begin when that is wanted."""
        self._desk.start(self._ask(list(job_ids)), owner=self)

    async def _ask(self, job_ids: list[int]) -> None:
        offer = await self._desk.work(self._judging.offer, job_ids)
        offers = {offer.way: offer}
        if offer.way is JudgeWay.BATCH:
            at_once: JudgeOffer = await self._desk.work(self._judging.offer, job_ids, None, JudgeWay.AT_ONCE)
            offers[JudgeWay.AT_ONCE] = at_once
        dialog = JudgeDialog(offers, self._desk.window)
        answer = await dialog.answer()
        if answer == TO_SETTINGS:
            self._desk.open_remedy(SETTINGS)
        elif answer == ASK:
            await self._desk.run(self._judging.start, job_ids, None, dialog.way)
            handed = dialog.way is JudgeWay.BATCH
            words = "Claude judges {} and brings its view within a day" if handed else "Claude judges {}"
            self._desk.toast(words.format(jobs_words(offer.jobs)))

    def _on_task(self, event: TaskChanged) -> None:
        """One job's view appears where it was asked for; of many it is said."""
        task = event.task
        if task.kind in TASK_KINDS and task.state is TaskState.SUCCEEDED and not task.subject:
            self._desk.toast(_done(task), tone="good")


def _done(task: Task) -> str:
    result = task.result or {}
    judged, left = int(str(result.get("judged", 0))), int(str(result.get("left", 0)))
    rest = f" {jobs_words(left)} could not be judged; ask again when you like." if left else ""
    return f"Claude judged {jobs_words(judged)}. You find its view in each job, under Match.{rest}"
