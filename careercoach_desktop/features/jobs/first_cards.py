"""The board's cards as the file holds them: which columns a card needs, and how they become one.

Shared by the store, which reads through SQLAlchemy, and by the first look at a folder, which comes before SQLAlchemy
is imported. By hand, because ten thousand cards must be on screen before a person notices waiting.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobStatus, JobType, SalaryPeriod, WorkMode
from careercoach_desktop.foundation.storage.glance import glance

CARD_COLUMNS = (
    "id", "title", "company", "location", "work_mode", "status", "rank", "score", "tags", "priority",
    "deadline", "entered_column", "capture", "problem", "job_type", "salary_min", "salary_max", "salary_currency",
    "salary_period", "source", "posted_date", "created", "applied_at", "follow_up", "archived", "closed",
    "next_interview",
)  # fmt: skip
_STATUS = {status.value: status for status in JobStatus}
_MODE: dict[str | None, WorkMode | None] = {None: None, **{mode.value: mode for mode in WorkMode}}
_TYPE: dict[str | None, JobType | None] = {None: None, **{kind.value: kind for kind in JobType}}
_PERIOD: dict[str | None, SalaryPeriod | None] = {None: None, **{period.value: period for period in SalaryPeriod}}
_CAPTURE = {state.value: state for state in CaptureState}
# JSON would round a rank to fifteen digits, and two cards could change places.
_EXACTLY = {"rank": "printf('%!.17g', rank) AS rank"}
_BOARD = (
    f"SELECT {', '.join(_EXACTLY.get(name, name) for name in CARD_COLUMNS)} "  # noqa: S608 - our own names
    "FROM job WHERE deleted_at IS NULL"
)


def first_cards(folder: Path) -> list[JobCard]:
    """Every card there is, archived ones too, in any order; empty when there is none or a look does not suffice.

    A row that makes no card is not our business here: the store will say what is wrong with it.
    """
    try:
        return cards_of(glance(folder, list(CARD_COLUMNS), _BOARD) or ())
    except (KeyError, TypeError, ValueError):
        return []


def cards_of(rows: Iterable[Sequence[Any]]) -> list[JobCard]:
    """From rows that hold ``CARD_COLUMNS`` as SQLite keeps them."""
    tags_of: dict[str, tuple[str, ...]] = {"[]": ()}
    cards = []
    for row in rows:
        (
            job_id, title, company, place, mode, status, rank, score, tags, flag, due, entered, capture, problem,
            kind, low, high, currency, period, source, posted, created, applied, follow_up, archived,
            closed, meeting,
        ) = row  # fmt: skip
        if tags not in tags_of:
            tags_of[tags] = tuple(json.loads(tags))
        cards.append(
            JobCard(
                job_id, title, company, place, _MODE[mode], _STATUS[status], float(rank), score, tags_of[tags],
                bool(flag), _day(due), _moment(entered), _CAPTURE[capture], problem, _TYPE[kind], low, high, currency,
                _PERIOD[period], source, _day(posted), _moment(created), _moment(applied) if applied else None,
                _day(follow_up), bool(archived), bool(closed), _moment(meeting) if meeting else None,
            )
        )  # fmt: skip
    return cards


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text + "+00:00")  # in one step: three times as quick as adding the zone to it
