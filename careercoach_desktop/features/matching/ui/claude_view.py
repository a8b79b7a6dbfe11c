"""“Claude’s view” in the Match tab: its score with reasons and gaps, beside the score that is computed here.

It is labelled as an opinion, says so when it is far from the computed score or rests on something that has changed,
and is asked for only by a press of a button that says what that takes and what it sends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.matching.model import JobsJudged, JudgementView, JudgeOffer, is_far
from careercoach_desktop.features.matching.ui.judge_words import OPINION, sent_words
from careercoach_desktop.features.matching.ui.judging import TASK_KINDS
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.faults import place_of
from careercoach_desktop.foundation.llm.model import KeyChanged
from careercoach_desktop.foundation.llm.words import estimate_words, model_name
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Badge,
    Banner,
    Button,
    Card,
    Desk,
    Heading,
    IconView,
    Size,
    Space,
    Spinner,
    Text,
    clear,
    column,
    holder,
    moment_words,
    row,
)
from careercoach_desktop.foundation.uikit.moments import clock_words

if TYPE_CHECKING:
    from careercoach_desktop.features.matching.service import JudgingService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue


class ClaudeView(QWidget):
    """What was judged. ``asking`` is a widget of its own, for further down: the offer, while nothing was judged yet."""

    def __init__(
        self,
        desk: Desk,
        judging: JudgingService,
        queue: TaskQueue,
        job_id: int,
        resume_id: int | None,
        score: int | None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._judging = judging
        self._queue = queue
        self._job_id = job_id
        self._resume_id = resume_id
        self._score = score
        self._told = 0
        """How often something was told: what was read before the last time is old."""
        self._body = column(spacing=Space.S)
        self.setLayout(self._body)
        self._asking_body = column(spacing=Space.XS)
        self.asking = holder(self._asking_body)
        self.hide()
        self.asking.hide()
        desk.on(JobsJudged, self._on_judged, owner=self)
        desk.on(TaskChanged, self._on_task, owner=self)
        desk.on(KeyChanged, lambda _event: self.load(), owner=self)
        desk.on(SettingsChanged, lambda _event: self.load(), owner=self)
        self.load()

    def load(self) -> None:
        """Read it anew."""
        self._told += 1
        self._desk.start(self._load(self._told), owner=self)

    async def _load(self, told: int) -> None:
        try:
            view = await self._desk.work(self._judging.view, self._job_id, self._resume_id)
            task = await self._desk.work(self._judging.under_way, self._job_id)
            offer = await self._desk.work(self._judging.offer, [self._job_id], self._resume_id)
        except UserError:  # the keychain is locked, or the résumé has gone: whoever presses a button is told
            view, task, offer = None, None, None
        failed = await self._failed() if task is None else None
        if told == self._told:
            self._show(view, task, offer, failed)

    async def _failed(self) -> Task | None:
        """The question about this job alone that ended last, when it went wrong."""
        for task in await self._desk.work(self._queue.latest):
            if task.kind in TASK_KINDS and task.subject == f"job:{self._job_id}":
                return task if task.state is TaskState.FAILED else None
        return None

    def _show(
        self, view: JudgementView | None, task: Task | None, offer: JudgeOffer | None, failed: Task | None
    ) -> None:
        clear(self._body)
        clear(self._asking_body)
        can_ask = offer is not None and offer.problem is None and offer.jobs > 0
        if view is not None:
            self._body.addWidget(self._card(view, offer if can_ask and task is None else None))
        if task is not None:
            self._body.addWidget(self._waiting(task))
        elif failed is not None and (view is None or not view.is_current):
            self._asking_body.addWidget(self._failure(failed))
        if view is None and task is None and offer is not None and can_ask:
            self._asking_body.addWidget(self._offer(offer))
        self.setVisible(self._body.count() > 0)
        self.asking.setVisible(self._asking_body.count() > 0)

    def _card(self, view: JudgementView, again: JudgeOffer | None) -> Card:
        judged = view.judgement
        card = Card(padding=Space.L)
        card.setAccessibleName(f"Claude’s view: {judged.score} of 100")
        made = Text(f"{model_name(view.model)} · {moment_words(view.created)}", size=Size.SMALL, tone="third")
        badge = Badge(str(judged.score), "neutral", name="Claude’s score")
        card.add(row(Heading("Claude’s view", 3), badge, STRETCH, made, spacing=Space.S))
        for sentence in judged.reasons:
            card.add(_line("check-circle", "green", "speaks for it", sentence))
        for sentence in judged.gaps:
            card.add(_line("x-circle", "amber", "is missing", sentence))
        if is_far(judged.score, self._score):
            card.add(Banner(_far(self._score), "warn"))
        card.add(Text(OPINION, size=Size.SMALL, tone="third", wrap=True))
        if not view.is_current:
            card.add(self._old(again))
        return card

    def _old(self, again: JudgeOffer | None) -> QWidget:
        words = Text(
            "The résumé, your wishes or the posting have changed since.", size=Size.SMALL, tone="amber", wrap=True
        )
        line = row(words, spacing=Space.S)
        line.setStretch(0, 1)
        if again is not None:
            link = Button(f"Ask again · {estimate_words(again.estimate)}", "link", compact=True)
            link.clicked.connect(self._start)
            line.addWidget(link)
        return holder(line)

    def _offer(self, offer: JudgeOffer) -> QWidget:
        button = Button(f"Ask Claude for its view · {estimate_words(offer.estimate)}", icon="sparkle")
        button.clicked.connect(self._start)
        kept = "Nothing is sent: the answer of last time is kept here."
        sent = Text(
            kept if offer.estimate.kept else sent_words(offer, one=True), size=Size.SMALL, tone="third", wrap=True
        )
        return holder(column(row(button, STRETCH), sent, spacing=Space.XS))

    def _waiting(self, task: Task) -> QWidget:
        words = _retrying(task) if task.state is TaskState.RETRYING else _doing(task)
        cancel = Button("Cancel", "link", compact=True)
        cancel.clicked.connect(lambda: self._desk.start(self._desk.run(self._queue.cancel, task.id), owner=self))
        told = Text(words.strip(), size=Size.SMALL, tone="second", wrap=True)
        line = row(Spinner(), told, cancel, spacing=Space.S)
        line.setStretch(1, 1)
        return holder(line)

    def _failure(self, task: Task) -> Banner:
        place = place_of(task.code)
        words = f"{task.error} {task.next_step}".strip()
        banner = Banner(words, "warn", action="Open Settings" if place else "")
        banner.acted.connect(lambda: self._desk.open_remedy(place))
        return banner

    def _start(self) -> None:
        self._desk.start(self._desk.run(self._judging.start, [self._job_id], self._resume_id), owner=self)

    def _on_judged(self, event: JobsJudged) -> None:
        if self._job_id in event.job_ids:
            self.load()

    def _on_task(self, event: TaskChanged) -> None:
        payload = event.task.payload
        if event.task.kind in TASK_KINDS and self._job_id in _job_ids(payload.get("job_ids")):
            self.load()


def _line(icon: str, colour: str, meaning: str, sentence: str) -> QHBoxLayout:
    """A reason or a gap; the icon's meaning is said to who can't see it."""
    words = Text(sentence, size=Size.SMALL, wrap=True)
    words.setAccessibleName(f"{meaning}: {sentence}")
    line = row(spacing=Space.S)
    line.addWidget(IconView(icon, colour), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line


def _far(score: int | None) -> str:
    return (
        f"Far from the {score} that is computed here. A posting can mislead a model: "
        "read it yourself before you rely on either."
    )


def _retrying(task: Task) -> str:
    """Why it waits, and that it is tried again by itself."""
    when = clock_words(task.next_attempt) if task.next_attempt is not None else ""
    again = f"It is tried again by itself at {when}." if when else ""
    return " ".join(part for part in (task.error, task.next_step, again) if part)


def _doing(task: Task) -> str:
    if task.state is TaskState.QUEUED:
        return task.note or "Waits for its turn"
    return f"{task.note or 'Claude reads the posting'}…"


def _job_ids(payload: object) -> Sequence[object]:
    return payload if isinstance(payload, list) else []
