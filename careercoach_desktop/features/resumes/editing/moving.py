"""Putting entries and bullets elsewhere: one step up or down from the keyboard, or to where they were dropped."""

from __future__ import annotations

from pydantic import BaseModel

from careercoach_desktop.features.resumes.editing.edits import Edit, InsertItem, MoveItem, RemoveItem
from careercoach_desktop.features.resumes.editing.values import ENTRY_LISTS, entries, id_of
from careercoach_desktop.features.resumes.model import Highlight, ResumeData


def home_of(data: ResumeData, item_id: str) -> tuple[str, int]:
    """The list an entry or bullet stands in and its place there. Raises KeyError when it is gone."""
    for where in ENTRY_LISTS:
        for at, entry in enumerate(entries(data, where)):
            if id_of(entry) == item_id:
                return where, at
            for place, bullet in enumerate(_bullets(entry)):
                if bullet.id == item_id:
                    return f"{id_of(entry)}.highlights", place
    raise KeyError(item_id)


def items_in(data: ResumeData, where: str) -> list[BaseModel]:
    """The list ``where``: one of ``ENTRY_LISTS``, or the bullets of an entry. Raises KeyError when it is gone."""
    if where in ENTRY_LISTS:
        return entries(data, where)
    owner_id = where.removesuffix(".highlights")
    for name in ENTRY_LISTS:
        for entry in entries(data, name):
            if id_of(entry) == owner_id:
                return [*_bullets(entry)]
    raise KeyError(where)


def put(data: ResumeData, item_id: str, where: str, gap: int) -> list[Edit]:
    """The edits that put an entry or bullet into gap number ``gap`` of the list ``where`` (0: before its first item);
    none when it stands there. Raises KeyError when one of them is gone."""
    home, at = home_of(data, item_id)
    if home == where:
        to = gap - 1 if gap > at else gap
        return [] if to == at else [MoveItem(home, item_id, at, to)]
    item = items_in(data, home)[at].model_copy(deep=True)
    items_in(data, where)
    return [RemoveItem(home, at, item), InsertItem(where, gap, item)]


def step(data: ResumeData, item_id: str, by: int) -> list[Edit]:
    """The edits that put it one place up (-1) or down (1); none at the end of the list.

    A bullet goes on into the entry above or below. Raises KeyError when it is gone.
    """
    where, at = home_of(data, item_id)
    to = at + by
    if 0 <= to < len(items_in(data, where)):
        return [MoveItem(where, item_id, at, to)]
    if where in ENTRY_LISTS:
        return []
    section, entry_at = home_of(data, where.removesuffix(".highlights"))
    beside = entry_at + by
    if not 0 <= beside < len(entries(data, section)):
        return []
    neighbour = entries(data, section)[beside]
    gap = 0 if by > 0 else len(_bullets(neighbour))
    return put(data, item_id, f"{id_of(neighbour)}.highlights", gap)


def _bullets(entry: BaseModel) -> list[Highlight]:
    found: list[Highlight] = getattr(entry, "highlights", [])
    return found
