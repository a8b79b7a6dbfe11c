"""What can be done with an analysis: see it, put right what needs no more knowledge, ask Claude for a judgement."""

from careercoach_desktop.features.analysis.service.analysing import RULES, AnalysisService, Fixed, edits_of
from careercoach_desktop.features.analysis.service.appraising import APPRAISE_TASK, JobAnalysisService
from careercoach_desktop.features.analysis.service.judging import JUDGE_TASK, JudgementService

__all__ = [
    "APPRAISE_TASK",
    "JUDGE_TASK",
    "RULES",
    "AnalysisService",
    "Fixed",
    "JobAnalysisService",
    "JudgementService",
    "edits_of",
]
