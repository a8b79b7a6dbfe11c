"""Saved views: ways of looking at the jobs, kept by name. What each verb returns lets the window undo it."""

from __future__ import annotations

from collections.abc import Sequence

from careercoach_desktop.features.jobs.filtering import folded
from careercoach_desktop.features.jobs.model import SavedView, SavedViewsChanged, View
from careercoach_desktop.features.jobs.service.base import JobVerbs
from careercoach_desktop.features.jobs.store.views import ViewStore
from careercoach_desktop.foundation.errors import UserError

LONGEST_NAME = 60


class ViewVerbs(JobVerbs):
    """The verbs of saved views."""

    def saved_views(self) -> list[SavedView]:
        """Every saved view, in the person's order."""
        with self._db.read() as session:
            return ViewStore(session).all()

    def save_view(self, name: str, view: View) -> SavedView:
        """Keep a view under a name no other has; it stands last.

        Raises UserError ``view-unnamed`` or ``view-name-taken``.
        """
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            saved = store.add(_free_name(store, name), view)
            unit.emit(SavedViewsChanged())
            return saved

    def rename_view(self, view_id: int, name: str) -> str:
        """Returns the name it had. Raises UserError as ``save_view``, or ``view-gone``."""
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            saved = _there(store, view_id)
            store.rename(view_id, _free_name(store, name, own=view_id))
            unit.emit(SavedViewsChanged())
            return saved.name

    def redefine_view(self, view_id: int, view: View) -> View:
        """Let the name mean another view; returns what it meant. Raises UserError ``view-gone``."""
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            saved = _there(store, view_id)
            store.redefine(view_id, view)
            unit.emit(SavedViewsChanged())
            return saved.view

    def order_views(self, view_ids: Sequence[int]) -> list[int]:
        """Put the views in this order, those not named behind; returns the order they had."""
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            before = [saved.id for saved in store.all()]
            wanted = [view_id for view_id in dict.fromkeys(view_ids) if view_id in before]
            store.order([*wanted, *(view_id for view_id in before if view_id not in wanted)])
            unit.emit(SavedViewsChanged())
            return before

    def remove_view(self, view_id: int) -> SavedView:
        """Returns it, for ``restore_view``. Raises UserError ``view-gone``."""
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            saved = _there(store, view_id)
            store.remove(view_id)
            unit.emit(SavedViewsChanged())
            return saved

    def restore_view(self, saved: SavedView) -> None:
        """Bring a removed view back where it stood; nothing happens when it is there."""
        with self._db.write() as unit:
            store = ViewStore(unit.session)
            if store.view(saved.id) is None:
                store.put_back(saved)
                unit.emit(SavedViewsChanged())


def _there(store: ViewStore, view_id: int) -> SavedView:
    saved = store.view(view_id)
    if saved is None:
        raise UserError(
            "This view is no longer there.", "If you deleted it just now, undo brings it back.", code="view-gone"
        )
    return saved


def _free_name(store: ViewStore, name: str, own: int | None = None) -> str:
    name = " ".join(name.split())[:LONGEST_NAME].rstrip()
    if not name:
        raise UserError("A view needs a name.", "Write a word or two.", code="view-unnamed")
    if any(folded(saved.name) == folded(name) and saved.id != own for saved in store.all()):
        raise UserError(
            f"There is a view called “{name}” already.",
            "Choose another name, or choose that view and update it.",
            code="view-name-taken",
        )
    return name
