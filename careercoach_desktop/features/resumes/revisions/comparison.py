"""Every value of two versions of a résumé, aligned, with the words that changed.

Entries and bullets find their counterpart by their id; after a file was read again, by what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pydantic import BaseModel

from careercoach_desktop.features.resumes.comparing import Segment, Tone, difference, moved_first, paired
from careercoach_desktop.features.resumes.editing import ENTRY_LISTS, entries, entry_values, id_of, place
from careercoach_desktop.features.resumes.model import Basics, Highlight, Mark, ResumeData

BULLET = "bullet"
LEFT_OFF = "left off the page"
BACK_ON = "back on the page"
_BASICS = ("name", "label", "email", "phone", "url", "location", "summary")
_NAMES = ("name", "position", "institution", "organization", "study_type", "title", "network", "language", "area")
"""Fields an entry is known by, in the order they are said."""
_MOST_NAMES = 2
_EMPHASES: dict[str, Callable[[Mark], bool]] = {
    "bold": lambda mark: mark.bold,
    "italic": lambda mark: mark.italic,
    "link": lambda mark: bool(mark.url),
}


class LineState(StrEnum):
    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    CHANGED = "CHANGED"


@dataclass(frozen=True, slots=True)
class Line:
    """One value in both versions. ``field`` is the name of the entry's field, ``bullet`` for a bullet."""

    field: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    state: LineState
    moved: bool = False
    note: str = ""
    """What changed beside the words: ``LEFT_OFF`` or ``BACK_ON``."""
    emphasis: tuple[str, ...] = ()
    """What of a bullet's emphasis changed: ``bold``, ``italic``, ``link``."""

    @property
    def is_changed(self) -> bool:
        return self.state is not LineState.SAME or self.moved or bool(self.note or self.emphasis)


@dataclass(frozen=True, slots=True)
class Group:
    """An entry (or the contact data, ``where`` is ``basics``) with its lines."""

    where: str
    title: str
    lines: tuple[Line, ...]
    state: LineState
    moved: bool = False
    note: str = ""

    @property
    def is_changed(self) -> bool:
        return self.state is not LineState.SAME or self.moved or bool(self.note)


@dataclass(frozen=True)
class Comparison:
    groups: list[Group] = field(default_factory=list)

    @property
    def changed(self) -> list[Group]:
        """Only those in which something changed."""
        return [group for group in self.groups if group.is_changed]


def compare(before: ResumeData, after: ResumeData) -> Comparison:
    """Everything both say, in the order of ``after``; what is gone stands where it was."""
    groups = [_contact(before.basics, after.basics)]
    for where in ENTRY_LISTS:
        groups.extend(_entry_groups(before, after, where))
    return Comparison([group for group in groups if group.lines])


def _contact(before: Basics, after: Basics) -> Group:
    old, new = _basics(before), _basics(after)
    lines = [_line(name, old.get(name, ""), new.get(name, "")) for name in _BASICS if name in old or name in new]
    return Group("basics", "", tuple(lines), _state_of(lines))


def _basics(basics: Basics) -> dict[str, str]:
    said = {name: place(basics.location) if name == "location" else str(getattr(basics, name)) for name in _BASICS}
    return {name: text for name, text in said.items() if text}


def _entry_groups(before: ResumeData, after: ResumeData, where: str) -> Iterator[Group]:
    pairs = _paired_entries(entries(before, where), entries(after, where))
    shifted = _shifted([(id_of(old), id_of(new)) for old, new in pairs if old and new], entries(before, where))
    for old, new in pairs:
        lines = [*_fields(old, new), *_bullet_lines(before, after, old, new)]
        known = new or old
        note = _page_note(before, after, old, new)
        state = LineState.ADDED if old is None else LineState.REMOVED if new is None else _state_of(lines)
        title = title_of(known) if known is not None else ""
        yield Group(where, title, tuple(lines), state, new is not None and id_of(new) in shifted, note)


def _paired_entries(
    before: Sequence[BaseModel], after: Sequence[BaseModel]
) -> list[tuple[BaseModel | None, BaseModel | None]]:
    return paired(before, after, identity=id_of, text=_said)


