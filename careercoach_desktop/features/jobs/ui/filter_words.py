"""A filter in words: one short phrase for every part of it that is set, and the filter without that part."""

from __future__ import annotations

from collections.abc import Callable

from careercoach_desktop.features.jobs.model import Archived, Due, JobFilter, JobStatus, JobType, WorkMode
from careercoach_desktop.features.jobs.ui.words import (
    MODE_WORDS,
    STATUS_WORDS,
    TYPE_WORDS,
    count_word,
    currency_sign,
    reading_locale,
    tr,
)

FIELDS = {
    "only": ("only",),
    "statuses": ("statuses",),
    "work_modes": ("work_modes",),
    "job_types": ("job_types",),
    "salary": ("salary_at_least", "salary_currency"),
    "location": ("location",),
    "tags": ("tags",),
    "sources": ("sources",),
    "match": ("match_from", "match_to"),
    "due": ("due",),
    "priority": ("priority",),
    "follow_up": ("follow_up",),
    "archived": ("archived",),
}
"""The parts of a filter, each with the fields it is made of. What is searched for stands in its own field."""
DUE_WORDS = {
    Due.THIS_WEEK: "Closing this week",
    Due.THIS_MONTH: "Closing this month",
    Due.PASSED: "Closed",
    Due.NONE: "No deadline",
}
ARCHIVED_WORDS = {
    Archived.HIDDEN: "Without archived",
    Archived.SHOWN: "With archived",
    Archived.ONLY: "Only archived",
}
MOST_NAMED = 2
"""More values of one part than this are counted rather than named."""


def without(wanted: JobFilter, part: str) -> JobFilter:
    """The filter with that part of it not set."""
    empty = JobFilter()
    return wanted.model_copy(update={name: getattr(empty, name) for name in FIELDS[part]})


def parts_set(wanted: JobFilter) -> list[tuple[str, str]]:
    """(part, words) of everything that is set, in the order of ``FIELDS``."""
    empty = JobFilter()
    return [
        (part, _WORDS[part](wanted))
        for part, names in FIELDS.items()
        if any(getattr(wanted, name) != getattr(empty, name) for name in names)
    ]


def _several(words: list[str]) -> str:
    if len(words) > MOST_NAMED:
        return tr("{0} and {1} more").format(words[0], len(words) - 1)
    return tr(" or ").join([words[0], *(word[0].lower() + word[1:] for word in words[1:])])


def _statuses(wanted: JobFilter) -> str:
    return _several([tr(STATUS_WORDS[JobStatus(value)]) for value in wanted.statuses])


def _modes(wanted: JobFilter) -> str:
    return _several([tr(MODE_WORDS[WorkMode(value)]) for value in wanted.work_modes])


def _types(wanted: JobFilter) -> str:
    return _several([tr(TYPE_WORDS[JobType(value)]) for value in wanted.job_types])


def _salary(wanted: JobFilter) -> str:
    if wanted.salary_at_least is None:
        return tr("Salary in {0}").format(wanted.salary_currency)
    sign = currency_sign(wanted.salary_currency)
    return tr("{0} a year or more").format(f"{sign}{reading_locale().toString(round(wanted.salary_at_least))}")


def _named(words: tuple[str, ...]) -> str:
    """Words of the person's own: never changed."""
    if len(words) > MOST_NAMED:
        return tr("{0} and {1} more").format(words[0], len(words) - 1)
    return tr(" or ").join(words)


def _match(wanted: JobFilter) -> str:
    low, high = wanted.match_from, wanted.match_to
    if high is None or high >= 100:
        return tr("Match {0}+" if (low or 0) < 100 else "Match {0}").format(low or 0)
    if low is None or low <= 0:
        return tr("Match up to {0}").format(high)
    return tr("Match {0} to {1}").format(low, high)


_WORDS: dict[str, Callable[[JobFilter], str]] = {
    "only": lambda wanted: tr("Only {0}").format(count_word(len(wanted.only))),
    "statuses": _statuses,
    "work_modes": _modes,
    "job_types": _types,
    "salary": _salary,
    "location": lambda wanted: tr("In “{0}”").format(wanted.location.strip()),
    "tags": lambda wanted: tr("Tag {0}").format(_named(wanted.tags)),
    "sources": lambda wanted: tr("From {0}").format(_named(wanted.sources)),
    "match": _match,
    "due": lambda wanted: tr(DUE_WORDS[wanted.due]) if wanted.due else "",
    "priority": lambda _wanted: tr("Priority"),
    "follow_up": lambda _wanted: tr("Follow-up due"),
    "archived": lambda wanted: tr(ARCHIVED_WORDS[wanted.archived]),
}
