"""What kinds of interviews and their outcomes are called, everywhere alike: on screen, in a terminal, in calendars."""

from __future__ import annotations

from careercoach_desktop.features.interviews.model import InterviewOutcome, InterviewType

TYPE_NAMES = {
    InterviewType.PHONE_SCREEN: "Phone screen",
    InterviewType.VIDEO_CALL: "Video call",
    InterviewType.IN_PERSON: "In person",
    InterviewType.TECHNICAL: "Technical",
    InterviewType.BEHAVIORAL: "Behavioural",
    InterviewType.PANEL: "Panel",
    InterviewType.FINAL: "Final round",
    InterviewType.OTHER: "Other",
}
"""Where it is clear that an interview is meant."""
INTERVIEW_NAMES = {
    InterviewType.PHONE_SCREEN: "Phone screen",
    InterviewType.VIDEO_CALL: "Video interview",
    InterviewType.IN_PERSON: "Interview in person",
    InterviewType.TECHNICAL: "Technical interview",
    InterviewType.BEHAVIORAL: "Behavioural interview",
    InterviewType.PANEL: "Panel interview",
    InterviewType.FINAL: "Final interview",
    InterviewType.OTHER: "Interview",
}
"""Where it stands on its own, as in a title."""
OUTCOME_NAMES = {
    InterviewOutcome.PENDING: "No answer yet",
    InterviewOutcome.PASSED: "Passed",
    InterviewOutcome.FAILED: "Not passed",
    InterviewOutcome.CANCELLED: "Cancelled",
    InterviewOutcome.NO_DECISION: "No decision",
}
