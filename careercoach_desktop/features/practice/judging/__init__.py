"""What a language model says of an answer or a session, made into something a person can trust.

Quotes must stand in the answer, offers are the person's own lines, a suggested answer goes through the truth check and
what nothing proves in it is marked. Pure; what reads the evidence runs in the child process.
"""

from careercoach_desktop.features.practice.judging.analysing import AnalysedSession, analysed, grown_result
from careercoach_desktop.features.practice.judging.evaluating import (
    checked_again,
    evaluation_from,
    grown_evaluation,
    mended,
    proof_lines,
    wants_follow_up,
)
from careercoach_desktop.features.practice.judging.situation import Situation
from careercoach_desktop.features.practice.judging.weighed import MendedSuggestion, SaidPart, WeighedAnswer

__all__ = [
    "AnalysedSession",
    "MendedSuggestion",
    "SaidPart",
    "Situation",
    "WeighedAnswer",
    "analysed",
    "checked_again",
    "evaluation_from",
    "grown_evaluation",
    "grown_result",
    "mended",
    "proof_lines",
    "wants_follow_up",
]
