"""Moments in the person's own zone and way of writing; a clock time is enough for today."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def moment_words(moment: datetime, now: datetime | None = None) -> str:
    """``14:19`` today, ``3 Nov 16:20`` this year, ``3 Nov 2025`` before. ``moment`` is aware."""
    present = (now or datetime.now().astimezone()).astimezone()
    local = moment.astimezone()
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    clock = QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)
    if local.date() == present.date():
        return clock
    if local.year == present.year:
        return f"{QLocale().toString(there.date(), 'd MMM')} {clock}"
    return QLocale().toString(there.date(), "d MMM yyyy")
