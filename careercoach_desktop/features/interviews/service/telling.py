"""What a job's timeline says about its rounds. The window reads ``Interview`` before these words."""

from __future__ import annotations

from careercoach_desktop.features.interviews.model import Interview, InterviewOutcome
from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES, TYPE_NAMES
from careercoach_desktop.features.interviews.timing import when_words


def round_words(interview: Interview) -> str:
    """``round 2 (technical)``."""
    return f"round {interview.round} ({TYPE_NAMES[interview.type].lower()})"


def arranged_words(interview: Interview, own_zone: str) -> str:
    return f"arranged: {round_words(interview)}, {when_words(interview.when, own_zone)}"


def removed_words(interview: Interview, own_zone: str) -> str:
    return f"removed: {round_words(interview)}, {when_words(interview.when, own_zone)}"


def changed_words(before: Interview, after: Interview, own_zone: str) -> str:
    """The most that changed, as far as the timeline is concerned; empty for what is only noted down."""
    which = round_words(after)
    if before.completed is None and after.completed is not None:
        came = "" if after.outcome is InterviewOutcome.PENDING else f": {OUTCOME_NAMES[after.outcome].lower()}"
        return f"took place: {which}{came}"
    if before.completed is not None and after.completed is None:
        return f"did not take place yet: {which}"
    if before.outcome is not after.outcome:
        if after.cancelled:
            return f"cancelled: {which}, {when_words(after.when, own_zone)}"
        if before.cancelled:
            return f"is on again: {which}, {when_words(after.when, own_zone)}"
        return f"outcome of {which}: {OUTCOME_NAMES[after.outcome].lower()}"
    if not before.when.same(after.when):
        return f"moved: {which} to {when_words(after.when, own_zone)}"
    if before.followed_up is None and after.followed_up is not None:
        return f"followed up: {which}"
    return ""
