"""What topics, scores and degrees of importance are called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from careercoach_desktop.features.analysis.model import ScoreKind, Severity, Topic
from careercoach_desktop.features.analysis.model.job import Author, FigureKind, RoleLevel
from careercoach_desktop.features.analysis.model.judgement import KeywordStanding, Priority, Section
from careercoach_desktop.foundation.llm.words import dollars, model_name
from careercoach_desktop.foundation.uikit import moment_words

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


SECTIONS = {
    Section.OVERALL: "The whole",
    Section.SUMMARY: "Summary",
    Section.EXPERIENCE: "Experience",
    Section.EDUCATION: "Education",
    Section.SKILLS: "Skills",
    Section.OTHER: "Other",
}

PRIORITIES = {
    Priority.HIGH: ("Helps most", "warning-circle", "amber"),
    Priority.MEDIUM: ("Helps", "arrow-right", "second"),
    Priority.LOW: ("Finishing touch", "minus", "third"),
}
"""What a priority is called, its icon and colour."""

KEYWORDS = {
    KeywordStanding.SHOWN: ("shown", "check-circle", "green"),
    KeywordStanding.WEAK: ("weak", "circle-half", "amber"),
    KeywordStanding.MISSING: ("missing", "x-circle", "amber"),
    KeywordStanding.OVERUSED: ("overused", "stack", "third"),
}

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""What Claude can be asked to answer in."""


def dropped_words(count: int) -> str:
    """That something Claude said is not shown; empty when nothing was left out."""
    if not count:
        return ""
    said = "One remark of Claude’s was" if count == 1 else f"{count} remarks of Claude’s were"
    return f"{said} left out because nothing here bears {'it' if count == 1 else 'them'} out."


def made_words(model: str, made: datetime, cost: int | None, title: str = "") -> str:
    """Who judged, when, at what cost and for what: ``Claude Sonnet 5.5 · 14:19 · about $0.03``."""
    paid = "" if cost == 0 else f"cost {dollars(cost)}" if cost is not None else "price unknown"
    parts = (model_name(model), moment_words(made), paid, f"for {title}" if title else "")
    return " · ".join(part for part in parts if part)


AUTHORS = {Author.RULES: "Rules", Author.CLAUDE: "Claude"}

LEVELS = {
    RoleLevel.INTERNSHIP: "Internship or training",
    RoleLevel.ENTRY: "Entry level",
    RoleLevel.MID: "Mid level",
    RoleLevel.SENIOR: "Senior",
    RoleLevel.LEAD: "Lead",
    RoleLevel.HEAD: "Head of department or above",
}

FIGURES = {
    FigureKind.OVERALL: "Match",
    FigureKind.SKILLS: "Must-haves",
    FigureKind.EXPERIENCE: "Experience",
}
