"""What needs the person: what is due as the bell has it, the conversations of the week, and what waits for a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import DueLine, JobCard, JobStatus
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.due import CLOSED, DueService
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.features.today.model import Need, NeedKind

AHEAD = timedelta(days=7)
"""How far ahead a conversation is something to do."""
_EVE = timedelta(days=1)
_KINDS = list(NeedKind)
_OF_REMINDERS = {
    ReminderKind.THANK_YOU: NeedKind.THANK_YOU,
    ReminderKind.DEADLINE: NeedKind.DEADLINE,
    ReminderKind.FOLLOW_UP: NeedKind.FOLLOW_UP,
    ReminderKind.NO_ANSWER: NeedKind.NO_ANSWER,
    ReminderKind.OWN: NeedKind.OWN,
}
"""A reminder of a conversation is not among them: the conversation itself says more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``needs`` in order, without what only a line that is shown says; ``rounds`` are all of the week."""

    needs: list[Need]
    rounds: list[InterviewLine]


class Needs:
    """Reads them through the services whose rules they follow from."""

    def __init__(self, jobs: JobService, due: DueService, interviews: InterviewService) -> None:
        self._jobs = jobs
        self._due = due
        self._interviews = interviews

    def on(self, now: datetime) -> Wanted:
        """``now`` is in the person's own zone."""
        today = now.date()
        due = [line for line in self._due.lines(today) if line.reminder.kind in _OF_REMINDERS]
        week = self._interviews.upcoming(None, datetime.combine(today + AHEAD + _EVE, time(), now.tzinfo))
        over = self._interviews.untold()
        in_play = self._in_play([*week, *over])
        thanked = self._interviews.last_completed(_jobs_of(due, ReminderKind.THANK_YOU))
        needs = [
            *(_round(NeedKind.INTERVIEW, each, now) for each in week if each.interview.job_id in in_play),
            *(_offer(card, now) for card in self._jobs.in_column(JobStatus.OFFER_RECEIVED)),
            *(_round(NeedKind.OUTCOME, each, now) for each in over if each.interview.job_id in in_play),
            *(_reminded(line, thanked, now) for line in due if not _is_over(line, today)),
        ]
        return Wanted(sorted(_once(needs), key=lambda need: _order(need, today)), week)

    def told(self, needs: Sequence[Need]) -> tuple[Need, ...]:
        """The same with what a line says beyond: the match of a job, how a conversation is prepared."""
        closing = [need.job_id for need in needs if need.kind is NeedKind.DEADLINE and need.job_id is not None]
        rounds = [need.interview.interview.id for need in needs if need.interview and need.kind is NeedKind.INTERVIEW]
        scores = {card.id: card.score for card in self._jobs.cards(closing)} if closing else {}
        prepared = self._interviews.prepared(rounds) if rounds else {}
        return tuple(_told(need, scores, prepared) for need in needs)

    def _in_play(self, rounds: Sequence[InterviewLine]) -> set[int]:
        """The jobs of these that are neither closed nor put away: of others a round is only history."""
        cards = self._jobs.cards([line.interview.job_id for line in rounds]) if rounds else []
        return {card.id for card in cards if card.status not in CLOSED}


def _round(kind: NeedKind, line: InterviewLine, now: datetime) -> Need:
    day = _day(line, now)
    made = Need(kind, day, line.title, line.company, job_id=line.interview.job_id, interview=line)
    return made if kind is NeedKind.INTERVIEW else replace(made, day=now.date(), since=day)


def _offer(card: JobCard, now: datetime) -> Need:
    since = card.entered_column.astimezone(now.tzinfo).date()
    return Need(NeedKind.OFFER, now.date(), card.title, card.company, job_id=card.id, since=since)


def _reminded(line: DueLine, thanked: Mapping[int, InterviewLine], now: datetime) -> Need:
    one, kind = line.reminder, _OF_REMINDERS[line.reminder.kind]
    made = Need(kind, one.day, line.title, line.company, line.job_id, line.contact_id, one.text, reminder_id=one.id)
    if kind is NeedKind.DEADLINE and line.deadline is not None:
        return replace(made, day=line.deadline)
    if kind is NeedKind.NO_ANSWER:
        return replace(made, since=line.since)
    last = thanked.get(line.job_id or 0) if kind is NeedKind.THANK_YOU else None
    return made if last is None else replace(made, interview=last, since=_day(last, now))


def _told(need: Need, scores: Mapping[int, int | None], prepared: Mapping[int, int]) -> Need:
    if need.kind is NeedKind.DEADLINE:
        return replace(need, match=scores.get(need.job_id or 0))
    if need.kind is NeedKind.INTERVIEW and need.interview is not None:
        stories = prepared.get(need.interview.interview.id)
        return replace(need, prepared=stories is not None, stories=stories or 0)
    return need


def _once(needs: Sequence[Need]) -> list[Need]:
    """Silence is broken by a conversation, and asking after it is what a follow-up is: then only that is said."""
    spoken = {need.job_id for need in needs if need.kind in _BREAKING_SILENCE}
    return [need for need in needs if need.kind is not NeedKind.NO_ANSWER or need.job_id not in spoken]


_BREAKING_SILENCE = (NeedKind.INTERVIEW, NeedKind.OUTCOME, NeedKind.THANK_YOU, NeedKind.FOLLOW_UP)


def _order(need: Need, today: date) -> tuple[date, int, date, str]:
    """What is overdue and today's first, then day by day, of a day the most pressing kind. A conversation and a
    deadline are today's on the eve: that is when something can still be done. Silence has no day of its own; it comes
    after the week, or a dozen quiet applications would hide Thursday's conversation."""
    day = need.day
    if need.kind in (NeedKind.INTERVIEW, NeedKind.DEADLINE):
        day -= _EVE
    if need.kind is NeedKind.NO_ANSWER:
        return today + AHEAD, _KINDS.index(need.kind), need.since or need.day, need.name
    return max(day, today), _KINDS.index(need.kind), need.day, need.name


def _is_over(line: DueLine, today: date) -> bool:
    """A deadline that passed since the bell was last gone over."""
    is_deadline = line.reminder.kind is ReminderKind.DEADLINE
    return is_deadline and line.deadline is not None and line.deadline < today


def _jobs_of(due: Iterable[DueLine], kind: ReminderKind) -> list[int]:
    return [line.job_id for line in due if line.reminder.kind is kind and line.job_id is not None]


def _day(line: InterviewLine, now: datetime) -> date:
    """The person's own day; a whole day is the same everywhere."""
    when = line.interview.when
    return when.day if when.all_day else when.start.astimezone(now.tzinfo).date()
