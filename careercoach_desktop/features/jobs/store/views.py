"""The saved views of the jobs page: named, in the person's order."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError
from sqlalchemy import delete, func, insert, select, update
from sqlmodel import Session

from careercoach_desktop.features.jobs.model import SavedView, View
from careercoach_desktop.features.jobs.store.tables import SAVED_VIEW

STEP = 1024.0


class ViewStore:
    """Queries on one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def all(self) -> list[SavedView]:
        """Every view in the person's order. One whose definition another version wrote shows everything."""
        query = select(SAVED_VIEW).order_by(SAVED_VIEW.c.position, SAVED_VIEW.c.id)
        return [
            SavedView(row.id, row.name, _understood(row.definition), row.position)
            for row in self._connection.execute(query)
        ]

    def view(self, view_id: int) -> SavedView | None:
        return next((saved for saved in self.all() if saved.id == view_id), None)

    def add(self, name: str, view: View) -> SavedView:
        """At the end."""
        last = self._connection.execute(select(func.max(SAVED_VIEW.c.position))).scalar()
        position = STEP if last is None else last + STEP
        values = {"name": name, "definition": _written(view), "position": position}
        key = self._connection.execute(insert(SAVED_VIEW).values(values)).inserted_primary_key
        return SavedView(int(key[0]), name, view, position)  # type: ignore[index]  # a single-row insert always has its key

    def put_back(self, saved: SavedView) -> None:
        """One that was removed, as it was and where it stood."""
        values = {"id": saved.id, "name": saved.name, "definition": _written(saved.view), "position": saved.position}
        self._connection.execute(insert(SAVED_VIEW).values(values))

    def rename(self, view_id: int, name: str) -> None:
        self._connection.execute(update(SAVED_VIEW).where(SAVED_VIEW.c.id == view_id).values(name=name))

    def redefine(self, view_id: int, view: View) -> None:
        values = {"definition": _written(view)}
        self._connection.execute(update(SAVED_VIEW).where(SAVED_VIEW.c.id == view_id).values(values))

    def order(self, view_ids: Sequence[int]) -> None:
        """Stand in this order."""
        for place, view_id in enumerate(view_ids, start=1):
            changed = update(SAVED_VIEW).where(SAVED_VIEW.c.id == view_id).values(position=place * STEP)
            self._connection.execute(changed)

    def remove(self, view_id: int) -> None:
        self._connection.execute(delete(SAVED_VIEW).where(SAVED_VIEW.c.id == view_id))


def _written(view: View) -> str:
    return view.model_dump_json(exclude_defaults=True)


def _understood(definition: str) -> View:
    try:
        return View.model_validate_json(definition)
    except ValidationError:
        return View()
