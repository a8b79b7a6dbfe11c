"""What topics, scores and degrees of importance are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from careercoach_desktop.features.analysis.model import ScoreKind, Severity, Topic

TOPICS = {
    Topic.FILE: "File",
    Topic.CONTACT: "Contact",
    Topic.SUMMARY: "Summary",
    Topic.EXPERIENCE: "Experience",
    Topic.EDUCATION: "Education",
    Topic.SKILLS: "Skills",
    Topic.WRITING: "Writing",
}

SCORES = {
    ScoreKind.OVERALL: "Overall",
    ScoreKind.ATS: "Read by programs (ATS)",
    ScoreKind.READABILITY: "Read by people",
    ScoreKind.SUMMARY: "Summary",
    ScoreKind.EXPERIENCE: "Experience",
    ScoreKind.EDUCATION: "Education",
    ScoreKind.SKILLS: "Skills",
}

TIPS = {
    ScoreKind.ATS: "Whether applicant-tracking systems (ATS) get your words whole and find what they sort by.",
    ScoreKind.READABILITY: "Whether a reader who has a few seconds gets the point.",
}

SEVERITIES = {
    Severity.IMPORTANT: ("Important", "warning-circle", "red"),
    Severity.WORTH_DOING: ("Worth doing", "warning", "amber"),
    Severity.DETAIL: ("Details", "info", "third"),
}
"""Heading of the group, icon and colour of its findings."""

RULES_LABEL = "Checked by rules on this computer"


def places_words(count: int) -> str:
    """The button that unfolds the places of a finding."""
    return "Both places" if count == 2 else f"All {count} places"


def shares_words(shares: Mapping[ScoreKind, int]) -> str:
    """What the overall score is made of."""
    parts = ", ".join(f"{SCORES[kind]} {percent} %" for kind, percent in shares.items())
    return f"The mean of the scores below: {parts}."


_DONE = {
    "Add": "Added",
    "Call": "Called",
    "Complete": "Completed",
    "List": "Listed",
    "Remove": "Removed",
    "Rename": "Renamed",
    "Write": "Wrote",
}
"""What a fix is called begins with one of these; what it has done, with the other."""


def done_words(label: str) -> str:
    """What a fix has done: “Add the full stops” becomes “Added the full stops”. KeyError for another verb."""
    verb, _, rest = label.partition(" ")
    return f"{_DONE[verb]} {rest}"
