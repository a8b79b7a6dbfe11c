"""What the person has told elsewhere about an entry and this résumé does not say: points that may join it.

Bullets of their other résumés under the same job, and sentences of stories and notes about it. Everything here is the
person's own; what counts is only that it belongs to the entry beyond doubt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import EvidenceBase, fold
from careercoach_desktop.features.resumes.model import Highlight, Project, ResumeData, Volunteer, Work

Entry = Work | Volunteer | Project
_LISTS = ("work", "volunteer", "projects")
_SAME_NAME, _SAME_WORDS = 90.0, 82.0
_LEAST_WORDS = 4
_MOST = 60


class Source(StrEnum):
    RESUME = "RESUME"
    TOLD = "TOLD"
    """A story or a note: a sentence, perhaps not in the form of a bullet."""


@dataclass(frozen=True, slots=True)
class OtherResume:
    """Another résumé of the person's; ``marked``: ids of the bullets they stand by."""

    title: str
    data: ResumeData
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """What the person tells beside this résumé. ``linked``: of a story, by its quotes' path, the bullets it is told
    of."""

    others: tuple[OtherResume, ...] = ()
    stories: tuple[Quote, ...] = ()
    linked: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spare:
    """One point for one entry. ``bullet_id`` is the id it gets when it joins; ``marked``: the person stands by it."""

    entry: str
    bullet_id: str
    text: str
    quote: Quote
    source: Source = Source.RESUME
    marked: bool = False


def spares(resume: ResumeData, told: Told) -> list[Spare]:
    """What could join which entry, marked points first, each once; nothing that the résumé says already, hidden or
    not."""
    found: list[Spare] = []
    entries = _entries(resume)
    for spare in [*_of_others(resume, told), *_of_stories(resume, told)]:
        said = [bullet.text for bullet in entries[spare.entry].highlights]
        said += [other.text for other in found if other.entry == spare.entry]
        if not any(fuzz.token_set_ratio(spare.text, text) >= _SAME_WORDS for text in said):
            found.append(spare)
    return sorted(found, key=lambda spare: not spare.marked)[:_MOST]


def with_spares(resume: ResumeData, found: Sequence[Spare]) -> ResumeData:
    """The résumé with these points under their entries: as evidence, never as a result."""
    if not found:
        return resume
    enriched = resume.model_copy(deep=True)
    entries = _entries(enriched)
    for spare in found:
        if spare.source is Source.RESUME and spare.entry in entries:
            entry = entries[spare.entry]
            entry.highlights = [*entry.highlights, Highlight(id=spare.bullet_id, text=spare.text)]
    return enriched


def _entries(resume: ResumeData) -> dict[str, Entry]:
    return {entry.id: entry for name in _LISTS for entry in getattr(resume, name)}


def _of_others(resume: ResumeData, told: Told) -> Iterator[Spare]:
    here = {bullet.id for entry in _entries(resume).values() for bullet in entry.highlights}
    for other in told.others:
        for name in _LISTS:
            for entry in getattr(resume, name):
                for theirs in getattr(other.data, name):
                    if same_entry(entry, theirs):
                        yield from _bullets(entry, theirs, other, here)


def _bullets(entry: Entry, theirs: Entry, other: OtherResume, here: set[str]) -> Iterator[Spare]:
    for bullet in theirs.highlights:
        if bullet.id not in here and len(bullet.text.split()) >= _LEAST_WORDS:
            quote = Quote(path=bullet.id, label=f"Your résumé “{other.title}”", text=bullet.text)
            yield Spare(entry.id, bullet.id, bullet.text, quote, marked=bullet.id in other.marked)


def same_entry(one: Entry, other: Entry) -> bool:
    """Whether two résumés speak of the same job, post or project: its name, and a time that can be the same."""
    if one.id == other.id:
        return True
    name, their_name = fold(_name(one)), fold(_name(other))
    if not name or not their_name or fuzz.token_sort_ratio(name, their_name) < _SAME_NAME:
        return False
    if one.start and other.start:
        first, last = (one.start or "")[:4], "9999" if one.current else (one.end or one.start or "")[:4]
        their_first = (other.start or "")[:4]
        their_last = "9999" if other.current else (other.end or other.start or "")[:4]
        return first <= their_last and their_first <= last
    return True


def _name(entry: Entry) -> str:
    return entry.organization if isinstance(entry, Volunteer) else entry.name


def _of_stories(resume: ResumeData, told: Told) -> Iterator[Spare]:
    """Sentences of a story that is linked to a bullet of one entry, or that names one entry and no other."""
    if not told.stories:
        return
    evidence = EvidenceBase.from_resume(resume, "", told.stories)
    entries = _entries(resume)
    for fragment in evidence.fragments:
        path, text = fragment.quote.path, fragment.quote.text
        if not path.startswith("extra") or len(text.split()) < _LEAST_WORDS:
            continue
        homes = {evidence.home[bullet] for bullet in told.linked.get(path, ()) if bullet in evidence.home}
        homes = homes or fragment.entries
        if len(homes) == 1 and (entry := next(iter(homes))) in entries:
            yield Spare(entry, told_id(text), text, fragment.quote, Source.TOLD)


def told_id(text: str) -> str:
    """The id of a bullet made of what was told: always the same for the same words."""
    return "told-" + hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:12]
