"""A résumé before and after its changes, as blocks in reading order for the two panes of the review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from careercoach_desktop.features.resumes.comparing import Segment, Tone, difference, moved, moved_first
from careercoach_desktop.features.resumes.model import Education, Highlight, Project, ResumeData, Skill, Volunteer, Work
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision

_Entry = Work | Volunteer | Project | Education


class BlockKind(StrEnum):
    SECTION = "SECTION"
    ENTRY = "ENTRY"
    PARAGRAPH = "PARAGRAPH"
    BULLET = "BULLET"


class BlockState(StrEnum):
    NORMAL = "NORMAL"
    MOVED = "MOVED"
    """Came forward; what it pushed down is not marked."""
    HIDDEN = "HIDDEN"
    LEFT_OUT = "LEFT_OUT"
    """A proposal that rests on no evidence: shown, but not part of the résumé."""


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    segments: tuple[Segment, ...]
    change_ids: tuple[str, ...] = ()
    """The changes that touch this block; a click on it selects the first."""
    state: BlockState = BlockState.NORMAL

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Comparison:
    original: list[Block]
    tailored: list[Block]


def compare(base: ResumeData, result: ResumeData, changes: Sequence[Change]) -> Comparison:
    """``result`` is ``base`` with the accepted changes applied. Sections nothing can change are left out of both."""
    sides = _Sides(base, result, _Touches(changes))
    sides.summary()
    for title, name in (("Experience", "work"), ("Projects", "projects"), ("Volunteering", "volunteer")):
        sides.entries(title, getattr(base, name), getattr(result, name), name)
    sides.skills()
    sides.entries("Education", base.education, result.education, "education")
    return Comparison(sides.left, sides.right)


class _Touches:
    """Which changes concern which target."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._by_target: dict[str, list[Change]] = {}
        for change in changes:
            self._by_target.setdefault(change.target, []).append(change)
            if change.kind is ChangeKind.ADD_BULLET:
                self._by_target.setdefault(change.bullet_id, []).append(change)

    def ids(self, *targets: str) -> tuple[str, ...]:
        return tuple(change.id for target in targets for change in self._by_target.get(target, []))

    def additions(self, entry: str) -> list[Change]:
        return [each for each in self._by_target.get(entry, []) if each.kind is ChangeKind.ADD_BULLET]

    def wording(self, target: str) -> Change | None:
        kinds = (ChangeKind.REWRITE, ChangeKind.SUMMARY)
        return next((change for change in self._by_target.get(target, []) if change.kind in kinds), None)


