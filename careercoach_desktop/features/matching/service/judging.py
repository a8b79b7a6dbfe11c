"""Claude's view of how well jobs fit: asked for, never started by itself, beside the score and never in its place.

A few jobs are asked about at once, five to a question. Many are handed over together at half price: the task looks
after the batch with growing pauses, holds no seat meanwhile, and goes on after any end of the program. Whatever was
judged is kept with a digest of what it rests on, so that the same is never asked twice.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.matching.model import JobsJudged, Judgement, JudgementView, JudgeOffer, JudgeWay
from careercoach_desktop.features.matching.service.matching import no_resume
from careercoach_desktop.features.matching.store import JobJudgementRow, JudgementStore
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Resume
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.batches import BatchItem, BatchLook
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.llm.faults import fault
from careercoach_desktop.foundation.llm.lane import CLAUDE
from careercoach_desktop.foundation.llm.model import Estimate, Purpose
from careercoach_desktop.foundation.settings.endpoints import host_of
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.tasks.model import Task, TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import LookAgain, Priority, TaskContext, TaskKind, TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.features.matching.agents.job_matcher import Verdicts

log = logging.getLogger(__name__)

JUDGE = "matching.judge"
JUDGE_BATCH = "matching.judge-batch"
CALL_OFF = "matching.call-off"
"""After a batch was cancelled: tell the server, and take in what had been answered by then."""
JUDGING = (JUDGE, JUDGE_BATCH)

FEW = 20
"""Up to so many are asked about at once; more go together, at half price."""
MOST = 1_000
SHORTEST_POSTING = 80
"""Letters; less says nothing that could be judged."""
_OF_THESE_ONLY = ("claude-declined", "claude-unreadable", "claude-truncated", "claude-too-long")
"""What one question may end in without a word about the next."""
_MOST_ESTIMATED = 10
"""Questions that are looked at for an estimate; of more, so many spread over all of them stand for the rest."""
_USUAL_SECONDS = 10.0
"""For one question, when nothing better is known."""
_FIRST_LOOK = timedelta(seconds=20)
_LONGEST_PAUSE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What judgements rest on beside the posting."""

    resume: Resume
    wishes: Preferences
    person: str
    """A digest of both."""
    model: str


