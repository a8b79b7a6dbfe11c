"""What Claude says about a round, a company or a person, held against its sources before anybody sees it.

Research keeps only what the server cites, a summary only what stands in the pasted text, and a preparation says of the
person only what their own evidence says. What is left out is counted.
"""

from careercoach_desktop.features.interviews.judging.answer import PrepView, SummaryView
from careercoach_desktop.features.interviews.judging.preparation import Proof, growing_preparation, prepared
from careercoach_desktop.features.interviews.judging.research import HEADINGS, note_of, research_of
from careercoach_desktop.features.interviews.judging.summary import summary_of

__all__ = [
    "HEADINGS",
    "PrepView",
    "Proof",
    "SummaryView",
    "growing_preparation",
    "note_of",
    "prepared",
    "research_of",
    "summary_of",
]
