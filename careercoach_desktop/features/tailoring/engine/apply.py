"""Changes put into a résumé: only accepted ones, each independent of the others, the input left as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from careercoach_desktop.features.resumes.emphasis import moved
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Skill
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision

Item = TypeVar("Item")
_ENTRY_LISTS = (
    "work",
    "volunteer",
    "education",
    "projects",
    "certificates",
    "publications",
    "awards",
    "languages",
    "sections",
)


def ranked(items: Sequence[Item], order: Sequence[str], key: Callable[[Item], str]) -> list[Item]:
    """``items`` in the given order; what the order does not name keeps its place behind its predecessor.

    Nothing is lost or doubled whatever ``order`` holds, so an order made for another version of the list does no harm.
    """
    rank = {name: place for place, name in reversed(list(enumerate(order)))}
    placed: list[tuple[tuple[int, int], Item]] = []
    last = -1
    for at, item in enumerate(items):
        last = rank.get(key(item), last)
        placed.append(((last, at), item))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _bullets(resume: ResumeData) -> dict[str, Highlight]:
    lists = (resume.work, resume.volunteer, resume.education, resume.projects, resume.sections)
    return {bullet.id: bullet for entries in lists for entry in entries for bullet in entry.highlights}


def _rewrite(resume: ResumeData, change: Change) -> None:
    bullet = _bullets(resume).get(change.target)
    if bullet is not None and change.text.strip():
        bullet.marks, bullet.text = moved(bullet.text, change.text, bullet.marks), change.text


def _add_bullet(resume: ResumeData, change: Change) -> None:
    """Behind the bullets that are there; once, however often it is asked."""
    if change.bullet_id in _bullets(resume) or not change.text.strip():
        return
    for entries in (resume.work, resume.volunteer, resume.projects):
        for entry in entries:
            if entry.id == change.target:
                entry.highlights = [*entry.highlights, Highlight(id=change.bullet_id, text=change.text)]


def _summarise(resume: ResumeData, change: Change) -> None:
    resume.basics.summary = change.text


def _hide(resume: ResumeData, change: Change) -> None:
    if change.target not in resume.hidden:
        resume.hidden = [*resume.hidden, change.target]


def _order_bullets(resume: ResumeData, change: Change) -> None:
    for entries in (resume.work, resume.volunteer, resume.education, resume.projects, resume.sections):
        for entry in entries:
            if entry.id == change.target:
                entry.highlights = ranked(entry.highlights, change.order, lambda bullet: bullet.id)


def _order_entries(resume: ResumeData, change: Change) -> None:
    if change.target in _ENTRY_LISTS:
        entries = getattr(resume, change.target)
        setattr(resume, change.target, ranked(entries, change.order, lambda entry: str(entry.id)))


def added_id(word: str) -> str:
    """The id of a skill that an accepted change adds as an entry of its own: always the same for the same word."""
    return "added-" + re.sub(r"\W+", "-", word.casefold()).strip("-")


def _add_skills(resume: ResumeData, change: Change) -> None:
    if change.target == "skills":
        present = {name.casefold() for name in resume.skill_names()}
        new = [Skill(id=added_id(word), name=word) for word in change.added if word.casefold() not in present]
        resume.skills = [*resume.skills, *new]
        return
    for group in resume.skills:
        if group.id == change.target:
            present = {word.casefold() for word in group.keywords}
            group.keywords = [*group.keywords, *(word for word in change.added if word.casefold() not in present)]


def _order_skills(resume: ResumeData, change: Change) -> None:
    if change.target == "skills":
        resume.skills = ranked(resume.skills, change.order, lambda group: group.id)
        return
    for group in resume.skills:
        if group.id == change.target:
            group.keywords = ranked(group.keywords, change.order, str)


def _rename_skills(resume: ResumeData, change: Change) -> None:
    for group in resume.skills:
        if group.id == change.target:
            group.keywords = [change.renamed.get(word, word) for word in group.keywords]


def _always(_change: Change) -> bool:
    return True


# Words before places; additions before the order that ranks them; renaming last, because orders name the old words.
_STEPS: tuple[tuple[ChangeKind, Callable[[Change], bool], Callable[[ResumeData, Change], None]], ...] = (
    (ChangeKind.REWRITE, _always, _rewrite),
    (ChangeKind.SUMMARY, _always, _summarise),
    (ChangeKind.HIDE, _always, _hide),
    (ChangeKind.ADD_BULLET, lambda change: bool(change.bullet_id), _add_bullet),
    (ChangeKind.BULLET_ORDER, _always, _order_bullets),
    (ChangeKind.ENTRY_ORDER, _always, _order_entries),
    (ChangeKind.SKILLS_ORDER, lambda change: bool(change.added), _add_skills),
    (ChangeKind.SKILLS_ORDER, lambda change: bool(change.order) and not change.added, _order_skills),
    (ChangeKind.SKILLS_ORDER, lambda change: bool(change.renamed), _rename_skills),
)


def apply_changes(resume: ResumeData, changes: Iterable[Change]) -> ResumeData:
    """A copy of ``resume`` with the accepted changes in it; the person's ``edited`` wording wins.

    Targets that the résumé does not have are ignored.
    """
    accepted = [change for change in changes if change.decision is Decision.ACCEPTED]
    result = resume.model_copy(deep=True)
    for kind, applies, step in _STEPS:
        for change in accepted:
            if change.kind is kind and applies(change):
                step(result, change)
    return result
