"""The jobs feature's window: the page, and the kind of panel higher features add to its drawer."""

from careercoach_desktop.features.jobs.ui.drawer import DrawerPanel
from careercoach_desktop.features.jobs.ui.page import JobsPage

__all__ = ["DrawerPanel", "JobsPage"]
