"""What an interview is called in somebody's calendar, and what is said of an invitation that was not plain."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.interviews.model.invitation import Remark, RemarkKind
from careercoach_desktop.features.interviews.model.naming import INTERVIEW_NAMES

REMARK_WORDS = {
    RemarkKind.FLOATING: "The invitation names no time zone, so its time was read as yours ({about}).",
    RemarkKind.ZONE_UNKNOWN: "Its time zone, “{about}”, is not known here. Say which one it is.",
    RemarkKind.ZONE_BY_RULES: "Its time zone has no known name, but the same clocks as {about}.",
    RemarkKind.ZONE_AS_OFFSET: "Its time zone is known only by its distance from UTC ({about}).",
    RemarkKind.ZONE_DISAGREES: "The file describes {about} otherwise than this computer knows it. Check the time.",
    RemarkKind.NO_END: "It says no end, so an hour was assumed.",
    RemarkKind.TOO_LONG: "It lasts longer than two weeks; two weeks were kept.",
    RemarkKind.REPEATS: "It repeats; only the first time was taken.",
    RemarkKind.SERIES: "It takes place {about} times; each is an interview of its own.",
    RemarkKind.SHORTENED: "Its description is very long and was shortened.",
}


def remark_words(remark: Remark) -> str:
    """A sentence for a person."""
    return REMARK_WORDS[remark.kind].format(about=remark.about)


def event_title(kind: InterviewType, title: str, company: str) -> str:
    """“Technical interview, Marlow Energy: Staff Data Engineer”, as far as these are known."""
    about = ": ".join(part for part in (company, title) if part)
    return ", ".join(part for part in (INTERVIEW_NAMES[kind], about) if part)


def duration_words(minutes: int) -> str:
    """``1 h 15 min``; whole days as days."""
    if minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return "1 day" if days == 1 else f"{days} days"
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def listed(words: Iterable[str]) -> str:
    """``a, b and c``"""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last
