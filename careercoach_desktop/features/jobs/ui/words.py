"""How jobs are put into words: statuses, places, salaries, ages and deadlines, by the person's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from careercoach_desktop.features.jobs.filtering import Totals
from careercoach_desktop.features.jobs.model import (
    JobCard,
    JobStatus,
    JobType,
    Posting,
    SalaryPeriod,
    TimelineEntry,
    TimelineKind,
    WorkMode,
)
from careercoach_desktop.foundation.uikit import moments

DUE_SOON_DAYS = 7

STATUS_WORDS = {
    JobStatus.INTERESTED: "Interested",
    JobStatus.APPLIED: "Applied",
    JobStatus.INTERVIEW_SCHEDULED: "Interview scheduled",
    JobStatus.INTERVIEW_COMPLETED: "Interview completed",
    JobStatus.OFFER_RECEIVED: "Offer",
    JobStatus.ACCEPTED: "Accepted",
    JobStatus.REJECTED: "Rejected",
    JobStatus.WITHDRAWN: "Withdrawn",
}
MODE_WORDS = {WorkMode.REMOTE: "Remote", WorkMode.HYBRID: "Hybrid", WorkMode.ONSITE: "On-site"}
TYPE_WORDS = {
    JobType.FULL_TIME: "Full-time",
    JobType.PART_TIME: "Part-time",
    JobType.CONTRACT: "Contract",
    JobType.INTERNSHIP: "Internship",
    JobType.TEMPORARY: "Temporary",
}
PERIOD_WORDS = {
    SalaryPeriod.HOUR: "an hour",
    SalaryPeriod.DAY: "a day",
    SalaryPeriod.WEEK: "a week",
    SalaryPeriod.MONTH: "a month",
    SalaryPeriod.YEAR: "a year",
}
_FIELDS = {
    "title": "the title",
    "company": "the company",
    "location": "the place",
    "work_mode": "the work mode",
    "job_type": "the type",
    "salary": "the salary",
    "salary_min": "the salary",
    "salary_max": "the salary",
    "salary_currency": "the salary",
    "salary_period": "the salary",
    "posted_date": "the date",
    "deadline": "the deadline",
    "description": "the description",
}
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹"}


def tr(text: str) -> str:
    """Ready for translation."""
    return QCoreApplication.translate("jobs", text)


def status_word(status: JobStatus) -> str:
    return tr(STATUS_WORDS[status])


def reading_locale() -> QLocale:
    """The person's locale; English where the system names none, because its bare form groups no digits."""
    own = QLocale()
    return QLocale(QLocale.Language.English) if own.language() == QLocale.Language.C else own


def field_words(fields: Sequence[str], most: int) -> str:
    """``company, place and more``: fields of a posting as people call them, each once."""
    names = list(dict.fromkeys(tr(_FIELDS.get(name, name.replace("_", " "))) for name in fields))
    if len(names) > most:
        return tr("{0} and more").format(", ".join(names[:most]))
    return names[0] if len(names) == 1 else tr("{0} and {1}").format(", ".join(names[:-1]), names[-1])


def count_word(count: int) -> str:
    """``1 job``, ``38 jobs``."""
    number = reading_locale().toString(count)
    return tr("1 job") if count == 1 else tr("{0} jobs").format(number)


def place_words(location: str, mode: WorkMode | None) -> str:
    """``Leeds · Hybrid``, ``Remote (UK)``, ``Remote``; empty when nothing is known."""
    if mode is None:
        return location
    word = tr(MODE_WORDS[mode])
    if not location or location.casefold() == word.casefold():
        return word
    if word.casefold() in location.casefold():
        return location
    return f"{word} ({location})" if mode == WorkMode.REMOTE else f"{location} · {word}"


def days_since(since: datetime, today: date) -> int:
    """Whole days in the person's own time."""
    return (today - since.astimezone().date()).days


def wants_follow_up(card: JobCard, today: date) -> bool:
    """Whether something is due about the job: no answer for long, a day the person chose."""
    return card.follow_up is not None and card.follow_up <= today


def due_word(status: JobStatus) -> str:
    """What is due about a job: nobody was asked yet where it is only of interest, so there is nothing to follow up."""
    return tr("Reminder") if status == JobStatus.INTERESTED else tr("Follow up")


def age_words(since: datetime, today: date) -> str:
    """How long a card stands in its column: ``today``, ``5 d``, ``3 mo``."""
    days = days_since(since, today)
    if days <= 0:
        return tr("today")
    return tr("{0} d").format(days) if days < 90 else tr("{0} mo").format(days // 30)


def deadline_words(deadline: date, today: date) -> str:
    """``Closes Fri`` for the coming days, ``Closes 12 Dec`` later (the same weekday again could be taken for
    today), ``Closed 3 May`` when it is over."""
    days = (deadline - today).days
    if days < 0:
        return tr("Closed {0}").format(short_date(deadline, today))
    if days == 0:
        return tr("Closes today")
    near = QLocale().dayName(deadline.isoweekday(), QLocale.FormatType.ShortFormat)
    return tr("Closes {0}").format(near if days < 7 else short_date(deadline, today))


def closed_words() -> str:
    """What is said of a posting whose page calls itself closed."""
    return tr("The page says this posting is closed. You can keep the card.")


def short_date(day: date, today: date) -> str:
    """``12 Dec``; with the year when it is not this one."""
    wanted = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), wanted)


