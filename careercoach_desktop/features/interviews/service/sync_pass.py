"""One pass over a calendar on a server: what changed on either side since the last, brought together.

Every step is noted as soon as the server has done it. Whoever is killed between the two finds the event at its address
the next time and goes on from there.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from careercoach_desktop.features.interviews.invitations.merging import (
    Merge,
    Seen,
    merged,
    shared_in,
    shared_of,
    written_digest,
)
from careercoach_desktop.features.interviews.model import Interview, InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.model.exchange import TakenIn
from careercoach_desktop.features.interviews.model.invitation import Invitation
from careercoach_desktop.features.interviews.store import CalendarStore, Link
from careercoach_desktop.foundation.calendars.model import EventChanged, EventGone, NameTaken, StoredEvent

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
        self.told: list[str] = []
        self.put = 0

    def run(self) -> None:
        """Raises UserError as ``CalendarServer`` does; what was done until then stays done."""
        for _ in range(_MOST_TURNS):
            if not self._turn():
                return
        log.info("the calendar changes faster than it can be followed; the next pass goes on")

    def taken(self) -> TakenIn:
        """What changed here, for undo."""
        befores = tuple(before for before, _ in self._changed.values())
        return TakenIn((), befores, tuple(after for _, after in self._changed.values()))

    # --------------------------------------------------------------------------------------------------------------

    def _turn(self) -> bool:
        """Everything once; whether somebody was quicker somewhere, so that it has to be looked at again."""
        links = self._links()
        lines = {line.interview.id: line for line in self._exchange.lines()}
        known = [link for link in links.values() if link.href]
        there = self._server.events(self._calendar, [link.href for link in known]) if known else {}
        self._read_all(there, links)
        again = False
        for interview_id in sorted({*lines, *links}):
            self._context.check_cancelled()
            line, link = lines.get(interview_id), links.get(interview_id)
            try:
                if line is None and link is not None:
                    self._take_away(link, there.get(link.href))
                elif line is not None and link is None:
                    self._bring(line)
                elif line is not None and link is not None:
                    self._bring_together(line, link, there.get(link.href))
            except (EventChanged, EventGone):
                again = True
        return again

    def _links(self) -> dict[int, Link]:
        """Of this calendar; those of another are from before it was chosen."""
        with self._db.read() as session:
            links = CalendarStore(session).links()
        return {key: link for key, link in links.items() if link.calendar == self._calendar}

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

    # One round ----------------------------------------------------------------------------------------------------

    def _take_away(self, link: Link, event: StoredEvent | None) -> None:
        """It was removed here, so it goes there."""
        if event is not None:
            self._server.delete(link.href, event.etag)
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
        self._note_written(line, href, etag, data)

    def _bring_together(self, line: InterviewLine, link: Link, event: StoredEvent | None) -> None:
        seen = Seen.from_text(link.seen)
        one = line.interview
        digest = written_digest(self._data(line))
        if seen.foreign:
            if digest != seen.written:  # theirs may be gone by now
                self._drop(link)
                self._bring(line)
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
            if event.address in self._read:  # nobody can read it, so it is left alone
                return
            if written_digest(data) == seen.written:
                return
            self._replace(line, link.href, event.etag, data)
            return
        outcome = merged(line.interview, invitation, seen, written_digest(data))
        self._tell(line, outcome)
        if outcome.take:
            after = self._apply(line.interview, outcome.take)
            line = InterviewLine(after, line.title, line.company, line.status, line.conflicts)
            data = self._data(line)
        if outcome.put:
            self._replace(line, link.href, event.etag, data)
        else:
            now = Seen(shared_of(line.interview), shared_in(invitation), written_digest(data))
            self._note(line, link.href, event.etag, now)

    def _replace(self, line: InterviewLine, href: str, etag: str, data: bytes) -> None:
        etag = self._server.replace(href, data, etag)
        self.put += 1
        self._note_written(line, href, etag, data)

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

    def _note_written(self, line: InterviewLine, href: str, etag: str, data: bytes) -> None:
        """What we wrote, read as theirs will be, so that nothing we did ourselves looks like their change."""
        from careercoach_desktop.features.interviews.invitations.reading import read_each

        (read,) = read_each([data], self._interviews.own_zone())
        theirs = shared_in(read) if read is not None else {}
        self._note(line, href, etag, Seen(shared_of(line.interview), theirs, written_digest(data)))

    def _note(self, line: InterviewLine, href: str, etag: str, seen: Seen) -> None:
        link = Link(line.interview.id, self._calendar, href, etag, seen.as_text(), self._now())
        with self._db.write() as unit, suppress(KeyError):
            self._interviews.kept(line.interview.id)
            CalendarStore(unit.session).put_link(link)

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
