"""The time: one clock for every service, handed to them so that a test can set its own."""

from __future__ import annotations

from datetime import UTC, date, datetime


def utc_now() -> datetime:
    """This moment, aware."""
    return datetime.now(UTC)


def today_here() -> date:
    """Today, where the person is."""
    return utc_now().astimezone().date()
