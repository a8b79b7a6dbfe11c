"""One pass over a calendar on a server: what changed on either side since the last, brought together.

Every step is noted as soon as the server has done it. Whoever is killed between the two finds the event at its address
the next time and goes on from there.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from careercoach_desktop.features.interviews.invitations.keeping import said_in, write_into
from careercoach_desktop.features.interviews.invitations.merging import (
    Merge,
    Seen,
    Shared,
    merged,
    shared_in,
    shared_of,
    written_digest,
)
from careercoach_desktop.features.interviews.invitations.reading import read_each
from careercoach_desktop.features.interviews.model import Interview, InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.exchange import TakenIn
from careercoach_desktop.features.interviews.model.invitation import Invitation
from careercoach_desktop.features.interviews.store import CalendarStore, Link
from careercoach_desktop.foundation.calendars.model import EventChanged, EventGone, NameTaken, StoredEvent
from careercoach_desktop.foundation.errors import UserError

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.base import Below
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
    from careercoach_desktop.foundation.calendars.server import CalendarServer
    from careercoach_desktop.foundation.tasks.context import TaskContext

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=30)
"""Rounds that are over longer are left as they are."""
_MOST_TURNS = 3
_CANT_BE_SEARCHED = ("calendar-forbidden", "calendar-missing", "calendar-refused")
_FIELD_WORDS = {"when": "time", "place": "place", "link": "link", "cancelled": "cancellation"}


class SyncPass:
    """Used once. ``told`` and ``put`` say afterwards what there is to tell and how many events were written."""

    def __init__(
        self,
        below: Below,
        interviews: InterviewService,
        exchange: ExchangeService,
        server: CalendarServer,
        calendar: str,
        context: TaskContext,
        now: Callable[[], datetime],
    ) -> None:
        self._db = below.database
        self._interviews = interviews
        self._exchange = exchange
        self._server = server
        self._calendar = calendar if calendar.endswith("/") else f"{calendar}/"
        self._context = context
        self._now = now
        self._changed: dict[int, tuple[Interview, Interview]] = {}
        self._read: dict[str, Invitation | None] = {}
        self._others: list[str] | None = None
        self.told: list[str] = []
        self.put = 0

    def run(self) -> None:
        """Raises UserError as ``CalendarServer`` does; what was done until then stays done."""
        for turn in range(1, _MOST_TURNS + 1):
            if not self._turn(is_last=turn == _MOST_TURNS):
                return

    def taken(self) -> TakenIn:
        """What changed here, for undo."""
        befores = tuple(before for before, _ in self._changed.values())
        return TakenIn((), befores, tuple(after for _, after in self._changed.values()))

    # --------------------------------------------------------------------------------------------------------------

    def _turn(self, *, is_last: bool) -> bool:
        """Everything once; whether somebody was quicker somewhere, so that it has to be looked at again."""
        every = self._links()
        links = {key: link for key, link in every.items() if link.calendar == self._calendar}
        lines = {line.interview.id: line for line in self._exchange.lines()}
        known = [link for link in links.values() if link.href]
        there = self._server.events(self._calendar, [link.href for link in known]) if known else {}
        self._read_all(there, links)
        self._follow_moved(lines, links, there)
        again = False
        for interview_id in sorted({*lines, *every}):
            self._context.check_cancelled()
            line, link = lines.get(interview_id), links.get(interview_id)
            try:
                if link is None and interview_id in every:
                    self._take_along(line, every[interview_id])
                elif line is None and link is not None:
                    self._take_away(link, there.get(link.href))
                elif line is not None and link is None:
                    self._bring(line)
                elif line is not None and link is not None:
                    self._bring_together(line, link, there.get(link.href))
            except (EventChanged, EventGone):
                again = True
                if is_last and line is not None:
                    self._tell_unwritten(line, link, "it seems to have changed there just now, each time we tried")
        return again

    def _links(self) -> dict[int, Link]:
        with self._db.read() as session:
            return CalendarStore(session).links()

    def _read_all(self, there: Mapping[str, StoredEvent | None], links: Mapping[int, Link]) -> None:
        """What is another version than the last time is read in the child process: anybody may have written it."""
        seen = {link.href: link.etag for link in links.values()}
        new = [
            each for each in there.values() if each is not None and (not each.etag or each.etag != seen[each.address])
        ]
        self._read = self._invitations(new)

    def _invitations(self, events: list[StoredEvent]) -> dict[str, Invitation | None]:
        from careercoach_desktop.features.interviews.invitations.reading import read_each

        if not events:
            return {}
        zone = self._interviews.own_zone()
        found = self._context.in_child(read_each, [each.data for each in events], zone, timeout=30.0)
        return {event.address: invitation for event, invitation in zip(events, found, strict=True)}

    # Moved --------------------------------------------------------------------------------------------------------

    def _follow_moved(
        self,
        lines: Mapping[int, InterviewLine],
        links: dict[int, Link],
        there: dict[str, StoredEvent | None],
    ) -> None:
        """What is gone from its address may only have another one now, maybe in another calendar of the person's: then
        it is followed, not called off."""
        for interview_id, link in list(links.items()):
            line, seen = lines.get(interview_id), Seen.from_text(link.seen)
            if line is None or not link.href or there.get(link.href) is not None or seen.gone:
                continue
            event = self._elsewhere(line.interview.uid)
            if event is None:
                continue
            if (read := self._read[event.address]) is not None and read.organiser:  # an invitation they keep themselves
                ours = Seen(shared_of(line.interview), {}, written_digest(self._data(line)), foreign=True)
                links[interview_id] = self._note(line, "", "", ours)
                continue
            if not event.address.startswith(self._calendar):
                self.told.append(
                    f"“{_name(line)}” was moved to another of your calendars; it is kept up to date there."
                )
            there[event.address] = event
            links[interview_id] = self._note(line, event.address, "", seen)

    def _elsewhere(self, uid: str) -> StoredEvent | None:
        """The event of that name, wherever the person has put it."""
        if self._others is None:
            self._others = [each.address for each in self._server.calendars() if each.address != self._calendar]
        for calendar in (self._calendar, *self._others):
            try:
                event = self._server.find(calendar, uid)
            except UserError as error:  # one that can't be searched is not ours to mend
                if calendar == self._calendar or error.code not in _CANT_BE_SEARCHED:
                    raise
                continue
            if event is None:
                continue
            self._read |= self._invitations([event])
            if (read := self._read[event.address]) is not None and read.uid == uid:
                return event
        return None

    def _take_along(self, line: InterviewLine | None, former: Link) -> None:
        """It stands in the calendar that was chosen before: it comes here with all that was set there, then goes there.
        Killed in between it is in both, and the next pass finds it so."""
        event = self._server.event(former.href) if former.href else None
        if line is None or event is None:
            if event is not None:
                self._take_out(event)
            self._drop(former)
            if line is not None:
                self._bring(line)
            return
        if event.address.startswith(self._calendar):  # the person had put it here before they chose this calendar
            self._note(line, event.address, "", Seen.from_text(former.seen))
            raise EventChanged
        self._move_here(line, former, event)

    def _move_here(self, line: InterviewLine, former: Link, event: StoredEvent) -> None:
        seen, read = Seen.from_text(former.seen), self._invitations([event])[event.address]
        if read is not None and read.uid == line.interview.uid:
            line, _ = self._taken_over(line, read, seen)
        href, data = self._href(line.interview), self._data(line)
        whole, theirs = self._with_theirs(line, data, event, seen)
        try:
            etag = self._server.create(href, whole)
        except EventChanged:  # we were killed after it was brought
            self._take_out(event)
            self._drop(former)
            raise
        except NameTaken:  # a server that has each name once, in all calendars together
            self._take_out(event)
            etag = self._server.create(href, whole)
        else:
            self._take_out(event)
        self.put += 1
        self._note(line, href, etag, Seen(shared_of(line.interview), theirs, written_digest(data), said=said_in(data)))

    def _take_out(self, event: StoredEvent) -> None:
        """Of a calendar that is left. The new one works whether or not the old lets it go."""
        try:
            self._server.delete(event.address, event.etag, event.data)
        except UserError as error:
            if error.transient:
                raise
            self.told.append(f"An interview could not be taken out of the calendar before: {error.message}")

    # One round ----------------------------------------------------------------------------------------------------

    def _take_away(self, link: Link, event: StoredEvent | None) -> None:
        """It was removed here, so it goes there."""
        if event is not None:
            self._server.delete(link.href, event.etag, event.data)
        with self._db.write() as unit:
            CalendarStore(unit.session).drop_links([link.interview_id])

    def _bring(self, line: InterviewLine) -> None:
        """It is not there yet, or we never noted that it is."""
        one = line.interview
        if one.cancelled or one.when.end < self._now() - LOOK_BACK:
            return
        href, data = self._href(one), self._data(line)
        try:
            etag = self._server.create(href, data)
        except NameTaken:
            self._note(line, "", "", Seen(shared_of(one), {}, written_digest(data), foreign=True))
            return
        except EventChanged:
            event = self._server.event(href)
            if event is None:
                raise
            read = self._invitations([event])
            self._read |= read
            self._unite(line, Link(one.id, self._calendar, href, "", "", self._now()), event, Seen({}, {}))
            return
        self.put += 1
        (own,) = read_each([data], self._interviews.own_zone())
        theirs = shared_in(own) if own is not None else {}
        self._note(line, href, etag, Seen(shared_of(one), theirs, written_digest(data), said=said_in(data)))

    def _bring_together(self, line: InterviewLine, link: Link, event: StoredEvent | None) -> None:
        seen = Seen.from_text(link.seen)
        one = line.interview
        digest = written_digest(self._data(line))
        if seen.foreign:
            if digest != seen.written:  # theirs may be gone by now
                self._drop(link)
                self._bring(line)
                now = self._links().get(one.id)
                if now is not None and not now.href:
                    self._tell_unwritten(line, None, "another program keeps its event there, so change it there, too")
            return
        if event is not None:
            self._unite(line, link, event, seen)
        elif seen.gone and (digest == seen.written or one.cancelled):
            return
        elif seen.gone or dict(shared_of(one)) != dict(seen.ours):
            self._drop(link)  # changed here since, so it is wanted there
            self._bring(line)
        else:
            self._gone_there(line, link, seen)

    def _gone_there(self, line: InterviewLine, link: Link, seen: Seen) -> None:
        """Taken away there: called off here, where that can be undone. What is over stays as it was."""
        one = line.interview
        if not one.cancelled and one.when.end > self._now():
            after = self._apply(one, {"outcome": InterviewOutcome.CANCELLED})
            self.told.append(f"“{_name(line)}” was deleted from your calendar, so it is cancelled here.")
            line = InterviewLine(after, line.title, line.company, line.status, line.conflicts)
        digest = written_digest(self._data(line))
        self._note(line, link.href, "", Seen(shared_of(line.interview), seen.theirs, digest, gone=True))

    def _unite(self, line: InterviewLine, link: Link, event: StoredEvent, seen: Seen) -> None:
        """Both are there."""
        invitation = self._read.get(event.address)
        data = self._data(line)
        if invitation is None or invitation.uid != line.interview.uid:
            if written_digest(data) == seen.written:
                return
            if event.address in self._read:
                self._tell_unwritten(line, link, "what stands there for it can’t be understood, so it is left alone")
            else:
                self._replace(line, link.href, event, data, seen)
            return
        line, outcome = self._taken_over(line, invitation, seen)
        data = self._data(line)
        if outcome.put:
            self._replace(line, link.href, event, data, seen)
        else:
            now = Seen(shared_of(line.interview), shared_in(invitation), written_digest(data), said=seen.said)
            self._note(line, link.href, event.etag, now)

    def _taken_over(self, line: InterviewLine, invitation: Invitation, seen: Seen) -> tuple[InterviewLine, Merge]:
        """What was changed there, made here."""
        outcome = merged(line.interview, invitation, seen, written_digest(self._data(line)))
        self._tell(line, outcome)
        if outcome.take:
            after = self._apply(line.interview, outcome.take)
            line = InterviewLine(after, line.title, line.company, line.status, line.conflicts)
        return line, outcome

    def _replace(self, line: InterviewLine, href: str, event: StoredEvent, data: bytes, seen: Seen) -> None:
        """Ours there, with what is theirs in it."""
        whole, theirs = self._with_theirs(line, data, event, seen)
        etag = self._server.replace(href, whole, event.etag, event.data)
        self.put += 1
        self._note(line, href, etag, Seen(shared_of(line.interview), theirs, written_digest(data), said=said_in(data)))

    def _with_theirs(self, line: InterviewLine, data: bytes, event: StoredEvent, seen: Seen) -> tuple[bytes, Shared]:
        """What to write, and how it will look from there, so that nothing we did ourselves seems their change."""
        uid, zone = line.interview.uid, self._interviews.own_zone()
        whole, read = self._context.in_child(write_into, data, event.data, uid, seen.said, zone, timeout=30.0)
        return whole, shared_in(read) if read is not None else {}

    # Noting -------------------------------------------------------------------------------------------------------

    def _apply(self, one: Interview, changes: Mapping[str, object]) -> Interview:
        before = self._interviews.change(one.id, changes, from_afar=True)
        after = self._interviews.get(one.id)
        self._changed[one.id] = (self._changed.get(one.id, (before, after))[0], after)
        return after

    def _tell(self, line: InterviewLine, outcome: Merge) -> None:
        name = _name(line)
        for field, side in outcome.both.items():
            what = _FIELD_WORDS[field]
            stands = "the calendar’s stands, because it is newer" if side == "theirs" else "what you wrote here stands"
            self.told.append(f"“{name}”: the {what} was changed here and in your calendar; {stands}.")
        if outcome.take and not outcome.both:
            called_off = outcome.take.get("outcome") is InterviewOutcome.CANCELLED
            self.told.append(
                f"“{name}” was cancelled in your calendar." if called_off else f"“{name}” was changed in your calendar."
            )

    def _tell_unwritten(self, line: InterviewLine, link: Link | None, why: str) -> None:
        """Once for each change that could not be written."""
        digest = written_digest(self._data(line))
        seen = Seen.from_text(link.seen) if link is not None else Seen({}, {})
        if seen.unwritten == digest:
            return
        self.told.append(f"“{_name(line)}” was changed here but not in your calendar: {why}.")
        if link is not None:
            self._note(line, link.href, link.etag, replace(seen, unwritten=digest))

    def _note(self, line: InterviewLine, href: str, etag: str, seen: Seen) -> Link:
        link = Link(line.interview.id, self._calendar, href, etag, seen.as_text(), self._now())
        with self._db.write() as unit, suppress(KeyError):
            self._interviews.kept(line.interview.id)
            CalendarStore(unit.session).put_link(link)
        return link

    def _drop(self, link: Link) -> None:
        with self._db.write() as unit:
            CalendarStore(unit.session).drop_links([link.interview_id])

    def _data(self, line: InterviewLine) -> bytes:
        from careercoach_desktop.features.interviews.invitations.writing import write_calendar

        return write_calendar([line], self._exchange.notices(), for_server=True)

    def _href(self, one: Interview) -> str:
        """An address of our own making, which no other program would choose."""
        return urljoin(self._calendar, f"career-coach-{hashlib.sha256(one.uid.encode()).hexdigest()[:32]}.ics")


def _name(line: InterviewLine) -> str:
    return ", ".join(part for part in (line.title, line.company) if part) or "Interview"
