"""A calendar file read: which of its events invite, which cancel, and which say something else.

Runs in the child process, because files come from strangers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from careercoach_desktop.features.interviews.invitations.events import Reader, UnreadableError
from careercoach_desktop.features.interviews.invitations.lines import Component, read_tree
from careercoach_desktop.features.interviews.invitations.zones import Zones, known_zone, plain_time
from careercoach_desktop.features.interviews.model.invitation import (
    INSTANCE,
    Invitation,
    InvitationFile,
    Remark,
    RemarkKind,
)
from careercoach_desktop.foundation.errors import UserError

MOST_OF_A_SERIES = 10
_ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")
_SIMPLE_RULE = {"FREQ", "COUNT", "UNTIL", "INTERVAL", "BYDAY", "WKST"}


def read_invitations(data: bytes, own_zone: str, own_emails: tuple[str, ...] = ()) -> InvitationFile:
    """Every event of a calendar file, an e-mail that carries one, or the text of one; of two versions of an event the
    newer. ``own_zone``: where times without a zone are meant. ``own_emails`` are not interviewers.

    Raises UserError ``calendar-none``, ``calendar-empty``, ``calendar-answer``, ``calendar-unreadable``,
    ``calendar-large``, ``calendar-deep`` or ``calendar-many``.
    """
    found: dict[str, Invitation] = {}
    unreadable = answers = 0
    for calendar in read_tree(data):
        method = _value(calendar, "METHOD")
        events = calendar.named("VEVENT")
        if method in _ANSWERS:
            answers += len(events)
            continue
        reader = _reader(calendar, own_zone, own_emails)
        for event in events:
            try:
                read = _of_series(reader.invitation(event, cancels=method == "CANCEL"), event)
            except UnreadableError:
                unreadable += 1
                continue
            for each in read:
                if each.uid not in found or _version(each) >= _version(found[each.uid]):
                    found[each.uid] = each
    if not found:
        raise _nothing(unreadable, answers)
    return InvitationFile(invitations=tuple(found.values()), unreadable=unreadable, answers=answers)


def read_each(files: Sequence[bytes], own_zone: str) -> list[Invitation | None]:
    """The first event of each of these files; None for one that can't be read."""
    found: list[Invitation | None] = []
    for data in files:
        try:
            found.append(read_invitations(data, own_zone).invitations[0])
        except UserError:
            found.append(None)
    return found


def _reader(calendar: Component, own_zone: str, own_emails: tuple[str, ...]) -> Reader:
    spoken = calendar.first("X-WR-TIMEZONE")
    mine = frozenset(each.lower() for each in own_emails if each)
    return Reader(Zones(calendar, own_zone), own_zone, known_zone(spoken.value if spoken else "") or "", mine)


def _of_series(invitation: Invitation, event: Component) -> list[Invitation]:
    """An event that repeats a few times is a few interviews; one that repeats without a near end is its first."""
    instance = event.first("RECURRENCE-ID")
    if instance is not None:
        at = plain_time(instance.value)
        return [_named(invitation, at)] if at is not None else [invitation]
    rule = event.first("RRULE")
    when = invitation.when
    if when is None or (rule is None and event.first("RDATE") is None):
        return [invitation]
    begins = list(islice(_few(rule.value if rule else "", when.local), MOST_OF_A_SERIES + 1))
    if not 1 < len(begins) <= MOST_OF_A_SERIES or invitation.cancelled:
        remark = Remark(kind=RemarkKind.REPEATS)
        return [invitation.model_copy(update={"remarks": (*invitation.remarks, remark)})]
    remark = Remark(kind=RemarkKind.SERIES, about=str(len(begins)))
    told = invitation.model_copy(update={"remarks": (*invitation.remarks, remark)})
    return [_named(told.model_copy(update={"when": when.model_copy(update={"local": at})}), at) for at in begins]


def _few(rule: str, first: datetime) -> Iterator[datetime]:
    """When a plain rule with an end says it takes place; nothing for one that could be long in the working out."""
    said = dict(part.upper().split("=", 1) for part in rule.replace(" ", "").split(";") if "=" in part)
    if not set(said) <= _SIMPLE_RULE or said.get("FREQ") not in ("DAILY", "WEEKLY"):
        return
    count, until = said.get("COUNT", ""), plain_time(said.get("UNTIL", ""))
    soon = until is not None and timedelta(0) <= until - first <= timedelta(days=366)
    if not soon and not re.fullmatch(r"\d{1,2}", count):
        return
    if not re.fullmatch(r"\d{0,2}", said.get("INTERVAL", "")) or said.get("INTERVAL", "1").strip("0") == "":
        return
    if until is not None:  # the zone of the end is of no matter for a rule of days
        said["UNTIL"] = until.strftime("%Y%m%dT235959")
    try:
        yield from rrulestr(";".join(f"{name}={value}" for name, value in said.items()), dtstart=first)
    except (ValueError, TypeError, OverflowError):
        return


def _named(invitation: Invitation, at: datetime) -> Invitation:
    return invitation.model_copy(update={"uid": f"{invitation.series}{INSTANCE}{at:%Y%m%dT%H%M}"})


def _version(invitation: Invitation) -> tuple[int, float]:
    return invitation.sequence, invitation.stamped.timestamp() if invitation.stamped is not None else 0.0


def _value(calendar: Component, name: str) -> str:
    found = calendar.first(name)
    return found.value.strip().upper() if found is not None else ""


def _nothing(unreadable: int, answers: int) -> UserError:
    if unreadable:
        return UserError(
            "The event in this calendar file could not be understood: it has no time that can be read.",
            "Nothing was changed. Add the interview yourself; its time stands in the invitation’s e-mail.",
            code="calendar-unreadable",
        )
    if answers:
        return UserError(
            "This file is somebody’s answer to an invitation, not an invitation.",
            "Look for the file of the invitation itself.",
            code="calendar-answer",
        )
    return UserError(
        "There are no events in this calendar file.",
        "Choose the .ics file of an invitation.",
        code="calendar-empty",
    )
