"""Edits: small values that change a résumé, and their inverses.

The form applies an edit to what it shows and sends the same edit to the service, so the window never copies a large
résumé to save one word, and undo works wherever the person has gone since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from careercoach_desktop.features.resumes.editing.values import (
    ENTRY_LISTS,
    entries,
    entry_with_id,
    id_of,
    is_doubtful,
    owner_of,
    place,
    trace_key,
    trace_of,
)
from careercoach_desktop.features.resumes.emphasis import moved
from careercoach_desktop.features.resumes.model import Basics, Highlight, Location, Mark, ResumeData, Trace


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write ``after`` where ``before`` stood. Dates are ``"2019-03"`` or None; word lists are lists.

    A bullet is written as its text, and its marks stay on the words they stood on; or as a whole ``Highlight``, text
    and marks together, which is the only way whose inverse brings back a mark that lost its words.
    """

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class SetTrace:
    """Change what is known of a value's source (a value the person has looked at is no longer doubtful)."""

    path: str
    before: Trace | None
    after: Trace | None


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put ``item`` at ``index`` of ``where``: a list of ``ENTRY_LISTS`` or ``"<entry id>.highlights"``."""

    where: str
    index: int
    item: BaseModel


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take ``item`` (found by its id) out of ``where``; ``index`` is where undo puts it back."""

    where: str
    index: int
    item: BaseModel


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Put the entry or bullet ``item_id`` at ``after`` of its own list ``where``; ``before`` is where it stood.

    Into another list it goes by a ``RemoveItem`` and an ``InsertItem``: it keeps its id, and with it its source.
    """

    where: str
    item_id: str
    before: int
    after: int


Edit = SetValue | SetTrace | InsertItem | RemoveItem | MoveItem


def apply(data: ResumeData, edit: Edit) -> None:
    """Change ``data`` in place.

    Raises KeyError when the edit names an entry that is no longer there, and pydantic's ValidationError (a ValueError)
    when a date is not a date.
    """
    match edit:
        case SetValue():
            _set_value(data, edit)
        case SetTrace(path=path, after=None):
            data.traces.pop(path, None)
        case SetTrace(path=path, after=trace) if trace is not None:
            data.traces[path] = trace.model_copy(deep=True)
        case InsertItem():
            _list_at(data, edit.where).insert(edit.index, edit.item.model_copy(deep=True))
        case RemoveItem():
            items = _list_at(data, edit.where)
            items.pop(_index_of(items, id_of(edit.item)))
        case MoveItem():
            items = _list_at(data, edit.where)
            items.insert(edit.after, items.pop(_index_of(items, edit.item_id)))


def inverse(edit: Edit) -> Edit:
    """The edit that undoes ``edit``."""
    match edit:
        case SetValue():
            return SetValue(edit.path, edit.after, edit.before)
        case SetTrace():
            return SetTrace(edit.path, edit.after, edit.before)
        case InsertItem():
            return RemoveItem(edit.where, edit.index, edit.item)
        case RemoveItem():
            return InsertItem(edit.where, edit.index, edit.item)
        case MoveItem():
            return MoveItem(edit.where, edit.item_id, edit.after, edit.before)


def exact(data: ResumeData, edit: Edit) -> Edit:
    """The same edit, so written that its inverse gives ``data`` back as it is now, marks included.

    Raises KeyError when it leads nowhere.
    """
    if not isinstance(edit, SetValue) or not isinstance(edit.after, str) or "." in edit.path:
        return edit
    bullet, _text = owner_of(data, edit.path)
    if not isinstance(bullet, Highlight) or not bullet.marks:
        return edit
    after = Highlight(id=bullet.id, text=edit.after, marks=moved(bullet.text, edit.after, bullet.marks))
    return SetValue(edit.path, bullet.model_copy(deep=True), after)


def written(data: ResumeData, bullet_id: str, text: str, marks: list[Mark]) -> list[Edit]:
    """The edits for a person writing a bullet with its marks; as ``typed`` otherwise."""
    bullet, _text = owner_of(data, bullet_id)
    if not isinstance(bullet, Highlight):
        raise KeyError(bullet_id)
    if bullet.text == text and bullet.marks == marks:
        return []
    if not bullet.marks and not marks:
        return typed(data, bullet_id, text)
    after = Highlight(id=bullet_id, text=text, marks=marks)
    return [SetValue(bullet_id, bullet.model_copy(deep=True), after), *looked_at(data, bullet_id)]


def place_of(edit: Edit) -> str:
    """Where an edit is to be seen: the path of a value, or the id of what stands in a list; empty for what is gone."""
    match edit:
        case SetTrace() | RemoveItem():
            return ""
        case InsertItem():
            return id_of(edit.item)
        case MoveItem():
            return edit.item_id
        case SetValue():
            return edit.path


def typed(data: ResumeData, path: str, after: Any) -> list[Edit]:
    """The edits for a person writing ``after`` at ``path``: the value, and that it is no longer doubtful.

    Empty when nothing would change. Raises KeyError when the path leads nowhere.
    """
    owner, name = owner_of(data, path)
    before = getattr(owner, name)
    if isinstance(before, Location):
        before = before.model_copy(deep=True)
        unchanged = place(before) == after
    else:
        before = list(before) if isinstance(before, list) else before
        unchanged = before == after
    return [] if unchanged else [exact(data, SetValue(path, before, after)), *looked_at(data, path)]


def looked_at(data: ResumeData, path: str) -> list[Edit]:
    """The edit for a person confirming a doubtful value; empty when it is not doubtful."""
    trace = trace_of(data, path)
    if trace is None or not is_doubtful(trace):
        return []
    return [SetTrace(trace_key(data, path), trace, trace.model_copy(update={"confidence": 1.0, "note": ""}))]


def _set_value(data: ResumeData, edit: SetValue) -> None:
    owner, name = owner_of(data, edit.path)
    if isinstance(owner, Basics) and name == "location":
        # A place retyped as one line no longer has the parts that were read from the old one.
        owner.location = edit.after if isinstance(edit.after, Location) else Location(text=edit.after)
        return
    if isinstance(owner, Highlight) and name == "text":
        _write_bullet(owner, edit.after)
        return
    setattr(owner, name, edit.after)


def _write_bullet(bullet: Highlight, after: str | Highlight) -> None:
    if isinstance(after, Highlight):
        text, marks = after.text, [mark.model_copy() for mark in after.marks]
    else:
        text, marks = after, moved(bullet.text, after, bullet.marks)
    bullet.text, bullet.marks = text, marks


def _list_at(data: ResumeData, where: str) -> list[BaseModel]:
    if where in ENTRY_LISTS:
        return entries(data, where)
    head, _, name = where.rpartition(".")
    owner = entry_with_id(data, head)
    if owner is None or name != "highlights":
        raise KeyError(where)
    found: list[BaseModel] = getattr(owner, name)
    return found


def _index_of(items: list[BaseModel], wanted: str) -> int:
    for index, candidate in enumerate(items):
        if id_of(candidate) == wanted:
            return index
    raise KeyError(wanted)
