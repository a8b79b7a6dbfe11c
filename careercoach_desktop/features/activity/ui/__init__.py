"""The activity page; the budget and the ways on when it is used up are shown by the settings, too."""

from careercoach_desktop.features.activity.ui.budget_bar import BudgetBar
from careercoach_desktop.features.activity.ui.lift_ways import LiftWays

__all__ = ["BudgetBar", "LiftWays"]