def moment_words(when: datetime, today: date) -> str:
    """``today 14:05``, ``yesterday 09:30``, else as everywhere: ``3 Nov 16:20``, ``3 Nov 2025``."""
    near = {0: tr("today"), 1: tr("yesterday")}.get(days_since(when, today))
    return f"{near} {moments.clock_words(when)}" if near else moments.moment_words(when, today)


def salary_words(posting: Posting | JobCard) -> str:
    """``€75–90k``, ``£450 a day``; empty when the posting is silent."""
    low, high = posting.salary_min, posting.salary_max
    if low is None and high is None:
        return ""
    currency = currency_sign(posting.salary_currency)
    period = posting.salary_period
    thousands = all(value is None or (value >= 10_000 and value % 500 == 0) for value in (low, high))
    suffix = "k" if thousands else ""
    low_text, high_text = (_amount(value, thousands=thousands) for value in (low, high))
    if low is not None and high is not None and low != high:
        amount = f"{currency}{low_text}–{high_text}{suffix}"
    elif low is not None and high is None:
        amount = tr("from {0}").format(f"{currency}{low_text}{suffix}")
    elif low is None:
        amount = tr("up to {0}").format(f"{currency}{high_text}{suffix}")
    else:
        amount = f"{currency}{low_text}{suffix}"
    return amount if period in {None, SalaryPeriod.YEAR} else f"{amount} {tr(PERIOD_WORDS[period])}"


def currency_sign(currency: str) -> str:
    """What stands before an amount: ``€``, ``CHF ``; empty for no currency."""
    return _SYMBOLS.get(currency, f"{currency} ".lstrip())


def totals_words(totals: Totals) -> list[str]:
    """``Average match 67``, ``Median salary £52k a year, named by 9 of 18``; only what is known."""
    lines = []
    if totals.average_match is not None:
        said = tr("Average match {0}").format(round(totals.average_match))
        some = tr("{0}, {1} of {2} matched").format(said, *_numbers(totals.matched, totals.count))
        lines.append(said if totals.matched == totals.count else some)
    if totals.median_pay is not None:
        amount = reading_locale().toString(round(totals.median_pay / 1000))
        said = tr("Median salary {0} a year").format(f"{currency_sign(totals.currency)}{amount}k")
        some = tr("{0}, named by {1} of {2}").format(said, *_numbers(totals.paying, totals.count))
        lines.append(said if totals.paying == totals.count else some)
    return lines


def _numbers(*counts: int) -> list[str]:
    return [reading_locale().toString(count) for count in counts]


def _amount(value: float | None, *, thousands: bool) -> str:
    if value is None:
        return ""
    shown = value / 1000 if thousands else value
    whole = shown == int(shown)
    locale = reading_locale()
    return locale.toString(int(shown)) if whole else locale.toString(shown, "f", 1 if thousands else 2)


def entry_words(entry: TimelineEntry) -> str:
    """One line of the timeline."""
    if entry.kind == TimelineKind.MOVED and entry.from_status and entry.to_status:
        moved = tr("Moved from {0} to {1}")
        words = moved.format(status_word(entry.from_status), status_word(entry.to_status))
        return f"{words}: {entry.reason}" if entry.reason else words
    if entry.kind == TimelineKind.ARCHIVED and entry.text:
        return tr("Brought back from the archive")
    return f"{tr(_ENTRY_VERBS[entry.kind])} {entry.text}".strip()


def day_words(day: date, today: date) -> str:
    """``Today``, ``Yesterday``, ``Tuesday, 3 November``; with the year when it is not this one."""
    near = {0: tr("Today"), 1: tr("Yesterday")}.get((today - day).days)
    if near:
        return near
    wanted = "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy"
    return reading_locale().toString(QDate(day.year, day.month, day.day), wanted)


_ENTRY_VERBS = {
    TimelineKind.ADDED: "Added",
    TimelineKind.MOVED: "Moved",
    TimelineKind.READ: "Posting read",
    TimelineKind.EDITED: "Edited",
    TimelineKind.TAILORED: "Résumé tailored",
    TimelineKind.WRITTEN: "Letter written",
    TimelineKind.EXPORTED: "Exported",
    TimelineKind.APPLIED: "Application",
    TimelineKind.MERGED: "Merged with",
    TimelineKind.ARCHIVED: "Archived",
    TimelineKind.CONTACTED: "In touch with",
    TimelineKind.REMINDED: "Done:",
    TimelineKind.INTERVIEW: "Interview",
}
ENTRY_ICONS = {
    TimelineKind.ADDED: "plus-circle",
    TimelineKind.MOVED: "arrow-right",
    TimelineKind.READ: "article",
    TimelineKind.EDITED: "pencil-simple",
    TimelineKind.TAILORED: "sparkle",
    TimelineKind.WRITTEN: "note-pencil",
    TimelineKind.EXPORTED: "export",
    TimelineKind.APPLIED: "envelope-simple",
    TimelineKind.MERGED: "git-diff",
    TimelineKind.ARCHIVED: "archive",
    TimelineKind.CONTACTED: "users",
    TimelineKind.REMINDED: "bell",
    TimelineKind.INTERVIEW: "calendar-blank",
}
