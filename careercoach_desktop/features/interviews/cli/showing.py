"""A round, as words for a person and as fields for a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.terminal.words import columns, labelled

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.model import InterviewLine


def line_fields(line: InterviewLine, own: str) -> dict[str, Any]:
    """``starts`` is on the person's own clocks, ``zone`` where the round takes place."""
    one = line.interview
    return {
        "id": one.id,
        "job": one.job_id,
        "title": line.title,
        "company": line.company or None,
        "type": one.type.value,
        "round": one.round,
        "starts": one.when.on(own).isoformat(),
        "ends": one.when.end.isoformat(),
        "local": one.when.local.isoformat(timespec="minutes"),
        "zone": one.when.zone,
        "minutes": one.when.minutes,
        "all_day": one.when.all_day,
        "place": one.place or None,
        "link": one.link or None,
        "interviewers": [each.model_dump(exclude={"contact_id"}) for each in one.interviewers],
        "notes": one.notes or None,
        "questions": one.questions or None,
        "feedback": one.feedback or None,
        "outcome": one.outcome.value,
        "completed": one.completed.isoformat() if one.completed else None,
        "followed_up": one.followed_up.isoformat() if one.followed_up else None,
        "conflicts": list(line.conflicts),
    }


def table(lines: Sequence[InterviewLine], own: str) -> list[str]:
    """One line each; a mark where another round is at that time."""
    from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES, TYPE_NAMES
    from careercoach_desktop.features.interviews.timing import when_words

    rows = [
        (
            str(line.interview.id),
            when_words(line.interview.when, own) + (" !" if line.conflicts else ""),
            f"{line.interview.round}: {TYPE_NAMES[line.interview.type]}",
            line.title,
            line.company,
            "Waiting" if line.interview.outcome.value == "PENDING" else OUTCOME_NAMES[line.interview.outcome],
        )
        for line in lines
    ]
    return columns(rows, ("No.", "When", "Round", "Job", "Company", "Outcome"), widest=52) if rows else []


def details(line: InterviewLine, own: str) -> list[str]:
    """Everything that is known of one."""
    from careercoach_desktop.features.interviews.model.naming import OUTCOME_NAMES, TYPE_NAMES
    from careercoach_desktop.features.interviews.timing import length_words, when_words

    one = line.interview
    people = "; ".join(
        ", ".join(part for part in (each.name, each.title, each.email, each.phone) if part) for each in one.interviewers
    )
    said = labelled(
        [
            ("Job", ", ".join(part for part in (line.title, line.company) if part)),
            ("Round", f"{one.round}, {TYPE_NAMES[one.type].lower()}"),
            ("When", when_words(one.when, own)),
            ("Takes", length_words(one.when)),
            ("Same time", ", ".join(map(str, line.conflicts))),
            ("Place", one.place),
            ("Link", one.link),
            ("With", people),
            ("Outcome", OUTCOME_NAMES[one.outcome]),
            ("Thanked", one.followed_up.isoformat() if one.followed_up else ""),
        ]
    )
    for head, text in (("To prepare", one.notes), ("They asked", one.questions), ("Feedback", one.feedback)):
        if text:
            said += ["", head, *text.splitlines()]
    return said
