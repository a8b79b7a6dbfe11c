"""What a calendar file says: invitations as they were read, with what had to be assumed to read them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from careercoach_desktop.features.interviews.model import Interviewer, InterviewType, When


class RemarkKind(StrEnum):
    """What was not as plain as it should be. The words for each are in ``invitations.words``."""

    FLOATING = "FLOATING"
    """The file names no time zone; the person's own was taken."""
    ZONE_UNKNOWN = "ZONE_UNKNOWN"
    """It names one that nobody knows; the person must say which it is before it can be kept."""
    ZONE_BY_RULES = "ZONE_BY_RULES"
    """It brings its own rules, and a known zone has the same."""
    ZONE_AS_OFFSET = "ZONE_AS_OFFSET"
    """It brings its own rules, which no known zone has; only the distance from UTC is kept."""
    ZONE_DISAGREES = "ZONE_DISAGREES"
    """The zone it names does not do what the file says that it does."""
    NO_END = "NO_END"
    TOO_LONG = "TOO_LONG"
    REPEATS = "REPEATS"
    """It repeats without an end in sight, and only the first is taken."""
    SERIES = "SERIES"
    """It repeats a few times, and each is taken as an interview of its own."""
    SHORTENED = "SHORTENED"


class Remark(BaseModel):
    """``about`` is the name or the number it is about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: RemarkKind
    about: str = ""


class Invitation(BaseModel):
    """One event of a calendar file. Its texts are strangers' words: without markup and control characters, and short.

    ``uid`` names the event wherever it goes; of one of a series it has the beginning in it. ``stamped`` says when this
    version of it was made (DTSTAMP), ``sequence`` how often its organiser changed it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    uid: str
    sequence: int = 0
    stamped: datetime | None = None
    cancelled: bool = False
    summary: str = ""
    when: When | None = None
    """None where a cancellation says no time."""
    place: str = ""
    link: str = ""
    text: str = ""
    """The description."""
    organiser: str = ""
    """An e-mail address."""
    interviewers: tuple[Interviewer, ...] = ()
    type: InterviewType = InterviewType.VIDEO_CALL
    """A guess from its words."""
    remarks: tuple[Remark, ...] = ()

    @property
    def series(self) -> str:
        """The name it shares with the others of its series; its own when there are none."""
        return self.uid.partition(INSTANCE)[0]

    @property
    def needs_zone(self) -> bool:
        return any(remark.kind is RemarkKind.ZONE_UNKNOWN for remark in self.remarks)


INSTANCE = "#instance-"
"""Between the name of a series and the beginning of one of it."""


class InvitationFile(BaseModel):
    """``unreadable`` counts events that could not be understood, ``answers`` those that are somebody's reply."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    invitations: tuple[Invitation, ...] = ()
    unreadable: int = 0
    answers: int = 0
