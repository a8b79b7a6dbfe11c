"""The page of the analysis."""

from careercoach_desktop.features.analysis.ui.analysis_page import AnalysisPage

__all__ = ["AnalysisPage"]
