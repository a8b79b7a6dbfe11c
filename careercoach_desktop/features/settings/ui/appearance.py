"""The look: kept as a setting, and beside the window's own memory so that the first paint has it without any data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, below, line, stacked, tr
from careercoach_desktop.foundation.settings.model import SettingsChanged
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Card,
    Desk,
    SegmentedControl,
    column,
    current_theme,
    holder,
    recall,
    remember,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.service import ChoosingService

KEY = "appearance.theme"
_SETTING = "appearance_theme"


class LookKeeper(QObject):
    """Makes the window look as the setting says, from the moment the data is open. A look that was asked for on the
    command line stays until somebody chooses another one."""

    def __init__(self, desk: Desk, service: ChoosingService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._service = service
        self._as_asked = current_theme().choice != recall(KEY, "system")
        desk.on(SettingsChanged, self._on_change, owner=self)
        desk.on(ChangedElsewhere, lambda _event: self._catch_up(), owner=self)
        if not self._as_asked:
            desk.start(self._begin(), owner=self)

    async def _begin(self) -> None:
        kept = recall(KEY, "system")
        if kept != "system":  # chosen with an earlier version, when only the window remembered it
            await self._desk.run(self._service.adopt, _SETTING, kept)
        await self._follow()

    async def _on_change(self, event: SettingsChanged) -> None:
        if _SETTING in event.names:
            await self._follow()

    async def _catch_up(self) -> None:
        if not self._as_asked:
            await self._follow()

    async def _follow(self) -> None:
        look = (await self._desk.run(self._service.in_force)).settings.appearance_theme
        if current_theme().choice != look:
            current_theme().choose(look)
        if recall(KEY, "system") != look:
            remember(KEY, look)


def choose_look(desk: Desk, service: ChoosingService, look: str) -> None:
    """Take the look at once; the setting follows."""
    current_theme().choose(look)
    remember(KEY, look)
    Choices(desk, service).save(_SETTING, look, tr("the look"))


class AppearanceSection(QWidget):
    def __init__(self, desk: Desk, service: ChoosingService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self.look = SegmentedControl(
            [("system", tr("Follow the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
            tr("Look"),
            value=current_theme().choice,
        )
        self.look.changed.connect(self._choose)
        self._decided = Decided()
        card = Card(tr("Appearance"))
        card.add(line(tr("Look"), holder(row(self.look, STRETCH))), below(self._decided))
        self.setLayout(column(stacked(card, name=tr("Appearance")), spacing=0))
        for event in (SettingsChanged, ChangedElsewhere):
            desk.on(event, lambda _event: self._load(), owner=self)
        desk.start(self._load(), owner=self)

    def _choose(self, look: str) -> None:
        choose_look(self._desk, self._service, look)

    async def _load(self) -> None:
        in_force = await self._desk.run(self._service.in_force)
        self._decided.show_for(in_force.decided.get(_SETTING), self.look)
        self.look.set_value(in_force.settings.appearance_theme)