class JudgingService:
    """Beside ``MatchingService``, because it alone needs Claude."""

    def __init__(
        self,
        database: Database,
        queue: TaskQueue,
        jobs: JobService,
        resumes: ResumeService,
        profile: ProfileService,
        claude: Claude,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._queue = queue
        self._jobs = jobs
        self._resumes = resumes
        self._profile = profile
        self._claude = claude
        self._now = now
        queue.register(TaskKind(JUDGE, self._judge, repeatable=False, lane=CLAUDE))
        queue.register(TaskKind(JUDGE_BATCH, self._judge_together, resume_after_crash=True, lane=CLAUDE))
        queue.register(TaskKind(CALL_OFF, self._call_off, resume_after_crash=True, lane=CLAUDE))
        database.bus.within(TaskChanged, self._on_task)

    def offer(self, job_ids: Sequence[int], resume_id: int | None = None, way: JudgeWay | None = None) -> JudgeOffer:
        """What asking would take; nothing is sent. ``way`` None: what suits so many.

        Raises UserError when there is no résumé, or more jobs than ``MOST``."""
        if len(job_ids) > MOST:
            raise UserError(f"At most {MOST:,} jobs can be judged at once.", "Choose fewer.", code="too-many-jobs")
        basis = self._basis(resume_id)
        postings = self._readable(job_ids)
        wanted = self._open(basis, postings)
        way = way or self._way(len(wanted))
        questions = list(_chunks(wanted))
        looked_at = questions[:: -(-len(questions) // _MOST_ESTIMATED)] if questions else []
        estimates = [self._claude.estimate(_request(basis, some)) for some in looked_at]
        share = len(questions) / max(len(looked_at), 1)
        status = self._claude.status()
        seconds = share * sum(_USUAL_SECONDS if one.seconds is None else one.seconds for one in estimates)
        return JudgeOffer(
            jobs=len(wanted),
            known=len(postings) - len(wanted),
            unread=len(set(job_ids)) - len(postings),
            way=way,
            estimate=_together(basis.model, estimates, share / 2 if way is JudgeWay.BATCH else share, share),
            host=host_of(status.endpoint),
            seconds=seconds if way is JudgeWay.AT_ONCE else None,
            problem=None if status.ready else fault("claude-no-key"),
        )

    def start(self, job_ids: Sequence[int], resume_id: int | None = None, way: JudgeWay | None = None) -> int | None:
        """Queue it; the task's number, or None when all of them are judged already.

        Raises UserError as ``offer``, and without a key."""
        if not self._claude.is_ready():
            raise fault("claude-no-key")
        basis = self._basis(resume_id)
        wanted = list(self._open(basis, self._readable(job_ids)))
        if not wanted:
            return None
        together = (way or self._way(len(wanted))) is JudgeWay.BATCH
        payload = {"job_ids": wanted, "resume_id": basis.resume.id}
        with self._database.write() as unit:
            for task in self._queue.active():
                if task.kind in JUDGING and not task.state.is_over and task.payload == payload:
                    return task.id
            return self._queue.enqueue(
                unit,
                JUDGE_BATCH if together else JUDGE,
                self._title(wanted),
                payload,
                f"job:{wanted[0]}" if len(wanted) == 1 else "",
                priority=Priority.BACKGROUND if together else Priority.WAITED_FOR,
            )

    def view(self, job_id: int, resume_id: int | None = None) -> JudgementView | None:
        """What Claude last said of this job and résumé (the primary one when not named); None when it was not asked."""
        basis = self._basis(resume_id)
        posting = self._jobs.postings([job_id]).get(job_id)
        with self._database.read() as session:
            row = JudgementStore(session).get(job_id, basis.resume.id)
        if row is None or posting is None:
            return None
        is_current = row.basis == _digest(basis, posting)
        return JudgementView(Judgement.model_validate_json(row.content), row.made_by, row.created, is_current)

    def under_way(self, job_id: int) -> Task | None:
        """The task that is to judge this job, while it has not ended."""
        for task in reversed(self._queue.active()):
            if task.kind in JUDGING and not task.state.is_over and job_id in _job_ids(task.payload):
                return task
        return None

    # --- what is asked -------------------------------------------------------------------------------------------

    def _basis(self, resume_id: int | None) -> _Basis:
        from careercoach_desktop.features.matching.agents.job_matcher import person_of

        resume = self._resumes.resume(resume_id) if resume_id is not None else self._resumes.primary()
        if resume is None:
            raise no_resume()
        wishes = self._profile.profile().preferences
        return _Basis(resume, wishes, person_of(resume.data, wishes), self._claude.model_for(Purpose.MATCHING))

    def _way(self, count: int) -> JudgeWay:
        takes_many = self._claude.batches.are_taken(self._claude.model_for(Purpose.MATCHING))
        return JudgeWay.BATCH if count > FEW and takes_many else JudgeWay.AT_ONCE

    def _readable(self, job_ids: Sequence[int]) -> dict[int, Posting]:
        """The postings that say enough to be judged, in the order asked for."""
        found = self._jobs.postings(list(dict.fromkeys(job_ids)))
        long_enough = {job_id for job_id, one in found.items() if len(one.description.strip()) >= SHORTEST_POSTING}
        return {job_id: found[job_id] for job_id in dict.fromkeys(job_ids) if job_id in long_enough}

    def _open(self, basis: _Basis, postings: Mapping[int, Posting]) -> dict[int, Posting]:
        """Those of them that were not judged just so before, by the model that would be asked now."""
        with self._database.read() as session:
            known = JudgementStore(session).bases(list(postings), basis.resume.id)
        return {
            job_id: posting
            for job_id, posting in postings.items()
            if known.get(job_id) != (_digest(basis, posting), basis.model)
        }

    def _title(self, job_ids: Sequence[int]) -> str:
        if len(job_ids) == 1:
            return f"Claude judges “{self._jobs.job(job_ids[0]).posting.title}”"
        return f"Claude judges {len(job_ids):,} jobs"

    # --- a few, at once ------------------------------------------------------------------------------------------

    def _judge(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """What was judged before an interruption is not asked again: only the rest is open."""
        basis = self._basis(int(payload["resume_id"]))
        wanted = self._open(basis, self._readable(_job_ids(payload)))
        judged, problem = 0, None
        for some in _chunks(wanted):
            them = "it" if len(wanted) == 1 else "them"
            context.progress(judged / len(wanted), f"Claude compares {them} with your résumé")
            try:
                answer = self._claude.ask(
                    _request(basis, some), waiting=context, task_id=context.task_id, subject=_subject(wanted)
                )
            except UserError as error:
                if error.code not in _OF_THESE_ONLY:
                    raise
                problem = error
                continue
            judged += self._keep(basis, some, answer.value, answer.model)
        if problem is not None and not judged:
            raise problem
        return {"judged": judged, "left": len(wanted) - judged}

    # --- many, together ------------------------------------------------------------------------------------------

    def _judge_together(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """Hand over once, then look now and then; between two looks the task rests in the queue."""
        from careercoach_desktop.features.matching.agents.job_matcher import Verdicts

        batch_id = self._claude.batches.of_task(context.task_id)
        if batch_id is None:
            batch_id = self._hand_over(context, payload)
            if batch_id is None:
                return {"judged": 0, "left": 0}
        try:
            look = self._claude.batches.collect(batch_id, Verdicts, waiting=context)
        except UserError as busy:
            if not busy.transient or busy.code in CLAUDE.outages:
                raise
            raise LookAgain(_LONGEST_PAUSE, "Claude has them; it was too busy to say how far it is") from busy
        if not look.is_over:
            raise LookAgain(_pause(self._now() - look.since), "Claude has them; the answers come within a day")
        judged = self._keep_all(look, int(payload["resume_id"]))
        problem = next((answer.problem for answer in look.answers if answer.problem is not None), None)
        if problem is not None and not judged:
            raise problem
        total = sum(len(json.loads(answer.label)["jobs"]) for answer in look.answers)
        return {"judged": judged, "left": total - judged}

    def _hand_over(self, context: TaskContext, payload: dict[str, Any]) -> int | None:
        context.progress(None, "Handing the jobs over")
        basis = self._basis(int(payload["resume_id"]))
        wanted = self._open(basis, self._readable(_job_ids(payload)))
        items = []
        for some in _chunks(wanted):
            bases = {str(job_id): _digest(basis, posting) for job_id, posting in some.items()}
            items.append(BatchItem(json.dumps({"jobs": list(some), "bases": bases}), _request(basis, some)))
        if not items:
            return None
        return self._claude.batches.submit(items, waiting=context, task_id=context.task_id, subject=_subject(wanted))

    def _on_task(self, event: TaskChanged, unit: UnitOfWork) -> None:
        """A batch that is no longer wanted is called off where it is, too; one that came to nothing is handed over anew
        when the person starts its task again."""
        task = event.task
        if task.kind == JUDGE_BATCH and task.state is TaskState.FAILED:
            self._claude.batches.put_away(task.id)
        if task.kind == JUDGE_BATCH and task.state is TaskState.CANCELLED:
            batch_id = self._claude.batches.of_task(task.id)
            if batch_id is not None:
                payload = {**task.payload, "batch_id": batch_id}
                self._queue.enqueue(unit, CALL_OFF, "Calling off what Claude was to judge", payload)

    def _call_off(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        from careercoach_desktop.features.matching.agents.job_matcher import Verdicts

        batch_id = int(payload["batch_id"])
        try:
            look = self._claude.batches.collect(batch_id, Verdicts, waiting=context)
            if not look.is_over:
                self._claude.batches.cancel(batch_id, waiting=context)
        except UserError as error:
            if error.code == "claude-batch-gone":  # it never got there: nothing is left to be called off
                return {"judged": 0}
            raise
        if not look.is_over:
            raise LookAgain(_pause(self._now() - look.since), "Claude was told; what was answered is still collected")
        return {"judged": self._keep_all(look, int(payload["resume_id"]))}

    def _keep_all(self, look: BatchLook[Verdicts], resume_id: int) -> int:
        """Write down what a batch that is over brought; how many jobs were judged."""
        basis, judged = self._basis(resume_id), 0
        for answer in look.answers:
            label = json.loads(answer.label)
            if answer.value is not None:
                postings = self._jobs.postings(label["jobs"])
                judged += self._keep(basis, postings, answer.value, answer.model, label["bases"])
        return judged

    # --- what came back ------------------------------------------------------------------------------------------

    def _keep(
        self,
        basis: _Basis,
        postings: Mapping[int, Posting],
        said: Verdicts,
        model: str,
        bases: Mapping[str, str] | None = None,
    ) -> int:
        """Write down what was said of these jobs; how many that were. ``bases``: what it rests on, when that may have
        changed since. A job whose posting is another one now is not found in the answer: nothing is said of it."""
        from careercoach_desktop.features.matching.agents.job_matcher import judgements

        found = judgements(said, postings)
        with self._database.write() as unit:
            store = JudgementStore(unit.session)
            for job_id, judgement in found.items():
                store.put(
                    JobJudgementRow(
                        job_id=job_id,
                        resume_id=basis.resume.id,
                        basis=(bases or {}).get(str(job_id)) or _digest(basis, postings[job_id]),
                        made_by=model,
                        content=judgement.model_dump_json(),
                        created=self._now(),
                    )
                )
            if found:
                unit.emit(JobsJudged(tuple(found), basis.resume.id))
        return len(found)


def _request(basis: _Basis, postings: Mapping[int, Posting]) -> Any:
    from careercoach_desktop.features.matching.agents.job_matcher import matcher_request

    return matcher_request(basis.resume.data, basis.wishes, list(postings.values()))


def _digest(basis: _Basis, posting: Posting) -> str:
    from careercoach_desktop.features.matching.agents.job_matcher import basis_of

    return basis_of(basis.person, posting)


def _chunks(postings: Mapping[int, Posting]) -> Iterator[dict[int, Posting]]:
    from careercoach_desktop.features.matching.agents.job_matcher import PER_CALL

    pairs = list(postings.items())
    for start in range(0, len(pairs), PER_CALL):
        yield dict(pairs[start : start + PER_CALL])


def _together(model: str, estimates: Sequence[Estimate], price: float, share: float) -> Estimate:
    """What all take, from some of them: ``share`` times their tokens, ``price`` times their cost; nothing is known of
    it when one has none."""
    if not estimates:
        return Estimate(model, 0, 0, 0)
    costs = [one.cost for one in estimates]
    known = [cost for cost in costs if cost is not None]
    cost = sum(known) if len(known) == len(costs) else None
    return replace(
        estimates[0],
        input_tokens=round(share * sum(one.input_tokens for one in estimates)),
        output_tokens=round(share * sum(one.output_tokens for one in estimates)),
        cost=None if cost is None else round(price * cost),
        kept=all(one.kept for one in estimates),
        replaced=tuple(dict.fromkeys(name for one in estimates for name in one.replaced)),
    )


def _pause(age: timedelta) -> timedelta:
    """Soon at first, for a batch may be done in a minute; rarer the longer it takes."""
    return min(max(age / 4, _FIRST_LOOK), _LONGEST_PAUSE)


def _job_ids(payload: Mapping[str, Any]) -> list[int]:
    return [int(each) for each in payload["job_ids"]]


def _subject(postings: Mapping[int, Posting]) -> str:
    return f"job:{next(iter(postings))}" if len(postings) == 1 else ""
