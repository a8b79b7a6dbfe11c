"""The saved views beside the layout switch: choose one, save what is shown, rename, reorder, delete."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.model import SavedView, SavedViewsChanged, View
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import Button, Desk, recall, remember
from careercoach_desktop.foundation.uikit.dialogs import Dialog
from careercoach_desktop.foundation.uikit.fields import TextField
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.texts import plain_tip

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

_CHOSEN = "jobs.view.chosen"
SAVE = "save"


class ViewButton(Button):
    """Says which saved view is shown (and whether it has been changed since), and opens their menu."""

    def __init__(self, desk: Desk, service: JobService, cards: BoardCards) -> None:
        super().__init__(tr("Views"), "ghost", icon="bookmark-simple")
        self.set_trailing_icon("caret-down")
        self._desk = desk
        self._service = service
        self._cards = cards
        self._saved: list[SavedView] = []
        self._chosen = recall(_CHOSEN, 0)
        self.clicked.connect(lambda: open_menu(self, self.entries()))
        cards.view_changed.connect(self._show)
        desk.on(SavedViewsChanged, lambda _event: self._start(self.load()), owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._start(self.load()), owner=self)

    async def load(self) -> None:
        """Read the saved views."""
        self._saved = await self._desk.run(self._service.saved_views)
        self._show()

    @property
    def chosen(self) -> SavedView | None:
        """The view that was chosen last, if it is still there."""
        return next((saved for saved in self._saved if saved.id == self._chosen), None)

    @property
    def is_changed(self) -> bool:
        """Whether something else is shown than what the chosen view says."""
        return self.chosen is not None and self.chosen.view != self._cards.view

    def entries(self) -> list[Any]:
        """The views, then what can be done."""
        chosen = self.chosen
        entries: list[Any] = [
            MenuEntry(saved.name, partial(self.choose, saved), checked=saved is chosen) for saved in self._saved
        ]
        if entries:
            entries.append(SEPARATOR)
        if chosen is not None and self.is_changed:
            update = tr("Update “{0}” to what is shown").format(chosen.name)
            entries.append(MenuEntry(update, lambda: self._start(self.update_chosen(chosen)), icon="floppy-disk"))
        save = tr("Save what is shown as a view…")
        entries.append(MenuEntry(save, lambda: self._start(self.ask_and_save()), icon="plus"))
        if chosen is not None:
            entries += self._about(chosen)
        return entries

    def choose(self, saved: SavedView) -> None:
        """Show this view."""
        self._choose(saved.id)
        self._cards.want(saved.view)

    # What can be done with views -----------------------------------------------------------------------------

    async def ask_and_save(self) -> None:
        """Ask for a name and keep what is shown under it."""
        name = await self._ask_name(tr("Save this view"), tr("Save"), "")
        if name is not None:
            await self.save(name)

    async def save(self, name: str) -> None:
        """Keep what is shown under this name; undo forgets it again."""
        saved = await self._desk.run(self._service.save_view, name, self._cards.view)
        self._choose(saved.id)

        async def undo() -> None:
            await self._desk.run(self._service.remove_view, saved.id)

        async def redo() -> None:
            await self._desk.run(self._service.restore_view, saved)

        self._desk.undo.push(tr("Save the view “{0}”").format(saved.name), undo, redo)

    async def update_chosen(self, saved: SavedView) -> None:
        """Let the name mean what is shown now."""
        now = self._cards.view
        before = await self._desk.run(self._service.redefine_view, saved.id, now)

        async def put(view: View) -> None:
            await self._desk.run(self._service.redefine_view, saved.id, view)

        label = tr("Update the view “{0}”").format(saved.name)
        change = self._desk.undo.push(label, partial(put, before), partial(put, now))
        self._desk.offer_undo(tr("“{0}” updated").format(saved.name), change, action=tr("Undo"))

    async def ask_and_rename(self, saved: SavedView) -> None:
        """Ask for another name."""
        name = await self._ask_name(tr("Rename the view"), tr("Rename"), saved.name)
        if name is not None and name != saved.name:
            await self.rename(saved, name)

    async def rename(self, saved: SavedView, name: str) -> None:
        """Give the view another name."""
        before = await self._desk.run(self._service.rename_view, saved.id, name)

        async def put(wanted: str) -> None:
            await self._desk.run(self._service.rename_view, saved.id, wanted)

        label = tr("Rename the view “{0}”").format(before)
        self._desk.undo.push(label, partial(put, before), partial(put, name))

    async def shift(self, saved: SavedView, step: int) -> None:
        """One place up (-1) or down (1) in the menu."""
        wanted = [one.id for one in self._saved]
        at = wanted.index(saved.id)
        wanted.insert(at + step, wanted.pop(at))
        before = await self._desk.run(self._service.order_views, wanted)

        async def put(order: list[int]) -> None:
            await self._desk.run(self._service.order_views, order)

        label = tr("Move the view “{0}”").format(saved.name)
        self._desk.undo.push(label, partial(put, before), partial(put, wanted))

    async def delete(self, saved: SavedView) -> None:
        """Forget the view; the jobs stay as they are shown."""
        removed = await self._desk.run(self._service.remove_view, saved.id)

        async def undo() -> None:
            await self._desk.run(self._service.restore_view, removed)

        async def redo() -> None:
            await self._desk.run(self._service.remove_view, saved.id)

        change = self._desk.undo.push(tr("Delete the view “{0}”").format(saved.name), undo, redo)
        self._desk.offer_undo(tr("View “{0}” deleted").format(saved.name), change, action=tr("Undo"))

    # How -----------------------------------------------------------------------------------------------------

    def _about(self, chosen: SavedView) -> list[Any]:
        at = self._saved.index(chosen)
        is_first, is_last = at == 0, at == len(self._saved) - 1
        name = chosen.name
        up = MenuEntry(
            tr("Move up"), lambda: self._start(self.shift(chosen, -1)), icon="caret-up", enabled=not is_first
        )
        down = MenuEntry(
            tr("Move down"), lambda: self._start(self.shift(chosen, 1)), icon="caret-down", enabled=not is_last
        )
        return [
            SEPARATOR,
            MenuEntry(
                tr("Rename “{0}”…").format(name), lambda: self._start(self.ask_and_rename(chosen)), icon="pencil-simple"
            ),
            *([up, down] if len(self._saved) > 1 else []),
            MenuEntry(
                tr("Delete “{0}”").format(name), lambda: self._start(self.delete(chosen)), icon="trash", danger=True
            ),
        ]

    async def _ask_name(self, title: str, confirm: str, name: str) -> str | None:
        dialog = NameDialog(self.window(), title, confirm, name)
        return dialog.name.strip() if await dialog.answer() == SAVE else None

    def _choose(self, view_id: int) -> None:
        self._chosen = view_id
        remember(_CHOSEN, view_id)
        self._show()

    def _show(self) -> None:
        chosen = self.chosen
        name = tr("Views") if chosen is None else chosen.name
        self.setText(f"{_short(name)} •" if self.is_changed else _short(name))
        spoken = tr("{0}, changed").format(name) if self.is_changed else name
        self.setAccessibleName(tr("Saved views") if chosen is None else tr("Saved view: {0}").format(spoken))
        self.setToolTip(
            plain_tip(tr("“{0}” was changed; its menu can update it").format(name)) if self.is_changed else ""
        )

    def _start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        self._desk.start(coroutine, owner=self)


class NameDialog(Dialog):
    """Asks for a view's name."""

    def __init__(self, parent: Any, title: str, confirm: str, name: str) -> None:
        super().__init__(title, parent)
        self._field = TextField(tr("Name"), text=name, placeholder=tr("For example “Remote, well paid”"))
        self.body.addWidget(self._field)
        self.add_button(tr("Cancel"), "")
        self.confirm = self.add_button(confirm, SAVE, "primary")
        self._field.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self.confirm.setEnabled(bool(name.strip()))
        self._field.selectAll()
        self._field.setFocus()

    @property
    def name(self) -> str:
        return self._field.text()

    def write(self, name: str) -> None:
        """As if it were typed."""
        self._field.setText(name)


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19].rstrip() + "…"
