"""What changed in a version, in a few words, and what sections and fields are called there."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.resumes.model import ResumeVersion
from careercoach_desktop.features.resumes.revisions import BACK_ON, BULLET, LEFT_OFF, Tally
from careercoach_desktop.features.resumes.ui.form_plan import CONTACT, LINKS, SECTIONS, SectionPlan
from careercoach_desktop.features.resumes.ui.words import counted, reason_words

_SECTIONS: dict[str, SectionPlan] = {plan.where: plan for plan in (LINKS, *SECTIONS)}
_CONTACT_LABELS = {field.name: field.label for row in CONTACT for field in row.fields} | {
    "summary": "Summary",
    "image": "Photo",
}
_LABELS = {(where, f.name): f.label for where, plan in _SECTIONS.items() for row in plan.rows for f in row.fields}
_MOST_FIELDS = 2
_MOST_PARTS = 3


def section_title(where: str) -> str:
    """As the form calls it."""
    return "Contact and summary" if where == "basics" else _SECTIONS[where].title


def field_label(where: str, name: str) -> str:
    """As the form calls it; a field that the form does not show by its own name in plain words."""
    if name == BULLET:
        return "Bullet"
    found = _CONTACT_LABELS.get(name) if where == "basics" else _LABELS.get((where, name))
    return found or name.replace("_", " ").capitalize()


def version_name(version: ResumeVersion) -> str:
    """The name it was given, or why it exists."""
    return version.name or reason_words(version.reason)


def few_words(changes: Sequence[Tally], *, most: int = _MOST_PARTS) -> str:
    """``Headline changed · Work: 2 bullets reworded, 1 added``; the longest ones end in “and more”."""
    parts = [_section_words(each) for each in changes]
    if not parts:
        return "No words changed"
    if len(parts) > most:
        parts = [*parts[:most], "and more"]
    return " · ".join(parts)


def _section_words(change: Tally) -> str:
    if change.where == "basics":
        first, *rest = [field_label("basics", name) for name in change.fields]
        return f"{_list_of([first, *(label.lower() for label in rest)])} changed"
    if change == Tally("skills", fields=("keywords",)):
        return "Skills changed"
    said = [*_entry_words(change), *_bullet_words(change)]
    fields = [field_label(change.where, name).lower() for name in change.fields]
    if fields:
        said.append(f"{_list_of(fields)} changed")
    said += [f"{count} {note}" for count, note in ((change.left_off, LEFT_OFF), (change.back_on, BACK_ON)) if count]
    if change.reordered:
        said.append("new order")
    return f"{section_title(change.where)}: {', '.join(said)}"


def _entry_words(change: Tally) -> list[str]:
    plan, said = _SECTIONS[change.where], []
    for titles, verb in ((change.added, "added"), (change.removed, "removed")):
        if len(titles) == 1 and titles[0]:
            said.append(f"“{titles[0]}” {verb}")
        elif titles:
            said.append(f"{len(titles)} {plan.one if len(titles) == 1 else plan.many} {verb}")
    return said


def _bullet_words(change: Tally) -> list[str]:
    counts = (
        (change.bullets_changed, "reworded"),
        (change.bullets_added, "added"),
        (change.bullets_removed, "removed"),
    )
    said = [(count, verb) for count, verb in counts if count]
    return [f"{counted(count, 'bullet') if not at else count} {verb}" for at, (count, verb) in enumerate(said)]


def _list_of(words: Sequence[str]) -> str:
    if len(words) > _MOST_FIELDS:
        return f"{', '.join(words[:_MOST_FIELDS])} and {len(words) - _MOST_FIELDS} more"
    return " and ".join(words)
