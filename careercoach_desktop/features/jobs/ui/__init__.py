"""The jobs feature's window: the page, what higher features add to it (panels in its drawer, actions on jobs), and the
words for days and statuses they share with it."""

from careercoach_desktop.features.jobs.ui.days import near_day, read_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.meeting_words import live_in
from careercoach_desktop.features.jobs.ui.page import JobsPage
from careercoach_desktop.features.jobs.ui.words import status_word

__all__ = [
    "DrawerPanel",
    "JobsAction",
    "JobsPage",
    "live_in",
    "near_day",
    "read_day",
    "status_word",
    "such_as_day",
    "written_day",
]
