"""The page of the analysis, and the tab of the job drawer."""

from careercoach_desktop.features.analysis.ui.analysis_page import AnalysisPage
from careercoach_desktop.features.analysis.ui.job_panel import JobAnalysisPanel

__all__ = ["AnalysisPage", "JobAnalysisPanel"]