@dataclass
class _Sides:
    base: ResumeData
    result: ResumeData
    touches: _Touches
    left: list[Block] = field(default_factory=list)
    right: list[Block] = field(default_factory=list)

    def summary(self) -> None:
        before, after = self.base.basics.summary, self.result.basics.summary
        change = self.touches.wording("basics.summary")
        if not (before or after or change):
            return
        self._both(BlockKind.SECTION, "Summary")
        self._wording(BlockKind.PARAGRAPH, "basics.summary", before, after)

    def entries(self, title: str, before: Sequence[_Entry], after: Sequence[_Entry], name: str) -> None:
        if not before:
            return
        order = self.touches.ids(name)
        self._both(BlockKind.SECTION, title, order)
        shifted = moved_first([entry.id for entry in before], [entry.id for entry in after])
        for entry in before:
            self.left.append(Block(BlockKind.ENTRY, _plain(heading(entry)), self.touches.ids(entry.id)))
            self.left.extend(self._left_bullet(bullet) for bullet in entry.highlights)
        for entry in after:
            hidden = entry.id in self.result.hidden
            added = self.touches.additions(entry.id)
            state = BlockState.HIDDEN if hidden else BlockState.MOVED if entry.id in shifted else BlockState.NORMAL
            self.right.append(Block(BlockKind.ENTRY, _plain(heading(entry)), self.touches.ids(entry.id), state))
            if not hidden:
                old = next((was.highlights for was in before if was.id == entry.id), [])
                self._right_bullets(old, entry.highlights)
                self.right.extend(
                    Block(BlockKind.BULLET, tuple(difference("", each.text)[1]), (each.id,), BlockState.LEFT_OUT)
                    for each in added
                    if not each.supported
                )

    def skills(self) -> None:
        if not self.base.skills:
            return
        order = self.touches.ids("skills")
        self._both(BlockKind.SECTION, "Skills", order)
        self.left.extend(self._skill_lines(self.base.skills, self.base.skills, order))
        self.right.extend(self._skill_lines(self.base.skills, self.result.skills, order))

    def _skill_lines(self, before: Sequence[Skill], after: Sequence[Skill], order: tuple[str, ...]) -> list[Block]:
        singles = [skill for skill in after if not skill.keywords]
        blocks = []
        if singles:
            names = [skill.name for skill in before if not skill.keywords]
            blocks.append(_items("", names, [skill.name for skill in singles], order))
        for skill in after:
            if skill.keywords:
                was = next((old.keywords for old in before if old.id == skill.id), [])
                blocks.append(_items(skill.name, was, skill.keywords, (*self.touches.ids(skill.id), *order)))
        return blocks

    def _left_bullet(self, bullet: Highlight) -> Block:
        change = self.touches.wording(bullet.id)
        ids = self.touches.ids(bullet.id)
        if change is None:
            return Block(BlockKind.BULLET, _plain(bullet.text), ids)
        return Block(BlockKind.BULLET, tuple(difference(bullet.text, change.text)[0]), ids)

    def _right_bullets(self, before: Sequence[Highlight], after: Sequence[Highlight]) -> None:
        was = {bullet.id: bullet.text for bullet in before}
        shifted = moved_first([bullet.id for bullet in before], [bullet.id for bullet in after])
        for bullet in after:
            if bullet.id in self.result.hidden:
                state = BlockState.HIDDEN
            else:
                state = BlockState.MOVED if bullet.id in shifted else BlockState.NORMAL
            self._right(BlockKind.BULLET, bullet.id, was.get(bullet.id, ""), bullet.text, state)

    def _wording(self, kind: BlockKind, target: str, before: str, after: str) -> None:
        change = self.touches.wording(target)
        shown = difference(before, change.text)[0] if change else list(_plain(before))
        if before:
            self.left.append(Block(kind, tuple(shown), self.touches.ids(target)))
        self._right(kind, target, before, after, BlockState.NORMAL)

    def _right(self, kind: BlockKind, target: str, before: str, after: str, state: BlockState) -> None:
        change, ids = self.touches.wording(target), self.touches.ids(target)
        if change is not None and change.decision is Decision.REJECTED and not change.supported:
            self.right.append(Block(kind, tuple(difference(before, change.text)[1]), ids, BlockState.LEFT_OUT))
        elif after:
            self.right.append(Block(kind, tuple(difference(before, after)[1]), ids, state))

    def _both(self, kind: BlockKind, text: str, ids: tuple[str, ...] = ()) -> None:
        self.left.append(Block(kind, _plain(text), ids))
        self.right.append(Block(kind, _plain(text), ids))


def heading(entry: _Entry) -> str:
    """``Brightwater · Data Engineer · 2022 – now``."""
    match entry:
        case Work():
            names = [entry.name, entry.position]
        case Volunteer():
            names = [entry.organization, entry.position]
        case Project():
            names = [entry.name, entry.entity]
        case Education():
            names = [entry.institution, " ".join(part for part in (entry.study_type, entry.area) if part)]
    return " · ".join(part for part in [*names, years(entry.start, entry.end, current=entry.current)] if part)


def years(start: str | None, end: str | None, *, current: bool) -> str:
    """``2019 – 2022``, ``2022 – now``, or the one year there is."""
    first, last = (start or "")[:4], "now" if current else (end or "")[:4]
    return first if first == last else " – ".join(part for part in (first, last) if part)


def _plain(text: str) -> tuple[Segment, ...]:
    return (Segment(text),)


def _items(label: str, before: Sequence[str], after: Sequence[str], ids: tuple[str, ...]) -> Block:
    """One line of skills, those that came forward marked."""
    ahead = moved(before, after)
    segments = [Segment(f"{label}: ")] if label else []
    for index, item in enumerate(after):
        if index:
            segments.append(Segment(", "))
        segments.append(Segment(item, Tone.ADDED if item in ahead else Tone.SAME))
    return Block(BlockKind.PARAGRAPH, tuple(segments), ids)
