"""Telling of a round in time: once for each beginning and each time ahead, whatever happened meanwhile.

That it was told is written down before it is told: a crash in between costs a notice, never makes two. What was missed
while the computer slept is told once, late, and only the nearest of it; nothing is told of what is over. Who puts a
round on a time themselves knows of it: what has come by then counts as told (``know``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from careercoach_desktop.features.interviews.model import Interview, InterviewLine
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service.base import Below, InterviewVerbs
from careercoach_desktop.features.interviews.store import InterviewStore, NoticeStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import Settings

if TYPE_CHECKING:
    from sqlmodel import Session

MORNING = time(9)
"""Whole days have no hour to be ahead of; their notices go by this one."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told now. ``begins`` is the moment it counts down to."""

    line: InterviewLine
    ahead: int
    begins: datetime


@dataclass(frozen=True, slots=True)
class _Untold:
    """Times ahead that have come and are not written down as told; ``is_news`` when the nearest is to be told."""

    notice: Notice
    ahead: tuple[int, ...]
    is_news: bool


class NoticingVerbs(InterviewVerbs):
    """What the system tells of."""

    def news(self) -> list[Notice]:
        """What has to be told of by now and was not; from now on it was. Nothing where somebody wants quiet."""
        ahead = self._ahead()
        if not ahead:
            return []
        now = self._now()
        with self._db.read() as session:
            if not self._untold(session, ahead, now):
                return []  # nearly always: nobody waits for the file because of a look at it
        with self._db.write() as unit:
            found = self._untold(unit.session, ahead, now)
            for one in found:
                starts = one.notice.line.interview.when.start
                NoticeStore(unit.session).mark(one.notice.line.interview.id, starts, one.ahead, now)
            return [one.notice for one in found if one.is_news]

    def _untold(self, session: Session, ahead: Sequence[int], now: datetime) -> list[_Untold]:
        kept = InterviewStore(session).between(now, now + timedelta(minutes=ahead[-1], days=2))
        lines = [line for line in self._lines(kept) if _is_ahead(line)]
        told = NoticeStore(session).told([line.interview.id for line in lines])
        found = []
        for line in lines:
            begins, starts = _begins(line.interview), line.interview.when.start
            past = [each for each in ahead if begins - timedelta(minutes=each) <= now]
            untold = [each for each in past if each not in told.get((line.interview.id, starts), ())]
            if untold:
                moment = begins - timedelta(minutes=past[0])
                # a time ahead that is asked for only now, of a round younger than it; and what is nearer was told
                is_news = past[0] in untold and moment >= line.interview.created
                found.append(_Untold(Notice(line, past[0], begins), tuple(untold), is_news))
        return found

    def _ahead(self) -> list[int]:
        settings = _settings(self._below)
        return [] if settings.notifications == "off" else _minutes_ahead(settings)


def know(session: Session, below: Below, interview: Interview, now: datetime) -> None:
    """The person has just put it on its time, or brought it back: what has come of it by now is no news to them."""
    begins, starts = _begins(interview), interview.when.start
    if starts <= now - timedelta(days=2):
        return
    store = NoticeStore(session)
    told = store.told([interview.id]).get((interview.id, starts), set())
    come = [each for each in _minutes_ahead(_settings(below)) if begins - timedelta(minutes=each) <= now]
    if untold := [each for each in come if each not in told]:
        store.mark(interview.id, starts, untold, now)


def _settings(below: Below) -> Settings:
    try:
        return below.settings()
    except UserError:  # a variable in the environment that is no value must not silence anything
        return Settings.model_validate({})


def _minutes_ahead(settings: Settings) -> list[int]:
    return sorted({int(each) for each in settings.interview_notices.split()})


def _is_ahead(line: InterviewLine) -> bool:
    return not line.interview.cancelled and line.interview.completed is None


def _begins(interview: Interview) -> datetime:
    when = interview.when
    if not when.all_day:
        return when.start
    return datetime.combine(when.day, MORNING, zone_of(when.zone)).astimezone(UTC)
