"""The jobs feature's window: the page, and what higher features add to it: panels in its drawer, actions on jobs."""

from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.jobs_action import JobsAction
from careercoach_desktop.features.jobs.ui.page import JobsPage

__all__ = ["DrawerPanel", "JobsAction", "JobsPage"]
