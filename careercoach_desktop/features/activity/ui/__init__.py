"""The activity page; ``BudgetBar`` is shown by the settings, too."""

from careercoach_desktop.features.activity.ui.budget_bar import BudgetBar

__all__ = ["BudgetBar"]
