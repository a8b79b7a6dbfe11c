"""Tailoring again without losing what the person decided: their accepted changes and own wordings go on."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision, Draft


def kept_changes(earlier: Draft, resume: ResumeData) -> list[Change]:
    """What of an earlier draft still fits the résumé as it is now: accepted, or worded by the person."""
    return [
        change.model_copy(update={"kept": True})
        for change in earlier.changes
        if (change.decision is Decision.ACCEPTED or change.edited is not None) and _fits(change, resume)
    ]


def merged(kept: list[Change], fresh: Draft) -> Draft:
    """The fresh draft with the kept changes in it: of two about the same thing the kept one counts."""
    taken = {key for change in kept for key in _touched(change)}
    new = [change for change in fresh.changes if not taken.intersection(_touched(change))]
    return fresh.model_copy(update={"changes": [*kept, *new]})


def settled(kept: list[Change]) -> frozenset[str]:
    """The targets a model need not think about again."""
    return frozenset(change.target for change in kept if change.kind is not ChangeKind.ADD_BULLET)


def _touched(change: Change) -> Iterator[str]:
    """A bullet is reworded or left out, not both; orders and additions of one list are separate things."""
    if change.kind in (ChangeKind.REWRITE, ChangeKind.HIDE, ChangeKind.SUMMARY):
        yield f"text:{change.target}"
    else:
        yield change.id


def _fits(change: Change, resume: ResumeData) -> bool:
    """Whether what it touches is still there, and still says what it said."""
    lists = (resume.work, resume.volunteer, resume.projects)
    texts = {bullet.id: bullet.text for entries in lists for entry in entries for bullet in entry.highlights}
    entries = {entry.id for each in lists for entry in each}
    groups = {group.id for group in resume.skills}
    match change.kind:
        case ChangeKind.SUMMARY:
            return resume.basics.summary == change.before
        case ChangeKind.REWRITE:
            return texts.get(change.target) == change.before
        case ChangeKind.HIDE:
            return change.target in entries or texts.get(change.target) == change.before
        case ChangeKind.ADD_BULLET:
            return change.target in entries and change.bullet_id not in texts and change.text not in texts.values()
        case ChangeKind.BULLET_ORDER:
            return change.target in entries
        case ChangeKind.SKILLS_ORDER:
            return change.target == "skills" or change.target in groups
    return True
