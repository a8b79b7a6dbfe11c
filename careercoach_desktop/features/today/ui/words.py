"""The day in words: the greeting, what needs the person and why, how the search stands."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.interviews.timing import both_clocks
from careercoach_desktop.features.interviews.ui import clock, length_words, people_words, type_word
from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.jobs.model.history import HistoryEntry
from careercoach_desktop.features.jobs.ui import (
    deadline_words,
    entry_words,
    near_day,
    reading_locale,
    short_date,
    status_word,
)
from careercoach_desktop.features.today.model import Answers, Need, NeedKind, Stage, WeekCount

STAGE_NAMES = {
    Stage.INTERESTED: "Interested",
    Stage.APPLIED: "Applied",
    Stage.INTERVIEW: "Interview",
    Stage.OFFER: "Offer",
    Stage.ACCEPTED: "Accepted",
}
_MORNING, _AFTERNOON, _EVENING = 4, 12, 18
_WEEK = 7
_YEAR = re.compile(r"(?:,?\s*(?:'[^']*'\s*)?)?y+\.?(?:\s*'[^']*'\.?|年|년)?")
"""The year in a locale’s long form of a day, with the words that belong to it (``'de' yyyy``, ``yyyy年``)."""


def tr(text: str) -> str:
    """Ready for translation."""
    return QCoreApplication.translate("today", text)


def greeting(now: datetime, name: str) -> str:
    """``Good morning, Lena``, by the clock where the person lives."""
    if _MORNING <= now.hour < _AFTERNOON:
        words = tr("Good morning")
    elif _AFTERNOON <= now.hour < _EVENING:
        words = tr("Good afternoon")
    else:
        words = tr("Good evening")
    return tr("{0}, {1}").format(words, name) if name else words


def date_words(day: date) -> str:
    """``Monday, 23 November``: as the person’s locale writes a day in full, without the year everybody knows."""
    locale = reading_locale()
    wanted = _YEAR.sub("", locale.dateFormat(QLocale.FormatType.LongFormat), count=1).strip(" ,.")
    return locale.toString(QDate(day.year, day.month, day.day), wanted)


def headline(name: str, company: str) -> str:
    """``ML Engineer, Orchard Labs``; what is missing is left out."""
    return ", ".join(part for part in (name, company) if part)


def counted(count: int, one: str, many: str) -> str:
    """``1 story``, ``12 stories``; both forms are ready for translation."""
    return one if count == 1 else many.format(reading_locale().toString(count))


# What needs the person ---------------------------------------------------------------------------------------------


def need_words(need: Need, now: datetime) -> str:
    """The second line: why it stands here."""
    return _NEEDS[need.kind](need, now)


def button_word(need: Need) -> str:
    return tr(_BUTTONS[need.kind])


def is_late(need: Need, now: datetime) -> bool:
    """The day it was meant for is over. What only waits (an answer, thanks) is never late."""
    return need.kind in (NeedKind.FOLLOW_UP, NeedKind.OWN) and need.day < now.date()


def _interview(need: Need, now: datetime) -> str:
    if need.interview is None:
        words = tr("Interview {0}").format(near_day(need.day, now.date()))
    else:
        words = tr("Interview {0}").format(_when(need.interview, now))
    if not need.prepared:
        return tr("{0} · not prepared yet").format(words)
    if not need.stories:
        return tr("{0} · brief ready").format(words)
    stories = counted(need.stories, tr("1 story"), tr("{0} stories"))
    return tr("{0} · brief ready, {1} to rehearse").format(words, stories)


def _when(line: InterviewLine, now: datetime) -> str:
    """``Thursday 14:00``, ``today 14:00``, ``Thursday`` for a whole day."""
    clocks = both_clocks(line.interview.when, zone_name(now))
    day = near_day(clocks.here.date(), now.date())
    return day if line.interview.when.all_day else f"{day} {clock(clocks.here)}"


def _offer(need: Need, now: datetime) -> str:
    if need.day > now.date():
        return tr("An offer · answer by {0}").format(near_day(need.day, now.date()))
    since = need.since or need.day
    if since >= now.date():
        return tr("A new offer · it waits for your answer")
    return tr("An offer since {0} · it waits for your answer").format(near_day(since, now.date()))


def _thank_you(need: Need, now: datetime) -> str:
    return tr("Interview {0} · a few words of thanks go a long way").format(
        near_day(need.since or need.day, now.date())
    )


def _outcome(need: Need, now: datetime) -> str:
    return tr("Interview {0} · nothing is noted of it yet").format(near_day(need.since or need.day, now.date()))


def _deadline(need: Need, now: datetime) -> str:
    words = deadline_words(need.day, now.date())
    if need.match is None:
        return tr("{0} · not applied").format(words)
    return tr("{0} · match {1}, not applied").format(words, need.match)


def _no_answer(need: Need, now: datetime) -> str:
    if need.since is None:
        return tr("Applied, no answer yet")
    days = (now.date() - need.since).days
    return counted(days, tr("Applied yesterday, no answer"), tr("Applied {0} days ago, no answer"))


def _reminder(need: Need, now: datetime) -> str:
    usual = tr("Get in touch again") if need.kind is NeedKind.FOLLOW_UP else tr("Reminder")
    words = need.text or usual
    near = near_day(need.day, now.date())
    return tr("{0} · since {1}").format(words, near) if need.day < now.date() else f"{words} · {near}"


_NEEDS = {
    NeedKind.INTERVIEW: _interview,
    NeedKind.OFFER: _offer,
    NeedKind.THANK_YOU: _thank_you,
    NeedKind.OUTCOME: _outcome,
    NeedKind.DEADLINE: _deadline,
    NeedKind.FOLLOW_UP: _reminder,
    NeedKind.NO_ANSWER: _no_answer,
    NeedKind.OWN: _reminder,
}
_BUTTONS = {
    NeedKind.INTERVIEW: "Prepare",
    NeedKind.OFFER: "Decide",
    NeedKind.THANK_YOU: "Write thanks",
    NeedKind.OUTCOME: "Say how it went",
    NeedKind.DEADLINE: "Tailor",
    NeedKind.FOLLOW_UP: "Follow up",
    NeedKind.NO_ANSWER: "Follow up",
    NeedKind.OWN: "Open",
}
NEED_ICONS = {
    NeedKind.INTERVIEW: "calendar-check",
    NeedKind.OFFER: "trophy",
    NeedKind.THANK_YOU: "envelope-simple",
    NeedKind.OUTCOME: "question",
    NeedKind.DEADLINE: "hourglass",
    NeedKind.FOLLOW_UP: "handshake",
    NeedKind.NO_ANSWER: "chat-circle-text",
    NeedKind.OWN: "bell",
}


# How the search stands ---------------------------------------------------------------------------------------------


def answer_words(answers: Answers) -> str:
    """``7 of 16 applications got an answer, half of them within 8 days.``"""
    if not answers.applied:
        return tr("No application has been sent yet.")
    sent = counted(answers.applied, tr("1 application"), tr("{0} applications"))
    if not answers.answered:
        return tr("No answer yet to {0}.").format(sent)
    words = tr("{0} of {1} got an answer").format(reading_locale().toString(answers.answered), sent)
    if answers.median_days is None:
        return tr("{0}.").format(words)
    days = counted(max(1, answers.median_days), tr("a day"), tr("{0} days"))
    return tr("{0}, half of them within {1}.").format(words, days)


def stage_name(stage: Stage, reached: int, there: int) -> str:
    """What is read out of a bar: ``Applied: 16 jobs came this far, 5 are there now``."""
    jobs = counted(reached, tr("1 job"), tr("{0} jobs"))
    now = counted(there, tr("1 is there now"), tr("{0} are there now"))
    return tr("{0}: {1} came this far, {2}").format(tr(STAGE_NAMES[stage]), jobs, now)


def week_label(week: WeekCount, now: datetime) -> str:
    """``5 Oct``; ``now`` for the present week."""
    return tr("now") if is_this_week(week, now) else short_date(week.monday, now.date())


def week_name(week: WeekCount, now: datetime) -> str:
    sent = counted(len(week.job_ids), tr("1 application"), tr("{0} applications"))
    if is_this_week(week, now):
        return tr("This week: {0}").format(sent)
    return tr("Week of {0}: {1}").format(short_date(week.monday, now.date()), sent)


def is_this_week(week: WeekCount, now: datetime) -> bool:
    return week.monday <= now.date() < week.monday + timedelta(days=_WEEK)


# What comes, and what happened -------------------------------------------------------------------------------------


def round_title(line: InterviewLine) -> str:
    """``Marlow Energy · Technical, round 2``."""
    one = line.interview
    kind = type_word(one.type)
    if one.round > 1:
        kind = tr("{0}, round {1}").format(kind, one.round)
    return " · ".join(part for part in (line.company or line.title, kind) if part)


def round_words(line: InterviewLine, now: datetime) -> str:
    """``Thu 14:00 (15:00 in Berlin) · Ines Duarte``: the person’s own clocks first, then those there."""
    one = line.interview
    clocks = both_clocks(one.when, zone_name(now))
    words = _short_day(clocks.here.date(), now.date())
    if one.when.all_day:
        return _joined(words, tr("all day"), people_words(one.interviewers))
    words = f"{words} {clock(clocks.here)}"
    if clocks.there is not None:
        place = clocks.place if clocks.place.startswith("UTC") else tr("in {0}").format(clocks.place)
        other = clocks.there.date() != clocks.here.date()
        day = f"{_short_day(clocks.there.date(), now.date())} " if other else ""
        words += f" ({day}{clock(clocks.there)} {place})"
    return _joined(words, people_words(one.interviewers) or length_words(one.when))


def lately_title(happened: HistoryEntry) -> str:
    """``Ashdown Retail: Rejected``, ``Brightwater: Exported the letter``."""
    entry = happened.entry
    moved_to = entry.to_status if entry.kind is TimelineKind.MOVED else None
    words = entry_words(entry) if moved_to is None else status_word(moved_to)
    return f"{happened.company or happened.title}: {words}"


def lately_words(happened: HistoryEntry, now: datetime) -> str:
    """``yesterday 18:20``; the day alone when it was longer ago. Of a move also where the job came from."""
    entry = happened.entry
    moment = entry.when.astimezone(now.tzinfo)
    days = (now.date() - moment.date()).days
    if days <= 1:
        words = f"{near_day(moment.date(), now.date())} {clock(moment)}"
    elif days < _WEEK:
        words = reading_locale().dayName(moment.isoweekday(), QLocale.FormatType.LongFormat)
    else:
        words = short_date(moment.date(), now.date())
    if entry.kind is TimelineKind.MOVED and entry.from_status is not None:
        return tr("{0} · before: {1}").format(words, status_word(entry.from_status))
    return words


def zone_name(now: datetime) -> str:
    """``Europe/London``, ``UTC+05:30``."""
    return str(now.tzinfo)


def _short_day(day: date, today: date) -> str:
    """``Today``, ``Thu``, ``12 Dec``."""
    away = (day - today).days
    if away in (0, 1):
        return tr("Today") if away == 0 else tr("Tomorrow")
    if 1 < away < _WEEK:
        return reading_locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return short_date(day, today)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
