"""Menus, opened and left to themselves: never ``exec``, which would stop every coroutine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from careercoach_desktop.foundation.uikit.icons import icon as make_icon
from careercoach_desktop.foundation.uikit.painting import round_corners
from careercoach_desktop.foundation.uikit.theme import current_theme
from careercoach_desktop.foundation.uikit.tokens import Radius


@dataclass(frozen=True)
class MenuEntry:
    """One line of a menu. ``checked`` is None for what cannot be checked; ``shortcut`` is only shown."""

    text: str
    run: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    danger: bool = False
    enabled: bool = True
    checked: bool | None = None


class _Separator:
    """A hairline between groups of entries."""


SEPARATOR: Final = _Separator()


class _Menu(QMenu):
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        round_corners(self, Radius.CARD)


def open_menu(owner: QWidget, entries: Sequence[MenuEntry | _Separator], at: QPoint | None = None) -> QMenu:
    """Open a menu below ``owner`` (or at a point inside it) and return it; it deletes itself when it closes."""
    menu = make_menu(owner, entries)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(owner.mapToGlobal(at if at is not None else QPoint(0, owner.height() + 4)))
    return menu


def make_menu(owner: QWidget | None, entries: Sequence[MenuEntry | _Separator]) -> QMenu:
    """A menu that is not open."""
    menu = _Menu(owner)
    menu.setFont(current_theme().font())
    for entry in entries:
        if isinstance(entry, MenuEntry):
            menu.addAction(_action(menu, entry))
        else:
            menu.addSeparator()
    return menu


def _action(menu: QMenu, entry: MenuEntry) -> QAction:
    action = QAction(entry.text.replace("&", "&&"), menu)  # an ampersand is a letter here, as in “Tallow & Co”
    action.setEnabled(entry.enabled)
    if entry.checked:
        action.setIcon(make_icon("check", "accent"))
    elif entry.icon:
        action.setIcon(make_icon(entry.icon, "red" if entry.danger else "second"))
    if entry.shortcut:
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def run() -> None:
        entry.run()  # the signal's "checked" is not for the entry

    action.triggered.connect(run)
    return action
