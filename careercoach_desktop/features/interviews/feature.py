"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, Provider

CALENDAR = "In the calendar of interviews"


def _install(provider: Provider) -> None:
    """Services, before the queue starts."""


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.ui.doors import doors_of
    from careercoach_desktop.features.interviews.ui.interviews_page import InterviewsPage
    from careercoach_desktop.foundation.clock import utc_now
    from careercoach_desktop.foundation.uikit import Desk

    desk, service = provider.get(Desk), provider.get(InterviewService)
    return InterviewsPage(desk, service, doors_of(provider), utc_now, service.own_zone())


FEATURE = Feature(
    "interviews",
    _install,
    pages=(Page("interviews", "Interviews", "calendar-blank", 50, _page),),
    keys=(
        Keys(CALENDAR, ("Alt+Left", "Alt+Right"), "Move the interview to another day"),
        Keys(CALENDAR, ("Alt+Up", "Alt+Down"), "Move the interview by a quarter of an hour, in a month by a week"),
        Keys(CALENDAR, ("Alt+Shift+Up", "Alt+Shift+Down"), "Make the interview shorter or longer"),
        Keys(CALENDAR, ("Ctrl+Up", "Ctrl+Down"), "Go to the interview before or after"),
        Keys(CALENDAR, ("Return",), "Change the interview, or schedule one there"),
        Keys(CALENDAR, ("Space",), "Show the interview"),
        Keys(CALENDAR, ("Del",), "Remove the interview"),
        Keys(CALENDAR, ("PgUp", "PgDown"), "Show the month or week before or after"),
        Keys(CALENDAR, ("T",), "Go to today"),
        Keys(CALENDAR, ("M", "W", "L"), "Show a month, a week or the list"),
    ),
)
