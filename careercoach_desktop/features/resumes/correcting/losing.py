"""Whether accepting a difference takes words out of the résumé that stand nowhere else in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from careercoach_desktop.features.resumes.correcting.difference import Difference, DifferenceKind
from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import ResumeData


def with_losses(found: Sequence[Difference], data: ResumeData) -> list[Difference]:
    """The same, each marked. Moving words to another field or entry loses nothing."""
    kept = [(_owner(data, value.path), value.text) for value in values(data)]
    removed = {one.target for one in found if one.kind in (DifferenceKind.REMOVAL, DifferenceKind.BULLETS)}
    out = []
    for one in found:
        others = [text for owner, text in kept if not owner & ({one.target} | removed)]
        others += [other.proposed for other in found]
        may_lose = one.kind is not DifferenceKind.FIELD or not one.proposed
        out.append(replace(one, loses=may_lose and bool(_words([one.now]) - _words(others))))
    return out


def _owner(data: ResumeData, path: str) -> set[str]:
    """The ids and paths a value disappears with."""
    owners = {path, path.partition(".")[0]}
    for entries in (data.work, data.volunteer, data.education, data.projects, data.sections):
        for entry in entries:
            if any(bullet.id == path for bullet in entry.highlights):
                owners.add(entry.id)
    if any(skill.id == path.partition(".")[0] and not skill.keywords for skill in data.skills):
        owners.add("skills")
    return owners


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text.casefold())}
