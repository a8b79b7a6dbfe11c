"""The jobs feature's window: the page, what higher features add to it (panels in its drawer, actions on jobs), what is
asked of reminders, and the words for days, statuses and what happened they share with it."""

from careercoach_desktop.features.jobs.ui.days import near_day, read_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.meeting_words import live_in
from careercoach_desktop.features.jobs.ui.page import JobsPage
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.features.jobs.ui.words import (
    ENTRY_ICONS,
    deadline_words,
    entry_words,
    reading_locale,
    short_date,
    status_word,
)

__all__ = [
    "ENTRY_ICONS",
    "DrawerPanel",
    "JobsAction",
    "JobsPage",
    "Reminding",
    "deadline_words",
    "entry_words",
    "live_in",
    "near_day",
    "read_day",
    "reading_locale",
    "short_date",
    "status_word",
    "such_as_day",
    "written_day",
]
