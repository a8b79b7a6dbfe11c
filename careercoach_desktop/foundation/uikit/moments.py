"""Moments in the person's own zone and way of writing; a clock time is enough for today."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale

from careercoach_desktop.foundation.clock import today_here


def clock_words(moment: datetime) -> str:
    """``14:19``, or ``2:19 pm`` where people write it so. ``moment`` is aware."""
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)


def moment_words(moment: datetime, today: date | None = None) -> str:
    """``14:19`` today, ``3 Nov 16:20`` this year, ``3 Nov 2025`` before. ``moment`` is aware."""
    present = today or today_here()
    local = moment.astimezone().date()
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    if local == present:
        return clock_words(moment)
    if local.year == present.year:
        return f"{QLocale().toString(there.date(), 'd MMM')} {clock_words(moment)}"
    return QLocale().toString(there.date(), "d MMM yyyy")
