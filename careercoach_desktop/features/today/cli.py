"""``careercoach today``: what the day holds, as thin as the page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.terminal.commands import CommandLine
from careercoach_desktop.foundation.terminal.shell import Shell

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.model import InterviewLine
    from careercoach_desktop.features.jobs.model import TimelineEntry
    from careercoach_desktop.features.jobs.model.history import HistoryEntry
    from careercoach_desktop.features.today.model import DayView, Need

_NEEDS, _ROUNDS, _LATELY = 12, 5, 8


def add_commands(line: CommandLine) -> None:
    """``careercoach today``"""
    shell = line.shell

    @line.command("today", examples=["careercoach today", "careercoach today --json"])
    def today() -> None:
        """What needs you, where the search stands, what comes and what happened lately."""
        day = _day(shell)
        shell.answer(_fields(day), _lines(day))


def _day(shell: Shell) -> DayView:
    """After what time alone has settled was put right, as the window does each morning."""
    from careercoach_desktop.features.interviews.service.following import Following
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.today.service import TodayService

    shell.get(DueService).pass_over()
    shell.get(Following).pass_over()
    return shell.get(TodayService).day(needs=_NEEDS, interviews=_ROUNDS, lately=_LATELY)


# For people --------------------------------------------------------------------------------------------------------


def _lines(day: DayView) -> list[str]:
    from careercoach_desktop.features.interviews.timing import day_words
    from careercoach_desktop.foundation.terminal.words import columns

    needs = columns([_need_row(need) for need in day.needs], widest=48) if day.needs else ["Nothing needs you today."]
    needs += [f"… and {day.more_needs} more: careercoach due list"] if day.more_needs else []
    said = [day_words(day.now.date()), *_part("What needs you", needs)]
    stages = [(each.stage.value.capitalize(), str(each.reached), f"{each.there} there now") for each in day.stages]
    said += _part("Where the search stands", [*columns(stages), _answers(day)])
    weeks = [(each.monday.isoformat(), str(len(each.job_ids))) for each in day.weeks]
    said += _part("Applications a week", columns(weeks, ("Week of", "Sent")))
    rounds = columns([_round_row(each, day) for each in day.interviews], widest=52) if day.interviews else []
    said += _part("Next interviews", rounds or ["No interview is coming up."])
    happened = columns([_lately_row(each, day) for each in day.lately]) if day.lately else []
    return said + (_part("Lately", happened) if happened else [])


def _part(title: str, lines: list[str]) -> list[str]:
    return ["", title, *(f"  {line}" for line in lines)]


def _need_row(need: Need) -> tuple[str, ...]:
    return (_why(need), need.name, need.company)


def _round_row(line: InterviewLine, day: DayView) -> tuple[str, ...]:
    from careercoach_desktop.features.interviews.model.naming import TYPE_NAMES
    from careercoach_desktop.features.interviews.timing import when_words

    one = line.interview
    kind = f"{TYPE_NAMES[one.type]}, round {one.round}" if one.round > 1 else TYPE_NAMES[one.type]
    return (when_words(one.when, str(day.now.tzinfo)), kind, line.title, line.company)


def _lately_row(one: HistoryEntry, day: DayView) -> tuple[str, ...]:
    when = one.entry.when.astimezone(day.now.tzinfo)
    return (f"{when:%Y-%m-%d %H:%M}", _what(one.entry), one.title, one.company)


def _why(need: Need) -> str:
    from careercoach_desktop.features.today.model import NeedKind

    since = f" since {need.since.isoformat()}" if need.since else ""
    held = f" of {need.since.isoformat()}" if need.since else ""
    stories = "" if not need.stories else ", 1 story" if need.stories == 1 else f", {need.stories} stories"
    return {
        NeedKind.INTERVIEW: f"Interview {need.day.isoformat()}" + (f" (prepared{stories})" if need.prepared else ""),
        NeedKind.OFFER: f"An offer waits for your answer{since}",
        NeedKind.THANK_YOU: f"Say thank you for the interview{held}",
        NeedKind.OUTCOME: f"How did the interview{held} go?",
        NeedKind.DEADLINE: f"Closes {need.day.isoformat()}"
        + (f", match {need.match}" if need.match is not None else ""),
        NeedKind.FOLLOW_UP: need.text or "Get in touch again",
        NeedKind.NO_ANSWER: f"No answer{since}",
        NeedKind.OWN: need.text or "Reminder",
    }[need.kind]


def _answers(day: DayView) -> str:
    answers = day.answers
    if not answers.applied:
        return "No application was sent yet."
    words = f"{answers.answered} of {answers.applied} applications got an answer"
    days = answers.median_days
    return f"{words}." if days is None else f"{words}, half of them within {'1 day' if days == 1 else f'{days} days'}."


def _what(entry: TimelineEntry) -> str:
    from careercoach_desktop.features.jobs.model.telling import happened

    return happened(entry)


# For programs ------------------------------------------------------------------------------------------------------


def _fields(day: DayView) -> dict[str, Any]:
    return {
        "name": day.name or None,
        "now": day.now.isoformat(timespec="seconds"),
        "jobs": day.jobs,
        "needs": [_need_fields(need) for need in day.needs],
        "more_needs": day.more_needs,
        "stages": [{"stage": each.stage.value, "reached": each.reached, "there": each.there} for each in day.stages],
        "answers": asdict(day.answers),
        "weeks": [{"monday": each.monday.isoformat(), "jobs": list(each.job_ids)} for each in day.weeks],
        "interviews": [_round_fields(each, day) for each in day.interviews],
        "lately": [
            {
                "when": each.entry.when.isoformat(timespec="seconds"),
                "kind": each.entry.kind.value,
                "job": each.entry.job_id,
                "title": each.title,
                "company": each.company or None,
                "text": _what(each.entry),
            }
            for each in day.lately
        ],
    }


def _round_fields(line: InterviewLine, day: DayView) -> dict[str, Any]:
    """As much as is needed to ask ``interviews show`` for the rest."""
    one = line.interview
    return {
        "id": one.id,
        "job": one.job_id,
        "title": line.title,
        "company": line.company or None,
        "type": one.type.value,
        "round": one.round,
        "starts": one.when.start.astimezone(day.now.tzinfo).isoformat(),
        "zone": one.when.zone,
        "minutes": one.when.minutes,
        "all_day": one.when.all_day,
    }


def _need_fields(need: Need) -> dict[str, Any]:
    return {
        "kind": need.kind.value,
        "day": need.day.isoformat(),
        "name": need.name,
        "company": need.company or None,
        "job": need.job_id,
        "person": need.contact_id,
        "interview": None if need.interview is None else need.interview.interview.id,
        "reminder": need.reminder_id,
        "text": need.text or None,
        "since": _iso(need.since),
        "match": need.match,
        "prepared": need.prepared,
        "stories": need.stories,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