def _paired_bullets(
    before: Sequence[Highlight], after: Sequence[Highlight]
) -> list[tuple[Highlight | None, Highlight | None]]:
    return paired(before, after, identity=lambda bullet: bullet.id, text=lambda bullet: bullet.text.strip())


def _said(entry: BaseModel) -> str:
    """What an entry is recognised by when its id says nothing: its names and dates."""
    names = [str(getattr(entry, name, "") or "") for name in (*_NAMES, "start", "url")]
    words = [*names, *getattr(entry, "keywords", ())]
    return " ".join(word for word in words if word)


def title_of(entry: BaseModel) -> str:
    """``Rio Claro · Hydrologist``; empty for an entry that has no name (a list of skills)."""
    names = [str(getattr(entry, name, "") or "") for name in _NAMES]
    return " · ".join([name for name in names if name][:_MOST_NAMES])


def _fields(old: BaseModel | None, new: BaseModel | None) -> list[Line]:
    before, after = _texts(old), _texts(new)
    entry = new if new is not None else old
    fields = [name for name in type(entry).model_fields if name in before or name in after] if entry else []
    return [_line(name, before.get(name, ""), after.get(name, "")) for name in fields]


def _texts(entry: BaseModel | None) -> dict[str, str]:
    """Field → text, bullets left out."""
    if entry is None:
        return {}
    start = f"{id_of(entry)}."
    found = [value for value in entry_values(entry) if value.path.startswith(start)]
    return {value.path.removeprefix(start): value.text for value in found}


def _bullets(entry: BaseModel | None) -> list[Highlight]:
    found: list[Highlight] = getattr(entry, "highlights", []) if entry is not None else []
    return [bullet for bullet in found if bullet.text.strip()]


def _bullet_lines(
    before: ResumeData, after: ResumeData, old: BaseModel | None, new: BaseModel | None
) -> Iterator[Line]:
    pairs = _paired_bullets(_bullets(old), _bullets(new))
    shifted = _shifted([(was.id, now.id) for was, now in pairs if was and now], _bullets(old))
    for was, now in pairs:
        text_before, text_after = was.text if was else "", now.text if now else ""
        note = _page_note(before, after, was, now)
        line = _line(BULLET, text_before, text_after, moved=now is not None and now.id in shifted, note=note)
        yield replace(line, emphasis=_emphasis(was, now)) if was and now else line


def _emphasis(was: Highlight, now: Highlight) -> tuple[str, ...]:
    """Which emphasis lies on other words than before; where the words changed too, only what came or went counts."""
    same_words = was.text == now.text
    changed = []
    for kind, is_so in _EMPHASES.items():
        before, after = ([mark for mark in bullet.marks if is_so(mark)] for bullet in (was, now))
        places = [[(mark.start, mark.end, mark.url) for mark in marks] for marks in (before, after)]
        if places[0] != places[1] if same_words else len(before) != len(after):
            changed.append(kind)
    return tuple(changed)


def _shifted(pairs: Sequence[tuple[str, str]], before: Sequence[BaseModel]) -> set[str]:
    """Ids in the later version of what came forward."""
    now = dict(pairs)
    return moved_first([now[id_of(item)] for item in before if id_of(item) in now], [new for _was, new in pairs])


def _page_note(before: ResumeData, after: ResumeData, was: BaseModel | None, now: BaseModel | None) -> str:
    if was is None or now is None:
        return ""
    hid, hides = id_of(was) in before.hidden, id_of(now) in after.hidden
    if hid == hides:
        return ""
    return LEFT_OFF if hides else BACK_ON


def _line(name: str, before: str, after: str, *, moved: bool = False, note: str = "") -> Line:
    if before == after:
        same = (Segment(before),)
        return Line(name, same, same, LineState.SAME, moved, note)
    if not before:
        return Line(name, (), (Segment(after, Tone.ADDED),), LineState.ADDED, moved, note)
    if not after:
        return Line(name, (Segment(before, Tone.REMOVED),), (), LineState.REMOVED, moved, note)
    left, right = difference(before, after)
    return Line(name, tuple(left), tuple(right), LineState.CHANGED, moved, note)


def _state_of(lines: Sequence[Line]) -> LineState:
    return LineState.CHANGED if any(line.is_changed for line in lines) else LineState.SAME
