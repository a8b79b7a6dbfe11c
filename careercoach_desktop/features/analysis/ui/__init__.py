"""The page of the analysis, the tab of the job drawer, and what asking Claude looks like."""

from careercoach_desktop.features.analysis.ui.analysis_page import AnalysisPage
from careercoach_desktop.features.analysis.ui.asking import AskLine, FailureBanner, ProgressLine
from careercoach_desktop.features.analysis.ui.job_panel import JobAnalysisPanel

__all__ = ["AnalysisPage", "AskLine", "FailureBanner", "JobAnalysisPanel", "ProgressLine"]
