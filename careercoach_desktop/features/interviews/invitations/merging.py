"""Two copies of a round, here and in a calendar elsewhere, brought together field by field.

What was the same the last time tells which side changed a field since. Where both did, the newer change stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from careercoach_desktop.features.interviews.model import Interview, InterviewOutcome, When
from careercoach_desktop.features.interviews.model.invitation import Invitation

FIELDS = ("when", "place", "link", "cancelled")
"""What a calendar may change. Everything else (people, notes, what it is called) is ours to say."""

Shared = Mapping[str, str]
"""Those fields, written so that what means the same is the same."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What both sides had the last time: ``ours`` and ``theirs`` as ``Shared``, and a digest of what we would have
    written then. ``gone``: the event was taken away there. ``foreign``: somebody else's event has the name of ours.
    ``said``: what our last writing said, as ``keeping`` has it. ``unwritten``: the digest of what could not be written,
    once the person was told."""

    ours: Shared
    theirs: Shared
    written: str = ""
    gone: bool = False
    foreign: bool = False
    said: Mapping[str, str] = field(default_factory=dict)
    unwritten: str = ""

    def as_text(self) -> str:
        return json.dumps(
            {
                "ours": dict(self.ours),
                "theirs": dict(self.theirs),
                "written": self.written,
                "gone": self.gone,
                "foreign": self.foreign,
                "said": dict(self.said),
                "unwritten": self.unwritten,
            }
        )

    @classmethod
    def from_text(cls, text: str) -> Seen:
        """What was kept; nothing of it when it was kept in a way that is not known here."""
        try:
            said = json.loads(text)
            known = said["ours"], said["theirs"], said["written"], bool(said["gone"]), bool(said["foreign"])
            return cls(*known, said.get("said", {}), said.get("unwritten", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls({}, {})


@dataclass(frozen=True, slots=True)
class Merge:
    """``take``: what is to change here, as ``Interview`` has it. ``put``: whether ours is to be written there.
    ``both``: fields both sides had changed, and whose change stands."""

    take: Mapping[str, object]
    put: bool
    both: Mapping[str, str]


def shared_of(interview: Interview) -> Shared:
    return {
        "when": _when(interview.when),
        "place": interview.place or interview.link,
        "link": interview.link,
        "cancelled": str(interview.cancelled),
    }


def shared_in(event: Invitation) -> Shared:
    return {
        "when": _when(event.when) if event.when is not None else "",
        "place": event.place or event.link,
        "link": event.link,
        "cancelled": str(event.cancelled),
    }


def merged(interview: Interview, event: Invitation, seen: Seen, written: str) -> Merge:
    """What follows from how both sides stand. ``written``: the digest of what we would write now. Where nothing was
    seen before (we were killed between writing and noting it), every difference counts as a change of both."""
    ours, theirs = shared_of(interview), shared_in(event)
    later = event.stamped is not None and event.stamped > interview.updated.replace(microsecond=0)
    take: dict[str, object] = {}
    both: dict[str, str] = {}
    put = bool(seen.written) and written != seen.written
    for name in FIELDS:
        mine, yours = ours[name] != seen.ours.get(name), theirs[name] != seen.theirs.get(name)
        if mine and yours and _means(ours[name]) != _means(theirs[name]):
            both[name] = "theirs" if later else "ours"
        if yours and (not mine or both.get(name) == "theirs"):
            take |= _taken(name, interview, event)
        elif mine and both.get(name) != "theirs" and _means(ours[name]) != _means(theirs[name]):
            put = True
    if both and not put:  # what stands there is not what stands here, or soon will not be
        put = any(side == "ours" for side in both.values())
    return Merge(take, put, both if seen.ours else {})


def written_digest(data: bytes) -> str:
    """Of what is written, but for when and how often that was."""
    lines = [
        line
        for line in data.split(b"\r\n")
        if not line.startswith((b"DTSTAMP", b"LAST-MODIFIED", b"SEQUENCE", b"CREATED"))
    ]
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def _taken(name: str, interview: Interview, event: Invitation) -> dict[str, object]:
    """A field of theirs as ours has it."""
    if name == "when" and event.when is not None and _when(event.when) != _when(interview.when):
        return {"when": _in_zone_of(interview.when, event.when)}
    if name == "place" and shared_in(event)["place"] != shared_of(interview)["place"]:
        return {"place": event.place}
    if name == "link" and event.link and event.link != interview.link:
        return {"link": event.link}
    if name == "cancelled" and event.cancelled is not interview.cancelled:
        return {"outcome": InterviewOutcome.CANCELLED if event.cancelled else InterviewOutcome.PENDING}
    return {}


def _in_zone_of(ours: When, theirs: When) -> When:
    """Calendars that know only UTC must not take the zone away that was agreed on."""
    if ours.all_day or theirs.all_day or ours.zone == theirs.zone:
        return theirs
    return When.at(theirs.start, ours.zone, theirs.minutes)


def _when(when: When) -> str:
    if when.all_day:
        return f"{when.day} {-(-when.minutes // (24 * 60))} days"
    return f"{_instant(when.start)} {when.minutes}"


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%MZ}"


def _means(text: str) -> str:
    return " ".join(text.split())
